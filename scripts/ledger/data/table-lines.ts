import type { Bilingual, CellReference, Place } from '../types.ts'
import { type LoadedTable, withoutMarks } from './read-table.ts'

/** Which way a line of a table runs. */
export type Direction = 'row' | 'column'

export const across = { row: 'column', column: 'row' } as const satisfies Record<Direction, Direction>

/** The row and the column that a cell of a table stands in, as printed. */
export type Crossing = Required<Pick<CellReference, 'row' | 'column'>>

export const crossingInWords = ({ row, column }: Crossing): string => `row “${row}”, column “${column}”`

/** The names of a table's rows or columns, as printed. */
export const linesOf = ({ csv, keys }: LoadedTable, direction: Direction): readonly string[] =>
  direction === 'row' ? csv.rowNames(keys) : csv.header.filter((name) => !keys.includes(name))

/** The text of a cell without the marks beside it, and where it stands. */
export const printedIn = (table: LoadedTable, { row, column }: Crossing, asker: Place) => {
  const { text, place } = table.csv.cell(row, column, asker, table.keys)
  return { text: withoutMarks(text, table.marks), place }
}

/** The id and the name of a whole row or column. */
export const nameOfLine = (
  { spec }: LoadedTable,
  direction: Direction,
  line: string,
): { readonly id: string; readonly label: Bilingual } | undefined => {
  if (direction === 'column') {
    const described = spec.columns?.find(({ column }) => column === line)
    return described && { id: described.suffix, label: described.label }
  }
  const described = spec.rows?.find(({ row }) => row === line)
  const label = described?.label ?? spec.words?.[line]
  return label && { id: described?.id ?? line, label }
}
