/** The names that files of data may use: units as printed, and what scopes speak of. */
import { distance } from 'fastest-levenshtein'
import type { Derived } from '../figures/derived.ts'
import type { Units } from '../numbers/units.ts'
import { Complaints, expectedNames } from '../problem.ts'
import type { Place } from '../types.ts'
import { periodSchema } from './data-schemas.ts'
import type { Scopes } from './read-scopes.ts'

/** What data/units.yaml and data/scopes.yaml name. */
export interface Vocabulary {
  readonly units: Units
  readonly scopes: Scopes
}

const isGroup = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The names that a key may have as its value, by the key. */
export const namesByKey = ({ units, scopes }: Vocabulary): ReadonlyMap<string, readonly string[]> =>
  new Map([
    ['unit', [...units.printed.keys()]],
    ['entity', [...scopes.entities.keys()]],
    ['measure', [...scopes.measures.keys()]],
    ['reach', [...scopes.reaches.keys()]],
  ])

/** Up to how many names all are offered: of so few an author chooses. */
const few = 24

/** The nearest names; all of them where even the nearest is another word and not the same one misspelt. */
const namesOffered = (name: string, known: readonly string[]): string => {
  const isMisspelt = known.some((each) => distance(each, name) <= Math.max(1, Math.floor(name.length / 3)))
  return isMisspelt || known.length > few ? expectedNames(name, known) : `one of ${known.join(', ')}`
}

/** Stops where a file of data names a unit, an entity, a measure or a reach that there is none of, each with the nearest that there are. */
export const refuseUnknownNames = (value: unknown, placeOf: (path: readonly PropertyKey[]) => Place, vocabulary: Vocabulary): void => {
  const complaints = new Complaints()
  const names = namesByKey(vocabulary)
  const walk = (node: unknown, path: readonly PropertyKey[]): void => {
    if (Array.isArray(node)) for (const [index, each] of node.entries()) walk(each, [...path, index])
    if (!isGroup(node)) return
    for (const [key, each] of Object.entries(node)) {
      const here = [...path, key]
      const known = names.get(key)
      // Of the keys of a scope only those that stand in one are meant: a group of inputs may be called alike.
      const isNamed = typeof each === 'string' && known !== undefined && (key === 'unit' || path.at(-1) === 'scope')
      if (!isNamed) walk(each, here)
      else if (!known.includes(each))
        complaints.add(`${here.map(String).join('.')}: “${each}” is not known`, placeOf(here), namesOffered(each, known))
    }
  }
  walk(value, [])
  complaints.stopIfAny()
}

/** Stops where the scope of a figure that a script derives names what there is none of. */
export const refuseUnknownScopes = (figures: readonly Derived[], { scopes }: Vocabulary): void => {
  const complaints = new Complaints()
  const known = { entity: scopes.entities, measure: scopes.measures, reach: scopes.reaches }
  for (const { id, scope, place, declared } of figures) {
    for (const key of ['entity', 'measure', 'reach'] as const) {
      const name = scope[key]
      if (name !== undefined && !known[key].has(name))
        complaints.add(`${id}: the ${key} “${name}” is not known`, declared ?? place, namesOffered(name, [...known[key].keys()]))
    }
    const period = periodSchema.safeParse(scope.period)
    if (!period.success) complaints.add(`${id}: ${period.error.issues.map(({ message }) => message).join('; ')}`, declared ?? place)
  }
  complaints.stopIfAny()
}
