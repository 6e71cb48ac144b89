import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { alikeCorrelation } from '../../../scripts/toolbox/uncertainty/copula.ts'
import { type Doubt, samplerOf } from '../../../scripts/toolbox/uncertainty/doubts.ts'
import type { Model } from '../../../scripts/toolbox/uncertainty/monte-carlo.ts'
import { NoFiniteAnswer } from '../../../scripts/toolbox/uncertainty/monte-carlo.ts'
import { type SobolAnswer, sobolIndices } from '../../../scripts/toolbox/uncertainty/sobol-indices.ts'

const evenly = (id: string, low = 0, high = 1): Doubt => ({ id, distribution: { kind: 'uniform', low, high } })
const seed = 7
type Found = Extract<SobolAnswer, { constant: false }>
const found = (model: Model, doubts: readonly Doubt[], rows = 4096, own = seed): Found => {
  const answer = sobolIndices(model, samplerOf(doubts), { seed: own, rows })
  if (answer.constant) throw new Error('the answer is constant')
  return answer
}

/** Every estimate lies within four of its standard errors of what is known. */
const holds = ({ factors }: Found, first: readonly number[], total: readonly number[]): void => {
  for (const [place, factor] of factors.entries()) {
    for (const [estimate, known] of [
      [factor.first, first[place]],
      [factor.total, total[place]],
    ] as const) {
      const error = (estimate.high - estimate.low) / 2 / 1.96
      expect(Math.abs(estimate.value - (known ?? Number.NaN)), `${factor.id}: ${estimate.value} for ${known}`).toBeLessThan(
        4 * error + 1e-12,
      )
      expect(error).toBeLessThan(0.06)
    }
  }
}

describe('Sobol’ indices are those of closed forms', () => {
  test('of Ishigami’s function, in which the third matters only together with the first', () => {
    // Ishigami and Homma (1990) with a = 7 and b = 0.1: V = a²/8 + bπ⁴/5 + b²π⁸/18 + 1/2.
    const [a, b] = [7, 0.1]
    const model: Model = ([x = 0, y = 0, z = 0]) => Math.sin(x) + a * Math.sin(y) ** 2 + b * z ** 4 * Math.sin(x)
    const variance = a ** 2 / 8 + (b * Math.PI ** 4) / 5 + (b ** 2 * Math.PI ** 8) / 18 + 0.5
    const first = 0.5 * (1 + (b * Math.PI ** 4) / 5) ** 2
    const both = b ** 2 * Math.PI ** 8 * (1 / 18 - 1 / 50)
    const answer = found(
      model,
      ['x', 'y', 'z'].map((id) => evenly(id, -Math.PI, Math.PI)),
    )
    holds(answer, [first / variance, a ** 2 / 8 / variance, 0], [(first + both) / variance, a ** 2 / 8 / variance, both / variance])
    expect(answer.factors[2]?.first.nought).toBe(true)
    expect(answer.factors[2]?.total.nought).toBe(false)
    expect(answer.variance / variance).toBeCloseTo(1, 1)
  })

  test('of Sobol’s g, a product', () => {
    const weights = [0, 1, 4.5, 9]
    const model: Model = (values) =>
      values.reduce((all, x, place) => (all * (Math.abs(4 * x - 2) + (weights[place] ?? 0))) / (1 + (weights[place] ?? 0)), 1)
    const own = weights.map((weight) => 1 / 3 / (1 + weight) ** 2)
    const variance = own.reduce((all, each) => all * (1 + each), 1) - 1
    holds(
      found(
        model,
        weights.map((weight) => evenly(`a = ${weight}`)),
      ),
      own.map((each) => each / variance),
      own.map((each) => (each * (variance + 1)) / (1 + each) / variance),
    )
  })

  test('of a weighted sum, where first and total are one, and the squares of the weights', () => {
    const weights = [1, 2, 3]
    const parts = weights.map((weight) => weight ** 2 / 14)
    holds(
      found((values) => values.reduce((all, x, place) => all + x * (weights[place] ?? 0), 0), [evenly('a'), evenly('b'), evenly('c')]),
      parts,
      parts,
    )
  })

  test('of a product of two that are centred at 1 with variances v and w', () => {
    // V = v + w + v w: first v / V, total (v + v w) / V.
    const [v, w] = [1 / 12, 4 / 12]
    const all = v + w + v * w
    holds(
      found(([x = 0, y = 0]) => x * y, [evenly('x', 0.5, 1.5), evenly('y', 0, 2)]),
      [v / all, w / all],
      [(v + v * w) / all, (w + v * w) / all],
    )
  })
})

