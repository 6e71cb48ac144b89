interface Terms {
  /** The coefficient of variation of a lognormal distribution: standard deviation over mean, 0 or more. */
  readonly variation: number
}

/**
 * How many units a sample takes before its mean may be told with normal intervals: 25 times the squared skewness, by the rule of
 * Cochran (1977), Sampling Techniques, chapter 2. The skewness of a lognormal distribution is its coefficient of variation
 * cubed and three times that coefficient; a count.
 */
export const sampleForNormal = ({ variation }: Terms): number =>
  25 * (variation * variation * variation + 3 * variation) * (variation * variation * variation + 3 * variation)
