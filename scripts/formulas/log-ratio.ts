interface Terms {
  /** The amount afterwards, above zero. */
  readonly after: number
  /** The amount before, in the same unit, above zero. */
  readonly before: number
}

/** An effect as the natural logarithm of the ratio of after to before: 0 for no change, 0.69 for twice as much. */
export const logRatio = ({ after, before }: Terms): number => Math.log(after / before)
