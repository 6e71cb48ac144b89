import { inverse, Matrix } from 'ml-matrix'
import { describe, expect, it } from 'vitest'
import { weightedRatioTotal, weightedRatioTotalError } from '../../../scripts/methods/ratio-estimator.ts'
import { bootstrap, drawCounts } from '../../../scripts/toolbox/scale-regression/bootstrap.ts'
import { clusterShops } from '../../../scripts/toolbox/scale-regression/clusters.ts'
import { findColumn } from '../../../scripts/toolbox/scale-regression/columns.ts'
import { estimateShops } from '../../../scripts/toolbox/scale-regression/estimate.ts'
import { expandShops } from '../../../scripts/toolbox/scale-regression/expansion.ts'
import { estimatePopulation } from '../../../scripts/toolbox/scale-regression/population.ts'
import { csvOf, type Shop, withShops } from './shops.ts'

/** Nine shops in three counties; `more` names the county. */
const nine = [
  [1200, 2, 'north'],
  [3400, 3, 'north'],
  [5600, 9, 'north'],
  [9100, 4, 'west'],
  [15000, 12, 'west'],
  [22000, 9, 'south'],
  [41000, 31, 'south'],
  [64000, 20, 'south'],
  [90000, 55, 'south'],
].map(([turnover, employees, more]): Shop & { turnover: number; employees: number; more: string } => ({
  category: 'books',
  turnover: Number(turnover),
  employees: Number(employees),
  more: String(more),
}))

const clustered = (shops: readonly Shop[]) =>
  withShops(csvOf(shops), {}, async (engine, table) => {
    const estimates = await estimateShops(engine, table)
    return { estimates, clusters: (await clusterShops(engine, table, findColumn(engine, 'more', 'clusters'), estimates)).get('books') }
  })

describe('clustered errors', () => {
  it('are those of the textbook’s matrices: scores summed within counties, times 3/2 * 8/7', async () => {
    const x = new Matrix(nine.map(({ turnover }) => [1, Math.log(turnover)]))
    const v = Matrix.columnVector(nine.map(({ turnover, employees }) => Math.log(turnover / employees)))
    const bread = inverse(x.transpose().mmul(x))
    const residuals = Matrix.sub(v, x.mmul(bread).mmul(x.transpose()).mmul(v)).to1DArray()
    const meat = Matrix.zeros(2, 2)
    for (const county of ['north', 'west', 'south']) {
      const score = [0, 1].map((column) =>
        nine.reduce((sum, shop, row) => sum + (shop.more === county ? x.get(row, column) * (residuals[row] ?? 0) : 0), 0),
      )
      meat.add(Matrix.columnVector(score).mmul(Matrix.rowVector(score)))
    }
    const variance = bread
      .mmul(meat)
      .mmul(bread)
      .mul((3 / 2) * (8 / 7))
    const { clusters } = await clustered(nine)
    expect(clusters).toMatchObject({ clusters: 3, rowsWithout: 0, factor: (3 / 2) * (8 / 7) })
    expect(clusters?.errors?.p1).toBeCloseTo(Math.sqrt(variance.get(1, 1)), 11)
    expect(clusters?.errors?.p0).toBeCloseTo(Math.sqrt(variance.get(0, 0)), 10)
  })
  it('of clusters of one shop are HC1’s', async () => {
    const { clusters, estimates } = await clustered(nine.map((shop, row) => ({ ...shop, more: String(row) })))
    // G / (G - 1) * (n - 1) / (n - 2) is n / (n - 2) where G is n.
    expect(clusters?.errors?.p1).toBeCloseTo(estimates[0]?.fitted?.errors.hc1?.p1 ?? 0, 12)
  })
  it('are not told of one cluster', async () => {
    const { clusters } = await clustered(nine.map((shop) => ({ ...shop, more: 'all' })))
    expect(clusters).toMatchObject({ clusters: 1, errors: undefined })
  })
  it('count the rows that name no cluster', async () => {
    const { clusters } = await clustered(nine.map(({ more, ...shop }) => (more === 'west' ? shop : { ...shop, more })))
    expect(clusters).toMatchObject({ clusters: 3, rowsWithout: 2 })
  })
})

