import Fraction from 'fraction.js'
import { evaluateExactly, NotExact, type Value } from '../numbers/exact.ts'
import { evaluateInFloats } from '../numbers/floats.ts'
import type { ArgumentIds, Arguments, Derived } from './derived.ts'
import type { FormulaSource } from './formula.ts'

/** The ways to a figure's value once its arguments have theirs. Nothing here needs Node: the scenario explorer runs it too. */

const mapIds = <T>(of: ArgumentIds, take: (id: string) => T): Record<string, T | T[] | T[][]> =>
  Object.fromEntries(
    Object.entries(of).map(([name, ids]) => [
      name,
      typeof ids === 'string' ? take(ids) : ids.map((item) => (typeof item === 'string' ? take(item) : item.map(take))),
    ]),
  ) as Record<string, T | T[] | T[][]>

/** What the formula's own function gives in floating point. */
export const functionValue = ({ formula, of }: Pick<Derived, 'formula' | 'of'>, lookup: (id: string) => number): number =>
  formula(mapIds(of, lookup) as Arguments)

/** What a method gives at the nearest arguments that can be, which its error may bring along. */
export const nearestOf = (error: unknown): number | undefined =>
  error instanceof Error && 'nearest' in error && typeof error.nearest === 'number' ? error.nearest : undefined

/** What the formula's text gives over exact fractions; nothing where it is no plain arithmetic, or divides by zero. */
export const textValue = (
  { expression }: Pick<FormulaSource, 'expression'>,
  of: ArgumentIds,
  lookup: (id: string) => Fraction,
): Fraction | undefined => {
  if (!expression) return undefined
  try {
    const value = evaluateExactly(expression, new Map(Object.entries(mapIds<Value>(of, lookup))))
    return value instanceof Fraction ? value : undefined
  } catch (error) {
    if (error instanceof NotExact) return undefined
    throw error
  }
}

/** What the formula's text gives in floating point, as its function does; not a number where it is no single expression. */
export const floatValue = ({ expression }: Pick<FormulaSource, 'expression'>, of: ArgumentIds, lookup: (id: string) => number): number =>
  expression ? evaluateInFloats(expression, mapIds(of, lookup)) : Number.NaN
