import type { TopLevelSpec } from 'vega-lite'
import { INK, SOFT, type Told } from './row.ts'
import { TEXT } from './text.ts'

type Layered = Extract<TopLevelSpec, { layer: readonly unknown[] }>
export type Layer = Layered['layer'][number]

/** A filled or outlined rectangle, in px. */
export interface Box {
  readonly x: number
  readonly x2: number
  readonly y: number
  readonly y2: number
  readonly fill: string
  readonly told?: Told
}

/** A straight line, in px. */
export interface Stroke {
  readonly x: number
  readonly x2: number
  readonly y: number
  readonly y2: number
  readonly stroke: string
  readonly told?: Told
}

/** A text of one or more lines. `y` is the baseline of the first. */
export interface Words {
  readonly x: number
  readonly y: number
  readonly lines: readonly string[]
  readonly align: 'left' | 'right' | 'center'
  readonly soft: boolean
  readonly strong: boolean
  /** Turned by a quarter, to be read from below. */
  readonly turned?: boolean
  readonly told?: Told
}

const px = (field: string) => ({ field, type: 'quantitative', scale: null }) as const
const paint = (field: string) => ({ field, type: 'nominal', scale: null }) as const
const corners = { x: px('x'), x2: { field: 'x2' }, y: px('y'), y2: { field: 'y2' } }

/** How a rectangle looks beside its fill. */
export interface Look {
  readonly stroke?: string
  readonly strokeWidth?: number
  readonly strokeDash?: number[]
  readonly fillOpacity?: number
}

export const boxes = (values: readonly Box[], look: Look = {}): Layer => ({
  data: { values: [...values] },
  mark: { type: 'rect', ...look },
  encoding: { ...corners, fill: paint('fill') },
})

export const strokes = (values: readonly Stroke[], dash: number[] = []): Layer => ({
  data: { values: [...values] },
  mark: { type: 'rule', strokeWidth: 1, ...(dash.length > 0 && { strokeDash: dash }) },
  encoding: { ...corners, stroke: paint('stroke') },
})

export const dots = (values: readonly Pick<Box, 'x' | 'y' | 'fill' | 'told'>[], diameter: number): Layer => ({
  data: { values: [...values] },
  mark: { type: 'point', shape: 'circle', filled: true, size: diameter ** 2, opacity: 1 },
  encoding: { x: px('x'), y: px('y'), fill: paint('fill') },
})

/** A small mark with a shape of its own, so that it can be told apart without its colour. */
export interface Sign {
  readonly x: number
  readonly y: number
  readonly shape: 'triangle-up' | 'triangle-down' | 'triangle-left' | 'triangle-right' | 'circle' | 'square' | 'diamond' | 'cross'
  readonly fill: string
  readonly stroke: string
  readonly told?: Told
}

export const signs = (values: readonly Sign[], diameter: number): Layer => ({
  data: { values: [...values] },
  mark: { type: 'point', size: diameter ** 2, strokeWidth: 1.5, opacity: 1 },
  encoding: { x: px('x'), y: px('y'), shape: paint('shape'), fill: paint('fill'), stroke: paint('stroke') },
})

export const texts = (values: readonly Words[], { size, line }: { readonly size: number; readonly line: number } = TEXT): Layer => ({
  data: { values: values.map((each) => ({ ...each, fill: each.soft ? SOFT : INK })) },
  mark: {
    type: 'text',
    align: { expr: 'datum.align' },
    angle: { expr: 'datum.turned ? 270 : 0' },
    fontWeight: { expr: 'datum.strong ? 600 : null' },
    baseline: 'alphabetic',
    fontSize: size,
    lineHeight: line,
    limit: 0,
  },
  encoding: { x: px('x'), y: px('y'), text: { field: 'lines', type: 'nominal' }, fill: paint('fill') },
})

/** A datum as a drawing has it: `key` is the same for all that is one thing to point at. */
export interface Pointed extends Told {
  readonly key: number
}

interface Inline {
  readonly data: { readonly values: readonly { readonly told?: Told }[] }
  readonly encoding: object
}

const tooltip = (['label', 'shown'] as const).map((field) => ({ field, type: 'nominal' }))

/** Puts what is told of marks into their data, where a tooltip finds it; marks of which nothing is told are a layer of their own. */
function tell(layers: readonly Layer[]): Layer[] {
  const keys = new Map<Told, number>()
  return layers.flatMap((layer) => {
    const { data, encoding } = layer as unknown as Inline
    const silent = data.values.filter(({ told }) => !told)
    const values = data.values.flatMap(({ told, ...datum }) => {
      if (!told) return []
      keys.set(told, keys.get(told) ?? keys.size)
      return [{ ...datum, ...told, key: keys.get(told) } as Pointed]
    })
    return [
      ...(silent.length > 0 ? [{ ...layer, data: { values: silent } } as Layer] : []),
      ...(values.length > 0 ? [{ ...layer, data: { values }, encoding: { ...encoding, tooltip } } as Layer] : []),
    ]
  })
}

/**
 * A drawing made of layers, later ones on top. All positions are px and no channel has a scale: where a
 * connector may run depends on where words stand, so marks and words are placed together, before Vega.
 */
export const sheet = (width: number, height: number, layer: Layer[]): TopLevelSpec => ({
  width,
  height,
  layer: tell(layer),
  padding: 0,
  autosize: { type: 'none' },
  background: 'transparent',
  config: { view: { stroke: null }, aria: false, axis: { labelLimit: 0 } },
})
