import fc from 'fast-check'
import Fraction from 'fraction.js'
import { describe, expect, test } from 'vitest'
import { verdictOf } from '../../scripts/ledger/check.ts'
import type { Claim, Input } from '../../scripts/ledger/data/data-types.ts'
import type { Derived } from '../../scripts/ledger/figures/derived.ts'
import { sum } from '../../scripts/ledger/formulas/sum.ts'
import type { Cause, Qualifier } from '../../scripts/ledger/types.ts'
import { checkClaims, claim, complaintOf, complaintsOf, compute, figure, input, parts, printedWith } from './support.ts'

const fractions = (low: string | null, high: string | null) => ({
  low: low === null ? null : new Fraction(low),
  high: high === null ? null : new Fraction(high),
})
const judge = (
  digits: string,
  value: string,
  [low, high]: readonly [string | null, string | null],
  qualifier: Qualifier | null = null,
  exact = true,
) => verdictOf({ digits, qualifier, value: new Fraction(value), bounds: fractions(low, high), exact })

describe('a verdict', () => {
  test('is exact when the recomputed value prints as the claim', () => {
    expect(judge('2965.6', '2965.554', ['2964.4', '2966.7'])).toBe('exact')
    expect(judge('4976', '4975.95', ['4974', '4977.8'])).toBe('exact')
  })

  test('is exact at the very edge that rounds up, and not at the one that rounds down', () => {
    expect(judge('10.4', '10.35', ['10.35', '10.35'])).toBe('exact')
    expect(judge('10.4', '10.45', ['10.45', '10.45'])).toBe('within-rounding')
    expect(judge('-10.4', '-10.35', ['-10.35', '-10.35'])).toBe('exact')
  })

  test('is within rounding when the value does not print as the claim, but some inputs reach it', () => {
    expect(judge('2010.6', '2010.4', ['2009.65', '2011.15'])).toBe('within-rounding')
  })

  test('is within rounding up to where the intervals touch, from above and from below', () => {
    expect(judge('2010.6', '2010.4', ['2010.3', '2010.55'])).toBe('within-rounding')
    expect(judge('2010.6', '2010.4', ['2010.3', '2010.549'])).toBe('discrepant')
    expect(judge('2010.6', '2010.8', ['2010.65', '2010.9'])).toBe('within-rounding')
    expect(judge('2010.6', '2010.8', ['2010.651', '2010.9'])).toBe('discrepant')
  })

  test('is discrepant when no inputs inside their intervals reach the claim', () => {
    expect(judge('182.4', '182.9', ['182.6', '183.1'])).toBe('discrepant')
    expect(judge('182.4', '181.9', ['181.6', '182.1'])).toBe('discrepant')
  })

  test('looks at the digits: 98.0 is a finer claim than 98', () => {
    expect(judge('98', '98.3', ['98.3', '98.3'])).toBe('exact')
    expect(judge('98.0', '98.3', ['98.3', '98.3'])).toBe('discrepant')
  })

  test('is open to whatever an open interval reaches', () => {
    expect(judge('50', '40', ['40', null])).toBe('within-rounding')
    expect(judge('30', '40', ['40', null])).toBe('discrepant')
    expect(judge('30', '40', [null, '40'])).toBe('within-rounding')
    expect(judge('50', '40', [null, '40'])).toBe('discrepant')
    expect(judge('50', '40', [null, null])).toBe('within-rounding')
  })
})

describe('a claim of “over 95”', () => {
  test('is exact from 95 upwards, however far', () => {
    expect(judge('95', '95', ['94', '96'], 'over')).toBe('exact')
    expect(judge('95', '99.3', ['99', '99.6'], 'over')).toBe('exact')
  })
  test('is within rounding where the value falls short and its interval does not', () => {
    expect(judge('95', '94.9', ['94', '95'], 'over')).toBe('within-rounding')
    expect(judge('95', '94.9', ['94', null], 'over')).toBe('within-rounding')
  })
  test('is discrepant where all of the interval falls short', () => expect(judge('95', '94.9', ['94', '94.99'], 'over')).toBe('discrepant'))
  test('is not rounded: 94.6 is not over 95', () => expect(judge('95', '94.6', ['94.6', '94.6'], 'over')).toBe('discrepant'))
})

