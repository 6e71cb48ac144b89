interface Terms {
  /** Direct jobs. */
  readonly directJobs: number
  /** Indirect jobs per direct job, a plain ratio. */
  readonly multiplier: number
}

/** Direct jobs together with the indirect ones that a multiplier adds. */
export const multiplied = ({ directJobs, multiplier }: Terms): number => directJobs * (1 + multiplier)
