import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Figure } from '../../../scripts/ledger/figures/compute.ts'
import { cut } from '../../../scripts/ledger/formulas/cut.ts'
import { remainder } from '../../../scripts/ledger/formulas/remainder.ts'
import { share } from '../../../scripts/ledger/formulas/share.ts'
import { sum } from '../../../scripts/ledger/formulas/sum.ts'
import { breakEvensOf, rootBetween } from '../../../scripts/ledger/questions/break-even.ts'
import { influencesOn } from '../../../scripts/ledger/questions/influence.ts'
import { roundAway, thresholdsOf } from '../../../scripts/ledger/questions/round-numbers.ts'
import { countAtLeast } from '../../../scripts/methods/count-codes.ts'
import { compatibleCounts } from '../../../scripts/methods/possible-percentages.ts'
import { recruitsFor, sampleForProportions } from '../../../scripts/methods/sample-size.ts'
import { proportionError } from '../../../scripts/methods/survey-proportion.ts'
import { apportioned, beforePart, logOfRatio, product } from '../examples.ts'
import { base, compute, figure, input, solidNumerals } from '../support.ts'

type Figures = ReadonlyMap<string, Figure>

const elasticities = (figures: Figures, id: string): Readonly<Record<string, number | undefined>> =>
  Object.fromEntries(influencesOn(figures, id).map((influence) => [influence.id, influence.elasticity]))
const slopes = (figures: Figures, id: string): Readonly<Record<string, number>> =>
  Object.fromEntries(influencesOn(figures, id).map((influence) => [influence.id, influence.slope]))
const thresholds = (figures: Figures, id = 'figure'): readonly number[] => thresholdsOf(figures, id).map((value) => value.valueOf())

/** Ten direct jobs, twenty more, and two indirect jobs for each of the twenty: 10 + 20 + 20 × 2 = 70. */
const economy = compute(
  [input('apart', '10', '人'), input('direct', '20', '人'), input('multiplier', '2')],
  [
    figure('indirect', product, { first: 'direct', second: 'multiplier' }, 'person'),
    figure('total', sum, { terms: ['apart', 'direct', 'indirect'] }, 'person'),
  ],
)

