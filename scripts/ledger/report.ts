import type { z } from 'zod'
import type { Data, Input } from './data/data-types.ts'
import type { Figure } from './figures/compute.ts'
import type { Estimate } from './ledger.ts'
import type { Complaints } from './problem.ts'
import type { SourceRecord } from './publish/record.ts'
import type { Place } from './types.ts'

/** What an extension is handed to read its files with. */
export interface Reading {
  readonly root: string
  readonly sources: readonly SourceRecord[]
  /** The report's own source, which judgements of ours stand under. */
  readonly own: string
  readonly complaints: Complaints
}

/** What an extension read. */
export interface Extended<T> {
  readonly value: T
  /** Inputs that stand beside those of the sources. */
  readonly inputs: readonly Input[]
  /** Holds what was read against the figures; it throws what is wrong. */
  readonly check?: (figures: ReadonlyMap<string, Figure>) => void
}

/** A room of the report that plugs in: it reads a folder of data/ that is no source's, gives inputs, and checks. */
export interface Extension<T> {
  /** The folder of data/ that it reads, which is also the name that it goes by. */
  readonly folder: string
  /** Nothing where its files are so wrong that nothing can be made of them; what is wrong goes to the complaints. */
  readonly read: (reading: Reading) => Extended<T> | undefined
  /** The shapes of its files, by their names, for editors. */
  readonly schemas: Readonly<Record<string, z.ZodType>>
}

/** What an extension read; nothing in a report that it is not plugged into. */
export const readBy = <T>({ extensions }: Pick<Data, 'extensions'>, { folder }: Extension<T>): T | undefined =>
  extensions.get(folder)?.value as T | undefined

/**
 * All that the ledger is told of the report it is made for, besides the files of data/. Whoever writes a report hands it
 * over in scripts/report.ts; the ledger knows no name that does not come from there or from data/.
 */
export interface Report {
  /** The report's own entry in data/sources.yaml, of `group: own`: its assumptions and what it derives stand under it. */
  readonly source: string
  /** The figure that the report comes to: what it is cited for, and what a reader is told first that a number moves. */
  readonly headline: string
  /** Every estimate, in reading order. */
  readonly estimates: readonly Estimate[]
  /** What plugs in, if anything does. */
  readonly extensions?: readonly Extension<unknown>[]
}

/** Declares the report; its type is checked here, and its names when the ledger is computed. */
export const defineReport = (report: Report): Report => report

/** Where a mistake in the report's own value is mended. */
export const reportFile: Place = { file: 'scripts/report.ts', line: 1, column: 1 }
