/**
 * A table of ClickHouse, asked over HTTP where it is. A shard that is not there, a limit that would cut an answer short and an
 * answer that is not whole are errors: settings that would pass over them are turned off, and where a server does not let them be,
 * it is not asked. Statements of a run do not share one state of the table, as ClickHouse has no such transactions.
 */
import { randomUUID } from 'node:crypto'
import { type IncomingMessage, request as plainRequest } from 'node:http'
import { request as secureRequest } from 'node:https'
import { z } from 'zod'
import { expectedNames } from '../../ledger/problem.ts'
import { clickhouse } from './dialect.ts'
import { Cancelled, type Column, type ColumnKind, DatabaseProblem, type Engine, type Row, type Value } from './engine.ts'
import { inOneSelect } from './one-select.ts'
import { type ServerAddress, shownAddress, withoutPassword } from './server-address.ts'

/** With these an answer is whole or an error. Those that a server does not know are left out. */
export const strict: Readonly<Record<string, string>> = {
  skip_unavailable_shards: '0',
  distributed_group_by_no_merge: '0',
  ...Object.fromEntries(
    ['read', 'group_by', 'sort', 'result', 'timeout', 'set', 'join', 'transfer', 'distinct'].map((limit) => [
      `${limit}_overflow_mode`,
      'throw',
    ]),
  ),
  read_overflow_mode_leaf: 'throw',
  // Categories would be missing from the answer, and nothing would say so.
  limit: '0',
  offset: '0',
  timeout_overflow_mode_leaf: 'throw',
  // A constant that is added to every value must not be added to their sum instead: it is there to round each of them.
  optimize_arithmetic_operations_in_aggregate_functions: '0',
}

const connectSeconds = 10

const bare = (type: string): string => /^(?:Nullable|LowCardinality)\((.*)\)$/.exec(type)?.[1] ?? type
const base = (type: string): string => (bare(type) === type ? type : base(bare(type)))
const kindOf = (type: string): ColumnKind =>
  /^(?:U?Int\d+|Float\d+|Decimal.*)$/.test(base(type)) ? 'number' : /^String$/.test(base(type)) ? 'text' : 'other'

const answer = z.object({
  meta: z.array(z.object({ name: z.string(), type: z.string() })),
  data: z.array(z.array(z.union([z.string(), z.number(), z.null()]))),
  rows: z.number(),
})

/** The rows of an answer in JSONCompact; whole numbers of 64 bits come in quotes. */
export const rowsOfAnswer = (text: string): readonly Row[] => {
  const { meta, data, rows } = answer.parse(JSON.parse(text))
  if (rows !== data.length) throw new RangeError(`${rows} rows were said and ${data.length} sent`)
  return data.map(
    (values): Row =>
      Object.fromEntries(
        meta.map(({ name, type }, index): [string, Value] => {
          const value = values[index] ?? null
          return [name, value === null || kindOf(type) !== 'number' ? value : Number(value)]
        }),
      ),
  )
}

const systemErrors: Readonly<Record<string, readonly [what: string, expected: string]>> = {
  ECONNREFUSED: ['no server answers there', 'a server that runs and listens for HTTP at this host and port'],
  ENOTFOUND: ['there is no such host', 'the name of a host that this machine can find'],
  EAI_AGAIN: ['the host’s name cannot be looked up', 'a network in which names are found'],
  EHOSTUNREACH: ['no way leads to this host', 'a host that this machine can reach'],
  ETIMEDOUT: ['the server does not answer', 'a server that this machine can reach'],
}

/** ClickHouse's own codes, as its answers begin: “Code: 60. DB::Exception: …”. */
const serverErrors: Readonly<Record<string, readonly [what: string, expected: string]>> = {
  81: ['there is no such database on the server', 'clickhouse://host/DATABASE?table=…'],
  192: ['the server knows no such user', 'user:password@ in the URL'],
  193: ['the server does not take this user and password', 'CLICKHOUSE_PASSWORD, or user:password@ in the URL'],
  194: ['the server wants a password', 'CLICKHOUSE_PASSWORD, or user:password@ in the URL'],
  241: ['the statement needs more memory than the server gives it', 'fewer categories or clusters, or a higher max_memory_usage'],
  497: ['this user may not do that', 'a user that may read the table and its columns'],
  516: ['the server does not take this user and password', 'CLICKHOUSE_PASSWORD, or user:password@ in the URL'],
}

