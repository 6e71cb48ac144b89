import type { Element, Root } from 'hast'
import { SKIP, visit } from 'unist-util-visit'

/** Takes the TeX source out of MathML: it repeats the formula for tools that are not here. */
export const rehypePlainMath =
  () =>
  (tree: Root): void => {
    visit(tree, 'element', (node: Element, index, parent) => {
      if (node.tagName !== 'annotation' || !parent || index === undefined) return undefined
      parent.children.splice(index, 1)
      return [SKIP, index]
    })
  }
