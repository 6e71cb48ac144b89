/**
 * What a regression of sales per head on turnover recovers of what is known to be true: a sample is made with a slope, a constant
 * and normal errors that are given, and the method is put to it as to any other sample.
 *
 * For each shop i of a category, x is its turnover and y its sales per head, so that it has x / y persons at work. The model is
 * ln y = slope ln x + intercept + error. Shops are lognormal in turnover. They are invented: nothing here was observed, and what
 * comes out holds for shops like these.
 *
 * The random numbers are those that `npm run shops` takes for the same seed where there is one category: Philox4x32-10 at a key of
 * the seed, stream 0 for turnover, 1 for the errors, 2 for errors in turnover, and shops counted from 0. No two runs differ.
 *
 * References: the generator, Salmon, Moraes, Dror and Shaw (2011), Parallel random numbers: as easy as 1, 2, 3,
 * doi:10.1145/2063384.2063405; normal numbers by inversion, Wichura (1988), Algorithm AS 241, doi:10.2307/2347330; HC3, MacKinnon and
 * White (1985), Some heteroskedasticity-consistent covariance matrix estimators with improved finite sample properties, Journal of
 * Econometrics 29(3), 305-325, doi:10.1016/0304-4076(85)90158-7; smearing, Duan (1983), Smearing estimate: a nonparametric
 * retransformation method, Journal of the American Statistical Association 78(383), 605-610, doi:10.1080/01621459.1983.10478017;
 * errors in turnover, Fuller (1987), Measurement Error Models, section 1.1.
 */

interface TurnoverTerms {
  /** p1, by how many per cent sales per head rise with one per cent more turnover; a plain ratio. */
  readonly slope: number
  /** The mean of the natural logarithm of shops' turnover. */
  readonly turnoverMean: number
  /** The standard deviation of that logarithm, above 0. */
  readonly turnoverDeviation: number
  /** How many shops the sample has: from 4 to 2,000, as a figure is computed many times. */
  readonly shops: number
  /** Which sample of those that might have been drawn: a whole number from 0 to 2^31 - 1. */
  readonly seed: number
}

interface Terms extends TurnoverTerms {
  /** p0, the constant of the regression; its meaning depends on the unit of turnover. */
  readonly intercept: number
  /** The standard deviation of the regression's errors, in logarithms, 0 or more. */
  readonly deviation: number
}

interface ErrorTerms extends Terms {
  /** The part of the variance of recorded turnover, in logarithms, that is true: above 0, and 1 where turnover has no error. */
  readonly reliability: number
}

interface RoundedTerms extends TurnoverTerms {
  /** By how much the slope is printed too high: 0.005 at most, to either side, where it has two decimals. */
  readonly shift: number
}

/** A count and a number of a draw: rounding does not move them. */
export const asPrinted = ['shops', 'seed'] as const

const fewest = 4
const most = 2000
const lastSeed = 2 ** 31 - 1

/**
 * Refuses what cannot be. The error brings along what the nearest arguments that can be give, for where only rounding leads beyond
 * them. Word for word in every method that refuses: a method imports nothing of the project.
 */
const unless = (faults: readonly (string | false)[], nearest: number): number => {
  const found = faults.filter((fault) => fault !== false)
  if (found.length > 0) throw Object.assign(new RangeError(found.join('; ')), { nearest })
  return nearest
}

const between = (low: number, value: number, high: number): number => Math.min(high, Math.max(low, value))

const turnoverFaults = ({ turnoverDeviation, shops, seed }: TurnoverTerms) => [
  !(turnoverDeviation > 0) && `a deviation of turnover of ${turnoverDeviation} leaves nothing to regress on: it lies above 0`,
  !(Number.isInteger(shops) && shops >= fewest && shops <= most) &&
    `a sample of ${shops} shops is not drawn: it has a whole number of them from ${fewest} to ${most}`,
  !(Number.isInteger(seed) && seed >= 0 && seed <= lastSeed) && `${seed} is no seed: it is a whole number from 0 to ${lastSeed}`,
]

const faultsOf = (terms: Terms) => [
  ...turnoverFaults(terms),
  !(terms.deviation >= 0) && `a deviation of errors of ${terms.deviation} is none: it is 0 or more`,
]

