/**
 * How unemployment moves once the rates have changed. Vacancies can be opened and closed at once, so tightness, and with it
 * the rate at which jobs are found, jumps to its new value and stays; the unemployed follow u' = s (1 - u) - f u, whose solution is
 * an approach to the new steady state at the speed s + f.
 *
 * Reference: Pissarides (2000), Equilibrium Unemployment Theory, 2nd edition, section 1.7.
 */

interface PathTerms {
  /** u at the start, a share of the labour force. */
  readonly start: number
  /** u of the new steady state. */
  readonly steady: number
  /** s: at what rate jobs end, a period, as it now is. */
  readonly separationRate: number
  /** f: at what rate jobs are found, a period, as it now is. */
  readonly jobFindingRate: number
  /** How many periods have passed. */
  readonly periods: number
}

/** The unemployed so many periods after the change, a share of the labour force. */
export const unemploymentAfter = ({ start, steady, separationRate, jobFindingRate, periods }: PathTerms): number =>
  steady + (start - steady) * Math.exp(-(separationRate + jobFindingRate) * periods)

interface SpeedTerms {
  /** s: at what rate jobs end, a period. */
  readonly separationRate: number
  /** f: at what rate jobs are found, a period. */
  readonly jobFindingRate: number
}

/** Periods after which half of the way is gone: ln 2 / (s + f). */
export const halfLife = ({ separationRate, jobFindingRate }: SpeedTerms): number => Math.log(2) / (separationRate + jobFindingRate)
