/**
 * A table of PostgreSQL, asked where it is. All statements of a run see one state of the table: they stand in one transaction
 * that reads only. The server stops a statement after its time, and soon after this program is gone.
 */
import { Client, type ClientConfig, types } from 'pg'
import { expectedNames } from '../../ledger/problem.ts'
import { type Dialect, postgresql, postgresqlElsewhere } from './dialect.ts'
import { Cancelled, type Column, type ColumnKind, DatabaseProblem, type Engine, NoRoom, type Row } from './engine.ts'
import { type ServerAddress, shownAddress, withoutPassword } from './server-address.ts'

/** Types by their numbers in the server's catalogue: 64-bit whole numbers and decimals would come as text. */
const asNumbers: ReadonlySet<number> = new Set([types.builtins.INT8, types.builtins.NUMERIC])

const typeParsers: NonNullable<ClientConfig['types']> = {
  getTypeParser: (id: number, format?: 'text' | 'binary') =>
    asNumbers.has(id) ? Number : format === 'binary' ? types.getTypeParser(id, 'binary') : types.getTypeParser(id, 'text'),
}

const connectSeconds = 10
/** A statement that was told to stop and does not is left behind with its connection. */
const patienceMilliseconds = 2000

const numberTypes = /^(?:smallint|integer|bigint|real|double precision|numeric(?:\(.*\))?)$/
const textTypes = /^(?:text|character(?: varying)?(?:\(\d+\))?|citext)$/
const kindOf = (type: string): ColumnKind => (numberTypes.test(type) ? 'number' : textTypes.test(type) ? 'text' : 'other')

interface ServerError extends Error {
  readonly code?: string
  readonly detail?: string
}

/** What the server or the system says, and what would mend it, by the code of the error. */
const remedies: Readonly<Record<string, readonly [what: string, expected: string]>> = {
  ECONNREFUSED: ['no server answers there', 'a server that runs and listens at this host and port'],
  ENOTFOUND: ['there is no such host', 'the name of a host that this machine can find'],
  EAI_AGAIN: ['the host’s name cannot be looked up', 'a network in which names are found'],
  EHOSTUNREACH: ['no way leads to this host', 'a host that this machine can reach'],
  ENETUNREACH: ['no way leads to this host', 'a host that this machine can reach'],
  ETIMEDOUT: ['the server does not answer', 'a server that this machine can reach'],
  '28P01': ['the server does not take this user and password', 'PGPASSWORD, or user:password@ in the URL'],
  '28000': ['the server does not let this user in', 'a user that may connect from this machine (pg_hba.conf)'],
  '3D000': ['there is no such database on the server', 'postgres://host/DATABASE?table=…'],
  '42501': ['this user may not read the table', 'GRANT SELECT on it'],
  '53300': ['the server has too many connections', 'another time, or a connection less'],
  '57P03': ['the server is still starting', 'a moment’s patience'],
}

/** A number does not fit its type. */
const outOfRange = '22003'

/** The server or one that it asks was lost: of an answer that is not whole nothing is said. */
const lostCodes = /^(?:08|57P0[125]|XX000$|ECONNRESET$|EPIPE$)/

