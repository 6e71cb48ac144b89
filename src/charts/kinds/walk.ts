import type { TopLevelSpec } from 'vega-lite'
import { SOFT, seriesScale } from '../house.ts'
import { seriesKey } from './key.ts'
import { placeLanes } from './lanes.ts'
import type { Row, Setting } from './row.ts'
import { layer, sheet, softening, told } from './sheet.ts'

/**
 * A waterfall down the page: each bar begins where the one before ended, a total at zero, and a thin line carries the sum
 * over. A row without a value takes no step.
 */
export function walk(rows: readonly Row[], setting: Setting): TopLevelSpec {
  const { narrow, language } = setting
  let sum = 0
  const lanes = rows.map((row) => {
    const from = row.series === 'total' ? 0 : sum
    sum = from + (row.value ?? 0)
    return { row, from, to: sum, strong: row.series === 'total' }
  })
  const placed = placeLanes(lanes, setting, { wide: 18, narrow: 12, beyond: 0 })
  const { y, x, thick, lower, step, struck } = placed
  const data = placed.data.map((datum, index) => {
    const [lane, next] = [lanes[index], lanes[index + 1]]
    const { from = 0, to = 0 } = lane ?? {}
    return {
      ...datum,
      from,
      to,
      ...(next ? { next: next.row.id, ...(narrow && struck(next.row.id, to) ? { struck: true } : {}) } : {}),
    }
  })
  const { legend, top } = seriesKey(rows, placed.frame.left, setting)
  const middle = (step / 2 + lower) / step
  const half = thick / 2 / step
  const down = (struckToo: boolean, end: object) =>
    layer({
      transform: [{ filter: `isValid(datum.next) && ${struckToo ? '' : '!'}datum.struck` }],
      mark: { type: 'rule', stroke: SOFT },
      encoding: { x: x('to'), y: { ...y, bandPosition: middle + half }, y2: end },
    })
  const connectors = [
    ...(data.some((datum) => 'next' in datum && !('struck' in datum)) ? [down(false, { field: 'next', bandPosition: middle - half })] : []),
    // In the narrow drawing words stand above the bars: a line that would strike them stops short.
    ...(data.some((datum) => 'struck' in datum) ? [down(true, { field: 'id', bandPosition: 1 })] : []),
  ]
  const steps = layer({
    transform: [{ filter: 'isValid(datum.value)' }],
    // The smallest step is under a pixel long and would vanish behind its connector: its outline shows.
    mark: { type: 'bar', height: thick, strokeWidth: 1, ...(lower ? { yOffset: lower } : {}) },
    encoding: {
      x: x('from'),
      x2: { field: 'to' },
      y,
      color: { field: 'series', type: 'nominal', scale: seriesScale, legend },
      stroke: { field: 'series', type: 'nominal', scale: seriesScale, legend },
      opacity: softening,
      tooltip: told(language),
    },
  })
  return sheet(data, [steps, ...connectors, ...placed.words], { ...placed.frame, top }, setting)
}
