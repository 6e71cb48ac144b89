import type { Estimate } from './ledger.ts'
import type { Place } from './types.ts'

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
}

/** Declares the report; its type is checked here, and its names when the ledger is computed. */
export const defineReport = (report: Report): Report => report

/** Where a mistake in the report's own value is mended. */
export const reportFile: Place = { file: 'scripts/report.ts', line: 1, column: 1 }
