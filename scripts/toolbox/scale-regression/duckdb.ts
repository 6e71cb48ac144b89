/** Files of CSV and Parquet, asked in the process by DuckDB. */
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import { type Heading, readHeading } from './csv-heading.ts'
import { lineWhere } from './csv-place.ts'
import { duckdb } from './dialect.ts'
import { Cancelled, type Column, type ColumnKind, DatabaseProblem, type Engine, NoRoom, type Row, type Value } from './engine.ts'

export interface DuckdbSettings {
  /** As many as the machine has processors, if left out. */
  readonly threads?: number
  /** Memory of the database beside that of the program, as DuckDB writes it. */
  readonly memory?: string
}

/** With Node and what it loads, a hundred million shops stay under a gibibyte. */
const usualMemory = '480MiB'

const numbers = /^(?:U?(?:TINY|SMALL|BIG|HUGE)?INT(?:EGER)?|FLOAT|DOUBLE|DECIMAL\(.*\)|BIGNUM)$/
const texts = /^(?:VARCHAR|ENUM\(.*\))$/

const kindOf = (type: string): ColumnKind => (numbers.test(type) ? 'number' : texts.test(type) ? 'text' : 'other')

const readValue = (value: unknown): Value => {
  if (value === null || typeof value === 'number' || typeof value === 'string') return value
  if (typeof value === 'bigint') return Number(value)
  throw new TypeError(`a statement of the scale regression brings back numbers and text, not ${typeof value}`)
}

const readRow = (row: Readonly<Record<string, unknown>>): Row =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [name, readValue(value)]))

/** Text files up to so many bytes are looked through for a value: some seconds. */
const largestSearched = 2 ** 28

/** No row of CSV is shorter: two delimiters and the end of the line. */
const leastRow = 3

/** What DuckDB says of a file, for people. */
const told = (file: string, error: unknown): Error => {
  const message = error instanceof Error ? error.message : String(error)
  if (/INTERRUPT/i.test(message)) return new Cancelled('the work was stopped')
  if (/out of range for the destination type INT64/.test(message)) return new NoRoom(message)
  const line = /CSV Error on Line: (\d+)/.exec(message)?.[1]
  const place = line ? `${file}:${line}:1` : file
  if (/Invalid unicode|not utf-8|byte sequence mismatch/i.test(message))
    return new DatabaseProblem(place, 'this is not UTF-8', 'UTF-8; a file in GBK becomes so by “iconv -f GB18030 -t UTF-8”')
  const [, wanted, had] = /Expected Number of Columns: (\d+) Found: (\d+)/.exec(message) ?? []
  if (wanted && had)
    return new DatabaseProblem(
      place,
      `this row has ${had} fields, and the heading has ${wanted}`,
      'as many fields as the heading has; a number with commas in it stands in quotes',
    )
  if (/unterminated quote|quote should be followed/i.test(message))
    return new DatabaseProblem(place, 'a quoted field does not end as it should', 'a quotation mark within quotes is written twice')
  if (/Out of Memory/i.test(message))
    return new DatabaseProblem(file, 'the database needs more memory than it was given', 'fewer categories or clusters, or --memory 2GiB')
  if (/state machine reached an invalid state/i.test(message))
    return new DatabaseProblem(file, 'its lines do not all end alike', 'one kind of line end throughout, as “dos2unix” makes them')
  if (/too small to be a Parquet|No magic bytes/i.test(message))
    return new DatabaseProblem(file, 'this is no file of Parquet, or only part of one', 'a whole file of Parquet')
  const [first = ''] = message.split('\n')
  return new DatabaseProblem(place, first, /parquet/i.test(message) ? 'a whole file of Parquet' : undefined)
}

