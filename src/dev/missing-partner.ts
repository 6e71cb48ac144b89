import { existsSync } from 'node:fs'
import { languages } from '../i18n/words.ts'
import { chapterFile } from '../lib/chapter-files.ts'
import { chapterAt } from './chapter-at.ts'
import type { Mistake } from './mistakes.ts'

/** A page that is asked for in one language and written in the other alone, as a mistake. */
export const missingPartner = (root: string, address: string): Mistake | undefined => {
  const chapter = chapterAt(address)
  if (!chapter) return
  const { language, slug } = chapter
  const file = chapterFile(language, slug)
  if (existsSync(`${root}/${file}`)) return
  const partner = languages.map((other) => chapterFile(other, slug)).find((other) => existsSync(`${root}/${other}`))
  return partner === undefined
    ? undefined
    : {
        what: `${file} is missing: its partner ${partner} is there`,
        expected: `${file} with the same sections, figures and sources; “npm run new -- chapter” begins both at once`,
      }
}
