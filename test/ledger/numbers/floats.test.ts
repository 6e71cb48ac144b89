import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formulasIn } from '../../../scripts/ledger/figures/formula.ts'
import { NotExact } from '../../../scripts/ledger/numbers/exact.ts'
import { evaluateInFloats } from '../../../scripts/ledger/numbers/floats.ts'

const expressionOf = (text: string, names: string) => {
  const expression = formulasIn(`export const made = ({ ${names} }) => ${text}\n`, 'example.ts')[0]?.expression
  if (!expression) throw new Error(`“${text}” is no single expression`)
  return expression
}
const value = (text: string, names: Readonly<Record<string, unknown>>) =>
  evaluateInFloats(expressionOf(text, Object.keys(names).join(', ')), names)

describe('a formula’s text gives in floating point what its function gives', () => {
  const number = fc.double({ min: -1e9, max: 1e9, noNaN: true })

  test.each<[string, (a: number, b: number) => number]>([
    ['a + b * 2', (a, b) => a + b * 2],
    ['(a - b) / 3', (a, b) => (a - b) / 3],
    ['-a * b', (a, b) => -a * b],
    ['Math.exp(a / 1e12) * b', (a, b) => Math.exp(a / 1e12) * b],
    ['2 ** (1 - a / 1e10) - b', (a, b) => 2 ** (1 - a / 1e10) - b],
  ])('%s', (text, run) => {
    const expression = expressionOf(text, 'a, b')
    fc.assert(fc.property(number, number, (a, b) => Object.is(evaluateInFloats(expression, { a, b }), run(a, b))))
  })

  test('lists are added up in their order, and counted', () => {
    expect(value('terms.reduce((total, term) => total + term, 0)', { terms: [0.1, 0.2, 0.3] })).toBe(0.1 + 0.2 + 0.3)
    expect(value('terms.reduce((total, term) => total + term * by, 1)', { terms: [2, 3], by: 10 })).toBe(51)
    expect(value('all.length', { all: [7, 7, 7] })).toBe(3)
    expect(
      value('terms.reduce((total, term) => total + term, 0) - less.reduce((total, term) => total + term, 0)', { terms: [5, 4], less: [2] }),
    ).toBe(7)
  })

  test('a division by zero is infinite, as it is for the function', () =>
    expect(value('a / b', { a: 1, b: 0 })).toBe(Number.POSITIVE_INFINITY))

  test.each([
    'Math.sin(a)',
    'a[0]',
    'a.size',
    'a ? 1 : 2',
    'a % 2',
    '"1"',
    'a + "1"',
    'f(a)',
    'f.g.h(a)',
    'Math["exp"](a)',
    'Math.exp(a, a)',
    'Math.exp()',
    'a.reduce((t, x) => t + x)',
    'a.map((t, x) => t + x, 0)',
  ])('%s is beyond it', (text) => {
    expect(() => value(text, { a: 1 })).toThrow(NotExact)
  })
})
