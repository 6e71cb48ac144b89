interface Terms {
  /** Standard errors that an interval reaches to each side, above 0. */
  readonly criticalErrors: number
  /** Standard deviation of the regression's errors, in logarithms, above 0. */
  readonly deviation: number
  /** Standard deviation of the logarithm of turnover, above 0. */
  readonly turnoverDeviation: number
  /** Half a unit of the last printed digit of the slope, above 0. */
  readonly slopeShift: number
}

/** How many shops a category needs before the interval of its slope is no wider than what its printed digits leave open; a count. */
export const shopsForDigits = ({ criticalErrors, deviation, turnoverDeviation, slopeShift }: Terms): number =>
  (criticalErrors * deviation * criticalErrors * deviation) / (turnoverDeviation * slopeShift * turnoverDeviation * slopeShift)
