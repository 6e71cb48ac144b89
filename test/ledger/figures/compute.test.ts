import fc from 'fast-check'
import Fraction from 'fraction.js'
import { describe, expect, test } from 'vitest'
import type { Figure } from '../../../scripts/ledger/figures/compute.ts'
import { grown } from '../../../scripts/ledger/formulas/grown.ts'
import { rate } from '../../../scripts/ledger/formulas/rate.ts'
import { remainder } from '../../../scripts/ledger/formulas/remainder.ts'
import { share } from '../../../scripts/ledger/formulas/share.ts'
import { sum } from '../../../scripts/ledger/formulas/sum.ts'
import { exactly } from '../../../scripts/ledger/numbers/printed.ts'
import { countAmongLargest } from '../../../scripts/methods/count-among-largest.ts'
import { compatibleCounts, possiblePercentage } from '../../../scripts/methods/possible-percentages.ts'
import { sampleForProportions } from '../../../scripts/methods/sample-size.ts'
import { proportionError, wilsonHigh, wilsonLow } from '../../../scripts/methods/survey-proportion.ts'
import {
  apportioned,
  binaryDeviation,
  givesUp,
  logarithm,
  longestOf,
  overDifference,
  product,
  raised,
  turning,
  twiceLess,
} from '../examples.ts'
import {
  complaintOf,
  complaintsOf,
  compute,
  figure,
  get,
  holds,
  input,
  interval,
  numerals,
  parts,
  place,
  solidNumerals,
} from '../support.ts'

describe('a figure', () => {
  test('is counted in base units: 2010.6 万个 are 20,106,000 persons, give or take 500', () => {
    const jobs = get(compute([input('jobs', '2010.6', '万个')]), 'jobs')
    expect([jobs.value.valueOf(), ...interval(jobs)]).toEqual([20_106_000, 20_105_500, 20_106_500])
    expect([jobs.unit, jobs.exact, jobs.from]).toEqual(['person', true, []])
  })

  test('of 4.8 % is the ratio 0.048, give or take 0.0005', () => {
    const growth = get(compute([input('growth', '4.8', '%')]), 'growth')
    expect([growth.value.valueOf(), ...interval(growth)]).toEqual([0.048, 0.0475, 0.0485])
  })

  test.each([
    ['年', '2019'],
    ['类', '2'],
    ['家', '5'],
  ])('counted in %s was never rounded', (unit, digits) => {
    expect(interval(get(compute([input('a', digits, unit)]), 'a'))).toEqual([Number(digits), Number(digits)])
  })

  test('that we assume was never rounded', () => {
    expect(interval(get(compute([input('a', '16', '1', { kind: 'assumed' })]), 'a'))).toEqual([16, 16])
  })

  test('counted in 亿 was rounded like any other', () => {
    expect(interval(get(compute([input('a', '1.4', '亿笔')]), 'a'))).toEqual([135_000_000, 145_000_000])
  })

  test('made of the row of a table has the row’s name before its own', () => {
    const food = input('food', '5', '1', { row: { zh: '食品', en: 'Food' } })
    const named = compute([food], [figure('result', sum, { terms: ['food'] }, 'ratio', { row: 'food' })])
    expect(get(named, 'result').label).toEqual({ zh: '食品：例', en: 'Food: Example' })
  })

  test('of a count that is “over 40” is still open above', () => {
    expect(interval(get(compute([input('a', '40', '类', { qualifier: 'over' })]), 'a'))).toEqual([40, null])
  })

  test('knows each figure that it is computed from once, in the order of the arguments', () => {
    const figures = compute([input('b', '1'), input('a', '2')], [figure('c', sum, { terms: ['b', 'a', 'b'] })])
    expect(get(figures, 'c').from).toEqual(['b', 'a'])
    expect(get(figures, 'c').value.valueOf()).toBe(4)
  })

  test('may be derived before what it is computed from', () => {
    const figures = compute(
      [input('a', '2')],
      [figure('twiceAndMore', sum, { terms: ['twice', 'a'] }), figure('twice', sum, { terms: ['a', 'a'] })],
    )
    expect(get(figures, 'twiceAndMore').value.valueOf()).toBe(6)
    expect([...figures.keys()]).toEqual(['a', 'twice', 'twiceAndMore'])
  })

  test('is exact only where all that it rests on is', () => {
    const figures = compute(
      [input('a', '2')],
      [
        figure('gain', twiceLess, { first: 'a' }),
        figure('log', logarithm, { first: 'a' }),
        figure('both', sum, { terms: ['gain', 'log'] }),
      ],
    )
    expect(['a', 'gain', 'log', 'both'].map((id) => get(figures, id).exact)).toEqual([true, true, false, false])
    expect(get(figures, 'both').value.valueOf()).toBeCloseTo(0.5 + Math.log(2), 14)
  })
})

