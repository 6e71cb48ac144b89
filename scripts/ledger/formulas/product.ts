interface Terms {
  /** An amount of any unit. */
  readonly amount: number
  /** How many times it is taken; a part of it where below 1. */
  readonly times: number
}

/** An amount taken a number of times. */
export const product = ({ amount, times }: Terms): number => amount * times

export const meaning = { multiplies: ['amount', 'times'] } as const
