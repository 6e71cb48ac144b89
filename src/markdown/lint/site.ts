/** What the report hands to the site, held against its figures and chapters: every name in it must be there. */
import { site } from '#site'
import type { Ledger } from '../../../scripts/ledger/ledger.ts'
import { Complaints, expectedNames, type Problem } from '../../../scripts/ledger/problem.ts'
import type { Language } from '../../../scripts/ledger/types.ts'
import { graphOf } from '../../explorer/graph.ts'
import { languages } from '../../i18n/words.ts'
import { chapterFile } from '../../lib/chapter-files.ts'
import { siteFile } from '../../lib/site.ts'

/** The one chapter that the frame needs: the first page, to which every other leads. */
const needed = 'index'

export const siteProblems = (ledger: Ledger, slugs: Readonly<Record<Language, ReadonlySet<string>>>): readonly Problem[] => {
  const complaints = new Complaints()
  for (const language of languages)
    if (!slugs[language].has(needed))
      complaints.add('the report has no first page', { file: chapterFile(language, needed), line: 1, column: 1 }, 'a chapter of this name')
  const { examples, measured, scenarios } = site
  for (const id of [examples.figure, examples.smallFigure, ...measured])
    if (!ledger.figures.has(id)) complaints.add(`#site names ${id}, which is no figure`, siteFile, expectedNames(id, ledger.figures.keys()))
  for (const chapter of [examples.chapter, scenarios?.caution?.chapter])
    if (chapter && !slugs.en.has(chapter))
      complaints.add(`#site names the chapter “${chapter}”, which does not exist`, siteFile, expectedNames(chapter, slugs.en))
  if (scenarios) complaints.attempt(() => graphOf(ledger, scenarios))
  return complaints.list
}