describe('a claim of “nearly 700”', () => {
  test('is exact up to 700', () => {
    expect(judge('700', '700', ['699.5', '700.5'], 'nearly')).toBe('exact')
    expect(judge('700', '690', ['689', '691'], 'nearly')).toBe('exact')
  })
  test('is within rounding where the value exceeds it and its interval does not', () => {
    expect(judge('700', '700.1', ['700', '700.6'], 'nearly')).toBe('within-rounding')
    expect(judge('700', '700.1', [null, '700.6'], 'nearly')).toBe('within-rounding')
  })
  test('is discrepant where all of the interval exceeds it', () =>
    expect(judge('700', '700.1', ['700.01', '700.6'], 'nearly')).toBe('discrepant'))
})

describe('a claim of “about 6900”', () => {
  test('is exact where the value prints as 6900', () => {
    expect(judge('6900', '6900', ['6900', '6900'], 'about')).toBe('exact')
    expect(judge('6900', '6900.4', ['6900.4', '6900.4'], 'about')).toBe('exact')
  })
  test('says nothing of rounding, and is within it only where the interval reaches 6900 itself', () => {
    expect(judge('6900', '6901.48', ['6896.6', '6906.3'], 'about')).toBe('within-rounding')
    expect(judge('6900', '6901.48', ['6900', '6906.3'], 'about')).toBe('within-rounding')
    expect(judge('6900', '6901.48', ['6900.1', '6906.3'], 'about')).toBe('discrepant')
    expect(judge('6900', '6898.52', ['6894', '6900'], 'about')).toBe('within-rounding')
    expect(judge('6900', '6898.52', ['6894', '6899.9'], 'about')).toBe('discrepant')
  })
  test('without the word is good to half a unit more', () => {
    expect(judge('6900', '6901.48', ['6900.1', '6906.3'])).toBe('within-rounding')
    expect(judge('6900', '6901.48', ['6900.51', '6906.3'])).toBe('discrepant')
  })
})

describe('the noise of floating point', () => {
  test('decides nothing at an edge, in any of the four verdicts', () => {
    const hair = '0.0000000000001'
    const below = (text: string) => new Fraction(text).sub(hair).toString(20)
    const above = (text: string) => new Fraction(text).add(hair).toString(20)
    expect(judge('10.4', below('10.35'), [below('10.35'), below('10.35')], null, false)).toBe('exact')
    expect(judge('10.3', below('10.35'), [below('10.35'), below('10.35')], null, false)).toBe('exact')
    expect(judge('10.4', '10.2', ['10.1', below('10.35')], null, false)).toBe('within-rounding')
    expect(judge('10.4', '10.6', [above('10.45'), '10.7'], null, false)).toBe('within-rounding')
    expect(judge('95', below('95'), [below('95'), below('95')], 'over', false)).toBe('exact')
    expect(judge('95', '94', ['93', below('95')], 'over', false)).toBe('within-rounding')
    expect(judge('95', above('95'), [above('95'), above('95')], 'nearly', false)).toBe('exact')
    expect(judge('95', '96', [above('95'), '97'], 'nearly', false)).toBe('within-rounding')
  })

  test('is given no room where fractions decide', () => {
    const hair = '0.0000000000001'
    expect(judge('95', new Fraction('95').sub(hair).toString(20), ['94', '94.9'], 'over')).toBe('discrepant')
    expect(judge('95', new Fraction('95').add(hair).toString(20), ['95.1', '96'], 'nearly')).toBe('discrepant')
  })

  test('is no more than a millionth of a millionth: anything larger counts', () => {
    expect(judge('10.4', '10.3499999', ['10.3499999', '10.3499999'], null, false)).toBe('discrepant')
  })
})

