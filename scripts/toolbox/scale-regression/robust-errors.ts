/**
 * Standard errors of a line's slope and intercept, from sums that a database brings back.
 *
 * With d the distance of u from its mean, S the sum of d^2, e a residual and h = 1/n + d^2/S its leverage, the line is taken about
 * the mean, v = level + slope d, and the "meat" is the sums of w e^2, w e^2 d and w e^2 d^2:
 *
 *   classical   e^2 replaced by s^2 = sum(e^2) / (n - 2)
 *   HC0         w = 1                       White (1980), doi:10.2307/1912934
 *   HC1         w = n / (n - 2)             Hinkley (1977), doi:10.1080/00401706.1977.10489550
 *   HC2         w = 1 / (1 - h)             MacKinnon and White (1985), doi:10.1016/0304-4076(85)90158-7
 *   HC3         w = 1 / (1 - h)^2           the same; as nearly the jackknife
 *   clustered   sums over clusters first, times G / (G - 1) * (n - 1) / (n - 2), as Stata and R's sandwich (HC1) have it:
 *               Cameron and Miller (2015), doi:10.3368/jhr.50.2.317
 */

/** The meat: the sums of weighted squared residuals, times d, and times d^2; of clusters, of the products of their sums. */
export interface Meat {
  readonly one: number
  readonly d: number
  readonly dd: number
}

export interface Geometry {
  readonly n: number
  readonly meanU: number
  /** The sum of squares of u about its mean. */
  readonly squaresU: number
}

/** Variances and the covariance of the level at the mean of u and of the slope. */
export interface Covariance {
  readonly level: number
  readonly slope: number
  readonly both: number
}

export interface Errors {
  readonly p1: number
  readonly p0: number
}

export const covarianceOf = ({ one, d, dd }: Meat, { n, squaresU }: Geometry): Covariance => ({
  level: one / n ** 2,
  slope: dd / squaresU ** 2,
  both: d / (n * squaresU),
})

/** The errors of slope and intercept; the intercept is the level at the mean less the mean times the slope. */
export const errorsOf = ({ level, slope, both }: Covariance, { meanU }: Geometry): Errors => ({
  p1: Math.sqrt(Math.max(0, slope)),
  p0: Math.sqrt(Math.max(0, level - 2 * meanU * both + meanU ** 2 * slope)),
})

/** The meat where all residuals have one variance. */
export const classicalMeat = (squaresLeft: number, { n, squaresU }: Geometry): Meat => {
  const variance = squaresLeft / (n - 2)
  return { one: n * variance, d: 0, dd: squaresU * variance }
}

export const times = ({ one, d, dd }: Meat, factor: number): Meat => ({ one: one * factor, d: d * factor, dd: dd * factor })

/** The factor of HC1. */
export const smallSampleFactor = (n: number): number => n / (n - 2)

/** The factor of clustered errors. */
export const clusterFactor = (n: number, clusters: number): number => (clusters / (clusters - 1)) * ((n - 1) / (n - 2))

/** A leverage above this is one but for rounding: the line goes through that row whatever it says, and its residual says nothing. */
export const leverageOfOne = 1 - 2 ** -30

export const leverage = (distance: number, { n, squaresU }: Geometry): number => 1 / n + distance ** 2 / squaresU
