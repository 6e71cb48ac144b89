interface Terms {
  /** The amount at the end. */
  readonly amount: number
  /** Growth in each year, a plain ratio: 0.1423 for 14.23 %. */
  readonly growth: number
  /** How many years it grew. */
  readonly years: number
}

/** What an amount was some years before, having grown by one rate in each of them. */
export const beforeYears = ({ amount, growth, years }: Terms): number => amount / (1 + growth) ** years
