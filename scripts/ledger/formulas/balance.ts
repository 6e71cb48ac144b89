interface Terms {
  /** Amounts of one unit that are added. */
  readonly terms: readonly number[]
  /** Amounts of the same unit that are taken away. */
  readonly less: readonly number[]
}

/** What several amounts of one unit come to once others are taken away. */
export const balance = ({ terms, less }: Terms): number =>
  terms.reduce((total, term) => total + term, 0) - less.reduce((total, term) => total + term, 0)

export const meaning = { adds: ['terms'], takesAway: ['less'] } as const
