/**
 * The bootstrap within categories: each replicate draws as many shops as the category has, with replacement, and counts how often
 * each was drawn; the counts are the weights of its line. Draws come from a generator that counts (`../uncertainty/philox.ts`), and
 * shops are numbered in the order of their logarithms, so that the order of rows moves no bit.
 *
 * What is told is how the slope and the smeared sum over the file's own turnovers scatter: standard deviations, and the percentiles
 * 2.5 and 97.5. Reference: Efron and Tibshirani (1993), An Introduction to the Bootstrap, chapters 9 and 13.
 *
 * It needs the rows in memory, sixteen bytes each: this is for files, and not for warehouses.
 */
import { fillUniforms } from '../uncertainty/philox.ts'

export interface Bootstrapped {
  readonly replicates: number
  /** Replicates whose shops all had one turnover, so that they have no line. */
  readonly withoutLine: number
  readonly slopeError: number
  readonly slopes: readonly [low: number, high: number]
  readonly sumError: number
  readonly sums: readonly [low: number, high: number]
}

export interface BootstrapPlan {
  readonly replicates: number
  readonly seed: number
  /** Which of the categories this is: each has its own draws. */
  readonly stratum: number
}

/** Pairs of logarithms, u of turnover and w of employees. */
export interface Pairs {
  readonly u: Float64Array
  readonly w: Float64Array
}

/** In the order of u, and of w where u is equal. */
export const inOrder = ({ u, w }: Pairs): Pairs => {
  const order = Uint32Array.from(u, (_, index) => index).sort((a, b) => (u[a] ?? 0) - (u[b] ?? 0) || (w[a] ?? 0) - (w[b] ?? 0))
  return { u: Float64Array.from(order, (index) => u[index] ?? 0), w: Float64Array.from(order, (index) => w[index] ?? 0) }
}

/** How often each of n shops was drawn in n draws with replacement. */
export const drawCounts = (n: number, { seed, stratum }: Pick<BootstrapPlan, 'seed' | 'stratum'>, replicate: number): Uint32Array => {
  const counts = new Uint32Array(n)
  const block = new Float64Array(Math.min(n, 4096))
  // A stream for each replicate of each category.
  const stream = stratum * 2 ** 24 + replicate
  for (let from = 0; from < n; from += block.length) {
    const draws = fillUniforms(block.subarray(0, Math.min(block.length, n - from)), seed, stream, from)
    for (const draw of draws) {
      const shop = Math.floor(draw * n)
      counts[shop] = (counts[shop] ?? 0) + 1
    }
  }
  return counts
}

const meanOf = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0) / values.length

interface Replicate {
  readonly slope: number
  readonly sum: number
}

/** The line of the drawn shops, and its smeared sum over all; u and w about their means, `heads` the employees at both. */
const replicateOf = (u: Float64Array, w: Float64Array, counts: Uint32Array, heads: number): Replicate | undefined => {
  const n = u.length
  let [sumU, sumW, sumUU, sumUW] = [0, 0, 0, 0]
  for (let index = 0; index < n; index += 1) {
    const count = counts[index] as number
    const [a, b] = [u[index] as number, w[index] as number]
    sumU += count * a
    sumW += count * b
    sumUU += count * a * a
    sumUW += count * a * b
  }
  const squares = sumUU - (sumU * sumU) / n
  if (!(squares > Number.EPSILON * sumUU)) return undefined
  const slope = (sumUW - (sumU * sumW) / n) / squares
  // The level cancels between the sum of the line and the factor of smearing.
  let [line, ratios] = [0, 0]
  for (let index = 0; index < n; index += 1) {
    const onLine = slope * (u[index] as number)
    line += Math.exp(onLine)
    const count = counts[index] as number
    if (count > 0) ratios += count * Math.exp((w[index] as number) - onLine)
  }
  // Of the source's equation the slope is one less that of employees.
  return { slope: 1 - slope, sum: (heads * line * ratios) / n }
}

const quantile = (sorted: Float64Array, share: number): number => {
  const at = share * (sorted.length - 1)
  const [low, high] = [sorted[Math.floor(at)] ?? Number.NaN, sorted[Math.ceil(at)] ?? Number.NaN]
  return low + (high - low) * (at - Math.floor(at))
}

const deviation = (values: Float64Array): number => {
  const mean = meanOf(values)
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1))
}

/** The replicates of one category; undefined where fewer than two have a line. */
export const bootstrap = (pairs: Pairs, plan: BootstrapPlan): Bootstrapped | undefined => {
  const { u, w } = inOrder(pairs)
  const [meanU, meanW] = [meanOf(u), meanOf(w)]
  const about = { u: u.map((value) => value - meanU), w: w.map((value) => value - meanW) }
  const found = Array.from({ length: plan.replicates }, (_, replicate) =>
    replicateOf(about.u, about.w, drawCounts(u.length, plan, replicate), Math.exp(meanW)),
  ).filter((replicate) => replicate !== undefined)
  if (found.length < 2) return undefined
  const slopes = Float64Array.from(found, ({ slope }) => slope).sort()
  const sums = Float64Array.from(found, ({ sum }) => sum).sort()
  return {
    replicates: plan.replicates,
    withoutLine: plan.replicates - found.length,
    slopeError: deviation(slopes),
    slopes: [quantile(slopes, 0.025), quantile(slopes, 0.975)],
    sumError: deviation(sums),
    sums: [quantile(sums, 0.025), quantile(sums, 0.975)],
  }
}
