import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  absolute,
  add,
  compare,
  decimal,
  divide,
  equal,
  exp,
  log,
  multiply,
  negate,
  ofDouble,
  one,
  power,
  type Rational,
  rational,
  roundTo,
  subtract,
  toNumber,
  zero,
} from '../../replay/rational.ts'

const whole = fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n })
const fraction = fc.tuple(whole, fc.bigInt({ min: 1n, max: 10n ** 30n })).map(([n, d]) => rational(n, d))
const other = fraction.filter((a) => !equal(a, zero))
const holds = (law: (a: Rational, b: Rational, c: Rational) => boolean) => fc.assert(fc.property(fraction, other, fraction, law))

describe('fractions', () => {
  test('add and multiply in any order and any grouping', () => {
    holds((a, b, c) => equal(add(a, add(b, c)), add(add(c, b), a)))
    holds((a, b, c) => equal(multiply(a, multiply(b, c)), multiply(multiply(c, b), a)))
    holds((a, b, c) => equal(multiply(a, add(b, c)), add(multiply(a, b), multiply(a, c))))
  })

  test('are undone by what undoes them', () => {
    holds((a, b) => equal(subtract(add(a, b), b), a) && equal(multiply(divide(a, b), b), a))
  })

  test('stand in one order', () => {
    holds((a, b) => compare(a, b) === -compare(b, a) && compare(a, b) === compare(subtract(a, b), zero))
  })

  test('are kept in lowest terms with a positive denominator', () => {
    expect(rational(6n, -4n)).toEqual({ numerator: -3n, denominator: 2n })
    expect(() => divide(one, zero)).toThrow('division by zero')
  })

  test('keep every digit of a decimal number', () => {
    expect(decimal('-3398.40')).toEqual(rational(-16992n, 5n))
    expect(equal(add(decimal('0.1'), decimal('0.2')), decimal('0.3'))).toBe(true)
    for (const text of ['1e5', '1,000', '', '.5', '5.']) expect(() => decimal(text), text).toThrow('no decimal number')
  })

  test('come from doubles and go back to the same doubles', () => {
    const sizes = fc.double({ noNaN: true, min: 1e-200, max: 1e200 })
    fc.assert(fc.property(sizes, (double) => toNumber(ofDouble(double)) === double && toNumber(ofDouble(-double)) === -double))
    expect(toNumber(rational(10n ** 400n + 1n, 3n * 10n ** 400n))).toBeCloseTo(1 / 3, 15)
  })
})

describe('rounding', () => {
  test('takes halves away from zero', () => {
    const tenth = decimal('0.1')
    expect(roundTo(decimal('2.25'), tenth)).toEqual(decimal('2.3'))
    expect(roundTo(decimal('-2.25'), tenth)).toEqual(decimal('-2.3'))
    expect(roundTo(decimal('2.24999'), tenth)).toEqual(decimal('2.2'))
    expect(roundTo(decimal('69014844'), decimal('10000'))).toEqual(decimal('69010000'))
  })

  test('moves a number by half a step at most, and to a multiple of the step', () => {
    holds((a, b) => {
      const step = absolute(b)
      const rounded = roundTo(a, step)
      const moved = multiply(absolute(subtract(rounded, a)), rational(2n))
      return compare(moved, step) <= 0 && divide(rounded, step).denominator === 1n
    })
  })
})

describe('logarithm and exponential', () => {
  const close = (a: Rational, b: Rational) =>
    compare(absolute(subtract(a, b)), multiply(add(absolute(b), one), rational(1n, 10n ** 40n))) < 0
  const positive = fc
    .tuple(fc.bigInt({ min: 1n, max: 10n ** 12n }), fc.bigInt({ min: 1n, max: 10n ** 12n }))
    .map(([n, d]) => rational(n, d))

  test('know e and the logarithm of two to forty digits', () => {
    expect(close(exp(one), decimal('2.7182818284590452353602874713526624977572470937'))).toBe(true)
    expect(close(log(rational(2n)), decimal('0.6931471805599453094172321214581765680755001343'))).toBe(true)
    expect(exp(zero)).toEqual(one)
    expect(log(one)).toEqual(zero)
  })

  test('undo each other, and turn products into sums', () => {
    fc.assert(
      fc.property(positive, positive, (a, b) => close(divide(exp(log(a)), a), one) && close(log(multiply(a, b)), add(log(a), log(b)))),
      { numRuns: 40 },
    )
  })

  test('agree with doubles as far as doubles go', () => {
    for (const x of [-40.5, -1.5, 0.25, 3, 100.125]) expect(toNumber(exp(ofDouble(x))) / Math.exp(x)).toBeCloseTo(1, 12)
  })

  test('refuse what has no logarithm', () => expect(() => log(zero)).toThrow('not above zero'))

  test('powers are exact for whole exponents', () => {
    expect(power(decimal('1.5'), rational(-2n))).toEqual(rational(4n, 9n))
    expect(close(power(rational(2n), decimal('0.5')), decimal('1.4142135623730950488016887242096980785696718753'))).toBe(true)
    expect(negate(power(rational(2n), zero))).toEqual(rational(-1n))
  })
})
