/**
 * What a database must be able to do for the scale regression: say what columns a table has, and answer a statement with rows.
 * No engine sends a table's rows; what comes back is one row a category.
 */
import type { Dialect } from './dialect.ts'

/** How a column's values become numbers: as they stand, by reading text, or not at all. */
export type ColumnKind = 'number' | 'text' | 'other'

export interface Column {
  readonly name: string
  readonly kind: ColumnKind
  /** The type as the engine calls it, for messages. */
  readonly type: string
}

export type Value = number | string | null
export type Row = Readonly<Record<string, Value>>

/** A table (a file, or a table of a server) behind an engine. */
export interface Engine {
  readonly dialect: Dialect
  /** What is read, for people: a file's path, or a table without its server's password. */
  readonly source: string
  /** What stands behind FROM, quoted. */
  readonly table: string
  readonly columns: readonly Column[]
  /** No fewer rows than there are, where that is known without reading them. */
  readonly rowsAtMost?: number
  /**
   * Answers a statement. Numbers come back as doubles to the last bit, counts as numbers too, text as text, NULL as null.
   * Throws a `DatabaseProblem` where the database cannot answer, `NoRoom` where an integer overflowed, and `Cancelled` after `cancel`.
   */
  run(statement: string): Promise<readonly Row[]>
  /** The rows of an answer a few thousand at a time, where they are in this process already and cross no network. */
  stream?(statement: string): AsyncIterable<readonly Row[]>
  /** How much of the running statement is done, from 0 to 1, where the engine knows. */
  progress?(): number | undefined
  /** Stops the running statement; what waits for it is told `Cancelled`. May be called from a signal. */
  cancel(): void
  close(): Promise<void>
}

/** The database did not answer: what it says, without passwords, and what would mend it. */
export class DatabaseProblem extends Error {
  override readonly name = 'DatabaseProblem'

  constructor(source: string, what: string, expected?: string) {
    super(`${source}  ${what}${expected ? `\n    expected: ${expected}` : ''}`)
  }
}

/** A value was too large for the grid on which it was to be added: the statement is asked again on a coarser one. */
export class NoRoom extends Error {
  override readonly name = 'NoRoom'
}

/** A person stopped the work. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled'
}
