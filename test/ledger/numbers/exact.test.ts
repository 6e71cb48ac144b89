import fc from 'fast-check'
import Fraction from 'fraction.js'
import { describe, expect, test } from 'vitest'
import { verdictOf } from '../../../scripts/ledger/check.ts'
import { formulasIn } from '../../../scripts/ledger/figures/formula.ts'
import { sum } from '../../../scripts/ledger/formulas/sum.ts'
import { evaluateExactly, NotExact, type Value } from '../../../scripts/ledger/numbers/exact.ts'
import { timesPi } from '../examples.ts'
import { compute, figure, get, input } from '../support.ts'

/** Evaluates the expression of an arrow function over the given names. */
const evaluate = (expression: string, names: Readonly<Record<string, string | readonly string[]>> = {}): Value => {
  const [formula] = formulasIn(`export const example = ({ ${Object.keys(names).join(', ')} }) => ${expression}`, 'example.ts')
  if (!formula?.expression) throw new Error(`${expression} is no expression`)
  return evaluateExactly(
    formula.expression,
    new Map(
      Object.entries(names).map(([name, value]) => [
        name,
        typeof value === 'string' ? new Fraction(value) : value.map((item) => new Fraction(item)),
      ]),
    ),
  )
}
const evaluated = (...given: Parameters<typeof evaluate>): string => {
  const value = evaluate(...given)
  return value instanceof Fraction ? value.toFraction() : String(value)
}

describe('a sum on the edge of rounding', () => {
  // 2.23 + 6.02 + 2.1 is 10.35 and prints as 10.4; floating point has it a little below or above, as the order will have it.
  const figures = compute([input('a', '2.23'), input('b', '6.02'), input('c', '2.1')], [figure('total', sum, { terms: ['a', 'b', 'c'] })])
  const total = get(figures, 'total')

  test('is decided on exact fractions', () => {
    expect(total.value.equals('10.35')).toBe(true)
    expect(total.exact).toBe(true)
  })

  test('prints as 10.4, and as nothing else', () => {
    const verdict = (digits: string) => verdictOf({ digits, qualifier: null, value: total.value, bounds: total.bounds, exact: total.exact })
    expect(verdict('10.4')).toBe('exact')
    expect(verdict('10.3')).toBe('within-rounding')
    expect(verdict('10.35')).toBe('exact')
  })

  test('is where the noise of floating point would otherwise decide', () => {
    const noisy = new Fraction('10.349999999999998')
    expect(verdictOf({ digits: '10.4', qualifier: null, value: noisy, bounds: { low: noisy, high: noisy }, exact: false })).toBe('exact')
    expect(verdictOf({ digits: '10.4', qualifier: null, value: noisy, bounds: { low: noisy, high: noisy }, exact: true })).toBe(
      'discrepant',
    )
  })
})

