/** Terms: where a section of one language uses a term of the glossary, its partner section uses the term's partner. */

import type { Term } from '../../../scripts/ledger/data/data-types.ts'
import { Problem } from '../../../scripts/ledger/problem.ts'
import type { Language } from '../../../scripts/ledger/types.ts'
import type { Finding } from './finding.ts'
import type { Chapter } from './passages.ts'

/** The ways in which a language may write a term; the first is the one to write. */
const waysOf = (term: Term, language: Language): readonly string[] => [term[language], ...(term.variants?.[language] ?? [])]

/** A term as a pattern: Chinese as it stands; English as whole words, with or without a hyphen, in the plural too. */
export const patternOf = (words: string, language: Language): string => {
  const escaped = words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  if (language === 'zh') return escaped
  const plural = /[^aeiou]y$/.test(escaped)
    ? `${escaped.slice(0, -1)}(?:y|ies)`
    : /(?:s|x|ch|sh)$/.test(escaped)
      ? `${escaped}(?:es)?`
      : `${escaped}s?`
  return `(?<![\\w-])${plural.replace(/[\s-]+/g, '[\\s-]+')}(?![\\w-]*\\w)`
}

interface Use {
  readonly term: string
  readonly words: string
  /** Written in one of the other ways, which answer for the term and ask for nothing. */
  readonly variant: boolean
  readonly offset: number
}

/** Finds every term in a text; a longer term covers the shorter ones in it. */
const finderOf = (terms: readonly Term[], language: Language) => {
  const ways = terms
    .flatMap((term) => waysOf(term, language).map((words, way) => ({ words, term: term.id, variant: way > 0 })))
    .sort((a, b) => b.words.length - a.words.length)
    .map(({ words, ...way }) => ({ ...way, pattern: new RegExp(patternOf(words, language), 'giu') }))
  return (text: string): (Omit<Use, 'offset'> & { readonly index: number })[] => {
    const taken: [number, number][] = []
    return ways.flatMap(({ pattern, ...way }) =>
      [...text.matchAll(pattern)].flatMap(({ index, 0: words }) => {
        const end = index + words.length
        // A term that another way of writing has found at the same place counts for both.
        if (taken.some(([from, to]) => from <= index && end <= to && to - from > words.length)) return []
        taken.push([index, end])
        return [{ ...way, words, index }]
      }),
    )
  }
}

const usesBySection = (chapter: Chapter, find: ReturnType<typeof finderOf>): ReadonlyMap<number, readonly Use[]> => {
  const uses = new Map<number, Use[]>()
  for (const { text, at, section } of chapter.passages) {
    const found = find(text).map(({ index, ...use }) => ({ ...use, offset: at[index] ?? 0 }))
    uses.set(section, [...(uses.get(section) ?? []), ...found])
  }
  return uses
}

/** Compares two chapters that have the same sections; others are for the guard of parity. */
export const termFindings = (pairs: readonly Readonly<Record<Language, Chapter>>[], terms: readonly Term[]): Finding[] => {
  const checked = terms.filter(({ check }) => check !== 'no')
  const find = { zh: finderOf(checked, 'zh'), en: finderOf(checked, 'en') }
  const byId = new Map(checked.map((term) => [term.id, term]))
  return pairs.flatMap((pair): Finding[] => {
    if (String(pair.zh.headings.map(({ depth }) => depth)) !== String(pair.en.headings.map(({ depth }) => depth))) return []
    const uses = { zh: usesBySection(pair.zh, find.zh), en: usesBySection(pair.en, find.en) }
    return (['zh', 'en'] as const).flatMap((language) => {
      const other: Language = language === 'zh' ? 'en' : 'zh'
      return [...uses[language]].flatMap(([section, here]) => {
        const there = new Set(uses[other].get(section)?.map(({ term }) => term))
        const seen = new Set<string>()
        return here.flatMap(({ term: id, words, variant, offset }): Finding[] => {
          const term = byId.get(id)
          // An ordinary word in one language may be a term in the other alone.
          if (!term || variant || there.has(id) || seen.has(id) || (term.check && term.check !== language)) return []
          seen.add(id)
          const { source, headings } = pair[other]
          const place = source.placeAt(headings[section - 1]?.offset ?? 0)
          const what = `the term “${words}” has no partner in ${place.file}:${place.line}`
          const expected = `${waysOf(term, other)
            .map((way) => `“${way}”`)
            .join(' or ')} in that section, or another word here`
          return [{ problem: new Problem(what, pair[language].source.placeAt(offset), expected) }]
        })
      })
    })
  })
}
