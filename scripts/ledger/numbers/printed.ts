import Fraction from 'fraction.js'
import type { Qualifier } from '../types.ts'

/** Exact bounds; null where open-ended. */
export interface Bounds {
  readonly low: Fraction | null
  readonly high: Fraction | null
}

const numeral = /^[-−]?\d+(\.\d+)?$/

/** Whether the text is a plain decimal numeral such as "98.0" or "-0.11". */
export const isNumeral = (text: string): boolean => numeral.test(text)

/** The exact value of a printed numeral. */
export const exactly = (digits: string): Fraction => new Fraction(digits.replace('−', '-'))

/** Digits after the decimal point: 1 for "98.0". */
export const decimalsOf = (digits: string): number => digits.split('.')[1]?.length ?? 0

/** Significant digits as printed: 3 for "98.0", 4 for "6901", 2 for "0.85". */
export const significantDigitsOf = (digits: string): number => Math.max(1, digits.replace(/[-−.]/g, '').replace(/^0+/, '').length)

/** One unit in the last place as printed. */
export const lastPlaceOf = (digits: string): Fraction => new Fraction(1n, 10n ** BigInt(decimalsOf(digits)))

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
 * What a printed input may have been before it was rounded: half a unit of its last digit to each side;
 * "nearly" bounds a quantity from above, "over" from below; "about" says nothing
 * of rounding and stands for its value alone.
 */
export const boundsOf = (digits: string, qualifier?: Qualifier): Bounds => {
  const value = exactly(digits)
  if (qualifier === 'about') return { low: value, high: value }
  if (qualifier === 'over') return { low: value, high: null }
  if (qualifier === 'nearly') return { low: null, high: value }
  const half = lastPlaceOf(digits).div(2)
  return { low: value.sub(half), high: value.add(half) }
}

/** Rounds half away from zero to a multiple of `place`, as a printed figure is rounded. */
export const roundTo = (value: Fraction, place: Fraction): Fraction => {
  const steps = value.abs().div(place).add(new Fraction(1, 2)).floor()
  return (value.compare(0) < 0 ? steps.neg() : steps).mul(place)
}
