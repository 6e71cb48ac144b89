interface Terms {
  /** The part of all that have what is asked about, from 0 to 1. */
  readonly share: number
}

/** The standard deviation of a yes or no between those who are asked: a plain number, a half at most. */
export const shareDeviation = ({ share }: Terms): number => (share * (1 - share)) ** 0.5
