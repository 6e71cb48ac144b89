/**
 * The steady state of the matching model of Diamond, Mortensen and Pissarides, in continuous time: how many vacancies there
 * come to be for each of the unemployed.
 *
 * Of u seekers and v vacancies, A u^a v^(1 - a) meet in a period. With tightness t = v / u a vacancy is filled at the rate
 * q = A t^-a, and a job is found at f = A t^(1 - a). Firms open vacancies until one is worth no more than it costs,
 * p - w = (r + s) c / q, and the wage shares what a match is worth, w = (1 - b) z + b (p + c t). Together:
 *
 *     (1 - b) (p - z) = c ((r + s) / q + b t)
 *
 * The right side rises from nought without end as t does, and the left does not move: there is one solution, whatever the
 * parameters are that are allowed here. Each term of the right side is at most the left and one is at least half of it, which
 * brackets the logarithm of t; in logarithms the curve is convex with a slope from a to 1, so that Newton's steps from
 * the upper end fall towards the solution and never pass it. The two ways share only the equation.
 *
 * Rates are per period, the same period for all; amounts are in units of output, and only their ratios to it matter.
 *
 * References: Pissarides (2000), Equilibrium Unemployment Theory, 2nd edition, chapter 1; Mortensen and Pissarides (1994), Job
 * creation and job destruction in the theory of unemployment, Review of Economic Studies 61(3), 397-415. That tightness is
 * efficient where b = a: Hosios (1990), Review of Economic Studies 57(2), 279-298; so the same function gives the
 * efficient tightness when it is handed the elasticity as the bargaining power.
 */

interface Terms {
  /** p: what a filled job makes in a period, above z. */
  readonly productivity: number
  /** z: what a period without work is worth to who is unemployed: benefits, leisure, work at home. 0 or more. */
  readonly unemploymentValue: number
  /** r: at what rate the future is discounted, a period; 0 or more. */
  readonly discountRate: number
  /** s: at what rate jobs end, a period; above 0. */
  readonly separationRate: number
  /** A: how many matches a period makes of one seeker and one vacancy; above 0. */
  readonly matchingEfficiency: number
  /** a: by how many per cent matches rise with one per cent more unemployed; above 0 and below 1. */
  readonly matchingElasticity: number
  /** b: the part of what a match is worth that the worker gets; 0 or more, below 1. */
  readonly bargainingPower: number
  /** c: what keeping a vacancy open costs in a period; above 0. */
  readonly vacancyCost: number
}

/** What is wrong with the parameters; undefined where nothing is. */
const faultsOf = (terms: Terms): Error | undefined => {
  const { productivity: p, unemploymentValue: z, bargainingPower: b, matchingElasticity: a } = terms
  const idle =
    !(p > z) &&
    `a job that makes ${p} is worth no more than the ${z} of being without it: productivity must be above the value of unemployment`
  const impossible = [
    !(z >= 0) && `a value of unemployment of ${z} is none: it is 0 or more`,
    !(terms.discountRate >= 0) && `a discount rate of ${terms.discountRate} is none: it is 0 or more`,
    !(terms.separationRate > 0) && `a separation rate of ${terms.separationRate} is none: it lies above 0`,
    !(terms.matchingEfficiency > 0) && `a matching efficiency of ${terms.matchingEfficiency} is none: it lies above 0`,
    !(a > 0 && a < 1) && `a matching elasticity of ${a} is none: it lies between 0 and 1`,
    !(b >= 0 && b < 1) && `a bargaining power of ${b} is none: it is 0 or more, and below 1`,
    !(terms.vacancyCost > 0) && `a cost of a vacancy of ${terms.vacancyCost} is none: it lies above 0`,
  ].filter((fault) => fault !== false)
  if (impossible.length > 0) return new RangeError([...impossible, ...(idle ? [idle] : [])].join('; '))
  // Where a job is worth nothing there are no vacancies; rounding may lead there. Elsewhere nothing is nearest.
  return idle ? Object.assign(new RangeError(idle), { nearest: 0 }) : undefined
}

