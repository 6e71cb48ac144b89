import { escaped } from '../lib/escaped.ts'

/** A page of this report as a work to cite: a chapter, or a number with its entry in the audit. */
export interface CitedPart {
  readonly kind: 'chapter' | 'number'
  readonly title: string
  /** Its path on the site. */
  readonly path: string
}

/** What a page is called in a list of works: the last piece of its path. */
export const nameOf = (path: string): string => path.split('/').at(-2) ?? ''

// Thousands of pages differ in title and path alone, and a citation library takes its time: it sets one number’s page,
// and its words stand in for those of the others.
const standIn = { title: 'Aufschrift', path: '/aufschrift/pfad/' } as const

/** The page whose citations are made into those of any number’s page by `withOwn`. */
export const mouldOfNumbers: CitedPart = { kind: 'number', ...standIn }

const forTex = (text: string): string => text.replace(/[&%$#_{}]/g, '\\$&')

const standIns = new RegExp([standIn.path, nameOf(standIn.path), standIn.title].join('|'), 'g')

/** The mould’s citations as HTML, with a number’s own title and path in place of the mould’s; BibTeX stands in `pre`. */
export const withOwn = (html: string, { title, path }: CitedPart): string =>
  html
    .split(/(<pre>[^<]*<\/pre>)/)
    .map((piece) => {
      const titled = escaped(piece.startsWith('<pre>') ? forTex(title) : title)
      return piece.replace(standIns, (found) => (found === standIn.path ? path : found === standIn.title ? titled : nameOf(path)))
    })
    .join('')