describe('whatever was computed', () => {
  const made = fc
    .record({
      n: fc.integer({ min: -1_000_000, max: 1_000_000 }),
      d: fc.integer({ min: 1, max: 997 }),
      below: fc.nat(1000),
      above: fc.nat(1000),
    })
    .map(({ n, d, below, above }) => {
      const value = new Fraction(n, d)
      return { value, bounds: { low: value.sub(new Fraction(below, 100)), high: value.add(new Fraction(above, 100)) } }
    })
  const decimals = fc.integer({ min: 0, max: 4 })

  test('a claim printed from the recomputed value itself is exact', () => {
    fc.assert(
      fc.property(made, decimals, fc.boolean(), ({ value, bounds }, places, exact) => {
        expect(verdictOf({ digits: printedWith(value, places), qualifier: null, value, bounds, exact })).toBe('exact')
      }),
    )
  })

  test('a claim printed from any point of the interval is never discrepant', () => {
    fc.assert(
      fc.property(made, decimals, parts, fc.boolean(), ({ value, bounds }, places, part, exact) => {
        const point = bounds.low.add(bounds.high.sub(bounds.low).mul(new Fraction(Math.round(part * 1000), 1000)))
        expect(verdictOf({ digits: printedWith(point, places), qualifier: null, value, bounds, exact })).not.toBe('discrepant')
      }),
    )
  })

  test('a claim printed from beyond the interval by more than a unit of its last digit is discrepant', () => {
    fc.assert(
      fc.property(made, decimals, fc.boolean(), ({ value, bounds }, places, above) => {
        const unit = new Fraction(1, 10 ** places)
        const point = above ? bounds.high.add(unit.mul('1.01')) : bounds.low.sub(unit.mul('1.01'))
        expect(verdictOf({ digits: printedWith(point, places), qualifier: null, value, bounds, exact: true })).toBe('discrepant')
      }),
    )
  })

  test('a wider interval never makes a verdict worse', () => {
    const rank = { exact: 0, 'within-rounding': 1, discrepant: 2 }
    fc.assert(
      fc.property(
        made,
        decimals,
        fc.integer({ min: -2000, max: 2000 }),
        fc.constantFrom(null, 'about', 'over', 'nearly'),
        ({ value, bounds }, places, off, qualifier) => {
          const digits = printedWith(value.add(new Fraction(off, 100)), places)
          const wider = { low: bounds.low.sub(1), high: bounds.high.add(1) }
          const verdicts = [bounds, wider, { low: null, high: null }].map(
            (range) => rank[verdictOf({ digits, qualifier, value, bounds: range, exact: true })],
          )
          expect(verdicts).toEqual([...verdicts].sort((a, b) => b - a))
        },
      ),
    )
  })

  test('“over” and “nearly” cannot both fail', () => {
    fc.assert(
      fc.property(made, decimals, fc.integer({ min: -2000, max: 2000 }), ({ value, bounds }, places, off) => {
        const digits = printedWith(value.add(new Fraction(off, 100)), places)
        const verdicts = (['over', 'nearly'] as const).map((qualifier) => verdictOf({ digits, qualifier, value, bounds, exact: true }))
        expect(verdicts).toContain('exact')
      }),
    )
  })
})

const reason = { zh: '理由', en: 'A reason' }
const because = (cause: Cause): Partial<Claim> => ({ cause, reason })

/** Holds claims against a small ledger: 1.4 and 2.4 as inputs, and their sum. */
const check = (
  claims: readonly Claim[],
  inputs: readonly Input[] = [input('a', '1.4', '万个'), input('b', '2.4', '万个')],
  figures: readonly Derived[] = [figure('total', sum, { terms: ['a', 'b'] }, 'person')],
) => checkClaims(claims, compute(inputs, figures))
const verdictsOf = (...given: Parameters<typeof check>) => check(...given).map(({ verdict }) => verdict)

