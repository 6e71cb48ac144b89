import type { TopLevelSpec } from 'vega-lite'
import { drawKey, type KeyEntry, type MarkKind, markLayers } from './marks.ts'
import { type ChartOptions, LINE, type Told } from './row.ts'
import { WIDTH } from './rows.ts'
import { sheet, strokes, texts, type Words } from './sheet.ts'
import { TEXT, widest, wrap } from './text.ts'

export interface MatrixGroup {
  readonly label: string
  readonly rows: readonly { readonly label: string; readonly marks: readonly { readonly kind: MarkKind; readonly told: Told }[] }[]
}

const PITCH = { wide: 64, narrow: 25 }
const SIZE = 15
const GAP = 8

/** Rows under headings against columns, with a mark at each crossing. Narrow: the heads of the columns stand upright. */
export function matrix(
  heads: readonly string[],
  groups: readonly MatrixGroup[],
  key: readonly KeyEntry[],
  { language, narrow }: ChartOptions,
): TopLevelSpec {
  const width = narrow ? WIDTH.narrow : WIDTH.wide
  const pitch = narrow ? PITCH.narrow : PITCH.wide
  const left = width - heads.length * pitch
  const at = (column: number): number => left + (column + 0.5) * pitch
  const legend = drawKey(key, width)

  // Chinese heads are stacked sign by sign, Latin ones turned.
  const lines = heads.map((head) => (narrow ? (language === 'zh' ? [...head] : [head]) : wrap(head, pitch + GAP, language)))
  const turned = narrow && language === 'en'
  const tall = turned ? Math.ceil(widest(heads)) : Math.max(...lines.map(({ length }) => length)) * TEXT.line
  const top = legend.height + tall + 4
  const columns = heads.map((_, column): Words => {
    const text = lines[column] ?? []
    const x = at(column) + (turned ? 0.36 * TEXT.size : 0)
    const y = turned ? top - 4 : top - 8 - (text.length - 1) * TEXT.line
    return { x, y, lines: text, align: turned ? 'left' : 'center', soft: true, strong: false, turned }
  })

  let y = top
  const words: Words[] = []
  const rules = []
  const marks = []
  for (const group of groups) {
    rules.push({ x: 0, x2: width, y, y2: y, stroke: LINE })
    words.push({ x: 0, y: y + 22, lines: [group.label], align: 'left', soft: false, strong: true })
    y += 30
    for (const row of group.rows) {
      const text = wrap(row.label, left - GAP, language)
      const height = text.length * TEXT.line + 7
      const first = y + 0.5 * TEXT.line + 0.36 * TEXT.size
      words.push({ x: 0, y: first, lines: text, align: 'left', soft: false, strong: false })
      const middle = y + (text.length * TEXT.line) / 2
      marks.push(...row.marks.map((mark, column) => ({ ...mark, x: at(column), y: middle, size: SIZE })))
      y += height
    }
    y += 6
  }
  return sheet(width, y, [...legend.layers, strokes(rules), ...markLayers(marks), texts([...columns, ...words])])
}
