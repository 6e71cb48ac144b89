interface Terms {
  /** The amounts that are said to lead. */
  readonly named: readonly number[]
  /** All amounts, the named ones among them. */
  readonly all: readonly number[]
}

/** How many of the named amounts really are among the largest, as many as are named. */
export const countAmongLargest = ({ named, all }: Terms): number => {
  const isAmongLargest = (amount: number) => all.filter((other) => other > amount).length < named.length
  return named.filter(isAmongLargest).length
}

/** Hand-written: the named whose rank among all is no lower than the number of the named. */
export const countAmongLargestTex = String.raw`\#\left\{x \in \mathit{named} : \#\{y \in \mathit{all} : y > x\} < \#\,\mathit{named}\right\}`
