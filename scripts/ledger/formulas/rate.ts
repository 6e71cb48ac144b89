interface Terms {
  /** An amount of any unit. */
  readonly amount: number
  /** What it is held against, not zero. */
  readonly base: number
}

/** How much comes on one of the base: yuan per job, hours per courier, one pay against another. */
export const rate = ({ amount, base }: Terms): number => amount / base

export const meaning = { divides: 'amount', by: 'base' } as const
