import type { Language } from '../../scripts/ledger/types.ts'
import { type ContentsPart, contentsOf } from '../chapters/contents.ts'
import { chapterWith, type Place } from '../chapters/places.ts'
import { type Chapter, readChapters } from '../chapters/read.ts'
import { chapterAddress } from '../lib/addresses.ts'
import { stampsIn } from '../lib/stamps.ts'
import { currentLedger } from './ledger.ts'

const read = new Map<string, { readonly stamps: string; readonly chapters: readonly Chapter[] }>()

/**
 * The chapters of a language in reading order, the hidden ones last. Where the project stands the ledger knows: pages are
 * bundled to another place. Read once in a build; while the report is written, as often as one of their files is another.
 */
export const currentChapters = (language: Language): readonly Chapter[] => {
  const { root } = currentLedger()
  const folder = `${root}/content/${language}`
  const before = read.get(folder)
  if (before && import.meta.env?.PROD) return before.chapters
  const stamps = import.meta.env?.PROD ? '' : [...stampsIn(folder)].join()
  if (before?.stamps === stamps) return before.chapters
  const chapters = readChapters(root, language)
  read.set(folder, { stamps, chapters })
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
  const slug = keptFor(currentChapters(language), places, component, (chapters) => chapterWith(chapters, component))
  return slug && chapterAddress(language, slug)
}

/** The contents of the site, as every page lists them. */
export const currentContents = (language: Language): readonly ContentsPart[] =>
  keptFor(currentChapters(language), contents, language, (chapters) => contentsOf(chapters, language))

type Kept<Key, Found> = WeakMap<readonly Chapter[], Map<Key, Found>>
const places: Kept<Place, string | undefined> = new WeakMap()
const contents: Kept<Language, readonly ContentsPart[]> = new WeakMap()

/** What thousands of pages ask of the same chapters is found once. */
const keptFor = <Key, Found>(
  chapters: readonly Chapter[],
  kept: Kept<Key, Found>,
  key: Key,
  find: (chapters: readonly Chapter[]) => Found,
): Found => {
  const found = kept.get(chapters) ?? new Map<Key, Found>()
  kept.set(chapters, found)
  if (!found.has(key)) found.set(key, find(chapters))
  return found.get(key) as Found
}
