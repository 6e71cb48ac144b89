import { CsvError, parse } from 'csv-parse/sync'
import { Problem } from '../problem.ts'
import { signInWords } from '../text/signs.ts'

/** A line of a table as cells, before they have their places. */
export interface CsvRecord {
  readonly record: string[]
  readonly info: { readonly lines: number }
}

/** The lines of a table, each taken apart at its commas. */
export const parsedCells = (text: string, file: string): readonly CsvRecord[] => {
  refuseOtherSeparators(text, file)
  try {
    const records = parse(text, { info: true, bom: true, skip_empty_lines: true }) as unknown as CsvRecord[]
    // A spreadsheet leaves lines of commas alone where cells were emptied.
    return records.filter(({ record }) => record.some((cell) => cell.trim() !== ''))
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw problemOf(error, text, file)
  }
}

/** What parts cells in other programs and in Chinese typing. */
const otherSeparators = ['\t', ';', '，', '；', '|', '、'] as const

/** A table without a comma in its heading whose lines all have another sign as often as the heading has: that sign parts its cells. */
const refuseOtherSeparators = (text: string, file: string): void => {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '')
  const [heading = ''] = lines
  if (heading.includes(',') || lines.length < 2) return
  const times = (line: string, sign: string) => line.split(sign).length - 1
  const sign = otherSeparators.find((each) => times(heading, each) > 0 && lines.every((line) => times(line, each) >= times(heading, each)))
  if (sign === undefined) return
  throw new Problem(
    `the cells of this table are parted by ${signInWords(sign)}`,
    { file, line: 1, column: heading.indexOf(sign) + 1 },
    'a comma between cells; a cell with a comma in it stands in quotes',
  )
}

const problemOf = (error: CsvError, text: string, file: string): Problem => {
  const unclosed = error.code === 'CSV_QUOTE_NOT_CLOSED'
  const line = unclosed ? lineOfUnclosedQuote(text) : Number(error.lines ?? 1)
  const written = text.split('\n')[line - 1] ?? ''
  if (unclosed)
    return new Problem(
      'a quote is opened here and never closed',
      { file, line, column: columnOfUnclosedQuote(written) },
      'a closing quote in the same cell',
    )
  const at = { file, line, column: 1 }
  if (error.code === 'CSV_RECORD_INCONSISTENT_FIELDS_LENGTH' || error.code === 'CSV_RECORD_INCONSISTENT_COLUMNS') {
    const cells = Array.isArray(error.record) ? error.record.length : written.split(',').length
    const headed = headingCells(text)
    return new Problem(
      `the row has ${cells} ${cells === 1 ? 'cell' : 'cells'}, and the heading ${headed}`,
      at,
      reasonForCount(written, cells, headed) ?? 'as many cells as the heading has',
    )
  }
  const [quote] = /[^,]"|"[^,"\r\n]/.exec(written) ?? []
  return new Problem(
    'a quote stands inside a cell without quotes, or words beside one in quotes',
    quote === undefined ? at : { ...at, column: written.indexOf(quote) + 1 },
    'quotes around the whole cell, and a quote inside it written twice: "the ""old"" town"',
  )
}

const headingCells = (text: string): number => {
  const [heading = ''] = text.split(/\r?\n/).filter((line) => line.trim() !== '')
  return heading.replace(/"(?:[^"]|"")*"/g, '').split(',').length
}

/** What has likely made too many cells of a row, or too few. */
const reasonForCount = (line: string, cells: number, headed: number): string | undefined => {
  if (cells > headed && line.replace(/,+\s*$/, '').split(',').length <= headed) return 'no commas after the last cell'
  const thousands = cells > headed ? (line.match(/(?<![\d.])\d{1,3}(?:,\d{3})+(?![\d.])/g) ?? []) : []
  const [only = ''] = thousands
  if (thousands.length > 0)
    return `as many cells as the heading has; a comma between thousands parts cells too${
      thousands.length === 1 ? `: ${only.replaceAll(',', '')} for ${only}` : ''
    }`
  const sign = cells < headed ? otherSeparators.find((each) => line.includes(each)) : undefined
  return sign && `a comma between cells, where ${signInWords(sign)} stands`
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
