import type { Heading, Root } from 'mdast'
import { visit } from 'unist-util-visit'
import type { Complaints } from '../../scripts/ledger/problem.ts'
import type { SourceText } from '../chapters/source-text.ts'
import { components } from '../components/registry.ts'
import { headingWords } from './sections.ts'

/** Complains of headings that break a page's outline: the title again, a level left out, no words, the same words twice. */
export const checkHeadings = (tree: Root, source: SourceText, complaints: Complaints): void => {
  let above = 1
  const seen = new Map<string, number>()
  visit(tree, 'heading', (heading: Heading) => {
    const place = source.placeAt(heading.position?.start.offset ?? 0)
    const words = wordsOf(heading, source)
    const { depth } = heading
    if (depth === 1)
      complaints.add('a heading is at the level of the title, which the front matter has', place, 'two signs: ## and the heading')
    else if (depth > above + 1)
      complaints.add(`a heading at level ${depth} follows one at level ${above}`, place, `${'#'.repeat(above + 1)} and the heading`)
    above = depth
    if (!words) complaints.add('the heading is empty', place, 'words')
    // An anchor is made of letters: what components print, and signs, give none.
    else if (!/[\p{L}\p{N}]/u.test(headingWords(heading)))
      complaints.add('the heading has no word, and no link could lead to it', place, 'words')
    else
      visit(heading, ['mdxJsxTextElement', 'mdxJsxFlowElement'], (node) => {
        const name = 'name' in node ? (node.name ?? '') : ''
        if (components.get(name)?.words === false)
          complaints.add(
            `a heading has <${name}>, and the contents and links to it would go without`,
            source.placeAt(node.position?.start.offset ?? 0),
            `words alone, and <${name}> in the text below`,
          )
      })
    const first = seen.get(words)
    if (words && first !== undefined) complaints.add(`the heading “${words}” stands already on line ${first}`, place, 'other words')
    else seen.set(words, place.line)
  })
}

/** A heading as it is written, without its signs and without remarks. */
const wordsOf = ({ position }: Heading, { text }: SourceText): string =>
  text
    .slice(position?.start.offset, position?.end.offset)
    .replace(/^#+|\s#+$|\n\s*[=-]+\s*$|\{\/\*.*?\*\/\}/g, '')
    .trim()