const reliabilityFaults = (reliability: number) => [
  !(reliability > 0 && reliability <= 1) && `a reliability of ${reliability} is none: it lies above 0, and is 1 at most`,
]

/** The upper 32 bits of a product of two numbers of 32, by halves of 16. */
const upperHalf = (multiplier: number, value: number): number => {
  const middle = Math.imul(multiplier >>> 16, value & 0xffff) + (Math.imul(multiplier & 0xffff, value & 0xffff) >>> 16)
  const other = Math.imul(multiplier & 0xffff, value >>> 16) + (middle & 0xffff)
  return (Math.imul(multiplier >>> 16, value >>> 16) + (middle >>> 16) + (other >>> 16)) | 0
}

/** Philox4x32-10 at the counter (block, 0, stream, 0) and the key (seed, 0): four words of 32 bits. */
const blockOf = (seed: number, stream: number, block: number): readonly [number, number, number, number] => {
  let [w0, w1, w2, w3] = [block, 0, stream, 0]
  let [key0, key1] = [seed, 0]
  for (let round = 0; round < 10; round += 1) {
    const [mixed0, mixed2] = [upperHalf(0xcd9e8d57, w2) ^ w1 ^ key0, upperHalf(0xd2511f53, w0) ^ w3 ^ key1]
    ;[w0, w1, w2, w3] = [mixed0, Math.imul(0xcd9e8d57, w2), mixed2, Math.imul(0xd2511f53, w0)]
    ;[key0, key1] = [(key0 + 0x9e3779b9) | 0, (key1 + 0xbb67ae85) | 0]
  }
  return [w0, w1, w2, w3]
}

/** 52 bits k of two words, as (2k + 1) / 2^53: above 0 and below 1. */
const uniformOf = (upper: number, lower: number): number => ((upper >>> 6) * 0x400_0000 + (lower >>> 6) + 0.5) * Number.EPSILON

/** A polynomial, its highest coefficient first. */
const polynomial = (coefficients: readonly number[], x: number): number => coefficients.reduce((sum, each) => sum * x + each, 0)

/** Near the middle: in the square of the distance from one half. */
const middle = {
  above: [
    2.5090809287301227e3, 3.343057558358813e4, 6.72657709270087e4, 4.592195393154987e4, 1.373169376550946e4, 1.9715909503065513e3,
    1.3314166789178438e2, 3.3871328727963665,
  ],
  below: [
    5.226495278852854e3, 2.8729085735721943e4, 3.930789580009271e4, 2.1213794301586597e4, 5.394196021424751e3, 6.871870074920579e2,
    4.231333070160091e1, 1,
  ],
} as const

/** In the tails: in the root of the logarithm of what lies beyond. So few draws never reach tails below 1e-10. */
const tail = {
  above: [
    7.745450142783414e-4, 2.2723844989269184e-2, 0.2417807251774506, 1.2704582524523684, 3.6478483247632045, 5.769497221460691,
    4.630337846156546, 1.4234371107496835,
  ],
  below: [
    1.0507500716444169e-9, 5.475938084995345e-4, 1.5198666563616457e-2, 0.14810397642748008, 0.6897673349851, 1.6763848301838038,
    2.053191626637759, 1,
  ],
} as const

const quantileOf = (probability: number): number => {
  const away = probability - 0.5
  if (Math.abs(away) <= 0.425) {
    const r = 0.180625 - away * away
    return (away * polynomial(middle.above, r)) / polynomial(middle.below, r)
  }
  const r = Math.sqrt(-Math.log(Math.min(probability, 1 - probability))) - 1.6
  return (Math.sign(away) * polynomial(tail.above, r)) / polynomial(tail.below, r)
}

type Draws = readonly number[]

/** What was drawn last: a figure's range and its neighbours ask for the same draws again and again. */
const drawn = new Map<string, Draws>()
const kept = 12

/** Standard normal numbers, as many as there are shops. */
const normals = (shops: number, seed: number, stream: 0 | 1 | 2): Draws => {
  const key = `${shops} ${seed} ${stream}`
  const known = drawn.get(key)
  if (known) return known
  const blocks = Array.from({ length: Math.ceil(shops / 2) }, (_, block) => blockOf(seed, stream, block))
  const made = blocks.flatMap(([a, b, c, d]) => [quantileOf(uniformOf(a, b)), quantileOf(uniformOf(c, d))]).slice(0, shops)
  const [oldest] = drawn.keys()
  if (drawn.size >= kept && oldest !== undefined) drawn.delete(oldest)
  drawn.set(key, made)
  return made
}

