/** The guards, bound to this report's ledger, charts and tables. */

import { globSync, readFileSync } from 'node:fs'
import type { Ledger } from '../../scripts/ledger/ledger.ts'
import type { Problem } from '../../scripts/ledger/problem.ts'
import type { Language } from '../../scripts/ledger/types.ts'
import { tablesOf } from '../audit/printed-tables.ts'
import { type Numbered, type Shown, shownIn } from '../chapters/numbering.ts'
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

/** What chapters of a language that readers are led to show. */
const shownBy = (language: Language): readonly Shown[] =>
  readChapters(currentLedger().root, language).flatMap(({ part, uses }) => (isHidden(part) ? [] : shownIn(uses)))

const contextOf = (elsewhere: (language: Language) => readonly Shown[]): ProseContext => ({
  ledger: currentLedger,
  charts: () => new Set(chartIds(currentLedger().root)),
  tables: () => new Set(tableIds(currentLedger().root)),
  files: () => new Set(globSync(['data/**/*.yaml', 'content/{charts,tables}/*.yaml'], { cwd: currentLedger().root })),
  shown: (language, tree) => {
    const own = usesIn(tree)
    const speaks = own.some(({ name }) => name === 'See')
    const shown = [...(speaks ? elsewhere(language) : []), ...shownIn(own)]
    const ids = (kind: Numbered) => new Set(shown.flatMap((each) => (each.kind === kind ? [each.id] : [])))
    return { chart: ids('chart'), table: ids('table') }
  },
  chapters: (language) => new Set([...chapterSlugs(currentLedger().root, language), ...auditPages()]),
})

/** Stops the rendering of a chapter that is not bound to the ledger, also while it is being written. */
export const remarkReport = () => remarkNumbers(contextOf(shownBy))

/** Of a ledger: what is wrong in charts and tables, and the files in which it was found. */
const heldFiles = new WeakMap<Ledger, { readonly texts: string; readonly problems: readonly Problem[] }>()

/** What is wrong in charts and tables, looked for again once the ledger or one of their files is another. */
const fileProblems = (root: string, ledger: Ledger): readonly Problem[] => {
  const texts = globSync('content/{charts,tables}/*', { cwd: root, withFileTypes: true })
    .map((entry) => {
      const file = `${entry.parentPath}/${entry.name}`
      return `${file}\0${entry.isFile() ? readFileSync(file, 'utf8') : ''}\0`
    })
    .sort()
    .join('')
  const before = heldFiles.get(ledger)
  if (before?.texts === texts) return before.problems
  const problems = [...chartProblems(root, ledger, chartSources), ...tableProblems(root, ledger, tableSources)]
  heldFiles.set(ledger, { texts, problems })
  return problems
}

/** Every mistake in all chapters, charts and tables, found before anything is rendered; `compared` in both languages, or each for itself. */
export const contentProblems = (root: string, compared = true, memory?: Memory): Problem[] => {
  // All chapters are asked for once, not once for each of them.
  const known = new Map<Language, readonly Shown[]>()
  const elsewhere = (language: Language) => {
    const shown = known.get(language) ?? shownBy(language)
    known.set(language, shown)
    return shown
  }
  return [...checkContent(root, contextOf(elsewhere), compared, memory), ...fileProblems(root, currentLedger())]
}
