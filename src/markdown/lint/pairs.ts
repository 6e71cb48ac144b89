/** Quotation marks and brackets that open and close: which pair, and whether all do. */
import { type Finding, findingIn } from './finding.ts'
import { address, type Chapter, type Passage } from './passages.ts'

type Span = readonly [number, number]

/** Straight marks stand for either side; six feet two is no quotation, and nobody can tell the marks after it. */
const measure = /\d['’]\s?\d/

/** The quotations of a text, outer marks included, or nothing if its marks do not pair. */
const paired = (text: string, open: string, close: string, straight: string): readonly Span[] | undefined => {
  const spans: Span[] = []
  let from = -1
  for (let index = 0; index < text.length; index++) {
    const mark = text[index] ?? ''
    const opens = mark === open || (mark === straight && from < 0)
    const closes = mark === close || (mark === straight && from >= 0)
    if ((opens && from >= 0) || (closes && from < 0)) return undefined
    if (opens) from = index
    else if (closes) {
      spans.push([from, index + 1])
      from = -1
    }
  }
  return from < 0 ? spans : undefined
}

/** The quotations in “ ” or " " of a text, or nothing if their marks do not pair. */
export const quotations = (text: string): readonly Span[] | undefined => paired(text, '“', '”', '"')

/** Whether it is certain which way every mark turns. An apostrophe is a single mark too, and needs no partner. */
export const quotesPair = (text: string): boolean => {
  if (measure.test(text) || !quotations(text)) return false
  const opening = [...text.matchAll(/(?<![\p{L}\p{N}\uFFFC.,!?;:…)”’"'])['‘](?=\S)/gu)].length
  const closing = [...text.matchAll(/(?<=\S)['’](?![\p{L}\p{N}])/gu)].length
  return opening === 0 ? !text.includes('‘') : opening <= closing
}

const brackets: readonly (readonly [string, string, string])[] = [
  ['（', '）', '（）()'],
  ['《', '》', '《》'],
]

/** What does not pair in a passage; beside an address marks are left as they are, and nothing can be said. */
export const pairFindings = ({ source, language, passages }: Chapter): Finding[] =>
  passages.flatMap((passage): Finding[] => {
    if (passage.text.includes(address)) return []
    const found: Finding[] = []
    if (!quotesPair(passage.text)) {
      const at = Math.max(0, passage.text.search(/["“”]|(?<!\p{L})['‘]|['’](?!\p{L})/u))
      found.push(findingIn(source, passage, [at, at + 1], 'quotation marks do not pair', 'an opening and a closing mark'))
    }
    return language === 'zh' ? [...found, ...bracketFindings(source, passage)] : found
  })

const bracketFindings = (source: Chapter['source'], passage: Passage): Finding[] =>
  brackets.flatMap(([open, close, all]) => {
    const waiting: number[] = []
    const alone: number[] = []
    for (const [index, mark] of [...passage.text].entries()) {
      if (!all.includes(mark)) continue
      if (mark === open || mark === '(') waiting.push(index)
      else if (waiting.length > 0) waiting.pop()
      else alone.push(index)
    }
    // A half-width bracket alone may number a list: 1) and a).
    return [...alone, ...waiting]
      .filter((index) => passage.text[index] === open || passage.text[index] === close)
      .map((index) =>
        findingIn(source, passage, [index, index + 1], `the bracket “${passage.text[index]}” has no partner`, `${open} and ${close}`),
      )
  })
