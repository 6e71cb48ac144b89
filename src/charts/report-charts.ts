/** The charts of a report: one file of content/charts/ each, by the id that chapters use. */
import { site } from '#site'
import type { Ledger } from '../../scripts/ledger/ledger.ts'
import type { Language } from '../../scripts/ledger/types.ts'
import { checkRows } from '../audit/check-rows.ts'
import { makeChart } from './make-chart.ts'
import { readCharts } from './read-charts.ts'
import type { ReportChart, TitleOf } from './report-chart.ts'
import type { RowSources } from './row-source.ts'

/** A chart of a ledger in a language; `titleOf` says what that language's chapters are called. */
export type MakeChart = (ledger: Ledger, language: Language, titleOf?: TitleOf) => ReportChart

/** The chart of all checks, which the audit shows and no chapter need. */
export const auditChart = 'checks'

/** Rows that chart files may ask for by name: the audit’s, and those of the report’s extensions. */
export const rowSources: RowSources = Object.assign(
  { checks: checkRows },
  ...(site.extensions ?? []).map(({ chartSources }) => chartSources),
)

/** Every chart whose file can be read. */
export const reportCharts = (root: string): ReadonlyMap<string, MakeChart> =>
  new Map(
    [...readCharts(root).charts].map(([id, file]) => [
      id,
      (ledger, language, titleOf = (slug) => slug) => makeChart(file, ledger, language, rowSources, { zh: titleOf, en: titleOf }),
    ]),
  )

/** A chart’s id in an address: casesByMechanism is cases-by-mechanism. */
export const hyphenated = (id: string): string => id.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
