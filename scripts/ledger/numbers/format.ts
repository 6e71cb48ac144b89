import Fraction from 'fraction.js'
import type { Bilingual, Language, Unit } from '../types.ts'
import { roundTo } from './printed.ts'

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
  /** Decimals that it may take; a number that needs more is written in the next smaller scale: 90501元, for 9.0501万元. */
  readonly finest?: number
  /** Instead of `after` where exactly one is written: "1 hour". */
  readonly one?: string
}

const plain: Scale = { factor: '1', after: '' }

type Scales = Readonly<Record<Language, readonly (readonly [from: number, scale: Scale])[]>>

/**
 * 万 and 亿, million and billion. What is measured is written with its unit, what is counted as a number alone:
 * the sentence says of what.
 */
const tens = (zh = '', one = '', many = one): Scales => ({
  zh: [
    [1e8, { factor: '100000000', after: `亿${zh}` }],
    [1e4, { factor: '10000', after: `万${zh}`, ...(zh ? { finest: 2 } : {}) }],
    [0, { factor: '1', after: zh }],
  ],
  en: [
    [1e9, { factor: '1000000000', after: ` billion${many}` }],
    [1e6, { factor: '1000000', after: ` million${many}` }],
    [0, { factor: '1', after: many, one }],
  ],
})

/** The largest scale that a number reaches is the one it is written in. */
const scales: Readonly<Record<Unit, Scales>> = {
  person: tens(),
  yuan: {
    zh: [
      [1e13, { factor: '1000000000000', after: '万亿元' }],
      [1e8, { factor: '100000000', after: '亿元' }],
      [1e4, { factor: '10000', after: '万元', finest: 2 }],
      [0, { factor: '1', after: '元' }],
    ],
    en: [
      [1e12, { factor: '1000000000000', before: 'RMB ', after: ' trillion' }],
      [1e9, { factor: '1000000000', before: 'RMB ', after: ' billion' }],
      [1e6, { factor: '1000000', before: 'RMB ', after: ' million' }],
      [0, { factor: '1', before: 'RMB ', after: '' }],
    ],
  },
  hour: tens('小时', ' hour', ' hours'),
  tonne: tens('吨', ' tonne', ' tonnes'),
  'kilowatt-hour': tens('度', ' kWh'),
  'square-metre': tens('平方米', ' square metre', ' square metres'),
  // A calendar year.
  year: { zh: [[0, { factor: '1', after: '年' }]], en: [[0, plain]] },
  ratio: { zh: [[0, plain]], en: [[0, plain]] },
  count: tens(),
}

const minutes: Readonly<Record<Language, Scale>> = {
  zh: { factor: '1/60', after: '分钟' },
  en: { factor: '1/60', after: ' minutes', one: ' minute' },
}
const seconds: Readonly<Record<Language, Scale>> = {
  zh: { factor: '1/3600', after: '秒钟' },
  en: { factor: '1/3600', after: ' seconds', one: ' second' },
}

/** Under a minute, seconds; whole hours, hours; whole minutes, or under an hour, minutes; the rest, hours: 500 minutes, 2 hours. */
const shortTime = (hours: Fraction): typeof minutes | undefined => {
  const whole = (perHour: number) => hours.mul(perHour).d === 1n
  const under = (perHour: number) => hours.abs().mul(perHour).compare(1) < 0
  if (whole(1)) return undefined
  if (under(60)) return seconds
  return whole(60) || under(1) ? minutes : undefined
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
  const round = (exact: Fraction) => roundTo(exact, new Fraction(10).pow(-placeFor(exact, digits)) ?? new Fraction(1))
  // Rounding may carry a number to the next scale (999.96 million is 1,000 million), so the scale is chosen after it.
  const rounded = round(value)
  const size = Math.abs(rounded.valueOf())
  const fits = ({ factor, finest = Number.POSITIVE_INFINITY }: Scale) => placeFor(rounded.div(factor), digits) <= finest
  const short = unit === 'hour' ? shortTime(value)?.[language] : undefined
  const large = scales[unit][language].find(([from, each]) => size >= from && fits(each))?.[1]
  const scale = percent ? percentage : (short ?? large ?? plain)
  // Sixtieths are no power of ten: minutes are rounded as minutes.
  const scaled = short ? round(value.div(short.factor)) : rounded.div(scale.factor)
  if (unit === 'year') return `${scaled.toString()}${scale.after}`
  // A whole count of things has no decimals.
  const shownDecimals = unit === 'count' && scaled.d === 1n ? Math.min(0, placeFor(scaled, digits)) : placeFor(scaled, digits)
  const text = decimal(scaled, shownDecimals, language)
  return `${scale.before ?? ''}${text}${/^−?1$/.test(text) ? (scale.one ?? scale.after) : scale.after}`
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
