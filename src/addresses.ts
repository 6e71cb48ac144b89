import type { Figure, Language } from '../scripts/index.ts'

/** Where things are on the site; every link inside it is made here. */
export const chapterAddress = (language: Language, slug: string): string => (slug === 'index' ? `/${language}/` : `/${language}/${slug}/`)

export const auditAddress = (language: Language): string => `/${language}/audit/`

/** A whole table in the audit. */
export const gridAddress = (language: Language, grid: string): string => `${auditAddress(language)}table/${grid}/`

/** A figure's page in the audit: its permalink. */
export const figureAddress = (language: Language, { id }: Pick<Figure, 'id'>): string => `${auditAddress(language)}${id}/`

/** The id of a check's row in the audit. */
export const checkAnchor = (claim: string): string => `check-${claim}`

/** The list of conflicts inside the source. */
export const conflictsAddress = (language: Language): string => chapterAddress(language, 'conflicts')

/** The id of a conflict's entry, in its chapter and in the audit. */
export const conflictAnchor = (conflict: string): string => `conflict-${conflict}`

export const conflictAddress = (language: Language, conflict: string): string => `${conflictsAddress(language)}#${conflictAnchor(conflict)}`
