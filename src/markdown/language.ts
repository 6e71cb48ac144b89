import type { Nodes, Root } from 'mdast'
import type { Complaints } from '../../scripts/ledger/problem.ts'
import type { Language } from '../../scripts/ledger/types.ts'
import type { SourceText } from '../chapters/source-text.ts'

const han = /\p{Script=Han}/gu
/** A paragraph of fewer letters may be a list of names. */
const enough = 120
/** Chinese paragraphs have nine Han characters in ten letters; one that has fewer than this is not translated yet. */
const least = 0.3

/** Complains of paragraphs of a Chinese chapter that are English, and of Chinese in an English one that is neither quoted nor marked. */
export const checkLanguage = (tree: Root, language: Language, source: SourceText, complaints: Complaints): void => {
  if (language === 'zh') {
    for (const block of tree.children) {
      const stretches = proseOf(block)
      const text = stretches.map(({ value }) => value).join('')
      const letters = text.match(/\p{L}/gu)?.length ?? 0
      const [first] = stretches
      if (first && letters > enough && (text.match(han)?.length ?? 0) < least * letters)
        complaints.add(
          'the paragraph is not in Chinese',
          source.placeAt(first.start),
          'Chinese, as its folder says, or <span lang="en">…</span>',
        )
    }
    return
  }
  for (const { value, start, end } of proseOf(tree)) {
    const bare = value.replace(/“[^”]*”/g, (quoted) => ' '.repeat(quoted.length))
    const words = /\p{Script=Han}+/u.exec(bare)
    if (words)
      complaints.add(
        `“${words[0]}” is Chinese in an English chapter`,
        source.placeIn({ words: value, start, end }, words.index, words[0].length),
        `English, or <span lang="zh">${words[0]}</span>`,
      )
  }
}

interface Prose {
  readonly value: string
  readonly start: number
  readonly end: number
}

/** What stands in the chapter's own words: no code, no citation, nothing that is marked as of another language. */
const proseOf = (node: Nodes): Prose[] => {
  if (node.type === 'text') return [{ value: node.value, start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 }]
  if ('name' in node && (node.name === 'Cite' || node.name === 'q')) return []
  if ('attributes' in node && node.attributes?.some((attribute) => 'name' in attribute && attribute.name === 'lang')) return []
  return 'children' in node ? node.children.flatMap(proseOf) : []
}
