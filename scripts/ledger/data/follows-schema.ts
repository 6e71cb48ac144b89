import { z } from 'zod'
import { causes } from '../types.ts'
import { bilingual } from './bilingual.ts'

/** What a table says of its own numbers: which follow from which, and which cannot be followed. All scalars are text. */

const cellSchema = z.strictObject({
  /** Another table, where the number comes from one. */
  table: z.string().optional(),
  row: z.string().optional(),
  column: z.string().optional(),
})
const shape = 'the name of a row or column as printed, or { table: …, row: …, column: … }'
/** A row or column of the target's own kind; or a cell, what it leaves out being the target's own row and column. */
const term = z.union([z.string(), cellSchema], { error: shape })
const terms = z.union([z.literal('all'), z.array(term).min(1)], { error: `all, or a list; each ${shape}` })
const lines = z.union([z.literal('all'), z.array(z.string()).min(1)], { error: 'all, or a list of names as printed' })
const names = z.array(z.string()).min(1)

/** What each kind is told by, and what it needs beside it. */
export const kinds = { total: undefined, addUpTo: undefined, share: 'of', growth: 'from', ratio: 'to', product: 'times' } as const
export type FollowsKind = keyof typeof kinds
const kindNames = Object.keys(kinds) as FollowsKind[]

const entryShape = z.strictObject({
  /** The row or the column that follows from others. */
  row: z.string().optional(),
  column: z.string().optional(),
  /** Shares that add up to a whole which the table does not print. */
  rows: lines.optional(),
  columns: lines.optional(),
  /** Where in the other direction it holds; wherever the table prints a number, if it does not say. */
  in: names.optional(),
  /** The last word of the figures' ids, where one cell follows in two ways. */
  id: z
    .string()
    .regex(/^[a-z][A-Za-z0-9]*$/, 'a name is one word in camelCase')
    .optional(),
  total: terms.optional(),
  less: z
    .array(term, { error: `a list; each ${shape}` })
    .min(1)
    .optional(),
  addUpTo: z.enum(['100', '1'], { error: '100, or 1' }).optional(),
  share: term.optional(),
  of: term.optional(),
  growth: term.optional(),
  from: term.optional(),
  ratio: term.optional(),
  to: term.optional(),
  product: term.optional(),
  times: term.optional(),
  /** Why cells that do not follow to the digit follow within rounding. */
  rounding: bilingual.optional(),
  /** Cells with a reason of their own, each by its name in the other direction. */
  reasons: z
    .array(z.strictObject({ row: z.string().optional(), column: z.string().optional(), cause: z.enum(causes), reason: bilingual }))
    .optional(),
})

export const followsEntrySchema = entryShape.superRefine((entry, context) => {
  // Of a misspelt key is told by its name; what it leaves out is no second mistake.
  if (context.issues.length > 0) return
  const complain = (message: string, ...path: string[]) => context.addIssue({ code: 'custom', path, message })
  const told = kindNames.filter((kind) => entry[kind] !== undefined)
  const [kind, second] = told
  if (!kind) return complain(`says nothing that could be recomputed; one of ${kindNames.join(', ')}`)
  if (second) return complain(`one entry says one thing: ${kind}, or ${second}`, second)
  const partner = kinds[kind]
  if (partner && entry[partner] === undefined) complain(`${kind} needs “${partner}:” beside it`, kind)
  for (const other of Object.values(kinds))
    if (other && other !== partner && entry[other] !== undefined) complain(`“${other}:” means nothing beside ${kind}`, other)
  if (entry.less && kind !== 'total') complain('“less:” is taken from a total', 'less')
  if (kind === 'addUpTo') {
    if ((entry.rows === undefined) === (entry.columns === undefined)) complain('says which “columns:” or which “rows:” add up', kind)
    if (entry.row !== undefined || entry.column !== undefined)
      complain('has no “row:” or “column:” of its own; “in:” says where it holds', kind)
  } else {
    if ((entry.row === undefined) === (entry.column === undefined))
      complain('says which “row:” or which “column:” follows; “in:” narrows it to cells')
    if (entry.rows !== undefined || entry.columns !== undefined)
      complain('“rows:” and “columns:” stand with addUpTo', entry.rows === undefined ? 'columns' : 'rows')
  }
})

/** A row, a column or cells of them that look computed and cannot be recomputed, and why. */
export const notFollowingSchema = z
  .strictObject({ row: z.string().optional(), column: z.string().optional(), in: names.optional(), reason: bilingual })
  .superRefine(({ row, column }, context) => {
    if ((row === undefined) === (column === undefined))
      context.addIssue({ code: 'custom', message: 'names a “row:” or a “column:”; “in:” narrows it to cells' })
  })

export type FollowsEntry = z.infer<typeof followsEntrySchema>
export type FollowsTerm = z.infer<typeof term>

/** The keys that may stand here, to offer where one is misspelt. */
export const followsKeys = Object.keys(entryShape.shape)
