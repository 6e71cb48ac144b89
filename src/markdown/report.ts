/** The guards, bound to this report's ledger, charts and tables. */

import { projectRoot } from '../../scripts/ledger/index.ts'
import type { Problem } from '../../scripts/ledger/problem.ts'
import { tablesOf } from '../audit/table-sheets.ts'
import { type Numbered, shownByChapters, shownIn, usesNumbers } from '../chapters/numbering.ts'
import { charts } from '../charts/index.ts'
import { currentLedger } from '../current/ledger.ts'
import { chapterSlugs } from '../lib/chapter-files.ts'
import { tables } from '../tables/index.ts'
import { checkContent, type Memory } from './check.ts'
import type { ProseContext } from './inspection.ts'
import { remarkNumbers } from './numbers.ts'

/** The audit's own pages, which prose links to like chapters: `[the audit](audit)`. */
const auditPages = (): string[] => ['audit', 'explore', ...tablesOf(currentLedger()).map(({ id }) => `audit/table/${id}`)]

const context: ProseContext = {
  ledger: currentLedger,
  charts: new Set(Object.keys(charts)),
  tables: new Set(Object.keys(tables)),
  shown: (language, text) => {
    const elsewhere = usesNumbers(text) ? shownByChapters(projectRoot, language) : []
    const ids = (kind: Numbered) => new Set([...elsewhere, ...shownIn(text)].flatMap((each) => (each.kind === kind ? [each.id] : [])))
    return { chart: ids('chart'), table: ids('table') }
  },
  chapters: (language) => new Set([...chapterSlugs(projectRoot, language), ...auditPages()]),
}

/** Stops the rendering of a chapter that is not bound to the ledger, also while it is being written. */
export const remarkReport = () => remarkNumbers(context)

/** Every mistake in all chapters, found before anything is rendered; `compared` in both languages, or each for itself. */
export const contentProblems = (root: string, compared = true, memory?: Memory): Problem[] => checkContent(root, context, compared, memory)
