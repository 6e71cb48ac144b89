import type { TopLevelSpec } from 'vega-lite'
import type { ChartOptions, Quadrant, TableRow, Told } from './row.ts'
import { colour, PAPER, SOFT } from './row.ts'
import { WIDTH } from './rows.ts'
import type { Box, Words } from './sheet.ts'
import { boxes, sheet, texts } from './sheet.ts'
import { TEXT, wrap } from './text.ts'

/** The headings over the three quadrants. */
export type TableWord = 'intermediateUse' | 'finalUse' | 'valueAdded'

const GAP = 8

/** Rectangles down the page that share the height of `frame` in proportion to their values. */
function split(rows: readonly TableRow[], frame: Omit<Box, 'fill'>): (Box & { row: TableRow; told: Told })[] {
  const total = rows.reduce((sum, { value }) => sum + value, 0)
  let y = frame.y
  return rows.map((row) => {
    const y2 = y + ((frame.y2 - frame.y) * row.value) / total
    const box = { ...frame, y, y2, fill: colour(row.series), row, told: { label: row.label, shown: row.said } }
    y = y2
    return box
  })
}

/**
 * An input-output table with every area in proportion to its value. Quadrants I and II share a height, I and III
 * a width, as in the printed table. Imports are cut from the outer side of final use: what is then left of the
 * upper row has the area of the left column, and both are total output.
 */
export function inputOutput(rows: readonly TableRow[], { language, narrow, words }: ChartOptions<TableWord>): TopLevelSpec {
  const of = (quadrant: Quadrant): readonly TableRow[] => rows.filter((row) => row.quadrant === quadrant)
  const sum = (quadrant: Quadrant): number => of(quadrant).reduce((total, { value }) => total + value, 0)
  const write = (text: string, x: number, y: number, width: number, more: Partial<Words> = {}): Words => ({
    ...{ x, y: y + TEXT.size, lines: wrap(text, width, language, more.strong), align: 'left', soft: false, strong: false },
    ...more,
  })

  // The gaps between the quadrants hold the headings and take nothing from the areas.
  const width = narrow ? WIDTH.narrow : WIDTH.wide
  const column = ((width - GAP) * sum('I')) / (sum('I') + sum('II'))
  const aside = column + GAP
  const heads = [
    write(words.intermediateUse, 0, 0, column, { strong: true }),
    write(words.finalUse, aside, 0, width - aside, { strong: true }),
  ]
  const head = Math.max(...heads.map(({ lines }) => lines.length)) * TEXT.line
  const top = head + 2
  const upper = narrow ? 350 : 300
  const below = top + upper + 2 * GAP + TEXT.line
  const lower = (upper * sum('III')) / sum('I')
  const bite = ((width - aside) * sum('imports')) / sum('II')

  const first = split(of('I'), { x: 0, x2: column, y: top, y2: top + upper })
  const second = split(of('II'), { x: aside, x2: width, y: top, y2: top + upper })
  const third = split(of('III'), { x: 0, x2: column, y: below, y2: below + lower })
  const imports = split(of('imports'), { x: width - bite, x2: width, y: top, y2: top + upper })

  const inside = [...first, ...second].flatMap(({ x, x2, y, row, told }) => {
    const room = x2 - x - GAP - 2 - (row.quadrant === 'II' ? bite : 0)
    const label = write(row.label, x + GAP, y + 3, room, { told })
    return [label, write(row.shown, x + GAP, y + 3 + label.lines.length * TEXT.line, room, { strong: true, told })]
  })
  // The bands of value added are too thin for two lines, so their values stand in the empty fourth quadrant.
  const beside = third.flatMap(({ y, y2, row, told }) => {
    const middle = (y + y2) / 2 - 0.64 * TEXT.size
    return [write(row.label, GAP, middle, width, { told }), write(row.shown, aside, middle, width, { strong: true, told })]
  })
  const under = imports.flatMap(({ row, told }) => {
    const label = write(row.label, width, top + upper + 4, width - aside, { align: 'right', told })
    return [label, write(row.shown, width, top + upper + 4 + label.lines.length * TEXT.line, width, { align: 'right', strong: true, told })]
  })
  const headings = [
    ...heads.map((each) => ({ ...each, y: each.y + head - each.lines.length * TEXT.line })),
    write(words.valueAdded, 0, below - TEXT.line - 2, column, { strong: true }),
  ]
  return sheet(width, below + lower, [
    boxes([...first, ...second, ...third], { stroke: PAPER, strokeWidth: 1.5, fillOpacity: 0.32 }),
    boxes(
      imports.map((box) => ({ ...box, fill: PAPER })),
      { stroke: SOFT, strokeDash: [4, 3], fillOpacity: 0.75 },
    ),
    texts([...headings, ...inside, ...beside, ...under]),
  ])
}
