import { CsvError, parse } from 'csv-parse/sync'
import { expectedNames, Problem } from '../problem.ts'
import type { Place } from '../types.ts'
import { readText } from './read-text.ts'

/** The text of a cell, and where it stands. */
export interface CsvCell {
  readonly text: string
  readonly place: Place
}

export interface CsvFile {
  readonly header: readonly string[]
  readonly rows: readonly (readonly CsvCell[])[]
  /** The cell in the row whose key columns read `row` and the column headed `column`, or a problem at `asker`. */
  readonly cell: (row: string, column: string, asker: Place, keys?: readonly string[]) => CsvCell
  /** The names of all rows, by their key columns. */
  readonly rowNames: (keys?: readonly string[]) => string[]
  readonly has: (row: string, keys?: readonly string[]) => boolean
}

interface Parsed {
  readonly record: string[]
  readonly info: { readonly lines: number }
}

/** Reads a transcribed table; every cell stays text, with its place. */
export const readCsv = (root: string, file: string): CsvFile => {
  const text = readText(root, file)
  if (text.trim() === '') throw new Problem('the table is empty', { file, line: 1, column: 1 }, 'a heading row and at least one row')
  const records = parsed(text, file)
  const lines = text.split('\n')
  const [first, ...rest] = records
  if (!first || rest.length === 0) {
    throw new Problem('the table has a heading and no rows', { file, line: 1, column: 1 }, 'at least one row')
  }
  const rows = rest.map(({ record, info }) => {
    const line = lines[info.lines - 1] ?? ''
    let from = 0
    return record.map((cell): CsvCell => {
      const at = line.indexOf(cell, from)
      const column = at < 0 ? from : at
      from = column + cell.length + 1
      return { text: cell, place: { file, line: info.lines, column: column + 1 } }
    })
  })
  const header = first.record
  const keyOf = (row: readonly CsvCell[], keys: readonly string[]) => keys.map((key) => row[header.indexOf(key)]?.text ?? '').join('.')
  const firstColumn = [header[0] ?? '']
  const rowNames = (keys: readonly string[] = firstColumn) => rows.map((row) => keyOf(row, keys))
  const cell = (row: string, column: string, asker: Place, keys: readonly string[] = firstColumn): CsvCell => {
    const index = header.indexOf(column)
    if (index < 0) throw new Problem(`${file} has no column “${column}”`, asker, expectedNames(column, header))
    const [named, twin] = rows.filter((candidate) => keyOf(candidate, keys) === row)
    if (!named) throw new Problem(`${file} has no row “${row}”`, asker, expectedNames(row, rowNames(keys)))
    if (twin) throw new Problem(`a second row is called “${row}”`, twin[0]?.place ?? asker, 'a name of its own for each row')
    const cell = named[index]
    if (!cell) throw new Problem(`${file} has no cell in row “${row}”, column “${column}”`, asker)
    return cell
  }
  return { header, rows, cell, rowNames, has: (row, keys) => rowNames(keys).includes(row) }
}

const parsed = (text: string, file: string): Parsed[] => {
  try {
    return parse(text, { info: true, bom: true, skip_empty_lines: true }) as unknown as Parsed[]
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const unclosed = error.code === 'CSV_QUOTE_NOT_CLOSED'
    const line = unclosed ? lineOfUnclosedQuote(text) : Number(error.lines ?? 1)
    throw new Problem(
      unclosed ? 'a quote is opened here and never closed' : (error.message.split('\n')[0] ?? 'this is not CSV'),
      { file, line, column: unclosed ? columnOfUnclosedQuote(text.split('\n')[line - 1] ?? '') : 1 },
      unclosed ? 'a closing quote in the same cell' : 'as many cells as the heading has',
    )
  }
}

/** The first line with an odd number of quotes: cells of these tables never span lines. */
const lineOfUnclosedQuote = (text: string): number => text.split('\n').findIndex((line) => (line.match(/"/g) ?? []).length % 2 === 1) + 1

/** Where on the line the last cell opens whose quote does not close; a doubled quote inside a cell is a sign in it. */
const columnOfUnclosedQuote = (line: string): number => {
  let opened = 0
  for (let at = 0; at < line.length; at += 1) {
    if (line[at] !== '"') continue
    if (opened > 0 && line[at + 1] === '"') at += 1
    else opened = opened > 0 ? 0 : at + 1
  }
  return opened
}
