import { isMap, isScalar, type Node, type YAMLMap } from 'yaml'
import { add, divide, multiply, one, type Rational, rational, subtract } from '../rational.ts'
import type { Fields } from './fields.ts'
import type { DataFiles } from './files.ts'

/** A figure that a derived.yaml declares: of which kind it is, and of which figures it is made. */
export interface Declared {
  readonly id: string
  /** path:line of its key. */
  readonly place: string
  readonly kind: string
  readonly first: readonly string[]
  readonly second: readonly string[]
}

/** The word that names the other side of each kind, and what the kind makes of both. */
const kinds: Readonly<
  Record<string, { readonly partner?: string; readonly make: (first: readonly Rational[], second: Rational) => Rational }>
> = {
  sum: { make: (terms) => terms.reduce(add, rational(0n)) },
  difference: { partner: 'less', make: ([whole = one], part) => subtract(whole, part) },
  share: { partner: 'of', make: ([part = one], whole) => divide(part, whole) },
  growth: { partner: 'from', make: ([after = one], before) => divide(subtract(after, before), before) },
  ratio: { partner: 'to', make: ([amount = one], other) => divide(amount, other) },
  rate: { partner: 'per', make: ([amount = one], base) => divide(amount, base) },
  product: { partner: 'times', make: ([amount = one], times) => multiply(amount, times) },
}

/** Every figure that a derived.yaml declares. */
export const declaredIn = (files: DataFiles): readonly Declared[] =>
  files.named('derived.yaml').flatMap((file) => {
    const { document, lineOf } = files.yaml(file)
    const { contents } = document
    return isMap(contents) ? entriesIn(contents as YAMLMap, [], (key) => `${file}:${lineOf(key)}`) : []
  })

const entriesIn = (map: YAMLMap, path: readonly string[], placeOf: (key: Node) => string): readonly Declared[] =>
  map.items.flatMap(({ key, value }) => {
    if (!isScalar(key) || !isMap(value)) return []
    const id = [...path, String(key.value)]
    const fields = value.toJSON() as Fields
    // A group may be called “share”; its value is a map then, and no name of a figure.
    const kind = Object.keys(kinds).find((name) => typeof fields[name] === 'string' || Array.isArray(fields[name]))
    if (kind === undefined) return entriesIn(value, id, placeOf)
    const partner = kinds[kind]?.partner
    return [{ id: id.join('.'), place: placeOf(key), kind, first: namesIn(fields[kind]), second: partner ? namesIn(fields[partner]) : [] }]
  })

const namesIn = (value: unknown): readonly string[] => [value].flat().filter((name) => typeof name === 'string')

/** What a declaration comes to, by the meaning of its kind alone; `valueAt` tells the figures that it names. */
export const declaredValue = ({ kind, first, second }: Declared, valueAt: (id: string) => Rational): Rational => {
  const make = kinds[kind]?.make
  if (!make) throw new Error(`a kind “${kind}” that replay/declared.ts does not know`)
  return make(first.map(valueAt), second[0] === undefined ? one : valueAt(second[0]))
}
