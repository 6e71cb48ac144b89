interface Terms {
  /** Products used up in making others, yuan. */
  readonly intermediateUse: number
  /** Products used finally, yuan. */
  readonly finalUse: number
}

/**
 * Indirect jobs per direct job when a unit of intermediate product takes as much labour as a unit of final product.
 * The definition of alibaba-2020, chapter 2, section 2(1); a plain ratio.
 */
export const employmentMultiplier = ({ intermediateUse, finalUse }: Terms): number => intermediateUse / finalUse
