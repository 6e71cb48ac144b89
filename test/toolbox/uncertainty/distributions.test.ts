import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { betaQuantile, betaRatio, logGamma } from '../../../scripts/toolbox/uncertainty/beta-quantile.ts'
import { type Distribution, faultOf, momentsOf, quantileFunction } from '../../../scripts/toolbox/uncertainty/distributions.ts'
import { standardNormalProbability } from '../../../scripts/toolbox/uncertainty/normal-probability.ts'
import { standardNormalQuantile } from '../../../scripts/toolbox/uncertainty/standard-normal.ts'

/** Within so many parts of the expected value. */
const closeTo = (found: number, expected: number, parts = 1e-13): void => {
  expect(Math.abs(found - expected), `${found} for ${expected}`).toBeLessThanOrEqual(parts * Math.abs(expected))
}

const distributions: readonly Distribution[] = [
  { kind: 'uniform', low: -2, high: 6 },
  { kind: 'triangular', low: 1, mode: 2, high: 5 },
  { kind: 'triangular', low: 1, mode: 1, high: 5 },
  { kind: 'normal', mean: 10, deviation: 2 },
  { kind: 'lognormal', median: 2, spread: 0.5 },
  { kind: 'beta', alpha: 2, beta: 5, low: 0, high: 1 },
  { kind: 'beta', alpha: 0.5, beta: 0.5, low: 10, high: 30 },
]

// Made once with scipy 1.17: scipy.stats.<distribution>.ppf, scipy.special.betainc, scipy.special.gammaln, scipy.stats.norm.cdf.
describe('quantiles are those of scipy', () => {
  test('of a triangle from 1 over 2 to 5', () => {
    const quantile = quantileFunction({ kind: 'triangular', low: 1, mode: 2, high: 5 })
    closeTo(quantile(0.1), 1.632455532033676)
    closeTo(quantile(0.9), 3.904554884989668)
    // By hand: a quarter lies below the mode.
    expect(quantile(0.25)).toBe(2)
  })

  test('of a normal and of a lognormal distribution', () => {
    closeTo(quantileFunction({ kind: 'normal', mean: 10, deviation: 2 })(0.05), 6.710292746097054)
    closeTo(quantileFunction({ kind: 'lognormal', median: 2, spread: 0.5 })(0.95), 4.552033217028634)
  })

  test('of beta distributions, also where their density is without end or next to nought', () => {
    closeTo(betaQuantile(0.05, 2, 5), 0.06284989170835438)
    closeTo(betaQuantile(0.95, 0.5, 0.5), 0.9938441702975689)
    closeTo(betaQuantile(0.3, 30, 2.5), 0.906058668234669)
    closeTo(betaQuantile(1e-6, 2, 3), 0.0004083594602042573)
    closeTo(betaQuantile(0.05, 150, 350), 0.26678068048806797)
    // Next to one what lies above decides, which is 1.00000008e-9 here, and not 1e-9.
    closeTo(betaQuantile(1 - 1e-9, 2, 5), 0.9889037391360324)
  })

  test('and so are the incomplete beta ratio, the gamma function’s logarithm and the normal distribution', () => {
    closeTo(betaRatio(0.4, 2, 3), 0.5247999999999999)
    closeTo(betaRatio(0.01, 0.5, 0.5), 0.06376856085851985)
    closeTo(betaRatio(0.97, 30, 2.5), 0.8664652017522162)
    closeTo(logGamma(0.5), 0.5723649429247)
    closeTo(logGamma(7.3), 7.147892523022249)
    closeTo(logGamma(123.4), 469.3360974421906)
    closeTo(standardNormalProbability(-1.96), 0.024997895148220435)
    closeTo(standardNormalProbability(0.3), 0.6179114221889526)
    closeTo(standardNormalProbability(-8), 6.22096057427174e-16, 1e-7)
  })
})

describe('laws of every distribution', () => {
  test('the more of it lies below, the higher the quantile', () => {
    const part = fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true })
    fc.assert(
      fc.property(fc.constantFrom(...distributions), part, part, (distribution, one, other) => {
        const quantile = quantileFunction(distribution)
        const [lower, higher] = [quantile(Math.min(one, other)), quantile(Math.max(one, other))]
        // Of parts that differ in their last digits, rounding alone can turn the order round.
        expect(lower).toBeLessThanOrEqual(higher + 1e-13 * Math.abs(higher))
      }),
    )
  })

  test('mean and variance of evenly spread quantiles are those of the formulas', () => {
    const count = 20_000
    for (const distribution of distributions) {
      const quantile = quantileFunction(distribution)
      let [sum, squares] = [0, 0]
      const { mean, variance } = momentsOf(distribution)
      for (let place = 0; place < count; place += 1) {
        const value = quantile((place + 0.5) / count)
        sum += value
        squares += (value - mean) ** 2
      }
      expect(sum / count / mean, distribution.kind).toBeCloseTo(1, 3)
      expect(squares / count / variance, distribution.kind).toBeCloseTo(1, 2)
    }
  })

  test('the normal distribution and its quantiles undo each other', () => {
    fc.assert(
      fc.property(fc.double({ min: -6, max: 6, noNaN: true }), (deviations) => {
        expect(standardNormalQuantile(standardNormalProbability(deviations))).toBeCloseTo(deviations, 6)
      }),
    )
  })

  test('a beta distribution and its quantiles undo each other', () => {
    const shape = fc.double({ min: 0.5, max: 60, noNaN: true })
    fc.assert(
      fc.property(shape, shape, fc.double({ min: 0.001, max: 0.999, noNaN: true }), (a, b, part) => {
        expect(betaRatio(betaQuantile(part, a, b), a, b)).toBeCloseTo(part, 7)
      }),
    )
  })
})

describe('what is no distribution is refused at the parameter that makes it none', () => {
  test.each([
    [{ kind: 'uniform', low: 2, high: 2 }, 'high'],
    [{ kind: 'triangular', low: 1, mode: 6, high: 5 }, 'mode'],
    [{ kind: 'triangular', low: 5, mode: 3, high: 1 }, 'high'],
    [{ kind: 'normal', mean: 0, deviation: 0 }, 'deviation'],
    [{ kind: 'lognormal', median: 0, spread: 1 }, 'median'],
    [{ kind: 'lognormal', median: 1, spread: -1 }, 'spread'],
    [{ kind: 'beta', alpha: 0, beta: 1, low: 0, high: 1 }, 'alpha'],
    [{ kind: 'beta', alpha: 1, beta: -2, low: 0, high: 1 }, 'beta'],
    [{ kind: 'beta', alpha: 1, beta: 2, low: 1, high: 0 }, 'high'],
    [{ kind: 'normal', mean: Number.NaN, deviation: 1 }, 'mean'],
  ] as const)('%j: its %s', (distribution, parameter) => {
    expect(faultOf(distribution)?.parameter).toBe(parameter)
    expect(() => quantileFunction(distribution)).toThrow(RangeError)
  })

  test('a triangle whose mode is one of its ends is a distribution', () => {
    expect(faultOf({ kind: 'triangular', low: 1, mode: 1, high: 5 })).toBeUndefined()
  })
})
