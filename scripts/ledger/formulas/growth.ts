interface Terms {
  /** The amount afterwards. */
  readonly after: number
  /** The amount before, in the same unit, not zero. */
  readonly before: number
}

/** By what part of itself an amount has grown: 0.2 for a fifth more, negative where it fell. */
export const growth = ({ after, before }: Terms): number => after / before - 1

export const meaning = { grows: 'after', from: 'before' } as const
