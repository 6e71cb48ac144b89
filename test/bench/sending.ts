/** Sending the query to the data against sending the data: one server of PostgreSQL, the same shops, in one run. */
import { Client } from 'pg'
import { shopColumns } from '../../scripts/toolbox/scale-regression/columns.ts'
import type { Engine } from '../../scripts/toolbox/scale-regression/engine.ts'
import { estimateShops } from '../../scripts/toolbox/scale-regression/estimate.ts'
import { openServer } from '../../scripts/toolbox/scale-regression/open-server.ts'
import { type PostgresqlServer, postgresqlMissing, startPostgresql } from '../servers/postgresql.ts'
import { type Measured, median, tellProgress } from './measured.ts'

/** As many as fill a server in a second. */
const shops = 200_000
const tries = 3

const seconds = async (work: () => Promise<unknown>): Promise<number> => {
  const begun = performance.now()
  await work()
  return (performance.now() - begun) / 1000
}

const medianOf = async (work: () => Promise<unknown>): Promise<number> => {
  const times: number[] = []
  for (let index = 0; index < tries; index += 1) times.push(await seconds(work))
  return median(times)
}

/** All that comes back, as text, by which either way is weighed alike. */
const bytesOf = (rows: readonly object[]): number =>
  rows.reduce((sum, row) => sum + Buffer.byteLength(Object.values(row).join('\t')) + 1, 0)

const byQuery = async (url: string): Promise<number> => {
  let bytes = 0
  const opened = await openServer(url)
  const engine: Engine = {
    ...opened,
    run: async (statement) => {
      const rows = await opened.run(statement)
      bytes += Buffer.byteLength(statement) + bytesOf(rows)
      return rows
    },
  }
  try {
    await estimateShops(engine, { dialect: engine.dialect, table: engine.table, thousands: false, ...shopColumns(engine, {}) })
  } finally {
    await opened.close()
  }
  return bytes
}

/** The rows alone, to where they could be computed with; nothing is computed. */
const byRows = async (server: PostgresqlServer): Promise<number> => {
  const client = new Client({ connectionString: server.url('shops').replace(/\?.*/, '') })
  await client.connect()
  try {
    const { rows } = await client.query<{ category: string; turnover: number; employees: number }>(
      'SELECT category, turnover, employees FROM shops',
    )
    return bytesOf(rows)
  } finally {
    await client.end()
  }
}

/** Measures both; nothing where there is no server to start. */
export const measureSending = async (): Promise<readonly Measured[]> => {
  if (postgresqlMissing !== undefined) {
    tellProgress(`sending: ${postgresqlMissing}`)
    return []
  }
  tellProgress('sending: a server of PostgreSQL is filled')
  const server = await startPostgresql()
  try {
    await server.ask(`SELECT setseed(0.5);
      CREATE TABLE shops AS SELECT 'category ' || (number % 16) AS category, exp(9 + 5 * random()) AS turnover, 1 + 10 * random() AS employees
        FROM generate_series(1, ${shops}) AS number;
      ANALYZE shops`)
    const [queryBytes, rowBytes] = [await byQuery(server.url('shops')), await byRows(server)]
    const queryTime = await medianOf(() => byQuery(server.url('shops')))
    const rowTime = await medianOf(() => byRows(server))
    return [
      [`bytes of ${shops} rows over those of the query and its answer`, (rowBytes / queryBytes).toFixed(0), '–'],
      ['time of the whole estimate over that of fetching the rows alone, on one machine', (queryTime / rowTime).toFixed(2), '–'],
    ]
  } finally {
    await server.stop()
  }
}
