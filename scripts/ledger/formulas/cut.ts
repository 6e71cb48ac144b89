interface Terms {
  /** The amount afterwards. */
  readonly after: number
  /** The amount before, in the same unit, not zero. */
  readonly before: number
}

/** What part of an amount is gone afterwards: 0.8 where 30 became 6. */
export const cut = ({ after, before }: Terms): number => 1 - after / before