describe('a check', () => {
  test('stands in the unit of the claim, so that 3.8 stands beside “3.8 万个”', () => {
    expect(check([claim('total', '3.8', '万个', { qualifier: 'about', locator: { chapter: '2', paragraph: '3' } })])).toEqual([
      {
        claim: 'total@text',
        figure: 'total',
        source: 'example',
        locator: { zh: '第二章，第3段', en: 'chapter 2, paragraph 3' },
        printed: '3.8 万个',
        qualifier: 'about',
        recomputed: 3.8,
        interval: [3.7, 3.9],
        verdict: 'exact',
        cause: null,
        reason: null,
      },
    ])
  })

  test('may be made in another unit of the same base', () => {
    expect(check([claim('total', '38000', '人')])).toMatchObject([{ recomputed: 38_000, interval: [37_000, 39_000], verdict: 'exact' }])
  })

  test('against a computed figure ends exact, within rounding or discrepant', () => {
    expect(verdictsOf([claim('total', '3.8', '万个')])).toEqual(['exact'])
    expect(verdictsOf([claim('total', '3.9', '万个', because('rounded-inputs'))])).toEqual(['within-rounding'])
    expect(verdictsOf([claim('total', '4.0', '万个', because('unit-slip'))])).toEqual(['discrepant'])
  })

  test('against a printed input ends in a conflict where the two places cannot both be right', () => {
    expect(verdictsOf([claim('a', '1.6', '万个', because('slip-of-wording'))])).toEqual(['conflicting'])
  })

  test('against a printed input is no conflict where both places may be right', () => {
    // Printed as 972484 here and as 972484.1 there: the finer one rounds to the other.
    const coarse = [input('use', '972484', '亿元')]
    expect(verdictsOf([claim('use', '972484.1', '亿元', because('rounded-inputs'))], coarse, [])).toEqual(['within-rounding'])
    expect(verdictsOf([claim('use', '972484.6', '亿元', because('slip-of-wording'))], coarse, [])).toEqual(['conflicting'])
    expect(verdictsOf([claim('use', '972484', '亿元')], [input('use', '972484.1', '亿元')], [])).toEqual(['exact'])
  })

  test('of nearly a thousand is in conflict with more than a thousand elsewhere, and with no other bound', () => {
    const verdictOn = (printed: Partial<Input>, claimed: Partial<Claim>, digits = '1000') =>
      verdictsOf([claim('staff', digits, '名', claimed)], [input('staff', '1000', '名', printed)], [])
    expect(verdictOn({ qualifier: 'over' }, { qualifier: 'nearly', ...because('slip-of-wording') })).toEqual(['conflicting'])
    expect(verdictOn({ qualifier: 'nearly' }, { qualifier: 'over', ...because('slip-of-wording') })).toEqual(['conflicting'])
    expect(verdictOn({ qualifier: 'over' }, { qualifier: 'over' })).toEqual(['exact'])
    expect(verdictOn({}, { qualifier: 'nearly' })).toEqual(['exact'])
    expect(verdictOn({ qualifier: 'over' }, { qualifier: 'nearly' }, '2000')).toEqual(['exact'])
  })

  test('of what the source keeps back ends as not recomputable, with nothing recomputed', () => {
    expect(check([claim('a', '1.4', '万个', { withheld: true, ...because('withheld-data') })])).toMatchObject([
      { verdict: 'not-recomputable', recomputed: null, interval: null, cause: 'withheld-data', reason },
    ])
  })

  test('with an open interval leaves the open end out', () => {
    expect(check([claim('a', '40', '类', { qualifier: 'over' })], [input('a', '40', '类', { qualifier: 'over' })], [])).toMatchObject([
      { interval: [40, null], verdict: 'exact' },
    ])
  })

  test('keeps the order of the claims', () => {
    expect(check([claim('total', '3.8', '万个'), claim('a', '1.4', '万个')]).map(({ figure: id }) => id)).toEqual(['total', 'a'])
  })
})

describe('a reason', () => {
  test.each([
    ['within-rounding', claim('total', '3.9', '万个')],
    ['discrepant', claim('total', '4.0', '万个')],
    ['conflicting', claim('a', '1.6', '万个')],
    ['not-recomputable', claim('a', '1.4', '万个', { withheld: true })],
  ] as const)('is demanded of a check that is %s', (verdict, made) => {
    expect(complaintOf(() => check([made]))).toMatch(
      new RegExp(
        `^data/example/claims\\.yaml:1:3 {2}\\S+@text is ${verdict}: the source prints [^,]*${verdict === 'not-recomputable' ? '' : ', we get .*'}\\n {4}expected: .*“cause:” and “reason:” in zh and en$`,
      ),
    )
  })

  test('without a cause is not enough, nor a cause without a reason', () => {
    expect(complaintOf(() => check([claim('total', '3.9', '万个', { reason })]))).toContain('is within-rounding')
    expect(complaintOf(() => check([claim('total', '3.9', '万个', { cause: 'rounded-inputs' })]))).toContain('is within-rounding')
  })

  test('is refused of a check that is exact, and so is a cause', () => {
    const expected =
      'data/example/claims.yaml:1:3  total@text is exact; its reason explains nothing\n    expected: no “reason:” and no “cause:”'
    expect(complaintOf(() => check([claim('total', '3.8', '万个', because('rounded-inputs'))]))).toBe(expected)
    expect(complaintOf(() => check([claim('total', '3.8', '万个', { reason })]))).toBe(expected)
    expect(complaintOf(() => check([claim('total', '3.8', '万个', { cause: 'rounded-inputs' })]))).toBe(expected)
  })

  test('the refusal says what the source prints, what we get, and between what bounds', () => {
    expect(complaintOf(() => check([claim('total', '3.9', '万个')]))).toContain('the source prints 3.9 万个, we get 3.8 (3.7 to 3.9)')
    expect(complaintOf(() => check([claim('a', '30', '类')], [input('a', '40', '类', { qualifier: 'over' })], []))).toContain(
      'the source prints 30 类, we get 40 (40 to …)',
    )
  })

  test('of what the source keeps back is all that is asked for', () => {
    expect(complaintOf(() => check([claim('a', '1.4', '万个', { withheld: true })]))).toBe(
      'data/example/claims.yaml:1:3  a@text is not-recomputable: the source prints 1.4 万个\n    expected: “cause:” and “reason:” in zh and en',
    )
  })

  test('is not what a claim wants whose digits are right in another unit of the figure, which is named first', () => {
    const remedy = (unit: string) =>
      `    expected: “unit: ${unit}”, with which it is exact; digits that agree (hold inputs and claim against the source first), or “cause:” and “reason:” in zh and en`
    expect(complaintOf(() => check([claim('total', '3.8', '人')]))).toBe(
      `data/example/claims.yaml:1:3  total@text is discrepant: the source prints 3.8 人, we get 38000 (37000 to 39000)\n${remedy('万')}`,
    )
    expect(complaintOf(() => check([claim('a', '14000', '万个')]))).toBe(
      `data/example/claims.yaml:1:3  a@text is conflicting: the source prints 14000 万个, we get 1.4 (1.35 to 1.45)\n${remedy('个')}`,
    )
  })

  test('is wanted of a nought that rounding explains, which any larger unit would make exact', () => {
    expect(complaintOf(() => check([claim('a', '0', '人')], [input('a', '0.6', '人', { qualifier: 'nearly' })], []))).toMatch(
      /we get 0\.6 \(… to 0\.6\)\n {4}expected: digits that agree/,
    )
  })
})