/** With what each addition loses carried along: Neumaier (1974), doi:10.1002/zamm.19740540106. */
const sum = (terms: Draws): number => {
  let [total, lost] = [0, 0]
  for (const each of terms) {
    const next = total + each
    lost += Math.abs(total) >= Math.abs(each) ? total - next + each : each - next + total
    total = next
  }
  return total + lost
}
const at = (list: Draws, index: number): number => list[index] ?? Number.NaN

/** Shops in logarithms: of turnover as it is recorded, and of the persons at work. */
interface Sample {
  readonly turnover: Draws
  readonly persons: Draws
}

const turnoverOf = ({ turnoverMean, turnoverDeviation, shops, seed }: TurnoverTerms): Draws => {
  const count = Math.round(between(fewest, shops, most))
  const spread = Math.max(Number.MIN_VALUE, turnoverDeviation)
  return normals(count, Math.round(between(0, seed, lastSeed)), 0).map((z) => turnoverMean + spread * z)
}

const errorsOf = ({ shops, seed }: TurnoverTerms, stream: 1 | 2): Draws =>
  normals(Math.round(between(fewest, shops, most)), Math.round(between(0, seed, lastSeed)), stream)

const sampleOf = (terms: Terms): Sample => {
  const turnover = turnoverOf(terms)
  const errors = errorsOf(terms, 1)
  const spread = Math.max(0, terms.deviation)
  return { turnover, persons: turnover.map((x, i) => x - (terms.slope * x + terms.intercept + spread * at(errors, i))) }
}

/** A line by least squares, with the distances of turnover from its mean. */
interface Fit {
  readonly slope: number
  readonly intercept: number
  readonly distances: Draws
  readonly squares: number
  readonly residuals: Draws
}

/** Of the logarithm of sales per head on that of turnover: both sides have turnover, as in the source. */
const fitOf = ({ turnover, persons }: Sample): Fit => {
  const salesPerHead = turnover.map((x, i) => x - at(persons, i))
  const [middleX, middleY] = [sum(turnover) / turnover.length, sum(salesPerHead) / turnover.length]
  const distances = turnover.map((x) => x - middleX)
  const heights = salesPerHead.map((y) => y - middleY)
  const squares = sum(distances.map((x) => x * x))
  const slope = sum(distances.map((x, i) => x * at(heights, i))) / squares
  return {
    slope,
    intercept: middleY - slope * middleX,
    distances,
    squares,
    residuals: heights.map((y, i) => y - slope * at(distances, i)),
  }
}

/** Persons by the source's equation 2.5, with the line that was fitted; persons that the shops have; and what is between them. */
const employmentOf = ({ turnover, persons }: Sample, { slope, intercept, residuals }: Fit) => {
  const fitted = turnover.map((x) => Math.exp(x - (slope * x + intercept)))
  return {
    fitted: sum(fitted),
    true: sum(persons.map(Math.exp)),
    missing: sum(fitted.map((each, i) => each * Math.expm1(-at(residuals, i)))),
  }
}

/** The slope that least squares finds in the sample; the true one is `slope`. */
export const recoveredSlope = ({ slope, intercept, deviation, turnoverMean, turnoverDeviation, shops, seed }: Terms): number => {
  const terms = { slope, intercept, deviation, turnoverMean, turnoverDeviation, shops, seed }
  return unless(faultsOf(terms), fitOf(sampleOf(terms)).slope)
}

/** The standard error of that slope that allows for unequal errors: HC3, each residual over one less its leverage. */
export const slopeStandardErrorHC3 = ({ slope, intercept, deviation, turnoverMean, turnoverDeviation, shops, seed }: Terms): number => {
  const terms = { slope, intercept, deviation, turnoverMean, turnoverDeviation, shops, seed }
  const { distances, squares, residuals } = fitOf(sampleOf(terms))
  const left = distances.map((x) => 1 - 1 / distances.length - (x * x) / squares)
  const spread = sum(distances.map((x, i) => ((x * at(residuals, i)) / at(left, i)) ** 2))
  return unless(faultsOf(terms), Math.sqrt(spread) / squares)
}

