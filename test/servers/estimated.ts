/** What the scale regression makes of the shops of `shops.ts`, engine by engine. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { shopColumns } from '../../scripts/toolbox/scale-regression/columns.ts'
import { openFile } from '../../scripts/toolbox/scale-regression/duckdb.ts'
import type { Engine } from '../../scripts/toolbox/scale-regression/engine.ts'
import { estimateShops } from '../../scripts/toolbox/scale-regression/estimate.ts'
import { openServer } from '../../scripts/toolbox/scale-regression/open-server.ts'
import { recordOf } from '../../scripts/toolbox/scale-regression/record.ts'
import { readBeside } from '../../src/commands/estimate/beside.ts'
import { besideRecord } from '../../src/commands/estimate/beside-record.ts'
import { type ShopRow, shopsCsv } from './shops.ts'

export type Estimated = readonly ReturnType<typeof recordOf>[]

/** What `--json` prints of an engine's table; the engine is closed. */
export const estimated = async (engine: Engine, names: Parameters<typeof shopColumns>[1] = {}): Promise<Estimated> => {
  try {
    const shops = { dialect: engine.dialect, table: engine.table, thousands: false, ...shopColumns(engine, names) }
    return (await estimateShops(engine, shops)).map((estimate) => recordOf(estimate))
  } finally {
    await engine.close()
  }
}

/** What is asked beside the lines, in the columns that the shops have: turnovers that are alike as clusters, employees as weights, the shops as their own population. */
export const estimatedBeside = async (open: () => Promise<Engine>): Promise<readonly object[]> => {
  const [engine, population] = [await open(), await open()]
  try {
    const shops = { dialect: engine.dialect, table: engine.table, thousands: false, ...shopColumns(engine, {}) }
    const estimates = await estimateShops(engine, shops)
    const beside = await readBeside(engine, shops, estimates, {
      cluster: 'turnover',
      weights: 'employees',
      population,
      columns: {},
      seed: 1,
    })
    return estimates.map(({ category }) => ({ category, ...besideRecord(beside, category) }))
  } finally {
    await engine.close()
    await population.close()
  }
}

export const estimatedAt = async (url: string): Promise<Estimated> => await estimated(await openServer(url))

const inFile = async <Result>(rows: readonly ShopRow[], read: (file: string) => Promise<Result>): Promise<Result> => {
  const folder = mkdtempSync(join(tmpdir(), 'test-shops-'))
  try {
    writeFileSync(`${folder}/shops.csv`, shopsCsv(rows))
    return await read(`${folder}/shops.csv`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The same of a file, by DuckDB: what every other engine is held against. */
export const estimatedInFile = (rows: readonly ShopRow[]): Promise<Estimated> =>
  inFile(rows, async (file) => estimated(await openFile(file)))

export const estimatedBesideInFile = (rows: readonly ShopRow[]): Promise<readonly object[]> =>
  inFile(rows, (file) => estimatedBeside(() => openFile(file)))
