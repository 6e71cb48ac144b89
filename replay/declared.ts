import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { isMap, isScalar, LineCounter, parseDocument, type YAMLMap } from 'yaml'
import { add, divide, multiply, one, type Rational, rational, subtract } from './rational.ts'

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

/** Every figure that the data below a folder declare. */
export const declaredIn = (tree: string): readonly Declared[] => {
  if (!existsSync(`${tree}/data`)) return []
  return readdirSync(`${tree}/data`, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('/derived.yaml'))
    .sort()
    .flatMap((file) => declaredInFile(`data/${file}`, readFileSync(`${tree}/data/${file}`, 'utf8')))
}

const declaredInFile = (file: string, text: string): readonly Declared[] => {
  const lines = new LineCounter()
  const { contents } = parseDocument(text, { lineCounter: lines, schema: 'failsafe' })
  const walk = (map: YAMLMap, path: readonly string[]): readonly Declared[] =>
    map.items.flatMap(({ key, value }) => {
      if (!isScalar(key) || !isMap(value)) return []
      const id = [...path, String(key.value)]
      const fields = value.toJSON() as Readonly<Record<string, unknown>>
      // A group may be called “share”; its value is a map then, and no name of a figure.
      const kind = Object.keys(kinds).find((name) => typeof fields[name] === 'string' || Array.isArray(fields[name]))
      if (kind === undefined) return walk(value, id)
      const partner = kinds[kind]?.partner
      const place = `${file}:${lines.linePos(key.range?.[0] ?? 0).line}`
      return [{ id: id.join('.'), place, kind, first: namesIn(fields[kind]), second: partner ? namesIn(fields[partner]) : [] }]
    })
  return isMap(contents) ? walk(contents, []) : []
}

const namesIn = (value: unknown): readonly string[] => [value].flat().filter((name) => typeof name === 'string')

/** What a declaration comes to, by the meaning of its kind alone; `valueAt` tells the figures that it names. */
export const declaredValue = ({ kind, first, second }: Declared, valueAt: (id: string) => Rational): Rational => {
  const make = kinds[kind]?.make
  if (!make) throw new Error(`a kind “${kind}” that replay/declared.ts does not know`)
  return make(first.map(valueAt), second[0] === undefined ? one : valueAt(second[0]))
}
