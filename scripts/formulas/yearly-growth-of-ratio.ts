interface Terms {
  /** How many times its former size something is, above zero. */
  readonly factor: number
  /** How many years lie between. */
  readonly years: number
}

/** By what part something grows in a year that in some years comes to so many times its size. */
export const yearlyGrowthOfRatio = ({ factor, years }: Terms): number => factor ** (1 / years) - 1
