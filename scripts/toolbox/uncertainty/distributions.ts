/**
 * The distributions that a doubt may be stated as, each drawn by inversion: one uniform number makes one value, so that draws can
 * be counted, correlated by their ranks, and changed one at a time.
 *
 * Reference: Devroye (1986), Non-uniform random variate generation, Springer, chapter II.2.
 */
import { betaQuantile } from './beta-quantile.ts'
import { exp, log } from './elementary.ts'
import { standardNormalQuantile } from './standard-normal.ts'

/** A stated distribution; bounds and centres in the unit of what is doubted. */
export type Distribution =
  /** Anything from low to high, all alike. */
  | { readonly kind: 'uniform'; readonly low: number; readonly high: number }
  /** Most likely at the mode, less and less so towards both ends. */
  | { readonly kind: 'triangular'; readonly low: number; readonly mode: number; readonly high: number }
  /** A mean and a standard deviation, as a source gives an estimate and its standard error. */
  | { readonly kind: 'normal'; readonly mean: number; readonly deviation: number }
  /** As often above the median times a number as below the median divided by it; `spread` is the standard deviation of the logarithm. */
  | { readonly kind: 'lognormal'; readonly median: number; readonly spread: number }
  /** Between low and high, with the two shapes of the beta distribution. */
  | { readonly kind: 'beta'; readonly alpha: number; readonly beta: number; readonly low: number; readonly high: number }

export type DistributionKind = Distribution['kind']

/** The parameters of each kind, in the order in which they are told. */
export const parametersOf = {
  uniform: ['low', 'high'],
  triangular: ['low', 'mode', 'high'],
  normal: ['mean', 'deviation'],
  lognormal: ['median', 'spread'],
  beta: ['alpha', 'beta', 'low', 'high'],
} as const satisfies Readonly<Record<DistributionKind, readonly string[]>>

/** Parameters that are plain numbers, in whatever unit the doubted amount is. */
export const plainParameters: ReadonlySet<string> = new Set(['spread', 'alpha', 'beta'])

/** What makes no distribution of a kind and its parameters: the parameter to mend, what is wrong, and what would do. */
export interface DistributionFault {
  readonly parameter: string
  readonly what: string
  readonly expected: string
}

/** The first fault of a distribution; undefined for a sound one. */
export const faultOf = (distribution: Distribution): DistributionFault | undefined => {
  const entries = Object.entries(distribution).filter((entry): entry is [string, number] => typeof entry[1] === 'number')
  for (const [parameter, value] of entries)
    if (!Number.isFinite(value)) return { parameter, what: `${parameter} is ${value}`, expected: 'a number' }
  const positive = (parameter: string, value: number): DistributionFault | undefined =>
    value > 0 ? undefined : { parameter, what: `${parameter} is ${value}`, expected: 'a number above 0' }
  const ordered = (low: number, high: number): DistributionFault | undefined =>
    low < high ? undefined : { parameter: 'high', what: `the upper bound ${high} is not above the lower, ${low}`, expected: 'low < high' }
  switch (distribution.kind) {
    case 'uniform':
      return ordered(distribution.low, distribution.high)
    case 'triangular': {
      const { low, mode, high } = distribution
      if (low <= mode && mode <= high) return ordered(low, high)
      return (
        ordered(low, high) ?? {
          parameter: 'mode',
          what: `the mode ${mode} lies outside of ${low} to ${high}`,
          expected: 'low ≤ mode ≤ high',
        }
      )
    }
    case 'normal':
      return positive('deviation', distribution.deviation)
    case 'lognormal':
      return positive('median', distribution.median) ?? positive('spread', distribution.spread)
    case 'beta':
      return positive('alpha', distribution.alpha) ?? positive('beta', distribution.beta) ?? ordered(distribution.low, distribution.high)
  }
}

/**
 * The quantile function of a distribution: what a part `probability` of it lies below. `probability` lies between 0 and 1, neither
 * included. Throws a RangeError for what is no distribution.
 */
export const quantileFunction = (distribution: Distribution): ((probability: number) => number) => {
  const fault = faultOf(distribution)
  if (fault) throw new RangeError(`no ${distribution.kind} distribution: ${fault.what}; expected ${fault.expected}`)
  switch (distribution.kind) {
    case 'uniform': {
      const { low, high } = distribution
      return (probability) => low + probability * (high - low)
    }
    case 'triangular': {
      const { low, mode, high } = distribution
      const width = high - low
      const turn = (mode - low) / width
      return (probability) =>
        probability < turn
          ? low + Math.sqrt(probability * width * (mode - low))
          : high - Math.sqrt((1 - probability) * width * (high - mode))
    }
    case 'normal': {
      const { mean, deviation } = distribution
      return (probability) => mean + deviation * standardNormalQuantile(probability)
    }
    case 'lognormal': {
      const { median, spread } = distribution
      const centre = log(median)
      return (probability) => exp(centre + spread * standardNormalQuantile(probability))
    }
    case 'beta': {
      const { alpha, beta, low, high } = distribution
      return (probability) => low + (high - low) * betaQuantile(probability, alpha, beta)
    }
  }
}

/** Mean and variance by the formulas of each distribution: what simulations are held against. */
export const momentsOf = (distribution: Distribution): { readonly mean: number; readonly variance: number } => {
  switch (distribution.kind) {
    case 'uniform': {
      const { low, high } = distribution
      return { mean: (low + high) / 2, variance: (high - low) ** 2 / 12 }
    }
    case 'triangular': {
      const { low: a, mode: c, high: b } = distribution
      return { mean: (a + b + c) / 3, variance: (a * a + b * b + c * c - a * b - a * c - b * c) / 18 }
    }
    case 'normal':
      return { mean: distribution.mean, variance: distribution.deviation ** 2 }
    case 'lognormal': {
      const { median, spread } = distribution
      return { mean: median * Math.exp(spread ** 2 / 2), variance: median ** 2 * Math.exp(spread ** 2) * Math.expm1(spread ** 2) }
    }
    case 'beta': {
      const { alpha, beta, low, high } = distribution
      const sum = alpha + beta
      return { mean: low + ((high - low) * alpha) / sum, variance: ((high - low) ** 2 * alpha * beta) / (sum ** 2 * (sum + 1)) }
    }
  }
}
