import type { Bilingual, Place, Scope } from '../types.ts'
import { defined } from './data-types.ts'
import { type DerivedEntry, type DerivedKind, derivedGroups, derivedKeys, derivedKinds, isDerivedEntry } from './derived-schema.ts'
import { entriesOf } from './nested.ts'
import { readYaml } from './read-yaml.ts'
import { refuseUnknownNames, type Vocabulary } from './vocabulary.ts'

/** The name of the file, in the folder of a source. */
export const derivedFile = 'derived.yaml'

/** A figure that data name, and where they do. */
export interface NamedFigure {
  readonly id: string
  readonly place: Place
}

/** A figure that data declare: of which kind it is, and of what it is computed. */
export interface Declaration {
  readonly id: string
  readonly kind: DerivedKind
  /** What is added up; or the one that is held, and the one that it is held against. */
  readonly first: readonly NamedFigure[]
  readonly second: readonly NamedFigure[]
  readonly label: Bilingual
  readonly short?: Bilingual
  /** What its author says of its scope; the rest is what its inputs agree on. */
  readonly scope: Partial<Scope>
  readonly digits?: number
  readonly percent?: boolean
  readonly note?: Bilingual
  readonly place: Place
}

/** Reads the figures that a source's folder declares. Whether what they name is there is known once all figures are. */
export const readDerived = (root: string, file: string, vocabulary: Vocabulary): readonly Declaration[] => {
  const { value, placeOf } = readYaml(root, file, derivedGroups, derivedKeys)
  refuseUnknownNames(value, placeOf, vocabulary)
  return entriesOf(value, isDerivedEntry).map(([path, entry]) => declarationOf(path, entry, placeOf))
}

const declarationOf = (path: readonly string[], entry: DerivedEntry, placeOf: (path: readonly PropertyKey[]) => Place): Declaration => {
  const kind = (Object.keys(derivedKinds) as DerivedKind[]).find((name) => entry[name] !== undefined) ?? 'sum'
  const partner = derivedKinds[kind]
  const named = (key: DerivedKind | NonNullable<typeof partner>): readonly NamedFigure[] => {
    const ids = entry[key] ?? []
    return typeof ids === 'string'
      ? [{ id: ids, place: placeOf([...path, key]) }]
      : ids.map((id, position) => ({ id, place: placeOf([...path, key, position]) }))
  }
  const { label, short, note, digits, percent } = entry
  return {
    id: path.join('.'),
    kind,
    first: named(kind),
    second: partner ? named(partner) : [],
    label,
    scope: defined(entry.scope ?? {}),
    place: placeOf(path),
    ...defined({
      short,
      note,
      digits: digits === undefined ? undefined : Number(digits),
      percent: percent === undefined ? undefined : percent === 'yes',
    }),
  }
}
