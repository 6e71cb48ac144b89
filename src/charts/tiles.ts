import type { TopLevelSpec } from 'vega-lite'
import { drawKey, type KeyEntry, type MarkKind, markLayers } from './marks.ts'
import type { ChartOptions } from './row.ts'
import { placeRows, WIDTH } from './rows.ts'
import { sheet, texts, type Words } from './sheet.ts'
import { TEXT } from './text.ts'

/** One counted thing; `letter` names it. */
export interface Tile {
  readonly kind: MarkKind
  readonly letter?: string
}

export interface TileRow {
  readonly label: string
  readonly shown: string
  readonly tiles: readonly Tile[]
}

const MOST = 25

/** Rows of squares, one for each thing counted, so that a reader can count them again. */
export function tiles(rows: readonly TileRow[], key: readonly KeyEntry[], options: ChartOptions): TopLevelSpec {
  const head = drawKey(key, options.narrow ? WIDTH.narrow : WIDTH.wide)
  const entries = rows.map(({ label, shown, tiles: counted }) => ({ label, shown, end: counted.length, strong: false }))
  const { places, words, at, width, height } = placeRows(entries, options, { wide: 20, narrow: 20, beyond: 0, most: MOST })
  const pitch = at(1) - at(0)
  const size = pitch - Math.max(3, pitch / 6)
  const drawn = places.flatMap((place, index) =>
    (rows[index]?.tiles ?? []).map((tile, position) => ({
      ...tile,
      x: at(position) + size / 2,
      y: head.height + (place.laneTop + place.laneBottom) / 2,
      size,
      told: place.told,
    })),
  )
  const letters = drawn.flatMap(({ letter, x, y, told }): Words[] =>
    letter === undefined ? [] : [{ x, y: y + 0.36 * TEXT.size, lines: [letter], align: 'center', soft: false, strong: true, told }],
  )
  const lower = (each: Words): Words => ({ ...each, y: each.y + head.height })
  return sheet(width, head.height + height, [...head.layers, ...markLayers(drawn), texts([...letters, ...words.map(lower)])])
}