describe('a claim that says that it counts something else', () => {
  const people = [input('a', '700', '万', { scope: { period: '2004/2020', entity: 'harbour', reach: 'direct', measure: 'visits' } })]
  const expected =
    /^data\/example\/claims\.yaml:1:3 {2}a@text counts something else than a does\n {4}expected: “cause: scope-clash” and “reason:” in zh and en$/

  test.each([
    ['in measure', { measure: 'posts' }],
    ['in period', { period: '2019' }],
    ['in reach', { reach: 'indirect' }],
    ['in entity', { entity: 'hill' }],
  ] as const)('%s is refused without a reason, even where the number is right', (_, scope) => {
    expect(complaintOf(() => check([claim('a', '700', '万', { scope })], people, []))).toMatch(expected)
    expect(complaintOf(() => check([claim('a', '700', '万', { scope, ...because('unit-slip') })], people, []))).toMatch(
      /counts something else|explains nothing/,
    )
  })

  test('is exact, and marked as a clash of scopes', () => {
    expect(check([claim('a', '700', '万', { scope: { measure: 'posts' }, ...because('scope-clash') })], people, [])).toMatchObject([
      { verdict: 'exact', cause: 'scope-clash', reason },
    ])
  })

  test('is none where it says what the figure says', () => {
    expect(verdictsOf([claim('a', '700', '万', { scope: { measure: 'visits', period: '2004/2020' } })], people, [])).toEqual(['exact'])
    expect(
      complaintOf(() => check([claim('a', '700', '万', { scope: { measure: 'visits' }, ...because('scope-clash') })], people, [])),
    ).toContain('its reason explains nothing')
  })

  test('is held against the scope of a computed figure too', () => {
    const total = figure('total', sum, { terms: ['a'] }, 'person', { scope: { period: '2019', entity: 'hill', measure: 'mixed' } })
    expect(complaintOf(() => check([claim('total', '700', '万', { scope: { measure: 'head-count' } })], people, [total]))).toContain(
      'counts something else than total does',
    )
  })
})

describe('a claim that fits no figure', () => {
  test('is refused with the nearest ids', () => {
    expect(complaintOf(() => check([claim('totl', '3.8', '万个')]))).toBe(
      'data/example/claims.yaml:1:3  a claim is made of “totl”, which is no figure\n    expected: total',
    )
  })
  test('in persons about yuan is refused', () => {
    expect(complaintOf(() => check([claim('total', '3.8', '亿元')]))).toBe(
      'data/example/claims.yaml:1:3  total@text is printed in 亿元, which counts yuan, and total counts persons\n    expected: one of 个, 人, 名, 万, 万个, 万人, 万名, 万人次; or another figure',
    )
  })
  test('in an unknown unit is refused', () => {
    expect(complaintOf(() => check([claim('total', '3.8', '万只')]))).toContain('the unit “万只” is not known')
  })
  test('is told together with all others', () => {
    expect(
      complaintsOf(() => check([claim('totl', '3.8', '万个'), claim('total', '3.8', '亿元'), claim('total', '3.8', '万个')])),
    ).toHaveLength(2)
  })
})
