interface Terms {
  /** How far rounding may have moved the slope (p1): half a unit of its last printed digit. */
  readonly slopeShift: number
  /** How far it may have moved the constant (p0). */
  readonly interceptShift: number
  /** The turnover at which the two are felt, in the unit that the regression was run in, above 1. */
  readonly turnover: number
}

/**
 * By what part jobs come out too low if both coefficients are printed too high by so much. From equation 2.5 of
 * alibaba-2020, ln jobs = (1 - p1) ln x - p0, so that d ln jobs = -ln x dp1 - dp0; for a category, x is the turnover whose
 * logarithm is the mean of its shops', weighed with their jobs. A plain ratio, 0 or more.
 */
export const roundingOfCoefficients = ({ slopeShift, interceptShift, turnover }: Terms): number =>
  1 - Math.exp(-slopeShift * Math.log(turnover) - interceptShift)
