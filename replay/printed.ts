import type { Units } from './data/units.ts'
import { add, compare, decimal, divide, equal, multiply, one, type Rational, rational, roundBy, subtract } from './rational.ts'
import type { Qualifier, Rounding } from './record.ts'

const scales: Readonly<Record<string, Rational>> = { 万亿: rational(10n ** 12n), 亿: rational(10n ** 8n), 万: rational(10n ** 4n) }

/** A printed number with the place of its last digit. */
export interface PrintedNumber {
  readonly value: Rational
  /** One in the last place: 0.1 for "98.0". */
  readonly step: Rational
}

export const printedNumber = (printed: string): PrintedNumber => {
  const [digits = '', power] = printed.split('×10')
  const times = power === undefined ? one : powerOfTen(power)
  return {
    value: multiply(decimal(digits), times),
    step: multiply(rational(1n, 10n ** BigInt(digits.split('.')[1]?.length ?? 0)), times),
  }
}

/** Ten to a raised numeral: “⁻³” is a thousandth. */
const powerOfTen = (raised: string): Rational => {
  const power = Number([...raised].map((sign) => (sign === '⁻' ? '-' : String('⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(sign)))).join(''))
  return power < 0 ? rational(1n, 10n ** BigInt(-power)) : rational(10n ** BigInt(power))
}

/** A number printed as a bound, “<0.001”, is one from above or from below; its words are all that is printed. */
export const unbound = <
  T extends { readonly digits: string; readonly unit: string; readonly as: string | undefined; readonly qualifier: Qualifier | null },
>(
  line: T,
): T => {
  const [, sign, digits] = /^([<≤>≥])\s*(.+)$/.exec(line.digits) ?? []
  if (sign === undefined || digits === undefined) return line
  const unit = line.unit === '1' ? '' : line.unit
  return {
    ...line,
    digits,
    qualifier: '<≤'.includes(sign) ? 'nearly' : 'over',
    as: line.as ?? `${line.digits}${unit === '%' ? '' : ' '}${unit}`,
  }
}

/** Ends of an exact interval; null where it is open. */
export interface Range {
  readonly low: Rational | null
  readonly high: Rational | null
}

/** What a printed number stands for: half its last place to each side, or what its qualifier says. */
export const rangeOf = (
  { value, step }: PrintedNumber,
  qualifier: Qualifier | null,
  wasRounded: boolean,
  rule: Rounding = 'half-away',
): Range => {
  if (qualifier === 'over') return { low: value, high: null }
  if (qualifier === 'nearly') return { low: null, high: value }
  if (qualifier === 'about' || !wasRounded) return { low: value, high: value }
  const sign = compare(value, rational(0n))
  const [further, nearer] = sign < 0 ? [subtract(value, step), add(value, step)] : [add(value, step), subtract(value, step)]
  const ends = (one: Rational, other: Rational): Range => (compare(one, other) < 0 ? { low: one, high: other } : { low: other, high: one })
  if (rule === 'down') return sign === 0 ? ends(nearer, further) : ends(value, further)
  if (rule === 'up') return sign === 0 ? ends(value, value) : ends(nearer, value)
  const half = divide(step, rational(2n))
  return { low: subtract(value, half), high: add(value, half) }
}

/** Whether a value, rounded once at the printed number's last place, prints as it. */
export const printsAs = (value: Rational, printed: PrintedNumber, rule: Rounding = 'half-away'): boolean =>
  equal(roundBy(value, printed.step, rule), printed.value)

const numerals: Readonly<Record<string, bigint>> = {
  零: 0n,
  一: 1n,
  二: 2n,
  两: 2n,
  三: 3n,
  四: 4n,
  五: 5n,
  六: 6n,
  七: 7n,
  八: 8n,
  九: 9n,
}
const tens: Readonly<Record<string, bigint>> = { 十: 10n, 百: 100n, 千: 1000n }

/** A whole number below ten thousand in Chinese numerals; 百 alone is a hundred, as in 上百. */
const chineseWhole = (text: string): Rational => {
  let [total, pending] = [0n, -1n]
  for (const sign of text) {
    const ten = tens[sign]
    if (ten === undefined) pending = numerals[sign] ?? 0n
    else {
      total += ten * (pending < 0n ? 1n : pending)
      pending = -1n
    }
  }
  return rational(total + (pending < 0n ? 0n : pending))
}

const number = String.raw`\d+(?:\.\d+)?|[零一二两三四五六七八九十百千]+`
const read = (text: string): Rational => (/^\d/.test(text) ? decimal(text) : chineseWhole(text))

/** Every number that the words of a passage can be read as, in base units: 近百万个, 三分之一, 一半多, 七成, a list of things. */
export const readings = (words: string, units: Pick<Units, 'printed'>): readonly Rational[] => {
  const sizeOf = (word: string): Rational => units.printed(word)?.factor ?? one
  const found: Rational[] = []
  for (const [, parts = '', share = ''] of words.matchAll(/([一二三四五六七八九十]+)分之([一二三四五六七八九十]+)/g))
    found.push(divide(chineseWhole(share), chineseWhole(parts)))
  if (words.includes('一半')) found.push(rational(1n, 2n))
  if (words.includes('半年')) found.push(rational(6n))
  // 1万5 is fifteen thousand.
  for (const [, whole = '', tenth = ''] of words.matchAll(/(\d+)\s*万\s*(\d)(?!\d)/g))
    found.push(multiply(decimal(`${whole}.${tenth}`), rational(10000n)))
  for (const [, digits = '', scale = '', after = ''] of words.matchAll(
    new RegExp(`(${number})\\s*(?:[多余几])?\\s*(万亿|亿|万|)\\s*(?:[多余])?\\s*(年|分钟|秒钟|成|%|)`, 'g'),
  )) {
    const value = multiply(read(digits), scales[scale] ?? one)
    found.push(value)
    if (after !== '') found.push(multiply(value, sizeOf(after)))
    if (after === '年') found.push(multiply(value, rational(12n)))
  }
  // 一两周, 三到五个月, 25至40分钟: each end by itself.
  for (const [, low = '', high = '', after = ''] of words.matchAll(
    /([一二三四五六七八九]|\d+)\s*(?:到|至|~|)\s*([一二两三四五六七八九]|\d+)\s*个?(周|月|分钟|%)/g,
  ))
    for (const end of [low, high]) found.push(read(end), multiply(read(end), sizeOf(after)))
  const ordinals = words.match(/首先|第[二三四五六七八九]|最后/g)
  if (ordinals) found.push(rational(BigInt(ordinals.length)))
  // 和, 与 and 及 join the last thing of a list, or stand within its name: both readings count. Whole sentences are parted by ；.
  for (const between of [/、|(?<=工)和/, /、|，(?:以及)?|和|及|……/, /、|与/, /；/]) {
    const items = words.split(between)
    if (items.length > 1) found.push(rational(BigInt(items.length)))
  }
  // 翻倍 is two of what there was; 数亿 and 数十万 are at least one of them.
  if (/翻[倍番]/.test(words)) found.push(rational(2n))
  for (const [, ten = '', scale = ''] of words.matchAll(/数([十百千]?)(万亿|亿|万|)/g))
    if (ten + scale !== '') found.push(multiply(ten === '' ? one : chineseWhole(ten), scales[scale] ?? one))
  for (const [, century = '', decade = ''] of words.matchAll(/(\d+)世纪(\d+)年代/g))
    found.push(rational((BigInt(century) - 1n) * 100n + BigInt(decade)))
  // “招”“用”“薪”: things that stand side by side in quotation marks.
  for (const [list] of words.matchAll(/(?:“[^”]+”){2,}/g)) found.push(rational(BigInt(list.split('“').length - 1)))
  // 高于: more than one of what it is held against.
  if (words.startsWith('高于')) found.push(one)
  return found
}

/** Whether a range reaches a printed number's own range. */
export const meets = (one: Range, other: Range): boolean =>
  !(one.high && other.low && compare(one.high, other.low) < 0) && !(other.high && one.low && compare(other.high, one.low) < 0)

export const scaled = ({ low, high }: Range, factor: Rational): Range => ({
  low: low && multiply(low, factor),
  high: high && multiply(high, factor),
})

export const isPoint = ({ low, high }: Range): boolean => low !== null && high !== null && equal(low, high)
