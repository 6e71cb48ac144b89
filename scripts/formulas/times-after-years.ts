interface Terms {
  /** Growth in each year, a plain ratio: 0.27 for 27 %. */
  readonly growth: number
  /** How many years it grows. */
  readonly years: number
}

/** How many times its former size something is after years that grew by one rate. */
export const timesAfterYears = ({ growth, years }: Terms): number => (1 + growth) ** years
