interface Terms {
  /** Whatever is counted as a job, persons. */
  readonly jobs: number
  /** Hours that are worked in a week behind each of them. */
  readonly weeklyHours: number
  /** Hours of a full-time job in a week. */
  readonly fullTimeHours: number
}

/** How many full-time jobs the same hours would fill, persons. */
export const fullTimeJobs = ({ jobs, weeklyHours, fullTimeHours }: Terms): number => (jobs * weeklyHours) / fullTimeHours
