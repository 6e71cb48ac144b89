/** Invented formulas, for what none of the report's own does. */

interface Pair {
  readonly first: number
  readonly second: number
}

/** Rises in both. */
export const product = ({ first, second }: Pair): number => first * second

/** One to the power of the other. */
export const raised = ({ first, second }: Pair): number => first ** second

/** Divides by a difference, and so by zero when the two are alike. */
export const overDifference = ({ first, second }: Pair): number => first / (first - second)

/** No plain arithmetic: a logarithm. */
export const logarithm = ({ first }: { readonly first: number }): number => Math.log(first)

/** No plain arithmetic: a constant that no fraction equals. */
export const timesPi = ({ first }: { readonly first: number }): number => first * Math.PI

/** A body of statements, and so a method that has no single expression. */
export const longestOf = ({ terms }: { readonly terms: readonly number[] }): number => {
  let longest = Number.NEGATIVE_INFINITY
  for (const term of terms) longest = Math.max(longest, term)
  return longest
}

/** Gives up with an error of its own. */
export const givesUp = ({ first }: { readonly first: number }): number => {
  if (first > 0) throw new RangeError('this method gives up')
  return first
}

/** The standard deviation of a sample of so many noughts and ones of which a share are ones; rises to a share of a half and falls again. */
export const binaryDeviation = ({ first, second }: Pair): number => Math.sqrt((second / (second - 1)) * first * (1 - first))

/** Of statements, with no derivative to read: rises with the first while the second is above nine tenths, and falls below. */
export const turning = ({ first, second }: Pair): number => {
  const slope = second - 0.9
  return first * slope
}

/** How many times as much there was before a part was taken; nothing is left of the whole. */
export const beforePart = ({ first }: { readonly first: number }): number => {
  if (first >= 1) throw new RangeError(`a part of ${first} leaves nothing`)
  return 1 / (1 - first)
}

/** A part's share of another amount. */
export const apportioned = ({ part, whole, amount }: { readonly part: number; readonly whole: number; readonly amount: number }): number =>
  (part / whole) * amount

/** Falls as its argument rises, from two to one. */
export const twiceLess = ({ first }: { readonly first: number }): number => 2 ** (1 - first)

/** No plain arithmetic: the logarithm of a ratio, nought where nothing changes. */
export const logOfRatio = ({ first, second }: Pair): number => Math.log(first / second)
