interface Terms {
  /** The unemployed before, a steady share of the labour force, above 0 and below 1. */
  readonly before: number
  /** The same after. */
  readonly after: number
}

/** How many times as fast work is found after as before, where jobs end as they did. */
export const findingRise = ({ before, after }: Terms): number => (before * (1 - after)) / (after * (1 - before))
