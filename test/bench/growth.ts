/** How the cost of a build grows with its chapters. */

import { reportLedger } from '../../scripts/ledger/index.ts'
import { chartIds } from '../../src/charts/read-charts.ts'
import { tableIds } from '../../src/tables/read-tables.ts'
import { copyProject, costOf } from './copy.ts'
import { type Measured, tellProgress } from './measured.ts'
import { writeSynthetic } from './synthetic.ts'

/** Chapters of both languages together, beside the report’s own. */
const sizes = [24, 132, 240] as const

/** The goals at the largest size. */
const goal = { processorSeconds: 50, mebibytes: 1229 } as const

/** Builds the site with 24, 132 and 240 synthetic chapters more, each without anything kept from another build. */
export const measureGrowth = async (): Promise<readonly Measured[]> => {
  const ledger = reportLedger()
  const found: { readonly chapters: number; readonly processorSeconds: number; readonly largest: number }[] = []
  for (const chapters of sizes) {
    tellProgress(`growth: ${chapters} synthetic chapters …`)
    const { folder, discard } = copyProject()
    try {
      const shown = { charts: chartIds(folder), tables: tableIds(folder) }
      writeSynthetic(folder, ledger, shown, chapters)
      found.push({ chapters, ...(await costOf(folder, ['src/commands/build.ts', '--no-cache'])) })
    } finally {
      discard()
    }
  }
  const [small, middle, large] = found
  if (!small || !middle || !large) return []
  const each = (from: typeof small, to: typeof small, what: 'processorSeconds' | 'largest') =>
    (to[what] - from[what]) / (to.chapters - from.chapters)
  return [
    ...found.map(
      ({ chapters, processorSeconds, largest: held }): Measured => [
        `${chapters} synthetic chapters more, processor s · peak MiB of the largest process`,
        `${processorSeconds.toFixed(1)} · ${held.toFixed(0)}`,
        chapters === large.chapters ? `${goal.processorSeconds} · ${goal.mebibytes}` : '',
      ],
    ),
    [
      'a chapter more, processor ms · MiB',
      `${(each(small, large, 'processorSeconds') * 1000).toFixed(0)} · ${each(small, large, 'largest').toFixed(1)}`,
      '',
    ],
    [
      `a chapter more, in the second half of the way to ${large.chapters} against the first`,
      (each(middle, large, 'processorSeconds') / each(small, middle, 'processorSeconds')).toFixed(2),
      '1',
    ],
  ]
}
