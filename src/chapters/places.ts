/** Where the report has what the frame leads to: a chapter has it that uses its component. */

import { isHidden } from './order.ts'
import type { Chapter } from './read.ts'

/** Components that make a chapter a place of the whole report. */
export type Place = 'References' | 'HowToCite' | 'Glossary' | 'Concordance' | 'Conflicts' | 'Downloads'

/** The first chapter that uses the component, by its name; none if no chapter does, and then nothing leads there. */
export const chapterWith = (chapters: readonly Chapter[], component: Place): string | undefined =>
  chapters.find(({ part, uses }) => !isHidden(part) && uses.some(({ name }) => name === component))?.slug
