/** Rows down the page, each a label and a span of values with words at both of its ends: tornados and fans. */
import { GAP, INK, SOFT } from '../house.ts'
import { measure, TEXT, widest, wrap } from '../text.ts'
import type { Row, Setting } from './row.ts'
import { type Datum, datumOf, type Frame, type Layer, layer, sheetWidth, strikes, told } from './sheet.ts'

/** What a row reaches from and to, with the words at its ends and, if it has any, over its middle; null where nothing is drawn. */
export interface Span {
  readonly row: Row
  readonly reach: {
    readonly low: number
    readonly high: number
    readonly lowText: string
    readonly highText: string
    readonly middle?: { readonly value: number; readonly text: string }
  } | null
}

type Room = 'row' | 'lane' | 'none'

export interface PlacedSpans {
  readonly data: readonly (Datum & { readonly id: string })[]
  readonly frame: Frame
  readonly y: object
  readonly x: (field: string) => object
  /** A value's place in px of the plot. */
  readonly at: (value: number) => number
  /** How far the lane lies under the middle of its row, in px, and the height of a row and of its mark. */
  readonly lower: number
  readonly step: number
  readonly thick: number
  readonly words: readonly Layer[]
  /** Of each row, what room a line down the plot at a value has beside its words. */
  readonly roomAt: (value: number) => readonly Room[]
}

const LABEL_LIMIT = 260
/** What a mark at the end of a span reaches beyond its value. */
const BEYOND = 8

/**
 * Places spans. Wide: the label stands left of the plot, and each end’s value beside the end. Narrow: label and values stand
 * over the lane, which then has the full width. `others` are values that have a place on the scale without being a span’s.
 */
export function placeSpans(spans: readonly Span[], setting: Setting, others: readonly number[]): PlacedSpans {
  const { language, narrow } = setting
  const full = sheetWidth(setting)
  const labelled = spans.map((span) => ({ ...span, lines: wrap(span.row.label, narrow ? full : LABEL_LIMIT, language) }))
  const column = narrow ? 0 : Math.ceil(widest(labelled.flatMap(({ lines }) => lines))) + 2 * GAP
  const inner = full - column - 2 * BEYOND

  const values = [...others, ...spans.flatMap(({ reach }) => (reach ? [reach.low, reach.high] : []))]
  const [low, high] = values.length > 0 ? [Math.min(...values), Math.max(...values)] : [0, 1]
  const domain: readonly [number, number] = low === high ? [low - (Math.abs(low) || 1), high + (Math.abs(high) || 1)] : [low, high]
  const inPart = (value: number): number => (value - domain[0]) / (domain[1] - domain[0])

  // The scale is as long as it can be with every end’s words on the sheet.
  const ends = spans.flatMap(({ row, reach }) =>
    narrow
      ? []
      : reach
        ? [{ from: inPart(reach.low), to: inPart(reach.high), before: measure(reach.lowText) + GAP, after: measure(reach.highText) + GAP }]
        : [{ from: 0, to: 0, before: 0, after: measure(row.shown) + GAP }],
  )
  const before = (length: number): number => Math.max(0, ...ends.map(({ from, before: words }) => words - length * from))
  const fits = (length: number): boolean => {
    const start = before(length)
    return start + length <= inner && ends.every(({ to, after }) => start + length * to + after <= inner)
  }
  let [length, ceiling] = [40, Math.max(40, inner)]
  for (let round = 0; round < 30; round++) {
    const middle = (length + ceiling) / 2
    if (fits(middle)) length = middle
    else ceiling = middle
  }
  length = Math.floor(length)
  const left = Math.ceil(column + BEYOND + before(length))
  const right = full - left - length
  const at = (value: number): number => length * inPart(value)

  const thick = narrow ? 12 : 16
  const most = Math.max(1, ...labelled.map(({ lines }) => lines.length)) * TEXT.line
  const hasMiddles = spans.some(({ reach }) => reach?.middle)
  // Over the lane: in the wide drawing the middle’s words, in the narrow one the label and a line of values.
  const over = narrow ? most + TEXT.line + 4 : hasMiddles ? TEXT.line : 0
  const step = over + (narrow ? thick : Math.max(most, thick)) + (narrow ? 18 : 14)
  const lower = over / 2
  // The words of the narrow drawing end where the lane begins, the values under the label.
  const valueLine = lower - thick / 2 - 4 - TEXT.line / 2
  const data = labelled.map(({ row, reach, lines }) => ({
    ...datumOf(row),
    id: row.id,
    lines,
    ...(reach
      ? {
          first: reach.low,
          last: reach.high,
          firstText: reach.lowText,
          lastText: reach.highText,
          ...(reach.middle ? { middle: reach.middle.value, middleText: reach.middle.text } : {}),
        }
      : { nothing: true }),
  }))
  const y = { field: 'id', type: 'nominal', scale: { type: 'band', domain: spans.map(({ row }) => row.id), padding: 0 }, axis: null }
  const scale = { domain: [...domain], nice: false, zero: false }
  const x = (field: string) => ({ field, type: 'quantitative', scale, axis: null })

  const text = (field: string, place: object, mark: object, filter?: string): Layer =>
    layer({
      ...(filter ? { transform: [{ filter }] } : {}),
      mark: { type: 'text', baseline: 'middle', ...mark },
      encoding: { x: place, y, text: { field, type: 'nominal' }, tooltip: told(language) },
    })
  const labels = text(
    'lines',
    { value: -left },
    {
      align: 'left',
      dy: {
        expr: narrow
          ? `${valueLine - TEXT.line} - ${TEXT.line} * (length(datum.lines) - 1)`
          : `${lower} - ${TEXT.line / 2} * (length(datum.lines) - 1)`,
      },
    },
  )
  const under = narrow ? valueLine : lower
  const some = spans.some(({ reach }) => reach)
  const none = spans.some(({ reach }) => !reach)
  const isDrawn = 'isValid(datum.first)'
  const words = [
    labels,
    ...(some
      ? narrow
        ? [
            text('firstText', { value: -left }, { align: 'left', dy: under }, isDrawn),
            text('lastText', { value: length + right }, { align: 'right', dy: under }, isDrawn),
          ]
        : [
            text('firstText', x('first'), { align: 'right', dx: -GAP - BEYOND, dy: under }, isDrawn),
            text('lastText', x('last'), { align: 'left', dx: GAP + BEYOND, dy: under }, isDrawn),
          ]
      : []),
    ...(hasMiddles
      ? [
          narrow
            ? text('middleText', { value: length / 2 }, { align: 'center', dy: under, fontWeight: 600, fill: INK }, 'isValid(datum.middle)')
            : text(
                'middleText',
                x('middle'),
                { align: 'center', dy: lower - thick / 2 - TEXT.line / 2 - 1, fontWeight: 600, fill: INK },
                'isValid(datum.middle)',
              ),
        ]
      : []),
    ...(none ? [text('shown', { value: narrow ? -left : GAP }, { align: 'left', dy: under, fill: SOFT }, 'datum.nothing')] : []),
  ]
  // In the narrow drawing all words stand over the lanes, in the wide one those of the middle.
  const roomAt = (value: number): readonly Room[] =>
    spans.map(({ row, reach }) => {
      if (narrow) return 'lane'
      const spot = at(value)
      if (!reach) return strikes(spot, GAP, [row.shown], 'left', false) ? 'none' : 'row'
      const beside =
        strikes(spot, at(reach.low) - GAP - BEYOND, [reach.lowText], 'right', false) ||
        strikes(spot, at(reach.high) + GAP + BEYOND, [reach.highText], 'left', false)
      const { middle } = reach
      const under = middle !== undefined && Math.abs(spot - at(middle.value)) < measure(middle.text, true) / 2 + 4
      return beside ? 'none' : under ? 'lane' : 'row'
    })
  return {
    roomAt,
    data,
    frame: { width: length, height: Math.max(step * spans.length, TEXT.line), left, right, top: 0, bottom: 0 },
    y,
    x,
    at,
    lower,
    step,
    thick,
    words,
  }
}

