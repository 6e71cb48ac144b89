interface Terms {
  /** A part of a whole, a plain ratio: 0.74 for 74 %. */
  readonly part: number
}

/** What is left of a whole of one. */
export const complement = ({ part }: Terms): number => 1 - part
