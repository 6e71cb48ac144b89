/** A file of a user's as cells with their places, whether it is text with commas or a workbook: nothing is taken for a number yet. */

import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { CsvError, parse } from 'csv-parse/sync'
import { readXlsx } from 'hucre/xlsx'
import { parsedCells } from '../../../scripts/ledger/data/csv-cells.ts'
import { expectedNames, Problem, UsageProblem } from '../../../scripts/ledger/problem.ts'
import type { Bilingual, Place } from '../../../scripts/ledger/types.ts'

/** One cell, as its file shows it. */
export interface SheetCell {
  /** Without blanks at its ends; empty for a cell that holds nothing. */
  readonly text: string
  readonly place: Place
  /** The name by which people find it: `flows.csv:2:14`, or `table.xlsx Sheet1!B7`. */
  readonly name: string
  /** Whether the file holds a number and no text: a workbook keeps no noughts at its end, `100.0` is `100` there. */
  readonly isNumber: boolean
  /** Whether quotes stand around it in text with commas. */
  readonly isQuoted: boolean
}

export interface Sheet {
  /** As the user called it. */
  readonly file: string
  readonly kind: 'csv' | 'xlsx'
  /** [row][column], every row as long as the longest; cells of a merged heading all read as the merged one. */
  readonly rows: readonly (readonly SheetCell[])[]
  /** The whole text, where it is text. */
  readonly text?: string
  /** What is worth saying of how it was read. */
  readonly notes: readonly Bilingual[]
}

/** A, B, … Z, AA: a column of a workbook, counted from nought. */
export const columnLetters = (column: number): string => {
  const letter = String.fromCharCode(65 + (column % 26))
  return column < 26 ? letter : columnLetters(Math.floor(column / 26) - 1) + letter
}

/** A problem at a cell; of a workbook it names the cell as spreadsheets do. */
export const problemAt = (cell: SheetCell, what: string, expected?: string): Problem =>
  new Problem(cell.name.includes('!') ? `${cell.name.slice(cell.name.indexOf(' ') + 1)}: ${what}` : what, cell.place, expected)

const longest = (rows: readonly (readonly unknown[])[]): number => rows.reduce((most, { length }) => Math.max(most, length), 0)

/** The text of a file: UTF-8, or GB 18030, in which Chinese spreadsheet programs save. */
const decoded = (bytes: Uint8Array, file: string): { readonly text: string; readonly notes: readonly Bilingual[] } => {
  const at = { file, line: 1, column: 1 }
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))
    throw new Problem('the file is UTF-16', at, 'the same text, saved as UTF-8')
  const read = (encoding: string): string | undefined => {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch {
      return undefined
    }
  }
  const text = read('utf-8')
  if (text !== undefined && !text.includes('\0')) return { text, notes: [] }
  const chinese = read('gb18030')
  // Bytes of other encodings are often lawful here too, and would come out as signs that no table has.
  if (chinese !== undefined && /^[\p{Script=Han}\p{ASCII}\p{P}\p{Zs}\p{Nd}\uff00-\uffef]*$/u.test(chinese) && !chinese.includes('\0'))
    return { text: chinese, notes: [{ zh: `${file}不是UTF-8，已按GB 18030读取`, en: `${file} is not UTF-8 and was read as GB 18030` }] }
  throw new Problem('the file is neither UTF-8 nor GB 18030', at, 'the same text, saved as UTF-8')
}

interface Parsed {
  readonly value: string
  readonly quoting: boolean
}

const readCsvSheet = (path: string, file: string): Sheet => {
  const { text, notes } = decoded(readFileSync(path), file)
  if (text.trim() === '') throw new Problem('the file is empty', { file, line: 1, column: 1 }, 'a heading row and at least one row')
  let records: readonly { readonly record: readonly Parsed[]; readonly info: { readonly lines: number } }[]
  try {
    records = parse(text, {
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      cast: (value, { quoting }) => ({ value, quoting }),
    }) as unknown as typeof records
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    // The reader of transcribed tables refuses the same, in words for people.
    parsedCells(text, file)
    throw error
  }
  const rows = records.map(({ record, info }) => {
    let column = 1
    return record.map(({ value, quoting }): SheetCell => {
      const place = { file, line: info.lines, column }
      column += value.length + (quoting ? 2 + value.split('"').length - 1 : 0) + 1
      return { text: value.trim(), place, name: `${file}:${place.line}:${place.column}`, isNumber: false, isQuoted: quoting }
    })
  })
  return { file, kind: 'csv', rows: squared(rows, file), text, notes }
}

