import fc from 'fast-check'
import Fraction from 'fraction.js'
import { describe, expect, test } from 'vitest'
import {
  boundsOf,
  decimalsOf,
  exactly,
  fromFloat,
  isNumeral,
  isPrintedNumber,
  lastPlaceOf,
  printedForm,
  roundTo,
  significantDigitsOf,
} from '../../../scripts/ledger/numbers/printed.ts'
import { type Qualifier, type Rounding, roundings } from '../../../scripts/ledger/types.ts'
import { numerals, printedWith } from '../support.ts'

const bounds = (digits: string, qualifier?: Qualifier) => {
  const { low, high } = boundsOf(digits, qualifier)
  return [low?.valueOf() ?? null, high?.valueOf() ?? null]
}

describe('a printed number', () => {
  test.each(['2010.6', '98.0', '0', '0.85', '-0.11', '−3398.4', '6901'])('%s is a plain numeral', (digits) => {
    expect(isNumeral(digits)).toBe(true)
  })

  test.each([
    '',
    '9'.repeat(350),
    `0.${'0'.repeat(400)}1`,
    '1,434,518',
    '2010.6万',
    '近百万',
    '1e3',
    '.5',
    '5.',
    '--2',
    '2 010',
    '0x10',
    'NaN',
    '4.8%',
    ' 5',
    '1.2.3',
  ])('“%s” is not', (digits) => {
    expect(isNumeral(digits)).toBe(false)
  })

  test('has the value that its digits say, exactly', () => {
    expect(exactly('2010.6').toFraction()).toBe('10053/5')
    expect(exactly('0.1').add(exactly('0.2')).equals(exactly('0.3'))).toBe(true)
  })

  test.each([
    ['2.5×10³', '2500', '100', 2],
    ['-4×10⁻²', '-1/25', '1/100', 1],
    ['1.20×10¹²', '1200000000000', '10000000000', 3],
  ])('%s has the value, the last place and the digits that it prints', (text, value, place, digits) => {
    expect(isNumeral(text)).toBe(true)
    expect([exactly(text).toFraction(), lastPlaceOf(text).toFraction(), significantDigitsOf(text)]).toEqual([value, place, digits])
  })

  test('may be a bound', () => {
    expect(printedForm('<0.001')).toEqual({ digits: '0.001', qualifier: 'nearly' })
    expect(printedForm('≥ 95')).toEqual({ digits: '95', qualifier: 'over' })
    expect(printedForm('95')).toEqual({ digits: '95' })
    expect([isPrintedNumber('<5'), isPrintedNumber('<'), isPrintedNumber('a<5')]).toEqual([true, false, false])
  })

  test('may carry a minus sign or a hyphen', () => {
    expect(exactly('−0.11').equals(exactly('-0.11'))).toBe(true)
    expect(exactly('−0.11').valueOf()).toBe(-0.11)
  })
})

describe('the interval of a printed number', () => {
  test('2010.6 stands for 2010.55 to 2010.65', () => expect(bounds('2010.6')).toEqual([2010.55, 2010.65]))
  test('a trailing zero is a digit: 98.0 stands for 97.95 to 98.05', () => expect(bounds('98.0')).toEqual([97.95, 98.05]))
  test('98 stands for 97.5 to 98.5', () => expect(bounds('98')).toEqual([97.5, 98.5]))
  test('0.90 stands for 0.895 to 0.905', () => expect(bounds('0.90')).toEqual([0.895, 0.905]))
  test('zeros before the point are digits too: 6900 stands for 6899.5 to 6900.5', () => expect(bounds('6900')).toEqual([6899.5, 6900.5]))
  test('a negative number has its lower end first: -0.11 stands for -0.115 to -0.105', () =>
    expect(bounds('-0.11')).toEqual([-0.115, -0.105]))
  test('0.0 stands for -0.05 to 0.05', () => expect(bounds('0.0')).toEqual([-0.05, 0.05]))

  test('“nearly 100” is bounded from above alone', () => expect(bounds('100', 'nearly')).toEqual([null, 100]))
  test('“over 40” is bounded from below alone', () => expect(bounds('40', 'over')).toEqual([40, null]))
  test('“about 300” says nothing of rounding and stands for itself', () => expect(bounds('300', 'about')).toEqual([300, 300]))

  test.each([
    ['12.3', 'down', [12.3, 12.4]],
    ['-12.3', 'down', [-12.4, -12.3]],
    ['0.0', 'down', [-0.1, 0.1]],
    ['12.3', 'up', [12.2, 12.3]],
    ['-12.3', 'up', [-12.3, -12.2]],
    ['0', 'up', [0, 0]],
    ['12.3', 'half-even', [12.25, 12.35]],
    ['12.3', 'half-up', [12.25, 12.35]],
  ] as const)('%s of a source that rounds %s stands for what that makes of it', (digits, rule, ends) => {
    const { low, high } = boundsOf(digits, undefined, rule)
    expect([low?.valueOf(), high?.valueOf()]).toEqual(ends)
  })

  test('whatever the rule, what a number was rounded from lies in its interval', () => {
    fc.assert(
      fc.property(fc.integer({ min: -99_999, max: 99_999 }), fc.constantFrom(...roundings), (thousandths, rule) => {
        const value = new Fraction(thousandths, 1000)
        const rounded = roundTo(value, new Fraction(1, 10), rule)
        const digits = `${rounded.compare(0) < 0 ? '-' : ''}${printedWith(rounded.abs(), 1)}`
        const { low, high } = boundsOf(digits, undefined, rule)
        expect(value.compare(low ?? value) >= 0 && value.compare(high ?? value) <= 0).toBe(true)
      }),
    )
  })

  test('is one unit of the last digit wide and has the number in its middle', () => {
    fc.assert(
      fc.property(numerals, (digits) => {
        const { low, high } = boundsOf(digits)
        const value = exactly(digits)
        expect(high?.sub(low ?? 0).equals(lastPlaceOf(digits))).toBe(true)
        expect(high?.add(low ?? 0).equals(value.mul(2))).toBe(true)
      }),
    )
  })

  test('every value inside, its upper end left out, prints as the number', () => {
    fc.assert(
      fc.property(numerals, fc.integer({ min: 0, max: 9999 }), (digits, part) => {
        const { low } = boundsOf(digits)
        const inside = (low ?? new Fraction(0)).add(lastPlaceOf(digits).mul(new Fraction(part, 10_000)))
        expect(printedWith(inside, decimalsOf(digits))).toBe(printedWith(exactly(digits), decimalsOf(digits)))
      }),
    )
  })
})

