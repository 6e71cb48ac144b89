import type { Language } from '../../scripts/ledger/types.ts'
import { chapterNumbers, isHidden } from '../chapters/order.ts'
import { type Chapter, readChapters } from '../chapters/read.ts'

/** A chapter as a book has it. */
export interface BookChapter {
  readonly slug: string
  readonly part: string
  readonly title: string
  readonly description: string
  /** None for a chapter that its part counts by itself. */
  readonly number: number | undefined
  readonly uses: Chapter['uses']
}

/** The chapters of a language in reading order, without the hidden ones. */
export const bookChapters = (root: string, language: Language): readonly BookChapter[] => {
  const chapters = readChapters(root, language).filter(({ part }) => !isHidden(part))
  const numbers = chapterNumbers(chapters)
  return chapters.map(({ slug, part, title, description, uses }) => ({ slug, part, title, description, uses, number: numbers.get(slug) }))
}
