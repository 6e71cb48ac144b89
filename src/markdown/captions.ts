/** What chapters call each table and chart: the words of its caption. */
import { readFileSync } from 'node:fs'
import type { Nodes } from 'mdast'
import { visit } from 'unist-util-visit'
import type { Bilingual } from '../../scripts/ledger/types.ts'
import { languages } from '../i18n/words.ts'
import { chapterFile, chapterSlugs } from '../lib/chapter-files.ts'
import { parseChapter } from './parse.ts'
import { SourceText } from './source-text.ts'

const wordsIn = (node: Nodes): string => ('value' in node ? node.value : 'children' in node ? node.children.map(wordsIn).join('') : '')

/** "table categories" or "chart steps" to its caption; where several chapters show one, the caption that says most. */
export const readCaptions = (root: string): ReadonlyMap<string, Bilingual> => {
  const captions = new Map<string, { zh: string; en: string }>()
  for (const language of languages) {
    for (const slug of chapterSlugs(root, language)) {
      const file = chapterFile(language, slug)
      const tree = parseChapter(new SourceText(file, readFileSync(`${root}/${file}`, 'utf8')))
      visit(tree, ['mdxJsxFlowElement', 'mdxJsxTextElement'], (node) => {
        if (!('attributes' in node) || (node.name !== 'Table' && node.name !== 'Chart')) return
        const id = node.attributes.find((attribute) => 'name' in attribute && attribute.name === 'id')?.value
        const key = `${node.name.toLowerCase()} ${id}`
        const caption = wordsIn(node).replace(/\s+/g, ' ').trim()
        const known = captions.get(key) ?? { zh: '', en: '' }
        if (caption.length > known[language].length) captions.set(key, { ...known, [language]: caption })
      })
    }
  }
  return captions
}
