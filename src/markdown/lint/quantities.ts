/** Amounts, fractions and multiples in words, which only <Holds> may say: 两千人, 七成, 一半, half a million, two thirds, twice as many. */
import { chineseMeasures } from '../allowed-digits.ts'
import { type Finding, findingIn } from './finding.ts'
import type { Chapter } from './passages.ts'

const numeral = '[一二两三四五六七八九十百]'
const small = '(?:two|three|four|five|six|seven|eight|nine|ten|twenty|hundred)'

const chinese = new RegExp(
  [
    // Hundreds and thousands of what is counted: 两千小时, 三百多人; not 第三百人, nor 一千零一夜.
    `(?<![数几上成第零〇一二两三四五六七八九十百千])[一二两三四五六七八九][百千][零〇一二两三四五六七八九十百千]*[多余来]?(?:${chineseMeasures})`,
    // 七成, 七成五, 六七成; not 一成不变, nor the 成 of 统一成.
    `(?<![统单归同合])[一二两三四五六七八九]{1,2}成(?!不变|[为了立员功就分熟人年长])`,
    `${numeral}+分之${numeral}+`,
    // A half; not 一半天, and not a half in the figure of speech 事倍功半.
    '(?:一大半|一小半|(?<![前后上下])一半|大半|过半|近半|半数)(?!天|年)',
    `(?:${numeral}|数十|几)+倍(?!率|数)`,
    // What has doubled; to speak of a doubling names no quantity of ours.
    `(?:翻了|已翻|已经翻)[一两二三四五几]?[番倍]`,
    // Vague amounts are amounts: 数十万, 上千人, 成千上万.
    '(?<![总人次户单倍个])数[十百千]?[万亿]|成千上万|(?<![以之加])上[百千万](?=[个人名家种次位件万亿])',
  ].join('|'),
  'g',
)

const english = new RegExp(
  [
    `\\b(?:one|two|three|four|five|six|seven|eight|nine)[\\s-](?:half|halves|thirds?|quarters?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?)\\b`,
    `\\ba\\s(?:third|quarter|fifth|sixth|seventh|eighth|ninth|tenth)\\b(?=\\s+of|[,.;])`,
    // Half of something; no half of a year or match, no half an hour, no better half.
    `(?<!\\b(?:first|second|other|latter|better|each|one|in)\\s)\\bhalf\\b(?!-|\\s+(?:a|an)\\b|\\s+(?:year|day|hour)|\\s+of\\s+\\d{4})`,
    `\\b(?:two|three|four|five|several)\\s+dozen\\b|\\b(?:a|half\\sa)\\s+dozen\\b|\\bdozens\\s+of\\b`,
    '\\b(?:doubled|tripled|trebled|quadrupled)\\b',
    // Twice as many; what happens twice is no multiple.
    '\\b(?:twice|thrice|double|triple|treble|quadruple)\\s+(?:as\\s+(?:many|much|large|high|long|great|big|often)|the\\s+(?:number|size|share|amount|total|rate|figure|length|count)|(?:that|those)\\s+(?:of|in)|what|its|theirs?)\\b',
    '\\b(?:a|one)\\s(?:third|quarter|fifth|tenth)\\s+as\\s+(?:many|much|large|high|long)\\b',
    // Half a million, several million, a thousand of them; one in a million is a figure of speech.
    '\\b(?:half|a\\s+quarter\\s+of)\\s+a\\s+(?:hundred|thousand|million|billion|trillion)\\b',
    '\\b(?:several|a\\s+few|many|some)\\s+(?:hundred|thousand|million|billion|trillion)\\b',
    '(?<!\\b(?:half|quarter\\s+of|one\\s+in|not)\\s)\\ba\\s+(?:thousand|million|billion|trillion)\\b',
    '\\b(?:one|two|three|four|five|six|seven|eight|nine|ten)\\s+and\\s+a\\s+half\\b',
    `\\bone\\s+in\\s+(?:every\\s+)?${small}\\b`,
    '\\b(?:a|the)\\s+(?:\\w+\\s+)?majority\\s+of\\b',
    '\\b(?:tens|hundreds)\\s+of\\s+(?:thousands|millions)\\b',
    `\\b${small}fold\\b`,
    `\\b${small}\\s+times\\s+(?:as|the|more|larger|higher|over|what)\\b`,
  ].join('|'),
  'gi',
)

/** Words that are quoted are the source's, or spoken of. */
const quoted = (text: string, index: number): boolean => text.lastIndexOf('“', index) > text.lastIndexOf('”', index)

export const quantityFindings = ({ source, language, passages }: Chapter): Finding[] =>
  passages.flatMap((passage) =>
    [...passage.text.matchAll(language === 'zh' ? chinese : english)].flatMap(({ index, 0: words }): Finding[] => {
      const end = index + words.length
      if (quoted(passage.text, index)) return []
      if (passage.bound.some(([from, to]) => from <= index && end <= to)) return []
      const expected =
        passage.setting === 'text'
          ? '<Holds that="…">these words</Holds>, or <Num id="…" />'
          : 'words without a quantity; it is bound in the text'
      return [findingIn(source, passage, [index, end], `“${words}” is a quantity in words that nothing binds`, expected)]
    }),
  )
