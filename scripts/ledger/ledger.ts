import { judgeClaims } from './check.ts'
import { readData } from './data/data.ts'
import type { Data } from './data/data-types.ts'
import { refuseLinks } from './data/linked.ts'
import { refuseUnknownNames } from './data/read-conflicts.ts'
import { refuseUnreadableScripts } from './data/unreadable.ts'
import { refuseUnknownScopes } from './data/vocabulary.ts'
import { refuseBrokenScripts } from './figures/broken-scripts.ts'
import { computeFigures, type Figure } from './figures/compute.ts'
import { declaredFigures } from './figures/declared.ts'
import type { Derived } from './figures/derived.ts'
import { followed } from './figures/followed.ts'
import { type FormulaSource, readFormulas } from './figures/formula.ts'
import { type Simulation, withSimulated } from './figures/simulated.ts'
import { expectedNames, Problem, Problems } from './problem.ts'
import type { CheckRecord } from './publish/record.ts'
import { refuseHiddenMixtures } from './questions/mixture.ts'
import { type Report, reportFile } from './report.ts'

/** All figures, claims and checks of one build. */
export interface Ledger {
  /** The folder that `data/` and `scripts/` stand in. */
  readonly root: string
  readonly report: Report
  readonly data: Data
  readonly formulas: ReadonlyMap<string, FormulaSource>
  readonly figures: ReadonlyMap<string, Figure>
  /** What was simulated, and from which draws; some of the figures tell of it. */
  readonly simulations: readonly Simulation[]
  readonly checks: readonly CheckRecord[]
  /** The files that derive them, in reading order. */
  readonly scripts: readonly string[]
}

/** The figures of one part of the report: a list, or made from the data where it follows an open list of cases. */
export type Estimate = readonly Derived[] | ((data: Data) => readonly Derived[])

/** What every script derives, in reading order. */
export const definitionsOf = (estimates: readonly Estimate[], data: Data): readonly Derived[] =>
  estimates.flatMap((estimate) => (typeof estimate === 'function' ? estimate(data) : estimate))

/** A ledger as it is while an author works: computed and judged, and perhaps with verdicts that nobody has explained yet. */
export interface Draft {
  readonly ledger: Ledger
  readonly unexplained: readonly Problem[]
}

/** Reads the data, computes every figure and holds every claim against its figure; stops with all problems found. */
export const computeLedger = (root: string, report: Report): Ledger => {
  const { ledger, unexplained } = draftLedger(root, report)
  if (unexplained.length > 0) throw new Problems(unexplained)
  return ledger
}

/** The same for those who want to see what a change does before its verdicts are explained. */
export const draftLedger = (root: string, report: Report): Draft => {
  refuseLinks(root)
  refuseUnreadableScripts(root)
  const data = readData(root, report)
  const formulas = readFormulas(root)
  const estimated = definitionsOf(report.estimates, data)
  const scripted = [...estimated, ...followed(data)]
  refuseBrokenScripts(data.inputs, scripted, data.units)
  const declared = declaredFigures(data.declarations, data.inputs, scripted, data.units)
  refuseUnknownScopes([...scripted, ...declared], data)
  const computed = computeFigures(data.inputs, [...scripted, ...declared], formulas, data.units)
  refuseHiddenMixtures(computed)
  const { figures, simulations } = withSimulated(root, computed, data.doubts)
  refuseUnknownHeadline(report, figures)
  for (const { check } of data.extensions.values()) check?.(figures)
  const { checks, unexplained } = judgeClaims(data.claims, figures)
  refuseUnknownNames(
    data.conflicts,
    figures.keys(),
    checks.map(({ claim }) => claim),
  )
  const scripts = [...new Set(estimated.map(({ place }) => place.file))]
  return { ledger: { root, report, data, formulas, figures, simulations, checks, scripts }, unexplained }
}

/** The report comes to a figure that there is. */
const refuseUnknownHeadline = ({ headline }: Report, figures: ReadonlyMap<string, Figure>): void => {
  if (!figures.has(headline))
    throw new Problem(
      `there is no figure “${headline}”, which the report is to come to`,
      reportFile,
      expectedNames(headline, figures.keys()),
    )
}
