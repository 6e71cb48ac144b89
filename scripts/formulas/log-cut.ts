interface Terms {
  /** A reduction, a plain ratio below 1: 0.12 for 12 % less. */
  readonly reduction: number
}

/** An effect on the scale of logRatio where a source prints only the reduction. */
export const logCut = ({ reduction }: Terms): number => Math.log(1 - reduction)