describe('an interval', () => {
  test('of a sum is the sum of the intervals', () => {
    const figures = compute([input('a', '2.0'), input('b', '3')], [figure('c', sum, { terms: ['a', 'b'] })])
    expect(interval(get(figures, 'c'))).toEqual([4.45, 5.55])
  })

  test('of a difference takes the one high where it takes the other low', () => {
    const figures = compute([input('a', '12'), input('b', '3')], [figure('c', remainder, { whole: 'a', part: 'b' })])
    expect(interval(get(figures, 'c'))).toEqual([8, 10])
  })

  test('of an input added twice is twice as wide, and of an input less itself is nothing at all', () => {
    const figures = compute(
      [input('a', '2')],
      [
        figure('twice', sum, { terms: ['a', 'a'] }),
        figure('nothing', remainder, { whole: 'a', part: 'a' }),
        figure('stillNothing', remainder, { whole: 'twice', part: 'a' }),
        figure('ratio', share, { part: 'twice', whole: 'a' }),
      ],
    )
    expect(interval(get(figures, 'twice'))).toEqual([3, 5])
    expect(interval(get(figures, 'nothing'))).toEqual([0, 0])
    expect(interval(get(figures, 'stillNothing'))).toEqual([1.5, 2.5])
    expect(interval(get(figures, 'ratio'))).toEqual([2, 2])
  })

  test('is tight when an input is used twice: 2 of 2 + 6 lies between 1.5 of 8 and 2.5 of 8', () => {
    // Each input on its own would leave 1.5 of 9 to 2.5 of 7.
    const figures = compute(
      [input('x', '2'), input('y', '6')],
      [figure('all', sum, { terms: ['x', 'y'] }), figure('part', share, { part: 'x', whole: 'all' })],
    )
    expect(interval(get(figures, 'part'))).toEqual([1.5 / 8, 2.5 / 8])
  })

  test('counts inputs that are printed as zero like any other: beside large ones, and among many', () => {
    // The cells 0.0 of a table of flows: each may be a little more or less than nothing.
    const figures = compute(
      [input('large', '475948.3', '亿元'), input('zero', '0.0', '亿元'), input('another', '0.0', '亿元')],
      [figure('total', sum, { terms: ['large', 'zero', 'another'] }, 'yuan')],
    )
    expect(interval(get(figures, 'total'))).toEqual([47_594_815_000_000, 47_594_845_000_000])
  })

  test('counts a figure that comes to zero like any other, and what is made of it in turn', () => {
    const figures = compute(
      [input('large', '475948.3', '亿元'), input('one', '2.5', '亿元'), input('other', '2.5', '亿元')],
      [
        figure('nothing', remainder, { whole: 'one', part: 'other' }, 'yuan'),
        figure('total', sum, { terms: ['large', 'nothing'] }, 'yuan'),
      ],
    )
    expect(interval(get(figures, 'total'))).toEqual([47_594_815_000_000, 47_594_845_000_000])
  })

  test('reaches both ends where what is subtracted is all but nothing', () => {
    const figures = compute(
      [input('large', '475948.3', '亿元'), input('zero', '0.0', '亿元')],
      [figure('rest', remainder, { whole: 'large', part: 'zero' }, 'yuan')],
    )
    expect(interval(get(figures, 'rest'))).toEqual([47_594_820_000_000, 47_594_840_000_000])
  })

  test('of negative numbers has its ends in order', () => {
    const figures = compute([input('a', '-3'), input('b', '2')], [figure('c', product, { first: 'a', second: 'b' })])
    expect(interval(get(figures, 'c'))).toEqual([-8.75, -3.75])
  })

  test('holds its own value even where the figure turns round inside it', () => {
    // Zero times itself: nothing may be less than nothing, and the ends of -0.5 to 0.5 both give a quarter.
    const figures = compute(
      [input('a', '0'), input('b', '3')],
      [figure('square', product, { first: 'a', second: 'a' }), figure('more', sum, { terms: ['square', 'b'] })],
    )
    expect(interval(get(figures, 'square'))).toEqual([0, 0.25])
    expect(interval(get(figures, 'more'))).toEqual([2.5, 3.75])
  })

  test('of a product with what is printed as zero goes below it as far as above: 0 of 3 is at most half of 3.5', () => {
    const figures = compute([input('a', '0'), input('b', '3')], [figure('c', product, { first: 'a', second: 'b' })])
    expect(interval(get(figures, 'c'))).toEqual([-1.75, 1.75])
  })

  test('of two zeros multiplied, and of two differences that come to zero, holds what either sign makes of them', () => {
    const figures = compute(
      ['a', 'b', 'c', 'd'].map((id) => input(id, '0')),
      [
        figure('zeros', product, { first: 'a', second: 'b' }),
        figure('one', remainder, { whole: 'a', part: 'b' }),
        figure('other', remainder, { whole: 'c', part: 'd' }),
        figure('differences', product, { first: 'one', second: 'other' }),
      ],
    )
    expect(interval(get(figures, 'zeros'))).toEqual([-0.25, 0.25])
    expect(interval(get(figures, 'differences'))).toEqual([-1, 1])
  })

  test('of many products of two zeros goes as far as all of them go together', () => {
    // Ten inputs in five products, each a quarter to either side.
    const ids = Array.from({ length: 10 }, (_, index) => `i${index}`)
    const pairs = [0, 2, 4, 6, 8].map((index) => figure(`p${index}`, product, { first: `i${index}`, second: `i${index + 1}` }))
    const figures = compute(
      ids.map((id) => input(id, '0')),
      [...pairs, figure('all', sum, { terms: pairs.map(({ id }) => id) })],
    )
    expect(interval(get(figures, 'all'))).toEqual([-1.25, 1.25])
  })

  test('takes a factor high to make the product low where the other factor may be negative', () => {
    // 3 less 2.8 is 0.2, give or take 0.55: the least is -0.35 of 4.5, not of 3.5.
    const figures = compute(
      [input('a', '3'), input('b', '2.8'), input('c', '4')],
      [figure('rest', remainder, { whole: 'a', part: 'b' }), figure('made', product, { first: 'rest', second: 'c' })],
    )
    expect(interval(get(figures, 'made'))).toEqual([-1.575, 3.375])
  })

  test('takes each of many factors high where the one that all share may be negative, and stays closed where an open one falls out', () => {
    // Seventeen times as before, and one more: what is over 40 divided by itself.
    const factors = Array.from({ length: 17 }, (_, index) => `c${index}`)
    const products = factors.map((id) => figure(`of.${id}`, product, { first: 'rest', second: id }))
    const figures = compute(
      [input('a', '3'), input('b', '2.8'), input('over', '40', '1', { qualifier: 'over' }), ...factors.map((id) => input(id, '4'))],
      [
        figure('rest', remainder, { whole: 'a', part: 'b' }),
        figure('one', share, { part: 'over', whole: 'over' }),
        ...products,
        figure('all', sum, { terms: ['one', ...products.map(({ id }) => id)] }),
      ],
    )
    expect(interval(get(figures, 'all'))).toEqual([1 - 17 * 1.575, 1 + 17 * 3.375])
  })

  test('stays closed where the corner that decides needs no open end, and tries no open end that has no value', () => {
    const figures = compute(
      [input('a', '0'), input('b', '0'), input('over', '40', '1', { qualifier: 'over' }), input('c', '25', '1', { kind: 'assumed' })],
      [
        figure('zeros', product, { first: 'a', second: 'b' }),
        figure('one', share, { part: 'over', whole: 'over' }),
        figure('either', sum, { terms: ['zeros', 'one'] }),
        figure('times', product, { first: 'a', second: 'over' }),
        figure('more', sum, { terms: ['times', 'c'] }),
        figure('log', logarithm, { first: 'more' }),
      ],
    )
    expect(interval(get(figures, 'either'))).toEqual([0.75, 1.25])
    // 40 times -0.5 and 25 are 5; more than 50 times would leave nothing to take a logarithm of.
    expect(get(figures, 'log').bounds.low?.valueOf()).toBeCloseTo(Math.log(5), 12)
    expect(get(figures, 'log').bounds.high).toBeNull()
  })

  test('counts what is tiny beside a large number like any other', () => {
    const figures = compute(
      [input('a', '20'), input('b', '44980'), input('c', '617002'), input('large', '524288')],
      [
        figure('part', share, { part: 'a', whole: 'b' }),
        figure('tiny', share, { part: 'part', whole: 'c' }),
        figure('rest', remainder, { whole: 'tiny', part: 'large' }),
      ],
    )
    const tiny = (a: string, b: string, c: string) => exactly(a).div(exactly(b)).div(exactly(c))
    expect(get(figures, 'rest').bounds.low?.toFraction()).toBe(tiny('19.5', '44980.5', '617002.5').sub(exactly('524288.5')).toFraction())
    expect(get(figures, 'rest').bounds.high?.toFraction()).toBe(tiny('20.5', '44979.5', '617001.5').sub(exactly('524287.5')).toFraction())
  })

  test('of a power rises with its base, and falls with its exponent where the base is below one', () => {
    const figures = compute(
      [input('a', '3.0'), input('b', '0.5'), input('c', '2')],
      [figure('large', raised, { first: 'a', second: 'c' }), figure('small', raised, { first: 'b', second: 'c' })],
    )
    const at = (id: string) => interval(get(figures, id)).map((end) => (end ?? Number.NaN).toPrecision(12))
    expect(at('large')).toEqual([2.95 ** 1.5, 3.05 ** 2.5].map((end) => end.toPrecision(12)))
    expect(at('small')).toEqual([0.45 ** 2.5, 0.55 ** 1.5].map((end) => end.toPrecision(12)))
  })

  test('of what rises to its middle and falls again is felt at both ends', () => {
    // The deviation of yes and no is greatest at a half: from 0.43 to 0.53 it is least at 0.43 and greatest inside.
    const figures = compute(
      [input('a', '0.5'), input('b', '0.48', '1'), input('n', '101', '家')],
      [figure('middle', binaryDeviation, { first: 'a', second: 'n' }), figure('beside', binaryDeviation, { first: 'b', second: 'n' })],
    )
    const deviation = (share: number) => Math.sqrt(1.01 * share * (1 - share))
    expect(interval(get(figures, 'middle'))[0]).toBeCloseTo(deviation(0.45), 12)
    expect(interval(get(figures, 'middle'))[1]).toBeCloseTo(deviation(0.5), 12)
    expect(interval(get(figures, 'beside'))[0]).toBeCloseTo(deviation(0.475), 12)
    expect(interval(get(figures, 'beside'))[1]).toBeCloseTo(deviation(0.485), 12)
  })

  test('of a method holds the corner at which a slope has turned, although it rises from the values as they are printed', () => {
    const figures = compute(
      [input('a', '2'), input('b', '1')],
      [figure('turned', turning, { first: 'a', second: 'b' }, 'ratio', { tex: 'x' })],
    )
    // 2 may be 2.5, and 1 a half: 2.5 times -0.4 is less than 1.5 times that.
    expect(interval(get(figures, 'turned'))[0]).toBeCloseTo(-1, 12)
    expect(interval(get(figures, 'turned'))[1]).toBeCloseTo(1.5, 12)
  })

  test('of a rank holds every rank that rounding leaves open, although none changes for a small step', () => {
    // 9.9 may be 9.85, and 9.85 may be 9.855: then 9.9 is no longer among the two largest.
    const ranks = (first: string, third: string) =>
      get(
        compute(
          [input('a', first), input('b', '9.9'), input('c', third)],
          [figure('rank', countAmongLargest, { named: ['a', 'b'], all: ['a', 'b', 'c'] }, 'ratio', { tex: 'x' })],
        ),
        'rank',
      )
    expect(interval(ranks('10.0', '9.85'))).toEqual([1, 2])
    expect(interval(ranks('10.0', '9.95'))).toEqual([1, 2])
    expect([ranks('10.0', '9.85').value.valueOf(), ranks('10.0', '9.95').value.valueOf()]).toEqual([2, 1])
    expect(interval(ranks('10.0', '9.84'))).toEqual([2, 2])
    // 10 may be 9.5, and then 9.84 is among the two largest; 8 never is.
    expect(interval(ranks('10', '9.84'))).toEqual([1, 2])
    expect(interval(ranks('10', '8'))).toEqual([2, 2])
    // The same among twenty, of which all others are far below.
    const others = Array.from({ length: 17 }, (_, index) => `small${index}`)
    const among = compute(
      [input('a', '10.0'), input('b', '9.9'), input('c', '9.85'), ...others.map((id) => input(id, '1.0'))],
      [figure('rank', countAmongLargest, { named: ['a', 'b'], all: ['a', 'b', 'c', ...others] }, 'ratio', { tex: 'x' })],
    )
    expect(interval(get(among, 'rank'))).toEqual([1, 2])
  })

  test('of a method that divides by a difference is open at both ends where rounding may have made it, or nothing may have', () => {
    const sizeFrom = (before: string, after: string) =>
      interval(
        get(
          compute(
            [input('before', before), input('after', after), input('critical', '2.00'), input('power', '1.00')],
            [
              figure(
                'size',
                sampleForProportions,
                { before: 'before', after: 'after', criticalErrors: 'critical', powerErrors: 'power' },
                'ratio',
                {
                  tex: 'x',
                },
              ),
            ],
          ),
          'size',
        ),
      )
    // 0.24 may be 0.2449, and 0.25 0.2451: so small a difference takes any number of units.
    expect(sizeFrom('0.24', '0.25')).toEqual([null, null])
    expect(sizeFrom('0.2', '0.25')).toEqual([null, null])
    const [low, high] = sizeFrom('0.20', '0.25')
    expect(low).toBeGreaterThan(800)
    expect(high).toBeLessThan(2000)
  })

  test('of what is divided by a coefficient of one digit is as wide as that digit: 120 over 0.04 is 3,000, from 2,656 to 3,443', () => {
    const base = (coefficient: string) =>
      get(compute([input('jobs', '120'), input('each', coefficient)], [figure('base', rate, { amount: 'jobs', base: 'each' })]), 'base')
    const { bounds, value } = base('0.04')
    expect(value.valueOf()).toBe(3000)
    // 119.5 over 0.045, and 120.5 over 0.035, to the last digit.
    expect(bounds.low?.toFraction()).toBe('23900/9')
    expect(bounds.high?.toFraction()).toBe('24100/7')
    // A digit more, and there are fifteen to each side.
    expect(interval(base('0.040'))).toEqual([119.5 / 0.0405, expect.closeTo(120.5 / 0.0395, 9)])
  })

  test('of a share that may have been rounded goes to 100 % and not beyond: nobody was left out, or hardly anybody', () => {
    const given = [
      input('all', '100', '%'),
      input('none', '0', '%'),
      input('asked', '40', '家'),
      input('reach', '2', '1', { kind: 'assumed' }),
    ]
    const of = { sample: 'asked', standardErrors: 'reach' }
    const figures = compute(given, [
      figure('high', wilsonHigh, { share: 'all', ...of }, 'ratio', { tex: 'x' }),
      figure('low', wilsonLow, { share: 'none', ...of }, 'ratio', { tex: 'x' }),
      figure('error', proportionError, { share: 'all', sample: 'asked' }, 'ratio', { tex: 'x' }),
    ])
    expect(interval(get(figures, 'high'))).toEqual([expect.closeTo(wilsonHigh({ share: 0.995, sample: 40, standardErrors: 2 }), 12), 1])
    expect(interval(get(figures, 'low'))).toEqual([0, expect.closeTo(wilsonLow({ share: 0.005, sample: 40, standardErrors: 2 }), 12)])
    expect(interval(get(figures, 'error'))).toEqual([0, expect.closeTo(proportionError({ share: 0.995, sample: 40 }), 12)])
  })

  test('of a sample that rounding may make larger than its population goes to that of all, where nothing is open', () => {
    const of = { share: 'half', sample: 'asked', population: 'there' }
    const figures = compute(
      [input('half', '50', '家'), input('asked', '1', '万家'), input('there', '1.1', '万家'), input('whole', '100', '家')],
      [
        figure('share', share, { part: 'half', whole: 'whole' }),
        figure('error', proportionError, { ...of, share: 'share' }, 'ratio', { tex: 'x' }),
      ],
    )
    const error = get(figures, 'error')
    expect(interval(error)).toEqual([0, expect.closeTo(proportionError({ share: 0.5, sample: 5000, population: 11_500 }), 12)])
    expect(holds(error, proportionError({ share: 0.5, sample: 10_000, population: 11_000 }))).toBe(true)
  })

  test('that asks whether a percentage can be printed takes it as it is printed, and leaves the count of the sample open', () => {
    const given = [input('share', '18', '%'), input('decimals', '0', '1', { kind: 'assumed' })]
    const figures = compute(
      [...given, input('asked', '28', '家'), input('about', '1', '万家')],
      [
        figure('counts', compatibleCounts, { share: 'share', decimals: 'decimals', sample: 'asked' }, 'count', { tex: 'x' }),
        figure('possible', possiblePercentage, { share: 'share', decimals: 'decimals', sample: 'asked' }, 'ratio', { tex: 'x' }),
        figure('rough', compatibleCounts, { share: 'share', decimals: 'decimals', sample: 'about' }, 'count', { tex: 'x' }),
      ],
    )
    // 5 of 28 are 17.9 %. That there is no 19 %, which is as near to 18.5 %, says nothing of a printed 18.
    for (const id of ['counts', 'possible']) expect([get(figures, id).value.valueOf(), ...interval(get(figures, id))]).toEqual([1, 1, 1])
    // From 17.5 to 18.5 % of 10,000 are 1,750 to 1,850; of 5,000 and of 15,000, 875 to 925 and 2,625 to 2,775.
    expect([get(figures, 'rough').value.valueOf(), ...interval(get(figures, 'rough'))]).toEqual([101, 51, 151])
  })

  test('is open where an input that says “over” or “nearly” leaves it open', () => {
    const figures = compute(
      [input('over', '40', '1', { qualifier: 'over' }), input('nearly', '100', '1', { qualifier: 'nearly' }), input('plain', '10')],
      [
        figure('more', sum, { terms: ['over', 'plain'] }),
        figure('less', remainder, { whole: 'plain', part: 'over' }),
        figure('most', sum, { terms: ['nearly', 'plain'] }),
        figure('atLeast', share, { part: 'plain', whole: 'nearly' }),
      ],
    )
    expect(interval(get(figures, 'more'))).toEqual([49.5, null])
    expect(interval(get(figures, 'less'))).toEqual([null, -29.5])
    expect(interval(get(figures, 'most'))).toEqual([null, 110.5])
    expect(interval(get(figures, 'atLeast'))).toEqual([0.095, null])
  })

  test('stays closed where an open input falls out of the figure', () => {
    const figures = compute(
      [input('over', '40', '1', { qualifier: 'over' }), input('a', '1')],
      [figure('nothing', remainder, { whole: 'over', part: 'over' })],
    )
    expect(interval(get(figures, 'nothing'))).toEqual([0, 0])
  })

  test('is open only to the side that the open input reaches, also where its slope is not steady', () => {
    // What is over 40 is the greater part of itself and 2: the more it is, the nearer to all.
    const figures = compute(
      [input('over', '40', '1', { qualifier: 'over' }), input('a', '2'), input('zero', '0')],
      [
        figure('all', sum, { terms: ['over', 'a'] }),
        figure('part', share, { part: 'over', whole: 'all' }),
        figure('either', product, { first: 'zero', second: 'over' }),
        figure('rest', remainder, { whole: 'all', part: 'over' }),
      ],
    )
    expect(interval(get(figures, 'part'))).toEqual([40 / 42.5, null])
    expect(interval(get(figures, 'either'))).toEqual([null, null])
    expect(interval(get(figures, 'rest'))).toEqual([1.5, 2.5])
  })

  test('of a share of what is itself open falls as far as the open input may grow', () => {
    const figures = compute(
      [input('nearly', '10', '1', { qualifier: 'nearly' }), input('a', '5')],
      [figure('reduction', share, { part: 'a', whole: 'nearly' }), figure('left', remainder, { whole: 'a', part: 'nearly' })],
    )
    expect(interval(get(figures, 'reduction'))).toEqual([0.45, null])
    expect(interval(get(figures, 'left'))).toEqual([-5.5, null])
  })

  test('is open at both ends where what it divides by may be zero: 1 / (2.0 − 1.95) is 20, or 200, or −200', () => {
    const reciprocal = (whole: string, part: string) => {
      const figures = compute(
        [input('one', '1', '1', { kind: 'assumed' }), input('a', whole), input('b', part)],
        [figure('by', remainder, { whole: 'a', part: 'b' }), figure('result', share, { part: 'one', whole: 'by' })],
      )
      return [interval(get(figures, 'by')), interval(get(figures, 'result'))]
    }
    expect(reciprocal('2.0', '1.95')).toEqual([
      [-0.005, 0.105],
      [null, null],
    ])
    // Zero at the very end is enough, from above and from below.
    expect(reciprocal('2.1', '2.0')).toEqual([
      [0, 0.2],
      [null, null],
    ])
    expect(reciprocal('2.0', '2.1')).toEqual([
      [-0.2, 0],
      [null, null],
    ])
    expect(reciprocal('2.3', '2.0')).toEqual([
      [0.2, 0.4],
      [2.5, 5],
    ])
    expect(reciprocal('2.0', '2.3')).toEqual([
      [-0.4, -0.2],
      [-5, -2.5],
    ])
  })

  test('is open at both ends too where it is computed from one that divides by what may be zero, however far back', () => {
    const figures = compute(
      [input('a', '5'), input('b', '4'), input('c', '3')],
      [
        figure('steep', overDifference, { first: 'a', second: 'b' }),
        figure('more', sum, { terms: ['steep', 'c'] }),
        figure('most', product, { first: 'more', second: 'c' }),
        figure('beside', sum, { terms: ['a', 'c'] }),
      ],
    )
    expect(['steep', 'more', 'most'].map((id) => [get(figures, id).value.valueOf(), ...interval(get(figures, id))])).toEqual([
      [5, null, null],
      [8, null, null],
      [24, null, null],
    ])
    expect(interval(get(figures, 'beside'))).toEqual([7, 9])
  })

  test('is not open below where it divides by “nearly 10”, which is more than nothing, nor above by “nearly −10”', () => {
    const by = (digits: string, qualifier: 'over' | 'nearly') =>
      interval(
        get(compute([input('a', '5'), input('b', digits, '1', { qualifier })], [figure('part', share, { part: 'a', whole: 'b' })]), 'part'),
      )
    expect(by('10', 'nearly')).toEqual([0.45, null])
    expect(by('-10', 'over')).toEqual([null, -0.45])
    expect(by('-10', 'nearly')).toEqual([-0.55, null])
  })

  test('is open at both ends where it divides by 45 less “over 40”, which is 5, or nothing, or less', () => {
    const figures = compute(
      [
        input('one', '1', '1', { kind: 'assumed' }),
        input('a', '45', '1', { kind: 'assumed' }),
        input('over', '40', '1', { qualifier: 'over' }),
      ],
      [figure('by', remainder, { whole: 'a', part: 'over' }), figure('result', share, { part: 'one', whole: 'by' })],
    )
    expect(['by', 'result'].map((id) => interval(get(figures, id)))).toEqual([
      [null, 5],
      [null, null],
    ])
  })

  test('of what floating point computes reaches to the same corners', () => {
    const figures = compute(
      [input('a', '2'), input('b', '0.85')],
      [figure('log', logarithm, { first: 'a' }), figure('gain', twiceLess, { first: 'b' })],
    )
    expect(interval(get(figures, 'log'))[0]).toBeCloseTo(Math.log(1.5), 14)
    expect(interval(get(figures, 'log'))[1]).toBeCloseTo(Math.log(2.5), 14)
    expect(interval(get(figures, 'gain'))[0]).toBeCloseTo(2 ** 0.145, 14)
    expect(interval(get(figures, 'gain'))[1]).toBeCloseTo(2 ** 0.155, 14)
  })
})