/** Refuses what is wrong before any work is done on it: where there is no solution, the search for one has no end. */
const whereSolvable = (terms: Terms, work: () => number): number => {
  const fault = faultsOf(terms)
  if (fault) throw fault
  return work()
}

/** The equation in logarithms of both sides, over x, the logarithm of tightness: delay e^(a x) + b e^x = worth. */
interface Curve {
  readonly worth: number
  readonly delay: number
  readonly elasticity: number
  readonly share: number
}

const curveOf = (terms: Terms): Curve => ({
  worth: Math.log(((1 - terms.bargainingPower) * (terms.productivity - terms.unemploymentValue)) / terms.vacancyCost),
  delay: Math.log((terms.discountRate + terms.separationRate) / terms.matchingEfficiency),
  elasticity: terms.matchingElasticity,
  share: Math.log(terms.bargainingPower),
})

/** By how much the cost of a vacancy exceeds its worth at x, in logarithms, and how fast that rises: from a to 1. */
const excessAt = ({ worth, delay, elasticity, share }: Curve, x: number): { readonly excess: number; readonly slope: number } => {
  const [waiting, wage] = [delay + elasticity * x, share + x]
  const greater = Math.max(waiting, wage)
  const [first, second] = [Math.exp(waiting - greater), Math.exp(wage - greater)]
  return { excess: greater + Math.log(first + second) - worth, slope: (elasticity * first + second) / (first + second) }
}

/** Where either term alone would be as much as the worth less so much. */
const endOf = ({ worth, delay, elasticity, share }: Curve, less: number): number =>
  Math.min((worth - less - delay) / elasticity, worth - less - share)

/** Halves the bracket until no number lies between its ends. */
const bisected = (curve: Curve): number => {
  let [low, high] = [endOf(curve, Math.LN2), endOf(curve, 0)]
  for (;;) {
    const middle = low + (high - low) / 2
    if (!(middle > low && middle < high)) return excessAt(curve, low).excess + excessAt(curve, high).excess > 0 ? low : high
    if (excessAt(curve, middle).excess > 0) high = middle
    else low = middle
  }
}

/** Newton's steps from the upper end, as long as they lead down. */
const stepped = (curve: Curve): number => {
  let x = endOf(curve, 0)
  for (;;) {
    const { excess, slope } = excessAt(curve, x)
    const next = x - excess / slope
    if (!(next < x)) return next
    x = next
  }
}

/** What lies below the noise of the machine counts as nothing, so that what is told of it is the same on every machine. */
const noise = 1e-12
const beyondNoise = (size: number): number => (size < noise ? 0 : size)

// What a method is given is read off its parameter as it is written, so each of the four spells the same eight out.

/** Vacancies for each of the unemployed in the steady state, by halving a bracket. A plain ratio, above 0. */
export const equilibriumTightness = ({
  productivity,
  unemploymentValue,
  discountRate,
  separationRate,
  matchingEfficiency,
  matchingElasticity,
  bargainingPower,
  vacancyCost,
}: Terms): number => {
  const terms = {
    productivity,
    unemploymentValue,
    discountRate,
    separationRate,
    matchingEfficiency,
    matchingElasticity,
    bargainingPower,
    vacancyCost,
  }
  return whereSolvable(terms, () => Math.exp(bisected(curveOf(terms))))
}

/** The same by Newton's method: nothing of the way is shared. */
export const tightnessByNewton = ({
  productivity,
  unemploymentValue,
  discountRate,
  separationRate,
  matchingEfficiency,
  matchingElasticity,
  bargainingPower,
  vacancyCost,
}: Terms): number => {
  const terms = {
    productivity,
    unemploymentValue,
    discountRate,
    separationRate,
    matchingEfficiency,
    matchingElasticity,
    bargainingPower,
    vacancyCost,
  }
  return whereSolvable(terms, () => Math.exp(stepped(curveOf(terms))))
}

