interface Terms {
  /** The amounts that are said to lead. */
  readonly named: readonly number[]
  /** All amounts, the named ones among them. */
  readonly all: readonly number[]
}

/** How many of the named amounts really are among the largest, as many as are named. */
export const countAmongLargest = ({ named, all }: Terms): number =>
  named.filter((amount) => all.filter((other) => other > amount).length < named.length).length
