interface Terms {
  /** Amounts of any unit. */
  readonly all: readonly number[]
}

/** How many amounts there are. */
export const count = ({ all }: Terms): number => all.length
