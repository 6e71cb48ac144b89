import type { Language } from '../../scripts/ledger/types.ts'
import { chapterWith, type Place } from '../chapters/places.ts'
import { type Chapter, readChapters } from '../chapters/read.ts'
import { chapterAddress } from '../lib/addresses.ts'
import { currentLedger } from './ledger.ts'

/** Where the project stands the ledger knows: pages are bundled to another place. Read once in a build; while the report is written, anew for each page. */
const read = new Map<Language, readonly Chapter[]>()

/** The chapters of a language in reading order, the hidden ones last. */
export const currentChapters = (language: Language): readonly Chapter[] => {
  const chapters = (import.meta.env?.PROD && read.get(language)) || readChapters(currentLedger().root, language)
  read.set(language, chapters)
  return chapters
}

/** A chapter by its name under content/. */
export const currentChapter = (language: Language, slug: string): Chapter | undefined =>
  currentChapters(language).find((chapter) => chapter.slug === slug)

/** What every chapter is called, where another page points to it. */
export const titlesIn = (language: Language): ((slug: string) => string) => {
  const titles = new Map(currentChapters(language).map(({ slug, short }) => [slug, short]))
  return (slug) => titles.get(slug) ?? slug
}

/** The address of the chapter that has a component of the whole report, if one has it. */
export const placeAddress = (language: Language, component: Place): string | undefined => {
  const slug = chapterWith(currentChapters(language), component)
  return slug && chapterAddress(language, slug)
}
