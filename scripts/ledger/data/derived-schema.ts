import { z } from 'zod'
import { bilingual, bilingualName } from './bilingual.ts'
import { scope } from './data-schemas.ts'
import { nested } from './nested.ts'

/** The shape of `derived.yaml`: figures of the plain kinds, declared beside the inputs that they are computed from. */

/** What each kind is told by, and the word that names its other side; a sum has none. */
export const derivedKinds = {
  sum: undefined,
  difference: 'less',
  share: 'of',
  growth: 'from',
  ratio: 'to',
  rate: 'per',
  product: 'times',
} as const
export type DerivedKind = keyof typeof derivedKinds
const kindNames = Object.keys(derivedKinds) as DerivedKind[]

const figureId = z.string({ error: 'the id of one figure' }).meta({ completes: 'figure' })

const entryShape = z.strictObject({
  /** The figures that are added up. */
  sum: z.array(figureId, { error: 'a list of ids' }).min(1).optional(),
  /** What something is taken from, and what is taken. */
  difference: figureId.optional(),
  less: figureId.optional(),
  /** A part, and the whole that it is a part of, in one unit. */
  share: figureId.optional(),
  of: figureId.optional(),
  /** An amount, and what it was before. */
  growth: figureId.optional(),
  from: figureId.optional(),
  /** An amount, and another of the same unit that it is held against. */
  ratio: figureId.optional(),
  to: figureId.optional(),
  /** An amount, and what it is reckoned for one of: yuan per person. */
  rate: figureId.optional(),
  per: figureId.optional(),
  /** An amount, and how many times it is taken. */
  product: figureId.optional(),
  times: figureId.optional(),
  label: bilingualName,
  /** A shorter label where a chart or a table has little room. */
  short: bilingualName.optional(),
  /** What it counts, as far as the figures that it is computed from do not agree on it. */
  scope: scope.partial().optional(),
  /** Significant digits when shown; four if it does not say. */
  digits: z
    .string()
    .regex(/^[1-9]\d?$/, 'a number of significant digits, such as 3')
    .optional(),
  /** Whether a plain ratio is shown as a percentage; shares and growth are, if it does not say. */
  percent: z.enum(['yes', 'no']).optional(),
  note: bilingual.optional(),
})

export const derivedEntrySchema = entryShape.superRefine((entry, context) => {
  // Of a misspelt key is told by its name; what it leaves out is no second mistake.
  if (context.issues.length > 0) return
  const complain = (message: string, ...path: string[]) => context.addIssue({ code: 'custom', path, message })
  const [kind, second] = kindNames.filter((name) => entry[name] !== undefined)
  if (!kind) return complain(`says nothing that could be computed; one of ${kindNames.join(', ')}`)
  if (second) return complain(`one figure is one thing: ${kind}, or ${second}`, second)
  const partner = derivedKinds[kind]
  if (partner && entry[partner] === undefined) complain(`${kind} needs “${partner}:” beside it`, kind)
  for (const other of Object.values(derivedKinds))
    if (other && other !== partner && entry[other] !== undefined) complain(`“${other}:” means nothing beside ${kind}`, other)
})
export type DerivedEntry = z.infer<typeof derivedEntrySchema>

/** Keys that only an entry has. A group may be called by the name of a kind; its value is then a group again. */
const entryKeys: readonly string[] = ['label', 'short', 'digits', 'percent', 'note']

/** Whether a node of the file declares a figure, or is meant to. */
export const isDerivedEntry = (node: object): boolean =>
  Object.entries(node).some(([key, value]) => entryKeys.includes(key) || typeof value !== 'object' || Array.isArray(value))

export const derivedGroups = nested(derivedEntrySchema, isDerivedEntry)

/** The keys that may stand here, to offer where one is misspelt. */
export const derivedKeys = [...Object.keys(entryShape.shape), ...Object.keys(scope.shape)]
