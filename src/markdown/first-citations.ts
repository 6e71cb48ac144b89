import type { Root } from 'mdast'
import { visit } from 'unist-util-visit'

/**
 * Marks the first citation of each work in a chapter: there its reference stands in the margin, and to there the entry
 * at the foot leads back.
 */
export const remarkFirstCitations = () => (tree: Root) => {
  const cited = new Set<string>()
  visit(tree, (node) => {
    if ((node.type !== 'mdxJsxTextElement' && node.type !== 'mdxJsxFlowElement') || node.name !== 'Cite') return
    const source = node.attributes.find((attribute) => attribute.type === 'mdxJsxAttribute' && attribute.name === 'source')?.value
    if (typeof source !== 'string' || cited.has(source)) return
    cited.add(source)
    node.attributes.push({ type: 'mdxJsxAttribute', name: 'first', value: null })
  })
}
