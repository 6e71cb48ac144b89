interface Terms {
  /** Growth as a plain ratio, 0.2 for a fifth. */
  readonly growth: number
}

/** How many times its former size something is after growth: 1.2 for a fifth more. */
export const growthFactor = ({ growth }: Terms): number => 1 + growth
