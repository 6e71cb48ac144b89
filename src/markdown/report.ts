/** The guards, bound to this report's ledger, charts and tables. */

import { globSync } from 'node:fs'
import type { Problem } from '../../scripts/ledger/problem.ts'
import { tablesOf } from '../audit/printed-tables.ts'
import { type Numbered, shownIn } from '../chapters/numbering.ts'
import { isHidden } from '../chapters/order.ts'
import { readChapters } from '../chapters/read.ts'
import { usesIn } from '../chapters/uses.ts'
import { chartProblems } from '../charts/check-charts.ts'
import { chartIds } from '../charts/read-charts.ts'
import { rowSources as chartSources } from '../charts/report-charts.ts'
import { currentLedger } from '../current/ledger.ts'
import { chapterSlugs } from '../lib/chapter-files.ts'
import { tableProblems } from '../tables/check-tables.ts'
import { tableIds } from '../tables/read-tables.ts'
import { tableSources } from '../tables/table-sources.ts'
import { checkContent, type Memory } from './check.ts'
import type { ProseContext } from './inspection.ts'
import { remarkNumbers } from './numbers.ts'

/** The audit's own pages, which prose links to like chapters: `[the audit](audit)`. */
const auditPages = (): string[] => ['audit', 'explore', ...tablesOf(currentLedger()).map(({ id }) => `audit/table/${id}`)]

const context: ProseContext = {
  ledger: currentLedger,
  charts: () => new Set(chartIds(currentLedger().root)),
  tables: () => new Set(tableIds(currentLedger().root)),
  files: () => new Set(globSync(['data/**/*.yaml', 'content/{charts,tables}/*.yaml'], { cwd: currentLedger().root })),
  shown: (language, tree) => {
    const own = usesIn(tree)
    const speaks = own.some(({ name }) => name === 'See')
    const elsewhere = speaks ? readChapters(currentLedger().root, language).filter(({ part }) => !isHidden(part)) : []
    const shown = [...elsewhere.map(({ uses }) => uses), own].flatMap(shownIn)
    const ids = (kind: Numbered) => new Set(shown.flatMap((each) => (each.kind === kind ? [each.id] : [])))
    return { chart: ids('chart'), table: ids('table') }
  },
  chapters: (language) => new Set([...chapterSlugs(currentLedger().root, language), ...auditPages()]),
}

/** Stops the rendering of a chapter that is not bound to the ledger, also while it is being written. */
export const remarkReport = () => remarkNumbers(context)

/** Every mistake in all chapters, charts and tables, found before anything is rendered; `compared` in both languages, or each for itself. */
export const contentProblems = (root: string, compared = true, memory?: Memory): Problem[] => [
  ...checkContent(root, context, compared, memory),
  ...chartProblems(root, currentLedger(), chartSources),
  ...tableProblems(root, currentLedger(), tableSources),
]
