import fc from 'fast-check'
import Fraction from 'fraction.js'
import { describe, expect, test } from 'vitest'
import { format, formatBoth, formatIn, type Style } from '../../../scripts/ledger/numbers/format.ts'
import { base } from '../support.ts'

const shown = (value: string | number, unit: string, digits: number, more: Partial<Style> = {}) => {
  const { zh, en } = formatBoth(new Fraction(value), { unit: base(unit), digits, ...more })
  return [zh, en]
}

describe('a number is written', () => {
  test.each([
    [69_014_844, 4, '6901万', '69.01 million'],
    [20_104_000, 5, '2010.4万', '20.104 million'],
    [195_798, 4, '19.58万', '195,800'],
    [776_390_000, 5, '7.7639亿', '776.39 million'],
    [1_234_567_890, 3, '12.3亿', '1.23 billion'],
    [1300, 2, '1300', '1,300'],
    [9999, 4, '9999', '9,999'],
    [10_000, 1, '1万', '10,000'],
    [7, 1, '7', '7'],
    [0, 4, '0', '0'],
  ] as const)('persons: %d with %i digits as %s and %s', (value, digits, zh, en) => {
    expect(shown(value, 'person', digits)).toEqual([zh, en])
  })

  test.each([
    ['97248410000000', 7, '97.24841万亿元', 'RMB 97.24841 trillion'],
    ['1217930000000', 6, '12179.3亿元', 'RMB 1.21793 trillion'],
    ['229887000000', 6, '2298.87亿元', 'RMB 229.887 billion'],
    ['5000000', 2, '500万元', 'RMB 5.0 million'],
    ['12345', 5, '12345元', 'RMB 12,345'],
    ['69600', 3, '6.96万元', 'RMB 69,600'],
    ['90501', 5, '90501元', 'RMB 90,501'],
    ['999', 3, '999元', 'RMB 999'],
  ] as const)('yuan: %s with %i digits as %s and %s', (value, digits, zh, en) => {
    expect(shown(value, 'yuan', digits)).toEqual([zh, en])
  })

  test.each([
    ['1.4751066881', 4, '1.475'],
    ['0.1593492', 3, '0.159'],
    ['1.1', 3, '1.10'],
    ['0.00249', 2, '0.0025'],
    ['3', 1, '3'],
    ['-0.11', 2, '−0.11'],
  ] as const)('a ratio: %s with %i digits as %s in both languages', (value, digits, text) => {
    expect(shown(value, 'ratio', digits)).toEqual([text, text])
  })

  test.each([
    ['0.5356', 3, '53.6%'],
    ['0.0802', 3, '8.02%'],
    ['0.993', 3, '99.3%'],
    ['0.048', 2, '4.8%'],
    ['0.0025', 2, '0.25%'],
    ['1.5', 3, '150%'],
    ['-0.033', 2, '−3.3%'],
    ['0', 2, '0%'],
  ] as const)('a share: %s with %i digits as %s in both languages', (value, digits, text) => {
    expect(shown(value, 'ratio', digits, { percent: true })).toEqual([text, text])
  })

  test('a calendar year as it is, without a comma', () => {
    expect(shown(2019, 'year', 4)).toEqual(['2019年', '2019'])
  })

  test.each([
    [15, 2, '15', '15'],
    [20_000, 1, '2万', '20,000'],
    [140_000_000, 2, '1.4亿', '140 million'],
    [0.5, 1, '0.5', '0.5'],
  ] as const)('a count: %s with %i digits as %s and %s, the sentence says of what', (value, digits, zh, en) => {
    expect(shown(value, 'count', digits)).toEqual([zh, en])
  })

  test.each([
    ['1/3600', 1, '1秒钟', '1 second'],
    ['1/7200', 1, '0.5秒钟', '0.5 seconds'],
    ['1/60', 1, '1分钟', '1 minute'],
    ['3/60', 1, '3分钟', '3 minutes'],
    ['181/3600', 3, '3.02分钟', '3.02 minutes'],
    ['33/70', 3, '28.3分钟', '28.3 minutes'],
    ['4/30', 1, '8分钟', '8 minutes'],
    ['1', 1, '1小时', '1 hour'],
    ['2', 1, '2小时', '2 hours'],
    ['500/60', 3, '500分钟', '500 minutes'],
    ['10/7', 3, '1.43小时', '1.43 hours'],
    ['160000', 2, '16万小时', '160,000 hours'],
    ['66000000', 2, '6600万小时', '66 million hours'],
  ] as const)('a duration: %s hours with %i digits as %s and %s', (value, digits, zh, en) => {
    expect(shown(value, 'hour', digits)).toEqual([zh, en])
  })

  test('what is measured with its unit, one of it in the singular', () => {
    expect(shown(33_100, 'tonne', 3)).toEqual(['3.31万吨', '33,100 tonnes'])
    expect(shown(1, 'tonne', 1)).toEqual(['1吨', '1 tonne'])
    expect(shown(1_500_000, 'kilowatt-hour', 3)).toEqual(['150万度', '1.50 million kWh'])
    expect(shown(3, 'square-metre', 1)).toEqual(['3平方米', '3 square metres'])
  })

  test('a negative number with a minus sign, after the currency', () => {
    expect(shown(-69_014_844, 'person', 4)).toEqual(['−6901万', '−69.01 million'])
    expect(shown('-339840000000', 'yuan', 5)).toEqual(['−3398.4亿元', 'RMB −339.84 billion'])
  })

  test('halves away from zero', () => {
    expect(shown('0.125', 'ratio', 2)).toEqual(['0.13', '0.13'])
    expect(shown('-0.125', 'ratio', 2)).toEqual(['−0.13', '−0.13'])
  })

  test('with zeros where fewer digits are asked for than it has before the point', () => {
    expect(shown(1933, 'count', 2)).toEqual(['1900', '1,900'])
  })
})

