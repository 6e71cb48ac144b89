import { allowedIn, brandNames, plain, type Rule, rulesWith } from './allowed-digits.ts'
import { asDigits, numberWordsIn } from './number-words.ts'

/** A number that somebody typed where the ledger should print one. */
export interface TypedNumber {
  /** As typed, with its scale: “12.5 million”. */
  readonly words: string
  readonly index: number
  /** Plain digits, without thousands' commas; absent for words that are not read as digits. */
  readonly digits?: string
  /** 万, 亿, million, %, ... or nothing. */
  readonly scale?: string
  /** What stands before it and behind it, and may say what it counts: “RMB ”, “小时”. */
  readonly before?: string
  readonly after?: string
}

/** Digits of any script with points and commas between them, or a fraction sign; then the scale, if one follows. */
const number = /(\p{Nd}+(?:[.,]\p{Nd}+)*|[¼-¾⅐-⅞])(?:\s*(万亿|[万亿%]|per\s?cent\b|(?:thousand|million|billion|trillion)\b))?/gu

/** As much of the words around as a unit may take. */
const reach = 24
const around = (text: string, index: number, length: number) => ({
  before: text.slice(Math.max(0, index - reach), index),
  after: text.slice(index + length, index + length + reach),
})

const usualRules = rulesWith(brandNames)

/** Every number typed into prose that no rule allows. */
export const typedNumbersIn = (text: string, rules: readonly Rule[] = usualRules): TypedNumber[] => {
  const typed = [...plain(text).matchAll(number)]
  // Most stretches carry no digit, and need no rules.
  const allowed = typed.length > 0 ? allowedIn(text, rules) : undefined
  const inDigits = typed.flatMap(({ index, 0: words, 1: digits = '', 2: scale = '' }): TypedNumber[] =>
    allowed?.(index, index + digits.length)
      ? []
      : [
          {
            words: text.slice(index, index + words.length),
            index,
            digits: digits.replaceAll(',', ''),
            scale: scale.replace(/^per.*/, '%'),
            ...around(text, index, words.length),
          },
        ],
  )
  const inWords = numberWordsIn(text).map(
    ({ words, index }): TypedNumber => ({ words, index, ...asDigits(words), ...around(text, index, words.length) }),
  )
  return [...inDigits, ...inWords].sort((a, b) => a.index - b.index)
}

/** In an equation one digit is an exponent, an index or a plain one; more digits, or a decimal, are a number. */
export const typedNumbersInMath = (tex: string): TypedNumber[] =>
  [...plain(tex).matchAll(/\p{Nd}*\.\p{Nd}+|\p{Nd}{2,}/gu)].map(({ index, 0: digits }) => ({
    words: tex.slice(index, index + digits.length),
    index,
    digits,
    scale: '',
  }))
