import { readFileSync } from 'node:fs'
import type { Language } from '../../scripts/ledger/types.ts'
import { byReadingOrder, chapterNumbers, hiddenPart } from '../chapters/order.ts'
import { chapterFile, chapterSlugs } from '../lib/chapter-files.ts'
import { readFrontMatter } from '../markdown/front-matter.ts'
import { SourceText } from '../markdown/source-text.ts'

/** A chapter as a book has it. */
export interface BookChapter {
  readonly id: string
  readonly data: { readonly part: string; readonly order: number }
  readonly title: string
  readonly description: string
  /** None for a case. */
  readonly number: number | undefined
}

/** The chapters of a language in reading order, without the hidden ones. */
export const bookChapters = (root: string, language: Language): readonly BookChapter[] => {
  const all = chapterSlugs(root, language).map((id) => {
    const file = chapterFile(language, id)
    const { values } = readFrontMatter(new SourceText(file, readFileSync(`${root}/${file}`, 'utf8')))
    const text = (key: string): string => values.get(key)?.text ?? ''
    return {
      id,
      data: { part: text('part'), order: Number(text('order')) },
      title: text('title'),
      description: text('description'),
    }
  })
  const numbers = chapterNumbers(all)
  return all
    .filter(({ data }) => data.part !== hiddenPart)
    .toSorted(byReadingOrder)
    .map((chapter) => ({ ...chapter, number: numbers.get(chapter.id) }))
}
