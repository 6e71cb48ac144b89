import { z } from 'zod'
import { bilingual, bilingualName } from './bilingual.ts'
import { placeSchema } from './locator.ts'

/** The shape of `doubts.yaml`: what is doubted, how much and why, what hangs together, and which figures are simulated. */

export const doubtKinds = ['sampling', 'assumption'] as const
export type DoubtKind = (typeof doubtKinds)[number]

const figureId = z.string({ error: 'the id of one figure' }).meta({ completes: 'figure' })
/** A printed number, in the unit of the figure; or the id of a figure that has the value. */
const amount = z.string({ error: 'a number as printed, or the id of a figure' }).min(1)
const whole = z.string().regex(/^\d{1,15}$/, 'a whole number')

const doubtSchema = z.strictObject({
  figure: figureId,
  /** Whether a source gives the error, or the distribution is an assumption of ours. */
  kind: z.enum(doubtKinds),
  distribution: z.enum(['uniform', 'triangular', 'normal', 'lognormal', 'beta']),
  low: amount.optional(),
  mode: amount.optional(),
  high: amount.optional(),
  mean: amount.optional(),
  deviation: amount.optional(),
  median: amount.optional(),
  spread: amount.optional(),
  alpha: amount.optional(),
  beta: amount.optional(),
  /** The unit of these numbers, where no source prints the figure. */
  unit: z.string().optional(),
  /** The work that gives the error, or that the distribution is taken from. */
  source: z.string().optional(),
  at: placeSchema.optional(),
  reason: bilingual,
})
export type DoubtEntry = z.infer<typeof doubtSchema>

const groupSchema = z.strictObject({
  id: z.string().regex(/^[a-zA-Z][a-zA-Z0-9]*$/, 'a group is named in letters and digits'),
  label: bilingualName,
  figures: z.array(figureId).min(2),
  /** The correlation of every two of them, of the normal numbers behind their ranks. */
  correlation: z.string().optional(),
  /** What they add up to in every draw, in the unit of the first. */
  total: amount.optional(),
  reason: bilingual,
})

const outputSchema = z.strictObject({
  figure: figureId,
  /** Significant digits that are to be settled. */
  digits: z.string().regex(/^[1-6]$/, 'a number of significant digits, such as 2'),
  /** The most draws that are made for it. */
  draws: whole,
  /** Rows of the samples that indices are estimated from. */
  rows: whole,
  seed: whole,
})

export const doubtsSchema = z.strictObject({
  doubts: z.array(doubtSchema).min(1),
  groups: z.array(groupSchema).optional(),
  outputs: z.array(outputSchema).min(1),
})

/** The keys that may stand here, to offer where one is misspelt. */
export const doubtsKeys = [doubtsSchema, doubtSchema, groupSchema, outputSchema].flatMap(({ shape }) => Object.keys(shape))
