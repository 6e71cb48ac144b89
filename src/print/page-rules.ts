import type { BookChapter } from './chapters.ts'

/** Text as CSS takes it between quotes. */
const quoted = (text: string): string => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('<', '\\3c ')}"`

/**
 * A kind of page for every chapter, with its title at the head, upright and turned. Browsers know no running titles
 * that the text itself sets; a page’s name carries them.
 */
export const pageRules = (chapters: readonly BookChapter[], report: string): string =>
  [
    `@page { @top-left { content: ${quoted(report)} } }`,
    ...chapters.flatMap(({ title, number }, index) => {
      const head = `@top-right { content: ${quoted(number === undefined ? title : `${number}  ${title}`)} }`
      return [`@page c${index} { ${head} }`, `@page c${index}w { size: A4 landscape; ${head} }`]
    }),
  ].join('\n')
