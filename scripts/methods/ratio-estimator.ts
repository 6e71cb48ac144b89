/**
 * Expanding a sample by something whose total is known: so many posts a provider in the sample, times all providers there are.
 *
 * The ratio of two totals of a sample, each an estimate, has the linearised variance of the residuals y - R x, of amounts y
 * and auxiliaries x. Where data of single units are withheld, their coefficient of variation is assumed: the standard
 * deviation of the residuals over the mean of y. Where x is 1 for every unit, as where providers are counted, it is that of y.
 *
 * References: Cochran (1977), Sampling Techniques, 3rd edition, sections 2.11 and 6.1 to 6.4; with weights: Särndal, Swensson
 * and Wretman (1992), Model Assisted Survey Sampling, section 5.6, doi:10.1007/978-1-4612-4378-6; design effects: Kish (1965),
 * Survey Sampling, chapter 8.
 */

interface TotalTerms {
  /** What was found in the sample all together: posts, say. */
  readonly sampleTotal: number
  /** What it is expanded by, in the sample: providers, or their sales. Not zero. */
  readonly sampleAuxiliary: number
  /** The same of the whole population, known from elsewhere. */
  readonly auxiliaryTotal: number
}

/** The total of the population, in the unit of the sample's: its ratio to the auxiliary times the auxiliary's total. */
export const ratioTotal = ({ sampleTotal, sampleAuxiliary, auxiliaryTotal }: TotalTerms): number =>
  (sampleTotal / sampleAuxiliary) * auxiliaryTotal

interface VariationTerms {
  /** The coefficient of variation of what is expanded, between units: standard deviation over mean, 0 or more. */
  readonly variation: number
  /** That of what it is expanded by. */
  readonly auxiliaryVariation: number
  /** How the two go together, from -1 to 1. */
  readonly correlation: number
}

interface ErrorTerms {
  /** The coefficient of variation of the residuals between units: their standard deviation over the mean of what is expanded, 0 or more. */
  readonly variation: number
  /** How many units were sampled, a count. */
  readonly sample: number
  /** How many there are, a count no smaller than the sample; without end if it is not given. */
  readonly population?: number
  /** How many times as large the variance is as that of a simple random sample, above zero; 1 if it is not given. */
  readonly designEffect?: number
}

interface TotalErrorTerms extends ErrorTerms {
  /** The total that was estimated. */
  readonly total: number
}

interface Units {
  /** What is expanded, of each sampled unit; of each cluster, where clusters were drawn. */
  readonly amounts: readonly number[]
  /** What it is expanded by, of each; 1 for all where units are counted. */
  readonly auxiliaries: readonly number[]
  /** Of how many units of the population each stands: one over its chance to be drawn. Only their proportions matter. */
  readonly weights: readonly number[]
}

interface UnitsTotalTerms extends Units {
  /** The total of what it is expanded by over the whole population, known from elsewhere. */
  readonly auxiliaryTotal: number
}

interface UnitsErrorTerms extends Units {
  /** How many units there are, a count no smaller than the sample; without end if it is not given. */
  readonly population?: number
}

/**
 * Refuses what cannot be. The error brings along what the nearest arguments that can be give, for where only rounding leads beyond
 * them. Word for word in every method that refuses: a method imports nothing of the project.
 */
const unless = (faults: readonly (string | false)[], nearest: number): number => {
  const found = faults.filter((fault) => fault !== false)
  if (found.length > 0) throw Object.assign(new RangeError(found.join('; ')), { nearest })
  return nearest
}

const noVariation = (variation: number) => !(variation >= 0) && `a coefficient of variation of ${variation} is none: it is 0 or more`

const variationFaults = ({ variation, auxiliaryVariation, correlation }: VariationTerms) => [
  noVariation(variation),
  noVariation(auxiliaryVariation),
  !(Math.abs(correlation) <= 1) && `a correlation of ${correlation} is none: it lies from -1 to 1`,
]

/** The coefficient of variation of the residuals of a ratio, from those of its two sides. */
export const ratioVariation = ({ variation, auxiliaryVariation, correlation }: VariationTerms): number => {
  const [y, x] = [Math.max(0, variation), Math.max(0, auxiliaryVariation)]
  const apart = 1 - Math.min(1, Math.max(-1, correlation))
  return unless(variationFaults({ variation, auxiliaryVariation, correlation }), Math.sqrt((y - x) ** 2 + 2 * apart * y * x))
}

/** The relative error, and what is wrong with what it is asked for. */
const relativeError = ({ variation, sample, population, designEffect }: Required<ErrorTerms>) => {
  const open = Math.max(0, 1 - sample / population)
  const faults = [
    noVariation(variation),
    !(sample >= 1) && `a sample of ${sample} is too small: it takes 1 or more`,
    !(population >= sample) && `a sample of ${sample} is larger than its population of ${population}`,
    !(designEffect > 0) && `a design effect of ${designEffect} is none: it lies above 0`,
  ]
  return { faults, value: Math.max(0, variation) * Math.sqrt((Math.max(0, designEffect) * open) / Math.max(1, sample)) }
}

/** The standard error of an expanded total in parts of that total, a plain ratio. */
export const ratioRelativeError = ({ variation, sample, population = Number.POSITIVE_INFINITY, designEffect = 1 }: ErrorTerms): number => {
  const { faults, value } = relativeError({ variation, sample, population, designEffect })
  return unless(faults, value)
}

/** The standard error of an expanded total, in its unit. */
export const ratioTotalError = ({
  total,
  variation,
  sample,
  population = Number.POSITIVE_INFINITY,
  designEffect = 1,
}: TotalErrorTerms): number => {
  const { faults, value } = relativeError({ variation, sample, population, designEffect })
  return unless(faults, Math.abs(total) * value)
}

