import Fraction from 'fraction.js'
import { roundTo } from './printed.ts'
import type { Bilingual, Language, Unit } from './types.ts'

/** How a figure is written: how many significant digits, and whether a ratio is a percentage. */
export interface Style {
  readonly unit: Unit
  readonly digits: number
  readonly percent?: boolean
}

interface Scale {
  readonly factor: string
  readonly before?: string
  readonly after: string
}

const plain: Scale = { factor: '1', after: '' }

/** The largest scale that a number reaches is the one it is written in. */
const scales: Readonly<Record<Unit, Readonly<Record<Language, readonly (readonly [from: number, scale: Scale])[]>>>> = {
  person: {
    zh: [
      [1e8, { factor: '100000000', after: '亿' }],
      [1e4, { factor: '10000', after: '万' }],
      [0, plain],
    ],
    en: [
      [1e9, { factor: '1000000000', after: ' billion' }],
      [1e6, { factor: '1000000', after: ' million' }],
      [0, plain],
    ],
  },
  yuan: {
    zh: [
      [1e13, { factor: '1000000000000', after: '万亿元' }],
      [1e8, { factor: '100000000', after: '亿元' }],
      [1e4, { factor: '10000', after: '万元' }],
      [0, { factor: '1', after: '元' }],
    ],
    en: [
      [1e12, { factor: '1000000000000', before: 'RMB ', after: ' trillion' }],
      [1e9, { factor: '1000000000', before: 'RMB ', after: ' billion' }],
      [1e6, { factor: '1000000', before: 'RMB ', after: ' million' }],
      [0, { factor: '1', before: 'RMB ', after: '' }],
    ],
  },
  // A calendar year.
  year: { zh: [[0, { factor: '1', after: '年' }]], en: [[0, plain]] },
  ratio: { zh: [[0, plain]], en: [[0, plain]] },
  count: { zh: [[0, plain]], en: [[0, plain]] },
}

const percentage: Scale = { factor: '0.01', after: '%' }

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
  const decimals = placeFor(value, digits)
  // Rounding may carry a number to the next scale (999.96 million is 1,000 million), so the scale is chosen after it.
  const rounded = roundTo(value, new Fraction(10).pow(-decimals) ?? new Fraction(1))
  const size = Math.abs(rounded.valueOf())
  const scale = percent ? percentage : (scales[unit][language].find(([from]) => size >= from)?.[1] ?? plain)
  const factor = new Fraction(scale.factor)
  const scaled = rounded.div(factor)
  if (unit === 'year') return `${scaled.toString()}${scale.after}`
  return `${scale.before ?? ''}${decimal(scaled, placeFor(scaled, digits), language)}${scale.after}`
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
