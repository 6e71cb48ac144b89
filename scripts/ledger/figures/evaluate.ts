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

/** The slope in each figure that a method itself tells, a figure that is given twice counted twice; nothing where it tells none. */
export const ownSlopes = (
  { formula, of }: Pick<Derived, 'formula' | 'of'>,
  lookup: (id: string) => number,
): Map<string, number> | undefined => {
  const told = formula.slopes?.(mapIds(of, lookup) as Arguments)
  if (!told) return undefined
  const slopes = new Map<string, number>()
  const gather = (ids: ArgumentIds[string] | undefined, values: Arguments[string] | undefined): void => {
    if (typeof ids === 'string') slopes.set(ids, (slopes.get(ids) ?? 0) + Number(values ?? 0))
    else if (ids && typeof values === 'object') for (const [index, inner] of ids.entries()) gather(inner, values[index])
  }
  for (const [name, ids] of Object.entries(of)) gather(ids, told[name])
  return slopes
}

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
