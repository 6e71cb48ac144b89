interface Terms {
  /** By what part of the others’ chance that of holders is above it, a plain ratio. */
  readonly gap: number
  /** Holders among all who compete, a share. */
  readonly holders: number
}

/**
 * By what part of itself the chance of holders rises where no more is chosen than before: all together are chosen as often as
 * without the certificate, so that part of the gap is what the others lose.
 */
export const gainOfHolders = ({ gap, holders }: Terms): number => (1 + gap) / (1 + holders * gap) - 1
