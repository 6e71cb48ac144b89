/**
 * What exact sums cost: the scale regression of many shops, beside DuckDB's bare reading of the same file with the same aggregates
 * (as many sums of the same expressions, added as they come), and the memory of the whole command.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { DuckDBInstance } from '@duckdb/node-api'
import { projectRoot } from '../../scripts/ledger/index.ts'
import { shopColumns } from '../../scripts/toolbox/scale-regression/columns.ts'
import type { Dialect } from '../../scripts/toolbox/scale-regression/dialect.ts'
import { openFile } from '../../scripts/toolbox/scale-regression/duckdb.ts'
import { estimateShops } from '../../scripts/toolbox/scale-regression/estimate.ts'
import type { Grid } from '../../scripts/toolbox/scale-regression/exact-sums.ts'
import { constantsOf } from '../../scripts/toolbox/scale-regression/second-reading.ts'
import { residualGroups, residualSums, type Shops, sufficientStatistics } from '../../scripts/toolbox/scale-regression/statements.ts'
import { type Measured, median, tellProgress } from './measured.ts'

/** Shops of twenty categories, with lognormal turnovers and up to twenty employees: drawn by hashes, the same each time. */
const shopsSql = (shops: number): string => `
  SELECT 'category ' || (range % 20) AS category,
    exp(10 + 2.1 * sqrt(-2 * ln((hash(range) + 1.0) / 18446744073709551617.0)) * cos(2 * pi() * (hash(range + 1000000007) / 18446744073709551616.0))) AS turnover,
    1.0 + (hash(range + 77) % 2000) / 100.0 AS employees
  FROM range(${shops})`

/** Sums as DuckDB adds them, in whatever order its threads come. */
const bareSum: Dialect['exactSum'] = {
  columns: (name, expression) => [`sum(${expression}) AS ${name}_1`],
  read: () => undefined,
}

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const started = performance.now()
  await work()
  return performance.now() - started
}

const ratioOf = async (file: string): Promise<number> => {
  const engine = await openFile(file)
  try {
    const shops: Shops = { dialect: engine.dialect, table: engine.table, thousands: false, ...shopColumns(engine, {}) }
    const bare: Shops = { ...shops, dialect: { ...engine.dialect, exactSum: bareSum } }
    const estimates = await estimateShops(engine, shops)
    const constants = constantsOf(estimates.flatMap(({ fitted }) => (fitted ? [fitted.fit] : [])))
    const grid: Grid = { place: 0, each: 0, total: 0, rows: 0 }
    const grids = Object.fromEntries(Object.keys(residualGroups).map((group) => [group, grid])) as Parameters<typeof residualSums>[2]
    const readBare = async () => {
      await engine.run(sufficientStatistics(bare, { u: grid, v: grid, uu: grid, uv: grid, vv: grid }))
      await engine.run(residualSums(bare, constants, grids))
    }
    const ratios: number[] = []
    for (let turn = 0; turn < 3; turn += 1) {
      const exact = await timed(() => estimateShops(engine, shops))
      ratios.push(exact / (await timed(readBare)))
    }
    return median(ratios)
  } finally {
    await engine.close()
  }
}

const tellMemory = 'process.on("exit",()=>console.error("kilobytes",process.resourceUsage().maxRSS))'

/** Mebibytes that the command takes at most, all told. */
const memoryOf = (file: string): number => {
  const ended = spawnSync(
    process.execPath,
    ['--import', `data:text/javascript,${encodeURIComponent(tellMemory)}`, 'src/commands/estimate.ts', file, '--json'],
    { cwd: projectRoot, encoding: 'utf8', maxBuffer: 1 << 26 },
  )
  if (ended.status !== 0) throw new Error(ended.stderr)
  return Number(/kilobytes (\d+)/.exec(ended.stderr)?.[1]) / 1024
}

export const measureEstimate = async (shops: number): Promise<readonly Measured[]> => {
  const folder = mkdtempSync(`${tmpdir()}/shops-`)
  const many = shops.toLocaleString('en-GB')
  const rows: Measured[] = []
  try {
    const instance = await DuckDBInstance.create(':memory:', { memory_limit: '512MiB', preserve_insertion_order: 'false' })
    const connection = await instance.connect()
    for (const kind of ['parquet', 'csv']) {
      const file = `${folder}/synthetic-shops.${kind}`
      tellProgress(`estimate: making ${many} shops as ${kind} …`)
      await connection.run(`COPY (${shopsSql(shops)}) TO '${file}'`)
      tellProgress(`estimate: reading them …`)
      rows.push([`${many} shops of ${kind}: time over that of a bare reading with as many sums`, (await ratioOf(file)).toFixed(2), '≤ 1.5'])
      rows.push([`${many} shops of ${kind}: memory of the whole command at most`, `${memoryOf(file).toFixed(0)} MiB`, '< 1024 MiB'])
      rmSync(file)
    }
    connection.closeSync()
    instance.closeSync()
  } finally {
    rmSync(folder, { recursive: true })
  }
  return rows
}
