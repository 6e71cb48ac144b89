import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type DataFiles, openFiles } from '../../replay/data/files.ts'
import { type Units, unitsIn } from '../../replay/data/units.ts'
import { printedNumber, printsAs, rangeOf, readings } from '../../replay/printed.ts'
import { decimal, divide, roundBy, toNumber } from '../../replay/rational.ts'
import type { Qualifier } from '../../replay/record.ts'
import { readShown } from '../../replay/shown.ts'
import { verdictOf } from '../../replay/verdict.ts'
import { boundsOf, exactly, roundTo } from '../../scripts/ledger/numbers/printed.ts'
import { roundings } from '../../scripts/ledger/types.ts'

const units = unitsIn(openFiles(`${import.meta.dirname}/../ledger/vocabulary`))
const factor = (word: string) => toNumber(units.printed(word)?.factor ?? decimal('0'))
const range = (digits: string, qualifier: Qualifier | null = null, wasRounded = true) => {
  const { low, high } = rangeOf(printedNumber(digits), qualifier, wasRounded)
  return [low && toNumber(low), high && toNumber(high)]
}

describe('a printed number', () => {
  test('is as large as its unit’s word says', () => {
    expect([factor('亿元'), factor('万亿元'), factor('万个'), factor('万人次')]).toEqual([1e8, 1e12, 1e4, 1e4])
    expect([factor('%'), factor('成'), factor('倍'), factor('1')]).toEqual([0.01, 0.1, 1, 1])
    expect(factor('分钟') * 60).toBe(1)
    expect(factor('秒钟') * 3600).toBe(1)
    expect(factor('万小时')).toBe(1e4)
    // A numeral before a declared word needs no declaration of its own.
    expect(factor('亿吨')).toBe(1e8)
    expect(units.printed('万里')).toBeUndefined()
  })

  test('stands for half a unit of its last digit to each side', () => {
    expect(range('98.0')).toEqual([97.95, 98.05])
    expect(range('98')).toEqual([97.5, 98.5])
    expect(range('-3398.4')).toEqual([-3398.45, -3398.35])
  })

  test('may be times a power of ten', () => {
    expect(range('2.5×10³')).toEqual([2450, 2550])
    expect(range('4×10⁻²')).toEqual([0.035, 0.045])
  })

  test('stands for what its source made of it, by the same rule in the build', () => {
    const numerals = fc.tuple(fc.integer({ min: -9999, max: 9999 }), fc.constantFrom('', '.0', '.5', '.25', '.37'))
    fc.assert(
      fc.property(numerals, fc.constantFrom(...roundings), fc.integer({ min: -50, max: 50 }), ([whole, rest], rule, twentieths) => {
        const digits = `${whole}${rest}`
        const bounds = boundsOf(digits, undefined, rule)
        const { low, high } = rangeOf(printedNumber(digits), null, true, rule)
        expect([low && toNumber(low), high && toNumber(high)]).toEqual([bounds.low?.valueOf(), bounds.high?.valueOf()])
        const value = `${whole}.${String(Math.abs(twentieths) * 5).padStart(3, '0')}`
        expect(toNumber(roundBy(decimal(value), decimal('0.1'), rule))).toBe(roundTo(exactly(value), exactly('0.1'), rule).valueOf())
      }),
    )
  })

  test('is a bound where the page says over or nearly, and itself where it says about', () => {
    expect(range('40', 'over')).toEqual([40, null])
    expect(range('700', 'nearly')).toEqual([null, 700])
    expect(range('300', 'about')).toEqual([300, 300])
  })

  test('was never rounded where it was counted or assumed', () => expect(range('15', null, false)).toEqual([15, 15]))

  test('is printed by what rounds to it, halves away from zero', () => {
    expect(printsAs(decimal('10.35'), printedNumber('10.4'))).toBe(true)
    expect(printsAs(decimal('-10.35'), printedNumber('-10.4'))).toBe(true)
    expect(printsAs(decimal('10.349999'), printedNumber('10.4'))).toBe(false)
  })
})

