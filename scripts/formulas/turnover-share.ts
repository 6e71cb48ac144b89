interface Terms {
  /** Turnover through the platform, yuan a year. */
  readonly platformTurnover: number
  /** Turnover of the whole industry, yuan a year. */
  readonly industryTurnover: number
  /** Jobs in the whole industry, persons. */
  readonly industryJobs: number
}

/** Jobs that a platform's turnover supports when labour per yuan is the industry's own, persons. */
export const turnoverShare = ({ platformTurnover, industryTurnover, industryJobs }: Terms): number =>
  (platformTurnover / industryTurnover) * industryJobs
