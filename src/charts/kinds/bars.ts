import type { TopLevelSpec } from 'vega-lite'
import { LINE, seriesScale } from '../house.ts'
import { seriesKey } from './key.ts'
import { placeLanes } from './lanes.ts'
import type { Row, Setting } from './row.ts'
import { layer, sheet, softening, told } from './sheet.ts'

/** Horizontal bars in the caller's order. Every value is printed, so there is only a base line and no axis. */
export function bars(rows: readonly Row[], setting: Setting): TopLevelSpec {
  const lanes = rows.map((row) => ({ row, from: 0, to: row.value ?? 0, strong: row.series === 'total' }))
  const placed = placeLanes(lanes, setting, { wide: 18, narrow: 12, beyond: 0 })
  const { data, y, x, thick, lower, words } = placed
  const { legend, top } = seriesKey(rows, placed.frame.left, setting)
  const bar = layer({
    mark: { type: 'bar', height: thick, ...(lower ? { yOffset: lower } : {}) },
    encoding: {
      x: x('value'),
      y,
      color: { field: 'series', type: 'nominal', scale: seriesScale, legend },
      opacity: softening,
      tooltip: told(setting.language),
    },
  })
  const below = rows.some(({ value }) => value !== null && value < 0)
  // A long word may stand on the base line of the narrow drawing.
  const base =
    setting.narrow && !below
      ? []
      : [layer({ mark: { type: 'rule', stroke: LINE }, encoding: { x: { ...x('value'), field: undefined, datum: 0 } } })]
  return sheet(data, [bar, ...base, ...words], { ...placed.frame, top }, setting)
}
