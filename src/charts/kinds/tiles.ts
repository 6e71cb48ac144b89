import type { TopLevelSpec } from 'vega-lite'
import { INK } from '../house.ts'
import { placeLanes } from './lanes.ts'
import type { Row, Setting } from './row.ts'
import { keyFor, layer, sheet, softening, told } from './sheet.ts'
import { stateEncoding } from './states.ts'

/** The most px that one square and the space after it take. */
const MOST = 25

/** Rows of squares, one for each thing counted, so that a reader can count them again. */
export function tiles(rows: readonly Row[], setting: Setting): TopLevelSpec {
  const counted = rows.map((row) => {
    const parts = row.parts ?? [{ count: row.value ?? 0, state: 'full' }]
    return {
      row,
      squares: parts.flatMap(({ count, state, letter }) =>
        Array.from({ length: Math.max(0, Math.round(count)) }, () => ({ state, letter })),
      ),
    }
  })
  const longest = Math.max(0, ...counted.map(({ squares }) => squares.length))
  const lanes = counted.map(({ row, squares }) => ({ row, from: 0, to: squares.length, strong: false }))
  const { y, x, lower, words, frame, data } = placeLanes(lanes, setting, { wide: 20, narrow: 20, beyond: 0 }, { most: MOST })
  const pitch = frame.width / Math.max(1, longest)
  const size = pitch - Math.max(3, pitch / 6)
  const offset = lower ? { yOffset: lower } : {}
  const squares = counted.flatMap(({ row, squares: all }) =>
    all.map(({ state, letter }, index) => ({
      id: row.id,
      label: row.label,
      said: row.said,
      // The middle of the square of this count.
      place: index + 0.5,
      state,
      ...(letter === undefined ? {} : { letter }),
    })),
  )
  const key = keyFor(setting.key, frame.left, 0, setting)
  const legend = key.legend && { ...key.legend, legendY: -key.height }
  const marks = layer({
    data: { name: 'squares' },
    mark: { type: 'point', size: size ** 2, strokeWidth: 0, ...offset },
    encoding: { x: x('place'), y, ...stateEncoding(legend), opacity: softening, tooltip: told(setting.language) },
  })
  const letters = layer({
    data: { name: 'squares' },
    transform: [{ filter: 'isValid(datum.letter)' }],
    mark: { type: 'text', baseline: 'middle', align: 'center', fontWeight: 600, fill: INK, ...offset },
    encoding: { x: x('place'), y, text: { field: 'letter', type: 'nominal' }, tooltip: told(setting.language) },
  })
  return sheet(
    data,
    [...(squares.length > 0 ? [marks] : []), ...(squares.some(({ letter }) => letter) ? [letters] : []), ...words],
    { ...frame, top: key.height },
    setting,
    { squares },
  )
}
