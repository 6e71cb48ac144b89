import type { TopLevelSpec } from 'vega-lite'
import { drawKey } from './marks.ts'
import { ACCENT, type ChartOptions, colour, LINE, type Told } from './row.ts'
import { WIDTH } from './rows.ts'
import { boxes, dots, type Sign, sheet, signs, strokes, texts, type Words } from './sheet.ts'
import { measure, TEXT, wrap } from './text.ts'

/** One thing that was measured: how far off it is and may be, or null where nobody can say. */
export interface StripMark {
  readonly kind: string
  readonly value: number | null
  /** The ends of what it may be; null where an end is open. */
  readonly interval: readonly [low: number | null, high: number | null]
  /** Its value in words, for where it lies beyond the scale. */
  readonly shown: string
  readonly told?: Told
}

export interface StripGroup {
  readonly label: string
  readonly marks: readonly StripMark[]
}

/** A kind of marks: the common one is a dot in a narrow lane, and each other has a shape and a lane in which it stands out. */
export interface StripKind {
  readonly id: string
  readonly text: string
  readonly colour: string
  readonly shape: Sign['shape'] | 'dot'
}

export type StripWord = 'scale' | 'band' | 'unknown'

/** How far the scale goes to either side, and half the width of the band around its middle. */
const [REACH, BAND] = [3, 0.5]
const LANE = { dot: 5, sign: 10, beyond: 18, unknown: 7 }
/** The most px that lanes of dots take together; beyond it they are drawn closer. */
const MOST = 760
/** From the end of the scale to the edge of the plot, where what lies beyond is folded in. */
const EDGE = 0.35

/** A mark in its lane. */
type Placed = Omit<StripMark, 'value'> & { readonly value: number; readonly look: StripKind; readonly y: number }

