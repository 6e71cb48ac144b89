import type { Language } from '../../scripts/ledger/types.ts'

/** Where the picture of a page stands that is shown where the page is shared. */
export const picturePath = (language: Language, slug: string): string => `/og/${language}/${slug}.png`

/** The size that services of the web ask for. */
export const pictureSize = { width: 1200, height: 630 } as const
