interface Terms {
  /** The amount after it has grown. */
  readonly amount: number
  /** Growth over the period, a plain ratio: 1.102 for 110.2 %. */
  readonly growth: number
}

/** What an amount was before it grew: the base that a printed growth implies. */
export const beforeGrowth = ({ amount, growth }: Terms): number => amount / (1 + growth)
