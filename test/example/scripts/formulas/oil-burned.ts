interface Terms {
  /** Nights on which the lamp burns. */
  readonly nights: number
  /** Oil that it takes in one of them, litres. */
  readonly litresANight: number
}

/** Oil that a lamp burns when every night takes as much, litres. */
export const oilBurned = ({ nights, litresANight }: Terms): number => nights * litresANight