describe('a number that rounding carries on', () => {
  test('is written in the next scale, with the digits that were asked for', () => {
    expect(shown(999_960_000, 'person', 4)).toEqual(['10.00亿', '1.000 billion'])
    expect(shown(99_996, 'person', 4)).toEqual(['10.00万', '100,000'])
    expect(shown(9_999.6, 'person', 4)).toEqual(['1.000万', '10,000'])
    expect(shown('9999600000000', 'yuan', 4)).toEqual(['10.00万亿元', 'RMB 10.00 trillion'])
  })

  test('gains no digit: 9.996 to three is 10.0, and 99.96 per cent is 100 per cent', () => {
    expect(shown('9.996', 'ratio', 3)).toEqual(['10.0', '10.0'])
    expect(shown('0.9996', 'ratio', 3)).toEqual(['1.00', '1.00'])
    expect(shown('0.9996', 'ratio', 3, { percent: true })).toEqual(['100%', '100%'])
    expect(shown('9.6', 'ratio', 1)).toEqual(['10', '10'])
  })

  test('stays where it is when rounding carries nothing', () => {
    expect(shown(999_940_000, 'person', 4)).toEqual(['9.999亿', '999.9 million'])
  })
})

/** The digits of a written number, from the first that is not zero; zeros that only fill up to the point are cut. */
const significant = (text: string): string => {
  const [whole = '', fraction] = text.replace(/[^\d.]/g, '').split('.')
  const digits = `${whole}${fraction ?? ''}`.replace(/^0+/, '')
  return fraction === undefined ? digits.replace(/0+$/, '') : digits
}

describe('any number', () => {
  const values = fc.oneof(
    fc
      .record({ n: fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), d: fc.integer({ min: 1, max: 10_000 }) })
      .map(({ n, d }) => new Fraction(n, d)),
    fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }).map((n) => new Fraction(n)),
    fc.integer({ min: 1, max: 12 }).map((power) => new Fraction(10n ** BigInt(power)).sub(new Fraction(1, 1000))),
  )
  const styles = fc.record({
    unit: fc.constantFrom('person', 'yuan', 'hour', 'tonne', 'ratio', 'count').map(base),
    digits: fc.integer({ min: 1, max: 8 }),
  })

  test('is written as digits, never as NaN, Infinity or nothing', () => {
    fc.assert(
      fc.property(values, styles, fc.boolean(), (value, style, percent) => {
        const text = formatBoth(value, { ...style, percent: percent && style.unit.id === 'ratio' })
        expect(text.zh).toMatch(/^−?\d+(\.\d+)?(万亿元|[亿万]?(元|吨|小时)?|分钟|秒钟|%)?$/)
        expect(text.en).toMatch(/^(RMB )?−?\d{1,3}(,\d{3})*(\.\d+)?( trillion| billion| million|%)?( (tonne|hour|minute|second)s?)?$/)
      }),
    )
  })

  test('has the same significant digits in both languages', () => {
    fc.assert(
      fc.property(values, styles, (value, style) => {
        const [zh, en] = [format(value, style, 'zh'), format(value, style, 'en')]
        const trimmed = (text: string) => significant(text).replace(/0+$/, '')
        expect(trimmed(zh)).toBe(trimmed(en))
      }),
    )
  })

  test('never shows more significant digits than were asked for', () => {
    fc.assert(
      fc.property(values, styles, (value, style) => {
        for (const language of ['zh', 'en'] as const)
          expect(significant(format(value, style, language)).length, format(value, style, language)).toBeLessThanOrEqual(style.digits)
      }),
    )
  })

  test('is written as its opposite is, but for the sign', () => {
    fc.assert(
      fc.property(values, styles, (value, style) => {
        const written = (of: Fraction) => format(of, style, 'en')
        if (!value.equals(0)) expect(written(value.neg()).includes('−')).toBe(!written(value).includes('−'))
        expect(written(value.neg()).replace('−', '')).toBe(written(value).replace('−', ''))
      }),
    )
  })
})

describe('a number in a column', () => {
  test('keeps the column’s unit and decimals, whatever its size', () => {
    expect(formatIn(new Fraction(980_000), '10000', 1, 'zh')).toBe('98.0')
    expect(formatIn(new Fraction(980_000), '1000000', 3, 'en')).toBe('0.980')
    expect(formatIn(new Fraction(69_014_844), '10000', 1, 'zh')).toBe('6901.5')
    expect(formatIn(new Fraction('-339840000000'), '100000000', 1, 'en')).toBe('−3,398.4')
    expect(formatIn(new Fraction('225773350000000'), '100000000', 0, 'en')).toBe('2,257,734')
  })

  test('that rounds to nothing is nothing, without a sign', () => {
    expect(formatIn(new Fraction(-1), '10000', 1, 'zh')).toBe('0.0')
    expect(formatIn(new Fraction(0), '1', 2, 'en')).toBe('0.00')
  })
})
