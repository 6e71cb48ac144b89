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
import { type ShopRow, shopsCsv } from './shops.ts'

export type Estimated = readonly ReturnType<typeof recordOf>[]

/** What `--json` prints of an engine's table; the engine is closed. */
export const estimated = async (engine: Engine, names: Parameters<typeof shopColumns>[1] = {}): Promise<Estimated> => {
  try {
    const shops = { dialect: engine.dialect, table: engine.table, thousands: false, ...shopColumns(engine, names) }
    return (await estimateShops(engine, shops)).map(recordOf)
  } finally {
    await engine.close()
  }
}

export const estimatedAt = async (url: string): Promise<Estimated> => await estimated(await openServer(url))

/** The same of a file, by DuckDB: what every other engine is held against. */
export const estimatedInFile = async (rows: readonly ShopRow[]): Promise<Estimated> => {
  const folder = mkdtempSync(join(tmpdir(), 'test-shops-'))
  try {
    writeFileSync(`${folder}/shops.csv`, shopsCsv(rows))
    return await estimated(await openFile(`${folder}/shops.csv`))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