/** A small invented economy: sums, shares, a product and a difference, with inputs that are used more than once. */
const economy = (digits: readonly string[]) => {
  const [a = '1', b = '1', c = '1', d = '1'] = digits
  return {
    inputs: [input('a', a, '万人'), input('b', b, '万人'), input('c', c, '亿元'), input('d', d, '亿元')],
    figures: [
      figure('jobs', sum, { terms: ['a', 'b'] }, 'person'),
      figure('ofA', share, { part: 'a', whole: 'jobs' }),
      figure('turnover', sum, { terms: ['c', 'd'] }, 'yuan'),
      figure('ofC', share, { part: 'c', whole: 'turnover' }),
      figure('supported', apportioned, { part: 'c', whole: 'turnover', amount: 'jobs' }, 'person'),
      figure('indirect', product, { first: 'supported', second: 'ofC' }, 'person'),
      figure('rest', remainder, { whole: 'jobs', part: 'supported' }, 'person'),
      figure('later', grown, { start: 'rest', growth: 'ofA' }, 'person'),
    ],
  }
}
/** The same economy, worked out by hand and on fractions. */
const byHand = ([a, b, c, d]: readonly [Fraction, Fraction, Fraction, Fraction]): Readonly<Record<string, Fraction>> => {
  const jobs = a.add(b)
  const ofA = a.div(jobs)
  const ofC = c.div(c.add(d))
  const supported = ofC.mul(jobs)
  const rest = jobs.sub(supported)
  return { jobs, ofA, turnover: c.add(d), ofC, supported, indirect: supported.mul(ofC), rest, later: rest.mul(ofA.add(1)) }
}

