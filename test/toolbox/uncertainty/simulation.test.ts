import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { alikeCorrelation, cholesky } from '../../../scripts/toolbox/uncertainty/copula.ts'
import { type Doubt, type DoubtGroup, samplerOf } from '../../../scripts/toolbox/uncertainty/doubts.ts'
import { answersOf, blockSize, NoFiniteAnswer, settledDigits, simulate } from '../../../scripts/toolbox/uncertainty/monte-carlo.ts'
import { emptySummary, fineBins, keptDraws } from '../../../scripts/toolbox/uncertainty/summary.ts'
import { crossingOf, tornadoOf } from '../../../scripts/toolbox/uncertainty/tornado.ts'

const evenly = (id: string, low = 0, high = 1): Doubt => ({ id, distribution: { kind: 'uniform', low, high } })
const sum = (values: Float64Array): number => values.reduce((all, each) => all + each, 0)
const seed = 20_260_101

describe('draws by Monte Carlo', () => {
  test('come to the mean, the variance and the quantiles that are known', () => {
    // A sum of two dice without faces: a triangle from 0 to 2 with mean 1, variance 1/6 and its 5 per cent at the root of 0.1.
    const summary = simulate(sum, samplerOf([evenly('one'), evenly('other')]), { seed, draws: 2 ** 14 })
    expect(Math.abs(summary.mean() - 1)).toBeLessThan(4 * summary.meanError())
    expect(summary.variance()).toBeCloseTo(1 / 6, 2)
    expect(Math.abs(summary.quantile(0.05) - Math.sqrt(0.1))).toBeLessThan(4 * summary.quantileError(0.05))
    expect(summary.meanError()).toBeCloseTo(Math.sqrt(1 / 6 / 2 ** 14), 4)
  })

  test('are told with an error that is as large as they vary from seed to seed', () => {
    const sampler = samplerOf([evenly('one'), evenly('other')])
    const runs = Array.from({ length: 200 }, (_, run) => simulate(sum, sampler, { seed: run, draws: blockSize }))
    const spread = (values: readonly number[]): number => {
      const mean = values.reduce((all, each) => all + each, 0) / values.length
      return Math.sqrt(values.reduce((all, each) => all + (each - mean) ** 2, 0) / (values.length - 1))
    }
    const told = (values: readonly number[]): number => values.reduce((all, each) => all + each, 0) / values.length
    // With 200 runs a standard deviation is known to a twentieth; three of these are allowed.
    expect(spread(runs.map((each) => each.mean())) / told(runs.map((each) => each.meanError()))).toBeCloseTo(1, 0.8)
    for (const probability of [0.05, 0.5, 0.95])
      expect(
        Math.abs(spread(runs.map((each) => each.quantile(probability))) / told(runs.map((each) => each.quantileError(probability))) - 1),
      ).toBeLessThan(0.2)
  })

  test('are the same to the bit whoever makes them, in whatever blocks and in whatever order', () => {
    const sampler = samplerOf([evenly('one'), { id: 'other', distribution: { kind: 'beta', alpha: 2, beta: 3, low: 0, high: 1 } }])
    const whole = answersOf(sum, sampler, seed, 0, 600)
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 599 }), { maxLength: 6 }), fc.boolean(), (cuts, backwards) => {
        const ends = [0, ...cuts.sort((a, b) => a - b), 600]
        const parts = ends.slice(1).map((end, place) => [ends[place] ?? 0, end] as const)
        const made = new Float64Array(600)
        for (const [from, to] of backwards ? parts.toReversed() : parts) made.set(answersOf(sum, sampler, seed, from, to - from), from)
        expect(made).toEqual(whole)
      }),
      { numRuns: 20 },
    )
  })

  test('of one doubt are not moved by another that comes in behind it', () => {
    const first = (values: Float64Array): number => values[0] ?? Number.NaN
    expect(answersOf(first, samplerOf([evenly('one'), evenly('other')]), seed, 0, 50)).toEqual(
      answersOf(first, samplerOf([evenly('one')]), seed, 0, 50),
    )
  })

  test('scale and shift as what they are drawn from does', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), fc.integer({ min: -50, max: 50 }), (factor, shift) => {
        const plain = simulate(sum, samplerOf([evenly('one')]), { seed, draws: 512 })
        const other = simulate(sum, samplerOf([evenly('one', shift, shift + factor)]), { seed, draws: 512 })
        expect(other.quantile(0.3)).toBeCloseTo(shift + factor * plain.quantile(0.3), 8)
        expect(other.mean()).toBeCloseTo(shift + factor * plain.mean(), 8)
      }),
      { numRuns: 20 },
    )
  })

  test('end once the digits that are shown are settled, and not before', () => {
    const sampler = samplerOf([evenly('one', 95, 105)])
    const coarse = simulate(sum, sampler, { seed, draws: 2 ** 20, digits: 2 })
    const fine = simulate(sum, sampler, { seed, draws: 2 ** 20, digits: 3 })
    expect(coarse.count()).toBe(blockSize)
    expect(fine.count()).toBeGreaterThan(coarse.count())
    expect(fine.count()).toBeLessThan(2 ** 20)
    expect(settledDigits(1234, 0.2)).toBe(4)
    expect(settledDigits(1234, 0.3)).toBe(3)
    expect(settledDigits(0, 1)).toBe(0)
  })

  test('without a finite answer are told by their number and by what was drawn', () => {
    const model = ([one = 0]: Float64Array): number => (one > 0.9 ? 1 / 0 : one)
    const sampler = samplerOf([evenly('the divisor')])
    expect(() => simulate(model, sampler, { seed, draws: 1000 })).toThrow(NoFiniteAnswer)
    expect(() => simulate(model, sampler, { seed, draws: 1000 })).toThrow(
      /^draw \d+ has no finite answer but Infinity, at the divisor = 0\.9/,
    )
    const refusing = (): number => {
      throw new RangeError('a sample is no larger than its population')
    }
    expect(() => simulate(refusing, sampler, { seed, draws: 10 })).toThrow(/draw 0 .*“a sample is no larger/)
  })
})

