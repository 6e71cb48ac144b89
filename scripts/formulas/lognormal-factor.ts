interface Terms {
  /** Standard deviation of the regression's errors, in logarithms, at least zero. */
  readonly deviation: number
}

/**
 * By what the mean of a lognormal quantity exceeds its median, at least 1. A fitted logarithm, exponentiated, is a median;
 * a sum wants means. Duan (1983) for the same without the assumption of normal errors; a plain ratio.
 */
export const lognormalFactor = ({ deviation }: Terms): number => Math.exp((deviation * deviation) / 2)
