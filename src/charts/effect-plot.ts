import type { TopLevelSpec } from 'vega-lite'
import { drawKey } from './marks.ts'
import { ACCENT, type ChartOptions, colour, LINE, SOFT } from './row.ts'
import { WIDTH } from './rows.ts'
import { boxes, dots, type Sign, sheet, signs, strokes, texts, type Words } from './sheet.ts'
import { TEXT, wrap } from './text.ts'

/** An effect as the logarithm of after over before, at one value or between two, and what it means for either side. */
export interface EffectRow {
  readonly label: string
  readonly ends: readonly number[]
  readonly shown: string
  /** All that is said of it, as its table and its alternative say it. */
  readonly said: string
  readonly worker: string
  readonly firm: string
}

export type EffectWord = 'worker' | 'firm' | 'unchanged'

/** Multiples that the scale marks. */
const TICKS = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10]
const MARKED = new Set([0.01, 0.1, 1, 10])

const signsOf: Readonly<Record<string, Omit<Sign, 'x' | 'y'>>> = {
  better: { shape: 'triangle-up', fill: 'var(--good)', stroke: 'var(--good)' },
  worse: { shape: 'triangle-down', fill: 'var(--bad)', stroke: 'var(--bad)' },
  unclear: { shape: 'circle', fill: 'none', stroke: SOFT },
}

/** A dot plot on a logarithmic scale, where twice and half are equally far from no change. */
export function effectPlot(
  rows: readonly EffectRow[],
  directions: readonly { readonly id: string; readonly text: string }[],
  { language, narrow, words }: ChartOptions<EffectWord>,
): TopLevelSpec {
  const width = narrow ? WIDTH.narrow : WIDTH.wide
  const key = drawKey(
    directions.flatMap(({ id, text }) => (signsOf[id] ? [{ sign: signsOf[id], text }] : [])),
    width,
  )
  // Wide: label, plot, multiple, two signs. Narrow: label and multiple stand above the plot.
  const columns = narrow ? { worker: width - 72, firm: width - 18 } : { worker: width - 84, firm: width - 22 }
  const plot = narrow ? { from: 22, to: width - 112 } : { from: 232, to: 500 }
  const values = rows.flatMap(({ ends }) => ends)
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)]
  const at = (value: number): number => plot.from + ((value - low) / (high - low || 1)) * (plot.to - plot.from)

  const head = key.height + TEXT.line
  const top = head + 8
  let y = top
  const placed = rows.map((row) => {
    const lines = wrap(row.label, narrow ? width - 100 : plot.from - 22, language)
    const block = lines.length * TEXT.line
    const height = narrow ? block + 26 : Math.max(block, TEXT.line) + 12
    const first = (narrow ? y : y + (height - block) / 2) + 0.5 * TEXT.line + 0.36 * TEXT.size
    const lane = narrow ? y + block + 10 : y + height / 2
    const told = { label: row.label, shown: row.said }
    const label: Words = { told, x: 0, y: first, lines, align: 'left', soft: false, strong: false }
    const shown: Words = narrow
      ? { told, x: width, y: first + block - TEXT.line, lines: [row.shown], align: 'right', soft: false, strong: true }
      : { told, x: plot.to + 18, y: lane + 0.36 * TEXT.size, lines: [row.shown], align: 'left', soft: false, strong: true }
    const place = { row, told, lane, top: y, bottom: y + height, words: [label, shown] }
    y += height
    return place
  })
  const bottom = y
  const ticks = TICKS.filter((tick) => Math.log(tick) >= low - 1e-9 && Math.log(tick) <= high + 1e-9)
  const heading = (text: string, x: number): Words => ({ x, y: head, lines: [text], align: 'center', soft: true, strong: false })
  const scale = ticks
    .filter((tick) => MARKED.has(tick))
    .map((tick): Words => {
      const text = tick === 1 ? words.unchanged : `×${tick}`
      return { x: at(Math.log(tick)), y: bottom + TEXT.line, lines: [text], align: 'center', soft: true, strong: false }
    })

  // In the narrow drawing words stand above the lanes, and lines keep to the lanes.
  const line = (value: number, stroke: string) => {
    const x = at(value)
    return narrow ? placed.map(({ lane }) => ({ x, x2: x, y: lane - 8, y2: lane + 8, stroke })) : [{ x, x2: x, y: top, y2: bottom, stroke }]
  }
  const reach = (ends: readonly number[]) => [at(Math.min(...ends)), at(Math.max(...ends))] as const
  const guides = placed.map(({ row, lane }) => {
    const [start, end] = reach([...row.ends, 0])
    return { x: start, x2: end, y: lane, y2: lane, stroke: SOFT }
  })
  const ranges = placed.flatMap(({ row, told, lane }) => {
    const [start, end] = reach(row.ends)
    return row.ends.length > 1 ? [{ x: start, x2: end, y: lane - 2.5, y2: lane + 2.5, fill: colour('direct'), told }] : []
  })
  const points = placed.flatMap(({ row, told, lane }) => row.ends.map((end) => ({ told, x: at(end), y: lane, fill: colour('direct') })))
  const judged = placed.flatMap(({ row, told, lane }) =>
    (['worker', 'firm'] as const).flatMap((side) => {
      const sign = signsOf[row[side]]
      return sign ? [{ ...sign, told, x: columns[side], y: lane }] : []
    }),
  )
  return sheet(width, bottom + TEXT.line + 6, [
    ...key.layers,
    strokes(ticks.filter((tick) => tick !== 1).flatMap((tick) => line(Math.log(tick), LINE))),
    strokes(line(0, ACCENT)),
    strokes(guides, [2, 3]),
    boxes(ranges),
    dots(points, 11),
    signs(judged, 11),
    texts([heading(words.worker, columns.worker), heading(words.firm, columns.firm), ...placed.flatMap((each) => each.words), ...scale]),
  ])
}
