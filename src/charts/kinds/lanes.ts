/** Rows down the page, each a label, a lane with a mark, and the value in words: bars, walks, dots and ranges. */
import { GAP, INK, SOFT } from '../house.ts'
import { measure, TEXT, widest, wrap } from '../text.ts'
import type { Row, Setting } from './row.ts'
import { type Datum, datumOf, type Frame, type Layer, layer, middleOfLines, sheetWidth, told } from './sheet.ts'

/** A row with the ends of its mark on the scale; both are zero where it has none. */
export interface Lane {
  readonly row: Row
  readonly from: number
  readonly to: number
  readonly strong: boolean
}

/** The thickness of a lane in px, and what a mark needs beyond its value (the radius of a dot). */
export interface Thickness {
  readonly wide: number
  readonly narrow: number
  readonly beyond: number
}

export interface Placed {
  readonly data: readonly (Datum & { readonly id: string })[]
  readonly frame: Frame
  readonly domain: readonly [low: number, high: number]
  /** The scale of rows, and that of values. */
  readonly y: object
  readonly x: (field: string) => object
  readonly xScale: object
  /** A value's place in px. */
  readonly at: (value: number) => number
  /** How far the lane lies under the middle of its row, in px. */
  readonly lower: number
  readonly step: number
  readonly thick: number
  readonly words: readonly Layer[]
  /** Whether a vertical line at a value would strike through the words of a row. */
  readonly struck: (id: string, value: number) => boolean
}

const LABEL_LIMIT = 300

export interface Measures {
  /** On a scale of ratios values are placed by their logarithm. */
  readonly log?: boolean
  /** The scale begins where the values do, and not at zero. */
  readonly loose?: boolean
  /** Room kept free on the right for columns beside the plot. */
  readonly aside?: number
  /** Values stand under each other on the right, and not after their marks. */
  readonly column?: boolean
  /** The most px that one unit may take, for marks that are counted and not measured. */
  readonly most?: number
  /** The axis of values, where there is one. */
  readonly axis?: object
}

/**
 * Places rows. Wide: the label stands left of the mark and the value at the mark's end. Narrow: both stand above the
 * mark, which then has the full width. The scale is as long as it can be with every value's words inside the sheet.
 */
