import type { TopLevelSpec } from 'vega-lite'
import type { BarRow, ChartOptions } from './row.ts'
import { colour, LINE } from './row.ts'
import { placeRows } from './rows.ts'
import { boxes, sheet, strokes, texts } from './sheet.ts'

/** Horizontal bars in the caller's order. Every value is printed, so there is only a base line and no axis. */
export function bars(rows: readonly BarRow[], options: ChartOptions): TopLevelSpec {
  const { places, words, at, width, height } = placeRows(
    rows.map((row) => ({ ...row, end: row.value, strong: row.series === 'total' })),
    options,
    { wide: 18, narrow: 12, beyond: 0 },
  )
  const drawn = places.flatMap((place, index) => {
    const row = rows[index]
    if (!row || row.value === null) return []
    return [{ x: at(0), x2: at(row.value), y: place.laneTop, y2: place.laneBottom, fill: colour(row.series), told: place.told }]
  })
  const base = { x: at(0), x2: at(0), y: 0, y2: height, stroke: LINE }
  return sheet(width, height, [strokes(options.narrow ? [] : [base]), boxes(drawn), texts(words)])
}
