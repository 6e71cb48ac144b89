/** The shapes of the files of data/model/. */
import { z } from 'zod'
import { bilingual } from '../../ledger/data/bilingual.ts'
import { locatorSchema } from '../../ledger/data/locator.ts'
import { type CodeList, caseName, codeLists } from './types.ts'

export const relationsSchema = z.record(z.string(), z.strictObject({ label: bilingual, at: locatorSchema }))
export const mechanismsSchema = z.record(
  z.string().regex(/^[A-Z]$/, 'a mechanism is named by one capital letter'),
  z.strictObject({
    name: bilingual,
    relation: z.string(),
    chapter: z.string(),
    meaning: bilingual,
    practice: bilingual,
    distinction: bilingual,
    at: locatorSchema,
  }),
)
export const codeSchema = z.strictObject({ zh: z.string().min(1), en: z.string().min(1), definition: bilingual.optional() })
const listSchema = z.record(z.string().regex(/^[a-z][A-Za-z]*$/, 'a code is one word in camelCase'), codeSchema)
export const codesSchema = z.strictObject({
  ...(Object.fromEntries(codeLists.map((list) => [list, listSchema])) as Record<CodeList, typeof listSchema>),
  axial: z.record(z.string(), codeSchema.extend({ mechanism: z.string() })),
})
const caseSchema = z.strictObject({
  /** The work that tells the case, by its id in data/sources.yaml. */
  source: z.string(),
  at: locatorSchema,
  mechanisms: z.array(z.string()).min(1),
  organisation: bilingual,
  sector: z.string(),
  workers: z.string(),
  year: z
    .string()
    .regex(/^\d{4}$/, 'a year has four digits')
    .optional(),
  evidence: z.strictObject({ measuredBy: z.string(), baseline: z.string(), grade: z.string() }),
  codes: z.array(z.strictObject({ open: bilingual, axial: z.string() })).min(1),
  dimensions: z.record(z.string(), z.string()),
  effects: z
    .array(z.strictObject({ label: bilingual, figure: z.string(), to: z.string().optional(), worker: z.string(), firm: z.string() }))
    .optional(),
})
export const casesSchema = z.record(
  z.string().regex(caseName, 'a case is named like its file: small letters, digits and hyphens, a letter first'),
  caseSchema,
)
/** The keys of these files, to offer where one is misspelt. */
export const modelKeys = [
  ...new Set(
    [
      mechanismsSchema.valueType,
      relationsSchema.valueType,
      caseSchema,
      caseSchema.shape.evidence,
      caseSchema.shape.effects.unwrap().element,
    ].flatMap(({ shape }) => Object.keys(shape)),
  ),
]
