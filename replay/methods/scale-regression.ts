import type { Arithmetic } from '../arithmetic.ts'
import type { Argument } from '../expression.ts'
import { type Method, single, wholeOf, within } from '../method.ts'

/**
 * A sample that is made of random numbers has no more digits than doubles have, so that all here is computed with doubles, whatever
 * the arithmetic; by another road than the build's: the generator over whole numbers of any size, quantiles by Newton's method, and
 * everything that follows in closed form from sums of products of the draws.
 */

/** A number below 2^31 in size as a double, from its digits to the base 2^31. */
const doubleOf = <N>(value: N, arithmetic: Arithmetic<N>): number => {
  const { subtract, multiply, compare, of } = arithmetic
  const negative = compare(value, of('0')) < 0
  const step = of(String(2 ** 31))
  let left = negative ? subtract(of('0'), value) : value
  let [sum, scale] = [0, 1]
  for (let limb = 0; limb < 4; limb += 1) {
    const whole = wholeOf(left, arithmetic)
    sum += whole / scale
    left = multiply(subtract(left, of(String(whole))), step)
    scale *= 2 ** 31
  }
  return negative ? -sum : sum
}

/** Four words of 32 bits for a seed, a stream and a block: Philox4x32-10, from the definition of Salmon and others (2011). */
const wordsAt = (seed: bigint, stream: bigint, block: bigint): readonly bigint[] => {
  const mask = 2n ** 32n - 1n
  let counter = [block & mask, block >> 32n, stream, 0n]
  let key = [seed & mask, seed >> 32n]
  for (let round = 0; round < 10; round += 1) {
    const [a = 0n, b = 0n, c = 0n, d = 0n] = counter
    const [first = 0n, second = 0n] = key
    const [one, two] = [a * 0xd2511f53n, c * 0xcd9e8d57n]
    counter = [(two >> 32n) ^ b ^ first, two & mask, (one >> 32n) ^ d ^ second, one & mask]
    key = [(first + 0x9e3779b9n) & mask, (second + 0xbb67ae85n) & mask]
  }
  return counter
}

/** The height of the bell, and the part of it beyond z: near the middle by the series of Marsaglia (2004), further out by Laplace's continued fraction. */
const bell = (z: number): { readonly height: number; readonly beyond: number } => {
  const height = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)
  if (z > 2) {
    let fraction = z
    for (let k = 250; k > 0; k -= 1) fraction = z + k / fraction
    return { height, beyond: height / fraction }
  }
  let [sum, term] = [z, z]
  for (let k = 1; term > sum * 1e-18; k += 1) {
    term *= (z * z) / (2 * k + 1)
    sum += term
  }
  return { height, beyond: 0.5 - height * sum }
}

/** The z beyond which so much lies, of a half or less; Newton's method, from a point that is not too far out. */
const quantile = (tail: number): number => {
  let z = tail > 0.1 ? 0 : Math.sqrt(-2 * Math.log(tail)) - 1
  for (let round = 0; round < 40; round += 1) {
    const { height, beyond } = bell(z)
    const step = (beyond - tail) / height
    z += step
    if (Math.abs(step) < 1e-15 * z) break
  }
  return z
}

/** A sum with less rounding than one after another has: halves are added up by themselves. */
const total = (terms: readonly number[], from = 0, to = terms.length): number => {
  if (to - from > 16) {
    const half = (from + to) >> 1
    return total(terms, from, half) + total(terms, half, to)
  }
  let sum = 0
  for (let index = from; index < to; index += 1) sum += terms[index] ?? 0
  return sum
}
const centred = (list: readonly number[]): readonly number[] => {
  const mean = total(list) / list.length
  return list.map((each) => each - mean)
}
const product = (a: readonly number[], b: readonly number[]): number => total(a.map((each, index) => each * (b[index] ?? 0)))

/** Standard normal numbers of a stream of the seed. */
const normal = (shops: number, seed: number, stream: number): readonly number[] =>
  Array.from({ length: shops }, (_, index) => {
    const words = wordsAt(BigInt(seed), BigInt(stream), BigInt(index >> 1)).slice((index & 1) * 2)
    const bits = ((words[0] ?? 0n) >> 6n) * 2n ** 26n + ((words[1] ?? 0n) >> 6n)
    const uniform = Number(2n * bits + 1n) / 2 ** 53
    return uniform > 0.5 ? quantile(1 - uniform) : -quantile(uniform)
  })

