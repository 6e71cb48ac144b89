import { z } from 'zod'
import { bilingual } from './bilingual.ts'
import { type Conflict, conflictKinds, conflictWeights } from './conflict-types.ts'
import { defined } from './data-types.ts'
import { locatorSchema } from './locator.ts'
import { Complaints, expectedNames } from './problem.ts'
import { readYaml } from './read-yaml.ts'

const passageSchema = z.strictObject({ at: locatorSchema, printed: z.string().min(1), gloss: z.string().min(1) })
const conflictSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'a conflict is named in small letters, digits and hyphens'),
  kind: z.enum(conflictKinds),
  weight: z.enum(conflictWeights),
  title: bilingual,
  places: z.array(passageSchema).min(1, 'a conflict shows at least one passage'),
  why: bilingual,
  figures: z.array(z.string()).optional(),
  checks: z.array(z.string()).optional(),
})
/** The shape of conflicts.yaml. */
export const conflictsSchema = z.array(conflictSchema)
const keys = [conflictSchema, passageSchema, locatorSchema, bilingual].flatMap(({ shape }) => Object.keys(shape))

/** Reads where a source disagrees with itself. Ids of figures and claims are held against the ledger once it is computed. */
export const readConflicts = (root: string, file: string, source: string): Conflict[] => {
  const { value, placeOf } = readYaml(root, file, conflictsSchema, keys)
  return value.map(({ places, figures = [], checks = [], ...rest }, index) => ({
    ...rest,
    source,
    passages: places.map(({ at, ...words }) => ({ locator: defined(at), ...words })),
    figures,
    checks,
    place: placeOf([index]),
    named: new Map([
      ...figures.map((id, position) => [id, placeOf([index, 'figures', position])] as const),
      ...checks.map((id, position) => [id, placeOf([index, 'checks', position])] as const),
    ]),
  }))
}

/** Refuses conflicts that name figures or claims that do not exist. */
export const refuseUnknownNames = (conflicts: readonly Conflict[], figures: Iterable<string>, claims: Iterable<string>): void => {
  const complaints = new Complaints()
  const known = { figure: new Set(figures), claim: new Set(claims) }
  for (const { id: conflict, place, named, ...names } of conflicts) {
    for (const [what, ids] of [['figure', names.figures] as const, ['claim', names.checks] as const]) {
      for (const id of ids) {
        if (known[what].has(id)) continue
        complaints.add(`${conflict} names the unknown ${what} “${id}”`, named.get(id) ?? place, expectedNames(id, known[what]))
      }
    }
  }
  complaints.stopIfAny()
}
