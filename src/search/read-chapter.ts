import { Parser } from 'htmlparser2'
import type { Document } from './index-types.ts'

/** Elements between which a line ends. */
const blocks: ReadonlySet<string> = new Set(
  'article aside blockquote br dd details div dl dt figcaption figure h1 h2 h3 h4 h5 h6 li main ol p section table tbody tfoot thead tr ul'.split(
    ' ',
  ),
)
/** What is no text of the chapter: ways through the site, drawings, names of buttons, references that the text cites. */
const leftOut: ReadonlySet<string> = new Set(['annotation', 'button', 'nav', 'script', 'style', 'summary', 'svg', 'template'])
const isLeftOut = (name: string, { class: classes = '', display, hidden }: Readonly<Record<string, string>>): boolean =>
  leftOut.has(name) ||
  hidden !== undefined ||
  (name === 'math' && display === 'block') ||
  classes.split(' ').some((each) => ['sources', 'margin-reference', 'mixed-note', 'with-script'].includes(each))

/** The elements that have no end. */
const empty: ReadonlySet<string> = new Set(['br', 'col', 'hr', 'img', 'input', 'wbr'])

/** The main text of a built page by section; nothing where the page asks not to be found. */
export const readChapter = (address: string, html: string): Document | undefined => {
  let text = ''
  let inMain = false
  /** How deep one is in what is left out. */
  let skipped = 0
  let found = true
  const sections: [string, number][] = []
  const endLine = () => {
    text = text.trimEnd()
    if (text !== '') text += '\n'
  }
  const parser = new Parser({
    onopentag: (name, attributes) => {
      if (name === 'meta' && attributes.name === 'robots' && attributes.content === 'noindex') found = false
      if (name === 'main') inMain = true
      if (!inMain || empty.has(name)) {
        if (inMain && skipped === 0 && name === 'br') endLine()
        return
      }
      if (skipped > 0 || isLeftOut(name, attributes)) {
        skipped += 1
        return
      }
      // What stands before the title is the way to it.
      if (name === 'h1') text = ''
      if (blocks.has(name)) endLine()
      if ((name === 'td' || name === 'th') && !/(^|\n|· )$/.test(text)) text = `${text.trimEnd()} · `
      if (/^h[2-6]$/.test(name) && attributes.id) sections.push([attributes.id, text.length])
    },
    ontext: (words) => {
      if (!inMain || skipped > 0) return
      const spaced = words.replace(/\s+/g, ' ')
      text += /(^|\s)$/.test(text) ? spaced.trimStart() : spaced
    },
    onclosetag: (name) => {
      if (!inMain || empty.has(name)) return
      if (skipped > 0) {
        skipped -= 1
        return
      }
      if (blocks.has(name)) endLine()
      if (name === 'main') inMain = false
    },
  })
  parser.end(html)
  return found ? { address, text: text.trimEnd(), sections } : undefined
}
