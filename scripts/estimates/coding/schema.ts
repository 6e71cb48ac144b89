/** The shapes of the files of data/model/. */
import { z } from 'zod'
import { bilingual } from '../../ledger/data/bilingual.ts'
import { placeSchema } from '../../ledger/data/locator.ts'
import { type CodeList, caseName, codeLists, coders } from './types.ts'

/** Words of the source that a code rests on: one quotation, or a list of them. */
const quote = z.union([z.string().min(1), z.array(z.string().min(1)).min(1)])
export type Quote = z.infer<typeof quote>

const exampleSchema = z.strictObject({ case: z.string(), quote: z.string().min(1), verdict: bilingual.optional() })
const ruleShape = {
  yes: bilingual.optional(),
  no: bilingual.optional(),
  clear: exampleSchema.optional(),
  borderline: exampleSchema.optional(),
}
const ruleSchema = z.strictObject(ruleShape)
export type RuleData = z.infer<typeof ruleSchema>

export const relationsSchema = z.record(z.string(), z.strictObject({ label: bilingual, at: placeSchema }))
export const mechanismsSchema = z.record(
  z.string().regex(/^[A-Z]$/, 'a mechanism is named by one capital letter'),
  z.strictObject({
    name: bilingual,
    relation: z.string(),
    chapter: z.string(),
    meaning: bilingual,
    practice: bilingual,
    distinction: bilingual,
    ...ruleShape,
    at: placeSchema,
  }),
)
export const codeSchema = z.strictObject({
  zh: z.string().min(1),
  en: z.string().min(1),
  definition: bilingual.optional(),
  ...ruleShape,
})
const listSchema = z.record(z.string().regex(/^[a-z][A-Za-z]*$/, 'a code is one word in camelCase'), codeSchema)
export const codesSchema = z.strictObject({
  general: z.array(bilingual).optional(),
  ...(Object.fromEntries(codeLists.map((list) => [list, listSchema])) as Record<CodeList, typeof listSchema>),
  axial: z.record(z.string(), codeSchema.extend({ mechanisms: z.array(z.string()).min(1) })),
})

const evidenceSchema = z.strictObject({
  /** Where nobody measured there are no words to quote. */
  measuredBy: z.record(z.string(), z.union([z.literal(''), quote])),
  baseline: z.string(),
  grade: z.string(),
  quote: quote.optional(),
})
const spokenSchema = z.strictObject({ level: z.string(), sign: z.string(), quote })
const judgementShape = {
  mechanisms: z.record(z.string(), quote),
  evidence: evidenceSchema,
  dimensions: z.record(z.string(), spokenSchema),
}
const caseId = z.string().regex(caseName, 'a case is named like its file: small letters, digits and hyphens, a letter first')
const caseSchema = z.strictObject({
  /** The work that tells the case, by its id in data/sources.yaml. */
  source: z.string(),
  at: placeSchema,
  ...judgementShape,
  organisation: bilingual,
  sector: z.string(),
  workers: z.string(),
  year: z
    .string()
    .regex(/^\d{4}$/, 'a year has four digits')
    .optional(),
  codes: z.array(z.strictObject({ open: bilingual, axial: z.string(), quote })).min(1),
  effects: z
    .array(z.strictObject({ label: bilingual, figure: z.string(), to: z.string().optional(), worker: z.string(), firm: z.string() }))
    .optional(),
})
export const casesSchema = z.record(caseId, caseSchema)

/** at: where a passage stands that the source does not tell under the case's own heading. */
const passageSchema = z.strictObject({
  paragraph: z.string(),
  at: placeSchema.optional(),
  text: z.string().min(1),
  gloss: z.string().min(1),
})
export const passagesSchema = z.record(caseId, z.array(passageSchema))

const secondCaseSchema = z.strictObject({ ...judgementShape, axial: z.record(z.string(), quote) })
export const secondCodingSchema = z.record(caseId, secondCaseSchema)

const decisionSchema = z.strictObject({
  keep: z.enum(coders),
  reason: bilingual,
  /** How an open code is called that only the second coder gave and that is kept. */
  open: bilingual.optional(),
})
export const adjudicationSchema = z.record(caseId, z.record(z.string(), decisionSchema))

const frameworkSchema = z.strictObject({
  name: bilingual,
  dimensions: z.array(z.strictObject({ its: bilingual, ours: z.array(z.string()), lacking: bilingual.optional() })).min(1),
})
export const frameworksSchema = z.record(z.string(), frameworkSchema)

/** The keys of these files, to offer where one is misspelt. */
export const modelKeys = [
  ...new Set(
    [
      mechanismsSchema.valueType,
      relationsSchema.valueType,
      caseSchema,
      evidenceSchema,
      spokenSchema,
      passageSchema,
      secondCaseSchema,
      decisionSchema,
      frameworkSchema,
      exampleSchema,
      caseSchema.shape.effects.unwrap().element,
    ].flatMap(({ shape }) => Object.keys(shape)),
  ),
]
