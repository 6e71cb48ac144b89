/**
 * How many there are in all, from two lists of them and how many stand on both.
 *
 * It supposes that nobody joins or leaves between the lists, that each is found on both who stands on both, and that who stands on
 * one is as likely as any other to stand on the other. Where those on one list are more likely to stand on the other as well, too few
 * are counted; where less likely, too many. Two lists alone cannot tell which.
 *
 * References: Chapman (1951), Some properties of the hypergeometric distribution with applications to zoological sample censuses,
 * University of California Publications in Statistics 1(7), 131-160 (the estimator that counts one more on each list, and is finite
 * where nobody stands on both); Seber (1982), The Estimation of Animal Abundance and Related Parameters, 2nd edition, chapter 3
 * (its variance). The size of two equal lists follows from the variance of the number on both, that of a hypergeometric distribution.
 */

interface ListTerms {
  /** How many stand on the first list: a count. */
  readonly first: number
  /** How many stand on the second: a count. */
  readonly second: number
  /** How many of them stand on both: a count from 0 to the shorter list. */
  readonly both: number
}

interface PrecisionTerms {
  /** How many there are likely to be in all: a count, 1 or more. */
  readonly population: number
  /** The standard error that is wished for, in parts of that number: above 0. */
  readonly relativeError: number
}

/**
 * Refuses what cannot be. The error brings along what the nearest arguments that can be give, for where only rounding leads beyond
 * them. Word for word in every method that refuses: a method imports nothing of the project.
 */
const unless = (faults: readonly (string | false)[], nearest: number): number => {
  const found = faults.filter((fault) => fault !== false)
  if (found.length > 0) throw Object.assign(new RangeError(found.join('; ')), { nearest })
  return nearest
}

/** The lists as they can be, and what is wrong with them. */
const lists = ({ first, second, both }: ListTerms) => {
  const [a, b] = [Math.max(0, first), Math.max(0, second)]
  return {
    a,
    b,
    m: Math.min(a, b, Math.max(0, both)),
    faults: [
      !(first >= 0) && `a list of ${first} is none: it has 0 or more`,
      !(second >= 0) && `a list of ${second} is none: it has 0 or more`,
      !(both >= 0 && both <= Math.min(first, second)) && `${both} cannot stand on both of two lists of ${first} and ${second}`,
    ],
  }
}

/** How many there are in all, by Chapman's estimator. */
export const chapmanTotal = ({ first, second, both }: ListTerms): number => {
  const { a, b, m, faults } = lists({ first, second, both })
  return unless(faults, ((a + 1) * (b + 1)) / (m + 1) - 1)
}

/** The standard error of that number. */
export const chapmanError = ({ first, second, both }: ListTerms): number => {
  const { a, b, m, faults } = lists({ first, second, both })
  return unless(faults, Math.sqrt(((a + 1) * (b + 1) * (a - m) * (b - m)) / ((m + 1) ** 2 * (m + 2))))
}

/** The least relative error that is asked for. */
const finest = 1e-6

const precisionFaults = ({ population, relativeError }: PrecisionTerms) => [
  !(population >= 1) && `a population of ${population} is none: it has 1 or more`,
  !(relativeError >= finest) && `a relative error of ${relativeError} is finer than can be had: it lies from 1e-6`,
]

/** How long two equal lists must be for their number in all to be so certain: whole, rounded up; all there are at most. */
export const listsForError = ({ population, relativeError }: PrecisionTerms): number => {
  const all = Math.max(1, population)
  const length = all / (1 + Math.max(finest, relativeError) * Math.sqrt(all))
  return unless(precisionFaults({ population, relativeError }), Math.ceil(length - 1e-9))
}

/** Hand-written. */
export const chapmanTotalTex = String.raw`\frac{(\mathit{first} + 1)(\mathit{second} + 1)}{\mathit{both} + 1} - 1`
export const chapmanErrorTex = String.raw`\sqrt{\frac{(\mathit{first} + 1)(\mathit{second} + 1)(\mathit{first} - \mathit{both})(\mathit{second} - \mathit{both})}{(\mathit{both} + 1)^{2}\,(\mathit{both} + 2)}}`
export const listsForErrorTex = String.raw`\left\lceil \frac{\mathit{population}}{1 + \mathit{relativeError}\,\sqrt{\mathit{population}}} \right\rceil`
