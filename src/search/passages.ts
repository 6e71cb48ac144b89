/** What is shown of a chapter that was found: its sections with the words around. */
import type { Document } from './index-types.ts'
import type { Hit } from './read-index.ts'

/** A text cut where marks begin and end: what stands at odd places is marked. */
export type Marked = readonly string[]

export interface Passage {
  /** The section's anchor; "" before the first. */
  readonly anchor: string
  readonly heading: Marked
  readonly excerpt: Marked
}

/** How many characters stand before the first hit, and in all. */
const lengths = { zh: { before: 18, all: 84 }, en: { before: 50, all: 190 } } as const

const letters = /^(?:(?!\p{Script=Han})[\p{L}\p{N}\p{M}])*/u

/** A word is marked as the text has it: who seeks “multipl” or “multipliers” sees “multiplier” marked. */
const endOf = (text: string, { at, length, word }: Hit): number => {
  if (word === undefined) return at + length
  const from = at + word
  const [same = ''] = /^(?:[\p{L}\p{N}\p{M}]|[.,'’_‑-](?=[\p{L}\p{N}]))*/u.exec(text.slice(from, at + length)) ?? []
  const [rest = ''] = letters.exec(text.slice(from + same.length, from + same.length + 40)) ?? []
  return from + same.length + rest.length
}

/** Cuts from `from` to `to` at the hits in between. */
export const marked = (text: string, from: number, to: number, hits: readonly Hit[]): Marked => {
  const cut: string[] = []
  let done = from
  for (const hit of hits) {
    const end = Math.min(endOf(text, hit), to)
    if (hit.at < done || hit.at >= to) continue
    cut.push(text.slice(done, hit.at), text.slice(hit.at, end))
    done = end
  }
  return [...cut, text.slice(done, to)]
}

const lineAround = (text: string, at: number): readonly [from: number, to: number] => {
  const to = text.indexOf('\n', at)
  return [text.lastIndexOf('\n', at - 1) + 1, to < 0 ? text.length : to]
}

/** The words around the first hit below the heading, or the first words where the heading alone has one. */
const excerptOf = (text: string, body: number, end: number, hits: readonly Hit[], language: 'zh' | 'en'): Marked => {
  const { before, all } = lengths[language]
  const first = hits.find(({ at }) => at >= body)
  const [lineFrom, lineTo] = lineAround(text, first?.at ?? body)
  if (body >= end) return ['']
  let from = Math.max(lineFrom, (first?.at ?? body) - before)
  // An English excerpt begins and ends with a whole word.
  if (from > lineFrom && language === 'en') from += text.slice(from).search(/(?<=\s)/)
  let to = Math.min(lineTo, from + all)
  if (to < lineTo && language === 'en') to -= /\S*$/.exec(text.slice(from, to))?.[0].length ?? 0
  const [head = '', ...rest] = marked(text, from, to, hits)
  const cut = [`${from > lineFrom ? '…' : ''}${head}`, ...rest]
  return to < lineTo ? cut.with(-1, `${cut.at(-1)}…`) : cut
}

/** The sections of a document in which something was found, in its order. */
export const passagesOf = ({ text, sections }: Document, hits: readonly Hit[], language: 'zh' | 'en'): readonly Passage[] => {
  const starts = [['', 0] as const, ...sections]
  return starts.flatMap(([anchor, from], index): Passage[] => {
    const end = starts[index + 1]?.[1] ?? text.length
    const inside = hits.filter(({ at }) => at >= from && at < end)
    if (inside.length === 0) return []
    const [, headingEnd] = lineAround(text, from)
    return [
      {
        anchor,
        heading: marked(text, from, headingEnd, inside),
        excerpt: excerptOf(text, Math.min(headingEnd + 1, end), end, inside, language),
      },
    ]
  })
}
