/**
 * Cases that checkers of printed numbers are known to get wrong, or to judge differently, with what ours says of each.
 * Every number can be checked by hand. Units: "1" for a number that was rounded, 件 for things that were counted.
 */
import { describe, expect, test } from 'vitest'
import { judgeClaim } from '../../scripts/ledger/check.ts'
import { remainder } from '../../scripts/ledger/formulas/remainder.ts'
import { share } from '../../scripts/ledger/formulas/share.ts'
import { sum } from '../../scripts/ledger/formulas/sum.ts'
import type { Qualifier, Unit, Verdict } from '../../scripts/ledger/types.ts'
import { binaryDeviation, product } from './examples.ts'
import { claim, compute, figure, get, input } from './support.ts'

const statcheck = 'Nuijten et al. 2016, doi:10.3758/s13428-015-0664-2'
const grim = 'Brown and Heathers 2017, doi:10.1177/1948550616673876'
const debit = 'Heathers and Brown 2019, osf.io/5vb3u'
const scrutiny = 'Jung, R package scrutiny, “Rounding options” and “Rounding in depth”'
const addingUp = 'Mosteller, Youtz and Zahn 1967, doi:10.2307/2060324'
const ieee = 'IEEE 754-2019, rounding-direction attributes'

/** Digits as printed, alone or with their unit and word. */
type Printed = string | readonly [digits: string, unit: string, qualifier?: Qualifier]

interface Golden {
  readonly case: string
  readonly source: string
  /** What the figure is made of. */
  readonly of: readonly Printed[]
  readonly by: 'sum' | 'difference' | 'share' | 'product' | 'deviation'
  readonly claimed: Printed
  readonly verdict: Verdict
  readonly why: string
}