/** A path as a pattern of DuckDB that no other file fits: stars and brackets in it are letters. */
const pattern = (path: string): string => duckdb.text(path.replace(/[*?[]/g, '[$&]'))

/** One file and its own columns: “category=food” is a folder's name, where DuckDB would put it in place of the column. */
const asWritten = (path: string): string => `${pattern(path)}, hive_partitioning=false`

/** How a file stands behind FROM, its rows no more than so many where that is known, and its columns where they need no asking. */
interface Read {
  readonly table: string
  readonly heading?: Heading
  readonly rowsAtMost?: number
  readonly columns?: readonly Column[]
}

const readCsv = (file: string, path: string): Read => {
  const heading = readHeading(file)
  const { columns, delimiter, compressed, emptyBefore } = heading
  const options = [
    asWritten(path),
    'auto_detect=false',
    'header=true',
    ...(emptyBefore > 0 ? [`skip=${emptyBefore}`] : []),
    `delim=${duckdb.text(delimiter)}`,
    `quote='"'`,
    `escape='"'`,
    'strict_mode=true',
    // A quarter of DuckDB's own: what it holds of a file is a few of these for each thread.
    `buffer_size=${2 ** 23}`,
    `compression=${compressed ? "'gzip'" : "'none'"}`,
    // Everything is text: a word among numbers, however late, changes no type and stops nothing, and is counted.
    `columns={${columns.map((name) => `${duckdb.text(name)}: 'VARCHAR'`).join(', ')}}`,
  ]
  return {
    table: `read_csv(${options.join(', ')})`,
    heading,
    columns: columns.map((name) => ({ name, kind: 'text' as const, type: 'text' })),
    // A row of a compressed file may take far less than a byte: its length says nothing about its rows.
    ...(compressed ? {} : { rowsAtMost: Math.ceil(statSync(file).size / leastRow) }),
  }
}

const readParquet = async (connection: DuckDBConnection, file: string, path: string): Promise<Read> => {
  const table = `read_parquet(${asWritten(path)})`
  try {
    const described = await connection.runAndReadAll(`DESCRIBE SELECT * FROM ${table}`)
    const counted = await connection.runAndReadAll(`SELECT count(*) FROM ${table}`)
    return {
      table,
      columns: described.getRows().map(([name, type]) => ({ name: String(name), kind: kindOf(String(type)), type: String(type) })),
      rowsAtMost: Number(counted.getRows()[0]?.[0] ?? 0),
    }
  } catch (error) {
    throw told(file, error)
  }
}

const isParquet = (file: string): boolean => /\.(?:parquet|pq)$/i.test(file)

/** Opens a file of shops; what cannot be read is refused with what was expected. */
export const openFile = async (file: string, settings: DuckdbSettings = {}): Promise<Engine> => {
  const info = statSync(file, { throwIfNoEntry: false })
  if (!info) throw new DatabaseProblem(file, 'there is no such file', 'a file of CSV or Parquet, or the URL of a database')
  if (info.isDirectory()) throw new DatabaseProblem(file, 'this is a folder', 'a file of CSV or Parquet')
  const path = resolve(file)
  const spill = mkdtempSync(join(tmpdir(), 'estimate-'))
  const clear = (): void => rmSync(spill, { recursive: true, force: true })
  // A program that ends at once closes nothing.
  process.once('exit', clear)
  const threads = settings.threads ?? availableParallelism()
  const instance = await DuckDBInstance.create(':memory:', {
    threads: String(threads),
    memory_limit: settings.memory ?? usualMemory,
    temp_directory: spill,
    // Order would be kept at the cost of memory, and exact sums do not need it.
    preserve_insertion_order: 'false',
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    enable_object_cache: 'true',
  })
  const connection = await instance.connect()
  let closed = false
  let stopped = false
  const close = async (): Promise<void> => {
    if (closed) return
    closed = true
    connection.closeSync()
    instance.closeSync()
    clear()
    process.off('exit', clear)
  }
  try {
    await connection.run(`SET allowed_paths=[${duckdb.text(path)}, ${pattern(path)}]`)
    await connection.run(`SET allowed_directories=[${duckdb.text(spill)}]`)
    // Nothing else is read or written, and nothing fetched.
    await connection.run('SET enable_external_access=false')
    await connection.run('SET enable_progress_bar=true')
    await connection.run('SET enable_progress_bar_print=false')
    await connection.run('SET lock_configuration=true')
    const { table, heading, columns = [], rowsAtMost } = isParquet(file) ? await readParquet(connection, file, path) : readCsv(file, path)
    return {
      dialect: duckdb,
      source: file,
      table,
      columns,
      ...(rowsAtMost === undefined ? {} : { rowsAtMost }),
      run: async (statement) => {
        if (stopped) throw new Cancelled('the work was stopped')
        try {
          const result = await connection.runAndReadAll(statement)
          return result.getRowObjects().map(readRow)
        } catch (error) {
          throw stopped ? new Cancelled('the work was stopped') : told(file, error)
        }
      },
      stream: async function* (statement) {
        try {
          for await (const rows of (await connection.stream(statement)).yieldRowObjects()) yield rows.map(readRow)
        } catch (error) {
          throw stopped ? new Cancelled('the work was stopped') : told(file, error)
        }
      },
      find: async ({ column, equals, thousands, category }) => {
        if (heading) {
          if (info.size > largestSearched) return undefined
          const number = (text: string) => Number(thousands ? text.replaceAll(',', '') : text)
          const line = await lineWhere(
            file,
            heading,
            (field) =>
              (typeof equals === 'string'
                ? field(column.name) === equals
                : field(column.name).trim() !== '' && number(field(column.name)) === equals) &&
              (!category || field(category.column.name) === category.name),
          )
          return line === undefined ? undefined : { counts: 'line', number: line }
        }
        const value = duckdb.identifier(column.name)
        const same =
          typeof equals === 'string'
            ? `${duckdb.asText(value)} = ${duckdb.text(equals)}`
            : `${duckdb.asDouble(value, column.kind, thousands)} = ${duckdb.double(equals)}`
        const inside = category ? ` AND ${duckdb.asText(duckdb.identifier(category.column.name))} = ${duckdb.text(category.name)}` : ''
        const found = await connection.runAndReadAll(
          `SELECT min(file_row_number) FROM read_parquet(${asWritten(path)}, file_row_number=true) WHERE ${same}${inside}`,
        )
        const row = found.getRows()[0]?.[0]
        return row === null || row === undefined ? undefined : { counts: 'row', number: Number(row) + 1 }
      },
      progress: () => {
        const { percentage } = connection.progress
        return percentage < 0 ? undefined : percentage / 100
      },
      cancel: () => {
        stopped = true
        connection.interrupt()
      },
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}
