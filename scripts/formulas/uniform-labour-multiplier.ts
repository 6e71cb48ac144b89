interface Terms {
  /** Everything the economy makes, yuan. */
  readonly grossOutput: number
  /** Final use of domestic products only, yuan. */
  readonly domesticFinalUse: number
}

/** Indirect jobs per direct job at uniform labour per yuan when imported supplies employ no one at home; a plain ratio. */
export const uniformLabourMultiplier = ({ grossOutput, domesticFinalUse }: Terms): number => grossOutput / domesticFinalUse - 1