/** Rows of one length: what a row lacks at its end is empty, and stands behind its last cell. */
const squared = (rows: readonly (readonly SheetCell[])[], file: string): readonly (readonly SheetCell[])[] => {
  const width = longest(rows)
  return rows.map((row, index) => [
    ...row,
    ...Array.from({ length: width - row.length }, (): SheetCell => {
      const last = row.at(-1)
      const line = last?.place.line ?? index + 1
      const column = (last?.place.column ?? 1) + (last?.text.length ?? 0)
      return { text: '', place: { file, line, column }, name: `${file}:${line}:${column}`, isNumber: false, isQuoted: false }
    }),
  ])
}

/** A number of a workbook in the digits that it prints: fifteen at most, as spreadsheet programs show, and no power of ten. */
const digitsOf = (value: number): string => {
  const shown = Number(value.toPrecision(15))
  const text = String(shown)
  if (!text.includes('e')) return text
  return shown.toFixed(Math.min(100, Math.max(0, 14 - Math.floor(Math.log10(Math.abs(shown)))))).replace(/\.?0+$/, '')
}

const readWorkbook = async (path: string, file: string, asked: string | undefined): Promise<readonly Sheet[]> => {
  const book = await readXlsx(readFileSync(path)).catch((error: unknown) => {
    throw new Problem(
      `this is no workbook that can be read: ${error instanceof Error ? error.message : String(error)}`,
      { file, line: 1, column: 1 },
      'an .xlsx file without a password; save an .xls file as .xlsx',
    )
  })
  const shown = book.sheets.filter(({ hidden, veryHidden }) => !hidden && !veryHidden)
  const names = shown.map(({ name }) => name)
  if (asked !== undefined && !names.includes(asked)) throw new UsageProblem(`${file} has no sheet “${asked}”`, expectedNames(asked, names))
  return shown
    .filter(({ name }) => asked === undefined || name === asked)
    .map(({ name, rows, merges = [], cells }) => {
      const width = longest(rows)
      const plain = rows.map((row, line) =>
        Array.from({ length: width }, (_, column): SheetCell => {
          const held = cells?.get(`${line},${column}`)
          const value = row[column] ?? held?.formulaResult ?? null
          const isNumber = typeof value === 'number' && Number.isFinite(value)
          // A date where a number belongs is told as what the sheet shows.
          const text = isNumber ? digitsOf(value) : value instanceof Date ? value.toISOString().slice(0, 10) : String(value ?? '').trim()
          return {
            text,
            place: { file, line: line + 1, column: column + 1 },
            name: `${file} ${name}!${columnLetters(column)}${line + 1}`,
            isNumber,
            isQuoted: false,
          }
        }),
      )
      for (const { startRow, startCol, endRow, endCol } of merges) {
        const head = plain[startRow]?.[startCol]
        if (!head) continue
        for (let line = startRow; line <= endRow; line += 1)
          for (let column = startCol; column <= endCol; column += 1) {
            const covered = plain[line]?.[column]
            const row = plain[line]
            // Numbers are never spread: a merged number would be counted as often as it is wide.
            if (row && covered && !head.isNumber) row[column] = { ...covered, text: head.text }
          }
      }
      return { file, kind: 'xlsx', rows: plain, notes: [] } satisfies Sheet
    })
}

/** Every sheet of a file: one of text with commas, as many as a workbook shows. */
export const readSheets = async (path: string, file: string, sheet?: string): Promise<readonly Sheet[]> => {
  const ending = /\.([a-z]+)$/i.exec(basename(path))?.[1]?.toLowerCase()
  if (ending === 'xlsx' || ending === 'xlsm') return readWorkbook(path, file, sheet)
  if (ending === 'xls' || ending === 'ods')
    throw new UsageProblem(`${file} is a workbook of another kind (.${ending})`, 'the same workbook, saved as .xlsx, or as .csv')
  if (sheet !== undefined) throw new UsageProblem(`--sheet names a sheet of a workbook, and ${file} is none`, 'no --sheet')
  return [readCsvSheet(path, file)]
}
