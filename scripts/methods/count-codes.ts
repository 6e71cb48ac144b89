interface Given {
  /** The codes that were given, one for each thing coded. */
  readonly codes: readonly number[]
}
interface AtLeast extends Given {
  /** The lowest code that counts. */
  readonly least: number
}
interface Equal extends Given {
  /** The code that counts. */
  readonly code: number
}

/** How many were given this code or a higher one. */
export const countAtLeast = ({ codes, least }: AtLeast): number => {
  const counted = codes.filter((given) => given >= least)
  return counted.length
}

/** How many were given this very code. */
export const countEqual = ({ codes, code }: Equal): number => {
  const counted = codes.filter((given) => given === code)
  return counted.length
}

/** Hand-written: the number of those that fulfil the condition. */
export const countAtLeastTex = String.raw`\#\left\{x \in \mathit{codes} : x \ge \mathit{least}\right\}`
export const countEqualTex = String.raw`\#\left\{x \in \mathit{codes} : x = \mathit{code}\right\}`
