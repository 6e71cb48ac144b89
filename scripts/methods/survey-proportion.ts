/**
 * What a share that was found in a sample says of the population: its standard error, and the ends of Wilson's interval.
 *
 * Of a finite population the sample leaves the less open the more of it was asked: nothing where all were. A design effect
 * is how many times as large the variance is as that of a simple random sample of the same size, because of clusters,
 * weights or strata.
 *
 * References: Wilson (1927), Probable inference, the law of succession, and statistical inference, Journal of the American
 * Statistical Association 22(158), 209-212, doi:10.1080/01621459.1927.10502953; Brown, Cai and DasGupta (2001), Interval
 * estimation for a binomial proportion, Statistical Science 16(2), 101-133, doi:10.1214/ss/1009213286. For finite
 * populations: O'Neill (2021), Mathematical properties and finite-population correction for the Wilson score interval,
 * arXiv:2109.12464. The standard error: Cochran (1977), Sampling Techniques, 3rd edition, chapter 3; design effects: Kish
 * (1965), Survey Sampling, chapter 8.
 */

interface Terms {
  /** The part of the sample that has what is asked about, from 0 to 1. */
  readonly share: number
  /** How many were asked: a count, of answers or of those who gave them. */
  readonly sample: number
  /** How many there are that could have been asked, a count no smaller than the sample; without end if it is not given. */
  readonly population?: number
  /** How many times as large the variance is as that of a simple random sample, above zero; 1 if it is not given. */
  readonly designEffect?: number
}

interface BoundTerms extends Terms {
  /** How many standard errors the interval reaches to each side: 1.96 for 95 per cent, 1.645 for 90, 2.576 for 99. */
  readonly standardErrors: number
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

const faultsOf = ({ share, sample, population, designEffect }: Required<Terms>, least: number) => [
  !(share >= 0 && share <= 1) && `a share of ${share} is no part of a whole, which lies from 0 to 1`,
  !(sample >= least) && `a sample of ${sample} is too small: it takes ${least} or more`,
  !(population >= sample) && `a sample of ${sample} is larger than its population of ${population}`,
  !(designEffect > 0) && `a design effect of ${designEffect} is none: it lies above 0`,
]

const between = (low: number, value: number, high: number): number => Math.min(high, Math.max(low, value))

/** The standard error of a share that was found in a sample, itself a share. The variance is estimated without bias, over one less than the sample. */
export const proportionError = ({ share, sample, population = Number.POSITIVE_INFINITY, designEffect = 1 }: Terms): number => {
  const p = between(0, share, 1)
  const open = Math.max(0, 1 - sample / population)
  const variance = (Math.max(0, designEffect) * open * p * (1 - p)) / (Math.max(2, sample) - 1)
  return unless(faultsOf({ share, sample, population, designEffect }, 2), Math.sqrt(variance))
}

/** The variance of a mean of noughts and ones, in parts of p (1 - p), times the square of the standard errors. */
const spreadOf = ({ sample, population, designEffect, standardErrors }: Required<BoundTerms>): number => {
  const n = Math.max(1, sample)
  const open = population > 1 ? Math.max(0, 1 - (n - 1) / (population - 1)) : 0
  return (Math.max(0, standardErrors) ** 2 * Math.max(0, designEffect) * open) / n
}

/** The lesser of the two P that lie so many standard errors of their own from p: the root of (p - P)^2 = a P (1 - P), in the form in which nothing cancels. */
const lesserRoot = (p: number, a: number): number => (p === 0 ? 0 : p * ((2 * p) / (2 * p + a + Math.sqrt(a ** 2 + 4 * a * p * (1 - p)))))

const boundFaultsOf = (terms: Required<BoundTerms>) => [
  ...faultsOf(terms, 1),
  !(terms.standardErrors >= 0) && `an interval reaches 0 standard errors or more, and not ${terms.standardErrors}`,
]

/** The low end of Wilson's interval of a share, from 0 to the share itself. */
export const wilsonLow = ({
  share,
  sample,
  population = Number.POSITIVE_INFINITY,
  designEffect = 1,
  standardErrors,
}: BoundTerms): number => {
  const terms = { share, sample, population, designEffect, standardErrors }
  return unless(boundFaultsOf(terms), lesserRoot(between(0, share, 1), spreadOf(terms)))
}

/** The high end of Wilson's interval of a share, from the share itself to 1: what is left by the low end of those who are the rest. */
export const wilsonHigh = ({
  share,
  sample,
  population = Number.POSITIVE_INFINITY,
  designEffect = 1,
  standardErrors,
}: BoundTerms): number => {
  const terms = { share, sample, population, designEffect, standardErrors }
  return unless(boundFaultsOf(terms), 1 - lesserRoot(1 - between(0, share, 1), spreadOf(terms)))
}

/** Hand-written: p is the share, a the variance in parts of p (1 - p), times the square of the standard errors. */
export const proportionErrorTex = String.raw`\sqrt{\mathit{designEffect}\,\left(1 - \frac{\mathit{sample}}{\mathit{population}}\right)\frac{\mathit{share}\,(1 - \mathit{share})}{\mathit{sample} - 1}}`
const boundTex = (sign: '+' | '-') =>
  String.raw`\frac{2p + a ${sign} \sqrt{a^{2} + 4a\,p\,(1 - p)}}{2\,(1 + a)},\quad p = \mathit{share},\quad a = \frac{\mathit{standardErrors}^{2}\,\mathit{designEffect}}{\mathit{sample}}\cdot\frac{\mathit{population} - \mathit{sample}}{\mathit{population} - 1}`
export const wilsonLowTex = boundTex('-')
export const wilsonHighTex = boundTex('+')
