/**
 * Sobol' indices: how much of an answer's variance each doubt makes by itself (first order), and by itself and together with others
 * (total order). Two independent samples of the doubts, and one more for each factor, in which that factor's numbers come from the
 * other sample. Their errors are asymptotic, by the delta method, and a trace tells how the estimates came to rest.
 *
 * A factor is one doubt, or a group of doubts that are not independent, taken as a whole: variance has no unique share of one of them.
 *
 * References: Sobol' (1993), Sensitivity estimates for nonlinear mathematical models, Mathematical Modelling and Computational
 * Experiments 1, 407-414; Saltelli and others (2010), Variance based sensitivity analysis of model output, Computer Physics
 * Communications 181(2), 259-270, doi:10.1016/j.cpc.2009.09.018, table 2, rows b (first order) and f (total, Jansen's);
 * Janon and others (2014), Asymptotic normality and efficiency of two Sobol index estimators, ESAIM: Probability and Statistics 18,
 * 342-364 (errors).
 */
import type { Sampler } from './doubts.ts'
import { answerOf, type Model, samples, uniformsOf } from './monte-carlo.ts'

/** An estimate with its 95 per cent interval. */
export interface Estimate {
  readonly value: number
  readonly low: number
  readonly high: number
  /** The interval covers nought: from these draws it cannot be told from nought. */
  readonly nought: boolean
}

export interface FactorIndices {
  readonly id: string
  readonly first: Estimate
  readonly total: Estimate
}

/** Estimates from the first so many rows; one value for each factor. */
export interface TracePoint {
  readonly rows: number
  readonly first: readonly number[]
  readonly total: readonly number[]
}

export type SobolAnswer =
  | {
      readonly constant: false
      readonly rows: number
      readonly variance: number
      readonly factors: readonly FactorIndices[]
      readonly trace: readonly TracePoint[]
    }
  /** The answer is the same whatever is drawn: there is no variance to share out. */
  | { readonly constant: true; readonly rows: number; readonly value: number }

/** Rows that are made and added up together. */
const blockRows = 256

/** Running sums for means, variances and covariances of what one row gives. */
interface Sums {
  /** u: the first-order term; v: Jansen's term; p: mean square of the two answers; r: their mean. */
  readonly u: number
  readonly v: number
  readonly p: number
  readonly r: number
  readonly uu: number
  readonly vv: number
  readonly pp: number
  readonly rr: number
  readonly up: number
  readonly ur: number
  readonly vp: number
  readonly vr: number
  readonly pr: number
}
type Running = { -readonly [Name in keyof Sums]: number }

const noSums = (): Running => ({ u: 0, v: 0, p: 0, r: 0, uu: 0, vv: 0, pp: 0, rr: 0, up: 0, ur: 0, vp: 0, vr: 0, pr: 0 })

const addRow = (sums: Running, u: number, v: number, p: number, r: number): void => {
  sums.u += u
  sums.v += v
  sums.p += p
  sums.r += r
  sums.uu += u * u
  sums.vv += v * v
  sums.pp += p * p
  sums.rr += r * r
  sums.up += u * p
  sums.ur += u * r
  sums.vp += v * p
  sums.vr += v * r
  sums.pr += p * r
}

const addSums = (all: Running, block: Sums): void => {
  for (const name of Object.keys(all) as (keyof Sums)[]) all[name] += block[name]
}

/** The factor of a 95 per cent interval. */
const critical = 1.959963984540054

const estimateOf = (value: number, variance: number): Estimate => {
  const error = Math.sqrt(Math.max(0, variance))
  const [low, high] = [value - critical * error, value + critical * error]
  return { value, low, high, nought: low <= 0 && high >= 0 }
}

/** The index of a factor that moves no answer. */
const none: Estimate = { value: 0, low: 0, high: 0, nought: true }