describe('the influence of one figure on another', () => {
  test('counts every way on which it reaches the other: 1% more of 20 jobs is 0.6 more in 70', () => {
    const found = elasticities(economy, 'total')
    expect(found.direct).toBeCloseTo(60 / 70, 10)
    expect(found.multiplier).toBeCloseTo(40 / 70, 10)
    expect(found.indirect).toBeCloseTo(40 / 70, 10)
    expect(found.apart).toBeCloseTo(10 / 70, 10)
    expect(slopes(economy, 'total').multiplier).toBeCloseTo(20, 10)
    expect(slopes(economy, 'total').direct).toBeCloseTo(3, 10)
  })

  test('of a share that is all, on its standard error, is asked without going beyond it; what is read as printed has none', () => {
    const figures = compute(
      [input('all', '100', '%'), input('decimals', '0', '1', { kind: 'assumed' }), input('asked', '40', '家')],
      [
        figure('error', proportionError, { share: 'all', sample: 'asked' }, 'ratio', { tex: 'x' }),
        figure('counts', compatibleCounts, { share: 'all', decimals: 'decimals', sample: 'asked' }, 'count', { tex: 'x' }),
      ],
    )
    expect(slopes(figures, 'error').all).toBeLessThan(0)
    expect(influencesOn(figures, 'counts')).toEqual([])
  })

  test('of what is counted whole is that of the way through its stairs, and near a pole it is felt before the pole', () => {
    const figures = compute(
      [input('before', '60', '%'), input('more', '0.08', '%'), input('critical', '1.96'), input('power', '0.84'), input('lost', '30', '%')],
      [
        figure('after', sum, { terms: ['before', 'more'] }),
        figure(
          'size',
          sampleForProportions,
          { before: 'before', after: 'after', criticalErrors: 'critical', powerErrors: 'power' },
          'count',
          { tex: 'x' },
        ),
        figure('recruits', recruitsFor, { sample: 'size', lost: 'lost' }, 'count', { tex: 'x' }),
      ],
    )
    // As one over the square of the difference, and very little by what both shares have in common.
    expect(elasticities(figures, 'size').more).toBeCloseTo(-2, 2)
    expect(Math.abs(elasticities(figures, 'size').before ?? 0)).toBeLessThan(3)
    expect(elasticities(figures, 'recruits').size).toBeCloseTo(1, 3)
    expect(elasticities(figures, 'recruits').lost).toBeCloseTo(3 / 7, 2)
  })

  test('of a code on how many codes there are is none: it moves by a whole one, or not at all', () => {
    const codes = ['0', '1', '2'].map((digits, index) => input(`code${index}`, digits))
    const figures = compute(
      [...codes, input('least', '1')],
      [figure('some', countAtLeast, { codes: codes.map(({ id }) => id), least: 'least' }, 'count', { tex: 'x' })],
    )
    expect(influencesOn(figures, 'some')).toEqual([])
  })

  test('comes in the order of its strength', () => {
    expect(influencesOn(economy, 'total').map(({ id }) => id)[0]).toBe('direct')
    expect(influencesOn(economy, 'total').at(-1)?.id).toBe('apart')
  })

  test('of a figure on itself or on what it is computed from is none', () => {
    expect(Object.keys(elasticities(economy, 'indirect')).sort()).toEqual(['direct', 'multiplier'])
    expect(influencesOn(economy, 'direct')).toEqual([])
  })

  test('on a figure that is zero has a slope and no elasticity', () => {
    const figures = compute([input('a', '5'), input('b', '5')], [figure('nothing', remainder, { whole: 'a', part: 'b' })])
    expect(influencesOn(figures, 'nothing')).toEqual([
      { id: 'a', slope: expect.closeTo(1, 9) },
      { id: 'b', slope: expect.closeTo(-1, 9) },
    ])
  })

  test('of a zero is none, as 1% more of nothing is nothing, and it takes none from the others', () => {
    const figures = compute([input('a', '5'), input('b', '0')], [figure('total', sum, { terms: ['a', 'b'] })])
    expect(elasticities(figures, 'total')).toEqual({ a: expect.closeTo(1, 9) })
  })

  test('follows its laws: a product has 1 and 1, a share 1 and −1, a sum elasticities that add up to 1', () => {
    fc.assert(
      fc.property(solidNumerals, solidNumerals, solidNumerals, (a, b, c) => {
        const figures = compute(
          [input('a', a), input('b', b), input('c', c)],
          [
            figure('product', product, { first: 'a', second: 'b' }),
            figure('share', share, { part: 'a', whole: 'b' }),
            figure('sum', sum, { terms: ['a', 'b', 'c'] }),
            figure('chain', sum, { terms: ['product', 'c'] }),
          ],
        )
        expect(elasticities(figures, 'product')).toEqual({ a: expect.closeTo(1, 8), b: expect.closeTo(1, 8) })
        expect(elasticities(figures, 'share')).toEqual({ a: expect.closeTo(1, 8), b: expect.closeTo(-1, 8) })
        const inSum = Object.values(elasticities(figures, 'sum'))
        expect(inSum.reduce<number>((total, each) => total + (each ?? 0), 0)).toBeCloseTo(1, 8)
        // What a part of a sum is made of weighs as the part does.
        const chain = elasticities(figures, 'chain')
        expect(chain.a).toBeCloseTo(chain.product ?? Number.NaN, 8)
      }),
    )
  })

  test('adds up to the degree of a homogeneous formula (Euler): a share of an industry’s jobs has 1', () => {
    fc.assert(
      fc.property(solidNumerals, solidNumerals, solidNumerals, (platform, industry, jobs) => {
        const figures = compute(
          [input('platform', platform, '亿元'), input('industry', industry, '亿元'), input('jobs', jobs, '万人')],
          [figure('figure', apportioned, { part: 'platform', whole: 'industry', amount: 'jobs' }, 'person')],
        )
        const all = Object.values(elasticities(figures, 'figure'))
        expect(all.reduce<number>((total, each) => total + (each ?? 0), 0)).toBeCloseTo(1, 8)
      }),
    )
  })
})

