import type { Language } from './row.ts'

/** Size and line height of all chart text. 14 px stays above 12 px when a phone's margins scale a drawing down. */
export const TEXT = { size: 14, line: 18 }

/** Widths in em of groups of characters, a little generous because the reader's font is unknown. */
const WIDTHS: readonly (readonly [RegExp, number])[] = [
  [/[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]/u, 1],
  [/[ iljtfrI.,:;'’|!()[\]]/u, 0.34],
  [/[mwMW%—]/u, 0.88],
  [/[A-Z×+=−–]/u, 0.68],
]

/** The width of a text in px. There is no canvas at build time, so it is a sum of typical widths. */
export function measure(text: string, strong = false, size: number = TEXT.size): number {
  let em = 0
  for (const character of text) em += WIDTHS.find(([group]) => group.test(character))?.[1] ?? 0.57
  return em * size * (strong ? 1.12 : 1)
}

/** The width of the widest line. */
export const widest = (lines: readonly string[], strong = false): number => Math.max(0, ...lines.map((line) => measure(line, strong)))

const CHINESE = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]/u
const OPENING = /[（《「『【(]$/u
const CLOSING = /^[、，。；：！？）》」』】·)%,.;:\s]/u

/** Cuts a text where a line may end: after a space, or between Chinese words but never before closing punctuation. */
function pieces(text: string, language: Language): string[] {
  const found: string[] = []
  for (const { segment } of new Intl.Segmenter(language, { granularity: 'word' }).segment(text)) {
    const last = found.at(-1)
    const breaks =
      last === undefined ||
      (!CLOSING.test(segment) && !OPENING.test(last) && (/\s$/u.test(last) || CHINESE.test(last.slice(-1) + segment.charAt(0))))
    if (breaks) found.push(segment)
    else found[found.length - 1] = last + segment
  }
  return found
}

function fill(parts: readonly string[], width: number, strong: boolean): string[] {
  const lines: string[] = []
  for (const part of parts) {
    const last = lines.at(-1)
    if (last !== undefined && measure((last + part).trimEnd(), strong) <= width) lines[lines.length - 1] = last + part
    else lines.push(part)
  }
  return lines.map((line) => line.trim())
}

/**
 * Breaks a text into as few lines as fit in `width`, then evens them out so that no line is left with one word.
 * Two lines break before a bracket where they can.
 */
export function wrap(text: string, width: number, language: Language, strong = false): string[] {
  const parts = pieces(text, language)
  let lines = fill(parts, width, strong)
  const bracket = text.search(/[（(]/u)
  if (lines.length === 2 && bracket > 0) {
    const halves = [text.slice(0, bracket).trim(), text.slice(bracket)]
    if (widest(halves, strong) <= width) return halves
  }
  for (let narrower = width - 4; narrower > 0; narrower -= 4) {
    const evened = fill(parts, narrower, strong)
    if (evened.length > lines.length) break
    lines = evened
  }
  return lines
}