describe('in any economy', () => {
  const economies = fc.array(solidNumerals, { minLength: 4, maxLength: 4 })
  /** Four inputs' values at a part, from 0 to 1, of their intervals. */
  const pointAt = (figures: ReadonlyMap<string, Figure>, where: readonly number[]) => {
    const at = (id: string, part = 0) => {
      const { low, high } = get(figures, id).bounds
      if (low === null || high === null) throw new Error(`${id} is open`)
      return low.add(high.sub(low).mul(new Fraction(Math.round(part * 1000), 1000)))
    }
    return [at('a', where[0]), at('b', where[1]), at('c', where[2]), at('d', where[3])] as const
  }

  test('every point inside the intervals of the inputs lands inside the interval of the figure', () => {
    fc.assert(
      fc.property(
        economies,
        fc.array(fc.array(parts, { minLength: 4, maxLength: 4 }), { minLength: 8, maxLength: 8 }),
        (digits, points) => {
          const { inputs, figures: definitions } = economy(digits)
          const figures = compute(inputs, definitions)
          for (const point of points) {
            for (const [id, value] of Object.entries(byHand(pointAt(figures, point)))) {
              const { low, high } = get(figures, id).bounds
              expect(
                low !== null && high !== null && low.compare(value) <= 0 && high.compare(value) >= 0,
                `${id} at ${point.join(', ')}`,
              ).toBe(true)
            }
          }
        },
      ),
    )
  })

  test('the ends of an interval are reached by some corner of the inputs’ intervals, so that none is too wide', () => {
    fc.assert(
      fc.property(economies, (digits) => {
        const { inputs, figures: definitions } = economy(digits)
        const figures = compute(inputs, definitions)
        const corners = Array.from({ length: 16 }, (_, corner) =>
          byHand(pointAt(figures, [corner & 1, (corner >> 1) & 1, (corner >> 2) & 1, (corner >> 3) & 1])),
        )
        for (const { id } of definitions) {
          const values = corners.flatMap((corner) => corner[id] ?? []).sort((one, other) => one.compare(other))
          const { low, high } = get(figures, id).bounds
          expect([low?.toFraction(), high?.toFraction()], id).toEqual([values.at(0)?.toFraction(), values.at(-1)?.toFraction()])
        }
      }),
    )
  })

  test('printing an input with one digit less never narrows an interval', () => {
    fc.assert(
      fc.property(economies, fc.integer({ min: 0, max: 3 }), (digits, which) => {
        // 20.0 and 20 are one number, known to a tenth and to a unit.
        const finely = economy(digits.map((text, index) => (index === which ? `${Math.ceil(Number(text))}.0` : text)))
        const coarsely = economy(digits.map((text, index) => (index === which ? String(Math.ceil(Number(text))) : text)))
        const narrow = compute(finely.inputs, finely.figures)
        const wide = compute(coarsely.inputs, coarsely.figures)
        for (const { id } of finely.figures) {
          const [inner, outer] = [get(narrow, id).bounds, get(wide, id).bounds]
          expect(outer.low?.compare(inner.low ?? 0), id).toBeLessThanOrEqual(0)
          expect(outer.high?.compare(inner.high ?? 0), id).toBeGreaterThanOrEqual(0)
        }
      }),
    )
  })

  test('the order of inputs and of figures never matters', () => {
    fc.assert(
      fc.property(
        economies,
        fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }),
        fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6, 7], { minLength: 8 }),
        (digits, first, second) => {
          const { inputs, figures: definitions } = economy(digits)
          const told = compute(inputs, definitions)
          const shuffled = compute(
            first.flatMap((index) => inputs[index] ?? []),
            second.flatMap((index) => definitions[index] ?? []),
          )
          for (const [id, { value, bounds }] of told) {
            const other = get(shuffled, id)
            expect([other.value.toFraction(), other.bounds.low?.toFraction(), other.bounds.high?.toFraction()], id).toEqual([
              value.toFraction(),
              bounds.low?.toFraction(),
              bounds.high?.toFraction(),
            ])
          }
        },
      ),
    )
  })

  test('the order in which a sum adds never matters', () => {
    fc.assert(
      fc.property(fc.array(numerals, { minLength: 2, maxLength: 8 }), (digits) => {
        const inputs = digits.map((text, index) => input(`i${index}`, text))
        const ids = inputs.map(({ id }) => id)
        const figures = compute(inputs, [figure('forwards', sum, { terms: ids }), figure('backwards', sum, { terms: [...ids].reverse() })])
        expect(get(figures, 'forwards').value.equals(get(figures, 'backwards').value)).toBe(true)
        expect(interval(get(figures, 'forwards'))).toEqual(interval(get(figures, 'backwards')))
        expect(get(figures, 'forwards').value.equals(digits.reduce((total, text) => total.add(exactly(text)), exactly('0')))).toBe(true)
      }),
    )
  })
})

