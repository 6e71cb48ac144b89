import { Complaints, expectedNames, Problem, placeText } from '../problem.ts'
import { likeness, partingOf } from '../text/signs.ts'
import type { Place } from '../types.ts'
import { type CsvRecord, parsedCells } from './csv-cells.ts'
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

/** A cell of each record with its place. */
const placedCells = (text: string, file: string, records: readonly CsvRecord[]): readonly (readonly CsvCell[])[] => {
  const lines = text.replace(/^\uFEFF/, '').split('\n')
  return records.map(({ record, info }) => {
    const line = lines[info.lines - 1] ?? ''
    let from = 0
    return record.map((cell): CsvCell => {
      const at = line.indexOf(cell, from)
      const column = at < 0 ? from : at
      from = column + cell.length + 1
      return { text: cell, place: { file, line: info.lines, column: column + 1 } }
    })
  })
}

/** A name that another has already, to the letter or to the eye: nobody could say which of the two is meant. */
interface Twin {
  readonly first: CsvCell
  readonly second: CsvCell
}

/** The names that one before them has already. */
const twinsAmong = (names: readonly (CsvCell | undefined)[]): readonly Twin[] => {
  const seen = new Map<string, CsvCell>()
  return names.flatMap((second): readonly Twin[] => {
    if (!second) return []
    const like = likeness(second.text)
    const first = seen.get(like)
    if (first) return [{ first, second }]
    seen.set(like, second)
    return []
  })
}

const twinInWords = ({ first, second }: Twin, what: string): string => {
  const other = `the one at ${placeText(first.place)}`
  if (second.text.trim() === '') return `a second ${what} has no name, like ${other}`
  if (first.text === second.text) return `a second ${what} is called “${second.text}”, like ${other}`
  return `the ${what} “${second.text}” looks like ${other} and is written otherwise, ${partingOf(second.text, first.text)}`
}

/** Two columns of one name are two numbers under one name. */
const refuseTwinHeadings = (heading: readonly CsvCell[]): void => {
  const [twin] = twinsAmong(heading)
  if (twin)
    throw new Problem(twinInWords(twin, 'column'), twin.second.place, 'a name of its own for each column, as the page tells them apart')
}

/** Stops at rows that one before them is called like: of a table whose rows are named. */
export const refuseTwinRows = ({ rows, header, rowNames }: CsvFile, keys: readonly string[]): void => {
  const complaints = new Complaints()
  const first = keys.map((key) => header.indexOf(key))[0] ?? 0
  const named = rowNames(keys).map((text, index): CsvCell | undefined => {
    const cell = rows[index]?.[first]
    return cell && { text, place: cell.place }
  })
  for (const twin of twinsAmong(named))
    complaints.add(
      twinInWords(twin, 'row'),
      twin.second.place,
      'a name of its own for each row; or “keys:” with the columns that name a row together',
    )
  complaints.stopIfAny()
}

/** Reads a transcribed table; every cell stays text, with its place. */
export const readCsv = (root: string, file: string): CsvFile => {
  const text = readText(root, file)
  if (text.trim() === '') throw new Problem('the table is empty', { file, line: 1, column: 1 }, 'a heading row and at least one row')
  const [first, ...rest] = parsedCells(text, file)
  if (!first || rest.length === 0) {
    throw new Problem('the table has a heading and no rows', { file, line: 1, column: 1 }, 'at least one row')
  }
  const [heading, ...rows] = placedCells(text, file, [first, ...rest])
  refuseTwinHeadings(heading ?? [])
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
