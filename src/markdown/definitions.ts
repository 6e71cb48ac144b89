import type { Root } from 'mdast'
import { visit } from 'unist-util-visit'
import type { Complaints } from '../../scripts/ledger/problem.ts'
import type { SourceText } from '../chapters/source-text.ts'

/** Complains of footnotes and addresses that are defined and would not be printed: nothing refers to them, or another has their name. */
export const checkDefinitions = (tree: Root, source: SourceText, complaints: Complaints): void => {
  const asked = new Set<string>()
  visit(tree, (node) => {
    if (node.type === 'footnoteReference') asked.add(`footnote ${node.identifier}`)
    if (node.type === 'linkReference' || node.type === 'imageReference') asked.add(`address ${node.identifier}`)
  })
  const defined = new Map<string, number>()
  visit(tree, (node) => {
    if (node.type !== 'footnoteDefinition' && node.type !== 'definition') return
    const kind = node.type === 'definition' ? 'address' : 'footnote'
    const written = kind === 'footnote' ? `[^${node.identifier}]` : `[${node.label ?? node.identifier}]`
    const place = source.placeAt(node.position?.start.offset ?? 0)
    const key = `${kind} ${node.identifier}`
    const first = defined.get(key)
    if (first !== undefined) complaints.add(`${written} is defined already on line ${first}`, place, 'another name')
    else if (!asked.has(key))
      complaints.add(
        `nothing refers to ${written}, and this line is not printed`,
        place,
        kind === 'footnote' ? `${written} where the note belongs` : `[words]${written}, or \\${written}: for words that stand so`,
      )
    else defined.set(key, place.line)
  })
}