describe('exact evaluation', () => {
  test.each([
    ['1 + 2 * 3', '7'],
    ['(1 + 2) * 3', '9'],
    ['1 - 2 - 3', '-4'],
    ['1 / 3', '1/3'],
    ['8 / 4 / 2', '1'],
    ['0.1 + 0.2', '3/10'],
    ['-(2 - 5)', '3'],
    ['2 ** 10', '1024'],
    ['2 ** (1 - 3)', '1/4'],
    ['(2 / 3) ** 2', '4/9'],
    ['0 ** 2', '0'],
    ['0 ** 0', '1'],
    ['2 ** 0', '1'],
  ])('%s is %s', (expression, result) => expect(evaluated(expression)).toBe(result))

  test.each([
    ['1 < 2', 'true'],
    ['2 < 2', 'false'],
    ['2 <= 2', 'true'],
    ['3 <= 2', 'false'],
    ['2 > 1', 'true'],
    ['2 > 2', 'false'],
    ['2 >= 2', 'true'],
    ['3 >= 2', 'true'],
    ['1 >= 2', 'false'],
    ['0.1 + 0.2 === 0.3', 'true'],
    ['1 === 2', 'false'],
    ['!(1 < 2)', 'false'],
    ['!(2 < 1)', 'true'],
    ['1 < 2 && 2 < 3', 'true'],
    ['1 < 2 && 3 < 2', 'false'],
    ['2 < 1 && 1 < 2', 'false'],
    ['2 < 1 || 2 < 3', 'true'],
    ['1 < 2 || 3 < 2', 'true'],
    ['2 < 1 || 3 < 2', 'false'],
  ])('%s is %s', (expression, result) => expect(evaluated(expression)).toBe(result))

  test('adds up a list from left to right', () => {
    expect(evaluated('terms.reduce((total, term) => total + term, 0)', { terms: ['0.1', '0.2', '0.3'] })).toBe('3/5')
    expect(evaluated('terms.reduce((total, term) => total - term, 10)', { terms: ['1', '2'] })).toBe('7')
  })

  test('counts a list', () => {
    expect(evaluated('terms.length', { terms: ['0.1', '0.2', '0.3'] })).toBe('3')
    expect(evaluated('terms.length / 2 - terms.length', { terms: ['7'] })).toBe('-1/2')
  })

  test('an inner name hides an outer one, and the outer is there again afterwards', () => {
    expect(evaluated('terms.reduce((total, factor) => total + factor, 0) * factor', { terms: ['1', '2'], factor: '5' })).toBe('15')
  })

  test('a step over a list may use what is named outside it', () => {
    expect(evaluated('terms.reduce((total, term) => total + term * weight, 0)', { terms: ['1', '2'], weight: '5' })).toBe('15')
  })

  test.each([
    ['Math.exp(1)', {}],
    ['terms.filter((term) => term > 1).length', { terms: ['1', '2'] }],
    ['terms.size', { terms: ['1', '2'] }],
    ['terms["length"]', { terms: ['1', '2'] }],
    ['half.length', { half: '0.5' }],
    ['1 / 0', {}],
    ['1 / (half - half)', { half: '0.5' }],
    ['2 ** 0.5', {}],
    ['0 ** (0 - 1)', {}],
    ['unknown + 1', {}],
    ['1 < 2 ? 1 : 2', {}],
    ['+1', {}],
    ['7 % 4', {}],
    ['1 ?? 2', {}],
    ['`1`', {}],
    ['"1"', {}],
    ['terms + 1', { terms: ['1'] }],
    ['(1 < 2) + 1', {}],
    ['terms.reduce((total, term) => { return total + term }, 0)', { terms: ['1'] }],
    ['terms.reduce(({ total }, term) => term, 0)', { terms: ['1'] }],
    ['terms.reduce(1, 0)', { terms: ['1'] }],
    ['terms.reduceRight((total, term) => total - term, 0)', { terms: ['1'] }],
    ['terms["reduce"]((total, term) => total + term, 0)', { terms: ['1'] }],
    ['half((total, term) => total + term, 0)', { half: '0.5' }],
    ['terms.reduce((total, term) => total + term)', { terms: ['1'] }],
    ['1 != 2', {}],
    ['1e3', {}],
  ])('%s is no plain arithmetic, and is left to floating point', (expression, names) => {
    expect(() => evaluate(expression, names)).toThrow(NotExact)
  })

  test('an empty sum is zero', () => {
    expect(evaluated('terms.reduce((total, term) => total + term, 0)', { terms: [] })).toBe('0')
  })

  test('agrees with floating point on sums, differences, products and quotients of any two numbers', () => {
    const decimal = fc.integer({ min: 1, max: 1_000_000 }).map((cents) => (cents / 100).toFixed(2))
    fc.assert(
      fc.property(decimal, decimal, fc.constantFrom('+', '-', '*', '/'), (a, b, operator) => {
        const value = evaluate(`a ${operator} b`, { a, b })
        const plain =
          { '+': Number(a) + Number(b), '-': Number(a) - Number(b), '*': Number(a) * Number(b), '/': Number(a) / Number(b) }[operator] ??
          Number.NaN
        expect(value instanceof Fraction && Math.abs(value.valueOf() - plain) <= 1e-9 * Math.max(1, Math.abs(plain))).toBe(true)
      }),
    )
  })
})

describe('a number that floating point computed', () => {
  test.each(['1', '0.00000001', '0.000001', '123456.789', '-0.00000025'])('%s times pi enters the ledger to the last digit', (digits) => {
    const figures = compute([input('a', digits)], [figure('b', timesPi, { first: 'a' })])
    expect(get(figures, 'b').value.valueOf()).toBe(Number(digits) * Math.PI)
    expect(get(figures, 'b').exact).toBe(false)
  })
})
