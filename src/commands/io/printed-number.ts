/** Numbers as a table prints them: their digits decide how far a sum may be off. */
import { signInWords } from '../../../scripts/ledger/text/signs.ts'

/** A printed number, exactly: `units` times ten to the power of minus `decimals`. */
export interface PrintedNumber {
  readonly units: bigint
  readonly decimals: number
  readonly value: number
  /** Half a unit of the last printed digit. */
  readonly half: number
}

const plain = /^([-−+]?)(\d+)(?:\.(\d+))?(?:e([-+]?\d{1,3}))?$/i
const grouped = /^[-−+]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/

/** Whether the text is a number with commas between thousands, such as 1,234.5. */
export const hasThousands = (text: string): boolean => grouped.test(text)

/** Half a unit of a digit so far behind the point. */
export const halfUnit = (decimals: number): number => Number(`5e${-decimals - 1}`)

export const printedNumber = (text: string): PrintedNumber | undefined => {
  const [, sign = '', whole = '', fraction = '', power = '0'] = plain.exec(text) ?? []
  if (whole === '') return undefined
  const minus = sign === '-' || sign === '−'
  const digits = BigInt(whole + fraction)
  const decimals = fraction.length - Number(power)
  const units = minus ? -digits : digits
  return { units, decimals, value: Number(`${units}e${-decimals}`), half: halfUnit(decimals) }
}

/** The same number, as one printed with so many digits behind the point: what a workbook has dropped are noughts. */
export const withDecimals = (number: PrintedNumber, decimals: number): PrintedNumber =>
  decimals <= number.decimals
    ? number
    : { ...number, units: number.units * 10n ** BigInt(decimals - number.decimals), decimals, half: halfUnit(decimals) }

/** Why a text is no number, in words for the one who can mend it. */
export const notANumber = (text: string): { readonly what: string; readonly expected: string } => {
  const mended = text
    .normalize('NFKC')
    .replace(/[\s\u2007\u202f]/g, '')
    .replace(/[oO](?=[\d.]|$)/g, '0')
  const strange = [...text].find((sign) => !/[\d.-]/.test(sign))
  if (/^(-|—|–|―|…|\.{2,}|\/|null|n\/?a|nan|none|#.*|x)$/i.test(text))
    return { what: `“${text}” stands where a number belongs`, expected: 'a number; 0 where nothing flows' }
  if (printedNumber(mended) && strange !== undefined && mended !== text)
    return { what: `“${text}” is no number: ${signInWords(strange)} stands in it`, expected: mended }
  if (/^[-−]?\d+(\.\d+)?%$/.test(text)) return { what: `“${text}” is a percentage`, expected: 'an amount in the unit of the table' }
  return { what: `the text “${text}” stands where a number belongs`, expected: 'a number such as 1234.5' }
}

/** An exact sum of printed numbers; `half` is the half units of its parts together, by which it may be off either way. */
export interface ExactSum {
  readonly units: bigint
  readonly decimals: number
  readonly value: number
  readonly half: number
}

/** What of a sum is added with which sign. */
export interface Term {
  readonly number: PrintedNumber | ExactSum
  readonly sign: 1 | -1
}

export const exactSum = (terms: readonly Term[]): ExactSum => {
  const decimals = terms.reduce((most, { number }) => Math.max(most, number.decimals), 0)
  // Halves are summed exactly too: with 5 units of the next digit for each part.
  let units = 0n
  let halves = 0n
  for (const { number, sign } of terms) {
    const scale = 10n ** BigInt(decimals - number.decimals)
    units += number.units * scale * BigInt(sign)
    halves += BigInt(Math.round(number.half * 10 ** (number.decimals + 1))) * scale
  }
  return { units, decimals, value: Number(`${units}e${-decimals}`), half: Number(`${halves}e${-decimals - 1}`) }
}

/** Whether the sum may be nought: it is no further from it than its digits allow. Decided exactly, so an edge is inside. */
export const mayBeNought = ({ units, decimals, half }: ExactSum): boolean => {
  const distance = units < 0n ? -units : units
  return distance * 10n <= BigInt(Math.round(half * 10 ** (decimals + 1)))
}
