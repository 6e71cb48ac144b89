interface Terms {
  /** Direct jobs, persons. */
  readonly directJobs: number
  /** Indirect jobs per direct job. */
  readonly multiplier: number
}

/** Jobs that direct jobs draw along in the industries that supply them, persons. */
export const indirectJobs = ({ directJobs, multiplier }: Terms): number => directJobs * multiplier
