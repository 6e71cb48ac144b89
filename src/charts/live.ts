/** A chart as a page makes it live: compiled to Vega, so that a reader need not fetch Vega-Lite. */
import type { Spec } from 'vega'
import { compile, type TopLevelSpec } from 'vega-lite'

interface Mark {
  readonly type: string
  readonly from?: { readonly data: string }
  readonly encode?: { readonly update: object }
}
interface Data {
  readonly name: string
  readonly values: readonly object[]
}

/** The key of what is pointed at or chosen; the other marks soften. */
const lit = 'lit'
const soften = { signal: `${lit} === null || ${lit} === datum.key ? 1 : 0.3` }

/** Places as the drawing on the page rounds them, so that nothing moves when it becomes live. */
const rounded = (datum: object): object =>
  Object.fromEntries(Object.entries(datum).map(([name, value]) => [name, typeof value === 'number' ? Math.round(value * 10) / 10 : value]))

/** The same drawing, with marks that can be pointed at and a signal that says which is. */
export function liveSpec(spec: TopLevelSpec): Spec {
  const drawn = compile(spec).spec as unknown as { readonly data: readonly Data[]; readonly marks: readonly Mark[] }
  const told = new Set(drawn.data.filter(({ values }) => values.some((datum) => 'key' in datum)).map(({ name }) => name))
  const marks = drawn.marks.map((mark) => {
    if (!told.has(mark.from?.data ?? '')) return { ...mark, interactive: false }
    // Words stay legible, whatever is pointed at.
    const update = { ...mark.encode?.update, tooltip: { signal: 'datum' }, ...(mark.type !== 'text' && { opacity: soften }) }
    return { ...mark, encode: { update } }
  })
  const data = drawn.data.map((each) => ({ ...each, values: each.values.map(rounded) }))
  return { ...drawn, data, signals: [{ name: lit, value: null }], marks } as unknown as Spec
}

/** A specification as a file: places in px need no more than two decimals. */
export const specText = (spec: object): string =>
  JSON.stringify(spec, (_, value: unknown) => (typeof value === 'number' ? Math.round(value * 100) / 100 : value))
