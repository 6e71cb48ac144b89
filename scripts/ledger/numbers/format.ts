import Fraction from 'fraction.js'
import type { Bilingual, Language } from '../types.ts'
import { roundTo } from './printed.ts'
import type { BaseUnit, UnitPart } from './units.ts'

/** How a figure is written: in which unit, with how many significant digits, and whether a ratio is a percentage. */
export interface Style {
  readonly unit: BaseUnit
  readonly digits: number
  readonly percent?: boolean
}

interface Scale {
  readonly factor: string
  /** `{}` stands for the number. */
  readonly pattern: string
  /** Decimals that it may take; a number that needs more is written in the next smaller scale: 90501元, for 9.0501万元. */
  readonly finest?: number
  /** Instead of `pattern` where exactly one is written: "1 hour". */
  readonly one?: string
}

/** The languages' words for large numbers, from where on each is used. */
const largeNumbers: Readonly<Record<Language, readonly (readonly [from: number, factor: string, word: string])[]>> = {
  zh: [
    [1e13, '1000000000000', '万亿'],
    [1e8, '100000000', '亿'],
    [1e4, '10000', '万'],
  ],
  en: [
    [1e12, '1000000000000', ' trillion'],
    [1e9, '1000000000', ' billion'],
    [1e6, '1000000', ' million'],
  ],
}
const trillion = '1000000000000'

/** The scales that numbers of a unit are written in, the largest first, each with what it is used from. */
const scalesOf = ({ kind, written, one, trillions }: BaseUnit, language: Language): readonly (readonly [from: number, scale: Scale])[] => {
  const pattern = written[language]
  const plain: Scale = { factor: '1', pattern, ...(one ? { one: one[language] } : {}) }
  if (kind === 'ratio' || kind === 'year') return [[0, plain]]
  const large = largeNumbers[language].flatMap(([from, factor, word]): readonly (readonly [number, Scale])[] => {
    if (factor === trillion && !trillions) return []
    // Of what has a unit beside it, 万 takes two decimals at most.
    const finest = language === 'zh' && factor === '10000' && pattern !== '{}' ? { finest: 2 } : {}
    return [[from, { factor, pattern: pattern.replace('{}', `{}${word}`), ...finest }]]
  })
  return [...large, [0, plain]]
}

/**
 * Less than one of the next larger part, the smaller part; a whole number of the unit, the unit; a whole number of its largest
 * part, or less than one, that part; the rest, the unit. Of an hour: 30 seconds, 500 minutes, 2 hours.
 */
const partFor = (value: Fraction, parts: readonly UnitPart[]): UnitPart | undefined => {
  const whole = (of: number) => value.mul(of).d === 1n
  const under = (of: number) => value.abs().mul(of).compare(1) < 0
  if (whole(1)) return undefined
  const small = parts.findLast((_, index) => index > 0 && under(parts[index - 1]?.of ?? 1))
  const [largest] = parts
  return small ?? (largest && (whole(largest.of) || under(1)) ? largest : undefined)
}

const percentage: Scale = { factor: '0.01', pattern: '{}%' }

/** The decimal place of the last of `digits` significant digits of `value`. */
const placeFor = (value: Fraction, digits: number): number => {
  if (value.equals(0)) return 0
  const magnitude = Math.floor(Math.log10(Math.abs(value.valueOf())) + 1e-12)
  return digits - 1 - magnitude
}

/** A rounded decimal with `decimals` digits after the point, thousands parted by commas in English. */
const decimal = (value: Fraction, decimals: number, language: Language): string => {
  const shownDecimals = Math.max(0, decimals)
  const place = new Fraction(10).pow(-decimals) ?? new Fraction(1)
  const rounded = roundTo(value, place)
  const text = rounded
    .abs()
    .mul(new Fraction(10n ** BigInt(shownDecimals)))
    .round()
    .toString()
    .padStart(shownDecimals + 1, '0')
  const whole = shownDecimals > 0 ? text.slice(0, -shownDecimals) : text
  const fraction = shownDecimals > 0 ? `.${text.slice(-shownDecimals)}` : ''
  const grouped = language === 'en' ? whole.replace(/\B(?=(\d{3})+$)/g, ',') : whole
  return `${rounded.compare(0) < 0 ? '−' : ''}${grouped}${fraction}`
}

/** Writes a value in base units as prose prints it, with the same significant digits in both languages. */
export const format = (value: Fraction, { unit, digits, percent }: Style, language: Language): string => {
  const round = (exact: Fraction) => roundTo(exact, new Fraction(10).pow(-placeFor(exact, digits)) ?? new Fraction(1))
  // Rounding may carry a number to the next scale (999.96 million is 1,000 million), so the scale is chosen after it.
  const rounded = round(value)
  const size = Math.abs(rounded.valueOf())
  const fits = ({ factor, finest = Number.POSITIVE_INFINITY }: Scale) => placeFor(rounded.div(factor), digits) <= finest
  const part = percent ? undefined : partFor(value, unit.parts)
  const large = () => scalesOf(unit, language).find(([from, each]) => size >= from && fits(each))?.[1]
  const scale: Scale = percent
    ? percentage
    : part
      ? { factor: `1/${part.of}`, pattern: part.written[language], ...(part.one ? { one: part.one[language] } : {}) }
      : (large() ?? { factor: '1', pattern: unit.written[language] })
  // Sixtieths are no power of ten: minutes are rounded as minutes.
  const scaled = part ? round(value.mul(part.of)) : rounded.div(scale.factor)
  if (unit.kind === 'year') return scale.pattern.replace('{}', scaled.toString())
  // A whole count of things has no decimals.
  const shownDecimals = unit.kind === 'count' && scaled.d === 1n ? Math.min(0, placeFor(scaled, digits)) : placeFor(scaled, digits)
  const text = decimal(scaled, shownDecimals, language)
  return (/^−?1$/.test(text) ? (scale.one ?? scale.pattern) : scale.pattern).replace('{}', text)
}

export const formatBoth = (value: Fraction, style: Style): Bilingual => ({
  zh: format(value, style, 'zh'),
  en: format(value, style, 'en'),
})

/** A number as a check shows it, with digits enough to see where two part and no noise of floating point. */
export const plainNumber = (value: number): string => String(Number(value.toPrecision(9)))

/** Writes a value in a fixed unit with fixed decimals, as a column of a table does. */
export const formatIn = (value: Fraction, factor: string, decimals: number, language: Language): string =>
  decimal(value.div(new Fraction(factor)), decimals, language)