test('a numeral in the word of a unit is held against what the data declare', () => {
  const declared = (factor: string) =>
    unitsIn({ yaml: () => ({ fields: { printed: { 个: { unit: 'person' }, 万个: { unit: 'person', factor } } } }) } as unknown as DataFiles)
  expect(toNumber(declared('10000').printed('万个')?.factor ?? decimal('0'))).toBe(1e4)
  expect(() => declared('1000').printed('万个')).toThrow('data/units.yaml says of 万个 another number than its numeral 万 does')
})

describe('a number in words', () => {
  const reads = (words: string) => readings(words, units).map(toNumber)

  test.each([
    ['近百万个', 1e6],
    ['近一亿', 1e8],
    ['100多万个电话', 1e6],
    ['上千个', 1000],
    ['两大业务模块', 2],
    ['位居前三', 3],
    ['改革开放四十年', 40],
    ['一半多', 0.5],
    ['三分之一左右', 1 / 3],
    ['超八成', 0.8],
    ['1万 5左右', 15_000],
    ['至少在 30%以上', 0.3],
    ['约 1~2%', 0.01],
    ['三到五个月', 5],
    ['半年', 6],
    ['首先……第二……第三……最后', 4],
    ['省、市、县、乡、村、小组（网格）', 6],
    ['淄博万华、淄博恒力及济南万华', 3],
    ['“立磨机”和“回转窑”', 2],
    ['第一类……第二类……第三', 3],
    ['交易是否可被监测，过程是否可受监控，以及是否享有保障', 3],
  ])('%s is %d', (words, value) => {
    expect(reads(words)).toContain(value)
  })

  test('is not another number', () => {
    expect(reads('六种机制')).toEqual([6])
    expect(reads('近千名')).toEqual([1000])
    expect(reads('40余种')).toEqual([40])
    expect(reads('没有数字')).toEqual([])
  })
})

describe('a shown number', () => {
  const read = (text: string, language: 'zh' | 'en', unit: string) => {
    const shown = readShown(text, language, unit, units)
    return shown && [toNumber(shown.value), toNumber(shown.step)]
  }

  test.each([
    ['6901万', 'zh', 'person', 69_010_000, 10_000],
    ['69.01 million', 'en', 'person', 69_010_000, 10_000],
    ['143.45178万亿元', 'zh', 'yuan', 143_451_780_000_000, 10_000_000],
    ['RMB −339.84 billion', 'en', 'yuan', -339_840_000_000, 10_000_000],
    ['−3398.4亿元', 'zh', 'yuan', -339_840_000_000, 10_000_000],
    ['5.0%', 'en', 'ratio', 0.05, 0.001],
    ['683,000', 'en', 'person', 683_000, 1],
    ['3分钟', 'zh', 'hour', 0.05, 1 / 60],
    ['1 second', 'en', 'hour', 1 / 3600, 1 / 3600],
    ['1.55 million tonnes', 'en', 'tonne', 1_550_000, 10_000],
    ['2019', 'en', 'year', 2019, 1],
    ['2019年', 'zh', 'year', 2019, 1],
    ['1.5 million kWh', 'en', 'kilowatt-hour', 1_500_000, 100_000],
  ] as const)('%s in %s is %s %d to %d', (text, language, unit, value, step) => {
    expect(read(text, language, unit)).toEqual([value, step])
  })

  test('is not read where it is not written as its language and its unit are', () => {
    expect(read('69.01 million', 'zh', 'person')).toBeUndefined()
    expect(read('6901万', 'en', 'person')).toBeUndefined()
    expect(read('RMB 5', 'en', 'person')).toBeUndefined()
    expect(read('5', 'en', 'yuan')).toBeUndefined()
    expect(read('1300', 'en', 'person')).toBeUndefined()
    expect(read('about 5', 'en', 'person')).toBeUndefined()
  })

  test('may have zeros that are no digits before the decimal point, and two digits at least', () => {
    const coarsest = (text: string, language: 'zh' | 'en') => toNumber(readShown(text, language, 'person', units)?.coarsest ?? decimal('0'))
    expect([coarsest('1,300', 'en'), coarsest('1000', 'zh'), coarsest('69.00 million', 'en'), coarsest('6901万', 'zh')]).toEqual([
      100, 100, 10_000, 10_000,
    ])
  })
})

