import type { TopLevelSpec } from 'vega-lite'
import { colourOf, GAP, LINE } from '../house.ts'
import { TEXT, widest, wrap } from '../text.ts'
import { labelled, roundTicks } from './axis.ts'
import type { Row, Setting } from './row.ts'
import { layer, sheet, sheetWidth, softening, told } from './sheet.ts'

/** How many rows lie between round numbers. Each bar tells who they are. */
export function histogram(rows: readonly Row[], setting: Setting): TopLevelSpec {
  const { narrow, language, write, axis } = setting
  const found = rows.flatMap((row) => (row.value === null ? [] : [{ row, value: row.value }]))
  const values = found.map(({ value }) => value)
  const [low, high] = values.length > 0 ? [Math.min(...values), Math.max(...values)] : [0, 1]
  const edges = low === high ? [Math.min(0, low), Math.max(0, high) || 1] : roundTicks(low, high, setting.bins ?? 8)
  const dash = language === 'zh' ? '～' : ' – '
  const bins = edges.slice(0, -1).map((from, index) => {
    const to = edges[index + 1] ?? from
    const last = index === edges.length - 2
    // What lies on an edge is counted above it; the highest value with the last.
    const inside = found.filter(({ value }) => value >= from && (value < to || (last && value <= to)))
    return {
      id: `bin ${index}`,
      label: `${write(from)}${dash}${write(to)}`,
      low: from,
      high: to,
      count: inside.length,
      shown: String(inside.length),
      said: [
        String(inside.length),
        ...(inside.length > 0 && inside.length <= 6 ? [inside.map(({ row }) => row.label).join(language === 'zh' ? '、' : ', ')] : []),
      ].join(language === 'zh' ? '：' : ': '),
    }
  })
  const most = Math.max(1, ...bins.map(({ count }) => count))
  const full = sheetWidth(setting)
  const texts = edges.map(write)
  const half = Math.ceil(widest([texts[0] ?? '', texts.at(-1) ?? '']) / 2)
  const width = full - 2 * half
  // Edges whose words would touch are told by turns.
  const every = Math.max(1, Math.ceil(((widest(texts) + GAP) * (edges.length - 1)) / width))
  const marked = edges.filter((_, index) => index % every === 0)
  const title = axis.title ? wrap(axis.title, full, language) : []
  const scale = { domain: [edges[0], edges.at(-1)], nice: false, zero: false }
  const ruler = {
    values: marked,
    labelExpr: labelled(new Map(marked.map((edge) => [edge, write(edge)]))),
    grid: false,
    title: title.length > 0 ? title : null,
    titleLineHeight: TEXT.line,
    titlePadding: 6,
  }
  const x = (field: string) => ({ field, type: 'quantitative', scale, axis: ruler })
  const y = { field: 'count', type: 'quantitative', scale: { domain: [0, most], nice: false }, axis: null }
  return sheet(
    bins,
    [
      layer({
        mark: { type: 'rect', fill: colourOf('direct'), stroke: LINE, strokeWidth: 0.5 },
        encoding: { x: x('low'), x2: { field: 'high' }, y, y2: { datum: 0 }, opacity: softening, tooltip: told(language) },
      }),
      layer({
        transform: [{ filter: 'datum.count > 0' }, { calculate: '(datum.low + datum.high) / 2', as: 'middle' }],
        mark: { type: 'text', align: 'center', baseline: 'alphabetic', fontWeight: 600, dy: -5 },
        encoding: { x: x('middle'), y, text: { field: 'shown', type: 'nominal' }, tooltip: told(language) },
      }),
    ],
    {
      width,
      height: narrow ? 160 : 200,
      left: half,
      right: half,
      top: TEXT.line + 4,
      bottom: TEXT.line + 10 + (title.length > 0 ? title.length * TEXT.line + 6 : 0),
    },
    setting,
  )
}
