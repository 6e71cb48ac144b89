import type { Root } from 'mdast'
import { visit } from 'unist-util-visit'
import type { Complaints } from '../../scripts/ledger/problem.ts'
import type { SourceText } from '../chapters/source-text.ts'

/** Complains of rows that have other cells than the table has heads: what is too much is not printed, and a paragraph may be taken for a row. */
export const checkTables = (tree: Root, source: SourceText, complaints: Complaints): void =>
  visit(tree, 'table', ({ children: [head, ...rows] }) => {
    const heads = head?.children.length ?? 0
    for (const { children, position } of rows) {
      const cells = children.length
      if (cells === heads) continue
      complaints.add(
        `the row has ${cells} ${cells === 1 ? 'cell' : 'cells'} for ${heads} ${heads === 1 ? 'head' : 'heads'}`,
        source.placeAt(position?.start.offset ?? 0),
        cells > heads ? 'as many cells as heads; \\| for a bar in a cell' : 'as many cells as heads; an empty line after the table',
      )
    }
  })
