/** English typography: retext for quotes and repeated words, and the few rules of the house that it does not know. */
import type { Root } from 'nlcst'
import retextEnglish from 'retext-english'
import retextQuotes from 'retext-quotes'
import retextRepeatedWords from 'retext-repeated-words'
import { unified } from 'unified'
import { VFile } from 'vfile'
import { type Finding, findingIn } from './finding.ts'
import { quotesPair } from './pairs.ts'
import type { Chapter, Passage } from './passages.ts'
import { outsideQuotes, type Pattern, patternFindings } from './patterns.ts'

const processor = unified().use(retextEnglish).use(retextQuotes, { preferred: 'smart' }).use(retextRepeatedWords).freeze()

const patterns: readonly Pattern[] = [
  { pattern: / {2,}/g, what: 'spaces stand side by side', expected: 'one space', put: ' ' },
  { pattern: / +(?=[,;:.?!)\]](?:\s|$))|(?<=[([]) +/g, what: 'a space stands at a mark that takes none', expected: 'no space', put: '' },
  { pattern: /(?<=\w)[,;](?=[A-Za-z])/g, what: 'no space follows a mark', expected: 'a space after it' },
  { pattern: /(?<=\b[a-z]{2,})[.!?](?=[A-Z][a-z])/g, what: 'no space follows a stop', expected: 'a space after it' },
  { pattern: /(?<!-)--+(?!-)/g, what: 'hyphens stand for a dash', expected: 'a comma, a colon, or –' },
  { pattern: /(?<=\s)-(?=\s)/g, what: 'a hyphen stands for a dash', expected: 'a comma, a colon, or –' },
  { pattern: /(?<=\d)[-~](?=\d{2})/g, what: 'a range is written with a hyphen', expected: '–', put: '–' },
  { pattern: /\.{3,}/g, what: 'an ellipsis is not written as one', expected: '…', put: '…' },
  {
    pattern: outsideQuotes(/(?<!\p{Script=Han})[，。：；、？！（）]|[，。：；、？！（）](?!\p{Script=Han}|[，。：；、？！（）]|$)/u),
    what: 'a Chinese mark stands in English',
    expected: 'the English one',
  },
  { pattern: outsideQuotes(/[万亿]/), what: 'a Chinese scale stands in English', expected: 'million or billion' },
]

export const englishFindings = ({ source, passages }: Chapter): Finding[] =>
  passages.flatMap((passage) => [...quotesAndRepeats(passage, source), ...patternFindings(passage, source, patterns)])

const quotesAndRepeats = (passage: Passage, source: Chapter['source']): Finding[] => {
  const pair = quotesPair(passage.text)
  const file = new VFile(passage.text)
  processor.runSync(processor.parse(file) as Root, file)
  return file.messages.flatMap(({ place, actual, expected, source: rule }): Finding[] => {
    const [start, end] = place && 'start' in place ? [place.start.offset ?? 0, place.end.offset ?? 0] : [0, 0]
    if (rule === 'retext-repeated-words')
      return [findingIn(source, passage, [start, end], `a word stands twice: “${actual ?? ''}”`, 'one of it')]
    // Where they do not pair, nobody can tell which way one turns; another guard tells.
    if (!pair) return []
    // A year without its century is written ’19; which way a lone mark turns is for the author.
    const put = expected?.[0] ?? ''
    return [
      findingIn(
        source,
        passage,
        [start, end],
        `a quotation mark is ${/["']/.test(actual ?? '') ? 'straight' : 'turned the wrong way'}: “${actual ?? ''}”`,
        put,
        put,
      ),
    ]
  })
}
