import type { TopLevelSpec } from 'vega-lite'
import { GAP, LINE, SOFT, seriesScale } from '../house.ts'
import { TEXT, widest, wrap } from '../text.ts'
import { apart } from './apart.ts'
import type { Row, Setting } from './row.ts'
import { datumOf, layer, sheet, sheetWidth, softening, told } from './sheet.ts'

/** Two values of each row, joined by a line: which rose and which fell. Labels stand at the right end. */
export function slope(rows: readonly Row[], setting: Setting): TopLevelSpec {
  const { narrow, language, words } = setting
  const drawn = rows.flatMap((row) => (row.ends ? [{ row, ends: row.ends }] : []))
  const values = drawn.flatMap(({ ends }) => ends.map(({ value }) => value))
  const [low, high] = values.length > 0 ? [Math.min(...values), Math.max(...values)] : [0, 1]
  const domain = low === high ? [low - 1, high + 1] : [low, high]
  const full = sheetWidth(setting)
  const labels = drawn.map(({ row, ends: [, to] }) => wrap(`${row.label} ${to.shown}`, narrow ? 150 : 260, language))
  const [from, to] = [words.from ?? '', words.to ?? '']
  const left =
    Math.ceil(
      Math.max(
        widest(
          drawn.map(({ ends: [first] }) => first.shown),
          true,
        ),
        widest([from]) / 2,
      ),
    ) +
    GAP +
    7
  const right = Math.ceil(Math.max(...labels.map((each) => widest(each)), widest([to]) / 2, 0)) + GAP + 7
  const width = Math.max(60, full - left - right)
  const height = Math.max(
    narrow ? 220 : 280,
    labels.reduce((sum, each) => sum + each.length * TEXT.line, 0),
  )
  const place = (value: number) => height * (1 - (value - (domain[0] ?? 0)) / ((domain[1] ?? 1) - (domain[0] ?? 0)))
  const [starts, finishes] = [
    drawn.map(({ ends: [first] }) => ({ at: place(first.value), extent: TEXT.line })),
    drawn.map(({ ends: [, second] }, index) => ({ at: place(second.value), extent: (labels[index]?.length ?? 1) * TEXT.line })),
  ]
  const [before, after] = [apart(starts, -TEXT.line, height + TEXT.line), apart(finishes, -TEXT.line, height + TEXT.line)]
  const data = drawn.map(({ row, ends: [first, second] }, index) => ({
    ...datumOf(row),
    from: first.value,
    to: second.value,
    shownFrom: first.shown,
    lines: labels[index] ?? [],
    nudgeFrom: (before[index] ?? 0) - (starts[index]?.at ?? 0),
    nudgeTo: (after[index] ?? 0) - (finishes[index]?.at ?? 0),
  }))
  const x = {
    type: 'quantitative',
    scale: { domain: [0, 1], nice: false },
    axis: { values: [0, 1], labels: false, grid: true, domain: false, title: null, gridColor: LINE },
  }
  const y = (field: string) => ({ field, type: 'quantitative', scale: { domain, nice: false, zero: false }, axis: null })
  const colour = { field: 'series', type: 'nominal', scale: seriesScale, legend: null }
  const look = { opacity: softening, tooltip: told(language) }
  const point = (field: 'from' | 'to', at: number) =>
    layer({ mark: { type: 'point', shape: 'circle', size: 81 }, encoding: { x: { datum: at, ...x }, y: y(field), color: colour, ...look } })
  const text = (field: string, place: 'from' | 'to', at: number, mark: object) =>
    layer({
      mark: { type: 'text', baseline: 'middle', ...mark },
      encoding: { x: { datum: at, ...x }, y: y(place), text: { field, type: 'nominal' }, tooltip: told(language) },
    })
  const head = (word: string, at: number) =>
    layer({
      data: { values: [{}] },
      mark: { type: 'text', text: word, align: 'center', baseline: 'alphabetic', fill: SOFT },
      encoding: { x: { value: at }, y: { value: -24 } },
    })
  const headed = from || to
  return sheet(
    data,
    [
      layer({
        mark: { type: 'rule', strokeWidth: 2 },
        encoding: { x: { datum: 0, ...x }, x2: { datum: 1 }, y: y('from'), y2: { field: 'to' }, color: colour, ...look },
      }),
      point('from', 0),
      point('to', 1),
      text('shownFrom', 'from', 0, { align: 'right', dx: -GAP - 5, dy: { expr: 'datum.nudgeFrom' }, fontWeight: 600 }),
      text('lines', 'to', 1, { align: 'left', dx: GAP + 5, dy: { expr: `datum.nudgeTo - ${TEXT.line / 2} * (length(datum.lines) - 1)` } }),
      ...(headed ? [head(from, 0), head(to, width)] : []),
    ],
    { width, height, left, right: full - left - width, top: headed ? TEXT.line + 26 : TEXT.line, bottom: TEXT.line },
    setting,
  )
}
