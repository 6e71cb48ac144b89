import { Problem } from '../../../scripts/ledger/problem.ts'
import type { SourceText } from '../../chapters/source-text.ts'
import type { Passage } from './passages.ts'

/** What to write in the file in the place of what stands from `start` to `end`. */
export interface Edit {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** A problem, and the edit that mends it where mending is safe. */
export interface Finding {
  readonly problem: Problem
  readonly edit?: Edit
}

/** A finding in a passage at characters `from` to `to`; `put` mends it, if the file has these characters together. */
export const findingIn = (
  source: SourceText,
  { at }: Passage,
  [from, to]: readonly [number, number],
  what: string,
  expected: string,
  put?: string,
): Finding => {
  const start = at[from] ?? 0
  const end = to === from ? start : (at[to - 1] ?? start) + 1
  const problem = new Problem(what, source.placeAt(start), expected)
  return put === undefined || end - start !== to - from ? { problem } : { problem, edit: { start, end, text: put } }
}

/** A text with its edits done; of two that overlap the later is left for the next time. */
export const edited = (text: string, edits: readonly Edit[]): string => {
  let result = text
  let before = Number.POSITIVE_INFINITY
  for (const { start, end, text: put } of [...edits].sort((a, b) => b.start - a.start || b.end - a.end)) {
    if (end > before) continue
    result = result.slice(0, start) + put + result.slice(end)
    before = start
  }
  return result
}
