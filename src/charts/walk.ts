import type { TopLevelSpec } from 'vega-lite'
import type { ChartOptions, WalkRow } from './row.ts'
import { colour, SOFT } from './row.ts'
import { placeRows, strikes } from './rows.ts'
import { boxes, sheet, strokes, texts } from './sheet.ts'

/** A waterfall down the page: each bar begins where the one before ended, and a thin line carries the sum over. */
export function walk(rows: readonly WalkRow[], options: ChartOptions): TopLevelSpec {
  const { places, words, at, width, height } = placeRows(
    rows.map((row) => ({ ...row, end: Math.max(row.from, row.to), strong: row.series === 'total' })),
    options,
    { wide: 18, narrow: 12, beyond: 0 },
  )
  const steps = places.flatMap((place, index) => {
    const row = rows[index]
    if (!row) return []
    const [start, end] = [at(Math.min(row.from, row.to)), at(Math.max(row.from, row.to))]
    // The smallest step is under a pixel long and would vanish behind its connector.
    const bar = {
      x: start,
      x2: Math.max(end, start + 2),
      y: place.laneTop,
      y2: place.laneBottom,
      fill: colour(row.series),
      told: place.told,
    }
    return [{ bar, sum: at(row.to) }]
  })
  const connectors = steps.flatMap(({ bar, sum }, index) => {
    const next = places[index + 1]
    if (!next) return []
    // In the narrow drawing words stand above the bars: a line that would strike them stops short.
    const end = options.narrow && strikes(next, sum) ? next.top - 2 : next.laneTop
    return [{ x: sum, x2: sum, y: bar.y2, y2: end, stroke: SOFT }]
  })
  return sheet(width, height, [strokes(connectors), boxes(steps.map(({ bar }) => bar)), texts(words)])
}
