/** A value held against a JSON Schema. What does not fit is told at the innermost key or value to blame, with what would fit. */
import { nearest } from '../../../scripts/ledger/problem.ts'
import { type Group, isGroup } from './words.ts'

/** The part of JSON Schema that Vega-Lite's is written in. */
export interface Schema {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly Schema[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly additionalProperties?: boolean | Schema
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly minimum?: number
  readonly maximum?: number
  readonly minItems?: number
  readonly maxItems?: number
  readonly definitions?: Readonly<Record<string, Schema>>
}

export type Path = readonly PropertyKey[]

export interface Misfit {
  readonly path: Path
  readonly what: string
  readonly expected: string
  /** How far from a shape it is: a wrong value is nearer than a key that means nothing, and that than one that is missing. */
  readonly weight: number
  /** The values that would fit, where it is one of certain values that does not. */
  readonly known?: readonly string[]
}

/** Parts of a value that stand for several: each is held against the schema in its place. */
type Unfold = (value: unknown) => readonly (readonly [step: PropertyKey, value: unknown])[] | undefined

const typeOf = (value: unknown): string => (value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value)

const typesOf = ({ type, properties, items, const: constant, enum: words }: Schema): readonly string[] => {
  if (typeof type === 'string') return [type]
  if (type) return type
  if (constant !== undefined) return [typeOf(constant)]
  if (words) return [...new Set(words.map(typeOf))]
  return properties ? ['object'] : items ? ['array'] : []
}

/** The values that alone a schema lets through; undefined where it asks for no certain ones. */
const valuesOf = (schema: Schema): readonly unknown[] | undefined => (schema.const === undefined ? schema.enum : [schema.const])

const named = (path: Path): string => path.map(String).join('.')
const quoted = (value: unknown): string =>
  isGroup(value) ? 'a group of keys' : Array.isArray(value) ? 'a list' : value === null ? 'nothing' : `“${String(value)}”`

/** How many names are listed; of more, the nearest or a few. */
const most = 20
const oneOf = (names: readonly string[]): string =>
  names.length === 1
    ? (names[0] ?? '')
    : names.length <= most
      ? `one of ${names.join(', ')}`
      : `one of ${names.slice(0, most).join(', ')}, …`

const inWords: Readonly<Record<string, string>> = {
  number: 'a number',
  string: 'words',
  boolean: 'true or false',
  null: 'null',
  array: 'a list',
}

/** Holds `value` against `schema`; references are looked up in `whole`. */
export const misfits = (whole: Schema, schema: Schema, value: unknown, path: Path, unfold: Unfold): readonly Misfit[] => {
  /** Every shape that a schema names, without references. */
  const shapesOf = (given: Schema): readonly Schema[] => {
    if (given.$ref !== undefined) return shapesOf(definitionOf(whole, given.$ref))
    return given.anyOf ? given.anyOf.flatMap(shapesOf) : [given]
  }

  /** The shapes in words: certain values, kinds of values, and groups by the key that they cannot do without. */
  const expected = (shapes: readonly Schema[]): string => {
    const values = [...new Set(shapes.flatMap((shape) => valuesOf(shape) ?? []).map(String))]
    const free = shapes.filter((shape) => valuesOf(shape) === undefined).flatMap((shape) => typesOf(shape))
    const kinds = [...new Set(free)].flatMap((kind) => inWords[kind] ?? [])
    const keys = [...new Set(shapes.flatMap(tellingKey))]
    const isGroupToo = shapes.some(({ properties }) => properties)
    const groups = !isGroupToo
      ? []
      : [keys.length > 0 && keys.length <= 3 ? keys.map((key) => `{ ${key}: … }`).join(' or ') : 'a group of keys']
    return [...(values.length > 0 ? [oneOf(values)] : []), ...kinds, ...groups].join(', or ') || 'another value'
  }

  // Shapes share their parts: without this, what stands deep in others would be read as often as shapes multiply.
  const known = new WeakMap<Schema, WeakMap<object, readonly Misfit[]>>()
  const held = (given: Schema, node: unknown, at: Path): readonly Misfit[] => {
    if (typeof node !== 'object' || node === null) return heldAnew(given, node, at)
    const before = known.get(given) ?? new WeakMap<object, readonly Misfit[]>()
    known.set(given, before)
    const found = before.get(node) ?? heldAnew(given, node, at)
    before.set(node, found)
    return found
  }

  const heldAnew = (given: Schema, node: unknown, at: Path): readonly Misfit[] => {
    const parts = unfold(node)
    if (parts) return parts.flatMap(([step, part]) => held(given, part, [...at, step]))
    const wrong = (what: string, would: string): readonly Misfit[] => [{ path: at, what, expected: would, weight: 1 }]
    const beyond = (limits: readonly Schema[]) => wrong(`${named(at)}: ${quoted(node)} is out of its limits`, limitsOf(limits))
    // Limits may stand beside the shapes that a number may have.
    if (!withinLimits(given, node)) return beyond([given])
    const shapes = shapesOf(given)
    const type = typeOf(node)
    const alike = shapes.filter((shape) => {
      const types = typesOf(shape)
      return types.length === 0 || types.includes(type)
    })
    if (alike.length === 0) return wrong(`${named(at)}: ${quoted(node)} does not fit`, expected(shapes))
    if (isGroup(node)) return nearestOf(alike.map((shape) => fitGroup(shape, node, at, alike)))
    if (Array.isArray(node)) return nearestOf(alike.map((shape) => fitList(shape, node, at)))
    if (alike.some((shape) => valuesOf(shape)?.includes(node) ?? withinLimits(shape, node))) return []
    const words = [...new Set(alike.flatMap((shape) => valuesOf(shape) ?? []).map(String))]
    if (words.length === 0) return beyond(alike)
    const near = nearest(String(node), words, 1).join()
    return [{ path: at, what: `${named(at)}: ${quoted(node)} is not known`, expected: near || expected(shapes), weight: 1, known: words }]
  }

  const fitGroup = ({ properties = {}, required = [], additionalProperties }: Schema, node: Group, at: Path, others: readonly Schema[]) => {
    const strange: string[] = []
    const found = Object.entries(node).flatMap(([key, part]): readonly Misfit[] => {
      const own = properties[key]
      if (own) return held(own, part, [...at, key])
      if (isSchema(additionalProperties)) return held(additionalProperties, part, [...at, key])
      if (additionalProperties !== false) return []
      strange.push(key)
      const near = nearest(key, Object.keys(properties), 1)
      const anywhere = nearest(key, new Set(others.flatMap((other) => Object.keys(other.properties ?? {}))), 1)
      return [
        {
          path: [...at, key],
          what: `${named(at)}: the key “${key}” means nothing here`,
          expected: (near.length > 0 ? near : anywhere).join() || oneOf(Object.keys(properties)),
          weight: 2,
        },
      ]
    })
    // A key that is misspelt is not missing besides.
    const missing = required.filter((key) => node[key] === undefined && !strange.some((each) => nearest(each, [key]).length > 0))
    return [
      ...found,
      ...missing.map((key): Misfit => {
        const own = properties[key]
        return { path: at, what: `${named([...at, key])} is missing`, expected: own ? expected(shapesOf(own)) : 'a value', weight: 3 }
      }),
    ]
  }

  const fitList = ({ items, minItems = 0, maxItems = Number.POSITIVE_INFINITY }: Schema, node: readonly unknown[], at: Path) => [
    ...(items ? node.flatMap((item, index) => held(items, item, [...at, index])) : []),
    ...(node.length < minItems || node.length > maxItems
      ? [
          {
            path: at,
            what: `${named(at)} has ${node.length} ${node.length === 1 ? 'item' : 'items'}`,
            expected: minItems === maxItems ? `${minItems}` : node.length < minItems ? `at least ${minItems}` : `at most ${maxItems}`,
            weight: 1,
          },
        ]
      : []),
  ]

  return held(schema, value, path)
}

/** The key by which a group is best told: the field that it is of, or what it cannot do without. */
const tellingKey = ({ properties = {}, required = [] }: Schema): readonly string[] => {
  const key = ['field', ...required, 'datum'].find((each) => each in properties)
  return key === undefined ? [] : [key]
}

const isSchema = (value: boolean | Schema | undefined): value is Schema => typeof value === 'object'

const definitionOf = ({ definitions }: Schema, reference: string): Schema => {
  const name = decodeURIComponent(reference.replace(/^#\/definitions\//, ''))
  const found = definitions?.[name]
  if (!found) throw new Error(`the schema has no definition ${name}`)
  return found
}

const withinLimits = ({ minimum = Number.NEGATIVE_INFINITY, maximum = Number.POSITIVE_INFINITY }: Schema, value: unknown): boolean =>
  typeof value !== 'number' || (value >= minimum && value <= maximum)

const limitsOf = (shapes: readonly Schema[]): string => {
  const [shape] = shapes.filter(({ minimum, maximum }) => minimum !== undefined || maximum !== undefined)
  const { minimum, maximum } = shape ?? {}
  if (minimum !== undefined && maximum !== undefined) return `a number from ${minimum} to ${maximum}`
  return minimum === undefined ? `a number up to ${maximum}` : `a number from ${minimum} on`
}

/** Of what is wrong by each shape, that of the shape that was most likely meant; a value is held against what any of them knows. */
const nearestOf = (attempts: readonly (readonly Misfit[])[]): readonly Misfit[] => {
  const weightOf = (list: readonly Misfit[]): number => list.reduce((sum, { weight }) => sum + weight, 0)
  const best = attempts.reduce((least, each) => (weightOf(each) < weightOf(least) ? each : least))
  return best.map((misfit) => {
    if (!misfit.known) return misfit
    const words = new Set(attempts.flat().flatMap(({ path, known = [] }) => (named(path) === named(misfit.path) ? known : [])))
    if (words.size === misfit.known.length) return misfit
    const given = /“(.*)”/.exec(misfit.what)?.[1] ?? ''
    return { ...misfit, known: [...words], expected: nearest(given, words, 1).join() || oneOf([...words]) }
  })
}
