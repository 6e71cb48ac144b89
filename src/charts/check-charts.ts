/** What is wrong in charts: their files, the figures that they name, what a specification of an author's own would not draw. */
import type { LoggerInterface } from 'vega'
import { compile } from 'vega-lite'
import type { Ledger } from '../../scripts/ledger/ledger.ts'
import { Complaints, Problem } from '../../scripts/ledger/problem.ts'
import { makeChart } from './make-chart.ts'
import { type ChartFile, readCharts } from './read-charts.ts'
import type { RowSources } from './row-source.ts'

const asWritten = (slug: string): string => slug
const titles = { zh: asWritten, en: asWritten }

/** Every mistake in the charts of a report, each at its place. */
export const chartProblems = (root: string, ledger: Ledger, sources: RowSources): readonly Problem[] => {
  const { charts, problems } = readCharts(root)
  const complaints = new Complaints()
  for (const chart of charts.values())
    complaints.attempt(() => {
      const made = makeChart(chart, ledger, 'en', sources, titles)
      if (chart.spec) for (const narrow of [false, true]) compileOwn(chart, made.draw(narrow))
    })
  return [...problems, ...complaints.list]
}

/** What Vega-Lite warns of draws something else than its author meant. */
const compileOwn = ({ id, placeOf }: ChartFile, spec: Parameters<typeof compile>[0]): void => {
  const warnings: string[] = []
  const note = (...words: readonly unknown[]) => {
    const said = words.join(' ')
    // Of a chart with a step for each row, whose width fits all the same.
    if (!said.startsWith('Dropping "fit-y"')) warnings.push(said)
    return logger
  }
  const quiet = () => logger
  const logger = { level: quiet, warn: note, error: note, info: quiet, debug: quiet } as unknown as LoggerInterface
  try {
    compile(spec, { logger })
  } catch (error) {
    warnings.push(error instanceof Error ? error.message : String(error))
  }
  if (warnings[0] !== undefined)
    throw new Problem(
      `Vega-Lite cannot draw the chart ${id} as it is written: ${warnings[0]}`,
      placeOf(['spec']),
      'a specification of Vega-Lite 6',
    )
}