const sum = (items: readonly number[]): number => items.reduce((total, item) => total + item, 0)

/** What goes into both: the weighted values of each unit, of amounts and of auxiliaries. */
const weighed = ({ amounts, auxiliaries, weights }: Units): { readonly y: readonly number[]; readonly x: readonly number[] } => {
  const lengths = [amounts.length, auxiliaries.length, weights.length]
  if (new Set(lengths).size > 1)
    throw new RangeError(`amounts, auxiliaries and weights are told of the same units, and not of ${lengths.join(', ')}`)
  const negative = weights.find((weight) => !(weight >= 0))
  if (negative !== undefined) throw new RangeError(`a weight of ${negative} stands for nobody: it is 0 or more`)
  const of = (values: readonly number[]) => values.map((value, unit) => value * (weights[unit] ?? 0))
  const sides = { y: of(amounts), x: of(auxiliaries) }
  if (sum(sides.x) === 0) throw new RangeError('the auxiliaries add up to nothing, and nothing can be expanded by them')
  return sides
}

/** The total of the population from data of single units, in the unit of the amounts. */
export const weightedRatioTotal = ({ amounts, auxiliaries, weights, auxiliaryTotal }: UnitsTotalTerms): number => {
  const sides = weighed({ amounts, auxiliaries, weights })
  return (sum(sides.y) / sum(sides.x)) * auxiliaryTotal
}

/** What each unit has beyond its x times the ratio, weighted, and the weighted total of y. */
const residualsOf = (units: Units): { readonly residuals: readonly number[]; readonly total: number } => {
  const { y, x } = weighed(units)
  if (y.length < 2) throw new RangeError(`a sample of ${y.length} is too small: it takes 2 or more`)
  const total = sum(y)
  if (total === 0) throw new RangeError('the amounts add up to nothing, and an error is no part of that')
  const ratio = total / sum(x)
  return { residuals: y.map((value, unit) => value - ratio * (x[unit] ?? 0)), total }
}

/** The coefficient of variation of the weighted residuals: what an author who has the data tells those who have not. */
export const residualVariation = ({ amounts, auxiliaries, weights }: Units): number => {
  const { residuals, total } = residualsOf({ amounts, auxiliaries, weights })
  const squares = sum(residuals.map((residual) => residual ** 2))
  return (amounts.length * Math.sqrt(squares / (amounts.length - 1))) / Math.abs(total)
}

/** The linearised standard error of the total from data of single units, in parts of that total. */
export const weightedRatioRelativeError = ({
  amounts,
  auxiliaries,
  weights,
  population = Number.POSITIVE_INFINITY,
}: UnitsErrorTerms): number => {
  const variation = residualVariation({ amounts, auxiliaries, weights })
  return ratioRelativeError({ variation, sample: amounts.length, population })
}

/** The linearised standard error of the total from data of single units, in the unit of the amounts. */
export const weightedRatioTotalError = ({
  amounts,
  auxiliaries,
  weights,
  auxiliaryTotal,
  population = Number.POSITIVE_INFINITY,
}: UnitsTotalTerms & UnitsErrorTerms): number => {
  const total = weightedRatioTotal({ amounts, auxiliaries, weights, auxiliaryTotal })
  return ratioTotalError({ total, variation: residualVariation({ amounts, auxiliaries, weights }), sample: amounts.length, population })
}

/** Hand-written: e are residuals, R the ratio of the sample's weighted totals. */
const ratioTex = String.raw`R = \frac{\sum_{i} \mathit{weights}_{i}\,\mathit{amounts}_{i}}{\sum_{i} \mathit{weights}_{i}\,\mathit{auxiliaries}_{i}}`
const residualTex = String.raw`\frac{\sqrt{\frac{n^{2}}{n - 1}\sum_{i} \left(\mathit{weights}_{i}\,e_{i}\right)^{2}}}{\left|\sum_{i} \mathit{weights}_{i}\,\mathit{amounts}_{i}\right|}`
const residualsTex = String.raw`e_{i} = \mathit{amounts}_{i} - R\,\mathit{auxiliaries}_{i},\quad ${ratioTex},\quad n = \#\,\mathit{amounts}`
const openTex = String.raw`\sqrt{\frac{1}{n}\left(1 - \frac{n}{\mathit{population}}\right)}`
const relativeTex = String.raw`\mathit{variation}\,\sqrt{\frac{\mathit{designEffect}}{\mathit{sample}}\left(1 - \frac{\mathit{sample}}{\mathit{population}}\right)}`
export const ratioVariationTex = String.raw`\sqrt{\mathit{variation}^{2} + \mathit{auxiliaryVariation}^{2} - 2\,\mathit{correlation}\,\mathit{variation}\,\mathit{auxiliaryVariation}}`
export const ratioRelativeErrorTex = relativeTex
export const ratioTotalErrorTex = String.raw`\left|\mathit{total}\right|\,${relativeTex}`
export const weightedRatioTotalTex = String.raw`R\,\mathit{auxiliaryTotal},\quad ${ratioTex}`
export const residualVariationTex = String.raw`${residualTex},\quad ${residualsTex}`
export const weightedRatioRelativeErrorTex = String.raw`c\,${openTex},\quad c = ${residualTex},\quad ${residualsTex}`
export const weightedRatioTotalErrorTex = String.raw`\left|R\,\mathit{auxiliaryTotal}\right|\,c\,${openTex},\quad c = ${residualTex},\quad ${residualsTex}`
