import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exactSum, hasThousands, mayBeNought, printedNumber, type Term } from '../../../src/commands/io/printed-number.ts'
import { commonPower, median, powerNear, slippedColumn, slippedPart } from '../../../src/commands/io/units.ts'

const printed = (text: string) => {
  const number = printedNumber(text)
  if (!number) throw new Error(`“${text}” is no number`)
  return number
}
const sumOf = (...texts: readonly string[]) =>
  exactSum(
    texts.map(
      (text): Term => (text.startsWith('less ') ? { number: printed(text.slice(5)), sign: -1 } : { number: printed(text), sign: 1 }),
    ),
  )

describe('a printed number', () => {
  test('keeps its digits and stands for half a unit of the last to either side', () => {
    expect(printed('14585.3')).toMatchObject({ value: 14585.3, decimals: 1, half: 0.05 })
    expect(printed('100')).toMatchObject({ value: 100, decimals: 0, half: 0.5 })
    expect(printed('100.0')).toMatchObject({ value: 100, decimals: 1, half: 0.05 })
    expect(printed('-4.2').value).toBe(-4.2)
    expect(printed('−4.2').value).toBe(-4.2)
    expect(printed('1.25e3')).toMatchObject({ value: 1250, half: 5 })
    for (const text of ['', '1,000', '1.2.3', '12a', '.', '–']) expect(printedNumber(text), text).toBeUndefined()
    expect(['1,234.5', '12,345,678', '1,23', '1234'].map(hasThousands)).toEqual([true, true, false, false])
  })

  test('is added without the noise of floating point', () => {
    expect(sumOf('0.1', '0.2', 'less 0.3')).toMatchObject({ value: 0, units: 0n })
    expect(sumOf('0.1', '0.2', 'less 0.3').half).toBeCloseTo(0.15, 15)
  })

  test('decides an edge exactly: three half units of a tenth allow 0.15, and not 0.16', () => {
    expect(mayBeNought(sumOf('0.1', '0.2', 'less 0.15'))).toBe(false)
    expect(mayBeNought(sumOf('1.0', '1.1', 'less 2.2'))).toBe(true)
    expect(mayBeNought(sumOf('1.0', '1.1', 'less 2.3'))).toBe(false)
    expect(mayBeNought(sumOf('1', 'less 2'))).toBe(true)
  })

  test('parts that are rounded each for itself never leave their rounded total by more than is allowed', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1_000_000, max: 1_000_000 }), { minLength: 1, maxLength: 30 }), (thousandths) => {
        const whole = thousandths.reduce((total, part) => total + part, 0)
        const texts = thousandths.map((part) => (Math.round(part / 100) / 10).toFixed(1))
        expect(mayBeNought(sumOf(...texts, `less ${(Math.round(whole / 100) / 10).toFixed(1)}`))).toBe(true)
      }),
    )
  })
})

describe('another unit', () => {
  test('is a power of ten that a ratio comes near to, and that most ratios share', () => {
    expect([10, 9.7, 0.0001, 1, 1.04, 3, 0].map(powerNear)).toEqual([1, 1, -4, 0, 0, 0, 0])
    expect(commonPower([1000, 1001, 999, 1])).toBe(3)
    expect(commonPower([1000, 1, 1, 1])).toBe(0)
    expect([median([3, 1, 2]), median([4, 1, 2, 3]), median([7])]).toEqual([2, 2.5, 7])
  })

  test('of one part of a sum is the one that balances it, if no other does', () => {
    // 20 + 300 + 5 was to be 55: 300 is 30 ten times over.
    expect(slippedPart([20, 300, 5], 270, 0.5)).toEqual({ part: 1, power: 1 })
    expect(slippedPart([20, 300, 5], 123, 0.5)).toBeUndefined()
    expect(slippedPart([300, 300], 270, 0.5)).toBeUndefined()
  })

  test('of a column is the one that balances the rows', () => {
    const rows = [
      [1, 2000, 3],
      [4, 5000, 6],
      [7, 8000, 9],
    ]
    expect(slippedColumn(rows, [1998, 4995, 7992], [0.5, 0.5, 0.5])).toEqual({ column: 1, power: 3 })
    expect(slippedColumn(rows, [0, 0, 0], [0.5, 0.5, 0.5])).toBeUndefined()
  })
})
