import { type DistributionKind, parametersOf } from '../../toolbox/uncertainty/distributions.ts'
import { Complaints, expectedNames } from '../problem.ts'
import type { Bilingual, Place } from '../types.ts'
import { defined } from './data-types.ts'
import { type DoubtEntry, type DoubtKind, doubtsKeys, doubtsSchema } from './doubts-schema.ts'
import type { Locator } from './locator.ts'
import { readYaml } from './read-yaml.ts'
import { refuseUnknownNames, type Vocabulary } from './vocabulary.ts'

/** The name of the file, in the folder of a source. */
export const doubtsFile = 'doubts.yaml'

/** Something that an author wrote, and where. */
interface Written {
  readonly text: string
  readonly place: Place
}

/** A doubt as data declare it, before its numbers are read. */
export interface DeclaredDoubt {
  readonly figure: string
  readonly kind: DoubtKind
  readonly distribution: DistributionKind
  /** The parameters of the distribution, in its own order. */
  readonly parameters: ReadonlyMap<string, Written>
  readonly unit?: string
  readonly source?: string
  readonly locator?: Locator
  readonly reason: Bilingual
  readonly place: Place
}

/** Doubts that hang together. */
export interface DeclaredGroup {
  readonly id: string
  readonly label: Bilingual
  readonly figures: readonly { readonly id: string; readonly place: Place }[]
  readonly correlation?: Written
  readonly total?: Written
  readonly reason: Bilingual
  readonly place: Place
}

/** A figure that is to be simulated. */
export interface DeclaredOutput {
  readonly figure: string
  readonly digits: number
  readonly draws: number
  readonly rows: number
  readonly seed: number
  readonly place: Place
}

export interface DeclaredDoubts {
  readonly doubts: readonly DeclaredDoubt[]
  readonly groups: readonly DeclaredGroup[]
  readonly outputs: readonly DeclaredOutput[]
}

/** Reads what a source's folder declares of doubts. Whether what it names is there is known once all figures are. */
export const readDoubts = (root: string, file: string, known: ReadonlySet<string>, vocabulary: Vocabulary): DeclaredDoubts => {
  const { value, placeOf } = readYaml(root, file, doubtsSchema, doubtsKeys)
  refuseUnknownNames(value, placeOf, vocabulary)
  const complaints = new Complaints()
  const doubts = value.doubts.map((entry, index): DeclaredDoubt => {
    const at = (key?: string): Place => placeOf(key === undefined ? ['doubts', index] : ['doubts', index, key])
    if (entry.source !== undefined && !known.has(entry.source))
      complaints.add(`the source “${entry.source}” is not in data/sources.yaml`, at('source'), expectedNames(entry.source, known))
    if (entry.kind === 'sampling' && entry.source === undefined)
      complaints.add(
        `the sampling error of ${entry.figure} is given by no source`,
        at(),
        '“source:” with the work that gives it, or “kind: assumption”',
      )
    return {
      figure: entry.figure,
      kind: entry.kind,
      distribution: entry.distribution,
      parameters: parametersIn(entry, at, complaints),
      reason: entry.reason,
      place: at(),
      ...defined({ unit: entry.unit, source: entry.source, locator: entry.at }),
    }
  })
  const groups = (value.groups ?? []).map((entry, index): DeclaredGroup => {
    const at = (...path: (string | number)[]): Place => placeOf(['groups', index, ...path])
    if ((entry.correlation === undefined) === (entry.total === undefined))
      complaints.add(`the group ${entry.id} is told by its correlation, or by its total`, at(), '“correlation: "0.5"”, or “total: "100"”')
    return {
      id: entry.id,
      label: entry.label,
      figures: entry.figures.map((id, position) => ({ id, place: at('figures', position) })),
      reason: entry.reason,
      place: at(),
      ...(entry.correlation === undefined ? {} : { correlation: { text: entry.correlation, place: at('correlation') } }),
      ...(entry.total === undefined ? {} : { total: { text: entry.total, place: at('total') } }),
    }
  })
  const outputs = value.outputs.map(({ figure, digits, draws, rows, seed }, index): DeclaredOutput => {
    for (const [name, text] of Object.entries({ draws, rows }))
      if (Number(text) < 2)
        complaints.add(`of ${text} ${name} nothing can be told`, placeOf(['outputs', index, name]), 'a power of two, such as 4096')
    return {
      figure,
      digits: Number(digits),
      draws: Number(draws),
      rows: Number(rows),
      seed: Number(seed),
      place: placeOf(['outputs', index]),
    }
  })
  complaints.stopIfAny()
  return { doubts, groups, outputs }
}

const allParameters: readonly (keyof DoubtEntry & string)[] = [
  'low',
  'mode',
  'high',
  'mean',
  'deviation',
  'median',
  'spread',
  'alpha',
  'beta',
]

/** The parameters that a distribution of the kind has, all of them and no other. */
const parametersIn = (entry: DoubtEntry, at: (key?: string) => Place, complaints: Complaints): ReadonlyMap<string, Written> => {
  const names: readonly string[] = parametersOf[entry.distribution]
  const told = `a ${entry.distribution} distribution has ${names.join(', ')}`
  for (const name of allParameters)
    if (entry[name] !== undefined && !names.includes(name))
      complaints.add(`“${name}:” means nothing here: ${told}`, at(name), names.join(', '))
  return new Map(
    names.flatMap((name) => {
      const text = entry[name as keyof DoubtEntry]
      if (typeof text === 'string') return [[name, { text, place: at(name) }] as const]
      complaints.add(`${entry.figure} has no ${name}: ${told}`, at(), `“${name}:”`)
      return []
    }),
  )
}
