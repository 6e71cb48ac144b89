import { getCollection } from 'astro:content'
import type { Language } from '../../scripts/ledger/types.ts'
import { type Placed, placedIn } from '../chapters/numbering.ts'

/** Counted once in a build; while the report is written, anew for each page. */
const counted = new Map<Language, Promise<readonly Placed[]>>()

/** Every chart and table of the chapters with its number. */
export const currentNumbering = (language: Language): Promise<readonly Placed[]> => {
  const known = import.meta.env.PROD ? counted.get(language) : undefined
  if (known) return known
  const placed = getCollection('chapters', ({ id }) => id.startsWith(`${language}/`)).then((chapters) => placedIn(chapters, language))
  counted.set(language, placed)
  return placed
}

/** The name of the chapter at an address: "/en/retail/" is "retail". */
export const slugAt = ({ pathname }: Pick<URL, 'pathname'>): string => pathname.split('/').slice(2).join('/').replace(/\/$/, '') || 'index'