/** Differences from zero as strips, a lane for each, with the range of each as a line; what has none stands beside the plot. */
export function stripChart(
  groups: readonly StripGroup[],
  kinds: readonly StripKind[],
  { language, narrow, words }: ChartOptions<StripWord>,
): TopLevelSpec {
  const width = narrow ? WIDTH.narrow : WIDTH.wide
  const looks = new Map(kinds.map((kind) => [kind.id, kind]))
  const key = drawKey(
    kinds.map((kind) => ({ text: kind.text, sign: signOf(kind) })),
    width,
  )
  const aside = Math.ceil(measure(words.unknown))
  const plot = narrow ? { from: 0, to: width - aside - 16 } : { from: 176, to: width - aside - 24 }
  const at = (value: number) => plot.from + ((value + REACH + EDGE) / (2 * (REACH + EDGE))) * (plot.to - plot.from)
  const lane = Math.min(LANE.dot, MOST / groups.reduce((sum, { marks }) => sum + marks.length, 0))

  const head = key.height + TEXT.line
  const top = head + 8
  let y = top
  const placed = groups.map(({ label, marks }, index) => {
    const ruler = y
    y += index > 0 && !narrow ? 6 : 0
    const lines = wrap(label, narrow ? width : plot.from - 20, language)
    const block = lines.length * TEXT.line
    y += narrow ? block + 4 : 0
    const begin = y
    const known: Placed[] = []
    // From what lies lowest to what lies highest, and of equals from the surest to the least sure.
    for (const mark of marks.toSorted((a, b) => (a.value ?? 0) - (b.value ?? 0) || spread(a) - spread(b))) {
      const look = looks.get(mark.kind)
      if (mark.value === null || !look) continue
      const height = isBeyond(mark.value) ? LANE.beyond : look.shape === 'dot' ? lane : LANE.sign
      known.push({ ...mark, value: mark.value, look, y: y + height / 2 })
      y += height
    }
    // Under their word, in rows as long as it is: a lane for each would leave the plot empty beside them.
    const nowhere = marks.filter(({ value }) => value === null)
    const inRow = Math.min(nowhere.length, Math.floor(aside / LANE.unknown))
    const unknown = nowhere.flatMap(({ kind, told }, position) => {
      const look = looks.get(kind)
      const x = width - aside / 2 + ((position % inRow) - (inRow - 1) / 2) * LANE.unknown
      return look ? [{ ...signOf(look), ...(told && { told }), x, y: begin + (Math.floor(position / inRow) + 0.5) * LANE.unknown }] : []
    })
    y = Math.max(y, begin + Math.ceil(nowhere.length / Math.max(1, inRow)) * LANE.unknown, narrow ? 0 : begin + block)
    const middle = narrow ? begin - 4 - block : (begin + y - block) / 2
    const name: Words = { x: 0, y: middle + 0.5 * TEXT.line + 0.36 * TEXT.size, lines, align: 'left', soft: false, strong: narrow }
    y += 6
    return { known, unknown, name, ruler }
  })
  const bottom = y

  const known = placed.flatMap((group) => group.known)
  const unknown = placed.flatMap((group) => group.unknown)
  const [inside, folded] = [known.filter(({ value }) => !isBeyond(value)), known.filter(({ value }) => isBeyond(value))]
  const clip = (value: number) => Math.max(-REACH - EDGE, Math.min(REACH + EDGE, value))
  const ranges = known.flatMap(({ interval: [low, high], y: middle }) =>
    low === high ? [] : [{ x: at(clip(low ?? -Infinity)), x2: at(clip(high ?? Infinity)), y: middle, y2: middle, stroke: colour('muted') }],
  )
  const dotted = inside.flatMap(({ value, look, told, y: middle }) =>
    look.shape === 'dot' ? [{ ...(told && { told }), x: at(value), y: middle, fill: look.colour }] : [],
  )
  const signed = inside.flatMap(({ value, look, told, y: middle }) =>
    look.shape === 'dot' ? [] : [{ ...signOf(look), ...(told && { told }), x: at(value), y: middle }],
  )
  const arrows = folded.map(({ value, look, told, y: middle }): Sign => {
    const shape = value < 0 ? 'triangle-left' : 'triangle-right'
    return { ...signOf(look), ...(told && { told }), shape, x: at(Math.sign(value) * (REACH + EDGE / 2)), y: middle }
  })
  const numbers = folded.map(({ value, shown, told, y: middle }): Words => {
    const side = Math.sign(value)
    const x = at(side * REACH) - side * 8
    return {
      ...(told && { told }),
      x,
      y: middle + 0.36 * TEXT.size,
      lines: [shown],
      align: side < 0 ? 'left' : 'right',
      soft: false,
      strong: true,
    }
  })

  const ticks = Array.from({ length: 2 * REACH + 1 }, (_, index) => index - REACH)
  const line = (value: number, stroke: string) => ({ x: at(value), x2: at(value), y: top, y2: bottom, stroke })
  const said = (text: string | readonly string[], x: number, height: number, align: Words['align']): Words => {
    return { x, y: height, lines: [text].flat(), align, soft: true, strong: false }
  }
  const scale = wrap(words.scale, narrow ? width : plot.to - plot.from, language)
  const foot = bottom + 2 * TEXT.line + 2
  return sheet(width, foot + (scale.length - 1) * TEXT.line + 6, [
    ...key.layers,
    boxes([{ x: at(-BAND), x2: at(BAND), y: top, y2: bottom, fill: 'var(--good)' }], { fillOpacity: 0.13 }),
    strokes(ticks.filter((tick) => tick !== 0).map((tick) => line(tick, LINE))),
    strokes(narrow ? [] : placed.slice(1).map(({ ruler }) => ({ x: 0, x2: width, y: ruler, y2: ruler, stroke: LINE }))),
    strokes([line(0, ACCENT)], [2, 3]),
    strokes(ranges),
    dots(dotted, 4.5),
    signs(signed, 8),
    signs(arrows, 9),
    signs(unknown, 5),
    texts([
      ...placed.map(({ name }) => name),
      ...numbers,
      said(words.band, at(0), head, 'center'),
      ...(unknown.length > 0 ? [said(words.unknown, width, head, 'right')] : []),
      ...ticks.map((tick) => said(tick > 0 ? `+${tick}` : String(tick).replace('-', '−'), at(tick), bottom + TEXT.line, 'center')),
      said(scale, narrow ? 0 : at(0), foot, narrow ? 'left' : 'center'),
    ]),
  ])
}

const isBeyond = (value: number): boolean => Math.abs(value) > REACH

const spread = ({ interval: [low, high] }: StripMark): number => (high ?? Infinity) - (low ?? -Infinity)

/** A shape without its place; only the open circle is empty, so that it differs from the dot. */
const signOf = ({ colour: stroke, shape }: StripKind): Omit<Sign, 'x' | 'y'> => ({
  shape: shape === 'dot' ? 'circle' : shape,
  fill: shape === 'circle' ? 'none' : stroke,
  stroke,
})