/** The draws of a sample, less their means, and sums of their products. */
const drawsOf = (shops: number, seed: number) => {
  const [z, u, v] = [normal(shops, seed, 0), normal(shops, seed, 1), normal(shops, seed, 2)]
  const about = { z: centred(z), u: centred(u), v: centred(v) }
  const sums = {
    zz: product(about.z, about.z),
    zu: product(about.z, about.u),
    zv: product(about.z, about.v),
    uv: product(about.u, about.v),
    vv: product(about.v, about.v),
  }
  return { z, u, centred: about, sums }
}

/** Several figures are of one sample, and ask for it as often as their ranges have corners. */
const known = new Map<string, ReturnType<typeof drawsOf>>()

/** The parameters, within what can be. */
const parametersOf = <N>(given: ReadonlyMap<string, Argument<N>>, arithmetic: Arithmetic<N>) => {
  const { of } = arithmetic
  const read = (name: string): number => (given.has(name) ? doubleOf(single(given, name), arithmetic) : 0)
  const held = (name: string, low: string, high?: string): number =>
    doubleOf(within(single(given, name), of(low), high === undefined ? undefined : of(high), arithmetic), arithmetic)
  return {
    shops: Math.round(held('shops', '4', '2000')),
    seed: Math.round(held('seed', '0', String(2 ** 31 - 1))),
    slope: read('slope'),
    intercept: read('intercept'),
    deviation: given.has('deviation') ? held('deviation', '0') : 0,
    mean: read('turnoverMean'),
    spread: held('turnoverDeviation', '0'),
    shift: read('shift'),
    reliability: given.has('reliability') ? held('reliability', '0.000001', '1') : 1,
  }
}

/** With the sample's draws. */
const sampleOf = (parameters: ReturnType<typeof parametersOf>) => {
  const { shops, seed } = parameters
  const key = `${shops} ${seed}`
  const draws = known.get(key) ?? drawsOf(shops, seed)
  known.set(key, draws)
  return { ...parameters, ...draws }
}

type Sample = ReturnType<typeof sampleOf>

/** By how much the slope of the errors on the draws of turnover moves the slope of the regression. */
const lean = ({ sums }: Sample): number => sums.zu / sums.zz
const slopeFound = (sample: Sample): number => sample.slope + (sample.deviation / sample.spread) * lean(sample)

const residuals = (sample: Sample): readonly number[] => {
  const { z, u } = sample.centred
  const c = lean(sample)
  return u.map((each, index) => sample.deviation * (each - c * (z[index] ?? 0)))
}

const errorOfSlope = (sample: Sample): number => {
  const { z } = sample.centred
  const squares = sample.sums.zz
  const terms = residuals(sample).map((residual, index) => {
    const from = z[index] ?? 0
    return (from * residual) / (1 - 1 / z.length - (from * from) / squares)
  })
  return Math.sqrt(product(terms, terms)) / (squares * sample.spread)
}

/** What each shop has by the fitted line, up to a factor that all share. */
const weights = (sample: Sample): readonly number[] => {
  const power = sample.spread * (1 - slopeFound(sample))
  return sample.centred.z.map((z) => Math.exp(power * z))
}

/** The part that is left out: the mean of e^-r - 1 over that of e^-r, by what shops have. */
const loss = (sample: Sample): number => {
  const parts = residuals(sample)
  const have = weights(sample)
  return (
    product(
      have,
      parts.map((r) => Math.expm1(-r)),
    ) /
    product(
      have,
      parts.map((r) => Math.exp(-r)),
    )
  )
}

const smearing = (sample: Sample): number => total(residuals(sample).map((r) => Math.exp(-r))) / sample.z.length
const lognormal = (sample: Sample): number => {
  const parts = residuals(sample)
  return Math.exp(product(parts, parts) / (2 * (parts.length - 2)))
}

/** One less the slope of persons on recorded turnover, by the five products of the draws. */
const withError = ({ slope, deviation, spread, reliability, sums: { zz, zu, zv, uv, vv } }: Sample): number => {
  const k = Math.sqrt(1 / reliability - 1)
  const persons = (1 - slope) * (zz + k * zv) - (deviation / spread) * (zu + k * uv)
  return 1 - persons / (zz + 2 * k * zv + k * k * vv)
}