describe('the digits of a printed number', () => {
  test.each([
    ['2010.6', 1],
    ['98.0', 1],
    ['0.85', 2],
    ['6901', 0],
  ])('%s has %i after the point', (digits, count) => {
    expect(decimalsOf(digits)).toBe(count)
  })

  test.each([
    ['98.0', 3],
    ['6901', 4],
    ['6900', 4],
    ['0.85', 2],
    ['0.850', 3],
    ['-0.11', 2],
    ['−3398.4', 5],
    ['0.007', 1],
    ['100.05', 5],
    ['0', 1],
    ['0.0', 1],
  ])('%s has %i that are significant', (digits, count) => {
    expect(significantDigitsOf(digits)).toBe(count)
  })

  test.each([
    ['6901', 1],
    ['6900', 1],
    ['98.0', 0.1],
    ['0.850', 0.001],
    ['-0.11', 0.01],
  ])('the last place of %s is %d', (digits, unit) => {
    expect(lastPlaceOf(digits).valueOf()).toBe(unit)
  })
})

describe('a floating-point number', () => {
  test.each([0, 1, -1, 0.1, 1e-8, 1.0000000012345, Math.PI, -Math.PI * 1e-6, 1 / 3, Number.MAX_SAFE_INTEGER, 1e20, 2 ** -1000])(
    '%d is the fraction that it is, to the last digit',
    (value) => {
      expect(fromFloat(value).valueOf()).toBe(value)
    },
  )
  test('one tenth in floating point is not one tenth', () => {
    expect(fromFloat(0.1).toFraction()).toBe('3602879701896397/36028797018963968')
  })
})

describe('rounding', () => {
  test.each([
    ['2.5', '1', '3'],
    ['3.5', '1', '4'],
    ['-2.5', '1', '-3'],
    ['-3.5', '1', '-4'],
    ['2.4999', '1', '2'],
    ['-2.4999', '1', '-2'],
    ['10.35', '0.1', '10.4'],
    ['-10.35', '0.1', '-10.4'],
    ['0.05', '0.1', '0.1'],
    ['-0.05', '0.1', '-0.1'],
    ['6850', '100', '6900'],
    ['6849.99', '100', '6800'],
    ['0', '1', '0'],
  ])('%s to a multiple of %s is %s: halves go away from zero', (value, unit, rounded) => {
    expect(roundTo(new Fraction(value), new Fraction(unit)).equals(rounded)).toBe(true)
  })

  test('moves nothing by more than half a unit, and rounding twice is rounding once', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 1000 }), fc.constantFrom('0.001', '0.1', '1', '100'), (n, d, unit) => {
        const value = new Fraction(n, d)
        const once = roundTo(value, new Fraction(unit))
        expect(once.sub(value).abs().compare(new Fraction(unit).div(2))).toBeLessThanOrEqual(0)
        expect(once.div(unit).d).toBe(1n)
        expect(roundTo(once, new Fraction(unit)).equals(once)).toBe(true)
        expect(roundTo(value.neg(), new Fraction(unit)).equals(once.neg())).toBe(true)
      }),
    )
  })
})

describe('a source rounds by its own rule', () => {
  const rounded = (value: string, rule: Rounding) => roundTo(new Fraction(value), new Fraction(1, 10), rule).valueOf()

  test.each([
    ['half-away', 0.3, 0.4, -0.3],
    ['half-even', 0.2, 0.4, -0.2],
    ['half-up', 0.3, 0.4, -0.2],
    ['up', 0.3, 0.4, -0.3],
    ['down', 0.2, 0.3, -0.2],
  ] as const)('%s: of 0.25, 0.35 and −0.25', (rule, ...expected) => {
    expect([rounded('0.25', rule), rounded('0.35', rule), rounded('-0.25', rule)]).toEqual(expected)
  })
})
