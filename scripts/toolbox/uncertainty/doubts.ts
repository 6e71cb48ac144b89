/** Doubts as a simulation takes them: distributions, what ties them together, and the way from uniform numbers to values. */
import { cholesky, correlate, type Matrix, scaleToTotal } from './copula.ts'
import { type Distribution, quantileFunction } from './distributions.ts'

/** One doubted quantity. */
export interface Doubt {
  readonly id: string
  readonly distribution: Distribution
}

/** Doubts that are not independent; `members` are places in the list of doubts, and no doubt is in two groups. */
export interface DoubtGroup {
  readonly id: string
  readonly members: readonly number[]
  /** The correlation of the normal numbers behind their ranks. */
  readonly correlation?: Matrix
  /** What their values add up to in every draw. */
  readonly total?: number
}

/**
 * What an answer's variance is shared out among: a doubt by itself, or a group as a whole, for which no share of one of its members
 * is defined.
 */
export interface Factor {
  readonly id: string
  readonly members: readonly number[]
}

/** What a simulation draws from. */
export interface Sampler {
  readonly doubts: readonly Doubt[]
  readonly factors: readonly Factor[]
  /** Makes values of independent uniform numbers, one for each doubt; `uniforms` may be written over. */
  readonly values: (uniforms: Float64Array, values: Float64Array) => void
  /** Every doubt at a quantile of its own distribution, without regard to groups. */
  readonly quantiles: (probability: number) => Float64Array
}

/** Throws a RangeError for a distribution that is none, and for correlations that no quantities can have. */
export const samplerOf = (doubts: readonly Doubt[], groups: readonly DoubtGroup[] = []): Sampler => {
  const functions = doubts.map(({ distribution }) => quantileFunction(distribution))
  const grouped = new Set(groups.flatMap(({ members }) => members))
  if (grouped.size < groups.reduce((sum, { members }) => sum + members.length, 0)) throw new RangeError('a doubt stands in two groups')
  const tied = groups.map((group) => {
    const lower = group.correlation && cholesky(group.correlation)
    if (group.correlation && !lower)
      throw new RangeError(`no quantities can be correlated as ${group.id} says: its matrix is not positive definite`)
    return { members: group.members, lower, total: group.total }
  })
  return {
    doubts,
    factors: [
      ...groups.map(({ id, members }) => ({ id, members })),
      ...doubts.flatMap(({ id }, place) => (grouped.has(place) ? [] : [{ id, members: [place] }])),
    ],
    values: (uniforms, values) => {
      for (const { members, lower } of tied) if (lower) correlate(uniforms, members, lower)
      for (let place = 0; place < functions.length; place += 1) values[place] = functions[place]?.(uniforms[place] ?? 0.5) ?? Number.NaN
      for (const { members, total } of tied) if (total !== undefined) scaleToTotal(values, members, total)
    },
    quantiles: (probability) => Float64Array.from(functions, (quantile) => quantile(probability)),
  }
}
