/** Standard errors where shops of one cluster (a county, a platform's agent) go together: a third reading, of sums within clusters. */

import type { Column } from './engine.ts'
import { DatabaseProblem, type Engine } from './engine.ts'
import { type CategoryEstimate, changed } from './estimate.ts'
import { asNumber, finestOfDoubles, finestOfIntegers, powerAbove } from './exact-sums.ts'
import { clusterFactor, covarianceOf, type Errors, errorsOf, type Meat, times } from './robust-errors.ts'
import { constantsOf } from './second-reading.ts'
import { type ClusterGrids, clusterSums, type Shops } from './statements.ts'

export interface Clustered {
  readonly clusters: number
  /** Rows that name no cluster; together they are one. */
  readonly rowsWithout: number
  /** G / (G - 1) * (n - 1) / (n - 2), which is in the errors' variances. */
  readonly factor: number | undefined
  /** Undefined of fewer than two clusters. */
  readonly errors: Errors | undefined
}

/** Clustered errors of each category that has a line. */
export const clusterShops = async (
  engine: Engine,
  shops: Shops,
  cluster: Column,
  estimates: readonly CategoryEstimate[],
): Promise<ReadonlyMap<string, Clustered>> => {
  const fits = estimates.flatMap(({ fitted }) => (fitted ? [fitted.fit] : []))
  if (fits.length === 0) return new Map()
  const rows = Math.max(1, powerAbove(Math.max(...fits.map(({ line }) => line.n))))
  // Scaled residuals have n as the most of their sum of squares, and so of their absolute amounts; likewise their products with z.
  const total = rows + 1
  const place = finestOfDoubles(total)
  const grids: ClusterGrids = {
    within: { place, each: total, total, rows },
    products: { place: finestOfIntegers(2 * total), each: 2 * total, total: 2 * total, rows },
  }
  const answer = new Map(
    (await engine.run(clusterSums(shops, constantsOf(fits), cluster, grids))).map((row) => [String(row.shop_category), row]),
  )
  return new Map(
    fits.map(({ reading, line, constants }) => {
      const category = reading.category ?? ''
      const row = answer.get(category)
      if (!row || Number(row.rows_used) !== line.n) throw changed(engine)
      const read = (name: string): number => {
        const sum = engine.dialect.exactSum.read(row, `sum_${name}`, grids.products)
        if (sum === undefined) throw new DatabaseProblem(engine.source, 'the sums of its clusters overflow')
        return asNumber(sum)
      }
      const [r, z] = [constants.scale_r, constants.scale_z]
      const meat: Meat = { one: read('gg') / r ** 2, d: read('ggz') / (r ** 2 * z), dd: read('ggzz') / (r ** 2 * z ** 2) }
      const clusters = Number(row.clusters)
      const factor = clusters > 1 && line.n > 2 ? clusterFactor(line.n, clusters) : undefined
      const errors = factor === undefined ? undefined : errorsOf(covarianceOf(times(meat, factor), line), line)
      return [category, { clusters, rowsWithout: Number(row.rows_without), factor, errors }] as const
    }),
  )
}