describe('units', () => {
  const inputs = [
    input('people', '20', '万人'),
    input('others', '30', '万人'),
    input('money', '50', '亿元'),
    input('ratio', '1.475'),
    input('years', '16', '年'),
  ]
  const refused = (made: ReturnType<typeof figure>) => complaintOf(() => compute(inputs, [made]))

  test('adding persons to yuan is refused, and the refusal names the figure, its inputs and their units', () => {
    const message = refused(figure('mixture', sum, { terms: ['people', 'money'] }, 'person'))
    expect(message).toMatch(
      /^scripts\/estimates\/example\.ts:7:3 {2}the units of mixture do not work out: its inputs in persons three times as large make it 1 times as large, not 3: look at scripts\/ledger\/formulas\/[a-z]+\.ts:\d+, and at what it is given\n/,
    )
    expect(message).toContain('expected: a result in persons; it is computed from people (persons), money (yuan)')
  })

  test('adding persons to a plain ratio is refused', () => {
    expect(refused(figure('mixture', sum, { terms: ['people', 'ratio'] }, 'person'))).toContain('the units of mixture do not work out')
  })

  test('adding persons to yuan is refused in whatever unit', () => {
    for (const unit of ['yuan', 'ratio', 'count', 'year'] as const) {
      expect(refused(figure('mixture', sum, { terms: ['people', 'money'] }, unit))).toContain('the units of mixture do not work out')
    }
  })

  test('a share turned upside down is refused: years over persons are not persons', () => {
    expect(refused(figure('perYear', share, { part: 'ratio', whole: 'people' }, 'person'))).toContain(
      'make it 0.3333 times as large, not 3',
    )
    expect(get(compute(inputs, [figure('perYear', share, { part: 'people', whole: 'ratio' }, 'person')]), 'perYear').unit).toBe('person')
  })

  test('persons per yuan are neither persons nor yuan nor a plain ratio', () => {
    for (const unit of ['person', 'yuan', 'ratio'] as const) {
      expect(refused(figure('labour', share, { part: 'people', whole: 'money' }, unit))).toContain('the units of labour do not work out')
    }
  })

  test('yuan over persons are yuan per person, and go into no figure as yuan alone', () => {
    const pay = figure('pay', share, { part: 'money', whole: 'people' }, 'yuan', { per: 'person' })
    expect(get(compute(inputs, [pay]), 'pay').derived?.per).toBe('person')
    expect(refused(figure('pay', share, { part: 'money', whole: 'people' }, 'yuan'))).toContain('the units of pay do not work out')
    expect(refused(figure('pay', share, { part: 'people', whole: 'money' }, 'yuan', { per: 'person' }))).toContain(
      'a result in yuan per person',
    )
    const half = figure('half', share, { part: 'pay', whole: 'ratio' }, 'yuan')
    expect(complaintOf(() => compute(inputs, [pay, half]))).toContain('the units of half do not work out')
    expect(get(compute(inputs, [pay, { ...half, per: 'person' }]), 'half').unit).toBe('yuan')
  })

  test('persons over persons are a plain ratio, and not persons', () => {
    expect(get(compute(inputs, [figure('part', share, { part: 'people', whole: 'others' })]), 'part').unit).toBe('ratio')
    expect(refused(figure('part', share, { part: 'people', whole: 'others' }, 'person'))).toContain('make it 1 times as large, not 3')
  })

  test('yuan over years are refused as a plain ratio', () => {
    expect(complaintsOf(() => compute(inputs, [figure('rate', share, { part: 'money', whole: 'years' })]))).toHaveLength(1)
  })

  test('a figure in persons that no person went into is refused', () => {
    expect(refused(figure('jobs', share, { part: 'ratio', whole: 'ratio' }, 'person'))).toContain('make it 1 times as large, not 3')
  })

  test('persons times a ratio are persons', () => {
    expect(get(compute(inputs, [figure('indirect', product, { first: 'people', second: 'ratio' }, 'person')]), 'indirect').unit).toBe(
      'person',
    )
  })

  test('up to six inputs are all told in the refusal', () => {
    const terms = ['people', 'others', 'money', 'ratio', 'years', 'a']
    const message = complaintOf(() => compute([...inputs, input('a', '1')], [figure('mixture', sum, { terms }, 'person')]))
    expect(message).toMatch(/years \(years\), a \(plain numbers\)$/)
  })

  test('long lists are cut short in the refusal', () => {
    const terms = ['people', 'others', 'money', 'ratio', 'years', 'a', 'b']
    const message = complaintOf(() => compute([...inputs, input('a', '1'), input('b', '1')], [figure('mixture', sum, { terms }, 'person')]))
    expect(message).toMatch(/years \(years\), a \(plain numbers\), \.\.\.$/)
  })
})