/** A line down the plot at a value, with its words over it: through whole rows or their lanes, as words leave it room. */
export const lineAt = (
  value: number,
  label: { readonly lines: readonly string[]; readonly over: number } | undefined,
  { y, x, at, lower, step, thick, frame, data, roomAt }: PlacedSpans,
  rule: object,
  /** The row that it ends with: the last, unless one before is said. */
  until: number = data.length - 1,
): readonly Layer[] => {
  const middle = (step / 2 + lower) / step
  const half = (thick / 2 + 4) / step
  const rooms = roomAt(value)
  const part = (room: Room, from: number, to: number): readonly Layer[] => {
    const ids = data.flatMap(({ id }, index) => (rooms[index] === room && index <= until ? [id] : []))
    if (ids.length === 0) return []
    return [
      layer({
        transform: [{ filter: { field: 'id', oneOf: ids } }],
        mark: { type: 'rule', ...rule },
        encoding: {
          x: { ...x('first'), field: undefined, datum: value },
          y: { ...y, bandPosition: from },
          y2: { field: 'id', bandPosition: to },
        },
      }),
    ]
  }
  const lines = [...part('row', 0, 1), ...part('lane', middle - half, middle + half)]
  if (!label) return lines
  // Near an edge of the sheet the words lean inwards.
  const reach = widest(label.lines, true) / 2
  const [first, last] = [-frame.left, frame.width + frame.right]
  const place =
    at(value) + reach > last
      ? { align: 'right', x: last }
      : at(value) - reach < first
        ? { align: 'left', x: first }
        : { align: 'center', x: at(value) }
  return [
    ...lines,
    layer({
      data: { values: [{}] },
      mark: { type: 'text', text: [...label.lines], align: place.align, baseline: 'alphabetic', fontWeight: 600, fill: INK },
      encoding: { x: { value: place.x }, y: { value: -label.over - (label.lines.length - 1) * TEXT.line } },
    }),
  ]
}
