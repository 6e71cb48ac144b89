import { signInWords } from '../text/signs.ts'
import { isNumeral, isPrintedNumber, mostDigits } from './printed.ts'

/** What an author wrote for a numeral, and what to write. */
interface NumeralFault {
  readonly what: string
  readonly expected: string
}

/** A minus that is none. */
const minuses = /^[\u00AF\u2010-\u2015\u2796\u4E00\uFE58\uFE63\uFF0D]/u
/** Signs that take no room. */
const nothing = /\p{Cf}/gu
/** What parts thousands; a comma may also be the decimal sign. */
const thousands = /(?<=\d)[,’'_\s，](?=\d{3}(?!\d))/gu

/** A power of ten, however it is typed: ×10^3, x 10³, E3. */
const typedPower = /(?<=\d)\s*(?:[x×X*✕]\s*10\s*(?:\^|\*\*)?\s*([-−⁻]?[\d⁰¹²³⁴-⁹]{1,2})|[eE]([-+]?\d{1,2}))$/u
const powerAsPrinted = (power: string): string =>
  `×10${[...power.normalize('NFKC').replace(/^\+/, '')].map((sign) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(sign)] ?? '⁻').join('')}`

/** The number that a text with look-alikes stands for, as it is to be written; undefined where it stands for none. */
const meant = (text: string): string | undefined => {
  const bound = /^\s*([<＜≤>＞≥])\s*/u.exec(text)
  const body = bound ? text.slice(bound[0].length) : text
  const typed = typedPower.exec(body)
  const power = typed ? powerAsPrinted(typed[1] ?? typed[2] ?? '') : ''
  const digits = meantDigits(typed ? body.slice(0, typed.index) : body)
  return digits === undefined ? undefined : `${bound?.[1]?.normalize('NFKC') ?? ''}${digits}${power}`
}

/** A raised or circled digit beside others is the sign of a note, and no digit of the number. */
const noteSign = /[⁰¹²³⁴-⁹₀-₉\u2460-\u24FF\u2776-\u2793]/u

const meantDigits = (text: string): string | undefined => {
  if (noteSign.test(text)) return undefined
  const bare = text
    .replace(nothing, '')
    .normalize('NFKC')
    .trim()
    .replace(/^["'“”‘’]|["'“”‘’]$/gu, '')
    .replace(minuses, '-')
    .replace(/^\+|(?<=^-)\s+/u, '')
    .replace(/^-?\d{1,3}(?:[,’'_\s]\d{3})+(?!\d)/u, (parted) => parted.replace(thousands, ''))
    .replace(/[。·˙](?=\d+$)|(?<=^-?\d+),(?=\d{1,2}$)/u, '.')
    .replace(/(?<=\d)[Oo]|[Oo](?=\.\d)/gu, '0')
    .replace(/^(-?)\.(?=\d)/, '$10.')
  return isNumeral(bare) ? bare : undefined
}

/** The first sign that no numeral has, after what may begin one. */
const strange = (text: string): string | undefined => {
  const [sign] = /^[-−]?$/u.test(text) ? [] : (/[^\d.]/u.exec(text.replace(/^[-−](?=.)/u, '')) ?? [])
  return sign === undefined ? undefined : String.fromCodePoint(text.codePointAt(text.indexOf(sign)) ?? 0)
}

/** What keeps a text from being a plain numeral; undefined where it is one. */
export const numeralFault = (text: string): NumeralFault | undefined => {
  if (isPrintedNumber(text)) return undefined
  if (text.trim() === '') return { what: 'is empty', expected: 'digits as the page has them; “0” only where it prints a nought' }
  if (new RegExp(`\\d{${mostDigits + 1}}`).test(text))
    return {
      what: `“${text.slice(0, 12)}…” has more than ${mostDigits} digits in a row`,
      expected: 'one number, with the digits that the page has',
    }
  const digits = meant(text)
  const sign = strange(text)
  const [, number = '', word = ''] = /^([-−]?\d+(?:\.\d+)?)\s*([^\d\s.,]+)$/u.exec(text) ?? []
  if (digits === undefined && word)
    return {
      what: `“${text}” has “${word}” beside its digits`,
      expected: `“${number}”; what it counts in goes to “unit:”, other words to “as”`,
    }
  if (digits === undefined)
    return {
      what: `“${text}” is no plain numeral${sign === undefined ? '' : `: ${signInWords(sign)} is no part of one`}`,
      expected: 'digits as the page has them, with “-” before and “.” in them at most, or “<0.001”, or “2.5×10³”; other words go to “as”',
    }
  const decimalComma = /^\D?\d{1,3}[,，]\d{3}$/u.test(text)
    ? `; or “${digits.slice(0, -3)}.${digits.slice(-3)}” where the comma is the decimal sign`
    : ''
  const place =
    sign === undefined
      ? 'begins with its point'
      : `has ${signInWords(sign)}${new RegExp(thousands, 'u').test(text) ? ' between its digits' : minuses.test(text) ? ' for a minus' : ''}`
  return { what: `“${text}” ${place}`, expected: `“${digits}”${decimalComma}` }
}

/** Whether a text was meant as a numeral and is none: it reads as one to the eye. */
export const isMistakenNumeral = (text: string): boolean => !isPrintedNumber(text) && meant(text) !== undefined
