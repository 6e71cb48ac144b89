import { site } from '#site'
import type { Language } from '../../scripts/ledger/types.ts'

/** The report’s English title as the name of a file. */
const name = site.words.en.title
  .toLowerCase()
  .replace(/['’]/g, '')
  .replace(/[^a-z0-9]+/g, '-')
  .replace(/^-|-$/g, '')

/** The report of a language as one file, from the site's root. */
export const pdfName = (language: Language): string => `${name || 'report'}.${language}.pdf`
