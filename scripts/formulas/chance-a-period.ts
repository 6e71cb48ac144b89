interface Terms {
  /** The part for whom it has happened by then, a plain ratio below 1. */
  readonly happened: number
  /** How many periods that took. */
  readonly periods: number
}

/** The chance in each period of what has happened to a part by the end of several, if it is the same in each. */
export const chanceAPeriod = ({ happened, periods }: Terms): number => 1 - (1 - happened) ** (1 / periods)
