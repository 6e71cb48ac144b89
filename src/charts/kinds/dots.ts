import type { TopLevelSpec } from 'vega-lite'
import { ACCENT, LINE, SOFT, seriesScale } from '../house.ts'
import { TEXT } from '../text.ts'
import { valueAxis } from './axis.ts'
import { seriesKey } from './key.ts'
import { placeLanes } from './lanes.ts'
import type { Row, Setting } from './row.ts'
import { type Layer, layer, sheet, softening, told } from './sheet.ts'
import { signColumns } from './signs.ts'

/** A dot plot from zero. A dashed rule carries the reference (the first row that is not muted, if others are) past the others. */
export const dots = (rows: readonly Row[], setting: Setting): TopLevelSpec => plot(rows, setting, false)

/** Dots with the range of each, on a scale of values or of ratios; beside it what each means for whom, as signs. */
export const range = (rows: readonly Row[], setting: Setting): TopLevelSpec => plot(rows, setting, true)

function plot(given: readonly Row[], setting: Setting, ranged: boolean): TopLevelSpec {
  const { narrow, language, axis } = setting
  const log = axis.scale === 'log'
  const usable = (value: number | null): value is number => value !== null && (!log || value > 0)
  // A logarithm has no place for zero and what is below it.
  const rows = given.map((row) => (usable(row.value) ? row : { ...row, value: null }))
  const base = log ? 1 : 0
  const lanes = rows.map((row) => {
    const ends = (ranged ? [row.value, row.low, row.high] : [row.value]).filter(usable)
    const strong = !ranged && row === referenceOf(rows)
    return ends.length > 0 ? { row, from: Math.min(...ends), to: Math.max(...ends), strong } : { row, from: base, to: base, strong }
  })
  const signs = signColumns(rows, setting)
  const measures = { log, aside: signs.width, column: ranged, ...(axis.ticks ? { axis: valueAxis(setting, base, !narrow) } : {}) }
  const placed = placeLanes(lanes, setting, { wide: 14, narrow: 14, beyond: 7 }, measures)
  const { y, x, lower, step, struck, frame } = placed
  const offset = lower ? { yOffset: lower } : {}
  const reference = ranged ? undefined : referenceOf(rows)
  const data = placed.data.map((datum) => ({
    ...datum,
    from: base,
    ...(reference?.value != null && struck(datum.id, reference.value) ? { struck: true } : {}),
  }))

  const beside = signs.draw({ y, frame, offset })
  const series = seriesKey(rows, frame.left, setting)
  const top = beside.top + (beside.layers.length > 0 ? 0 : series.top)
  const colour = { field: 'series', type: 'nominal', scale: seriesScale }
  const look = { opacity: softening, tooltip: told(language) }

  const guides = layer({
    mark: { type: 'rule', stroke: ranged ? SOFT : LINE, ...(ranged ? { strokeDash: [2, 3] } : {}), ...offset },
    encoding: { x: x('from'), x2: { field: 'end' }, y },
  })
  const rule = (filter: string, from: number, to: number): Layer =>
    layer({
      transform: [{ filter }],
      mark: { type: 'rule', stroke: ACCENT, strokeDash: [3, 3] },
      encoding: {
        x: { ...x('value'), field: undefined, datum: reference?.value ?? 0 },
        y: { ...y, bandPosition: from },
        y2: { field: 'id', bandPosition: to },
      },
    })
  const middle = (step / 2 + lower) / step
  // Where words stand in its way it shows in the lane alone.
  const past = reference
    ? [rule('!datum.struck', 0, 1), ...(narrow ? [rule('datum.struck', middle - 7 / step, middle + 7 / step)] : [])]
    : []
  // In the narrow drawing words stand above the lanes, and lines keep to the lanes.
  const lines = (narrow ? (axis.ticks ?? []) : []).map((tick) =>
    layer({
      mark: { type: 'rule', stroke: tick === base ? ACCENT : LINE },
      encoding: {
        x: { ...x('value'), field: undefined, datum: tick },
        y: { ...y, bandPosition: middle - 8 / step },
        y2: { field: 'id', bandPosition: middle + 8 / step },
      },
    }),
  )
  const point = (field: string): Layer =>
    layer({
      mark: { type: 'point', shape: 'circle', size: (ranged ? 11 : 13) ** 2, ...offset },
      encoding: { x: x(field), y, color: { ...colour, legend: series.legend }, ...look },
    })
  const reach = layer({
    transform: [{ filter: 'isValid(datum.low) && isValid(datum.high)' }],
    mark: { type: 'bar', height: 5, ...offset },
    encoding: { x: x('low'), x2: { field: 'high' }, y, color: { ...colour, legend: series.legend }, ...look },
  })
  const ranges = ranged && rows.some(({ low, high }) => low !== null || high !== null) ? [reach, point('low'), point('high')] : []
  const bottom = axis.ticks ? TEXT.line + 8 : 0
  return sheet(
    data,
    [...lines, guides, ...past, ...ranges, point('value'), ...beside.layers, ...placed.words],
    { ...frame, top, bottom },
    setting,
    signs.data,
  )
}

const referenceOf = (rows: readonly Row[]): Row | undefined =>
  rows.some(({ series }) => series === 'muted') ? rows.find(({ series, value }) => series !== 'muted' && value !== null) : undefined
