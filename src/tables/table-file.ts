/** The shape that a file of content/tables/ must have. All scalars are text, as in data/. */
import { z } from 'zod'
import { bilingual } from '../../scripts/ledger/data/bilingual.ts'
import type { Place } from '../../scripts/ledger/types.ts'

/** Words in both languages, or one text that both write alike. */
const words = z.union([z.string().min(1), bilingual])

/** What an editor offers in their place: `completes` names a list of what is known. */
const figureId = z.string().meta({ completes: 'figure' })
const unit = z.string().meta({ completes: 'column unit' })

const decimals = z.string().regex(/^\d$/, 'how many decimals is one digit')

const figureCell = z.strictObject({ figure: figureId, decimals: decimals.optional() })

/** A figure by its id, with decimals of its own or the column's; words; or nothing: "" or —. */
const cell = z.union([figureId, bilingual, figureCell])

const column = z.strictObject({
  heading: words.optional(),
  /** The unit that its figures are written in; without one each is written as in prose. */
  unit: unit.optional(),
  decimals: decimals.optional(),
  /** The form of the ids in it: `{row}Share`. */
  figure: z.string().optional(),
  /** The column of the source's table that it shows. */
  column: z.string().optional(),
  /** What it shows of the rows that an extension offers. */
  show: z.string().optional(),
})

const row = z.strictObject({
  /** The figure that the row is about. */
  figure: figureId.optional(),
  /** A row for each figure whose id has this form: `retail.*.slope`. */
  figures: z.string().optional(),
  /** A row of the source's table. */
  row: z.string().optional(),
  /** A heading across the table. */
  group: words.optional(),
  /** What the row is called; alone, with cells, it makes a row of them. */
  label: words.optional(),
  strong: z.enum(['yes']).optional(),
  /** What stands in its columns, in their order. */
  cells: z.array(cell).min(1).optional(),
})

export const tableFileSchema = z.strictObject({
  /** The table of data/ that it shows. */
  table: z.string().meta({ completes: 'table of data' }).optional(),
  /** The rows that an extension of the report offers by this name. */
  source: z.string().meta({ completes: 'row source' }).optional(),
  /** The unit of all its figures, which no heading repeats. */
  unit: unit.optional(),
  columns: z.array(column).min(1).optional(),
  rows: z
    .array(z.union([figureId, row]))
    .min(1)
    .optional(),
  note: words.optional(),
})

/** Every key of such files, to offer where one is misspelt. */
export const tableFileKeys: readonly string[] = [
  ...new Set([tableFileSchema, column, row, figureCell].flatMap(({ shape }) => Object.keys(shape))),
]

export type WrittenTable = z.infer<typeof tableFileSchema>
export type WrittenWords = z.infer<typeof words>
export type WrittenColumn = z.infer<typeof column>
export type WrittenRow = z.infer<typeof row>
export type WrittenCell = z.infer<typeof cell>

/** A table as its file describes it. */
export interface TableFile {
  readonly id: string
  readonly written: WrittenTable
  readonly placeOf: (path: readonly PropertyKey[]) => Place
}
