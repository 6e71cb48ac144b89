/** Typography by pattern: what a linter does not know because it is the house's own. */
import { type Finding, findingIn } from './finding.ts'
import type { Chapter, Passage } from './passages.ts'

export interface Pattern {
  readonly pattern: RegExp | ((text: string) => readonly (readonly [number, number])[])
  readonly what: string
  readonly expected: string
  /** What to write instead, where that is safe. */
  readonly put?: string
}

/** Matches that stand in no quotation: 万 may be quoted in English, “million” in Chinese. */
export const outsideQuotes =
  (pattern: RegExp) =>
  (text: string): readonly (readonly [number, number])[] => {
    const quoted = [...text.matchAll(/“[^”]*”|《[^》]*》/g)].map(({ index, 0: words }) => [index, index + words.length] as const)
    return [...text.matchAll(new RegExp(pattern, `${pattern.flags.replace('g', '')}g`))]
      .map(({ index, 0: words }) => [index, index + words.length] as const)
      .filter(([from, to]) => !quoted.some(([start, end]) => start <= from && to <= end))
  }

export const patternFindings = (passage: Passage, source: Chapter['source'], patterns: readonly Pattern[]): Finding[] =>
  patterns.flatMap(({ pattern, what, expected, put }) => {
    const spans =
      typeof pattern === 'function'
        ? pattern(passage.text)
        : [...passage.text.matchAll(pattern)].map(({ index, 0: words }) => [index, index + words.length] as const)
    return spans.map((span) => findingIn(source, passage, span, `${what}: “${passage.text.slice(...span).trim() || ' '}”`, expected, put))
  })