const cases: readonly Golden[] = [
  // Rounded inputs
  {
    case: 'a quotient of rounded numbers',
    source: statcheck,
    of: ['0.58', '0.17'],
    by: 'share',
    claimed: '3.50',
    verdict: 'within-rounding',
    why: '0.585 / 0.165 is 3.545: a recomputed 3.41 alone would be a false alarm',
  },
  {
    case: 'a quotient that no rounding explains',
    source: statcheck,
    of: ['0.58', '0.17'],
    by: 'share',
    claimed: '3.56',
    verdict: 'discrepant',
    why: 'it may stand for 3.555, and no inputs reach beyond 3.545',
  },
  {
    case: 'a quotient with fewer digits',
    source: statcheck,
    of: ['0.58', '0.17'],
    by: 'share',
    claimed: '3.4',
    verdict: 'exact',
    why: '3.41 prints as 3.4',
  },
  {
    case: 'counted things are not widened',
    source: statcheck,
    of: [
      ['58', '件'],
      ['17', '件'],
    ],
    by: 'share',
    claimed: '3.50',
    verdict: 'discrepant',
    why: '58 / 17 is 3.41 and nothing else',
  },
  // Trailing zeros
  {
    case: 'a claim of 2.3',
    source: scrutiny,
    of: [
      ['7', '件'],
      ['3', '件'],
    ],
    by: 'share',
    claimed: '2.3',
    verdict: 'exact',
    why: '2.333 prints as 2.3',
  },
  {
    case: 'a claim of 2.30',
    source: scrutiny,
    of: [
      ['7', '件'],
      ['3', '件'],
    ],
    by: 'share',
    claimed: '2.30',
    verdict: 'discrepant',
    why: '2.333 prints as 2.33: the zero is a digit',
  },
  {
    case: 'inputs of 2.3',
    source: scrutiny,
    of: ['2.3', '2.3'],
    by: 'sum',
    claimed: '4.64',
    verdict: 'within-rounding',
    why: 'twice 2.35 is 4.70',
  },
  {
    case: 'inputs of 2.30',
    source: scrutiny,
    of: ['2.30', '2.30'],
    by: 'sum',
    claimed: '4.64',
    verdict: 'discrepant',
    why: 'twice 2.305 is 4.61, and 4.64 stands for no less than 4.635',
  },
  {
    case: 'zeros before the point',
    source: scrutiny,
    of: [['6948', '件']],
    by: 'sum',
    claimed: ['6900', '件'],
    verdict: 'discrepant',
    why: 'they count as digits; who means hundreds says “about” or prints 万',
  },
  {
    case: 'the same in a larger unit',
    source: scrutiny,
    of: [['6948', '人']],
    by: 'sum',
    claimed: ['0.69', '万人'],
    verdict: 'exact',
    why: '0.6948万 prints as 0.69万',
  },
  // Bounds
  {
    case: '“over 95 %” of 19 in 20',
    source: statcheck,
    of: [
      ['19', '件'],
      ['20', '件'],
    ],
    by: 'share',
    claimed: ['95', '%', 'over'],
    verdict: 'exact',
    why: 'a bound is closed: 95 is not below 95',
  },
  {
    case: '“over 95 %” of 94 in 100',
    source: statcheck,
    of: [
      ['94', '件'],
      ['100', '件'],
    ],
    by: 'share',
    claimed: ['95', '%', 'over'],
    verdict: 'discrepant',
    why: 'a bound is not rounded: 94 % is below 95 %',
  },
  {
    case: '“over 95 %” of 947 in 1000',
    source: statcheck,
    of: [
      ['947', '件'],
      ['1000', '件'],
    ],
    by: 'share',
    claimed: ['95', '%', 'over'],
    verdict: 'discrepant',
    why: '94.7 % prints as 95 % and is not over it',
  },
  {
    case: '“over 95 %” of rounded 0.95',
    source: statcheck,
    of: ['9.49', '9.99'],
    by: 'share',
    claimed: ['95', '%', 'over'],
    verdict: 'within-rounding',
    why: '9.495 / 9.985 is 95.09 %',
  },
  {
    case: '“over 40” less “over 40”',
    source: statcheck,
    of: [['40', '1', 'over'], '10'],
    by: 'difference',
    claimed: '500',
    verdict: 'within-rounding',
    why: 'an open input leaves its figure open',
  },
  {
    case: '“nearly 700” of 690',
    source: statcheck,
    of: [['690', '件']],
    by: 'sum',
    claimed: ['700', '件', 'nearly'],
    verdict: 'exact',
    why: 'it stays below',
  },
  {
    case: '“nearly 700” of 701',
    source: statcheck,
    of: [['701', '件']],
    by: 'sum',
    claimed: ['700', '件', 'nearly'],
    verdict: 'discrepant',
    why: 'it does not stay below',
  },
  // Ways to round
  {
    case: 'half up',
    source: ieee,
    of: [
      ['1', '件'],
      ['8', '件'],
    ],
    by: 'share',
    claimed: '0.13',
    verdict: 'exact',
    why: '0.125 goes away from zero',
  },
  {
    case: 'half to even',
    source: scrutiny,
    of: [
      ['1', '件'],
      ['8', '件'],
    ],
    by: 'share',
    claimed: '0.12',
    verdict: 'within-rounding',
    why: '0.12 may stand for 0.125: R, Python and SAS print it so',
  },
  {
    case: 'half down, twice',
    source: scrutiny,
    of: [
      ['3', '件'],
      ['8', '件'],
    ],
    by: 'share',
    claimed: '0.37',
    verdict: 'within-rounding',
    why: '0.375 is the end of what 0.37 may stand for',
  },
  {
    case: 'half of a negative number, away from zero',
    source: ieee,
    of: [
      ['0', '件'],
      ['2.5', '1', 'about'],
    ],
    by: 'difference',
    claimed: '-3',
    verdict: 'exact',
    why: 'Excel prints −2.5 as −3',
  },
  {
    case: 'half of a negative number, upwards',
    source: scrutiny,
    of: [
      ['0', '件'],
      ['2.5', '1', 'about'],
    ],
    by: 'difference',
    claimed: '-2',
    verdict: 'within-rounding',
    why: 'others print it as −2',
  },
  {
    case: 'cut off instead of rounded',
    source: scrutiny,
    of: [
      ['2624', '件'],
      ['25', '件'],
    ],
    by: 'share',
    claimed: '104.9',
    verdict: 'discrepant',
    why: '104.96 prints as 105.0; a source that cuts off is told so, and its cause is for a person to name',
  },
  {
    case: 'cut off, of rounded inputs',
    source: scrutiny,
    of: ['26.24', ['4', '件']],
    by: 'product',
    claimed: '104.9',
    verdict: 'within-rounding',
    why: '4 times 26.235 is 104.94',
  },
  {
    case: 'always up',
    source: scrutiny,
    of: [
      ['121', '件'],
      ['100', '件'],
    ],
    by: 'share',
    claimed: '1.3',
    verdict: 'discrepant',
    why: '1.21 prints as 1.2',
  },
  {
    case: 'rounded twice',
    source: scrutiny,
    of: [
      ['1173', '件'],
      ['500', '件'],
    ],
    by: 'share',
    claimed: '2.4',
    verdict: 'discrepant',
    why: '2.346 prints as 2.3, and only 2.35 as 2.4',
  },
  {
    case: 'rounded before it is used',
    source: scrutiny,
    of: [
      ['0.33', '1', 'about'],
      ['90000', '件'],
    ],
    by: 'product',
    claimed: '30000',
    verdict: 'discrepant',
    why: '0.33 taken at its word gives 29,700',
  },
  {
    case: 'a third used as 0.33',
    source: scrutiny,
    of: ['0.33', ['90000', '件']],
    by: 'product',
    claimed: '30000',
    verdict: 'within-rounding',
    why: '0.3333 prints as 0.33',
  },
  // Shares that add up to 100
  {
    case: 'a third',
    source: addingUp,
    of: [
      ['1', '件'],
      ['3', '件'],
    ],
    by: 'share',
    claimed: ['33', '%'],
    verdict: 'exact',
    why: '33.33 % prints as 33 %',
  },
  {
    case: 'a third made larger so that three are 100',
    source: addingUp,
    of: [
      ['1', '件'],
      ['3', '件'],
    ],
    by: 'share',
    claimed: ['34', '%'],
    verdict: 'discrepant',
    why: 'forced additivity: 34 % stands for no less than 33.5 %',
  },
  {
    case: 'three thirds of 33 % that are 100 %',
    source: addingUp,
    of: [
      ['33', '%'],
      ['33', '%'],
      ['33', '%'],
    ],
    by: 'sum',
    claimed: ['100', '%'],
    verdict: 'within-rounding',
    why: 'three times 33.5 % is 100.5 %: rounded shares need not add up',
  },
  {
    case: 'three thirds of 33.3 % that are 101 %',
    source: addingUp,
    of: [
      ['33.3', '%'],
      ['33.3', '%'],
      ['33.3', '%'],
    ],
    by: 'sum',
    claimed: ['101', '%'],
    verdict: 'discrepant',
    why: 'three times 33.35 % is 100.05 %',
  },
  // Means of whole numbers
  {
    case: 'a mean of 28 whole numbers that add up to 145',
    source: grim,
    of: [
      ['145', '件'],
      ['28', '件'],
    ],
    by: 'share',
    claimed: '5.18',
    verdict: 'exact',
    why: '5.1786',
  },
  {
    case: 'no mean of 28 whole numbers: 145',
    source: grim,
    of: [
      ['145', '件'],
      ['28', '件'],
    ],
    by: 'share',
    claimed: '5.19',
    verdict: 'discrepant',
    why: '145 gives 5.18',
  },
  {
    case: 'no mean of 28 whole numbers: 146',
    source: grim,
    of: [
      ['146', '件'],
      ['28', '件'],
    ],
    by: 'share',
    claimed: '5.19',
    verdict: 'discrepant',
    why: '146 gives 5.21',
  },
  {
    case: 'a mean that ends on a half',
    source: grim,
    of: [
      ['401', '件'],
      ['40', '件'],
    ],
    by: 'share',
    claimed: '10.02',
    verdict: 'within-rounding',
    why: '10.025 may have been rounded either way',
  },
  {
    case: 'the deviation of noughts and ones',
    source: debit,
    of: ['0.35', ['20', '件']],
    by: 'deviation',
    claimed: '0.49',
    verdict: 'exact',
    why: 'the root of 20 / 19 × 0.35 × 0.65 is 0.4894',
  },
  {
    case: 'a deviation that noughts and ones cannot have',
    source: debit,
    of: ['0.35', ['20', '件']],
    by: 'deviation',
    claimed: '0.18',
    verdict: 'discrepant',
    why: 'it lies between 0.488 and 0.491',
  },
  {
    case: 'the deviation at its highest',
    source: debit,
    of: ['0.50', ['20', '件']],
    by: 'deviation',
    claimed: '0.513',
    verdict: 'exact',
    why: '0.51299; both ends of 0.50 give less',
  },
  // Units
  {
    case: 'percentage points',
    source: statcheck,
    of: [
      ['5', '%'],
      ['4', '%'],
    ],
    by: 'difference',
    claimed: ['1', '%'],
    verdict: 'exact',
    why: '5 % less 4 % is one point',
  },
  {
    case: 'per cent for percentage points',
    source: statcheck,
    of: [
      ['5.0', '%'],
      ['4.0', '%'],
    ],
    by: 'difference',
    claimed: ['25', '%'],
    verdict: 'discrepant',
    why: 'a quarter more is one point more',
  },
  {
    case: 'the hundredfold slip',
    source: statcheck,
    of: [
      ['1', '件'],
      ['4', '件'],
    ],
    by: 'share',
    claimed: ['0.25', '%'],
    verdict: 'discrepant',
    why: 'a quarter is 25 %',
  },
  {
    case: '万 for 亿',
    source: grim,
    of: [
      ['2298.87', '亿元'],
      ['0.00', '亿元'],
    ],
    by: 'sum',
    claimed: ['2298.87', '万元'],
    verdict: 'discrepant',
    why: 'ten thousand times too small',
  },
  {
    case: 'the same amount in 万',
    source: grim,
    of: [
      ['2298.87', '亿元'],
      ['0.00', '亿元'],
    ],
    by: 'sum',
    claimed: ['22988700', '万元'],
    verdict: 'exact',
    why: 'a claim may be made in another unit',
  },
  {
    case: 'thousand for million',
    source: grim,
    of: [
      ['1.041', '万'],
      ['0', '人'],
    ],
    by: 'sum',
    claimed: ['1041', '万'],
    verdict: 'discrepant',
    why: 'a thousand times too large',
  },
  // Edges
  {
    case: 'a sum on the edge',
    source: ieee,
    of: ['2.23', '6.02', '2.1'],
    by: 'sum',
    claimed: '10.4',
    verdict: 'exact',
    why: '10.35 to the digit; floating point has 10.349999999999998',
  },
  {
    case: 'a tie that floating point loses',
    source: ieee,
    of: [
      ['1.005', '1', 'about'],
      ['1', '件'],
    ],
    by: 'product',
    claimed: '1.01',
    verdict: 'exact',
    why: '1.005 in floating point lies below',
  },
  {
    case: 'a tenth and two tenths',
    source: ieee,
    of: [
      ['0.1', '1', 'about'],
      ['0.2', '1', 'about'],
    ],
    by: 'sum',
    claimed: '0.30000000000000000',
    verdict: 'exact',
    why: '0.3, and not 0.30000000000000004',
  },
  {
    case: 'a small difference of large numbers',
    source: ieee,
    of: [
      ['100000000.1', '1', 'about'],
      ['100000000.0', '1', 'about'],
    ],
    by: 'difference',
    claimed: '0.1000000000',
    verdict: 'exact',
    why: 'floating point has 0.09999999403953552',
  },
  {
    case: 'a difference beyond floating point',
    source: ieee,
    of: [
      ['12345678901234567.8', '1', 'about'],
      ['12345678901234567.7', '1', 'about'],
    ],
    by: 'difference',
    claimed: '0.1',
    verdict: 'exact',
    why: 'floating point has 0',
  },
  {
    case: 'a negative result',
    source: ieee,
    of: [
      ['2', '件'],
      ['5', '件'],
    ],
    by: 'difference',
    claimed: '-3',
    verdict: 'exact',
    why: '2 less 5',
  },
  {
    case: 'a lost sign',
    source: ieee,
    of: [
      ['2', '件'],
      ['5', '件'],
    ],
    by: 'difference',
    claimed: '3',
    verdict: 'discrepant',
    why: '2 less 5 is −3',
  },
  {
    case: 'a negative tie',
    source: ieee,
    of: [
      ['0', '件'],
      ['0.35', '1', 'about'],
    ],
    by: 'difference',
    claimed: '-0.4',
    verdict: 'exact',
    why: 'away from zero',
  },
  {
    case: 'nothing',
    source: ieee,
    of: [
      ['0', '件'],
      ['5', '件'],
    ],
    by: 'share',
    claimed: ['0', '%'],
    verdict: 'exact',
    why: 'none of five',
  },
  {
    case: 'all but nothing',
    source: ieee,
    of: [
      ['1', '件'],
      ['300', '件'],
    ],
    by: 'share',
    claimed: ['0', '%'],
    verdict: 'exact',
    why: '0.33 % prints as 0 %',
  },
  {
    case: 'nothing to a tenth',
    source: ieee,
    of: [
      ['1', '件'],
      ['300', '件'],
    ],
    by: 'share',
    claimed: ['0.0', '%'],
    verdict: 'discrepant',
    why: '0.33 % prints as 0.3 %',
  },
  {
    case: 'minus nothing',
    source: ieee,
    of: [
      ['0', '件'],
      ['0.04', '1', 'about'],
    ],
    by: 'difference',
    claimed: '-0.0',
    verdict: 'exact',
    why: '−0.04 prints as nothing',
  },
]

