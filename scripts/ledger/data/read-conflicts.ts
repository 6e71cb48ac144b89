import { z } from 'zod'
import { Complaints, expectedNames } from '../problem.ts'
import { figuresNamed } from '../text/bound-words.ts'
import type { Bilingual, Language } from '../types.ts'
import { bilingual, bilingualName } from './bilingual.ts'
import { type Conflict, conflictKinds, conflictWeights } from './conflict-types.ts'
import { defined } from './data-types.ts'
import { locatorSchema, placeSchema } from './locator.ts'
import { readYaml } from './read-yaml.ts'

const passageSchema = z.strictObject({
  source: z.string().optional(),
  at: placeSchema,
  printed: z.string().min(1),
  gloss: z.string().min(1),
})
const conflictSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'a conflict is named in small letters, digits and hyphens'),
  kind: z.enum(conflictKinds),
  weight: z.enum(conflictWeights),
  title: bilingualName,
  places: z.array(passageSchema).min(1),
  why: bilingual,
  figures: z.array(z.string().meta({ completes: 'figure' })).optional(),
  checks: z.array(z.string()).optional(),
})
/** The shape of conflicts.yaml. */
export const conflictsSchema = z.array(conflictSchema)
const keys = [conflictSchema, passageSchema, locatorSchema, bilingual].flatMap(({ shape }) => Object.keys(shape))

/** The file of the conflicts between sources; what a source has with itself stands in the folder of that source. */
export const betweenSourcesFile = 'data/conflicts.yaml'

/**
 * Reads where sources disagree: a source with itself, from its own folder, or with each other, where `own` is undefined
 * and every passage names its source. Ids of figures and claims are held against the ledger once it is computed.
 */
export const readConflicts = (
  root: string,
  file: string,
  own: string | undefined,
  sources: ReadonlySet<string>,
  complaints: Complaints,
): Conflict[] => {
  const { value, placeOf } = readYaml(root, file, conflictsSchema, keys)
  return value.map(({ places, figures = [], checks = [], ...rest }, index) => {
    const passages = places.map(({ at, source = own, ...words }, position) => {
      const place = placeOf([index, 'places', position])
      if (!source) complaints.add(`${rest.id} does not say whose words these are`, place, '“source:” with an id of data/sources.yaml')
      else if (!sources.has(source)) {
        complaints.add(
          `the source “${source}” is not in data/sources.yaml`,
          placeOf([index, 'places', position, 'source']),
          expectedNames(source, sources),
        )
      }
      return { source: source ?? '', locator: defined(at), ...words }
    })
    const named = passages.map(({ source }) => source)
    const place = placeOf([index])
    if (!own && named.every((source) => source && source === named[0])) {
      complaints.add(
        `${rest.id} is a conflict inside one source`,
        place,
        `passages of two sources, or its place in data/${named[0]}/conflicts.yaml`,
      )
    }
    if (own && named.some((source) => source !== own)) {
      complaints.add(`${rest.id} quotes another source than ${own}`, place, `its place in ${betweenSourcesFile}`)
    }
    return {
      ...rest,
      source: named[0] ?? '',
      passages,
      figures,
      checks,
      place,
      named: new Map([
        ...namedIn(rest.why).map(([language, id]) => [id, placeOf([index, 'why', language])] as const),
        ...figures.map((id, position) => [id, placeOf([index, 'figures', position])] as const),
        ...checks.map((id, position) => [id, placeOf([index, 'checks', position])] as const),
      ]),
    }
  })
}

/** The figures that the reason of a conflict names in braces, by language. */
const namedIn = (why: Bilingual): readonly (readonly [language: Language, id: string])[] =>
  (['zh', 'en'] as const).flatMap((language) => figuresNamed(why[language]).map((id) => [language, id] as const))

/** Refuses conflicts that name figures or claims that do not exist. */
export const refuseUnknownNames = (conflicts: readonly Conflict[], figures: Iterable<string>, claims: Iterable<string>): void => {
  const complaints = new Complaints()
  const ids = { figure: new Set(figures), claim: new Set(claims) }
  for (const { id: conflict, place, named: places, ...names } of conflicts) {
    const told = [...new Set([...names.figures, ...namedIn(names.why).map(([, id]) => id)])]
    for (const [what, named] of [['figure', told] as const, ['claim', names.checks] as const]) {
      for (const id of named) {
        if (ids[what].has(id)) continue
        complaints.add(`${conflict} names the unknown ${what} “${id}”`, places.get(id) ?? place, expectedNames(id, ids[what]))
      }
    }
  }
  complaints.stopIfAny()
}
