interface Terms {
  /** The coefficient of variation among those that have some: standard deviation over mean, 0 or more. */
  readonly variation: number
  /** The share of all that have some, a plain ratio above 0 and at most 1; the rest have nothing. */
  readonly activeShare: number
}

/**
 * The coefficient of variation of a population of which only a share is active and the rest are zeros, from that of the active.
 * With a share a of mean m, the mean of all is a m, and the mean of their squares a m² (1 + C²); a plain ratio.
 */
export const variationWithIdle = ({ variation, activeShare }: Terms): number => ((1 + variation * variation) / activeShare - 1) ** 0.5