const unitOf = (all: readonly Printed[], by: Golden['by']): Unit => {
  const units = all.map((printed) => (typeof printed === 'string' ? '1' : printed[1]))
  if (by === 'sum' && units.some((unit) => /元/.test(unit))) return 'yuan'
  if (by === 'sum' && units.some((unit) => /人|万/.test(unit))) return 'person'
  return by === 'sum' && units.every((unit) => unit === '件') ? 'count' : 'ratio'
}

const judged = ({ of, by, claimed }: Pick<Golden, 'of' | 'by' | 'claimed'>): Verdict => {
  const inputs = of.map((printed, index) => {
    const [digits, unit, qualifier] = typeof printed === 'string' ? [printed, '1'] : printed
    return input(`i${index}`, digits, unit, qualifier ? { qualifier } : {})
  })
  const ids = inputs.map(({ id }) => id)
  const [first = '', second = ''] = ids
  const unit = unitOf(of, by)
  const made = {
    sum: () => figure('result', sum, { terms: ids }, unit),
    difference: () => figure('result', remainder, { whole: first, part: second }, unit),
    share: () => figure('result', share, { part: first, whole: second }, unit),
    product: () => figure('result', product, { first, second }, unit),
    deviation: () => figure('result', binaryDeviation, { first, second }, unit),
  }[by]()
  const [digits, claimUnit, qualifier] = typeof claimed === 'string' ? [claimed, '1'] : claimed
  const figures = compute(inputs, [made])
  return judgeClaim(claim('result', digits, claimUnit, qualifier ? { qualifier } : {}), get(figures, 'result')).verdict
}

