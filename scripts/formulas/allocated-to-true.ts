interface Terms {
  /** What part of a firm's business is one customer's, above 0 and at most 1. */
  readonly businessShare: number
  /** How much labour a yuan of that customer's business takes, over what a yuan of the rest takes; above 0. */
  readonly intensity: number
}

/**
 * Labour allotted to a customer by its share of business, over the labour that its business takes. Of a firm with business b
 * and 1 - b at intensities i and 1, the customer's part of labour is i b / (i b + 1 - b), and b over that is what stands here:
 * one where the intensities are alike or there is one customer. A plain ratio.
 */
export const allocatedToTrue = ({ businessShare, intensity }: Terms): number => businessShare + (1 - businessShare) / intensity
