interface Terms {
  /** The amount to take from. */
  readonly whole: number
  /** The amount taken, in the same unit. */
  readonly part: number
}

/** What is left of a whole once a part is taken out. */
export const remainder = ({ whole, part }: Terms): number => whole - part

export const meaning = { adds: ['whole'], takesAway: ['part'] } as const
