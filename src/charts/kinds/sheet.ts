/** What all kinds are put together from: the frame of a specification, its key, its notes, and how marks answer to a reader. */
import type { TopLevelSpec } from 'vega-lite'
import { GAP, house, SOFT, WIDTH } from '../house.ts'
import { measure, TEXT, widest, wrap } from '../text.ts'
import type { Row, Setting } from './row.ts'

type Layered = Extract<TopLevelSpec, { layer: readonly unknown[] }>
export type Layer = Layered['layer'][number]
export type Datum = Readonly<Record<string, unknown>>

/** Layers are written here as Vega-Lite reads them; its types ask for more than they need. */
export const layer = (spec: object): Layer => spec as Layer

/** The part of a sheet in which values have their place, in px, and the space around it. */
export interface Frame {
  readonly width: number
  readonly height: number
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

export const sheetWidth = ({ narrow }: Pick<Setting, 'narrow'>): number => (narrow ? WIDTH.narrow : WIDTH.wide)

/** The names of the parameters: what is pointed at, and what a reader chose by a click. */
export const POINTED = 'pointed'
export const CHOSEN = 'chosen'

const params = [
  { name: POINTED, select: { type: 'point', on: 'pointerover', clear: 'pointerout', fields: ['id'] } },
  { name: CHOSEN, select: { type: 'point', on: 'click', clear: 'dblclick', fields: ['id'], toggle: false } },
]

/** Marks that are neither pointed at nor chosen soften; words stay legible. */
export const softening = {
  condition: {
    test: {
      or: [{ param: POINTED, empty: false }, { and: [`!length(data("${POINTED}_store"))`, { param: CHOSEN, empty: true }] }],
    },
    value: 1,
  },
  value: 0.3,
} as const

/** What a reader who points at a mark is told. */
export const told = (language: string) => [
  { field: 'label', type: 'nominal', title: 'title' },
  { field: 'said', type: 'nominal', title: language === 'zh' ? '值' : 'value' },
]

/** A row as data: what it is and what it says. */
export const datumOf = ({ id, label, value, low, high, shown, said, series, figure, group, at }: Row): Datum => ({
  id,
  label,
  value,
  ...(low === null && high === null ? {} : { low, high }),
  shown,
  said,
  series,
  ...(figure === undefined ? {} : { figure }),
  ...(group === undefined ? {} : { group }),
  ...(at === undefined ? {} : { at }),
})

/** A text beside the plot: lines at a fixed place. */
const lines = (text: readonly string[], x: number, y: number, look: object = {}): Layer =>
  layer({
    data: { values: [{}] },
    mark: { type: 'text', text: [...text], align: 'left', baseline: 'alphabetic', fill: SOFT, ...look },
    encoding: { x: { value: x }, y: { value: y } },
  })

/**
 * A whole specification. The plot is as large as its frame says and keeps its place, whatever font draws its words. The
 * parameters belong to the first layer of marks; the others of the same plot obey them.
 */
export const sheet = (
  data: readonly Datum[],
  layers: readonly Layer[],
  frame: Frame,
  setting: Setting,
  /** What is no row of the chart and has data of its own: headings, labels. */
  others: Readonly<Record<string, readonly Datum[]>> = {},
): TopLevelSpec => {
  const notes = setting.notes.flatMap((note) => wrap(note, sheetWidth(setting), setting.language))
  const { width, height, left, right, top, bottom } = frame
  const under = height + bottom + GAP + TEXT.size
  const [first, ...rest] = layers
  return {
    datasets: { rows: [...data], ...others },
    data: { name: 'rows' },
    width,
    height,
    padding: { left, right, top, bottom: bottom + (notes.length > 0 ? GAP + notes.length * TEXT.line + 4 : 0) },
    autosize: 'none',
    background: 'transparent',
    config: house,
    layer: [...(first ? [{ ...first, params }] : []), ...rest, ...(notes.length > 0 ? [lines(notes, -left, under)] : [])],
  } as unknown as TopLevelSpec
}

const SYMBOL = 13
const LEAD = 4

export interface Key {
  /** The legend for the channel that tells its entries apart; null where nothing needs telling. */
  readonly legend: object | null
  readonly height: number
}

/** A key along the top of a drawing, in as many columns as have room. `left` and `top` are those of the frame. */
export const keyFor = (entries: Readonly<Record<string, string>>, left: number, top: number, setting: Setting, look: object = {}): Key => {
  const names = Object.keys(entries)
  if (names.length === 0) return { legend: null, height: 0 }
  const width = sheetWidth(setting)
  // Signs are given a hair more than their size.
  const widthOf = (texts: readonly string[]) => SYMBOL + 1 + 6 + widest(texts)
  const fits = (columns: number): boolean => {
    const inColumn = Array.from({ length: columns }, (_, column) => Object.values(entries).filter((_, index) => index % columns === column))
    return inColumn.reduce((sum, texts) => sum + widthOf(texts) + 18, -18) <= width
  }
  let columns = names.length
  while (columns > 1 && !fits(columns)) columns--
  const rows = Math.ceil(names.length / columns)
  return {
    legend: {
      orient: 'none',
      // Words are taller than signs: without this the first line would reach over the edge.
      padding: LEAD,
      legendX: -left - LEAD,
      legendY: -top,
      direction: 'horizontal',
      columns,
      columnPadding: 18,
      rowPadding: TEXT.line + 4 - SYMBOL,
      labelOffset: 6,
      title: null,
      values: names,
      labelExpr: `(${JSON.stringify(entries)})[datum.value]`,
      symbolSize: SYMBOL ** 2,
      ...look,
    },
    height: rows * (TEXT.line + 4) + 12,
  }
}

/** A line of a wrapped text under each other, with the middle of all of them where the mark is. */
export const middleOfLines = { expr: `-${TEXT.line / 2} * (length(datum.lines) - 1)` }

/** Whether a vertical line at `x` would strike through words that begin or end at `start`. */
export const strikes = (x: number, start: number, text: readonly string[], align: 'left' | 'right', strong: boolean): boolean => {
  const extent = Math.max(0, ...text.map((line) => measure(line, strong))) * (align === 'right' ? -1 : 1)
  return x > Math.min(start, start + extent) - 4 && x < Math.max(start, start + extent) + 4
}
