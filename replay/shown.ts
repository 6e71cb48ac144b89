import { type DeclaredUnits, noUnits } from './data/units.ts'
import { decimal, divide, multiply, negate, one, type Rational, rational } from './rational.ts'
import type { Language } from './record.ts'

/** A number as a page shows it, read back into base units, with the place of its last digit. */
export interface Shown {
  readonly value: Rational
  readonly step: Rational
  /** The greatest place that it may have been rounded to, if its last zeros are no digits. */
  readonly coarsest: Rational
}

const scales: Readonly<Record<string, Rational>> = {
  万亿: rational(10n ** 12n),
  亿: rational(10n ** 8n),
  万: rational(10n ** 4n),
  trillion: rational(10n ** 12n),
  billion: rational(10n ** 9n),
  million: rational(10n ** 6n),
  '': one,
}
/** What follows the number, by base unit: what one of it is. */
const units: Readonly<Record<Language, Readonly<Record<string, readonly (readonly [words: RegExp, factor: Rational])[]>>>> = {
  zh: {
    person: [[/^$/, one]],
    count: [[/^$/, one]],
    ratio: [
      [/^$/, one],
      [/^%$/, rational(1n, 100n)],
    ],
    year: [[/^年$/, one]],
    yuan: [[/^元$/, one]],
    hour: [
      [/^小时$/, one],
      [/^分钟$/, rational(1n, 60n)],
      [/^秒钟$/, rational(1n, 3600n)],
    ],
    tonne: [[/^吨$/, one]],
    'kilowatt-hour': [[/^度$/, one]],
    'square-metre': [[/^平方米$/, one]],
  },
  en: {
    person: [[/^$/, one]],
    count: [[/^$/, one]],
    ratio: [
      [/^$/, one],
      [/^%$/, rational(1n, 100n)],
    ],
    year: [[/^$/, one]],
    yuan: [[/^RMB$/, one]],
    hour: [
      [/^hours?$/, one],
      [/^minutes?$/, rational(1n, 60n)],
      [/^seconds?$/, rational(1n, 3600n)],
    ],
    tonne: [[/^tonnes?$/, one]],
    'kilowatt-hour': [[/^kWh$/, one]],
    'square-metre': [[/^square metres?$/, one]],
  },
}

const shapes: Readonly<Record<Language, RegExp>> = {
  zh: /^(?<sign>[−]?)(?<digits>\d+)(?<part>\.\d+)?(?<scale>万亿|亿|万|)(?<unit>.*)$/u,
  en: /^(?<currency>RMB )?(?<sign>[−]?)(?<digits>\d{1,3}(?:,\d{3})+|\d+)(?<part>\.\d+)?(?: (?<scale>trillion|billion|million)(?= |$))?(?: ?(?<unit>.*))$/u,
}

/** Reads a shown number back. Undefined where it is not written as its language and its unit are. */
export const readShown = (text: string, language: Language, unit: string, declared: DeclaredUnits = noUnits): Shown | undefined => {
  const said = text.replaceAll('\u00a0', ' ')
  const known = readKnown(said, language, unit)
  if (known) return known
  for (const { before, after, factor } of declared.forms(unit, language)) {
    if (!said.startsWith(before) || !said.endsWith(after)) continue
    const number = readKnown(said.slice(before.length, said.length - after.length), language, 'count')
    if (number)
      return {
        value: multiply(number.value, factor),
        step: multiply(number.step, factor),
        coarsest: multiply(number.coarsest, factor),
      }
  }
  return undefined
}

const readKnown = (text: string, language: Language, unit: string): Shown | undefined => {
  const parts = shapes[language].exec(text)?.groups
  if (!parts) return undefined
  const words = parts.currency === undefined ? (parts.unit ?? '') : `RMB${parts.unit ?? ''}`
  const factor = units[language][unit]?.find(([known]) => known.test(words))?.[1]
  if (!factor) return undefined
  // A year is written without a comma, any other number of more than three digits with it.
  if (language === 'en' && unit !== 'year' && /^\d{4}/.test(parts.digits ?? '')) return undefined
  const part = parts.part ?? ''
  const digits = (parts.digits ?? '').replaceAll(',', '')
  const size = multiply(scales[parts.scale ?? ''] ?? one, factor)
  const value = multiply(decimal(`${digits}${part}`), size)
  // Zeros before the decimal point may be places that rounding emptied; two digits at least are told.
  const emptied = part === '' ? (/^\d\d+?(0*)$/.exec(digits)?.[1] ?? '').length : 0
  const step = divide(size, rational(10n ** BigInt(Math.max(part.length - 1, 0))))
  const coarsest = multiply(step, rational(10n ** BigInt(emptied)))
  return { value: parts.sign ? negate(value) : value, step, coarsest }
}
