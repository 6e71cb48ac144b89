import Fraction from 'fraction.js'
import type { Qualifier, Rounding } from '../types.ts'

/** Exact bounds; null where open-ended. */
export interface Bounds {
  readonly low: Fraction | null
  readonly high: Fraction | null
}

const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹'
/** Digits that a number may have on each side of its point: more are no number of a page, and more than arithmetic here carries. */
export const mostDigits = 60
const numeral = new RegExp(`^([-−]?\\d{1,${mostDigits}}(?:\\.\\d{1,${mostDigits}})?)(?:×10(⁻?[⁰¹²³⁴-⁹]{1,2}))?$`)

/** Whether the text is a plain decimal numeral such as "98.0", "-0.11" or "2.5×10³". */
export const isNumeral = (text: string): boolean => numeral.test(text)

/** The digits of a numeral, and the power of ten that they are times. */
const partsOf = (text: string): { readonly digits: string; readonly power: number } => {
  const [, digits = text, power = ''] = numeral.exec(text) ?? []
  const size = [...power.replace('⁻', '')].reduce((sum, sign) => sum * 10 + raised.indexOf(sign), 0)
  return { digits, power: power.startsWith('⁻') ? -size : size }
}

const tenTo = (power: number): Fraction => (power < 0 ? new Fraction(1n, 10n ** BigInt(-power)) : new Fraction(10n ** BigInt(power)))

/** The exact value of a printed numeral. */
export const exactly = (text: string): Fraction => {
  const { digits, power } = partsOf(text)
  return new Fraction(digits.replace('−', '-')).mul(tenTo(power))
}

/** How far the last digit stands behind the point: 1 for "98.0", −2 for "2.5×10³". */
const lastPowerOf = (text: string): number => {
  const { digits, power } = partsOf(text)
  return (digits.split('.')[1]?.length ?? 0) - power
}

/** Digits after the decimal point: 1 for "98.0", none for "2.5×10³". */
export const decimalsOf = (text: string): number => Math.max(0, lastPowerOf(text))

/** Significant digits as printed: 3 for "98.0", 4 for "6901", 2 for "0.85" and for "2.5×10³". */
export const significantDigitsOf = (text: string): number =>
  Math.max(1, partsOf(text).digits.replace(/[-−.]/g, '').replace(/^0+/, '').length)

/** One unit in the last place as printed. */
export const lastPlaceOf = (text: string): Fraction => tenTo(-lastPowerOf(text))

/** A number as a page may print it: digits, and the sign of a bound before them, "<0.001". */
export interface PrintedForm {
  readonly digits: string
  /** What the sign makes of the number. */
  readonly qualifier?: Extract<Qualifier, 'over' | 'nearly'>
}

const boundSigns: Readonly<Record<string, PrintedForm['qualifier']>> = { '<': 'nearly', '≤': 'nearly', '>': 'over', '≥': 'over' }

/** Takes a bound's sign off a printed number; "<" is a bound from above, as "nearly" is, and ">" one from below. */
export const printedForm = (text: string): PrintedForm => {
  const qualifier = boundSigns[text.charAt(0)]
  return qualifier ? { digits: text.slice(1).trimStart(), qualifier } : { digits: text }
}

/** Whether a page prints a number, alone or as a bound. */
export const isPrintedNumber = (text: string): boolean => isNumeral(printedForm(text).digits)

/** The fraction that a floating-point number is; the library's own reading of one is an approximation. */
export const fromFloat = (value: number): Fraction => {
  let numerator = value
  let denominator = 1n
  while (!Number.isInteger(numerator)) {
    numerator *= 2
    denominator *= 2n
  }
  return new Fraction(BigInt(numerator), denominator)
}

/**
 * A floating-point number taken at twelve digits, so that nothing hangs on the noise of its computation. Read from its
 * digits: the library's own search for a fraction near it takes a thousand times as long.
 */
export const withoutNoise = (value: number): Fraction => {
  const [digits = '0', power = '0'] = value.toExponential(11).split('e')
  return new Fraction(digits).mul(tenTo(Number(power)))
}

/**
 * What a printed input may have been before it was rounded: half a unit of its last digit to each side, or a whole one to
 * the side that a source which always rounds up or down came from; "nearly" bounds a quantity from above, "over" from below;
 * "about" says nothing of rounding and stands for its value alone.
 */
export const boundsOf = (digits: string, qualifier?: Qualifier, rounding: Rounding = 'half-away'): Bounds => {
  const value = exactly(digits)
  if (qualifier === 'about') return { low: value, high: value }
  if (qualifier === 'over') return { low: value, high: null }
  if (qualifier === 'nearly') return { low: null, high: value }
  const place = lastPlaceOf(digits)
  if (rounding === 'up' || rounding === 'down') {
    const isNought = value.equals(0)
    // A nought that was cut off may have been above or below; one that was rounded away from zero is a nought.
    if (isNought) return rounding === 'down' ? { low: place.neg(), high: place } : { low: value, high: value }
    const further = value.compare(0) > 0 === (rounding === 'down')
    return further ? { low: value, high: value.add(place) } : { low: value.sub(place), high: value }
  }
  const half = place.div(2)
  return { low: value.sub(half), high: value.add(half) }
}

const half = new Fraction(1, 2)

/** Rounds a number that is not negative to a whole one. */
const wholeBy: Readonly<Record<Exclude<Rounding, 'half-up'>, (steps: Fraction) => Fraction>> = {
  'half-away': (steps) => steps.add(half).floor(),
  'half-even': (steps) => {
    const below = steps.floor()
    const rest = steps.sub(below)
    if (!rest.equals(half)) return steps.add(half).floor()
    return below.n % 2n === 0n ? below : below.add(1)
  },
  up: (steps) => steps.ceil(),
  down: (steps) => steps.floor(),
}

/** Rounds to a multiple of `place`, as a printed figure is rounded: halves away from zero, or as its source does. */
export const roundTo = (value: Fraction, place: Fraction, rounding: Rounding = 'half-away'): Fraction => {
  if (rounding === 'half-up') return value.div(place).add(half).floor().mul(place)
  const steps = wholeBy[rounding](value.abs().div(place))
  return (value.compare(0) < 0 ? steps.neg() : steps).mul(place)
}
