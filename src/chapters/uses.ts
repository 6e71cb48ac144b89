/** What a chapter uses: its components with their attributes, in the order of its text. */
import type { Nodes, Root } from 'mdast'
import { visit } from 'unist-util-visit'

export interface ComponentUse {
  readonly name: string
  /** Attributes with plain values; a component that is given anything else is refused elsewhere. */
  readonly attributes: Readonly<Record<string, string>>
  /** The words between its tags. */
  readonly words: string
}

/** The text that stands in a node. */
const textIn = (node: Nodes): string =>
  'value' in node ? node.value : 'children' in node ? node.children.map((child) => textIn(child)).join('') : ''

/** Examples in code and remarks in braces are no elements, and so are not among them. */
export const usesIn = (tree: Root): readonly ComponentUse[] => {
  const uses: ComponentUse[] = []
  visit(tree, (node) => {
    if ((node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') || !node.name) return
    const attributes = node.attributes.flatMap((attribute) =>
      attribute.type === 'mdxJsxAttribute' && typeof attribute.value === 'string' ? [[attribute.name, attribute.value] as const] : [],
    )
    uses.push({ name: node.name, attributes: Object.fromEntries(attributes), words: textIn(node).replace(/\s+/g, ' ').trim() })
  })
  return uses
}

/** The ids that components of a name are given, each once, in their order. */
export const idsIn = (uses: readonly ComponentUse[], name: string, attribute = 'id'): readonly string[] => [
  ...new Set(uses.flatMap((use) => (use.name === name ? (use.attributes[attribute] ?? []) : []))),
]