const wholePersons = (sample: Sample): number => {
  const { slope, intercept, deviation, mean, spread, z, u } = sample
  const persons = z.map((each, index) =>
    Math.log(Math.max(1, Math.floor(Math.exp((1 - slope) * (mean + spread * each) - intercept - deviation * (u[index] ?? 0)) + 0.5))),
  )
  const from = sample.centred.z
  return 1 - product(from, persons) / (sample.sums.zz * spread)
}

const rounded = ({ slope, mean, spread, shift, z }: Sample): number => {
  const logarithms = z.map((each) => mean + spread * each)
  const have = logarithms.map((x) => Math.exp((1 - slope) * x))
  return (
    product(
      have,
      logarithms.map((x) => Math.expm1(-shift * x)),
    ) / total(have)
  )
}

/** A result of doubles, handed back in the arithmetic that was asked: its decimal digits, all of them that matter. */
const method = (text: string, definition: string, computed: (sample: Sample) => number): Method => {
  /** Of parameters that nobody rounded every point of the box is the same: it is computed once. */
  const answers = new Map<string, number>()
  return {
    text,
    definition,
    asPrinted: ['shops', 'seed'],
    compute: (given, arithmetic) => {
      const parameters = parametersOf(given, arithmetic)
      const key = Object.values(parameters).join(' ')
      const value = answers.get(key) ?? computed(sampleOf(parameters))
      answers.set(key, value)
      return arithmetic.of(value.toFixed(30))
    },
  }
}

/** The equations as the ledger prints them, from the same parts. */
const turnoverTex = String.raw`x_{i} = \mathit{turnoverMean} + \mathit{turnoverDeviation}\, z_{i}`
const drawsTex = String.raw`i = 1, \dots, \mathit{shops},\quad (z_{i}, u_{i}, v_{i}) = \Phi^{-1}\!\left(U_{i}(\mathit{seed})\right)`
const shopsTex = String.raw`y_{i} = \mathit{slope}\, x_{i} + \mathit{intercept} + \mathit{deviation}\, u_{i},\quad ${turnoverTex},\quad ${drawsTex}`
const fittedTex = (x: string, y: string) =>
  String.raw`\hat{p}_{1} = \frac{\sum_{i} (${x}_{i} - \bar{${x}})(${y}_{i} - \bar{${y}})}{\sum_{i} (${x}_{i} - \bar{${x}})^{2}}`
const lineTex = String.raw`${fittedTex('x', 'y')},\quad \hat{p}_{0} = \bar{y} - \hat{p}_{1} \bar{x}`
const trueTex = String.raw`\sum_{i} e^{x_{i} - y_{i}}`
const medianTex = String.raw`\sum_{i} e^{x_{i} - \hat{p}_{1} x_{i} - \hat{p}_{0}}`
const residualTex = String.raw`r_{i} = y_{i} - \hat{p}_{1} x_{i} - \hat{p}_{0}`

