interface Terms {
  /** The reduction as a plain ratio, 0.2 for a fifth; below 1. */
  readonly reduction: number
}

/** How many times its former size something is after a reduction: 0.8 for a fifth less. */
export const reductionFactor = ({ reduction }: Terms): number => 1 - reduction
