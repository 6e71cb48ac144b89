/** What is wrong in charts: their files, the figures that they name, their words, what a specification of an author's own would not draw. */
import type { Ledger } from '../../scripts/ledger/ledger.ts'
import { Complaints, type Problem } from '../../scripts/ledger/problem.ts'
import { refuseForeignWords, refuseTypedNumbers } from '../lib/check-words.ts'
import { givenRows } from './given-rows.ts'
import { refuseMisusedKeys } from './kinds/uses.ts'
import { makeChart, rowsIn } from './make-chart.ts'
import { type ChartFile, readCharts } from './read-charts.ts'
import type { RowSources } from './row-source.ts'
import { drawOwn, isSpecText, specMisfits } from './spec/check-spec.ts'

const asWritten = (slug: string): string => slug
const titles = { zh: asWritten, en: asWritten }

/** Every mistake in the charts of a report, each at its place. */
export const chartProblems = (root: string, ledger: Ledger, sources: RowSources): readonly Problem[] => {
  const { charts, problems } = readCharts(root)
  const complaints = new Complaints()
  for (const chart of charts.values()) {
    const { description, placeOf } = chart
    const words = { written: description, placeOf, inside: 'the chart', isText: isSpecText }
    // What flips is bound by its statement, as words in Holds are.
    const bound = (path: readonly PropertyKey[]) => path[0] === 'flips' && description.flips?.[Number(path[1])]?.that !== undefined
    refuseTypedNumbers({ ...words, isText: (path) => isSpecText(path) && !bound(path) }, ledger, complaints)
    refuseForeignWords(words, complaints)
    refuseMisusedKeys(chart, complaints)
    const made = complaints.attempt(() => makeChart(chart, ledger, 'en', sources, titles))
    const sound = refuseMisfits(chart, ledger, sources, complaints)
    if (made && sound) drawOwn(chart, made.draw, complaints)
  }
  return [...problems, ...complaints.list]
}

/** Tells what does not fit in a specification of the author's own; whether there is one to be drawn. */
const refuseMisfits = (chart: ChartFile, ledger: Ledger, sources: RowSources, complaints: Complaints): boolean => {
  const { spec, placeOf } = chart
  if (!spec) return false
  // What is wrong with the rows is told by who makes the chart.
  const rows = new Complaints().attempt(() => rowsIn(chart, givenRows(chart, ledger, sources, titles), ledger, 'en'))
  const found = specMisfits(spec, rows)
  for (const { path, what, expected } of found) complaints.add(what, placeOf(path), expected)
  return found.length === 0
}
