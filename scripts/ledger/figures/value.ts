import Fraction from 'fraction.js'
import { fromFloat } from '../numbers/printed.ts'
import { Problem } from '../problem.ts'
import { functionValue, nearestOf, textValue } from './evaluate.ts'
import type { Node } from './node.ts'

/** A figure's value for some values of its arguments, and whether all on the way to it was exact. */
export interface Computed {
  readonly value: Fraction
  readonly exact: boolean
}

type Lookup = (id: string) => Fraction

/** What becomes of arguments that cannot be, as a sample larger than its population. */
export type Beyond = 'refused' | 'nearest'

/**
 * What a figure's own function gives in floating point when `lookup` tells the values of its arguments. Where rounding, or a
 * question what if, leads beyond what can be, the figure is what it is at the edge: 100 % may have been rounded, but not from more.
 */
export const inFloats = (
  { id, derived, place, asPrinted }: Pick<Node, 'id' | 'derived' | 'place' | 'asPrinted'>,
  lookup: (id: string) => number,
  beyond: Beyond = 'nearest',
): number => {
  try {
    return derived ? functionValue(derived, (part) => asPrinted?.get(part) ?? lookup(part)) : Number.NaN
  } catch (error) {
    const nearest = nearestOf(error)
    if (nearest !== undefined && beyond === 'nearest') return nearest
    throw new Problem(`${id} cannot be computed: ${error instanceof Error ? error.message : String(error)}`, place)
  }
}

/** What a figure's formula gives when `lookup` tells the values of its arguments: exact where these are and its text is plain arithmetic. */
export const valueAt = (
  node: Pick<Node, 'id' | 'derived' | 'formula' | 'place' | 'from' | 'asPrinted'>,
  lookup: Lookup,
  exactInputs: boolean,
  beyond: Beyond = 'nearest',
): Computed => {
  const { derived, formula } = node
  const exact = derived && formula && exactInputs ? textValue(formula, derived.of, lookup) : undefined
  if (exact) return { value: exact, exact: true }
  const value = inFloats(node, (id) => lookup(id).valueOf(), beyond)
  if (!Number.isFinite(value)) {
    const zeros = [...new Set(node.from)].filter((id) => lookup(id).equals(0))
    if (typeof value !== 'number')
      throw new Problem(`${node.id} comes out as ${typeof value}, and no number`, node.place, 'a formula that gives a number')
    if (zeros.length > 0)
      throw new Problem(
        `${node.id} has no value where ${zeros.join(' and ')} ${zeros.length === 1 ? 'is' : 'are'} 0`,
        node.place,
        'a figure that is not 0 to divide by or to take the logarithm of',
      )
    throw new Problem(
      `${node.id} comes out as ${Number.isNaN(value) ? 'no number' : 'a number without end'}`,
      node.place,
      `a number; look at ${node.from.join(', ')}`,
    )
  }
  return { value: fromFloat(value), exact: false }
}

/** The same for the values that were computed before. */
export const evaluate = (node: Node, computedOf: (id: string) => Computed | undefined, beyond: Beyond = 'nearest'): Computed =>
  valueAt(
    node,
    (id) => computedOf(id)?.value ?? new Fraction(0),
    node.from.every((id) => computedOf(id)?.exact),
    beyond,
  )
