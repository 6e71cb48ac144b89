import type { Units } from './data/units.ts'
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

const shapes: Readonly<Record<Language, RegExp>> = {
  zh: /^(?<sign>[−]?)(?<digits>\d+)(?<part>\.\d+)?(?<scale>万亿|亿|万|)$/u,
  en: /^(?<sign>[−]?)(?<digits>\d{1,3}(?:,\d{3})+|\d+)(?<part>\.\d+)?(?: (?<scale>trillion|billion|million))?$/u,
}

/** Reads a shown number back. Undefined where it is not written as its language and its unit are. */
export const readShown = (text: string, language: Language, unit: string, units: Pick<Units, 'writings'>): Shown | undefined => {
  const written = text.replaceAll('\u00a0', ' ')
  for (const { before, after, factor } of units.writings(unit, language)) {
    if (!written.startsWith(before) || !written.endsWith(after)) continue
    const parts = shapes[language].exec(written.slice(before.length, written.length - after.length))?.groups
    const shown = parts && numberOf(parts, language, unit, factor)
    if (shown) return shown
  }
  return undefined
}

const numberOf = (
  parts: Readonly<Record<string, string | undefined>>,
  language: Language,
  unit: string,
  factor: Rational,
): Shown | undefined => {
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