describe('units that work out are not refused', () => {
  test('where a small difference of large numbers is left', () => {
    const figures = compute(
      [input('jobs', '390000', '人'), input('c', '280468.50', '亿元'), input('d', '0.0195', '亿元')],
      [
        figure('turnover', sum, { terms: ['c', 'd'] }, 'yuan'),
        figure('supported', apportioned, { part: 'c', whole: 'turnover', amount: 'jobs' }, 'person'),
        figure('rest', remainder, { whole: 'jobs', part: 'supported' }, 'person'),
      ],
    )
    expect(get(figures, 'rest').value.valueOf()).toBeCloseTo(0.0271154, 6)
  })
  test('where nothing is left', () => {
    const figures = compute([input('jobs', '230', '万')], [figure('rest', remainder, { whole: 'jobs', part: 'jobs' }, 'person')])
    expect(get(figures, 'rest').value.valueOf()).toBe(0)
  })
})

describe('what cannot be computed is refused by name and place', () => {
  test('a circle, with its whole path', () => {
    const message = complaintOf(() =>
      compute(
        [input('x', '1')],
        [
          figure('entry', sum, { terms: ['a'] }),
          figure('a', sum, { terms: ['x', 'b'] }, 'ratio', { place: place(11) }),
          figure('b', sum, { terms: ['c'] }, 'ratio', { place: place(12) }),
          figure('c', sum, { terms: ['a'] }, 'ratio', { place: place(13) }),
        ],
      ),
    )
    expect(message).toBe(
      'scripts/estimates/example.ts:11:3  figures go round in a circle: a → b → c → a\n    expected: a figure computed only from figures that do not need it',
    )
  })

  test('a figure computed from itself', () => {
    expect(complaintOf(() => compute([], [figure('a', sum, { terms: ['a'] })]))).toContain('figures go round in a circle: a → a\n')
  })

  test('an input that nothing defines, with the nearest that something does', () => {
    const message = complaintOf(() =>
      compute(
        [input('retail.food', '1'), input('retail.wood', '1'), input('services.porters', '1')],
        [figure('total', sum, { terms: ['retail.foood'] })],
      ),
    )
    expect(message).toBe(
      'scripts/estimates/example.ts:7:3  total is computed from “retail.foood”, which no script or data file defines\n    expected: retail.food, or retail.wood',
    )
  })

  test('every missing input at once', () => {
    expect(
      complaintsOf(() => compute([input('a', '1')], [figure('b', sum, { terms: ['x', 'y'] }), figure('c', sum, { terms: ['z'] })])),
    ).toHaveLength(3)
  })

  test('an id that is taken, with the place that took it', () => {
    const message = complaintOf(() =>
      compute([input('jobs', '1')], [figure('jobs', sum, { terms: ['jobs'] }, 'ratio', { place: place(9) })]),
    )
    expect(message).toBe(
      'scripts/estimates/example.ts:9:3  the figure id jobs is already taken at data/example/inputs.yaml:1\n    expected: an id of its own',
    )
  })

  test('two figures of one id', () => {
    const message = complaintOf(() =>
      compute(
        [input('a', '1')],
        [
          figure('b', sum, { terms: ['a'] }, 'ratio', { place: place(3) }),
          figure('b', sum, { terms: ['a', 'a'] }, 'ratio', { place: place(4) }),
        ],
      ),
    )
    expect(message).toContain('scripts/estimates/example.ts:4:3  the figure id b is already taken at scripts/estimates/example.ts:3')
  })

  test('a division by zero', () => {
    expect(
      complaintOf(() =>
        compute([input('a', '5', '家'), input('b', '5', '家')], [figure('c', overDifference, { first: 'a', second: 'b' })]),
      ),
    ).toBe('scripts/estimates/example.ts:7:3  c comes out as a number without end\n    expected: a number; look at a, b')
  })

  test('a share of nought, with the one that is nought', () => {
    expect(complaintOf(() => compute([input('a', '5'), input('b', '0')], [figure('c', share, { part: 'a', whole: 'b' })]))).toBe(
      'scripts/estimates/example.ts:7:3  c has no value where b is 0\n    expected: a figure that is not 0 to divide by or to take the logarithm of',
    )
  })

  test('a logarithm of a negative number', () => {
    expect(complaintOf(() => compute([input('a', '-5')], [figure('c', logarithm, { first: 'a' })]))).toContain('c comes out as no number')
  })

  test('an interval that reaches the logarithm of nothing', () => {
    const difference = figure('b', remainder, { whole: 'a', part: 'c' })
    const refused = () => compute([input('a', '5'), input('c', '4')], [difference, figure('log', logarithm, { first: 'b' })])
    expect(complaintsOf(refused).join()).toContain('log ')
  })

  test('what is broken once is told once, whatever rests on it', () => {
    const message = complaintOf(() =>
      compute(
        [input('a', '-5')],
        [
          figure('broken', logarithm, { first: 'a' }),
          figure('child', sum, { terms: ['broken'] }),
          figure('grandchild', sum, { terms: ['child', 'a'] }),
        ],
      ),
    )
    expect(message).toContain('broken comes out as no number')
  })

  test('a method that gives up, and not with a stack trace', () => {
    expect(complaintOf(() => compute([input('a', '5')], [figure('c', givesUp, { first: 'a' }, 'ratio', { tex: 'x' })]))).toMatch(
      /^scripts\/estimates\/example\.ts:7:3 {2}c .*this method gives up/,
    )
  })

  test('a sample larger than its population, in the words of the method', () => {
    const given = [input('share', '50', '%'), input('asked', '120', '家'), input('there', '100', '家')]
    const of = { share: 'share', sample: 'asked', population: 'there' }
    expect(complaintOf(() => compute(given, [figure('c', proportionError, of, 'ratio', { tex: 'x' })]))).toBe(
      'scripts/estimates/example.ts:7:3  c cannot be computed: a sample of 120 is larger than its population of 100',
    )
  })

  test('a method that is not given what it cannot do without', () => {
    const of = { share: 'share' } as never
    expect(complaintOf(() => compute([input('share', '50', '%')], [figure('c', proportionError, of, 'ratio', { tex: 'x' })]))).toBe(
      'scripts/estimates/example.ts:7:3  c gives proportionError no sample\n    expected: of: { share, sample, population, designEffect }',
    )
  })

  test('a computed number where one is read as it is printed', () => {
    const given = [input('a', '19', '家'), input('b', '28', '家'), input('decimals', '0', '1', { kind: 'assumed' })]
    const asked = figure('c', possiblePercentage, { share: 'share', decimals: 'decimals', sample: 'b' }, 'ratio', { tex: 'x' })
    expect(complaintOf(() => compute(given, [figure('share', share, { part: 'a', whole: 'b' }), asked]))).toBe(
      'scripts/estimates/example.ts:7:3  c reads its share as it is printed, and “share” is computed\n    expected: an input',
    )
  })

  test('an unknown unit, with those that are known', () => {
    expect(complaintOf(() => compute([input('a', '5', '万只')]))).toMatch(
      /^data\/example\/inputs\.yaml:1:3 {2}a: the unit “万只” is not known\n {4}expected: 万.*$/,
    )
  })

  test('a function that is no formula of scripts/formulas', () => {
    const invented = ({ first }: { readonly first: number }) => first
    expect(complaintOf(() => compute([input('a', '5')], [figure('b', invented, { first: 'a' })]))).toBe(
      'scripts/estimates/example.ts:7:3  b uses “invented”\n    expected: a function that scripts/formulas, scripts/ledger/formulas or scripts/methods exports',
    )
  })

  test('a row that no table has', () => {
    const of = { terms: ['food'] }
    expect(complaintOf(() => compute([input('food', '5')], [figure('b', sum, of, 'ratio', { row: 'food' })]))).toContain(
      'b takes its name from “food”, which is no row of a table',
    )
    expect(complaintOf(() => compute([input('food', '5')], [figure('b', sum, of, 'ratio', { row: 'fod' })]))).toMatch(
      /takes its name from “fod”.*\n {4}expected: food$/,
    )
  })

  test('a function that borrows the name of a formula and computes something else', () => {
    const impostor = { share: ({ part, whole }: { readonly part: number; readonly whole: number }) => whole / part }.share
    expect(complaintOf(() => compute([input('a', '5'), input('b', '4')], [figure('c', impostor, { part: 'a', whole: 'b' })]))).toMatch(
      /^scripts\/estimates\/example\.ts:7:3 {2}c is computed by a function that is called share and gives 0\.8, where the text of scripts\/ledger\/formulas\/share\.ts gives 1\.25\n {4}expected: the function that scripts\/ledger\/formulas\/share\.ts exports$/,
    )
  })

  test('but not a sum in which all but a tenth cancels, of which doubles keep seven digits', () => {
    const terms = ['1000000000.1', '-1000000000', '0'].map((digits, index) => input(`i${index}`, digits))
    const figures = compute(terms, [figure('rest', sum, { terms: ['i0', 'i1', 'i2'] })])
    expect(get(figures, 'rest').value.toFraction()).toBe('1/10')
    expect(1000000000.1 - 1000000000).not.toBe(0.1)
  })

  test('a formula that is not given all its arguments', () => {
    const of = { part: 'a' } as unknown as { part: string; whole: string }
    expect(complaintOf(() => compute([input('a', '5')], [figure('b', share, of)]))).toBe(
      'scripts/estimates/example.ts:7:3  b gives share no whole\n    expected: of: { part, whole }',
    )
  })

  test('a method without an equation written by hand', () => {
    const message = complaintOf(() => compute([input('a', '5')], [figure('b', longestOf, { terms: ['a'] })]))
    expect(message).toBe(
      'scripts/estimates/example.ts:7:3  b uses the method longestOf, which is no single expression\n    expected: “tex:” written by hand',
    )
    expect(
      get(compute([input('a', '5')], [figure('b', longestOf, { terms: ['a'] }, 'ratio', { tex: '\\max' })]), 'b').value.valueOf(),
    ).toBe(5)
  })

  test('several mistakes together', () => {
    const invented = ({ first }: { readonly first: number }) => first
    const messages = complaintsOf(() =>
      compute(
        [input('a', '5')],
        [figure('a', sum, { terms: ['a'] }), figure('b', invented, { first: 'a' }), figure('c', sum, { terms: ['q'] })],
      ),
    )
    expect(messages).toHaveLength(3)
  })
})