/** Persons by equation 2.5 over persons at work: below 1, as it adds up medians where a sum wants means. A plain ratio. */
export const fittedOverTrue = ({ slope, intercept, deviation, turnoverMean, turnoverDeviation, shops, seed }: Terms): number => {
  const terms = { slope, intercept, deviation, turnoverMean, turnoverDeviation, shops, seed }
  const sample = sampleOf(terms)
  const employment = employmentOf(sample, fitOf(sample))
  return unless(faultsOf(terms), employment.fitted / employment.true)
}

/** What part of the persons at work equation 2.5 leaves out by going back from logarithms without a factor: 1 less the former. */
export const retransformationLoss = ({ slope, intercept, deviation, turnoverMean, turnoverDeviation, shops, seed }: Terms): number => {
  const terms = { slope, intercept, deviation, turnoverMean, turnoverDeviation, shops, seed }
  const sample = sampleOf(terms)
  const employment = employmentOf(sample, fitOf(sample))
  return unless(faultsOf(terms), employment.missing / employment.true)
}

/** Persons by equation 2.5 times Duan's smearing factor, the mean of what residuals do to persons, over persons at work. */
export const smearedOverTrue = ({ slope, intercept, deviation, turnoverMean, turnoverDeviation, shops, seed }: Terms): number => {
  const terms = { slope, intercept, deviation, turnoverMean, turnoverDeviation, shops, seed }
  const sample = sampleOf(terms)
  const fit = fitOf(sample)
  const employment = employmentOf(sample, fit)
  const smearing = sum(fit.residuals.map((residual) => Math.exp(-residual))) / fit.residuals.length
  return unless(faultsOf(terms), (employment.fitted * smearing) / employment.true)
}

/** Persons by equation 2.5 times the factor of lognormal errors, e to half their variance, over persons at work. */
export const lognormalOverTrue = ({ slope, intercept, deviation, turnoverMean, turnoverDeviation, shops, seed }: Terms): number => {
  const terms = { slope, intercept, deviation, turnoverMean, turnoverDeviation, shops, seed }
  const sample = sampleOf(terms)
  const fit = fitOf(sample)
  const employment = employmentOf(sample, fit)
  const variance = sum(fit.residuals.map((residual) => residual * residual)) / (fit.residuals.length - 2)
  return unless(faultsOf(terms), (employment.fitted * Math.exp(variance / 2)) / employment.true)
}

/**
 * The slope that is found where turnover is recorded with a random error: it stands on both sides, so that the slope is drawn
 * towards one, to 1 - (1 - slope) reliability as the sample grows.
 */
export const slopeWithTurnoverError = ({
  slope,
  intercept,
  deviation,
  turnoverMean,
  turnoverDeviation,
  shops,
  seed,
  reliability,
}: ErrorTerms): number => {
  const terms = { slope, intercept, deviation, turnoverMean, turnoverDeviation, shops, seed }
  const { turnover, persons } = sampleOf(terms)
  const spread = Math.max(Number.MIN_VALUE, turnoverDeviation) * Math.sqrt(1 / between(1e-6, reliability, 1) - 1)
  const errors = errorsOf(terms, 2)
  const recorded = turnover.map((x, i) => x + spread * at(errors, i))
  return unless([...faultsOf(terms), ...reliabilityFaults(reliability)], fitOf({ turnover: recorded, persons }).slope)
}

/** The slope that is found where persons are counted whole, one at least: small shops then seem to sell less a head than they do. */
export const slopeOfWholePersons = ({ slope, intercept, deviation, turnoverMean, turnoverDeviation, shops, seed }: Terms): number => {
  const terms = { slope, intercept, deviation, turnoverMean, turnoverDeviation, shops, seed }
  const { turnover, persons } = sampleOf(terms)
  const whole = persons.map((each) => Math.log(Math.max(1, Math.round(Math.exp(each)))))
  return unless(faultsOf(terms), fitOf({ turnover, persons: whole }).slope)
}

/** By what part persons by equation 2.5 change where the slope is printed too high by `shift`, the constant standing: below 0 if it is. */
export const employmentByRoundedSlope = ({ slope, turnoverMean, turnoverDeviation, shops, seed, shift }: RoundedTerms): number => {
  const terms = { slope, turnoverMean, turnoverDeviation, shops, seed }
  const turnover = turnoverOf(terms)
  const persons = turnover.map((x) => Math.exp((1 - slope) * x))
  const change = sum(turnover.map((x, i) => at(persons, i) * Math.expm1(-shift * x)))
  return unless(turnoverFaults(terms), change / sum(persons))
}

