import type { TopLevelSpec } from 'vega-lite'
import { ACCENT, colourOf, INK, PAPER } from '../house.ts'
import { TEXT, wrap } from '../text.ts'
import type { Row, Setting } from './row.ts'
import { type Datum, keyFor, type Layer, layer, sheet, sheetWidth, softening, told } from './sheet.ts'
import { lineAt, placeSpans, type Span } from './spans.ts'

/** What a fan is made of: both bands, the median, and what is marked. */
export const fanNames = ['outer', 'inner', 'median', 'mark'] as const

const OPACITY = { outer: 0.28, inner: 0.62 }

/**
 * Distributions by their quantiles, one a row on one scale of values: nine in ten draws lie in the light band, half of them in
 * the dark one, and a line is the median. A figure that all rows mark is a line through them, others are diamonds.
 */
export function fan(rows: readonly Row[], setting: Setting): TopLevelSpec {
  const { language } = setting
  const spans = rows.map((row): Span => {
    const { value, quantiles, shown } = row
    if (value === null || !quantiles) return { row, reach: null }
    const { p05, p95 } = quantiles
    return {
      row,
      reach: { low: p05.value, high: p95.value, lowText: p05.shown, highText: p95.shown, middle: { value, text: shown } },
    }
  })
  const marks = rows.flatMap(({ mark }) => mark ?? [])
  const first = marks[0]
  const common =
    first && rows.length > 1 && marks.length === rows.length && marks.every(({ value }) => value === first.value) ? first : undefined
  const placed = placeSpans(
    spans,
    setting,
    marks.map(({ value }) => value),
  )
  const { x, y, lower, thick, frame, step } = placed
  const data = placed.data.map((datum, index): Datum => {
    const { quantiles, mark, value } = rows[index] ?? {}
    return {
      ...datum,
      ...(value != null && quantiles ? Object.fromEntries(Object.entries(quantiles).map(([name, end]) => [name, end.value])) : {}),
      ...(mark ? { marked: mark.value } : {}),
    }
  })
  const has = {
    outer: spans.some(({ reach }) => reach),
    inner: spans.some(({ reach }) => reach),
    median: spans.some(({ reach }) => reach),
    // A line through all rows is named where it begins.
    mark: marks.length > 0 && !common,
  }
  const key = keyFor(
    Object.fromEntries(fanNames.filter((name) => has[name]).map((name) => [name, setting.key[name] ?? name])),
    frame.left,
    0,
    setting,
    { symbolSize: 100, symbolStrokeWidth: 1.5 },
  )
  const named = common
    ? wrap(`${setting.key.mark ?? ''}${language === 'zh' ? ' ' : ': '}${common.shown}`, sheetWidth(setting), language, true)
    : []
  const head = key.height + named.length * TEXT.line + (common ? 2 : 0)
  const faint = Object.entries(OPACITY).map(([name, opacity]) => `datum.value === '${name}' ? ${opacity} : `)
  // Both bands are of one colour, and the key tells them apart as the drawing does.
  const symbols = { fillOpacity: { value: { signal: `${faint.join('')}1` } } }
  const legend = key.legend && { ...key.legend, legendY: -head }
  const offset = lower ? { yOffset: lower } : {}
  const look = { opacity: softening, tooltip: told(language) }
  const band = (from: string, to: string, fillOpacity: number, height: number): Layer =>
    layer({
      transform: [{ filter: `isValid(datum.${from})` }],
      mark: { type: 'bar', height, fill: colourOf('direct'), fillOpacity, ...offset },
      encoding: { x: x(from), x2: { field: to }, y, ...look },
    })
  const middle = (step / 2 + lower) / step
  const half = (thick / 2 + 3) / step
  const median = layer({
    transform: [{ filter: 'isValid(datum.p05)' }],
    mark: { type: 'rule', stroke: INK, strokeWidth: 3 },
    encoding: {
      x: x('value'),
      y: { ...y, bandPosition: middle - half },
      y2: { field: 'id', bandPosition: middle + half },
      ...look,
    },
  })
  const state = { field: 'state', type: 'nominal', title: null }
  const scaled = (range: readonly (string | number)[]) => ({ ...state, scale: { domain: [...fanNames], range: [...range] }, legend })
  const direct = colourOf('direct')
  // The one layer whose scales know every part, so that one key tells of all.
  const diamonds = layer({
    data: { name: 'marks' },
    mark: { type: 'point', filled: false, size: 110, strokeWidth: 1.5, ...offset },
    encoding: {
      x: x('place'),
      y,
      shape: scaled(['square', 'square', 'M-.1,-1H.1V1H-.1Z', 'diamond']),
      fill: { ...scaled([direct, direct, INK, ACCENT]), legend: legend && { ...legend, encoding: { symbols } } },
      stroke: scaled(['transparent', 'transparent', 'transparent', PAPER]),
      ...look,
    },
  })
  const points: Datum[] = common
    ? []
    : rows.flatMap(({ id, label, said, mark }) => (mark ? [{ id, label, said, state: 'mark', place: mark.value }] : []))
  return sheet(
    data,
    [
      band('p05', 'p95', OPACITY.outer, thick),
      band('p25', 'p75', OPACITY.inner, thick),
      ...(common
        ? lineAt(common.value, { lines: named, over: 6 }, placed, {
            stroke: ACCENT,
            strokeWidth: 2,
            strokeDash: [4, 3],
          })
        : []),
      median,
      diamonds,
      ...placed.words,
    ],
    { ...frame, top: head },
    setting,
    { marks: points },
  )
}
