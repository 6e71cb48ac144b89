interface Terms {
  /** The amount at the start. */
  readonly start: number
  /** Growth in each year, a plain ratio: 0.23 for 23 %. */
  readonly growth: number
  /** How many years it grows. */
  readonly years: number
}

/** What an amount is some years later, growing by one rate in each of them. */
export const afterYears = ({ start, growth, years }: Terms): number => start * (1 + growth) ** years
