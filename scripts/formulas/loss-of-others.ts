interface Terms {
  /** By what part of the others’ chance that of holders is above it, a plain ratio. */
  readonly gap: number
  /** Holders among all who compete, a share. */
  readonly holders: number
}

/** By what part of itself the chance of those without falls where no more is chosen than before. */
export const lossOfOthers = ({ gap, holders }: Terms): number => 1 - 1 / (1 + holders * gap)