/** Both indices of a factor from its sums over so many rows. The variance is that of both samples together. */
const indicesOf = (id: string, sums: Sums, rows: number): FactorIndices => {
  const mean = (name: keyof Sums): number => sums[name] / rows
  const centre = mean('r')
  const variance = mean('p') - centre ** 2
  const covariance = (product: number, one: number, other: number): number => product / rows - one * other
  // The variance's own term of a row is q = p - 2 m r, with m the mean.
  const varianceOfQ =
    covariance(sums.pp, mean('p'), mean('p')) -
    4 * centre * covariance(sums.pr, mean('p'), mean('r')) +
    4 * centre ** 2 * covariance(sums.rr, mean('r'), mean('r'))
  const errorOf = (index: number, own: number, withP: number, withR: number): number =>
    (own - 2 * index * (withP - 2 * centre * withR) + index ** 2 * varianceOfQ) / variance ** 2 / rows
  const first = mean('u') / variance
  const total = mean('v') / variance
  return {
    id,
    first: estimateOf(
      first,
      errorOf(
        first,
        covariance(sums.uu, mean('u'), mean('u')),
        covariance(sums.up, mean('u'), mean('p')),
        covariance(sums.ur, mean('u'), mean('r')),
      ),
    ),
    total: estimateOf(
      total,
      errorOf(
        total,
        covariance(sums.vv, mean('v'), mean('v')),
        covariance(sums.vp, mean('v'), mean('p')),
        covariance(sums.vr, mean('v'), mean('r')),
      ),
    ),
  }
}

/**
 * Estimates the indices of all factors of a sampler from `rows` rows: rows times two more than there are factors, the answers asked
 * for. Throws NoFiniteAnswer where the model has no answer.
 */
export const sobolIndices = (
  model: Model,
  sampler: Sampler,
  { seed, rows }: { readonly seed: number; readonly rows: number },
): SobolAnswer => {
  const count = sampler.doubts.length
  const { factors } = sampler
  const all = factors.map(noSums)
  const trace: TracePoint[] = []
  const row = new Float64Array(count)
  const [one, other, mixed] = [new Float64Array(count), new Float64Array(count), new Float64Array(count)]
  // Answers are taken from about where they lie: the first-order estimator is the better for it, and nothing cancels.
  let about: number | undefined
  let [least, greatest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  // How far each factor has moved an answer at most.
  const moved = factors.map(() => 0)
  let look = blockRows
  for (let from = 0; from < rows; from += blockRows) {
    const size = Math.min(blockRows, rows - from)
    const [columnsA, columnsB] = [samples.first, samples.second].map((sample) => uniformsOf(size, seed, sample, count, from))
    const valuesOf = (columns: readonly Float64Array[] | undefined, place: number, values: Float64Array): void => {
      for (let doubt = 0; doubt < count; doubt += 1) row[doubt] = columns?.[doubt]?.[place] ?? 0.5
      sampler.values(row, values)
    }
    const answers = Array.from({ length: size }, (_, place) => {
      valuesOf(columnsA, place, one)
      valuesOf(columnsB, place, other)
      const [a, b] = [answerOf(model, sampler, one, from + place), answerOf(model, sampler, other, from + place)]
      const changed = factors.map(({ members }) => {
        mixed.set(one)
        for (const member of members) mixed[member] = other[member] ?? Number.NaN
        return answerOf(model, sampler, mixed, from + place)
      })
      least = Math.min(least, a, b)
      greatest = Math.max(greatest, a, b)
      return { a, b, changed }
    })
    about ??= answers.reduce((sum, { a, b }) => sum + a + b, 0) / (2 * size)
    const centre = about
    for (const [factor, sums] of all.entries()) {
      const block = noSums()
      for (const { a, b, changed } of answers) {
        const [x, y, z] = [a - centre, b - centre, (changed[factor] ?? Number.NaN) - centre]
        moved[factor] = Math.max(moved[factor] ?? 0, Math.abs(z - x))
        addRow(block, y * (z - x), (x - z) ** 2 / 2, (x * x + y * y) / 2, (x + y) / 2)
      }
      addSums(sums, block)
    }
    const done = from + size
    if (greatest > least && (done === look || done === rows)) {
      const now = factors.map(({ id }, factor) => indicesOf(id, all[factor] ?? noSums(), done))
      trace.push({ rows: done, first: now.map(({ first }) => first.value), total: now.map(({ total }) => total.value) })
    }
    if (done >= look) look *= 2
  }
  const spread = greatest - least
  // What is no more than the noise of the last bits is no variance, of all factors or of one.
  const noise = 1e-13 * Math.max(Math.abs(least), Math.abs(greatest))
  if (!(spread > noise)) return { constant: true, rows, value: about ?? Number.NaN }
  const found = factors.map(({ id }, factor) =>
    (moved[factor] ?? 0) > noise ? indicesOf(id, all[factor] ?? noSums(), rows) : { id, first: none, total: none },
  )
  const [sums = noSums()] = all
  return { constant: false, rows, variance: sums.p / rows - (sums.r / rows) ** 2, factors: found, trace }
}
