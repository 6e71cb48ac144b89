interface Terms {
  /** How many stand on the first list: a count. */
  readonly first: number
  /** How many stand on the second: a count. */
  readonly second: number
  /** How many there are in all: a count. */
  readonly population: number
}

/** How many are to be expected on both lists if who stands on one is as likely as any other to stand on the other: a count. */
export const expectedOnBoth = ({ first, second, population }: Terms): number => (first * second) / population