/** A shard or a replica is not there, or was lost: no connection, a broken one, a timeout of the network, none left to try. */
const lostCodes: ReadonlySet<string> = new Set(['3', '32', '33', '95', '96', '102', '198', '203', '209', '210', '279', '425', '999'])
const timeCode = '159'

export const openClickhouse = async (address: ServerAddress): Promise<Engine> => {
  const source = shownAddress(address)
  const asked = Object.entries(address.options).find(([name, value]) => name in strict && strict[name] !== value)
  if (asked)
    throw new DatabaseProblem(
      source,
      `${asked[0]}=${asked[1]} could leave shops out unnoticed`,
      `the URL without it, which is ${strict[asked[0]]}`,
    )
  let stopped = false
  /** What runs now: its name on the server, and the way to leave it. */
  let running: { readonly id: string; readonly leave: () => void } | undefined
  /** How much of it the server says it has read, from 0 to 1. */
  let done: number | undefined

  const told = (error: unknown): Error => {
    if (stopped) return new Cancelled('the work was stopped')
    if (error instanceof DatabaseProblem) return error
    const { code = '', message } = error as NodeJS.ErrnoException
    const [what, expected] = systemErrors[code] ?? []
    if (what) return new DatabaseProblem(source, `${what} (${withoutPassword(address, message)})`, expected)
    return lost(message || code)
  }
  const lost = (words: string): DatabaseProblem =>
    new DatabaseProblem(
      source,
      `a server was lost while it worked: ${withoutPassword(address, words)}`,
      'every shard of the table to be there until the end; nothing was computed',
    )
  const refused = (words: string): DatabaseProblem => {
    const [, code = ''] = /Code: (\d+)/.exec(words) ?? []
    const short = withoutPassword(address, words.replace(/,? e\.what\(\) = .*$/s, '').trim())
    if (code === timeCode)
      return new DatabaseProblem(
        source,
        `a statement took more than ${address.timeoutSeconds} s and was stopped`,
        'timeout=SECONDS in the URL',
      )
    const [what, expected] = serverErrors[code] ?? []
    if (what) return new DatabaseProblem(source, `${what} (${short})`, expected)
    return lostCodes.has(code) ? lost(short) : new DatabaseProblem(source, `the server refuses: ${short}`)
  }

  const send = (
    statement: string,
    settings: Readonly<Record<string, string>>,
    started?: (id: string, leave: () => void) => void,
  ): Promise<string> =>
    new Promise((resolve, reject) => {
      const id = randomUUID()
      const query = new URLSearchParams({ ...(address.database ? { database: address.database } : {}), query_id: id, ...settings })
      const call = (address.secure ? secureRequest : plainRequest)(
        {
          host: address.host,
          port: address.port,
          path: `/?${query}`,
          method: 'POST',
          // Each statement has a connection of its own: one that is kept may be closed by the server just as it is used.
          agent: false,
          headers: {
            ...(address.user === undefined ? {} : { 'X-ClickHouse-User': address.user }),
            ...(address.password === undefined ? {} : { 'X-ClickHouse-Key': address.password }),
          },
        },
        (response: IncomingMessage) => {
          const parts: Buffer[] = []
          response.on('data', (part: Buffer) => parts.push(part))
          response.on('error', reject)
          response.on('close', () => {
            const text = Buffer.concat(parts).toString('utf8')
            if (!response.complete) reject(lost('the answer broke off'))
            else if (response.statusCode !== 200 || response.headers['x-clickhouse-exception-code']) reject(refused(text))
            else resolve(text)
          })
        },
      )
      call.on('error', reject)
      const noAnswer = setTimeout(
        () => call.destroy(Object.assign(new Error(`no answer in ${connectSeconds} s`), { code: 'ETIMEDOUT' })),
        connectSeconds * 1000,
      )
      call.on('socket', (socket) => {
        socket.on('connect', () => clearTimeout(noAnswer))
        socket.setKeepAlive(true, 1000 * connectSeconds)
      })
      call.on('close', () => clearTimeout(noAnswer))
      started?.(id, () => call.destroy(new Cancelled('the work was stopped')))
      call.end(statement)
    })

  const ask = async (statement: string, settings: Readonly<Record<string, string>>): Promise<readonly Row[]> => {
    if (stopped) throw new Cancelled('the work was stopped')
    let text: string
    try {
      text = await send(`${statement} FORMAT JSONCompact`, settings, (id, leave) => {
        running = { id, leave }
      })
    } catch (error) {
      throw told(error)
    } finally {
      running = undefined
    }
    try {
      return rowsOfAnswer(text)
    } catch {
      throw lost('the answer is not whole')
    }
  }

  const askHowFar = async (): Promise<void> => {
    const current = running
    if (!current) return
    try {
      const said = await send(
        `SELECT read_rows, total_rows_approx FROM system.processes WHERE query_id = ${clickhouse.text(current.id)} FORMAT JSONCompact`,
        {},
      )
      const [{ read_rows = 0, total_rows_approx = 0 } = {}] = rowsOfAnswer(said)
      if (current === running && Number(total_rows_approx) > 0) done = Math.min(1, Number(read_rows) / Number(total_rows_approx))
    } catch {
      // A user who may not see what runs sees no progress.
    }
  }

  const settings = await settingsFor(ask, address, source)
  const table = `${address.schema ? `${clickhouse.identifier(address.schema)}.` : ''}${clickhouse.identifier(address.table)}`
  return {
    dialect: clickhouse,
    source,
    table,
    columns: await columnsOf(ask, settings, address, source),
    run: async (statement) => {
      const asking = setInterval(() => void askHowFar(), 1000)
      try {
        return await ask(whereTheRowsAre(statement), settings)
      } finally {
        clearInterval(asking)
        done = undefined
      }
    },
    progress: () => done,
    cancel: () => {
      stopped = true
      const current = running
      if (!current) return
      // The server would work on for an answer that nobody reads.
      send(`KILL QUERY WHERE query_id = ${clickhouse.text(current.id)} ASYNC`, {}).catch(() => {})
      current.leave()
    },
    close: async () => {},
  }
}

