/**
 * Comparative statics of the matching model (equilibrium-tightness.ts): by how many per cent tightness, unemployment and the
 * wage of the steady state change with one per cent more of a parameter. By implicit differentiation of
 *
 *     ln (1 - b) + ln (p - z) - ln c = ln ((r + s) t^a / A + b t)
 *
 * With h the part of the right side that waiting for a worker makes, its slope in ln t is a h + 1 - h; over that stands what a
 * parameter does to the two sides at a fixed t. Unemployment and the wage follow from tightness, and from the parameter itself
 * where it stands in their own equations. All are plain ratios.
 *
 * Reference: Shimer (2005), American Economic Review 95(1), 25-49, section II, for productivity; the rest by the same rule.
 */

interface WaitingTerms {
  /** r, a period. */
  readonly discountRate: number
  /** s, a period. */
  readonly separationRate: number
  /** b, from 0 to below 1. */
  readonly bargainingPower: number
  /** f, a period. */
  readonly jobFindingRate: number
}

/** h: of what a vacancy costs a firm in the steady state, the part that is waiting to fill it and not the wage that tightness adds. */
export const waitingShare = ({ discountRate, separationRate, bargainingPower, jobFindingRate }: WaitingTerms): number =>
  (discountRate + separationRate) / (discountRate + separationRate + bargainingPower * jobFindingRate)

interface SlopeTerms {
  /** a, above 0 and below 1. */
  readonly matchingElasticity: number
  /** h, from 0 to 1. */
  readonly waitingShare: number
}

/** By how many per cent tightness rises where firms' worth of a match, in costs of a vacancy, rises by one. */
export const tightnessResponse = ({ matchingElasticity, waitingShare }: SlopeTerms): number =>
  1 / (matchingElasticity * waitingShare + 1 - waitingShare)

interface WorthTerms {
  /** p, above z. */
  readonly productivity: number
  /** z. */
  readonly unemploymentValue: number
  /** What tightness answers to one per cent more worth. */
  readonly response: number
}

/** By how many per cent tightness rises with one per cent more productivity: firms gain p / (p - z) per cent in worth. */
export const tightnessByProductivity = ({ productivity, unemploymentValue, response }: WorthTerms): number =>
  (response * productivity) / (productivity - unemploymentValue)
/** By how many per cent tightness changes with one per cent more value of unemployment: it falls, as wages take more. */
export const tightnessByUnemploymentValue = ({ productivity, unemploymentValue, response }: WorthTerms): number =>
  (-response * unemploymentValue) / (productivity - unemploymentValue)

interface RateTerms {
  /** The rate that moves: r or s. */
  readonly rate: number
  /** The other of the two. */
  readonly other: number
  /** h. */
  readonly waitingShare: number
  /** What tightness answers to one per cent more worth. */
  readonly response: number
}

/** Of the discount rate and of the separation rate, each beside the other. */
export const tightnessByRate = ({ rate, other, waitingShare, response }: RateTerms): number =>
  (-response * waitingShare * rate) / (rate + other)

interface AnswerTerms {
  /** h. */
  readonly waitingShare: number
  /** What tightness answers to one per cent more worth. */
  readonly response: number
}

/** By how many per cent tightness rises with one per cent more matching efficiency: vacancies wait less long. */
export const tightnessByEfficiency = ({ waitingShare, response }: AnswerTerms): number => response * waitingShare

interface MatchingElasticityTerms extends AnswerTerms {
  /** a. */
  readonly matchingElasticity: number
  /** t. */
  readonly tightness: number
}

/** By how many per cent tightness changes with one per cent more matching elasticity: it rises where t is below 1. */
export const tightnessByElasticity = ({ matchingElasticity, tightness, waitingShare, response }: MatchingElasticityTerms): number =>
  -response * waitingShare * matchingElasticity * Math.log(tightness)

interface PowerTerms extends AnswerTerms {
  /** b, from 0 to below 1. */
  readonly bargainingPower: number
}

/** By how many per cent tightness changes with one per cent more bargaining power of workers: it falls. */
export const tightnessByPower = ({ bargainingPower, waitingShare, response }: PowerTerms): number =>
  -response * (bargainingPower / (1 - bargainingPower) + 1 - waitingShare)

