interface Terms {
  /** An amount. */
  readonly part: number
  /** The amount it is held against, in the same unit, not zero. */
  readonly whole: number
}

/** One amount as a share of another: a plain ratio, 0.25 for a quarter. */
export const share = ({ part, whole }: Terms): number => part / whole

export const meaning = { part: 'part', of: 'whole' } as const
