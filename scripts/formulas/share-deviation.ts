interface Terms {
  /** The part of all that have what is asked about, from 0 to 1. */
  readonly part: number
}

/** The standard deviation of a yes or no between those who are asked: a plain number, a half at most. */
export const shareDeviation = ({ part }: Terms): number => (part * (1 - part)) ** 0.5
