import type { Rounding } from '../record.ts'
import { type Fields, listOf, text } from './fields.ts'
import type { Table } from './files.ts'

/** What a cell prints: its digits, without the marks that a table puts beside them, its unit, and its line. */
export interface PrintedCell {
  readonly digits: string
  readonly unit: string
  /** What the table says of how its numbers are rounded. */
  readonly rounding: Rounding | null
  readonly line: number
}

/** The cell of a table at a row and a column, both by their printed labels. Throws where there is none. */
export const cellAt = (table: Table, row: string, column: string): PrintedCell => {
  const [header = [], ...body] = table.rows
  const at = header.indexOf(column)
  const index = body.findIndex((cells) => rowLabel(table, cells) === row)
  const printed = body[index]?.[at]
  if (at < 0 || printed === undefined) throw new Error(`no such cell in column “${column}”`)
  return {
    digits: withoutMarks(table.about, printed),
    unit: unitAt(table.about, row, column),
    rounding: (text(table.about.rounding) ?? null) as Rounding | null,
    line: index + 2,
  }
}

/** The cell that is the figure of an id. */
export const cellOfFigure = (table: Table, id: string): PrintedCell => {
  const { about } = table
  const single = listOf(about.cells).find((each) => each.id === id)
  if (single) {
    const column = text(single.column) ?? ''
    return { ...cellAt(table, String(single.row), column), unit: text(single.unit) ?? columnUnit(about, column) }
  }
  const column = listOf(about.columns).find(({ suffix }) => id.endsWith(`.${String(suffix)}`))
  if (!column) throw new Error(`no column of the table ends ${id}`)
  const name = id.slice(prefixOf(table).length + 1, -String(column.suffix).length - 1)
  const row = listOf(about.rows).find((each) => each.id === name)?.row ?? name
  return cellAt(table, String(row), text(column.column) ?? '')
}

/** What the ids of a table's figures begin with. */
export const prefixOf = ({ name, about }: Table): string => text(about.prefix) ?? name

/** A row is named by its first cell, or by its keys: "domestic.agriculture". */
const rowLabel = ({ about, rows }: Table, cells: readonly string[]): string => {
  const [header = []] = rows
  const keys = Array.isArray(about.keys) ? about.keys.map((key) => header.indexOf(String(key))) : [0]
  return keys.map((key) => cells[key]).join('.')
}

const withoutMarks = ({ marks }: Fields, printed: string): string => {
  const signs = Array.isArray(marks) ? marks.filter((mark) => typeof mark === 'string') : []
  return signs.reduce((rest, sign) => rest.replace(sign, ''), printed).trim()
}

const columnUnit = (about: Fields, column: string): string =>
  text(listOf(about.columns).find((each) => each.column === column)?.unit) ?? text(about.unit) ?? '1'

/** A row may have a unit of its own. */
const unitAt = (about: Fields, row: string, column: string): string =>
  text(listOf(about.rows).find((each) => each.row === row)?.unit) ?? columnUnit(about, column)
