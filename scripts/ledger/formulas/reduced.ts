interface Terms {
  /** The amount at the start. */
  readonly start: number
  /** The part of it that goes, a plain ratio: 0.02 for 2 %. */
  readonly reduction: number
}

/** An amount after a part of it has gone. */
export const reduced = ({ start, reduction }: Terms): number => start * (1 - reduction)
