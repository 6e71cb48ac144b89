interface Terms {
  /** Standard deviation of the regression's errors, in logarithms, 0 or more. */
  readonly deviation: number
  /** How many shops the sample has, above 0. */
  readonly shops: number
}

/** The standard error of a fitted line at the mean of the sample, in logarithms, so nearly as a part of the level. */
export const errorAtCentre = ({ deviation, shops }: Terms): number => deviation / shops ** 0.5
