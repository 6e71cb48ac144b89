/** The URL of a table on a server: which engine, where, as whom, which table. What is told to people holds no password. */
import { UsageProblem } from '../../ledger/problem.ts'

export interface ServerAddress {
  readonly engine: 'postgresql' | 'clickhouse'
  readonly host: string
  readonly port: number
  readonly secure: boolean
  readonly user: string | undefined
  readonly password: string | undefined
  readonly database: string | undefined
  /** Undefined where the table's name says it, or the server's own path of search finds it. */
  readonly schema: string | undefined
  readonly table: string
  /** What a single statement may take; none is stopped before. */
  readonly timeoutSeconds: number
  /** What else the URL says, by name. */
  readonly options: Readonly<Record<string, string>>
}

export interface ServerSettings {
  /** Instead of what the URL says: a name, or a schema's and a table's with a point between. */
  readonly table?: string | undefined
  /** Asked for where the URL holds no password: so that it need not stand in a shell's history. */
  readonly environment?: Readonly<Record<string, string | undefined>>
}

const engines: Readonly<Record<string, { engine: ServerAddress['engine']; secure: boolean; port: number }>> = {
  'postgres:': { engine: 'postgresql', secure: false, port: 5432 },
  'postgresql:': { engine: 'postgresql', secure: false, port: 5432 },
  'clickhouse:': { engine: 'clickhouse', secure: false, port: 8123 },
  'clickhouses:': { engine: 'clickhouse', secure: true, port: 8443 },
  'http:': { engine: 'clickhouse', secure: false, port: 8123 },
  'https:': { engine: 'clickhouse', secure: true, port: 8443 },
}

const expected = 'postgres://user@host/database?table=shops, or clickhouse://user@host/database?table=shops'

/** An hour: a statement reads a table once. */
const usualTimeout = 3600

/** Whether a command's word is the URL of a server and no file. */
export const isServerUrl = (word: string): boolean => /^[a-z][a-z0-9+.-]*:\/\//i.test(word)

/** Of "schema.table" both parts; quotation marks keep a point within a name. */
const namesIn = (table: string): readonly string[] =>
  [...table.matchAll(/"((?:[^"]|"")+)"|([^".]+)/g)].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '')

/** The port as it is written: a URL leaves one out that is its scheme’s own, as 80 of http. */
const writtenPort = (text: string): string | undefined => /^[^/]*\/\/[^/?#]*:(\d+)(?:[/?#]|$)/.exec(text)?.[1]

/** Reads a URL. Throws a `UsageProblem` where it names no engine, no host or no table. */
export const serverAddress = (text: string, { table: asked, environment = {} }: ServerSettings = {}): ServerAddress => {
  if (!URL.canParse(text)) throw new UsageProblem('this is no URL of a database', expected)
  const url = new URL(text)
  const kind = engines[url.protocol]
  if (!kind) throw new UsageProblem(`no engine is known for ${url.protocol}//`, expected)
  const { schema, table, timeout, ...options } = Object.fromEntries(url.searchParams)
  const names = namesIn(asked ?? table ?? '')
  const name = names.at(-1)
  if (!name) throw new UsageProblem('the URL names no table', `${url.protocol}//…/database?table=shops, or --table shops`)
  if (names.length > 2) throw new UsageProblem(`“${asked ?? table}” is no name of a table`, 'a table, or schema.table')
  if (timeout !== undefined && !(Number(timeout) > 0)) throw new UsageProblem(`timeout=${timeout} is no time`, 'timeout=600, in seconds')
  const word = (part: string): string | undefined => {
    try {
      return part ? decodeURIComponent(part) : undefined
    } catch {
      throw new UsageProblem('a percent sign in the URL begins no sign', '%25 for a percent sign, in a password too')
    }
  }
  const password = word(url.password) ?? environment[kind.engine === 'postgresql' ? 'PGPASSWORD' : 'CLICKHOUSE_PASSWORD']
  return {
    engine: kind.engine,
    host: word(url.hostname)?.replace(/^\[(.*)\]$/, '$1') ?? options.host ?? 'localhost',
    port: Number(writtenPort(text) ?? kind.port),
    secure: kind.secure,
    user: word(url.username),
    password,
    database: word(url.pathname.slice(1)),
    schema: names.length === 2 ? names[0] : schema,
    table: name,
    timeoutSeconds: timeout === undefined ? usualTimeout : Number(timeout),
    options,
  }
}

/** A table's place for people: engine, host, database and table. */
export const shownAddress = ({ engine, host, port, database, schema, table }: ServerAddress): string =>
  `${engine}://${host.includes(':') ? `[${host}]` : host}:${port}/${database ?? ''} ${schema ? `${schema}.` : ''}${table}`

/** A server's words without the password, should they hold it. */
export const withoutPassword = ({ password }: ServerAddress, words: string): string =>
  password ? words.replaceAll(password, '…').replaceAll(encodeURIComponent(password), '…') : words
