import { BOOLEAN, DOUBLE, DuckDBInstance, DuckDBTableFunction, USMALLINT } from '@duckdb/node-api'
import type { ShopBlock } from '../../../scripts/toolbox/shops/synthetic-shops.ts'
import { Obstacle } from '../cli/obstacle.ts'
import { label } from './labelled.ts'

const text = (value: string): string => `'${value.replaceAll("'", "''")}'`

/** Beside it only a block of shops and a group of rows on their way to the disk are kept. */
const memory = '400MiB'

/**
 * Writes shops as Parquet: DuckDB asks for block after block, as of a table that it scans, and writes a group of rows once it is full.
 * `about` goes into the file's own words, beside the label.
 */
export const writeParquet = async (
  file: string,
  blocks: Iterable<ShopBlock>,
  shops: number,
  names: readonly string[],
  about: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<void> => {
  const instance = await DuckDBInstance.create(':memory:', { memory_limit: memory })
  const connection = await instance.connect()
  const stop = () => connection.interrupt()
  signal.addEventListener('abort', stop)
  // What is wrong with a shop is told as it is, and not as DuckDB puts it.
  let wrong: unknown
  try {
    const coming = blocks[Symbol.iterator]()
    const scan = DuckDBTableFunction.create({
      name: 'shops',
      bindFunction: (bound) => {
        bound.addResultColumn(label.column, BOOLEAN)
        bound.addResultColumn('place', USMALLINT)
        bound.addResultColumn('turnover', DOUBLE)
        bound.addResultColumn('employees', DOUBLE)
        bound.setCardinality(shops, true)
      },
      // Blocks come one after another, whatever the number of threads that write.
      initFunction: (begun) => begun.setMaxThreads(1),
      mainFunction: (scanned, chunk) => {
        let next: IteratorResult<ShopBlock> | undefined
        try {
          next = signal.aborted ? undefined : coming.next()
        } catch (error) {
          wrong = error
          scanned.setError(String(error))
        }
        if (!next || next.done) {
          chunk.rowCount = 0
          return
        }
        const { count, categories, turnover, employees } = next.value
        chunk.rowCount = count
        const column = (place: number, valueAt: (row: number) => number | boolean): void => {
          const vector = chunk.getColumnVector(place)
          for (let row = 0; row < count; row += 1) vector.setItem(row, valueAt(row))
          vector.flush()
        }
        column(0, () => true)
        column(1, (row) => categories[row] as number)
        column(2, (row) => turnover[row] as number)
        column(3, (row) => employees[row] as number)
      },
    })
    connection.registerTableFunction(scan)
    const words = Object.entries({ [label.word]: 'true', note: label.note, ...about })
    await connection.run(
      `COPY (SELECT ${label.column}, ([${names.map(text).join(', ')}])[place + 1] AS category, turnover, employees FROM shops())
       TO ${text(file)} (FORMAT parquet, COMPRESSION zstd, KV_METADATA {${words.map(([key, value]) => `${key}: ${text(value)}`).join(', ')}})`,
    )
  } catch (error) {
    if (wrong) throw wrong
    if (error instanceof Error && /No space left/.test(error.message))
      throw new Obstacle(`${file}: the disk is full`, 'room for some ten bytes a shop')
    throw error
  } finally {
    signal.removeEventListener('abort', stop)
    connection.closeSync()
    instance.closeSync()
  }
}
