import type { Rounding } from './record.ts'

/** Exact fractions on whole numbers, with logarithm and exponential to 200 binary places. */
export interface Rational {
  readonly numerator: bigint
  /** Always positive, and without a common divisor with the numerator. */
  readonly denominator: bigint
}

const magnitude = (whole: bigint): bigint => (whole < 0n ? -whole : whole)

const commonDivisor = (one: bigint, other: bigint): bigint => {
  let [a, b] = [magnitude(one), magnitude(other)]
  while (b !== 0n) [a, b] = [b, a % b]
  return a
}

/** The fraction in lowest terms. Throws where the denominator is zero. */
export const rational = (numerator: bigint, denominator = 1n): Rational => {
  if (denominator === 0n) throw new RangeError('division by zero')
  if (denominator === 1n) return { numerator, denominator }
  const divisor = commonDivisor(numerator, denominator) * (denominator < 0n ? -1n : 1n)
  return { numerator: numerator / divisor, denominator: denominator / divisor }
}

export const zero: Rational = rational(0n)
export const one: Rational = rational(1n)

/** Reads a decimal number, "-3398.4", exactly. Throws on anything else. */
export const decimal = (text: string): Rational => {
  const [, sign, whole, part = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text) ?? []
  if (whole === undefined) throw new SyntaxError(`“${text}” is no decimal number`)
  return rational(BigInt(`${sign}${whole}${part}`), 10n ** BigInt(part.length))
}

/** The fraction that a double stands for, exactly. */
export const ofDouble = (double: number): Rational => {
  if (!Number.isFinite(double)) throw new RangeError(`${double} is no number`)
  let [scaled, power] = [double, 0n]
  while (!Number.isInteger(scaled)) [scaled, power] = [scaled * 2, power + 1n]
  return rational(BigInt(scaled), 2n ** power)
}

/** Over the least denominator that both have, so that numbers stay short on the way. */
export const add = (a: Rational, b: Rational): Rational => {
  if (a.denominator === b.denominator) return rational(a.numerator + b.numerator, a.denominator)
  const shared = commonDivisor(a.denominator, b.denominator)
  return rational(a.numerator * (b.denominator / shared) + b.numerator * (a.denominator / shared), (a.denominator / shared) * b.denominator)
}
export const negate = (a: Rational): Rational => ({ numerator: -a.numerator, denominator: a.denominator })
export const subtract = (a: Rational, b: Rational): Rational => add(a, negate(b))
export const multiply = (a: Rational, b: Rational): Rational => rational(a.numerator * b.numerator, a.denominator * b.denominator)
export const divide = (a: Rational, b: Rational): Rational => rational(a.numerator * b.denominator, a.denominator * b.numerator)
export const absolute = (a: Rational): Rational => ({ numerator: magnitude(a.numerator), denominator: a.denominator })

/** Below, at or above zero where a is below, at or above b. */
export const compare = (a: Rational, b: Rational): number => {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}
export const equal = (a: Rational, b: Rational): boolean => compare(a, b) === 0

/** The nearest multiple of `step`, halves away from zero: rounding as a printer does it. */
export const roundTo = (a: Rational, step: Rational): Rational => {
  const { numerator, denominator } = absolute(divide(a, step))
  const steps = (2n * numerator + denominator) / (2n * denominator)
  return multiply(rational(a.numerator < 0n ? -steps : steps), step)
}

/** The multiple of a step that a number becomes by a rule of rounding: of the two around it, the one that the rule takes. */
export const roundBy = (a: Rational, step: Rational, rule: Rounding): Rational => {
  if (rule === 'half-away') return roundTo(a, step)
  const { numerator, denominator } = divide(a, step)
  const cut = numerator / denominator
  const left = numerator - cut * denominator
  if (left === 0n) return a
  // BigInt division cuts towards zero, so the other neighbour lies further out.
  const further = left < 0n ? cut - 1n : cut + 1n
  const twice = 2n * (left < 0n ? -left : left)
  const halves = { 'half-even': cut % 2n === 0n ? cut : further, 'half-up': cut > further ? cut : further }
  const steps = rule === 'down' ? cut : rule === 'up' ? further : twice < denominator ? cut : twice > denominator ? further : halves[rule]
  return multiply(rational(steps), step)
}

/** A double within two units of its last place from the fraction, however many digits its parts have. */
export const toNumber = ({ numerator, denominator }: Rational): number => {
  const excess = Math.max(magnitude(numerator).toString(2).length, denominator.toString(2).length) - 1000
  const [n, d] = excess > 0 ? [numerator >> BigInt(excess), denominator >> BigInt(excess)] : [numerator, denominator]
  return Number(n) / Number(d)
}

const places = 200n
const scale = 1n << places
/** A fraction as a whole number of 2^-200, and back. */
const fixed = ({ numerator, denominator }: Rational): bigint => (numerator << places) / denominator
const unfixed = (whole: bigint): Rational => rational(whole, scale)

/** 2 artanh(z) by its series, in 2^-200; good for |z| up to a third. */
const doubleArtanh = (z: bigint): bigint => {
  const square = (z * z) >> places
  let [sum, power] = [0n, z]
  for (let k = 1n; power !== 0n && power !== -1n; k += 2n) {
    sum += power / k
    power = (power * square) >> places
  }
  return 2n * sum
}
const logOfTwo = doubleArtanh(scale / 3n)

/** The natural logarithm. Throws where the argument is not above zero. */
export const log = (a: Rational): Rational => {
  if (a.numerator <= 0n) throw new RangeError('logarithm of what is not above zero')
  if (equal(a, one)) return zero
  let [mantissa, doublings] = [a, 0n]
  for (; compare(mantissa, rational(3n, 2n)) > 0; doublings += 1n) mantissa = divide(mantissa, rational(2n))
  for (; compare(mantissa, rational(3n, 4n)) < 0; doublings -= 1n) mantissa = multiply(mantissa, rational(2n))
  return unfixed(doubleArtanh(fixed(divide(subtract(mantissa, one), add(mantissa, one)))) + doublings * logOfTwo)
}

/** e to the power of a. */
export const exp = (a: Rational): Rational => {
  const exponent = fixed(a)
  const doublings = exponent / logOfTwo
  const rest = exponent - doublings * logOfTwo
  let [sum, term] = [0n, scale]
  for (let k = 1n; term !== 0n && term !== -1n; k += 1n) {
    sum += term
    term = ((term * rest) >> places) / k
  }
  return doublings < 0n ? rational(sum, scale << -doublings) : rational(sum << doublings, scale)
}

/** base ** exponent: exact for a whole exponent, else through logarithm and exponential. */
export const power = (base: Rational, exponent: Rational): Rational => {
  if (exponent.denominator !== 1n) return exp(multiply(exponent, log(base)))
  const times = magnitude(exponent.numerator)
  const raised = rational(base.numerator ** times, base.denominator ** times)
  return exponent.numerator < 0n ? divide(one, raised) : raised
}