export const openPostgresql = async (address: ServerAddress): Promise<Engine> => {
  const source = shownAddress(address)
  let stopped = false
  const told = (error: unknown): Error => {
    if (stopped) return new Cancelled('the work was stopped')
    const { code = '', message, detail } = error as ServerError
    const words = withoutPassword(address, [message, detail].filter(Boolean).join('; '))
    if (code === outOfRange) return new NoRoom(words)
    if (code === '57014')
      return new DatabaseProblem(
        source,
        `a statement took more than ${address.timeoutSeconds} s and was stopped`,
        'timeout=SECONDS in the URL',
      )
    const [what, expected] = remedies[code] ?? []
    if (what) return new DatabaseProblem(source, `${what} (${words})`, expected)
    if (lostCodes.test(code) || /terminated|Connection ended|not queryable|timeout/i.test(message))
      return new DatabaseProblem(
        source,
        `a server was lost while it worked: ${words}`,
        'every server of the table to be there until the end; nothing was computed',
      )
    return new DatabaseProblem(source, `the server refuses: ${words}`)
  }
  const config: ClientConfig = {
    host: address.host,
    port: address.port,
    ...(address.user === undefined ? {} : { user: address.user }),
    ...(address.password === undefined ? {} : { password: address.password }),
    ...(address.database === undefined ? {} : { database: address.database }),
    ...(address.options.sslmode && address.options.sslmode !== 'disable'
      ? { ssl: { rejectUnauthorized: address.options.sslmode.startsWith('verify') } }
      : {}),
    application_name: 'estimate',
    connectionTimeoutMillis: connectSeconds * 1000,
    keepAlive: true,
    types: typeParsers,
  }
  const client = new Client(config)
  // A server that goes away between two statements is noticed by the next.
  client.on('error', () => {})
  const ask = async <Answer extends Row>(statement: string, values?: readonly unknown[]): Promise<readonly Answer[]> => {
    try {
      const { rows } = await client.query<Answer>(statement, values ? [...values] : undefined)
      return rows
    } catch (error) {
      throw told(error)
    }
  }
  const close = async (): Promise<void> => {
    await client.end().catch(() => {})
  }
  try {
    try {
      await client.connect()
    } catch (error) {
      throw told(error)
    }
    const [{ version = 0, process = 0 } = {}] = await ask<{ version: number; process: number }>(
      `SELECT current_setting('server_version_num')::int AS version, pg_backend_pid() AS process`,
    )
    await ask(`SET statement_timeout = ${Math.ceil(address.timeoutSeconds * 1000)}`)
    // Doubles in the shortest digits that are read back alike.
    await ask('SET extra_float_digits = 3')
    // Partitions on other servers add up there, each for itself.
    await ask('SET enable_partitionwise_aggregate = on')
    if (version >= 140000) await ask(`SET client_connection_check_interval = '5s'`).catch(() => [])
    await ask('BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY')
    const table = await findTable(ask, address, source)
    const dialect = await dialectFor(ask, table)
    return {
      dialect,
      source,
      table,
      columns: await columnsOf(ask, table),
      run: async (statement) => {
        if (stopped) throw new Cancelled('the work was stopped')
        return await ask(statement)
      },
      cancel: () => {
        stopped = true
        void stopStatement(client, config, process)
      },
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

type Ask = <Answer extends Row>(statement: string, values?: readonly unknown[]) => Promise<readonly Answer[]>

/** Kinds of the catalogue that hold rows: tables, partitioned and foreign ones, views. */
const holdsRows = `'r', 'p', 'f', 'v', 'm'`

/** The table's name, quoted; if there is none of that name, the nearest are told. */
const findTable = async (ask: Ask, { schema, table }: ServerAddress, source: string): Promise<string> => {
  const written = schema ? `${postgresql.identifier(schema)}.${postgresql.identifier(table)}` : postgresql.identifier(table)
  const [{ kind = null } = {}] = await ask<{ kind: string | null }>(
    'SELECT (SELECT relkind::text FROM pg_class WHERE oid = to_regclass($1)) AS kind',
    [written],
  )
  if (kind !== null && holdsRows.includes(`'${kind}'`)) return written
  const others = await ask<{ name: string }>(
    `SELECT CASE WHEN pg_table_is_visible(pg_class.oid) THEN '' ELSE nspname || '.' END || relname AS name
     FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
     WHERE relkind IN (${holdsRows}) AND nspname <> 'information_schema' AND nspname NOT LIKE 'pg\\_%' ORDER BY 1 LIMIT 10000`,
  )
  const name = schema ? `${schema}.${table}` : table
  const names = others.map((each) => each.name)
  const elsewhere = names.filter((each) => each.endsWith(`.${table}`))
  throw new DatabaseProblem(
    source,
    `there is no table “${name}”`,
    names.length === 0 ? 'a table; this database has none' : elsewhere.length > 0 ? elsewhere.join(', or ') : expectedNames(name, names),
  )
}

const columnsOf = async (ask: Ask, table: string): Promise<readonly Column[]> => {
  // Of a domain, the type that it stands for.
  const rows = await ask<{ name: string; type: string }>(
    `SELECT attname AS name, CASE WHEN typtype = 'd' THEN format_type(typbasetype, typtypmod) ELSE format_type(atttypid, atttypmod) END AS type
     FROM pg_attribute JOIN pg_type ON pg_type.oid = atttypid
     WHERE attrelid = to_regclass($1) AND attnum > 0 AND NOT attisdropped ORDER BY attnum`,
    [table],
  )
  return rows.map(({ name, type }) => ({ name, type, kind: kindOf(type) }))
}

/**
 * A subquery behind OFFSET 0 is computed once a row, where it would be written into every expression that uses it. It also stays
 * here, however: where rows are on other servers, what is put into every expression is what can be sent to them.
 */
const dialectFor = async (ask: Ask, table: string): Promise<Dialect> => {
  const plan = await ask(`EXPLAIN (COSTS OFF) SELECT count(*) FROM ${table}`)
  return plan.some((line) => /Foreign Scan|Custom Scan/.test(String(line['QUERY PLAN']))) ? postgresqlElsewhere : postgresql
}

/** Tells the server, by a connection of its own, to stop what the first one waits for; leaves that one if it does not. */
const stopStatement = async (client: Client, config: ClientConfig, process: number): Promise<void> => {
  const leave = setTimeout(() => void client.end().catch(() => {}), patienceMilliseconds)
  leave.unref()
  const messenger = new Client({ ...config, connectionTimeoutMillis: patienceMilliseconds })
  messenger.on('error', () => {})
  try {
    await messenger.connect()
    await messenger.query('SELECT pg_cancel_backend($1)', [process])
  } catch {
    // The server is gone, and with it the statement.
  } finally {
    await messenger.end().catch(() => {})
  }
}