describe('a population', () => {
  it('that is the file itself has the file’s employment, and leaves out what has no turnover or no line', async () => {
    const more = [...nine, { category: 'books', employees: 2 }, { category: 'alone', turnover: 5, employees: 5 }]
    await withShops(csvOf(more), {}, async (engine, table) => {
      const estimates = await estimateShops(engine, table)
      const [alone, books] = await estimatePopulation(engine, table, estimates)
      const fitted = estimates.find(({ category }) => category === 'books')?.fitted
      expect(alone).toMatchObject({ category: 'alone', shops: 0, leftOut: 1, employment: undefined })
      expect(books).toMatchObject({ category: 'books', shops: 9, leftOut: 1, turnover: 251_300, beyond: false })
      expect(books?.employment).toBeCloseTo(fitted?.employment ?? 0, 9)
      expect(books?.intervalOfNew?.[1]).toBeCloseTo(fitted?.intervalOfNew?.[1] ?? 0, 7)
    })
  })
})

describe('design weights', () => {
  it('expand as the ratio estimator of the methods does', async () => {
    const weights = [1, 2, 3, 1, 2, 3, 1, 2, 3]
    const shops = nine.map((shop, row) => ({ ...shop, more: String(weights[row]) }))
    const terms = {
      amounts: nine.map(({ employees }) => employees),
      auxiliaries: nine.map(({ turnover }) => turnover),
      weights,
      auxiliaryTotal: 1e6,
    }
    await withShops(csvOf(shops), {}, async (engine, table) => {
      const [books] = await expandShops(engine, table, findColumn(engine, 'more', 'weights'), new Map([['books', 1e6]]))
      expect(books).toMatchObject({ n: 9, withoutWeight: 0, weights: 18 })
      // 2 + 6 + 27 + 4 + 24 + 27 + 31 + 40 + 165 employees.
      expect(books?.total).toBe(326)
      expect(books?.population).toBeCloseTo(weightedRatioTotal(terms), 8)
      expect((books?.population ?? 0) * (books?.ratioRelativeError ?? 0)).toBeCloseTo(weightedRatioTotalError(terms), 8)
    })
  })
  it('that are no weights are counted', async () => {
    const shops = nine.map((shop, row) => ({ ...shop, more: row === 0 ? '-1' : row === 1 ? '' : '1' }))
    await withShops(csvOf(shops), {}, async (engine, table) => {
      const [books] = await expandShops(engine, table, findColumn(engine, 'more', 'weights'))
      expect(books).toMatchObject({ n: 7, withoutWeight: 2, weights: 7, population: undefined })
    })
  })
})

describe('the bootstrap', () => {
  const pairs = (shops: typeof nine) => ({
    u: Float64Array.from(shops, ({ turnover }) => Math.log(turnover)),
    w: Float64Array.from(shops, ({ employees }) => Math.log(employees)),
  })

  it('draws with replacement: as often as there are shops, and some more than once', () => {
    const counts = [...drawCounts(100, { seed: 1, stratum: 0 }, 0)]
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(100)
    // About 37 of 100 are not drawn at all; without replacement every shop would be drawn once.
    const missed = counts.filter((count) => count === 0).length
    expect(missed).toBeGreaterThan(20)
    expect(missed).toBeLessThan(55)
  })
  it('is the same for every order of the rows, and another for another seed', () => {
    const plan = { replicates: 50, seed: 1, stratum: 0 }
    const forth = bootstrap(pairs(nine), plan)
    expect(bootstrap(pairs(nine.toReversed()), plan)).toEqual(forth)
    expect(bootstrap(pairs(nine), { ...plan, seed: 2 })).not.toEqual(forth)
  })
  it('scatters about as HC errors say', async () => {
    const { estimates } = await clustered(nine)
    const drawn = bootstrap(pairs(nine), { replicates: 2000, seed: 1, stratum: 0 })
    const errors = estimates[0]?.fitted?.errors
    expect(drawn?.slopeError).toBeGreaterThan(0.7 * (errors?.hc0?.p1 ?? 0))
    expect(drawn?.slopeError).toBeLessThan(1.5 * (errors?.hc3?.p1 ?? 0))
  })
})
