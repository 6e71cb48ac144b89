interface Terms {
  /** A gain, a plain ratio: 0.2 for 20 % more. */
  readonly growth: number
}

/** An effect on the scale of logRatio where a source prints only the gain. */
export const logGrowth = ({ growth }: Terms): number => Math.log(1 + growth)
