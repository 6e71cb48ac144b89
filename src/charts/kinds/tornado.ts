import type { TopLevelSpec } from 'vega-lite'
import { ACCENT, colourOf, PAPER } from '../house.ts'
import { TEXT, wrap } from '../text.ts'
import { apart } from './apart.ts'
import type { Flip, Row, Setting } from './row.ts'
import { type Datum, keyFor, type Layer, layer, sheet, sheetWidth, softening, told } from './sheet.ts'
import { lineAt, placeSpans, type Span } from './spans.ts'

/** The states of marks in a tornado: the ends of an input, and where words of the report would no longer hold. */
export const tornadoNames = ['low', 'high', 'flips'] as const

const BAD = 'var(--bad)'
/** The room of a letter over its line, in px. */
const LETTER = 16

const thresholdsOf = ({ below, above }: Flip): readonly number[] => [below, above].flatMap((value) => value ?? [])

/**
 * One bar for each input, from the result where the input is at its low end (a hollow dot) to the result where it is at its
 * high end (a full one), around the line of the result as it is. Where a bar crosses the value at which words of the report
 * would no longer hold, a diamond and a letter say which. Rows come in the caller’s order: the widest first.
 */
export function tornado(rows: readonly Row[], setting: Setting): TopLevelSpec {
  const { language, narrow, reference, flips = [] } = setting
  const drawn = rows.map((row): Span & { readonly ends?: NonNullable<Row['ends']> } => {
    const { ends } = row
    if (!ends) return { row, reach: null }
    const [first, last] = ends.toSorted((one, other) => one.value - other.value)
    return {
      row,
      ends,
      reach: first && last ? { low: first.value, high: last.value, lowText: first.shown, highText: last.shown } : null,
    }
  })
  const middle = reference ? [reference.value] : []
  const values = [...middle, ...drawn.flatMap(({ reach }) => (reach ? [reach.low, reach.high] : []))]
  const [least, most] = [Math.min(...values), Math.max(...values)]
  // What no bar reaches has no place on the scale; the note says so.
  const inReach = flips.flatMap((flip) =>
    thresholdsOf(flip)
      .filter((value) => value >= least && value <= most)
      .map((value) => ({ flip, value })),
  )
  const placed = placeSpans(drawn, setting, middle)
  const { x, y, at, lower, frame } = placed
  const middleOf = (low: number, high: number): number => Math.max(low, Math.min(high, reference?.middle ?? reference?.value ?? low))
  const data = placed.data.map((datum, index): Datum => {
    const { ends, reach } = drawn[index] ?? {}
    if (!ends || !reach) return datum
    return { ...datum, from: ends[0].value, to: ends[1].value, turn: middleOf(reach.low, reach.high) }
  })
  const crosses = ({ reach }: Span, value: number): boolean => reach !== null && value >= reach.low && value <= reach.high
  const points: Datum[] = drawn.flatMap((span) => {
    const { row, ends } = span
    if (!ends) return []
    const point = (state: (typeof tornadoNames)[number], place: number): Datum => ({
      id: row.id,
      label: row.label,
      said: row.said,
      state,
      place,
    })
    return [
      ...inReach.filter(({ value }) => crosses(span, value)).map(({ value }) => point('flips', value)),
      point('high', ends[1].value),
      point('low', ends[0].value),
    ]
  })

  const entries = Object.fromEntries(
    tornadoNames.filter((name) => points.some(({ state }) => state === name)).map((name) => [name, setting.key[name] ?? name]),
  )
  const key = keyFor(entries, frame.left, 0, setting, { symbolSize: 100, symbolStrokeWidth: 1.5 })
  const lettersOver = inReach.length > 0 ? TEXT.line : 0
  const named = reference
    ? wrap(`${reference.label}${language === 'zh' ? ' ' : ': '}${reference.shown}`, sheetWidth(setting), language, true)
    : []
  const head = key.height + named.length * TEXT.line + (reference ? 2 : 0) + lettersOver + 2
  const legend = key.legend && { ...key.legend, legendY: -head }
  const state = { field: 'state', type: 'nominal', title: null }
  const scaled = (range: readonly string[]) => ({ ...state, scale: { domain: [...tornadoNames], range: [...range] }, legend })
  const offset = lower ? { yOffset: lower } : {}
  const look = { opacity: softening, tooltip: told(language) }
  const bar = (side: 'from' | 'to', mark: object): Layer =>
    layer({
      transform: [{ filter: 'isValid(datum.turn)' }],
      mark: { type: 'bar', height: narrow ? 7 : 9, fill: colourOf('direct'), ...mark, ...offset },
      encoding: { x: x(side), x2: { field: 'turn' }, y, ...look },
    })
  // A letter stands over each line; both sides of what holds between two values have one where they would touch.
  const letters = flips.flatMap(({ letter }) => {
    const places = inReach.filter(({ flip }) => flip.letter === letter).map(({ value }) => at(value))
    const [first, second] = places
    return first !== undefined && second !== undefined && second - first < LETTER
      ? [{ letter, at: (first + second) / 2, extent: LETTER }]
      : places.map((place) => ({ letter, at: place, extent: LETTER }))
  })
  const spread = apart(letters, -frame.left, frame.width + frame.right)
  const thresholds = [
    ...inReach.flatMap(({ value }) => {
      const last = drawn.findLastIndex((span) => crosses(span, value))
      // With all bars beyond it, it parts them from the result.
      return lineAt(value, undefined, placed, { stroke: BAD, strokeDash: [3, 3] }, last < 0 ? undefined : last)
    }),
    ...letters.map(({ letter, at: place }, index) =>
      layer({
        data: { values: [{}] },
        mark: { type: 'text', text: letter, align: 'center', baseline: 'alphabetic', fontWeight: 600, fill: BAD },
        encoding: { x: { value: spread[index] ?? place }, y: { value: -6 } },
      }),
    ),
  ]
  const ends = layer({
    data: { name: 'ends' },
    mark: { type: 'point', filled: false, size: 130, strokeWidth: 1.5, ...offset },
    encoding: {
      x: x('place'),
      y,
      shape: scaled(['circle', 'circle', 'diamond']),
      fill: scaled([PAPER, colourOf('direct'), BAD]),
      stroke: scaled([colourOf('direct'), colourOf('direct'), PAPER]),
      ...look,
    },
  })
  const line = reference ? lineAt(reference.value, { lines: named, over: lettersOver + 6 }, placed, { stroke: ACCENT, strokeWidth: 2 }) : []
  return sheet(
    data,
    // What is under the ends of its input is light, so that the sides are told apart where a bar is too short for its dots.
    [bar('from', { fillOpacity: 0.4 }), bar('to', {}), ...thresholds, ...line, ends, ...placed.words],
    { ...frame, top: head },
    { ...setting, notes: [...flips.map(({ note }) => note), ...setting.notes] },
    { ends: points },
  )
}
