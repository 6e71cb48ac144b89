/** Chinese typography: zhlint for punctuation and spaces, and the few rules of the house that it does not know. */
import { type Options, run } from 'zhlint'
import { cachedNow } from '../../lib/cache.ts'
import { type Finding, findingIn } from './finding.ts'
import { quotations, quotesPair } from './pairs.ts'
import { address, type Chapter, type Passage } from './passages.ts'
import { outsideQuotes, type Pattern, patternFindings } from './patterns.ts'

/** Full-width marks beside Chinese, and no spaces between Chinese and Latin letters or digits: the page makes the gap. */
const options: Options = {
  hyperParse: ['markdown'],
  rules: {
    noSinglePair: true,
    halfwidthPunctuation: '[]{}',
    fullwidthPunctuation: '，。：；？！“”‘’（）',
    adjustedFullwidthPunctuation: '',
    unifiedPunctuation: 'simplified',
    spaceBetweenMixedwidthContent: false,
    noSpaceBetweenFullwidthContent: true,
    noSpaceBeforePauseOrStop: true,
    noSpaceAfterFullwidthPauseOrStop: true,
    noSpaceOutsideFullwidthQuotation: true,
    noSpaceOutsideFullwidthBracket: true,
    noSpaceInsideQuotation: true,
    noSpaceInsideBracket: true,
    skipPureWestern: true,
    trimSpace: false,
  },
}

/** A foreign name or title inside Chinese keeps its own marks: “Darwin, C.”, “p. 138”, “data: a guide”. */
const western =
  /(?<=[A-Za-z0-9.)])[,.:;?!&'’]+(?=\s?[A-Za-z0-9(&])|(?<=\b(?:[A-Z]|pp?|vol|no|eds?|al|etc|cf|Jr|Inc|Ltd|Co))\.|(?<=[A-Za-z0-9.,] ?)\([A-Za-z0-9 ,.&–-]*\)(?= ?[A-Za-z0-9.,])/g

const patterns: readonly Pattern[] = [
  { pattern: /(?<!-)--+(?!-)/g, what: 'hyphens stand for a dash', expected: '——', put: '——' },
  { pattern: /\.{3,}|。{2,}|(?<!…)…(?!…)/g, what: 'an ellipsis is not written as one', expected: '……', put: '……' },
  { pattern: /[「」『』]/g, what: 'quotation marks are not those of the house', expected: '“ ” and ‘ ’' },
  { pattern: /[０-９Ａ-Ｚａ-ｚ％]/g, what: 'a letter or digit is full-width', expected: 'the half-width one' },
  { pattern: /(?<=\d\s?)[-~～](?=\s?\d)/g, what: 'a range is written with a hyphen', expected: '至 or –' },
  { pattern: /([，。：；、？！])\1+/g, what: 'a mark stands twice', expected: 'one of it' },
  { pattern: /(的|是|在|和|与)\1/g, what: 'a word stands twice', expected: 'one of it' },
  {
    pattern: outsideQuotes(/\b(?:thousand|million|billion|trillion)s?\b/i),
    what: 'an English scale stands in Chinese',
    expected: '万 or 亿',
  },
]

export const chineseFindings = ({ source, passages }: Chapter): Finding[] => {
  const texts = passages.map(({ text }) => withoutForeign(text))
  const wanted = cachedNow('typography', texts, () => texts.map((text) => run(text, options).result))
  return passages.flatMap((passage, index) => [
    ...marksAndSpaces(passage, source, texts[index] ?? '', wanted[index] ?? ''),
    ...patternFindings(passage, source, patterns),
  ])
}

/** Quotations in Latin letters, foreign names and addresses keep their own marks and spaces; a letter stands for each. */
const withoutForeign = (passage: string): string => {
  let text = passage.replaceAll(address, 'x')
  for (const [from, to] of quotations(passage) ?? []) {
    const words = text.slice(from + 1, to - 1)
    if (/\p{L}/u.test(words) && !/\p{Script=Han}/u.test(words))
      text = text.slice(0, from + 1) + 'x'.repeat(words.length) + text.slice(to - 1)
  }
  return text.replace(western, (marks) => 'x'.repeat(marks.length))
}

/** What zhlint would write otherwise, character by character: `result` in the place of `text`. */
const marksAndSpaces = (passage: Passage, source: Chapter['source'], text: string, result: string): Finding[] => {
  const pair = quotesPair(passage.text)
  const findings: Finding[] = []
  for (let from = 0, to = 0; from < text.length || to < result.length; ) {
    const [has, wanted] = [text[from] ?? '', result[to] ?? '']
    if (has === wanted) {
      from++
      to++
    } else if (/\s/.test(has)) {
      const spaces = /^\s+/.exec(text.slice(from))?.[0].length ?? 1
      findings.push(
        findingIn(source, passage, [from, from + spaces], 'a space stands in Chinese text', 'no space; the page makes the gap', ''),
      )
      from += spaces
    } else if (/\s/.test(wanted)) {
      findings.push(findingIn(source, passage, [from, from], 'a space is missing', 'a space between foreign words', ' '))
      to++
    } else {
      // Where quotation marks do not pair, nobody can tell which way one turns; another guard tells.
      if (pair || !/["'“”‘’]/.test(has + wanted))
        findings.push(findingIn(source, passage, [from, from + 1], `“${has}” stands in Chinese text`, wanted, wanted))
      from++
      to++
    }
  }
  return findings
}
