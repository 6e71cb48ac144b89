/** The shapes that files of data/ must have. All scalars are text. */
import { z } from 'zod'
import { numeralFault } from '../numbers/numeral-faults.ts'
import { causes, roundings } from '../types.ts'
import { bilingual, bilingualName } from './bilingual.ts'
import { followsEntrySchema, followsKeys, notFollowingSchema } from './follows-schema.ts'
import { locatorSchema, placeSchema } from './locator.ts'
import { nested } from './nested.ts'

/** How the source rounds; the whole of it, where sources.yaml says so. */
const rounding = z.enum(roundings)
const qualifier = z.enum(['about', 'over', 'nearly'])

/** Whether a period ends before it begins. */
const isBackwards = (period: string): boolean => {
  const [from = '', to = from] = period.split('/')
  const common = Math.min(from.length, to.length)
  return to.slice(0, common) < from.slice(0, common)
}

/** A year, a month, or one to another. */
export const periodSchema = z
  .string()
  .regex(/^\d{4}(-(0[1-9]|1[0-2]))?(\/\d{4}(-(0[1-9]|1[0-2]))?)?$/, 'a period is written 2019, 2019-01 or 2004/2020')
  .refine((text) => !isBackwards(text), 'a period ends after it begins')
/** Names of entities, measures and reaches are those of data/scopes.yaml; vocabulary.ts holds them against it. */
export const scope = z.strictObject({
  period: periodSchema,
  entity: z.string().min(1),
  reach: z.string().optional(),
  measure: z.string().optional(),
})
const partialScope = scope.partial()
/** A scope as the schemas parse it, before keys without a value are dropped. */
export type LooseScope = z.infer<typeof partialScope>
const printed = z.string().superRefine((text, context) => {
  const fault = numeralFault(text)
  if (fault) context.addIssue({ code: 'custom', message: fault.what, params: { expected: fault.expected } })
})
/** One of those that data/units.yaml says sources print. */
const unit = z.string().min(1)

export const inputSchema = z.strictObject({
  kind: z.enum(['cited', 'assumed']).optional(),
  printed,
  as: z.string().optional(),
  qualifier: qualifier.optional(),
  rounding: rounding.optional(),
  unit,
  scope,
  at: placeSchema.optional(),
  label: bilingualName,
  /** A shorter label where a chart or a table has little room. */
  short: bilingualName.optional(),
  note: bilingual.optional(),
  /** A choice of a method, not an amount that could be a little more: where random numbers begin. */
  setting: z.enum(['yes']).optional(),
  source: z.string().optional(),
})

/** Whether a node of inputs.yaml is an input, or is meant to be one. */
export const isInput = (node: object): boolean => ['printed', 'unit', 'label', 'scope'].some((key) => key in node)
export const inputGroups = nested(inputSchema, isInput)

export const tableSchema = z.strictObject({
  table: z.string(),
  /** What the table is called; without one it goes by its number. */
  title: bilingualName.optional(),
  at: locatorSchema.optional(),
  source: z.string().optional(),
  unit: unit.optional(),
  scope: scope.optional(),
  rounding: rounding.optional(),
  marks: z.array(z.string()).optional(),
  prefix: z.string().optional(),
  /** Columns that together name a row; the first column if none are given. */
  keys: z.array(z.string()).optional(),
  /** The cells are told together, as a table, and not one by one in lists. */
  grid: z.enum(['yes']).optional(),
  rows: z
    .array(
      z.strictObject({
        row: z.string(),
        id: z.string(),
        label: bilingualName.optional(),
        /** The only columns in which the row prints something. */
        columns: z.array(z.string()).optional(),
        unit: unit.optional(),
        scope: partialScope.optional(),
      }),
    )
    .optional(),
  columns: z
    .array(
      z.strictObject({
        column: z.string(),
        suffix: z.string(),
        unit: unit.optional(),
        /** Another source than the table's, where a column was joined to it. */
        source: z.string().optional(),
        scope: partialScope.optional(),
        label: bilingualName,
      }),
    )
    .optional(),
  cells: z
    .array(
      z.strictObject({
        row: z.string(),
        column: z.string(),
        id: z.string(),
        label: bilingualName,
        unit: unit.optional(),
        scope: partialScope.optional(),
      }),
    )
    .optional(),
  words: z.record(z.string(), bilingual).optional(),
  /** What had to be put back together when the page was transcribed. */
  restored: bilingual.optional(),
  /** Which of its numbers follow from which. */
  follows: z.array(followsEntrySchema).optional(),
  /** Which look as if they did and cannot be followed, and why. */
  notFollowing: z.array(notFollowingSchema).optional(),
  /** What a reader must know of every cell. */
  note: bilingual.optional(),
})

/** The id of a figure, which editors offer. */
const figureId = z.string().meta({ completes: 'figure' })
const cellReference = z.strictObject({ table: z.string(), row: z.string(), column: z.string() })
const judgement = {
  cause: z.enum(causes).optional(),
  reason: bilingual.optional(),
}
const claimSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/, 'a claim id is written in small letters, digits and hyphens'),
  printed: printed.optional(),
  as: z.string().optional(),
  cell: cellReference.optional(),
  /** The id of an input that is this very place of the page; its digits stand there. */
  input: figureId.optional(),
  qualifier: qualifier.optional(),
  rounding: rounding.optional(),
  unit: unit.optional(),
  scope: partialScope.optional(),
  at: placeSchema.optional(),
  ...judgement,
})
const columnOfTable = z.strictObject({ table: z.string(), column: z.union([z.string(), z.array(z.string()).min(1)]) })
const namedInputs = z.strictObject({ inputs: z.array(figureId).min(1) })
const claimGroup = z.strictObject({
  figure: figureId.optional(),
  /** Whole columns of a table, each cell a claim on the input that the same cell is; or inputs by name, each a claim on itself. */
  each: z.union([columnOfTable, namedInputs], 'the cells of { table, column }, or { inputs }').optional(),
  unit: unit.optional(),
  rounding: rounding.optional(),
  /** The source keeps back what it computed this from. */
  withheld: z.enum(['yes']).optional(),
  /** What it would take to recompute a withheld result; each line is one thing. */
  needs: bilingual.optional(),
  ...judgement,
  claims: z.array(claimSchema).optional(),
})
export const claimsSchema = z.array(claimGroup)

/** The keys of all these files, to offer where one is misspelt. */
export const knownKeys = [
  ...new Set([
    ...[inputSchema, scope, locatorSchema, tableSchema, claimSchema, claimGroup, columnOfTable, namedInputs].flatMap(({ shape }) =>
      Object.keys(shape),
    ),
    ...followsKeys,
  ]),
]

export const glossarySchema = z.record(
  z.string(),
  z.strictObject({
    zh: z.string().min(1),
    en: z.string().min(1),
    definition: bilingual.optional(),
    code: z.string().optional(),
    variants: z.strictObject({ zh: z.array(z.string().min(1)).optional(), en: z.array(z.string().min(1)).optional() }).optional(),
    check: z.enum(['zh', 'en', 'no']).optional(),
    avoid: z.strictObject({ zh: z.array(z.string().min(1)).optional(), en: z.array(z.string().min(1)).optional() }).optional(),
  }),
)
