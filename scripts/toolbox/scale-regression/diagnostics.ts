/**
 * What residuals look like, from the sums of their powers: whether the line bends, whether the scatter changes with turnover, and
 * whether residuals are as normal ones.
 *
 * Each statistic is about chi-square with the degrees of freedom said beside it, where nothing is wrong. References: Koenker (1981)
 * for the scatter (Breusch and Pagan's test without normality), doi:10.1016/0304-4076(81)90062-2; the score test of a squared term
 * for the bend; Jarque and Bera (1987), doi:10.2307/1403192.
 */

import type { ResidualTotals } from './second-reading.ts'

export interface Shape {
  readonly skewness: number
  /** Beyond that of a normal distribution, which is 3. */
  readonly excessKurtosis: number
  /** n R^2 of squared residuals on ln turnover; 1 degree of freedom. */
  readonly scatter: number
  /** n R^2 of residuals on the square of ln turnover beside it; 1 degree of freedom. */
  readonly bend: number
  /** Jarque and Bera's; 2 degrees of freedom. */
  readonly normality: number
}

type Sums = Pick<ResidualTotals, 'rr' | 'rrz' | 'r3' | 'r4' | 'rzz' | 'z3' | 'z4'>

/** Of n rows; z has mean nought and `squaresZ` as its sum of squares. Undefined where no residual differs from nought. */
export const shapeOf = (n: number, squaresZ: number, sums: Sums): Shape | undefined => {
  const { rr, rrz, r3, r4, rzz, z3, z4 } = sums
  if (!(rr > 0)) return undefined
  const variance = rr / n
  const skewness = r3 / n / variance ** 1.5
  const excessKurtosis = r4 / n / variance ** 2 - 3
  const aboutMean = r4 - rr ** 2 / n
  const scatter = aboutMean > 0 ? (n * rrz ** 2) / (squaresZ * aboutMean) : 0
  // The squared term beyond what the line already has of it.
  const squares = z4 - squaresZ ** 2 / n - z3 ** 2 / squaresZ
  const bend = squares > 0 ? (n * rzz ** 2) / (squares * rr) : 0
  return { skewness, excessKurtosis, scatter, bend, normality: (n / 6) * (skewness ** 2 + excessKurtosis ** 2 / 4) }
}