describe('round numbers', () => {
  const of = (digits: string, unit = '万') =>
    thresholds(
      compute([input('part', digits, unit), input('none', '0', unit)], [figure('figure', sum, { terms: ['part', 'none'] }, 'person')]),
    )

  test('are the leading digit and one more: 60 and 70 million for 69.01', () => expect(of('6901')).toEqual([60_000_000, 70_000_000]))
  test('are 90 and 200 for a hundred, which is round itself', () => expect(of('100', '人')).toEqual([90, 200]))
  test('carry on at nine: 9 and 10', () => expect(of('9.5', '人')).toEqual([9, 10]))

  const ratio = (part: string, whole: string, percent = false) =>
    thresholds(compute([input('a', part), input('b', whole)], [figure('figure', share, { part: 'a', whole: 'b' }, 'ratio', { percent })]))
  test('are 1 for a ratio around one', () => expect(ratio('147', '100')).toEqual([1]))
  test('are its leading digit for a ratio far from one', () => expect(ratio('247', '100')).toEqual([2, 3]))
  test('are a half for a share near one', () => expect(ratio('39', '100', true)).toEqual([0.5]))
  test('are its neighbours for what is a half or one already', () => {
    expect(ratio('50', '100', true)).toEqual([0.4, 0.6])
    expect(ratio('100', '100')).toEqual([0.9, 2])
  })
  test('are whole percentages for a share far from a half', () => expect(ratio('872', '10000', true)).toEqual([0.08, 0.09]))

  test('are zero for an effect on a logarithmic scale, and none for nothing', () => {
    const figures = compute(
      [input('a', '20'), input('b', '40')],
      [figure('figure', logOfRatio, { first: 'a', second: 'b' }), figure('nothing', cut, { after: 'a', before: 'a' })],
    )
    expect(thresholds(figures)).toEqual([0])
    expect(thresholds(figures, 'nothing')).toEqual([])
  })

  test('are zero for a difference that is small beside what it is taken from', () => {
    const left = (whole: string, part: string) =>
      thresholds(compute([input('a', whole), input('b', part)], [figure('figure', remainder, { whole: 'a', part: 'b' })]))
    expect(left('100', '90')).toEqual([0])
    expect(left('100', '30')).toEqual([60, 80])
  })
})

