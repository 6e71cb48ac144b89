interface Terms {
  /** The amount afterwards. */
  readonly after: number
  /** The amount before, in the same unit, not zero. */
  readonly before: number
}

/** How many times as much there is afterwards as before, a plain ratio. */
export const ratio = ({ after, before }: Terms): number => after / before

export const meaning = { divides: 'after', by: 'before' } as const
