/** ClickHouse of today, in process: chdb, which is installed by itself beside this file (`npm ci --prefix test/servers`). */
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { rowsOfAnswer, strict, whereTheRowsAre } from '../../scripts/toolbox/scale-regression/clickhouse.ts'
import { clickhouse } from '../../scripts/toolbox/scale-regression/dialect.ts'
import type { Column, Engine } from '../../scripts/toolbox/scale-regression/engine.ts'

const folder = new URL('./', import.meta.url)

/** Why chdb cannot be asked here; undefined if it can. */
export const chdbMissing: string | undefined = existsSync(new URL('node_modules/chdb/package.json', folder))
  ? undefined
  : 'chdb is not installed here: npm ci --prefix test/servers'

interface Session {
  query(statement: string, format?: string): string
  close(): void
}

export interface Chdb {
  readonly ask: (statement: string, format?: string) => string
  readonly insert: (table: string, rows: readonly (readonly (string | null)[])[]) => void
  readonly engine: (table: string, columns: readonly Column[]) => Engine
  readonly close: () => void
}

/** Opens a database in memory. */
export const openChdb = (): Chdb => {
  const { Session } = createRequire(new URL('package.json', folder))('chdb') as { Session: new () => Session }
  const session = new Session()
  const ask = (statement: string, format = 'JSONCompact'): string => session.query(statement, format)
  for (const [name, value] of Object.entries(strict)) ask(`SET ${name} = '${value}'`)
  return {
    ask,
    insert: (table, rows) => {
      ask(`INSERT INTO ${table} FORMAT JSONCompactEachRow ${rows.map((row) => JSON.stringify(row)).join('\n')}`)
    },
    engine: (table, columns) => ({
      dialect: clickhouse,
      source: `chdb ${table}`,
      table,
      columns,
      run: async (statement) => rowsOfAnswer(ask(whereTheRowsAre(statement))),
      cancel: () => {},
      close: async () => {},
    }),
    close: () => session.close(),
  }
}
