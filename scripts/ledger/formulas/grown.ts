interface Terms {
  /** The amount at the start. */
  readonly start: number
  /** Growth over the period, a plain ratio: 0.048 for 4.8 %. */
  readonly growth: number
}

/** An amount after it has grown. */
export const grown = ({ start, growth }: Terms): number => start * (1 + growth)
