/** What the tests of charts share: the marks and words of a drawing, with the places where they stand. */
import type { TopLevelSpec } from 'vega-lite'

type Datum = Readonly<Record<string, unknown>>
interface Drawn {
  readonly mark: { readonly type: string; readonly [look: string]: unknown }
  readonly values: readonly Datum[]
}

export const layersOf = (spec: TopLevelSpec): Drawn[] =>
  'layer' in spec
    ? spec.layer.map((layer) => {
        const { mark, data } = layer as unknown as { readonly mark: Drawn['mark']; readonly data: { readonly values: readonly Datum[] } }
        return { mark, values: data.values }
      })
    : []

/** Every mark of a kind ("rect", "point", "text"), in the order of drawing. */
export const marksOf = (spec: TopLevelSpec, type: string): Datum[] =>
  layersOf(spec).flatMap(({ mark, values }) => (mark.type === type ? values : []))

/** The words of a drawing, each as one line. */
export const wordsOf = (spec: TopLevelSpec): string[] => marksOf(spec, 'text').map(({ lines }) => (lines as string[]).join(' '))

/** The place of words in a drawing. */
export const placeOf = (spec: TopLevelSpec, text: string): { readonly x: number; readonly y: number } => {
  const found = marksOf(spec, 'text').find(({ lines }) => (lines as string[]).join(' ') === text)
  if (!found) throw new Error(`the drawing does not say “${text}”`)
  return { x: Number(found.x), y: Number(found.y) }
}
