/** A table on a server, by its URL. */
import { openClickhouse } from './clickhouse.ts'
import type { Engine } from './engine.ts'
import { openPostgresql } from './postgresql.ts'
import { type ServerSettings, serverAddress } from './server-address.ts'

/** Opens a table; throws a `UsageProblem` where the URL is none, a `DatabaseProblem` where the server does not give the table. */
export const openServer = async (url: string, settings: ServerSettings = { environment: process.env }): Promise<Engine> => {
  const address = serverAddress(url, settings)
  return address.engine === 'postgresql' ? await openPostgresql(address) : await openClickhouse(address)
}
