import type { Language } from '../../scripts/ledger/types.ts'

/** The report of a language as one file, from the site's root. */
export const pdfName = (language: Language): string => `platform-jobs-recomputed.${language}.pdf`