interface CostTerms {
  /** What tightness answers to one per cent more worth. */
  readonly response: number
}

/** By how many per cent tightness changes with one per cent more cost of a vacancy: it falls. */
export const tightnessByCost = ({ response }: CostTerms): number => -response

interface UnemploymentTerms {
  /** u. */
  readonly unemploymentRate: number
  /** a. */
  readonly matchingElasticity: number
  /** The elasticity of tightness in the same parameter. */
  readonly ofTightness: number
}

/** Of what works through tightness alone: p, z, r, b and c. */
export const unemploymentByTightness = ({ unemploymentRate, matchingElasticity, ofTightness }: UnemploymentTerms): number =>
  -(1 - unemploymentRate) * (1 - matchingElasticity) * ofTightness
/** By how many per cent unemployment rises with one per cent more separations, and through tightness. */
export const unemploymentBySeparation = ({ unemploymentRate, matchingElasticity, ofTightness }: UnemploymentTerms): number =>
  (1 - unemploymentRate) * (1 - (1 - matchingElasticity) * ofTightness)
/** By how many per cent unemployment changes with one per cent more matching efficiency, and through tightness: it falls. */
export const unemploymentByEfficiency = ({ unemploymentRate, matchingElasticity, ofTightness }: UnemploymentTerms): number =>
  -(1 - unemploymentRate) * (1 + (1 - matchingElasticity) * ofTightness)

interface ElasticityTerms extends UnemploymentTerms {
  /** t. */
  readonly tightness: number
}

/** By how many per cent unemployment changes with one per cent more matching elasticity, and through tightness. */
export const unemploymentByElasticity = ({ unemploymentRate, matchingElasticity, ofTightness, tightness }: ElasticityTerms): number =>
  -(1 - unemploymentRate) * ((1 - matchingElasticity) * ofTightness - matchingElasticity * Math.log(tightness))

interface WageTerms {
  /** w. */
  readonly wage: number
  /** b. */
  readonly bargainingPower: number
  /** c. */
  readonly vacancyCost: number
  /** t. */
  readonly tightness: number
  /** The elasticity of tightness in the same parameter. */
  readonly ofTightness: number
}

/** Of what works through tightness alone: r, s, A and a. */
export const wageByTightness = ({ wage, bargainingPower, vacancyCost, tightness, ofTightness }: WageTerms): number =>
  (bargainingPower * vacancyCost * tightness * ofTightness) / wage
/** By how many per cent the wage changes with one per cent more cost of a vacancy, and through tightness. */
export const wageByCost = ({ wage, bargainingPower, vacancyCost, tightness, ofTightness }: WageTerms): number =>
  (bargainingPower * vacancyCost * tightness * (1 + ofTightness)) / wage

interface WageProductivityTerms extends WageTerms {
  /** p. */
  readonly productivity: number
}

/** By how many per cent the wage rises with one per cent more productivity, and through tightness. */
export const wageByProductivity = ({
  wage,
  productivity,
  bargainingPower,
  vacancyCost,
  tightness,
  ofTightness,
}: WageProductivityTerms): number => (bargainingPower * (productivity + vacancyCost * tightness * ofTightness)) / wage

interface WageUnemploymentTerms extends WageTerms {
  /** z. */
  readonly unemploymentValue: number
}

/** By how many per cent the wage rises with one per cent more value of unemployment, less what tightness takes. */
export const wageByUnemploymentValue = ({
  wage,
  unemploymentValue,
  bargainingPower,
  vacancyCost,
  tightness,
  ofTightness,
}: WageUnemploymentTerms): number =>
  ((1 - bargainingPower) * unemploymentValue + bargainingPower * vacancyCost * tightness * ofTightness) / wage

interface WagePowerTerms extends WageTerms {
  /** p. */
  readonly productivity: number
  /** z. */
  readonly unemploymentValue: number
}

/** By how many per cent the wage changes with one per cent more bargaining power of workers, and through tightness. */
export const wageByPower = ({
  wage,
  productivity,
  unemploymentValue,
  bargainingPower,
  vacancyCost,
  tightness,
  ofTightness,
}: WagePowerTerms): number =>
  (bargainingPower * (productivity + vacancyCost * tightness - unemploymentValue + vacancyCost * tightness * ofTightness)) / wage
