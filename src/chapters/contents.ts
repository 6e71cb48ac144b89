/** The contents of the site, as every page lists them: the chapters of each part, and where the audit stands. */
import { site } from '#site'
import type { Language } from '../../scripts/ledger/types.ts'
import { wordsOf } from '../i18n/words.ts'
import { auditAddress, chapterAddress, exploreAddress } from '../lib/addresses.ts'
import { auditPart, chapterNumbers, isCounted, partName, parts } from './order.ts'
import type { Chapter } from './read.ts'

export interface ContentsLink {
  readonly href: string
  readonly text: string
  /** The chapter’s number, or its place in a part that counts its own. */
  readonly number: number | undefined
}

export interface ContentsPart {
  readonly name: string
  /** Its chapters are many alike, counted by themselves: only they list one another. */
  readonly counted: boolean
  readonly links: readonly ContentsLink[]
}

/** Part by part; `chapters` are those of the language, in reading order. */
export const contentsOf = (chapters: readonly Chapter[], language: Language): readonly ContentsPart[] => {
  const words = wordsOf(language)
  const numbers = chapterNumbers(chapters)
  const explore = { href: exploreAddress(language), text: words.explorer.title, number: undefined }
  const audit = { href: auditAddress(language), text: words.audit.title, number: undefined }
  return parts.map((part) => ({
    name: partName(part, language),
    counted: isCounted(part),
    links: [
      ...chapters
        .filter((chapter) => chapter.part === part)
        .map(({ slug, short, order }) => ({ href: chapterAddress(language, slug), text: short, number: numbers.get(slug) ?? order })),
      ...(part === auditPart ? [...(site.scenarios ? [explore] : []), audit] : []),
    ],
  }))
}

/** The place of every page that the contents list, by its address; chapters that they leave out have none. */
export const readingOrder = (chapters: readonly Chapter[], language: Language): ReadonlyMap<string, number> =>
  new Map(
    contentsOf(chapters, language)
      .flatMap(({ links }) => links)
      .map(({ href }, index) => [href, index]),
  )