export function placeLanes(lanes: readonly Lane[], setting: Setting, thickness: Thickness, measures: Measures = {}): Placed {
  const { language, narrow } = setting
  const {
    log = false,
    loose = false,
    aside = 0,
    axis = null,
    column: inColumn = false,
    most: mostPerUnit = Number.POSITIVE_INFINITY,
  } = measures
  const full = sheetWidth(setting) - aside
  const labelled = lanes.map((lane) => {
    const room = narrow ? full - measure(lane.row.shown, true) - 2 * GAP : LABEL_LIMIT
    return { ...lane, lines: wrap(lane.row.label, Math.max(room, 96), language, lane.strong) }
  })
  const most = Math.max(1, ...labelled.map(({ lines }) => lines.length)) * TEXT.line
  const column = narrow ? 0 : Math.ceil(Math.max(0, ...labelled.map(({ lines, strong }) => widest(lines, strong)))) + 2 * GAP
  const values = inColumn && !narrow ? Math.ceil(Math.max(0, ...lanes.map(({ row }) => measure(row.shown, true)))) + 2 * GAP : 0
  const inner = full - column - values - 2 * thickness.beyond

  const place = (value: number): number => (log ? Math.log(value) : value)
  const placedAt = lanes.flatMap(({ from, to }) => [from, to])
  // On a scale of ratios, one is what zero is on the other: no change.
  const zero = log ? [1] : loose ? [] : [0]
  const [low, high] = [Math.min(...zero, ...placedAt), Math.max(...zero, ...placedAt)]
  const bounded = Number.isFinite(low) && Number.isFinite(high)
  // A scale must reach from somewhere to somewhere, also where all is zero.
  const domain: readonly [number, number] = !bounded
    ? [0, 1]
    : low === high
      ? log
        ? [low / 2, high * 2]
        : low === 0
          ? [0, 1]
          : [Math.min(0, low), Math.max(0, high)]
      : [low, high]
  const reach = place(domain[1]) - place(domain[0])
  const inPart = (value: number): number => (place(value) - place(domain[0])) / reach

  // Words follow the end that is farther from zero; those of a bar below zero stand before it.
  const ends = labelled.map(({ row, from, to }) => {
    const below = !log && !loose && row.value !== null && Math.min(from, to) < 0 && Math.max(from, to) <= 0
    return { below, end: below ? Math.min(from, to) : Math.max(from, to), extent: narrow || inColumn ? 0 : measure(row.shown, true) + GAP }
  })
  const before = (length: number): number =>
    Math.max(0, ...ends.map(({ below, end, extent }) => (below ? extent - length * inPart(end) : 0)))
  const fits = (length: number): boolean => {
    const start = before(length)
    return start + length <= inner && ends.every(({ below, end, extent }) => below || start + length * inPart(end) + extent <= inner)
  }
  let [length, ceiling] = [40, Math.max(40, inner)]
  for (let round = 0; round < 30; round++) {
    const middle = (length + ceiling) / 2
    if (fits(middle)) length = middle
    else ceiling = middle
  }
  length = Math.min(Math.floor(length), mostPerUnit * reach)
  const left = Math.ceil(column + thickness.beyond + before(length))

  const thick = narrow ? thickness.narrow : thickness.wide
  // Rows of one line stand as far apart as eyes need; of several, their own lines part them as well.
  const between = (narrow ? 20 : 12) - (most > TEXT.line ? (narrow ? 4 : 8) : 0)
  const step = narrow ? most + thick + between : Math.max(most, thick) + between
  const lower = narrow ? (most + 8 - between) / 2 : 0
  const at = (value: number): number => length * inPart(value)
  const right = full + aside - left - length
  const data = labelled.map(({ row, lines, strong }, index) => ({
    ...datumOf(row),
    id: row.id,
    lines,
    ...(strong ? { strong } : {}),
    end: ends[index]?.end ?? 0,
    ...(ends[index]?.below ? { below: true } : {}),
  }))
  const y = { field: 'id', type: 'nominal', scale: { type: 'band', domain: lanes.map(({ row }) => row.id), padding: 0 }, axis: null }
  const xScale = log ? { type: 'log', domain: [...domain], nice: false } : { domain: [...domain], nice: false, zero: false }
  const x = (field: string) => ({ field, type: 'quantitative', scale: xScale, axis })

  // In the narrow drawing a block of words ends where the lane begins.
  const over = narrow ? lower - thick / 2 - 4 - TEXT.line / 2 : 0
  const bold = { expr: 'datum.strong ? 600 : null' }
  const words = [
    layer({
      mark: {
        type: 'text',
        align: 'left',
        baseline: 'middle',
        fontWeight: bold,
        dy: narrow ? { expr: `${over} - ${TEXT.line} * (length(datum.lines) - 1)` } : middleOfLines,
      },
      encoding: { x: { value: -left }, y, text: { field: 'lines', type: 'nominal' }, tooltip: told(language) },
    }),
    layer({
      mark: {
        type: 'text',
        baseline: 'middle',
        fill: { expr: `datum.value === null && datum.low == null ? "${SOFT}" : "${INK}"` },
        fontWeight: { expr: 'datum.value === null && datum.low == null ? null : 600' },
        ...(narrow
          ? { align: 'right', dy: over }
          : inColumn
            ? { align: 'left', dx: 2 * GAP + thickness.beyond }
            : {
                align: { expr: 'datum.below ? "right" : "left"' },
                dx: { expr: `datum.below ? ${-GAP - thickness.beyond} : ${GAP + thickness.beyond}` },
              }),
      },
      encoding: {
        x: narrow ? { value: length + right - aside } : inColumn ? { value: length } : x('end'),
        y,
        text: { field: 'shown', type: 'nominal' },
        tooltip: told(language),
      },
    }),
  ]
  const struck = (id: string, value: number): boolean => {
    const index = labelled.findIndex(({ row }) => row.id === id)
    const lane = labelled[index]
    const end = ends[index]
    if (!lane || !end) return false
    const spot = at(value)
    const crosses = (start: number, text: readonly string[], align: 'left' | 'right', strong: boolean): boolean => {
      const extent = widest(text, strong) * (align === 'right' ? -1 : 1)
      return spot > Math.min(start, start + extent) - 4 && spot < Math.max(start, start + extent) + 4
    }
    if (narrow) return crosses(-left, lane.lines, 'left', lane.strong) || crosses(length + right - aside, [lane.row.shown], 'right', true)
    if (inColumn) return false
    const side = end.below ? -1 : 1
    return crosses(at(end.end) + side * (GAP + thickness.beyond), [lane.row.shown], end.below ? 'right' : 'left', true)
  }
  const height = Math.max(step * lanes.length, TEXT.line)
  return {
    data,
    frame: { width: length, height, left, right, top: 0, bottom: 0 },
    domain,
    y,
    x,
    xScale,
    at,
    lower,
    step,
    thick,
    words,
    struck,
  }
}
