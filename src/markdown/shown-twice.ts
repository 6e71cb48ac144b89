import type { Root } from 'mdast'
import { visit } from 'unist-util-visit'
import type { Complaints } from '../../scripts/ledger/problem.ts'
import type { SourceText } from '../chapters/source-text.ts'

/** Complains of a chart or a table that a chapter shows twice: both would have one number and one place to lead to. */
export const checkShownTwice = (tree: Root, source: SourceText, complaints: Complaints): void => {
  const seen = new Map<string, number>()
  visit(tree, ['mdxJsxFlowElement', 'mdxJsxTextElement'], (node) => {
    if (!('attributes' in node) || (node.name !== 'Chart' && node.name !== 'Table')) return
    const id = node.attributes.find((attribute) => 'name' in attribute && attribute.name === 'id')?.value
    const place = source.placeAt(node.position?.start.offset ?? 0)
    if (typeof id !== 'string') return
    const kind = node.name.toLowerCase()
    const first = seen.get(`${kind} ${id}`)
    if (first === undefined) seen.set(`${kind} ${id}`, place.line)
    else complaints.add(`the ${kind} ${id} is shown already on line ${first}`, place, `<See ${kind}="${id}" />`)
  })
}