export const methods: readonly Method[] = [
  method(
    '{ const terms = { slope, intercept, deviation, turnoverMean, turnoverDeviation, shops, seed } return unless(faultsOf(terms), fitOf(sampleOf(terms)).slope) }',
    String.raw`\hat{p}_{1},\quad ${fittedTex('x', 'y')},\quad ${shopsTex}`,
    slopeFound,
  ),
  method(
    '{ const terms = { slope, intercept, deviation, turnoverMean, turnoverDeviation, shops, seed } const { distances, squares, residuals } = fitOf(sampleOf(terms)) const left = distances.map((x) => 1 - 1 / distances.length - (x * x) / squares) const spread = sum(distances.map((x, i) => ((x * at(residuals, i)) / at(left, i)) ** 2)) return unless(faultsOf(terms), Math.sqrt(spread) / squares) }',
    String.raw`\frac{\sqrt{\sum_{i} (x_{i} - \bar{x})^{2} r_{i}^{2} / (1 - h_{i})^{2}}}{\sum_{i} (x_{i} - \bar{x})^{2}},\quad h_{i} = \frac{1}{\mathit{shops}} + \frac{(x_{i} - \bar{x})^{2}}{\sum_{j} (x_{j} - \bar{x})^{2}},\quad ${residualTex},\quad ${lineTex},\quad ${shopsTex}`,
    errorOfSlope,
  ),
  method(
    '{ const terms = { slope, intercept, deviation, turnoverMean, turnoverDeviation, shops, seed } const sample = sampleOf(terms) const employment = employmentOf(sample, fitOf(sample)) return unless(faultsOf(terms), employment.fitted / employment.true) }',
    String.raw`\frac{${medianTex}}{${trueTex}},\quad ${lineTex},\quad ${shopsTex}`,
    (sample) => 1 - loss(sample),
  ),
  method(
    '{ const terms = { slope, intercept, deviation, turnoverMean, turnoverDeviation, shops, seed } const sample = sampleOf(terms) const employment = employmentOf(sample, fitOf(sample)) return unless(faultsOf(terms), employment.missing / employment.true) }',
    String.raw`1 - \frac{${medianTex}}{${trueTex}},\quad ${lineTex},\quad ${shopsTex}`,
    loss,
  ),
  method(
    '{ const terms = { slope, intercept, deviation, turnoverMean, turnoverDeviation, shops, seed } const sample = sampleOf(terms) const fit = fitOf(sample) const employment = employmentOf(sample, fit) const smearing = sum(fit.residuals.map((residual) => Math.exp(-residual))) / fit.residuals.length return unless(faultsOf(terms), (employment.fitted * smearing) / employment.true) }',
    String.raw`\frac{${medianTex}}{${trueTex}} \cdot \frac{1}{\mathit{shops}} \sum_{i} e^{-r_{i}},\quad ${residualTex},\quad ${lineTex},\quad ${shopsTex}`,
    (sample) => (1 - loss(sample)) * smearing(sample),
  ),
  method(
    '{ const terms = { slope, intercept, deviation, turnoverMean, turnoverDeviation, shops, seed } const sample = sampleOf(terms) const fit = fitOf(sample) const employment = employmentOf(sample, fit) const variance = sum(fit.residuals.map((residual) => residual * residual)) / (fit.residuals.length - 2) return unless(faultsOf(terms), (employment.fitted * Math.exp(variance / 2)) / employment.true) }',
    String.raw`\frac{${medianTex}}{${trueTex}}\, e^{s^{2}/2},\quad s^{2} = \frac{\sum_{i} r_{i}^{2}}{\mathit{shops} - 2},\quad ${residualTex},\quad ${lineTex},\quad ${shopsTex}`,
    (sample) => (1 - loss(sample)) * lognormal(sample),
  ),
  method(
    '{ const terms = { slope, intercept, deviation, turnoverMean, turnoverDeviation, shops, seed } const { turnover, persons } = sampleOf(terms) const spread = Math.max(Number.MIN_VALUE, turnoverDeviation) * Math.sqrt(1 / between(1e-6, reliability, 1) - 1) const errors = errorsOf(terms, 2) const recorded = turnover.map((x, i) => x + spread * at(errors, i)) return unless([...faultsOf(terms), ...reliabilityFaults(reliability)], fitOf({ turnover: recorded, persons }).slope) }',
    String.raw`\hat{p}_{1},\quad ${fittedTex('w', 'q')},\quad w_{i} = x_{i} + \mathit{turnoverDeviation} \sqrt{\frac{1}{\mathit{reliability}} - 1}\; v_{i},\quad q_{i} = w_{i} - (x_{i} - y_{i}),\quad ${shopsTex}`,
    withError,
  ),
  method(
    '{ const terms = { slope, intercept, deviation, turnoverMean, turnoverDeviation, shops, seed } const { turnover, persons } = sampleOf(terms) const whole = persons.map((each) => Math.log(Math.max(1, Math.round(Math.exp(each))))) return unless(faultsOf(terms), fitOf({ turnover, persons: whole }).slope) }',
    String.raw`\hat{p}_{1},\quad ${fittedTex('x', 'q')},\quad q_{i} = x_{i} - \ln \max\!\left(1, \left\lfloor e^{x_{i} - y_{i}} + \tfrac{1}{2} \right\rfloor\right),\quad ${shopsTex}`,
    wholePersons,
  ),
  method(
    '{ const terms = { slope, turnoverMean, turnoverDeviation, shops, seed } const turnover = turnoverOf(terms) const persons = turnover.map((x) => Math.exp((1 - slope) * x)) const change = sum(turnover.map((x, i) => at(persons, i) * Math.expm1(-shift * x))) return unless(turnoverFaults(terms), change / sum(persons)) }',
    String.raw`\frac{\sum_{i} e^{(1 - \mathit{slope} - \mathit{shift}) x_{i}}}{\sum_{i} e^{(1 - \mathit{slope}) x_{i}}} - 1,\quad ${turnoverTex},\quad ${drawsTex}`,
    rounded,
  ),
]
