import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { failuresOf, PredicateMistake, readPredicate } from '../../src/markdown/predicate.ts'
import { quantitiesOf } from '../../src/markdown/quantities.ts'
import { tinyLedger } from './chapters.ts'

const failures = (text: string): string[] => failuresOf(readPredicate(text), quantitiesOf(tinyLedger))
const mistake = (text: string): PredicateMistake | undefined => {
  try {
    failures(text)
    return undefined
  } catch (error) {
    if (error instanceof PredicateMistake) return error
    throw error
  }
}

describe('a predicate holds', () => {
  it.each([
    'retail.oilsShare < 0.5',
    'retail.oilsShare === 0.421',
    'retail.oilsShare == 0.421',
    'retail.oilsShare >= 0.421 && retail.oilsShare <= 0.421',
    'retail.oils / total.oils > 0.7 && total.oils > 6.9e7',
    'retail.oilsShare > 0.5 || !(retail.goodsShare < 0.7)',
    '-retail.oilsShare < -0.4 + 0 * 2',
    'total.oils - retail.oils === 19250000',
    'total.oils.low === 68319900',
    'retail.turnover.high === 5535000',
    'checks.exact === 2 && checks.withinRounding === 1 && checks.notRecomputable === 0 && checks.all === 3',
  ])('%s', (text) => expect(failures(text)).toEqual([]))

  it('even where floating point left its noise on a figure', () => expect(failures('sums.withNoise === 0.3')).toEqual([]))
  it('to the last digit, where a figure is exact', () => {
    expect(failures('sums.long === 0.1234567890123456')).toEqual([])
    expect(failures('sums.long === 0.1234567890123457')).toHaveLength(1)
  })
})

describe('a predicate that does not hold says what the values are', () => {
  it.each([
    ['retail.oilsShare > 0.5', ['retail.oilsShare is 0.4210, not > 0.5']],
    ['total.oils < 60000000', ['total.oils is 69010000, not < 60000000']],
    ['retail.oils > total.oils', ['retail.oils is 49760000, not > total.oils, which is 69010000']],
    [
      'retail.oilsShare > 0.5 || retail.oilsShare < 0.4',
      ['retail.oilsShare is 0.4210, not > 0.5', 'retail.oilsShare is 0.4210, not < 0.4'],
    ],
    ['retail.oilsShare < 0.5 && retail.goodsShare > 0.8', ['retail.goodsShare is 0.7210, not > 0.8']],
    ['!(retail.oilsShare < 0.5)', ['!(retail.oilsShare < 0.5) is false']],
  ])('%s', (text, clauses) => expect(failures(text)).toEqual(clauses))

  it('with all its digits where fewer would seem to hold', () => {
    expect(failures('retail.oilsShare > 0.42104')).toEqual(['retail.oilsShare is 0.421, not > 0.42104'])
  })
})

describe('a predicate that is none is refused at its place', () => {
  it.each([
    ['', 'the predicate is empty', 0],
    ['retail.oils', '“retail.oils” is a number, neither true nor false', 0],
    ['retail.oils + 1', '“retail.oils + 1” is a number, neither true nor false', 0],
    ['5', '“5” is a number, neither true nor false', 0],
    ['-retail.oils', '“-retail.oils” is a number, neither true nor false', 0],
    ['retail.oils > 1 && total.oils', '“total.oils” is a number, neither true nor false', 19],
    ['0.4 < retail.oilsShare < 0.5', '“0.4 < retail.oilsShare” is true or false, not a number', 0],
    ['1 + !retail.oils > 2', '“!retail.oils” is true or false, not a number', 4],
    ['(retail.oils > 1 || total.oils > 1) > 2', '“retail.oils > 1 || total.oils > 1” is true or false, not a number', 1],
    ['1 < 2', 'the predicate names no figure', 0],
    ['retail.oils = 5', '“retail.oils = 5” means nothing here', 0],
    ['retail.oils > "5"', '“"5"” means nothing here', 14],
    ['retail["jobs"] > 5', '“retail["jobs"]” means nothing here', 0],
    ['retail[jobs] > 5', '“retail[jobs]” means nothing here', 0],
    ['retail.oils % 2 > 5', '“retail.oils % 2” means nothing here', 0],
    ['retail.oils != 5', '“retail.oils != 5” means nothing here', 0],
    ['~retail.oils > 5', '“~retail.oils” means nothing here', 0],
    ['retail.oils ?? total.oils > 5', '“retail.oils ?? total.oils > 5” means nothing here', 0],
    ['f(retail.oils) > 5', '“f(retail.oils)” means nothing here', 0],
    ['f(1).jobs > 5', '“f(1).jobs” means nothing here', 0],
    ['if (a) b', '“if (a) b” means nothing here', 0],
    ['a.b > 1; c.d > 1', '“c.d > 1” means nothing here', 9],
    ['retail.oils ≥ 5', 'the predicate cannot be read from “≥ 5” on', 12],
    ['retail.oils >', 'the predicate breaks off', 12],
    ['1 / sums.empty > 2', 'the predicate divides by zero', 0],
  ])('%s', (text, what, index) => expect(mistake(text)).toMatchObject({ message: what, index }))

  it('and says what would be one', () => {
    expect(mistake('retail.oils = 5')?.expected).toBe('=== to compare')
    expect(mistake('retail.oils')?.expected).toBe('a comparison, such as retail.oils > 0')
    expect(mistake('0 < a.b < 1')?.expected).toBe('two comparisons: a < b && b < c')
    expect(mistake('a.b % 2 > 1')?.expected).toMatch(/^figures and numbers with/)
  })
})

it('a predicate or its negation holds, never both', () => {
  const operator = fc.constantFrom('<', '<=', '>', '>=', '===')
  fc.assert(
    fc.property(operator, fc.integer({ min: 0, max: 1000 }), (compare, thousandths) => {
      const text = `retail.oilsShare ${compare} ${thousandths / 1000}`
      expect(failures(text).length === 0).not.toBe(failures(`!(${text})`).length === 0)
    }),
  )
})
