interface Terms {
  /** Amounts of one unit. */
  readonly terms: readonly number[]
}

/** The total of several amounts of one unit. */
export const sum = ({ terms }: Terms): number => terms.reduce((total, term) => total + term, 0)

export const meaning = { adds: ['terms'] } as const
