/** A table of data that other tools can take: its columns, what they mean, and its rows. */
import type { Bilingual } from '../../scripts/ledger/types.ts'
import { csv, type Value } from './csv.ts'

export interface Field {
  readonly name: string
  readonly type: 'string' | 'number' | 'integer'
  readonly title: string
  readonly description?: string
  readonly required?: true
  readonly categories?: readonly string[]
}

export interface ForeignKey {
  readonly field: string
  readonly resource: string
}

export interface Resource {
  readonly name: string
  /** Below the site's root. */
  readonly path: string
  readonly title: Bilingual
  readonly fields: readonly Field[]
  readonly rows: readonly (readonly Value[])[]
  readonly primaryKey?: readonly string[]
  readonly foreignKeys?: readonly ForeignKey[]
  /** Whether it is opened in spreadsheets rather than read by programs. */
  readonly forPeople?: true
  /** Ids of the cited works that the rows are taken from; without them the ledger's own. */
  readonly sources?: readonly string[]
}

export const bytesOf = ({ fields, rows, forPeople }: Resource): Uint8Array =>
  csv(
    fields.map(({ name }) => name),
    rows,
    forPeople,
  )

/** A column: its name, its title in both languages, and how its cell is taken from a row. */
export interface Column<Row> {
  readonly field: Field
  readonly take: (row: Row) => Value
}

export const column = <Row>(
  name: string,
  title: string,
  take: (row: Row) => Value | readonly string[] | undefined,
  more: Partial<Field> = {},
): Column<Row> => ({
  field: { name, type: 'string', title, ...more },
  take: (row) => {
    const value = take(row)
    return Array.isArray(value) ? value.join(',') : ((value as Value | undefined) ?? null)
  },
})

/** The same words in both languages, a column each. */
export const both = <Row>(name: string, title: Bilingual, take: (row: Row) => Bilingual | null | undefined): readonly Column<Row>[] => [
  column<Row>(`${name}_zh`, `${title.en} (Chinese) · ${title.zh}（中文）`, (row) => take(row)?.zh),
  column<Row>(`${name}_en`, `${title.en} (English) · ${title.zh}（英文）`, (row) => take(row)?.en),
]

export const resource = <Row>(
  name: string,
  title: Bilingual,
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  keys: Pick<Resource, 'primaryKey' | 'foreignKeys'>,
): Resource => ({
  name,
  path: `data/${name}.csv`,
  title,
  fields: columns.map(({ field }) => field),
  rows: rows.map((row) => columns.map(({ take }) => take(row))),
  ...keys,
})