/** How far the two ways lie apart, in parts of tightness: 0 where that is less than 1e-12. */
export const tightnessApart = ({
  productivity,
  unemploymentValue,
  discountRate,
  separationRate,
  matchingEfficiency,
  matchingElasticity,
  bargainingPower,
  vacancyCost,
}: Terms): number => {
  const terms = {
    productivity,
    unemploymentValue,
    discountRate,
    separationRate,
    matchingEfficiency,
    matchingElasticity,
    bargainingPower,
    vacancyCost,
  }
  return whereSolvable(terms, () => beyondNoise(Math.abs(bisected(curveOf(terms)) - stepped(curveOf(terms)))))
}

/**
 * The largest residual of the model's equations at the solution, in parts of output for job creation and of the labour force
 * for flows and for matches: 0 where that is less than 1e-12.
 */
export const equilibriumResidual = ({
  productivity,
  unemploymentValue,
  discountRate,
  separationRate,
  matchingEfficiency,
  matchingElasticity,
  bargainingPower,
  vacancyCost,
}: Terms): number => {
  const terms = {
    productivity,
    unemploymentValue,
    discountRate,
    separationRate,
    matchingEfficiency,
    matchingElasticity,
    bargainingPower,
    vacancyCost,
  }
  return whereSolvable(terms, () => beyondNoise(Math.max(...residualsOf(terms, Math.exp(bisected(curveOf(terms)))))))
}

const residualsOf = (terms: Terms, t: number): readonly number[] => {
  const { productivity: p, unemploymentValue: z, bargainingPower: b, matchingEfficiency: A, matchingElasticity: a } = terms
  const [filled, found] = [A * t ** -a, A * t ** (1 - a)]
  const wage = (1 - b) * z + b * (p + terms.vacancyCost * t)
  const u = terms.separationRate / (terms.separationRate + found)
  const jobCreation = (p - wage - ((terms.discountRate + terms.separationRate) * terms.vacancyCost) / filled) / p
  const flows = terms.separationRate * (1 - u) - found * u
  const matches = A * u ** a * (t * u) ** (1 - a) - found * u
  return [jobCreation, flows, matches].map(Math.abs)
}

/** Hand-written: theta is tightness, q the rate at which vacancies are filled. */
const filledTex = String.raw`q(\theta) = \mathit{matchingEfficiency}\,\theta^{-\mathit{matchingElasticity}}`
const leftTex = String.raw`(1 - \mathit{bargainingPower})(\mathit{productivity} - \mathit{unemploymentValue})`
const rightTex = String.raw`\mathit{vacancyCost}\left(\frac{\mathit{discountRate} + \mathit{separationRate}}{q(\theta)} + \mathit{bargainingPower}\,\theta\right)`
export const equilibriumTightnessTex = String.raw`\theta,\quad ${leftTex} = ${rightTex},\quad ${filledTex}`
export const tightnessByNewtonTex = equilibriumTightnessTex
export const tightnessApartTex = String.raw`\left|\ln\theta_{1} - \ln\theta_{2}\right|,\quad ${leftTex} = ${rightTex},\quad ${filledTex}`
export const equilibriumResidualTex = String.raw`\max\left\{\frac{\left|\mathit{productivity} - w - (\mathit{discountRate} + \mathit{separationRate})\,\mathit{vacancyCost} / q(\theta)\right|}{\mathit{productivity}},\ \left|\mathit{separationRate}\,(1 - u) - \theta\,q(\theta)\,u\right|,\ \left|\mathit{matchingEfficiency}\,u^{\mathit{matchingElasticity}}\,(\theta u)^{1 - \mathit{matchingElasticity}} - \theta\,q(\theta)\,u\right|\right\},\quad w = (1 - \mathit{bargainingPower})\,\mathit{unemploymentValue} + \mathit{bargainingPower}\,(\mathit{productivity} + \mathit{vacancyCost}\,\theta),\quad u = \frac{\mathit{separationRate}}{\mathit{separationRate} + \theta\,q(\theta)},\quad ${filledTex}`
