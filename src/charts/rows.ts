import type { ChartOptions, Told } from './row.ts'
import type { Words } from './sheet.ts'
import { measure, TEXT, widest, wrap } from './text.ts'

/** The two widths a drawing is made for; the page shows the one that fits. */
export const WIDTH = { narrow: 360, wide: 720 }

/** What a row prints, and the value at which its mark ends (null: it has no mark). */
export interface Entry {
  readonly label: string
  readonly shown: string
  readonly end: number | null
  readonly strong: boolean
}

/** A row in its place. The lane is the strip of the row in which the mark is drawn. */
export interface Place {
  readonly top: number
  readonly bottom: number
  readonly laneTop: number
  readonly laneBottom: number
  readonly words: readonly Words[]
  readonly told: Told
}

/** Rows down the page. `at` turns a value into its x. */
export interface Rows {
  readonly width: number
  readonly height: number
  readonly places: readonly Place[]
  readonly words: readonly Words[]
  readonly at: (value: number) => number
}

/** The thickness of a lane, and the space a mark needs beyond its value (the radius of a dot). */
export interface Lane {
  readonly wide: number
  readonly narrow: number
  readonly beyond: number
  /** The most px that one unit may take, for marks that are counted and not measured. */
  readonly most?: number
}

const GAP = 8
const LABEL_LIMIT = 284

/**
 * Places rows. Wide: the label stands left of the mark and the value at the mark's end. Narrow: both stand above
 * the mark, which then has the full width.
 */
export function placeRows(entries: readonly Entry[], { language, narrow }: ChartOptions, lane: Lane): Rows {
  const width = narrow ? WIDTH.narrow : WIDTH.wide
  const rows = entries.map((entry) => {
    const shownWidth = measure(entry.shown, true)
    const lines = wrap(entry.label, narrow ? width - shownWidth - 2 * GAP : LABEL_LIMIT, language, entry.strong)
    return { ...entry, shownWidth, lines }
  })
  const left = lane.beyond + (narrow ? 0 : Math.ceil(Math.max(...rows.map(({ lines, strong }) => widest(lines, strong)))) + 2 * GAP)

  // The largest scale at which each mark, and in the wide drawing the value after it, stays inside the sheet.
  const room = (shownWidth: number): number => width - left - lane.beyond - (narrow ? 0 : shownWidth + GAP)
  const perUnit = Math.min(
    lane.most ?? Number.MAX_VALUE,
    ...rows.map(({ end, shownWidth }) => (end ? room(shownWidth) / end : Number.MAX_VALUE)),
  )
  const at = (value: number): number => left + value * perUnit

  let top = 0
  const places = rows.map((row): Place => {
    const block = row.lines.length * TEXT.line
    const height = narrow ? block + lane.narrow + 20 : Math.max(block, lane.wide) + 12
    const laneTop = narrow ? top + block + 4 : top + (height - lane.wide) / 2
    const laneBottom = laneTop + (narrow ? lane.narrow : lane.wide)
    const first = (narrow ? top : top + (height - block) / 2) + 0.5 * TEXT.line + 0.36 * TEXT.size
    const last = first + block - TEXT.line
    const told = { label: row.label, shown: row.shown }
    const label: Words = { x: 0, y: first, lines: row.lines, align: 'left', soft: false, strong: row.strong, told }
    const shown: Words = {
      x: narrow ? width : at(row.end ?? 0) + lane.beyond + GAP,
      y: narrow ? last : (first + last) / 2,
      lines: [row.shown],
      align: narrow ? 'right' : 'left',
      soft: row.end === null,
      strong: row.end !== null,
      told,
    }
    const place = { top, bottom: top + height, laneTop, laneBottom, words: [label, shown], told }
    top += height
    return place
  })
  // Nothing follows the last mark, so the sheet ends with it.
  const height = narrow ? (places.at(-1)?.laneBottom ?? 0) : top
  return { width, height, places, words: places.flatMap(({ words }) => words), at }
}

/** Whether a vertical line at `x` would strike through the words of a row. */
export const strikes = ({ words }: Place, x: number): boolean =>
  words.some(({ x: start, lines, align, strong }) => {
    const extent = widest(lines, strong) * (align === 'right' ? -1 : 1)
    return x > Math.min(start, start + extent) - 4 && x < Math.max(start, start + extent) + 4
  })
