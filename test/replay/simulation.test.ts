import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { betaQuantile, normalProbability, normalQuantile } from '../../replay/simulation/distributions.ts'
import { uniformOf } from '../../replay/simulation/random.ts'
import { indicesOf, simulated, valuesOf } from '../../replay/simulation/simulate.ts'
import { betaQuantile as builtBeta } from '../../scripts/toolbox/uncertainty/beta-quantile.ts'
import { uniformAt } from '../../scripts/toolbox/uncertainty/philox.ts'

describe('the replay’s own generator', () => {
  test('gives the numbers that the build’s gives, to the bit', () => {
    const counter = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER })
    fc.assert(
      fc.property(counter, counter, counter, (seed, stream, draw) => {
        expect(uniformOf(seed, stream, draw)).toBe(uniformAt(seed, stream, draw))
      }),
    )
  })
})

describe('the replay’s own distributions', () => {
  test('are those of scipy', () => {
    // scipy 1.17: stats.norm.ppf(0.05), stats.norm.cdf(0.3), stats.beta.ppf.
    expect(normalQuantile(0.05)).toBeCloseTo(-1.6448536269514726, 12)
    expect(normalProbability(0.3)).toBeCloseTo(0.6179114221889526, 14)
    expect(betaQuantile(0.05, 2, 5)).toBeCloseTo(0.06284989170835438, 13)
    expect(betaQuantile(0.95, 0.5, 0.5)).toBeCloseTo(0.9938441702975689, 12)
    // Shapes of which an alternating series keeps nine digits.
    expect(betaQuantile(0.01, 19.999999999999996, 5.592143687984073)).toBeCloseTo(0.5684522808890968, 13)
    // Shapes of surveys that asked a thousand, and lopsided ones.
    expect(betaQuantile(0.05, 600, 600)).toBeCloseTo(0.476267021220004, 13)
    expect(betaQuantile(0.3, 1074, 1)).toBeCloseTo(0.9988796105967164, 13)
    expect(betaQuantile(0.95, 3000, 40)).toBeCloseTo(0.990049465741906, 12)
    expect(betaQuantile(0.01, 2, 1e6)).toBeCloseTo(1.4855465494170864e-7, 17)
  })

  test('and those of the build, which come by another road', () => {
    const shape = fc.oneof(fc.double({ min: 0.5, max: 20, noNaN: true }), fc.double({ min: 20, max: 2000, noNaN: true }))
    fc.assert(
      fc.property(shape, shape, fc.double({ min: 0.01, max: 0.99, noNaN: true }), (a, b, part) => {
        expect(betaQuantile(part, a, b)).toBeCloseTo(builtBeta(part, a, b), 12)
      }),
      { numRuns: 50 },
    )
  })
})

const evenly = (low: number, high: number) => ({
  figure: '',
  distribution: 'uniform',
  parameter: (name: string): number => (name === 'low' ? low : high),
})

describe('the replay’s own simulation', () => {
  test('of a sum of two even numbers has the mean 1', () => {
    const draws = simulated((values) => (values[0] ?? 0) + (values[1] ?? 0), [evenly(0, 1), evenly(0, 1)], [], 1, 4096, 6)
    expect(draws.count).toBe(4096)
    expect(Math.abs(draws.mean - 1)).toBeLessThan(4 * draws.meanError)
  })

  test('ties ranks by the lower triangle of a matrix with one correlation', () => {
    // Of three normal numbers of which only the first is not nought, the others are the correlation times it.
    const [z, rho] = [0.7, 0.5]
    const p = normalProbability(z)
    const values = valuesOf(
      [p, 0.5, 0.5],
      [evenly(0, 1), evenly(0, 1), evenly(0, 1)],
      [{ id: 'three', members: [0, 1, 2], correlation: rho }],
    )
    expect(values[0]).toBeCloseTo(p, 12)
    expect(values[1]).toBeCloseTo(normalProbability(rho * z), 12)
    expect(values[2]).toBeCloseTo(normalProbability(rho * z), 12)
  })

  test('shares a sum’s variance out by the squares of its weights', () => {
    const all = indicesOf((values) => (values[0] ?? 0) + 2 * (values[1] ?? 0), [evenly(0, 1), evenly(0, 1)], [], [[0], [1]], 1, 2048)
    expect(all.map(({ rows }) => rows)).toEqual([256, 512, 1024, 2048])
    const last = all.at(-1)
    expect(Math.abs((last?.first[1]?.value ?? 0) - 0.8)).toBeLessThan(2 * (last?.first[1]?.half ?? 0))
    expect(Math.abs((last?.total[0]?.value ?? 0) - 0.2)).toBeLessThan(2 * (last?.total[0]?.half ?? 0))
  })
})