describe('Sobol’ indices', () => {
  test('have intervals of 95 per cent that hold what is true about so often', () => {
    const runs = 200
    const parts = [1 / 5, 4 / 5]
    let held = 0
    for (let run = 0; run < runs; run += 1)
      for (const [place, { first }] of found(([x = 0, y = 0]) => x + 2 * y, [evenly('x'), evenly('y')], 512, run).factors.entries())
        if (first.low <= (parts[place] ?? 0) && (parts[place] ?? 0) <= first.high) held += 1
    // Of 400 intervals 380 are to hold; four standard deviations are 18.
    expect(held).toBeGreaterThan(362)
    expect(held).toBeLessThanOrEqual(398)
  })

  test('come to rest: a trace tells them from the first 256 rows on, and its end is the answer', () => {
    const { trace, factors } = found(([x = 0, y = 0]) => x * y, [evenly('x'), evenly('y')], 2048)
    expect(trace.map(({ rows }) => rows)).toEqual([256, 512, 1024, 2048])
    expect(trace.at(-1)?.first).toEqual(factors.map(({ first }) => first.value))
    expect(trace.at(-1)?.total).toEqual(factors.map(({ total }) => total.value))
  })

  test('do not move when the answer is told in another unit or from another nought', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), fc.integer({ min: -1000, max: 1000 }), (factor, shift) => {
        const doubts = [evenly('x'), evenly('y')]
        const plain = found(([x = 0, y = 0]) => x * y, doubts, 256)
        const other = found(([x = 0, y = 0]) => shift + factor * x * y, doubts, 256)
        for (const [place, { total }] of plain.factors.entries()) expect(other.factors[place]?.total.value).toBeCloseTo(total.value, 7)
      }),
      { numRuns: 20 },
    )
  })

  test('of what the answer does not ask for are nought, and cannot be told from it', () => {
    const { factors } = found(([x = 0]) => x, [evenly('asked'), evenly('not asked')])
    expect(factors[1]?.total).toMatchObject({ value: 0, nought: true })
    expect(factors[1]?.first.nought).toBe(true)
    expect(factors[0]?.first.nought).toBe(false)
  })

  test('of what cancels but for the last bits are nought, and no number of twenty noughts', () => {
    const model: Model = ([x = 0, y = 0]) => (x * (1 + y)) / (1 + y)
    const { factors } = found(model, [evenly('stays'), evenly('cancels')])
    expect(factors[1]?.first).toEqual({ value: 0, low: 0, high: 0, nought: true })
    expect(factors[1]?.total).toEqual({ value: 0, low: 0, high: 0, nought: true })
    expect(factors[0]?.total.nought).toBe(false)
  })

  test('of doubts that hang together are those of the group as a whole', () => {
    const doubts = [evenly('a'), evenly('b'), evenly('alone')]
    const sampler = samplerOf(doubts, [{ id: 'pair', members: [0, 1], correlation: alikeCorrelation(2, 0.5) }])
    const answer = sobolIndices(([a = 0, b = 0, c = 0]) => a + b + c, sampler, { seed, rows: 4096 })
    if (answer.constant) throw new Error('constant')
    expect(answer.factors.map(({ id }) => id)).toEqual(['pair', 'alone'])
    // The pair has a variance of 2 + 2ρ times that of one, where ρ is that of ranks, 6/π asin(ρ/2).
    const ranks = (6 / Math.PI) * Math.asin(0.25)
    const pair = (2 + 2 * ranks) / (3 + 2 * ranks)
    expect(answer.factors[0]?.first.low).toBeLessThan(pair)
    expect(answer.factors[0]?.first.high).toBeGreaterThan(pair)
  })

  test('are not told of an answer that is always the same: there is no variance to share out', () => {
    expect(sobolIndices(() => 42, samplerOf([evenly('x')]), { seed, rows: 512 })).toEqual({ constant: true, rows: 512, value: 42 })
  })

  test('are not told where an answer is not finite: the draw is named', () => {
    expect(() => sobolIndices(([x = 0]) => Math.log(x - 0.5), samplerOf([evenly('x')]), { seed, rows: 512 })).toThrow(NoFiniteAnswer)
  })
})