describe('the literature’s cases', () => {
  test.each(cases.map((golden) => [golden.case, golden.verdict, golden] as const))('%s: %s', (_, verdict, golden) => {
    expect(judged(golden), `${golden.why} (${golden.source})`).toBe(verdict)
  })

  test('are each named once, so that a failing one is found', () => {
    expect(new Set(cases.map((golden) => golden.case)).size).toBe(cases.length)
  })
})

describe('what our rules are known to pass over or to be too strict with', () => {
  test('a bound is only a bound: 7 passes for “nearly 700”', () => {
    expect(judged({ of: [['7', '件']], by: 'sum', claimed: ['700', '件', 'nearly'] })).toBe('exact')
  })

  test('“about” makes a number stricter, not looser: it stands for its value alone', () => {
    expect(judged({ of: ['2.3', '2.3'], by: 'sum', claimed: '4.64' })).toBe('within-rounding')
    expect(
      judged({
        of: [
          ['2.3', '1', 'about'],
          ['2.3', '1', 'about'],
        ],
        by: 'sum',
        claimed: '4.64',
      }),
    ).toBe('discrepant')
    // 2.05 to 2.15 times 5 is 10.25 to 10.75, which reaches 10.8 only as it was rounded.
    expect(judged({ of: ['2.1', ['5', '件']], by: 'product', claimed: '10.8' })).toBe('within-rounding')
    expect(judged({ of: ['2.1', ['5', '件']], by: 'product', claimed: ['10.8', '1', 'about'] })).toBe('discrepant')
  })

  test('a turn inside an interval is not looked for: between 0.425 and 0.535 the deviation is highest at 0.5, and neither end is', () => {
    const figures = compute(
      [input('a', '0.3'), input('b', '0.18'), input('n', '20', '件')],
      [figure('ones', sum, { terms: ['a', 'b'] }), figure('deviation', binaryDeviation, { first: 'ones', second: 'n' })],
    )
    // The root of 20 / 19 × 0.48 × 0.52 is 0.5126, of 20 / 19 × 0.5 × 0.5 it is 0.5130.
    expect(get(figures, 'deviation').bounds.high?.valueOf()).toBeCloseTo(0.5126, 4)
    expect(judgeClaim(claim('deviation', '0.5130'), get(figures, 'deviation')).verdict).toBe('discrepant')
  })
})
