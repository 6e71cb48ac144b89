interface Terms {
  /** The amount at the end. */
  readonly after: number
  /** The amount at the start, in the same unit, above zero. */
  readonly before: number
  /** How many years lie between. */
  readonly years: number
}

/** By what part an amount grows in a year, if in every year by the same. */
export const yearlyGrowth = ({ after, before, years }: Terms): number => (after / before) ** (1 / years) - 1
