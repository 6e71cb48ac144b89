import type { Element, Root } from 'hast'
import { visit } from 'unist-util-visit'
import type { ProseFile } from '../chapters/source-text.ts'
import { wordsOf } from '../i18n/words.ts'
import { languageOfFile } from './links.ts'

/** Puts the words around footnotes into the chapter’s language: Markdown’s own are English. */
export const rehypeFootnoteWords = () => (tree: Root, file: ProseFile) => {
  const words = wordsOf(languageOfFile(file.path)).footnotes
  visit(tree, 'element', ({ properties, children }: Element) => {
    if (properties.id === 'footnote-label') children.splice(0, children.length, { type: 'text', value: words.title })
    // “Back to reference 2-3” is the third mention of the second note.
    if (properties.dataFootnoteBackref !== undefined)
      properties.ariaLabel = words.back(/[\d-]+$/.exec(String(properties.ariaLabel ?? ''))?.[0] ?? '')
  })
}