describe('a verdict', () => {
  const verdict = (value: string, [low, high]: readonly [string | null, string | null], digits: string, more = {}) =>
    verdictOf({
      value: decimal(value),
      range: { low: low === null ? null : decimal(low), high: high === null ? null : decimal(high) },
      digits,
      qualifier: null,
      rounding: 'half-away',
      figureQualifier: null,
      printedFigure: false,
      withheld: false,
      ...more,
    })

  test('is exact where the value prints as the claim', () => expect(verdict('10.35', ['10.3', '10.4'], '10.4')).toBe('exact'))

  test('is within rounding where only the range reaches it, if by its very end', () => {
    expect(verdict('2010.4', ['2009.65', '2011.15'], '2010.6')).toBe('within-rounding')
    expect(verdict('10.2', ['10', '10.35'], '10.4')).toBe('within-rounding')
    expect(verdict('6901.48', ['6896', '6906'], '6900', { qualifier: 'about' })).toBe('within-rounding')
  })

  test('is discrepant where the range does not, and conflicting if the figure itself is printed', () => {
    expect(verdict('10.2', ['10', '10.3499'], '10.4')).toBe('discrepant')
    expect(verdict('2019', ['2019', '2019'], '2018', { printedFigure: true })).toBe('conflicting')
    expect(verdict('6901.48', ['6901', '6902'], '6900', { qualifier: 'about' })).toBe('discrepant')
  })

  test('holds a bound as a bound', () => {
    expect(verdict('1.3', ['1.29', null], '1', { qualifier: 'over' })).toBe('exact')
    expect(verdict('200', ['199.5', '200.5'], '200', { qualifier: 'over' })).toBe('exact')
    expect(verdict('700', ['699.5', '700.5'], '700', { qualifier: 'nearly' })).toBe('exact')
    expect(verdict('0.77', ['0.76', null], '1', { qualifier: 'over' })).toBe('within-rounding')
    expect(verdict('7.5', ['7.5', null], '7', { qualifier: 'nearly' })).toBe('discrepant')
    expect(verdict('1000', ['1000', null], '1000', { qualifier: 'nearly', printedFigure: true, figureQualifier: 'over' })).toBe(
      'conflicting',
    )
  })

  test('is not reached where the data are withheld', () =>
    expect(verdict('1', ['1', '1'], '1', { withheld: true })).toBe('not-recomputable'))
})

describe('a unit that the report declares for itself', () => {
  const litre = (language: 'zh' | 'en') => [
    { before: '', after: language === 'zh' ? '升' : ' litres', factor: decimal('1') },
    { before: '', after: language === 'zh' ? '滴' : ' drops', factor: divide(decimal('1'), decimal('20000')) },
  ]
  const units: Units = {
    printed: (word) => (word === 'litres' ? { base: 'litre', factor: decimal('1') } : undefined),
    columns: [],
    writings: (unit, language) => (unit === 'litre' ? litre(language) : []),
  }

  test.each([
    ['3593升', 'zh', 3593],
    ['3,593 litres', 'en', 3593],
    ['2.5 million litres', 'en', 2500000],
    ['10,000 drops', 'en', 0.5],
  ] as const)('is read back from %s', (text, language, value) => {
    expect(toNumber(readShown(text, language, 'litre', units)?.value ?? decimal('0'))).toBe(value)
  })

  test('is not read from a number without its word', () => {
    expect(readShown('3593', 'zh', 'litre', units)).toBeUndefined()
  })
})
