/**
 * What is kept of draws, however many there are: moments that are added up block by block in a fixed order, and quantiles. Of up to
 * `keptDraws` draws the quantiles are exact, of the sorted draws; from there on they are read off a histogram of `fineBins` bins that
 * the first draws lay out, whose width is told, so that memory does not grow.
 *
 * References: Chan, Golub and LeVeque (1983), Algorithms for computing the sample variance, The American Statistician 37(3), 242-247
 * (adding up moments); Hyndman and Fan (1996), Sample quantiles in statistical packages, The American Statistician 50(4), 361-365
 * (definition 7); Serfling (1980), Approximation theorems of mathematical statistics, section 2.6 (errors of quantiles by order
 * statistics).
 */

/** Draws that are kept one by one: 1 MiB. */
export const keptDraws = 131_072
/** Bins of the histogram that stands for more. */
export const fineBins = 65_536

/** What is known of the draws so far. */
export interface Summary {
  /** Adds the draws of the next block; blocks must come in the order of their draws. */
  readonly add: (block: Float64Array) => void
  readonly count: () => number
  readonly mean: () => number
  /** Divided by one less than the count; nought of a single draw. */
  readonly variance: () => number
  /** The Monte Carlo standard error of the mean. */
  readonly meanError: () => number
  /** What a part of the draws lies below, from 0 to 1. Not a number where that is beyond the histogram. */
  readonly quantile: (probability: number) => number
  /** The Monte Carlo standard error of a quantile, by order statistics. */
  readonly quantileError: (probability: number) => number
  /** How far a quantile may lie from that of the sorted draws: 0 as long as all are kept, else a bin's width. */
  readonly resolution: () => number
  /** How many draws lie in each of so many equal bins from `low` to `high`, and how many beyond either end. */
  readonly histogram: (
    low: number,
    high: number,
    bins: number,
  ) => { readonly counts: readonly number[]; readonly below: number; readonly above: number }
}

interface Moments {
  count: number
  mean: number
  squares: number
}

/** Moments of one block, about its own mean. */
const momentsOf = (block: Float64Array): Moments => {
  let sum = 0
  for (const value of block) sum += value
  const mean = sum / block.length
  let squares = 0
  for (const value of block) squares += (value - mean) ** 2
  return { count: block.length, mean, squares }
}

/** A summary of no draws yet. */
export const emptySummary = (): Summary => {
  const all: Moments = { count: 0, mean: 0, squares: 0 }
  let kept: Float64Array | undefined = new Float64Array(keptDraws)
  let bins: { readonly low: number; readonly width: number; readonly counts: Float64Array } | undefined
  let sorted: Float64Array | undefined

  const layOut = (values: Float64Array): void => {
    let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
    for (const value of values) {
      if (value < low) low = value
      if (value > high) high = value
    }
    // As far again to both sides as the first draws reach: what lies beyond is counted at the ends.
    const range = high - low || Math.abs(high) || 1
    bins = { low: low - range, width: (3 * range) / fineBins, counts: new Float64Array(fineBins + 2) }
    for (const value of values) put(value)
  }
  const put = (value: number): void => {
    if (!bins) return
    const place = Math.floor((value - bins.low) / bins.width)
    const at = place < 0 ? 0 : place >= fineBins ? fineBins + 1 : place + 1
    bins.counts[at] = (bins.counts[at] ?? 0) + 1
  }
  const sortedDraws = (values: Float64Array): Float64Array => {
    sorted ??= values.slice(0, all.count).sort()
    return sorted
  }
  const quantile = (probability: number): number => {
    if (all.count === 0) return Number.NaN
    if (kept) {
      const values = sortedDraws(kept)
      const place = Math.min(1, Math.max(0, probability)) * (all.count - 1)
      const below = Math.floor(place)
      const value = values[below] ?? Number.NaN
      return place === below ? value : value + (place - below) * ((values[below + 1] ?? value) - value)
    }
    if (!bins) return Number.NaN
    const goal = probability * all.count
    let before = bins.counts[0] ?? 0
    if (goal < before) return Number.NaN
    for (let place = 1; place <= fineBins; place += 1) {
      const here = bins.counts[place] ?? 0
      if (here > 0 && before + here >= goal) return bins.low + bins.width * (place - 1 + (goal - before) / here)
      before += here
    }
    return Number.NaN
  }
  const variance = (): number => (all.count > 1 ? all.squares / (all.count - 1) : 0)
  return {
    add: (block) => {
      if (block.length === 0) return
      const { count, mean, squares } = momentsOf(block)
      const together = all.count + count
      const apart = mean - all.mean
      if (kept && together <= keptDraws) kept.set(block, all.count)
      else if (kept) {
        layOut(kept.subarray(0, all.count))
        kept = undefined
      }
      if (bins) for (const value of block) put(value)
      all.squares += squares + apart * apart * ((all.count * count) / together)
      all.mean += apart * (count / together)
      all.count = together
      sorted = undefined
    },
    count: () => all.count,
    mean: () => all.mean,
    variance,
    meanError: () => Math.sqrt(variance() / all.count),
    quantile,
    quantileError: (probability) => {
      const off = Math.sqrt((probability * (1 - probability)) / all.count)
      return (quantile(Math.min(1, probability + off)) - quantile(Math.max(0, probability - off))) / 2
    },
    resolution: () => (kept ? 0 : (bins?.width ?? 0)),
    histogram: (low, high, count) => {
      const counts = new Array<number>(count).fill(0)
      let [below, above] = [0, 0]
      const take = (value: number, times: number): void => {
        const place = Math.floor(((value - low) / (high - low)) * count)
        // The upper end belongs to the last bin.
        if (value < low) below += times
        else if (value > high) above += times
        else counts[Math.min(place, count - 1)] = (counts[Math.min(place, count - 1)] ?? 0) + times
      }
      if (kept) for (const value of sortedDraws(kept)) take(value, 1)
      else if (bins) {
        below += bins.counts[0] ?? 0
        above += bins.counts[fineBins + 1] ?? 0
        for (let place = 1; place <= fineBins; place += 1) {
          const here = bins.counts[place] ?? 0
          if (here > 0) take(bins.low + bins.width * (place - 0.5), here)
        }
      }
      return { counts, below, above }
    },
  }
}
