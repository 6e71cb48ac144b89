interface Terms {
  /** Jobs in radio, television, film and recording together in the earlier year, persons. */
  readonly earlierJobs: number
  /** Box office of the later year, yuan. */
  readonly boxOffice: number
  /** Box office of the earlier year, yuan. */
  readonly earlierBoxOffice: number
  /** Jobs in radio and television alone in the later year, persons. */
  readonly broadcastingJobs: number
}

/**
 * Film jobs of a later year: all of radio, television and film grown with the box office, less radio and television.
 * The reckoning of alibaba-2020, chapter 2, footnote 3; persons.
 */
export const filmJobs = ({ earlierJobs, boxOffice, earlierBoxOffice, broadcastingJobs }: Terms): number =>
  earlierJobs * (boxOffice / earlierBoxOffice) - broadcastingJobs
