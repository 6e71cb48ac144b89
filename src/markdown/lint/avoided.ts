/** Words that the glossary tells chapters to avoid, each with the term to write in its place. */
import type { Term } from '../../../scripts/ledger/data/data-types.ts'
import { Problem } from '../../../scripts/ledger/problem.ts'
import type { Finding } from './finding.ts'
import type { Chapter } from './passages.ts'
import { patternOf } from './terms.ts'

export const avoidedFindings = (chapters: readonly Chapter[], terms: readonly Term[]): Finding[] =>
  chapters.flatMap((chapter) =>
    terms.flatMap((term) =>
      (term.avoid?.[chapter.language] ?? []).flatMap((words) => {
        const pattern = new RegExp(patternOf(words, chapter.language), 'giu')
        return chapter.passages.flatMap(({ text, at }) =>
          [...text.matchAll(pattern)].map(({ index, 0: found }): Finding => {
            const place = chapter.source.placeAt(at[index] ?? 0)
            return { problem: new Problem(`this report does not write “${found}” for ${term.id}`, place, `“${term[chapter.language]}”`) }
          }),
        )
      }),
    ),
  )
