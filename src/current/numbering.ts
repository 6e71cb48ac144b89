import type { Language } from '../../scripts/ledger/types.ts'
import { type Placed, placedIn } from '../chapters/numbering.ts'
import { currentChapters } from './chapters.ts'

/** Counted once in a build; while the report is written, anew for each page. */
const counted = new Map<Language, readonly Placed[]>()

/** Every chart and table of the chapters with its number. */
export const currentNumbering = (language: Language): readonly Placed[] => {
  const placed = (import.meta.env.PROD && counted.get(language)) || placedIn(currentChapters(language))
  counted.set(language, placed)
  return placed
}

/** The name of the chapter at an address: "/en/retail/" is "retail". */
export const slugAt = ({ pathname }: Pick<URL, 'pathname'>): string => pathname.split('/').slice(2).join('/').replace(/\/$/, '') || 'index'
