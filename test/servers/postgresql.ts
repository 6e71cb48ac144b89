/** PostgreSQL as it is installed here: servers, and two of them joined by postgres_fdw. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { Client } from 'pg'
import { freePort, programAt, runToEnd, type Started, serverFolder, startServer } from './started.ts'

const programs = ['/usr/lib/postgresql/*/bin/', '/usr/local/bin/', '/usr/bin/', '/opt/homebrew/bin/']
const program = (name: string): string | undefined => programAt(...programs.map((folder) => `${folder}${name}`))
const fdw = programAt(
  '/usr/share/postgresql/*/extension/postgres_fdw.control',
  '/opt/homebrew/share/postgresql*/extension/postgres_fdw.control',
)

/** Why no server of PostgreSQL can be started here; undefined if one can. */
export const postgresqlMissing: string | undefined =
  program('postgres') && program('initdb') && fdw ? undefined : 'PostgreSQL with postgres_fdw is not installed here'

export interface PostgresqlServer extends Started {
  readonly port: number
  /** A table of the server as the command takes it. */
  readonly url: (table: string) => string
  readonly ask: <Row extends object>(statement: string) => Promise<readonly Row[]>
  /** Fills a table from text in the format of COPY. */
  readonly insert: (table: string, rows: readonly (readonly (string | null)[])[]) => Promise<void>
}

const postgresqlUser = 'tester'
export const postgresqlPassword = 'open sesame'

export const startPostgresql = async (): Promise<PostgresqlServer> => {
  const [postgres = '', initdb = ''] = [program('postgres'), program('initdb')]
  const folder = serverFolder('postgresql')
  const data = `${folder}/data`
  try {
    runToEnd(
      initdb,
      ['--no-sync', '--no-instructions', `--username=${postgresqlUser}`, '--auth=trust', '--encoding=UTF8', '--locale=C.UTF-8', '-D', data],
      folder,
    )
  } catch (error) {
    rmSync(folder, { recursive: true, force: true })
    throw error
  }
  // Whoever goes by this name needs the password.
  const access = `${data}/pg_hba.conf`
  writeFileSync(access, `host all guarded 127.0.0.1/32 scram-sha-256\n${readFileSync(access, 'utf8')}`)
  const port = await freePort()
  const config = { host: '127.0.0.1', port, user: postgresqlUser, database: 'postgres' }
  const ask = async <Row extends object>(statement: string): Promise<readonly Row[]> => {
    const client = new Client(config)
    client.on('error', () => {})
    await client.connect()
    try {
      return (await client.query<Row>(statement)).rows
    } finally {
      await client.end()
    }
  }
  const settings = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    fsync: 'off',
    max_connections: 20,
    shared_buffers: '32MB',
  }
  const started = await startServer(
    postgres,
    ['-D', data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    folder,
    async () => (await ask('SELECT 1')).length === 1,
  )
  return {
    ...started,
    port,
    ask,
    url: (table) => `postgres://${postgresqlUser}@127.0.0.1:${port}/postgres?table=${encodeURIComponent(table)}`,
    insert: async (table, rows) => {
      const literal = (value: string | null): string => (value === null ? 'NULL' : `'${value.replaceAll("'", "''")}'`)
      for (let from = 0; from < rows.length; from += 1000)
        await ask(
          `INSERT INTO ${table} VALUES ${rows
            .slice(from, from + 1000)
            .map((row) => `(${row.map(literal).join(', ')})`)
            .join(', ')}`,
        )
    },
  }
}

/** Lets one server ask another as `elsewhere`. A row that travels is said to cost what it does over a network. */
export const joinServers = async (here: PostgresqlServer, there: PostgresqlServer): Promise<void> => {
  await here.ask('CREATE EXTENSION postgres_fdw')
  await here.ask(
    `CREATE SERVER elsewhere FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host '127.0.0.1', port '${there.port}', dbname 'postgres', fdw_tuple_cost '1')`,
  )
  await here.ask(`CREATE USER MAPPING FOR ${postgresqlUser} SERVER elsewhere OPTIONS (user '${postgresqlUser}', password_required 'false')`)
}
