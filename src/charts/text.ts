import type { Language } from '../../scripts/ledger/types.ts'

/** Size and line height of all chart text. 14 px stays above 12 px when a phone's margins scale a drawing down. */
export const TEXT = { size: 14, line: 18 }

/**
 * Widths in hundredths of an em, from the space to the tilde: those of DejaVu Sans, plain and bold, which is about as wide
 * as text faces come. A reader's font is unknown, and what has room in a wide one is not cut off in a narrow one.
 */
const PLAIN =
  '32 41 46 84 64 96 78 28 40 40 50 84 32 37 32 34 64 64 64 64 64 64 64 64 64 64 34 34 84 84 84 54 100 69 69 70 78 64 58 78 76 30 30 66 56 87 75 79 61 79 70 64 62 74 69 99 69 62 69 40 34 40 84 50 50 62 64 55 64 62 36 64 64 28 28 58 28 98 64 62 64 64 42 53 40 64 60 82 60 60 53 64 34 64 84'
    .split(' ')
    .map(Number)
const STRONG =
  '35 46 53 84 70 101 88 31 46 46 53 84 38 42 38 37 70 70 70 70 70 70 70 70 70 70 40 40 84 84 84 59 100 78 77 74 84 69 69 83 84 38 38 78 64 100 84 86 74 86 78 73 69 82 78 111 78 73 73 46 37 46 84 50 50 68 72 60 72 68 44 72 72 35 35 67 35 105 72 69 72 72 50 60 48 72 66 93 65 66 59 72 37 72 84'
    .split(' ')
    .map(Number)

/** Chinese and its marks: as wide as high. Quotation marks and dashes are theirs in a Chinese text. */
const SQUARE = /[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef\u2014\u2026]|\p{Extended_Pictographic}/u
/** What stands on the letter before it. */
const NO_WIDTH = /[\p{Mn}\u200b-\u200f\u202a-\u202e\u2060-\u2069]/u
const OTHER: Readonly<Record<string, number>> = {
  '–': 0.5,
  '−': 0.84,
  '×': 0.84,
  '†': 0.5,
  '’': 0.38,
  '‘': 0.38,
  '“': 0.66,
  '”': 0.66,
  '·': 0.38,
}

/** The width of a text in px. There is no canvas when the site is built, so it is a sum of the widths of its characters. */
export function measure(text: string, strong = false, size: number = TEXT.size): number {
  let em = 0
  for (const character of text) {
    const known = (strong ? STRONG : PLAIN)[(character.codePointAt(0) ?? 0) - 32]
    if (known !== undefined) em += known / 100
    else if (SQUARE.test(character)) em += 1
    else if (!NO_WIDTH.test(character)) em += OTHER[character] ?? (strong ? 0.72 : 0.66)
  }
  return em * size
}

/** The width of the widest line. */
export const widest = (lines: readonly string[], strong = false): number => Math.max(0, ...lines.map((line) => measure(line, strong)))

const CHINESE = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]/u
/** Two signs that may stand on two lines: one of them Chinese, or the end of a quotation and the beginning of the next. */
const BETWEEN = new RegExp(`${CHINESE.source}|[”’][“‘]`, 'u')
const OPENING = /[（《「『【(“‘]$/u
const CLOSING = /^[、，。；：！？）》」』】”’·)%,.;:\s]/u

const words: Readonly<Record<Language, Intl.Segmenter>> = {
  zh: new Intl.Segmenter('zh', { granularity: 'word' }),
  en: new Intl.Segmenter('en', { granularity: 'word' }),
}
const characters = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** Cuts a text where a line may end: after a space, or between Chinese words but never before closing punctuation. */
function pieces(text: string, language: Language): string[] {
  const found: string[] = []
  for (const { segment } of words[language].segment(text)) {
    const last = found.at(-1)
    const breaks =
      last === undefined ||
      (!CLOSING.test(segment) && !OPENING.test(last) && (/\s$/u.test(last) || BETWEEN.test(last.slice(-1) + segment.charAt(0))))
    if (breaks) found.push(segment)
    else found[found.length - 1] = last + segment
  }
  return found
}

/** The width of the longest part of a text that no line may end in. */
export const longestWord = (text: string, language: Language): number => widest(pieces(text, language).map((piece) => piece.trim()))

function fill(parts: readonly string[], width: number, strong: boolean): string[] {
  const lines: string[] = []
  for (const part of parts) {
    const last = lines.at(-1)
    if (last !== undefined && measure((last + part).trimEnd(), strong) <= width) lines[lines.length - 1] = last + part
    else lines.push(part)
  }
  return lines.map((line) => line.trim())
}

/** A word that is wider than a line, in parts that are not. */
function broken(word: string, width: number, strong: boolean): string[] {
  if (measure(word.trimEnd(), strong) <= width) return [word]
  const parts: string[] = []
  for (const { segment } of characters.segment(word)) {
    const last = parts.at(-1)
    if (last !== undefined && measure(last + segment, strong) <= width) parts[parts.length - 1] = last + segment
    else parts.push(segment)
  }
  return parts
}

/**
 * Breaks a text into as few lines as fit in `width`, then evens them out so that no line is left with one word.
 * Two lines break before a bracket where they can.
 */
export function wrap(text: string, width: number, language: Language, strong = false): string[] {
  const parts = pieces(text, language).flatMap((piece) => broken(piece, width, strong))
  let lines = fill(parts, width, strong)
  const bracket = text.search(/[（(]/u)
  if (lines.length === 2 && bracket > 0) {
    const halves = [text.slice(0, bracket).trim(), text.slice(bracket)]
    if (widest(halves, strong) <= width) return halves
  }
  for (let narrower = widest(lines, strong) - 4; narrower > 0; narrower -= 4) {
    const evened = fill(parts, narrower, strong)
    if (evened.length > lines.length) break
    lines = evened
  }
  return lines
}
