/** Reading order: the parts as the report has them, in each its chapters. */
import { site } from '#site'
import type { Language } from '../../scripts/ledger/types.ts'
import { wordsOf } from '../i18n/words.ts'

/** Chapters of this part stand in no navigation and ask not to be indexed: they are for who writes. */
export const hiddenPart = 'hidden'

/** The parts of the report, in reading order; and with those of the hidden chapters. */
export const parts: readonly string[] = site.parts.map(({ id }) => id)
export const allParts: readonly string[] = [...parts, hiddenPart]

const partOf = (part: string) => site.parts.find(({ id }) => id === part)

export const partName = (part: string, language: Language): string =>
  part === hiddenPart ? wordsOf(language).hiddenPart : (partOf(part)?.name[language] ?? part)

/** The part after whose chapters the contents list the explorer and the audit. */
export const auditPart = (site.parts.find(({ audit }) => audit) ?? site.parts.at(-1))?.id

/** Whether the chapters of a part are counted by themselves, as cases are, and have no number of the report’s. */
export const isCounted = (part: string): boolean => partOf(part)?.counted !== undefined

/** What decides where a chapter stands. */
export interface Ordered {
  readonly slug: string
  readonly part: string
  readonly order: number
}

export const isHidden = (part: string): boolean => part === hiddenPart

/** Reading order: by part, in it by the order that its front matter gives, then by name. */
export const byReadingOrder = (a: Ordered, b: Ordered): number =>
  allParts.indexOf(a.part) - allParts.indexOf(b.part) || a.order - b.order || a.slug.localeCompare(b.slug)

/**
 * The chapters’ numbers by name, in reading order from 1: charts and tables are numbered after them (“Figure 8-2”).
 * `chapters` are those of one language; both languages have the same chapters and so the same numbers.
 */
export const chapterNumbers = (chapters: readonly Ordered[]): ReadonlyMap<string, number> =>
  new Map(
    chapters
      .filter(({ part }) => !isHidden(part) && !isCounted(part))
      .toSorted(byReadingOrder)
      .map(({ slug }, index) => [slug, index + 1]),
  )

/** “Chapter 8”, or as its part counts it, “Case 3”; nothing for a chapter that is not counted at all. */
export const chapterName = (
  { slug, part, order }: Ordered,
  numbers: ReadonlyMap<string, number>,
  language: Language,
): string | undefined => {
  const number = numbers.get(slug)
  return number ? wordsOf(language).chapterNumber(number) : partOf(part)?.counted?.[language](order)
}
