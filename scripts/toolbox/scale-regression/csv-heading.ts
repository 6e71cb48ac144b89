/** The heading of a CSV file: its columns, what parts them, and what makes a file unreadable before any row is read. */
import { isUtf8 } from 'node:buffer'
import { closeSync, openSync, readSync } from 'node:fs'
import { gunzipSync, constants as zlib } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import { DatabaseProblem } from './engine.ts'

export interface Heading {
  readonly columns: readonly string[]
  readonly delimiter: string
  readonly compressed: boolean
  /** How many empty lines stand before it. */
  readonly emptyBefore: number
}

/** A heading is looked for in so many bytes. */
const beginning = 1 << 20

const delimiters = [',', '\t', ';', '|'] as const

const firstBytes = (file: string): Buffer => {
  const handle = openSync(file, 'r')
  try {
    const bytes = Buffer.alloc(beginning)
    return bytes.subarray(0, readSync(handle, bytes, 0, beginning, 0))
  } finally {
    closeSync(handle)
  }
}

const decoder = new TextDecoder('utf-8', { fatal: true })

/** The line, counted from 1, in which a byte stands. */
const lineOf = (bytes: Buffer, index: number): number => bytes.subarray(0, index).filter((byte) => byte === 0x0a).length + 1

/** The first line that is not UTF-8. */
const lineNotUtf8 = (bytes: Buffer): number => {
  let from = 0
  while (from < bytes.length) {
    const end = bytes.indexOf(0x0a, from)
    const to = end < 0 ? bytes.length : end + 1
    if (!isUtf8(bytes.subarray(from, to))) break
    from = to
  }
  return lineOf(bytes, from)
}

const textOf = (file: string, bytes: Buffer): string => {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))
    throw new DatabaseProblem(`${file}:1:1`, 'this is UTF-16', 'UTF-8, as “iconv -f UTF-16 -t UTF-8” makes it')
  if (bytes.includes(0))
    throw new DatabaseProblem(
      `${file}:${lineOf(bytes, bytes.indexOf(0))}:1`,
      'this is no text',
      'CSV in UTF-8, or a file of Parquet that ends in .parquet',
    )
  try {
    return decoder.decode(bytes, { stream: true }).replace(/^\ufeff/, '')
  } catch {
    throw new DatabaseProblem(
      `${file}:${lineNotUtf8(bytes)}:1`,
      'this is not UTF-8',
      'UTF-8; a file in GBK becomes so by “iconv -f GB18030 -t UTF-8”',
    )
  }
}

const fields = (text: string, delimiter: string): readonly string[] => {
  const [first = []] = parse(text, { delimiter, to: 1, relax_quotes: true, relax_column_count: true, skip_empty_lines: true }) as string[][]
  return first.map((name) => name.trim())
}

/** Reads the heading of a file. Of what could part its columns, that is taken which parts most. */
export const readHeading = (file: string): Heading => {
  const raw = firstBytes(file)
  if (raw.length === 0) throw new DatabaseProblem(`${file}:1:1`, 'the file is empty', 'a heading, and a row for each shop')
  const compressed = raw[0] === 0x1f && raw[1] === 0x8b
  const text = textOf(file, compressed ? gunzipSync(raw, { finishFlush: zlib.Z_SYNC_FLUSH }) : raw)
  const found = delimiters.map((delimiter) => ({ delimiter, columns: fields(text, delimiter) }))
  const best = found.reduce((most, each) => (each.columns.length > most.columns.length ? each : most))
  // The database tells columns apart by their letters alone, whatever their case.
  const names = best.columns.map((name) => name.toLowerCase())
  const twice = best.columns.find((_, index) => names.indexOf(names[index] ?? '') !== index)
  if (best.columns.length === 0) throw new DatabaseProblem(`${file}:1:1`, 'the file has no heading', 'a heading, and a row for each shop')
  if (twice !== undefined)
    throw new DatabaseProblem(`${file}:1:1`, `two columns are called “${twice}”, in whatever case`, 'a name of its own for each')
  const emptyBefore = (/^(?:\r\n|\n|\r)+/.exec(text)?.[0] ?? '').replaceAll('\r\n', '\n').length
  return { ...best, compressed, emptyBefore }
}
