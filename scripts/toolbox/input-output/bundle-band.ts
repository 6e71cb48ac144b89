import { entry } from './algebra.ts'
import type { EmploymentMultipliers } from './employment-multipliers.ts'
import { InputOutputRefusal } from './refusal.ts'

/** The least and the greatest of indirect per direct jobs that any bundle can have, and the sectors whose products alone have them. */
export interface BundleBand {
  readonly low: number
  /** Infinity where a sector that employs nobody buys from others that do: a bundle may have next to no direct jobs. */
  readonly high: number
  readonly lowSector: string
  readonly highSector: string
}

/**
 * All that a choice of bundle can do. For f ≥ 0 with direct jobs l f > 0,
 *
 *     (l L f − l f) / l f = Σ_j w_j (m_j − 1),  w_j = l_j f_j / l f ≥ 0,  Σ w_j = 1,
 *
 * where every sector has direct labour: a mean of the sectors' own Type I multipliers less one, weighed by where the bundle's
 * direct jobs are. So no bundle lies outside the least and the greatest of them, and the bundle of that one sector's product has
 * it. A sector with l_j = 0 adds indirect jobs and no direct ones, without bound. `among` are the sectors (by place) that
 * may be bought; all if it is not given.
 */
export const bundleBand = (
  sectors: readonly string[],
  { direct, simple, indirectPerDirect }: Pick<EmploymentMultipliers, 'direct' | 'simple' | 'indirectPerDirect'>,
  among: readonly number[] = sectors.map((_, index) => index),
): BundleBand => {
  const told = among.flatMap((sector) => {
    const ratio = indirectPerDirect[sector]
    return ratio === undefined ? [] : [{ name: entry(sectors, sector), ratio }]
  })
  const [first] = told
  if (!first) throw new InputOutputRefusal('value', 'None of the sectors that may be bought employs anybody, so no bundle has direct jobs.')
  const least = told.reduce((low, each) => (each.ratio < low.ratio ? each : low), first)
  const most = told.reduce((high, each) => (each.ratio > high.ratio ? each : high), first)
  const unbounded = among.find((sector) => entry(direct, sector) === 0 && entry(simple, sector) > 0)
  return {
    low: least.ratio,
    high: unbounded === undefined ? most.ratio : Number.POSITIVE_INFINITY,
    lowSector: least.name,
    highSector: unbounded === undefined ? most.name : entry(sectors, unbounded),
  }
}
