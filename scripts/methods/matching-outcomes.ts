/**
 * What follows from tightness in the steady state of the matching model (equilibrium-tightness.ts): how fast jobs are found,
 * how many are without one, the wage, and what each side has of it. Rates are per period; amounts are in units of output.
 *
 * Reference: Pissarides (2000), Equilibrium Unemployment Theory, 2nd edition, chapter 1.
 */

interface FindingTerms {
  /** A: how many matches a period makes of one seeker and one vacancy; above 0. */
  readonly matchingEfficiency: number
  /** a: by how many per cent matches rise with one per cent more unemployed; above 0 and below 1. */
  readonly matchingElasticity: number
  /** t: vacancies for each of the unemployed, above 0. */
  readonly tightness: number
}

/** f = A t^(1 - a): at what rate someone unemployed finds a job, a period. */
export const jobFindingRate = ({ matchingEfficiency, matchingElasticity, tightness }: FindingTerms): number =>
  matchingEfficiency * tightness ** (1 - matchingElasticity)

interface FlowTerms {
  /** s: at what rate jobs end, a period; above 0. */
  readonly separationRate: number
  /** f: at what rate jobs are found, a period; above 0. */
  readonly jobFindingRate: number
}

/** u = s / (s + f), where as many find a job as lose one: the Beveridge curve. A share of the labour force. */
export const steadyUnemployment = ({ separationRate, jobFindingRate }: FlowTerms): number =>
  separationRate / (separationRate + jobFindingRate)

interface WageTerms {
  /** p: what a filled job makes in a period. */
  readonly productivity: number
  /** z: what a period without work is worth. */
  readonly unemploymentValue: number
  /** b: the worker's part of what a match is worth, from 0 to below 1. */
  readonly bargainingPower: number
  /** c: what keeping a vacancy open costs in a period. */
  readonly vacancyCost: number
  /** t: vacancies for each of the unemployed. */
  readonly tightness: number
}

/** w = (1 - b) z + b (p + c t): the wage of a period, between what idleness is worth and what the job makes. */
export const bargainedWage = ({ productivity, unemploymentValue, bargainingPower, vacancyCost, tightness }: WageTerms): number =>
  (1 - bargainingPower) * unemploymentValue + bargainingPower * (productivity + vacancyCost * tightness)

interface JobTerms extends FindingTerms {
  /** c: what keeping a vacancy open costs in a period. */
  readonly vacancyCost: number
}

/** c / q: what a filled job is worth to the firm that has it, which is what filling it has cost. */
export const valueOfJob = ({ vacancyCost, matchingEfficiency, matchingElasticity, tightness }: JobTerms): number =>
  (vacancyCost * tightness ** matchingElasticity) / matchingEfficiency

interface SearchTerms {
  /** z: what a period without work is worth. */
  readonly unemploymentValue: number
  /** b: the worker's part of what a match is worth, from 0 to below 1. */
  readonly bargainingPower: number
  /** c: what keeping a vacancy open costs in a period. */
  readonly vacancyCost: number
  /** t: vacancies for each of the unemployed. */
  readonly tightness: number
}

/** z + b c t / (1 - b): what being unemployed is worth in a period, the prospect of a job counted in: the lowest wage that is taken. */
export const valueOfSearch = ({ unemploymentValue, bargainingPower, vacancyCost, tightness }: SearchTerms): number =>
  unemploymentValue + (bargainingPower * vacancyCost * tightness) / (1 - bargainingPower)

interface OutputTerms {
  /** p: what a filled job makes in a period. */
  readonly productivity: number
  /** z: what a period without work is worth. */
  readonly unemploymentValue: number
  /** c: what keeping a vacancy open costs in a period. */
  readonly vacancyCost: number
  /** u: the unemployed, a share of the labour force. */
  readonly unemploymentRate: number
  /** v: vacancies, as a share of the labour force. */
  readonly vacancyRate: number
}

/** p (1 - u) + z u - c v: what a period brings for each of the labour force, after the cost of search. */
export const netOutput = ({ productivity, unemploymentValue, vacancyCost, unemploymentRate, vacancyRate }: OutputTerms): number =>
  productivity * (1 - unemploymentRate) + unemploymentValue * unemploymentRate - vacancyCost * vacancyRate
