/**
 * How text becomes terms that can be looked up, at build and in the browser alike. Chinese is cut by no dictionary: two
 * dictionaries cut one sentence in two ways, and a reader looks for characters that stand together. A term is two
 * characters that follow each other, and what is sought is found wherever it stands.
 */

import { ordinary } from '../../scripts/browser.ts'

/** A term and where it stands: in its text, or counted from the beginning of the phrase that is sought. */
export interface Term {
  readonly text: string
  readonly at: number
  readonly han: boolean
}

/** Chinese characters in a row, or a word: letters and digits, with what may join them, such as “head-count” or “12.5”. */
const runs = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}\p{M}])+(?:[.,'’_‑-](?:(?!\p{Script=Han})[\p{L}\p{N}\p{M}])+)*/gu
const joints = /[.,'’_‑-]/g

const isHan = (text: string): boolean => /^\p{Script=Han}/u.test(text)

/** Long numbers without the marks between their digits. */
const withoutMarks = (text: string): string => text.replace(/(?<=\d),(?=\d)/g, '')

/** Letters that are no letter with an accent, and that nobody seeks as they stand. */
const folded: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', ł: 'l', þ: 'th', ı: 'i' }

/** Text as it is compared: whatever the width, the case, the accents, the apostrophe and the marks in long numbers. */
const plain = (text: string): string =>
  withoutMarks(
    text
      .normalize('NFKD')
      .replace(/[\u0300-\u036F]/g, '')
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[ßæœøđðłþı]/g, (letter) => folded[letter] ?? letter)
      .replaceAll('’', "'")
      .replaceAll('‐', '-'),
  )

const isNumber = (text: string): boolean => /^\d+(?:\.\d+)*$/.test(text)

/** English words that stand everywhere and that nobody looks for. */
const idle: ReadonlySet<string> = new Set(
  'a an and are as at be been but by can do does for from had has have if in into is it its no not of on or so than that the their them then there these they this those to was were what when where which who will with'.split(
    ' ',
  ),
)

/** Whether a term says something: no single letter, and no word that stands everywhere. */
const tells = ({ text, han }: Term): boolean => han || ((text.length > 1 || isNumber(text)) && !idle.has(text))

/** Where the characters of a run begin. */
const characters = (run: string, from: number): { readonly text: string; readonly at: number }[] => {
  let at = from
  return [...run].map((text) => {
    at += text.length
    // Out of a PDF may come a radical that looks like the character.
    return { text: ordinary(text), at: at - text.length }
  })
}

/** The terms under which a text is found. A compound is found by its later parts too: “head-count” by “count”. */
export const termsOf = (text: string): Term[] =>
  [...text.matchAll(runs)].flatMap(({ 0: run, index }): Term[] => {
    if (isHan(run))
      return characters(run, index).map((one, i, all) => ({ text: one.text + (all[i + 1]?.text ?? ''), at: one.at, han: true }))
    const parts = isNumber(plain(run)) ? [] : [...run.matchAll(joints)].map((joint) => joint.index + 1)
    return [0, ...parts].map((part) => ({ text: plain(run.slice(part)), at: index + part, han: false })).filter(tells)
  })

/** A query as phrases, each of which must be found: what stands between two spaces, its terms side by side. */
export const phrasesOf = (query: string): readonly (readonly Term[])[] =>
  withoutMarks(query)
    .split(/\s+/)
    .flatMap((phrase) => {
      const terms = [...phrase.matchAll(runs)].flatMap(({ 0: run, index }): Term[] => {
        if (!isHan(run)) return [{ text: plain(run), at: index, han: false }].filter(tells)
        const all = characters(run, index)
        // Every second pair says it all, and the last where characters are odd; one character alone may begin any pair.
        return all.flatMap((one, i) => {
          const next = all[i + 1]
          if (!next) return i === 0 ? [{ ...one, han: true }] : []
          return i % 2 === 0 || i === all.length - 2 ? [{ text: one.text + next.text, at: one.at, han: true }] : []
        })
      })
      const [first] = terms
      return first ? [terms.map((term) => ({ ...term, at: term.at - first.at }))] : []
    })

/** An English plural as its singular; near enough for looking up. */
const singular = (word: string): string =>
  word
    .replace(/'s?$/, '')
    .replace(/(?<=..)ies$/, 'y')
    .replace(/(?<=[^aius])s$/, '')

/** Whether a term of the text answers what is sought: digits stand for a whole number, letters begin a word. */
export const answers = (term: string, { text, han }: Term): boolean => {
  if (term === text) return true
  if (han) return [...text].length === 1 && term.startsWith(text)
  if (isNumber(text) || text.length < keyLength) return false
  return term.startsWith(text) || singular(term) === singular(text)
}

/** Terms that begin alike are kept together, so that the beginning of a word is enough. */
const keyLength = 3
const keyOf = (term: string): string => (isHan(term) ? ([...term][0] ?? '') : term.slice(0, keyLength))

/** Which of so many files has a term. */
export const fileOf = (term: string, files: number): number => {
  let hash = 0
  for (const character of keyOf(term)) hash = (Math.imul(hash, 31) + (character.codePointAt(0) ?? 0)) >>> 0
  return hash % files
}