describe('a summary of draws', () => {
  const square = (count: number): Float64Array => Float64Array.from({ length: count }, (_, place) => ((place * 7919) % count) ** 2 / count)

  test('keeps quantiles exactly as long as it keeps the draws', () => {
    const summary = emptySummary()
    summary.add(Float64Array.of(4, 1, 3))
    summary.add(Float64Array.of(2, 5))
    expect(summary.quantile(0.5)).toBe(3)
    expect(summary.quantile(0.1)).toBeCloseTo(1.4, 12)
    expect(summary.mean()).toBe(3)
    expect(summary.variance()).toBe(2.5)
    expect(summary.resolution()).toBe(0)
  })

  test('reads them off a histogram beyond that, to within a bin', () => {
    const count = 4 * keptDraws
    const values = square(count)
    const summary = emptySummary()
    for (let from = 0; from < count; from += 1024) summary.add(values.subarray(from, from + 1024))
    const sorted = values.slice().sort()
    expect(summary.resolution()).toBeGreaterThan(0)
    expect(summary.resolution()).toBeLessThan((4 * count) / fineBins)
    for (const probability of [0.05, 0.5, 0.95])
      expect(Math.abs(summary.quantile(probability) - (sorted[Math.round(probability * (count - 1))] ?? 0))).toBeLessThan(
        2 * summary.resolution(),
      )
  })

  test('counts every draw once in its histogram', () => {
    const summary = emptySummary()
    summary.add(Float64Array.of(-1, 0, 0.2, 0.5, 1, 7))
    expect(summary.histogram(0, 1, 2)).toEqual({ counts: [2, 2], below: 1, above: 1 })
  })
})

describe('doubts that hang together', () => {
  const pair: readonly DoubtGroup[] = [{ id: 'pair', members: [0, 1], correlation: alikeCorrelation(2, 0.8) }]

  test('keep their own distributions', () => {
    const sampler = samplerOf([evenly('one'), evenly('other')], pair)
    for (const place of [0, 1]) {
      const summary = simulate((values) => values[place] ?? Number.NaN, sampler, { seed, draws: 2 ** 14 })
      for (const part of [0.05, 0.25, 0.5, 0.75, 0.95]) expect(summary.quantile(part)).toBeCloseTo(part, 1.7)
    }
  })

  test('are correlated by ranks as the copula says: 6/π times the arcsine of half the coefficient', () => {
    const sampler = samplerOf([evenly('one'), evenly('other')], pair)
    const product = simulate(([one = 0, other = 0]) => 12 * (one - 0.5) * (other - 0.5), sampler, { seed, draws: 2 ** 14 })
    expect(Math.abs(product.mean() - (6 / Math.PI) * Math.asin(0.4))).toBeLessThan(4 * product.meanError())
  })

  test('add up to their total in every draw', () => {
    const sampler = samplerOf([evenly('one'), evenly('other'), evenly('third')], [{ id: 'all', members: [0, 1, 2], total: 100 }])
    const summary = simulate(sum, sampler, { seed, draws: 500 })
    expect(summary.quantile(0)).toBeCloseTo(100, 9)
    expect(summary.quantile(1)).toBeCloseTo(100, 9)
  })

  test('cannot all be opposites of each other', () => {
    expect(cholesky(alikeCorrelation(3, -0.5))).toBeUndefined()
    expect(cholesky(alikeCorrelation(3, -0.49))).toBeDefined()
    expect(() =>
      samplerOf([evenly('a'), evenly('b'), evenly('c')], [{ id: 'three', members: [0, 1, 2], correlation: alikeCorrelation(3, -0.6) }]),
    ).toThrow(/three.*not positive definite/)
  })

  test('stand in one group only', () => {
    expect(() =>
      samplerOf(
        [evenly('a'), evenly('b'), evenly('c')],
        [
          { id: 'one', members: [0, 1], total: 1 },
          { id: 'other', members: [1, 2], total: 1 },
        ],
      ),
    ).toThrow(/two groups/)
  })
})

describe('a tornado', () => {
  const sampler = samplerOf([evenly('narrow', 0, 1), evenly('wide', 0, 10)])

  test('has the widest bar first, from the 5 to the 95 per cent of its doubt, the others at their medians', () => {
    const { middle, bars } = tornadoOf(sum, sampler)
    expect(middle).toBeCloseTo(5.5, 12)
    expect(bars.map(({ id }) => id)).toEqual(['wide', 'narrow'])
    expect(bars[0]?.atLow).toBeCloseTo(1, 12)
    expect(bars[0]?.atHigh).toBeCloseTo(10, 12)
  })

  test('tells where one doubt brings the answer across a number', () => {
    expect(crossingOf((values) => sum(values) > 7, sampler, 1, 0, 10)).toBeCloseTo(6.5, 9)
    expect(crossingOf((values) => sum(values) > 70, sampler, 1, 0, 10)).toBeUndefined()
  })
})
