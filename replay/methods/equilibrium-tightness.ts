import type { Arithmetic } from '../arithmetic.ts'
import type { Argument } from '../expression.ts'
import { type Method, single } from '../method.ts'

type Given<N> = ReadonlyMap<string, Argument<N>>

/** The parameters as the model's letters, and what a filled job is worth to a firm in costs of a vacancy. */
const modelOf = <N>(given: Given<N>, { subtract, multiply, divide, of }: Arithmetic<N>) => {
  const [p, z, b] = [single(given, 'productivity'), single(given, 'unemploymentValue'), single(given, 'bargainingPower')]
  const [r, s, c] = [single(given, 'discountRate'), single(given, 'separationRate'), single(given, 'vacancyCost')]
  const [A, a] = [single(given, 'matchingEfficiency'), single(given, 'matchingElasticity')]
  return { p, z, b, r, s, c, A, a, worth: divide(multiply(subtract(of('1'), b), subtract(p, z)), c) }
}

/** Steps that are taken at most, and how near two of them are the same. */
const most = 1000
const near = '0.000000000000000000000000000000000001'

/**
 * ln t as a fixed point: of job creation, worth = (r + s) t^a / A + b t, follows t = worth / (b + (r + s) t^(a - 1) / A). The
 * right side rises with t, and by less than one per cent for one, so that from any start the steps close in on the solution
 * (Banach). None where a filled job is worth nothing to firms: they open no vacancy.
 */
const logTightness = <N>(given: Given<N>, arithmetic: Arithmetic<N>): N | undefined => {
  const { add, subtract, multiply, divide, log, exp, compare, of } = arithmetic
  const { b, r, s, A, a, worth } = modelOf(given, arithmetic)
  if (compare(worth, of('0')) <= 0) return undefined
  const [waiting, down] = [divide(add(r, s), A), subtract(a, of('1'))]
  let x = of('0')
  for (let step = 0; step < most; step += 1) {
    const next = subtract(log(worth), log(add(b, multiply(waiting, exp(multiply(down, x))))))
    const moved = subtract(next, x)
    x = next
    if (compare(moved, of(near)) <= 0 && compare(moved, subtract(of('0'), of(near))) >= 0) break
  }
  return x
}

const sizeOf = <N>(value: N, { compare, subtract, of }: Arithmetic<N>): N =>
  compare(value, of('0')) < 0 ? subtract(of('0'), value) : value

/** What is less than 1e-12 is told as nought. */
const beyondNoise = <N>(value: N, { compare, of }: Arithmetic<N>): N => (compare(value, of('0.000000000001')) < 0 ? of('0') : value)

const tightness = <N>(given: Given<N>, arithmetic: Arithmetic<N>): N => {
  const x = logTightness(given, arithmetic)
  return x === undefined ? arithmetic.of('0') : arithmetic.exp(x)
}

/** Between the fixed point and one of Newton's steps from it. */
const apart = <N>(given: Given<N>, arithmetic: Arithmetic<N>): N => {
  const { add, subtract, multiply, divide, exp, of } = arithmetic
  const x = logTightness(given, arithmetic)
  if (x === undefined) return of('0')
  const { b, r, s, A, a, worth } = modelOf(given, arithmetic)
  const [waiting, wage] = [multiply(divide(add(r, s), A), exp(multiply(a, x))), multiply(b, exp(x))]
  const step = divide(subtract(add(waiting, wage), worth), add(multiply(a, waiting), wage))
  return beyondNoise(sizeOf(step, arithmetic), arithmetic)
}

const residual = <N>(given: Given<N>, arithmetic: Arithmetic<N>): N => {
  const { add, subtract, multiply, divide, power, compare, of } = arithmetic
  const one = of('1')
  const t = tightness(given, arithmetic)
  if (compare(t, of('0')) === 0) return of('0')
  const { p, z, b, r, s, c, A, a } = modelOf(given, arithmetic)
  const filled = divide(A, power(t, a))
  const found = multiply(t, filled)
  const u = divide(s, add(s, found))
  const wage = add(multiply(subtract(one, b), z), multiply(b, add(p, multiply(c, t))))
  const hired = multiply(found, u)
  const residuals = [
    divide(subtract(subtract(p, wage), divide(multiply(add(r, s), c), filled)), p),
    subtract(multiply(s, subtract(one, u)), hired),
    subtract(multiply(A, multiply(power(u, a), power(multiply(t, u), subtract(one, a)))), hired),
  ].map((each) => sizeOf(each, arithmetic))
  return beyondNoise(
    residuals.reduce((greatest, each) => (compare(each, greatest) > 0 ? each : greatest)),
    arithmetic,
  )
}

const textOf = (result: string) =>
  `{ const terms = { productivity, unemploymentValue, discountRate, separationRate, matchingEfficiency, matchingElasticity, bargainingPower, vacancyCost, } return whereSolvable(terms, () => ${result}) }`

const filledAt = String.raw`q(\theta) = \mathit{matchingEfficiency}\,\theta^{-\mathit{matchingElasticity}}`
const jobCreation = String.raw`(1 - \mathit{bargainingPower})(\mathit{productivity} - \mathit{unemploymentValue}) = \mathit{vacancyCost}\left(\frac{\mathit{discountRate} + \mathit{separationRate}}{q(\theta)} + \mathit{bargainingPower}\,\theta\right)`

export const methods: readonly Method[] = [
  {
    text: textOf('Math.exp(bisected(curveOf(terms)))'),
    definition: String.raw`\theta,\quad ${jobCreation},\quad ${filledAt}`,
    compute: tightness,
  },
  {
    text: textOf('Math.exp(stepped(curveOf(terms)))'),
    definition: String.raw`\theta,\quad ${jobCreation},\quad ${filledAt}`,
    compute: tightness,
  },
  {
    text: textOf('beyondNoise(Math.abs(bisected(curveOf(terms)) - stepped(curveOf(terms))))'),
    definition: String.raw`\left|\ln\theta_{1} - \ln\theta_{2}\right|,\quad ${jobCreation},\quad ${filledAt}`,
    compute: apart,
  },
  {
    text: textOf('beyondNoise(Math.max(...residualsOf(terms, Math.exp(bisected(curveOf(terms))))))'),
    definition: String.raw`\max\left\{\frac{\left|\mathit{productivity} - w - (\mathit{discountRate} + \mathit{separationRate})\,\mathit{vacancyCost} / q(\theta)\right|}{\mathit{productivity}},\ \left|\mathit{separationRate}\,(1 - u) - \theta\,q(\theta)\,u\right|,\ \left|\mathit{matchingEfficiency}\,u^{\mathit{matchingElasticity}}\,(\theta u)^{1 - \mathit{matchingElasticity}} - \theta\,q(\theta)\,u\right|\right\},\quad w = (1 - \mathit{bargainingPower})\,\mathit{unemploymentValue} + \mathit{bargainingPower}\,(\mathit{productivity} + \mathit{vacancyCost}\,\theta),\quad u = \frac{\mathit{separationRate}}{\mathit{separationRate} + \theta\,q(\theta)},\quad ${filledAt}`,
    compute: residual,
  },
]
