import { basename, dirname, extname, join } from 'node:path'
import { UsageProblem } from '../../../scripts/ledger/problem.ts'

/**
 * How shops that nobody observed are told from others wherever they turn up: the name of their file has the word, each row has a
 * column of it, which stands first and so begins the heading, and files of Parquet carry it among their own words.
 */
export const label = {
  word: 'synthetic',
  /** No comment line stands above the heading of a CSV file: few programs that read tables would pass over it. */
  column: 'synthetic',
  note: 'Synthetic: made from published coefficients with seeded noise. No shop was observed.',
} as const

export type Format = 'csv' | 'parquet'

const formats: Readonly<Record<string, Format>> = { '.csv': 'csv', '.parquet': 'parquet', '.pq': 'parquet' }

/** The file that is written for one that is asked for, with the word in its name, and its format by its ending. */
export const labelledFile = (asked: string): { readonly file: string; readonly format: Format } => {
  const ending = extname(asked)
  const format = formats[ending.toLowerCase()]
  if (!format) throw new UsageProblem(`“${asked}” ends in no format that shops are written in`, 'a name that ends in .csv or .parquet')
  const name = basename(asked, ending)
  const labelled = name.toLowerCase().includes(label.word) ? name : `${name}-${label.word}`
  return { file: join(dirname(asked), labelled + ending), format }
}
