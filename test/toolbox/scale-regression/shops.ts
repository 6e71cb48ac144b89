/** Files of shops for tests: written where they are gone afterwards, and estimated as the command does. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname } from 'node:path'
import { columnNames, shopColumns } from '../../../scripts/toolbox/scale-regression/columns.ts'
import { type DuckdbSettings, openFile } from '../../../scripts/toolbox/scale-regression/duckdb.ts'
import type { Engine } from '../../../scripts/toolbox/scale-regression/engine.ts'
import { type CategoryEstimate, estimateShops, type Fitted } from '../../../scripts/toolbox/scale-regression/estimate.ts'
import type { Shops } from '../../../scripts/toolbox/scale-regression/statements.ts'

/** A shop as a row of CSV has it; what is left out is an empty field. */
export interface Shop {
  readonly category?: string
  readonly turnover?: number | string
  readonly employees?: number | string
  readonly more?: string
}

const field = (value: number | string | undefined): string => {
  const text = value === undefined ? '' : String(value)
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

export const csvOf = (shops: readonly Shop[]): string =>
  [
    'category,turnover,employees,more',
    ...shops.map(({ category, turnover, employees, more }) => [category, turnover, employees, more].map(field).join(',')),
  ].join('\n')

/** Runs work on a file with such a text; the name may begin with folders. */
export const withFile = async <Result>(
  text: string | Buffer,
  work: (file: string) => Promise<Result>,
  name = 'shops.csv',
): Promise<Result> => {
  const folder = mkdtempSync(`${tmpdir()}/shops-`)
  try {
    mkdirSync(dirname(`${folder}/${name}`), { recursive: true })
    writeFileSync(`${folder}/${name}`, text)
    return await work(`${folder}/${name}`)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

export interface Asked extends DuckdbSettings {
  readonly thousands?: boolean
  readonly columns?: string
  /** The file's name, where it is another than shops.csv. */
  readonly name?: string
}

export const withShops = async <Result>(
  text: string | Buffer,
  asked: Asked,
  work: (engine: Engine, shops: Shops) => Promise<Result>,
): Promise<Result> =>
  withFile(
    text,
    async (file) => {
      const engine = await openFile(file, asked)
      try {
        const columns = shopColumns(engine, columnNames(asked.columns))
        return await work(engine, { dialect: engine.dialect, table: engine.table, thousands: asked.thousands ?? false, ...columns })
      } finally {
        await engine.close()
      }
    },
    asked.name,
  )

export const estimateText = (text: string | Buffer, asked: Asked = {}): Promise<readonly CategoryEstimate[]> =>
  withShops(text, asked, (engine, shops) => estimateShops(engine, shops))

/** The line of a file that has one category. */
export const fitText = async (shops: readonly Shop[], asked: Asked = {}): Promise<Fitted> => {
  const [first] = await estimateText(csvOf(shops), asked)
  if (!first?.fitted) throw new Error('the category has no line')
  return first.fitted
}
