import type { TopLevelSpec } from 'vega-lite'
import type { ChartOptions, DotRow } from './row.ts'
import { ACCENT, colour, LINE } from './row.ts'
import { placeRows, strikes } from './rows.ts'
import { dots as points, sheet, strokes, texts } from './sheet.ts'

/** A dot plot from zero. A dashed rule carries the reference (the first row that is not 'muted') past the others. */
export function dots(rows: readonly DotRow[], options: ChartOptions): TopLevelSpec {
  const reference = rows.find(({ series }) => series !== 'muted')
  const { places, words, at, width, height } = placeRows(
    rows.map((row) => ({ ...row, end: row.value, strong: row === reference })),
    options,
    { wide: 14, narrow: 14, beyond: 7 },
  )
  const marks = places.flatMap((place, index) => {
    const row = rows[index]
    return row ? [{ x: at(row.value), y: (place.laneTop + place.laneBottom) / 2, fill: colour(row.series), told: place.told }] : []
  })
  const guides = marks.map(({ x, y }) => ({ x: at(0), x2: x, y, y2: y, stroke: LINE }))
  const x = reference ? at(reference.value) : 0
  const rule = (reference ? places : []).flatMap((place) => {
    const struck = strikes(place, x)
    if (struck && !options.narrow) return []
    return [{ x, x2: x, y: struck ? place.laneTop : place.top, y2: place.bottom, stroke: ACCENT }]
  })
  return sheet(width, height, [strokes(guides), strokes(rule, [3, 3]), points(marks, 13), texts(words)])
}
