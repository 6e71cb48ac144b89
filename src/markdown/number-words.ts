/**
 * Quantities written in words: 六千九百万, 百分之七十, sixty-nine million, seventy per cent. They are numbers as much as
 * digits are. Fractions and comparisons (三分之二, 七成, more than half) are words, to be bound by <Holds>.
 */

const chineseDigit = '[零〇一二两三四五六七八九十百千]'

/**
 * 百分之 and a numeral, or a numeral and 万 or 亿, 五百多万 too. Vague amounts (数千万, 几百万, 成千上万) name no number, nor
 * does 百分之几. In the numerals of contracts any is an amount.
 */
const chinese = new RegExp(
  [
    `百分之${chineseDigit}+(?:点${chineseDigit}+)?`,
    `(?<![数几上成])${chineseDigit}+[多余来]?(?:点${chineseDigit}+)?[万亿](?:${chineseDigit}|[万亿])*`,
    '[壹贰叁肆伍陆柒捌玖][拾佰仟萬](?:[零壹贰叁肆伍陆柒捌玖拾佰仟萬万亿])*',
  ].join('|'),
  'g',
)

const small =
  '(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)'
/** Counting words, or “a hundred”, that end in a scale or in per cent. “Ten thousand” alone is how English names the unit 万. */
const english = new RegExp(
  `\\b(?!ten\\s+thousand\\b(?!\\s+(?:million|billion)))(?:${small}|a\\s+hundred)(?:[\\s-]+(?:and\\s+)?(?:${small}|hundred|thousand))*[\\s-]+(?:hundred|thousand|million|billion|trillion|per\\s?cent(?:age)?)\\b`,
  'gi',
)

export interface NumberWords {
  readonly words: string
  readonly index: number
}

export const numberWordsIn = (text: string): NumberWords[] =>
  [chinese, english].flatMap((pattern) => [...text.matchAll(pattern)].map((match) => ({ words: match[0], index: match.index })))

const digits = '零一二三四五六七八九'
const powers: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }

/** The digits that a Chinese numeral below 万 stands for: 六千九百零一 is 6901. */
const belowTenThousand = (numeral: string): number => {
  let sum = 0
  let digit = 0
  for (const character of numeral.replaceAll('两', '二').replaceAll('〇', '零')) {
    const power = powers[character]
    if (power === undefined) digit = digits.indexOf(character)
    else {
      sum += (digit || 1) * power
      digit = 0
    }
  }
  return sum + digit
}

/** A Chinese quantity as digits and scale, as it would be typed: 六千九百零一万 is 6901 and 万, 百分之七十二点一 is 72.1 and %. */
export const asDigits = (words: string): { readonly digits: string; readonly scale: string } | undefined => {
  const match = /^(百分之)?(.*?)(?:点(.+?))?([万亿]*)$/.exec(words)
  const whole = match?.[2]
  if (!whole || /[^零〇一二两三四五六七八九十百千]/.test(whole)) return undefined
  const decimals = [...(match[3] ?? '')].map((character) => digits.indexOf(character === '〇' ? '零' : character)).join('')
  return { digits: `${belowTenThousand(whole)}${decimals && `.${decimals}`}`, scale: match[1] ? '%' : (match[4] ?? '') }
}
