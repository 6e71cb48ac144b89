interface Terms {
  /** By what part costs fall, a plain ratio: 0.176 for 17.6 %. */
  readonly reduction: number
  /** By what part revenue rises, a plain ratio: 0.226 for 22.6 %. */
  readonly growth: number
}

/** What a yuan of revenue costs afterwards, as a part of what it cost before, if both happen to one firm. */
export const costPerRevenue = ({ reduction, growth }: Terms): number => (1 - reduction) / (1 + growth)
