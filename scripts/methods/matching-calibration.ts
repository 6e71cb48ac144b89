/**
 * The matching model read backwards (equilibrium-tightness.ts): the parameters at which it has what was counted. All are
 * solutions in closed form, as the rate at which jobs are found, the unemployed and tightness are then given.
 *
 * Reference: the equations of Pissarides (2000), Equilibrium Unemployment Theory, 2nd edition, chapter 1; that a calibration sets
 * efficiency and the cost of a vacancy so: Shimer (2005), American Economic Review 95(1), 25-49, section II.
 */

interface HazardTerms {
  /** Which part has found a job within the time; 0 or more, below 1. */
  readonly within: number
  /** How many periods the time is; above 0. */
  readonly periods: number
}

/** The steady rate at which that part has found a job by then, a period: -ln(1 - within) / periods. */
export const findingWithin = ({ within, periods }: HazardTerms): number => -Math.log(1 - within) / periods

interface SeparationTerms {
  /** f: at what rate jobs are found, a period. */
  readonly jobFindingRate: number
  /** u: the unemployed, a share of the labour force, above 0 and below 1. */
  readonly unemploymentRate: number
}

/** s = f u / (1 - u): at what rate jobs end where so many are unemployed and find work so fast, a period. */
export const separationAt = ({ jobFindingRate, unemploymentRate }: SeparationTerms): number =>
  (jobFindingRate * unemploymentRate) / (1 - unemploymentRate)

interface FindingTerms {
  /** s: at what rate jobs end, a period. */
  readonly separationRate: number
  /** u: the unemployed, a share of the labour force, above 0 and below 1. */
  readonly unemploymentRate: number
}

/** f = s (1 - u) / u: at what rate jobs are found where so many are unemployed and lose work so fast, a period. */
export const findingAt = ({ separationRate, unemploymentRate }: FindingTerms): number =>
  (separationRate * (1 - unemploymentRate)) / unemploymentRate

interface EfficiencyTerms {
  /** f: at what rate jobs are found, a period. */
  readonly jobFindingRate: number
  /** t: vacancies for each of the unemployed, above 0. */
  readonly tightness: number
  /** a: by how many per cent matches rise with one per cent more unemployed; above 0 and below 1. */
  readonly matchingElasticity: number
}

/** A = f t^(a - 1): the matching efficiency at which jobs are found at this rate. */
export const efficiencyAt = ({ jobFindingRate, tightness, matchingElasticity }: EfficiencyTerms): number =>
  jobFindingRate * tightness ** (matchingElasticity - 1)

interface WorthTerms {
  /** p: what a filled job makes in a period, above z. */
  readonly productivity: number
  /** z: what a period without work is worth. */
  readonly unemploymentValue: number
  /** r: at what rate the future is discounted, a period. */
  readonly discountRate: number
  /** s: at what rate jobs end, a period. */
  readonly separationRate: number
  /** b: the worker's part of what a match is worth, from 0 to below 1. */
  readonly bargainingPower: number
  /** f: at what rate jobs are found, a period. */
  readonly jobFindingRate: number
}

interface CostTerms extends WorthTerms {
  /** t: vacancies for each of the unemployed, above 0. */
  readonly tightness: number
}

/** c: the cost of a vacancy at which firms keep so many open; of job creation with q = f / t. */
export const vacancyCostAt = ({
  productivity,
  unemploymentValue,
  discountRate,
  separationRate,
  bargainingPower,
  jobFindingRate,
  tightness,
}: CostTerms): number =>
  ((1 - bargainingPower) * (productivity - unemploymentValue)) /
  (tightness * ((discountRate + separationRate) / jobFindingRate + bargainingPower))

interface TightnessTerms extends WorthTerms {
  /** c: what keeping a vacancy open costs in a period. */
  readonly vacancyCost: number
}

/** t: how many vacancies firms keep open for each of the unemployed where jobs are found at this rate, whatever the efficiency. */
export const tightnessAt = ({
  productivity,
  unemploymentValue,
  discountRate,
  separationRate,
  bargainingPower,
  vacancyCost,
  jobFindingRate,
}: TightnessTerms): number =>
  ((1 - bargainingPower) * (productivity - unemploymentValue)) /
  (vacancyCost * ((discountRate + separationRate) / jobFindingRate + bargainingPower))