/** Hand-written: x and y are logarithms of turnover and of sales per head, z, u and v standard normal numbers of three streams of the seed. */
const turnoverTex = String.raw`x_{i} = \mathit{turnoverMean} + \mathit{turnoverDeviation}\, z_{i}`
const drawsTex = String.raw`i = 1, \dots, \mathit{shops},\quad (z_{i}, u_{i}, v_{i}) = \Phi^{-1}\!\left(U_{i}(\mathit{seed})\right)`
const shopsTex = String.raw`y_{i} = \mathit{slope}\, x_{i} + \mathit{intercept} + \mathit{deviation}\, u_{i},\quad ${turnoverTex},\quad ${drawsTex}`
const fittedTex = (x: string, y: string) =>
  String.raw`\hat{p}_{1} = \frac{\sum_{i} (${x}_{i} - \bar{${x}})(${y}_{i} - \bar{${y}})}{\sum_{i} (${x}_{i} - \bar{${x}})^{2}}`
const lineTex = String.raw`${fittedTex('x', 'y')},\quad \hat{p}_{0} = \bar{y} - \hat{p}_{1} \bar{x}`
const trueTex = String.raw`\sum_{i} e^{x_{i} - y_{i}}`
const medianTex = String.raw`\sum_{i} e^{x_{i} - \hat{p}_{1} x_{i} - \hat{p}_{0}}`
const residualTex = String.raw`r_{i} = y_{i} - \hat{p}_{1} x_{i} - \hat{p}_{0}`
export const recoveredSlopeTex = String.raw`\hat{p}_{1},\quad ${fittedTex('x', 'y')},\quad ${shopsTex}`
export const slopeStandardErrorHC3Tex = String.raw`\frac{\sqrt{\sum_{i} (x_{i} - \bar{x})^{2} r_{i}^{2} / (1 - h_{i})^{2}}}{\sum_{i} (x_{i} - \bar{x})^{2}},\quad h_{i} = \frac{1}{\mathit{shops}} + \frac{(x_{i} - \bar{x})^{2}}{\sum_{j} (x_{j} - \bar{x})^{2}},\quad ${residualTex},\quad ${lineTex},\quad ${shopsTex}`
export const fittedOverTrueTex = String.raw`\frac{${medianTex}}{${trueTex}},\quad ${lineTex},\quad ${shopsTex}`
export const retransformationLossTex = String.raw`1 - \frac{${medianTex}}{${trueTex}},\quad ${lineTex},\quad ${shopsTex}`
export const smearedOverTrueTex = String.raw`\frac{${medianTex}}{${trueTex}} \cdot \frac{1}{\mathit{shops}} \sum_{i} e^{-r_{i}},\quad ${residualTex},\quad ${lineTex},\quad ${shopsTex}`
export const lognormalOverTrueTex = String.raw`\frac{${medianTex}}{${trueTex}}\, e^{s^{2}/2},\quad s^{2} = \frac{\sum_{i} r_{i}^{2}}{\mathit{shops} - 2},\quad ${residualTex},\quad ${lineTex},\quad ${shopsTex}`
export const slopeWithTurnoverErrorTex = String.raw`\hat{p}_{1},\quad ${fittedTex('w', 'q')},\quad w_{i} = x_{i} + \mathit{turnoverDeviation} \sqrt{\frac{1}{\mathit{reliability}} - 1}\; v_{i},\quad q_{i} = w_{i} - (x_{i} - y_{i}),\quad ${shopsTex}`
export const slopeOfWholePersonsTex = String.raw`\hat{p}_{1},\quad ${fittedTex('x', 'q')},\quad q_{i} = x_{i} - \ln \max\!\left(1, \left\lfloor e^{x_{i} - y_{i}} + \tfrac{1}{2} \right\rfloor\right),\quad ${shopsTex}`
export const employmentByRoundedSlopeTex = String.raw`\frac{\sum_{i} e^{(1 - \mathit{slope} - \mathit{shift}) x_{i}}}{\sum_{i} e^{(1 - \mathit{slope}) x_{i}}} - 1,\quad ${turnoverTex},\quad ${drawsTex}`
