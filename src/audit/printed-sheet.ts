/** A transcribed table as it is printed, cell by cell, with the figure that each is and the checks on it. */
import type { Table } from '../../scripts/ledger/data/data-types.ts'
import type { Figure } from '../../scripts/ledger/figures/compute.ts'
import type { Ledger } from '../../scripts/ledger/ledger.ts'
import type { CheckRecord } from '../../scripts/ledger/publish/record.ts'
import type { Bilingual, Language } from '../../scripts/ledger/types.ts'
import type { AuditedTable } from './printed-tables.ts'

/** A cell as it is printed, and what is known of it. */
export interface SheetCell {
  readonly text: string
  /** What a label means in the reader's language, where that is not how it is printed. */
  readonly gloss?: string
  readonly heading: boolean
  readonly number: boolean
  readonly figure?: Figure
  readonly checks: readonly CheckRecord[]
  /** Looks computed and cannot be recomputed. */
  readonly unfollowed: boolean
}

export interface Sheet {
  readonly head: readonly SheetCell[]
  readonly rows: readonly (readonly SheetCell[])[]
  /** Columns that head each row. */
  readonly keys: number
}

const plain = { heading: false, number: false, checks: [], unfollowed: false } as const

/** A label without what does not tell it from another: spaces, capitals, and the word for a year after its number. */
const plainly = (text: string): string => text.replace(/\s|(?<=\d)年$/g, '').toLowerCase()

const keyOf = (row: string | undefined, column: string | undefined): string => `${row ?? ''}\n${column ?? ''}`

const printedSheet = (table: Table, ledger: Ledger, language: Language): Sheet => {
  const { csv, keys, words, rows, columns } = table
  const inputs = new Map(
    [...ledger.figures.values()].flatMap((figure) => {
      const { cell } = figure.input ?? {}
      return cell?.table === table.id ? [[keyOf(cell.row, cell.column), figure] as const] : []
    }),
  )
  const checks = Map.groupBy(
    ledger.checks.filter(({ cell }) => cell?.table === table.id),
    ({ cell }) => keyOf(cell?.row, cell?.column),
  )
  const unfollowed = new Set(table.unfollowed.map(({ cell }) => keyOf(cell.row, cell.column)))
  const glossed = (text: string, known: Bilingual | undefined): { gloss?: string } => {
    const gloss = known?.[language]
    return gloss && plainly(gloss) !== plainly(text) ? { gloss } : {}
  }
  const bare = (text: string) => table.marks.reduce((rest, mark) => rest.replaceAll(mark, ''), text).trim()
  const isNumber = csv.header.map(
    (name, position) => !keys.includes(name) && csv.rows.some((row) => /^[-−]?\d+(\.\d+)?$/.test(bare(row[position]?.text ?? ''))),
  )
  return {
    keys: keys.length,
    head: csv.header.map((text, index) => ({
      ...plain,
      ...glossed(text, columns[text] ?? words[text]),
      text,
      heading: true,
      number: isNumber[index] ?? false,
      checks: checks.get(keyOf('', text)) ?? [],
    })),
    rows: csv.rows.map((row, index) => {
      const name = csv.rowNames(keys)[index] ?? ''
      return row.map(({ text }, position): SheetCell => {
        const column = csv.header[position] ?? ''
        const heading = keys.includes(column)
        const key = keyOf(name, column)
        const figure = inputs.get(key)
        return {
          ...plain,
          ...(figure ? { figure } : {}),
          ...(heading || !figure ? glossed(text, (heading ? rows[text] : undefined) ?? words[text]) : {}),
          text,
          heading,
          number: isNumber[position] ?? false,
          checks: heading ? (position === 0 ? (checks.get(keyOf(name, '')) ?? []) : []) : (checks.get(key) ?? []),
          unfollowed: unfollowed.has(key),
        }
      })
    }),
  }
}

/** A grid that no source prints: of its columns those that most rows have. What a few rows alone have stands in the list of all cells. */
const gridSheet = (id: string, ledger: Ledger, language: Language): Sheet => {
  const columnOf = ({ input }: Figure): string => input?.column?.[language] ?? ''
  const cells = [...ledger.figures.values()].filter(({ input }) => input?.grid === id)
  const rows = [...Map.groupBy(cells, ({ input }) => input?.row?.[language] ?? '')].map(([name, row]) => ({
    name,
    cells: new Map(row.map((figure) => [columnOf(figure), figure])),
  }))
  const columns = [...new Set(cells.map(columnOf))].filter((column) => rows.filter((row) => row.cells.has(column)).length * 2 > rows.length)
  return {
    keys: 1,
    head: ['', ...columns].map((text, index) => ({ ...plain, text, heading: true, number: index > 0 })),
    rows: rows
      .filter((row) => columns.some((column) => row.cells.has(column)))
      .map((row) => [
        { ...plain, text: row.name, heading: true },
        ...columns.map((column): SheetCell => {
          const figure = row.cells.get(column)
          return { ...plain, text: figure?.input?.digits ?? '', number: true, ...(figure && { figure }) }
        }),
      ]),
  }
}

/** A table as it is printed, cell by cell, with the figure that each is and the checks on it. */
export const sheetOf = ({ id, table }: AuditedTable, ledger: Ledger, language: Language): Sheet =>
  table ? printedSheet(table, ledger, language) : gridSheet(id, ledger, language)