/** A statement that each shard answers for its own rows; one of another shape is right too, but its rows come together first. */
export const whereTheRowsAre = (statement: string): string => {
  try {
    return inOneSelect(statement)
  } catch (error) {
    if (error instanceof SyntaxError) return statement
    throw error
  }
}

type Ask = (statement: string, settings: Readonly<Record<string, string>>) => Promise<readonly Row[]>

/** The settings that statements go with: what the server knows of the strict ones, and reading alone. */
const settingsFor = async (ask: Ask, address: ServerAddress, source: string): Promise<Readonly<Record<string, string>>> => {
  const known = new Map(
    (await ask('SELECT name, value FROM system.settings', {})).map(({ name, value }) => [String(name), String(value)] as const),
  )
  const wanted = { ...strict, max_execution_time: String(Math.ceil(address.timeoutSeconds)), ...address.options }
  // A server that answers at the end says of an error in its middle that it is one.
  const always = { wait_end_of_query: '1', buffer_size: String(1 << 24) }
  if (known.get('readonly') === '1') {
    // Nothing can be set by this user; then it must be so already.
    const loose = Object.entries(strict).find(([name, value]) => (known.get(name) ?? value) !== value)
    if (loose)
      throw new DatabaseProblem(
        source,
        `${loose[0]} is ${known.get(loose[0])} for this user and cannot be changed: shops could be left out unnoticed`,
        `a profile in which it is ${loose[1]}`,
      )
    return always
  }
  // Last, so that no setting of the URL lets a statement write.
  return { ...Object.fromEntries(Object.entries(wanted).filter(([name]) => known.has(name))), readonly: '2', ...always }
}

/** The table's columns; if there is no such table, the nearest are told. */
const columnsOf = async (
  ask: Ask,
  settings: Readonly<Record<string, string>>,
  { schema, table }: ServerAddress,
  source: string,
): Promise<readonly Column[]> => {
  const database = schema ? clickhouse.text(schema) : 'currentDatabase()'
  const rows = await ask(
    `SELECT name, type FROM system.columns WHERE database = ${database} AND table = ${clickhouse.text(table)}`,
    settings,
  )
  if (rows.length > 0) return rows.map(({ name, type }) => ({ name: String(name), type: String(type), kind: kindOf(String(type)) }))
  const others = await ask(`SELECT name FROM system.tables WHERE database = ${database} LIMIT 10000`, settings)
  throw new DatabaseProblem(
    source,
    `there is no table “${schema ? `${schema}.` : ''}${table}”`,
    others.length === 0
      ? 'a table; this database has none that this user may see'
      : expectedNames(
          table,
          others.map(({ name }) => String(name)),
        ),
  )
}
