/** Where in a file of CSV something stands. */
import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import { parse } from 'csv-parse'
import type { Heading } from './csv-heading.ts'

interface Found {
  readonly record: readonly string[]
  readonly info: { readonly lines: number }
}

/** The line of the first row that fulfils a condition, counted from 1, the heading's; undefined where none does. */
export const lineWhere = async (
  file: string,
  { columns, delimiter, compressed }: Heading,
  holds: (field: (name: string) => string) => boolean,
): Promise<number | undefined> => {
  const bytes = createReadStream(file)
  const parser = parse({ delimiter, bom: true, from: 2, info: true, relax_column_count: true, relax_quotes: true, skip_empty_lines: true })
  const text = compressed ? bytes.pipe(createGunzip()) : bytes
  // A fault of the file was told when it was read as a whole.
  text.on('error', () => parser.end())
  text.pipe(parser)
  try {
    for await (const row of parser) {
      const { record, info } = row as Found
      if (holds((name) => record[columns.indexOf(name)] ?? '')) return info.lines
    }
    return undefined
  } finally {
    bytes.destroy()
    parser.destroy()
  }
}