describe('a break-even', () => {
  test('is not looked for where a method refuses what it is asked', () => {
    // 1 / (1 - 0.19) is 1.23: above two from a half on. Tenfold, 0.19 would be more than all, and nothing is asked there.
    const figures = compute([input('part', '0.19')], [figure('figure', beforePart, { first: 'part' }, 'ratio', { tex: 'x' })])
    expect(() => breakEvensOf(figures, 'figure')).not.toThrow()
    expect(breakEvensOf(figures, 'figure').filter(({ side }) => side === 'above')).toEqual([])
  })

  test('is told by hand: 10 + 20 + 20 m is below 60 under m = 1.5, and above 80 over m = 2.5', () => {
    const found = breakEvensOf(economy, 'total').filter(({ id }) => id === 'multiplier')
    expect(found.map(({ when, at, side, threshold }) => [when, at.valueOf(), side, threshold.valueOf()])).toEqual([
      ['under', 1.5, 'below', 60],
      ['over', 2.5, 'above', 80],
    ])
  })

  test('is not told where it lies too far: 10 jobs apart would have to be none', () => {
    const found = breakEvensOf(economy, 'total').filter(({ id }) => id === 'apart')
    expect(found.map(({ side }) => side)).toEqual(['above'])
  })

  test('is not told of a share that would have to be more than all: 95 per cent of 220 never is 300', () => {
    const sidesOf = (digits: string, unit: string) => {
      const figures = compute(
        [input('part', digits, unit), input('amount', '220', '人')],
        [figure('figure', product, { first: 'part', second: 'amount' }, 'person')],
      )
      return breakEvensOf(figures, 'figure').flatMap(({ id, side }) => (id === 'part' ? [side] : []))
    }
    expect(sidesOf('95', '%')).toEqual(['below'])
    expect(sidesOf('0.95', '倍')).toEqual(['below', 'above'])
    // All of it is as far as it goes, and that is far enough for 200 of 190.
    expect(sidesOf('86', '%')).toEqual(['below', 'above'])
    // What is more than all already, or less than nothing, is a change and no part: it may go on.
    expect(sidesOf('120', '%')).toEqual(['below', 'above'])
    expect(sidesOf('-40', '%')).toEqual(['above', 'below'])
    const computed = compute(
      [input('some', '95', '人'), input('all', '100', '人'), input('amount', '220', '人')],
      [
        figure('part', share, { part: 'some', whole: 'all' }, 'ratio', { percent: true }),
        figure('figure', product, { first: 'part', second: 'amount' }, 'person'),
      ],
    )
    expect(breakEvensOf(computed, 'figure').flatMap(({ id, side }) => (id === 'part' ? [side] : []))).toEqual(['below'])
  })

  test('is rounded away from what the figure is now', () => {
    expect(roundAway(base('ratio'), 2, 1.2345, 2).valueOf()).toBe(1.2)
    expect(roundAway(base('ratio'), 1, 1.2345, 2).valueOf()).toBe(1.3)
    expect(roundAway(base('person'), 5e7, 40_731_000, 3).valueOf()).toBe(40_700_000)
    expect(roundAway(base('ratio'), -2, -1.29, 2).valueOf()).toBe(-1.2)
    // Floating point gives 1.1 as a little less; it is 1.1 all the same.
    expect(roundAway(base('ratio'), 2, 1.1 - 1e-13, 2).valueOf()).toBe(1.1)
    expect(roundAway(base('count'), 20, 22.2, 3).valueOf()).toBe(23)
    // Minutes are round in minutes.
    expect(roundAway(base('hour'), 2, 0.5083, 2).mul(60).valueOf()).toBe(30)
    expect(roundAway(base('hour'), 12, 9.3125, 2).mul(60).valueOf()).toBe(550)
    expect(roundAway(base('hour'), 12, 9.3125, 9).mul(60).valueOf()).toBe(558)
  })

  test('is found where a curve crosses zero, in one step where it is straight', () => {
    let asked = 0
    const straight = (x: number) => {
      asked += 1
      return 3 * x - 6
    }
    expect(rootBetween(straight, 1, 10)).toBeCloseTo(2, 12)
    expect(asked).toBeLessThan(6)
    fc.assert(
      fc.property(fc.double({ min: 1.05, max: 9.5, noNaN: true }), fc.integer({ min: 1, max: 5 }), (root, power) => {
        expect(rootBetween((x) => x ** power - root ** power, 1, 10)).toBeCloseTo(root, 8)
        expect(rootBetween((x) => 1 / root - 1 / x, 1, 10)).toBeCloseTo(root, 8)
      }),
    )
  })

  test('is found before a share is a whole, where what is divided by the rest has no bound', () => {
    for (const root of [0.3, 0.5, 0.9, 0.999]) {
      const past = (share: number) => 1 / (1 - share) - 1 / (1 - root)
      expect(past(1)).toBe(Number.POSITIVE_INFINITY)
      expect(rootBetween(past, 0.2, 1)).toBeCloseTo(root, 8)
    }
  })
})
