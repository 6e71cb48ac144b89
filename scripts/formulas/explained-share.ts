interface Terms {
  /** Slope of the line, in logarithms. */
  readonly slope: number
  /** Standard deviation of the logarithm of turnover, above 0. */
  readonly turnoverDeviation: number
  /** Standard deviation of the regression's errors, in logarithms, above 0. */
  readonly deviation: number
}

/**
 * The part of the variance of what is explained that the line explains, R², in the population and not in a sample: between 0
 * and 1. Sales per head and jobs have the same errors about their lines, since one is turnover over the other.
 */
export const explainedShare = ({ slope, turnoverDeviation, deviation }: Terms): number =>
  (slope * slope * turnoverDeviation * turnoverDeviation) / (slope * slope * turnoverDeviation * turnoverDeviation + deviation * deviation)
