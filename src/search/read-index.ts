/**
 * Finds documents in an index, in the browser: it fetches the files that have the terms of the query, and of the
 * documents only those that are asked for.
 */
import type { Document, IndexPlace, Postings } from './index-types.ts'
import { answers, fileOf, phrasesOf, type Term } from './words.ts'

/** A document that holds every phrase of a query. */
export interface Found {
  readonly number: number
  /** Where its phrases stand in its text, in order. */
  readonly hits: readonly Hit[]
  readonly score: number
}

export interface Hit {
  readonly at: number
  /** How many characters the phrase has as it is sought; the text may have more of its last word, or fewer. */
  readonly length: number
  /** Where in the phrase its last word begins, if it does not end in Chinese. */
  readonly word?: number
}

export interface Index {
  readonly find: (query: string) => Promise<readonly Found[]>
  readonly document: (number: number) => Promise<Document>
}

/** Where something stands in a document, and whether the title has it. */
interface Places {
  readonly inTitle: boolean
  readonly at: ReadonlySet<number>
}
type Matches = ReadonlyMap<number, Places>

/** What a title says counts as much as this many mentions, doubled and doubled again. */
const titleWeight = 6

const fetchOnce = (path: string): (<Content>(file: string) => Promise<Content>) => {
  const known = new Map<string, Promise<never>>()
  return (file) => {
    const asked =
      known.get(file) ??
      fetch(`${path}${file}`).then((response) => {
        if (!response.ok) throw new Error(`${path}${file}: ${response.status}`)
        return response.json() as Promise<never>
      })
    known.set(file, asked)
    // What failed is tried again when it is asked for again.
    asked.catch(() => known.delete(file))
    return asked
  }
}

/** Where terms of a file answer what is sought, document by document. */
const matchesIn = (postings: Postings, sought: Term): Matches => {
  const matches = new Map<number, { inTitle: boolean; at: Set<number> }>()
  for (const [term, documents] of Object.entries(postings)) {
    if (!answers(term, sought)) continue
    let number = 0
    for (const [step = 0, ...places] of documents) {
      number += step >> 1
      const match = matches.get(number) ?? { inTitle: false, at: new Set<number>() }
      matches.set(number, match)
      match.inTitle ||= step % 2 === 1
      let at = 0
      for (const place of places) {
        at += place
        match.at.add(at)
      }
    }
  }
  return matches
}

/** Where terms stand side by side as the phrase has them. */
const sideBySide = (phrase: readonly Term[], matches: readonly Matches[]): Matches => {
  const [first, ...others] = matches
  const found = new Map<number, Places>()
  for (const [number, { inTitle, at }] of first ?? []) {
    const rest = others.map((other) => other.get(number))
    const together = [...at].filter((place) => rest.every((each, index) => each?.at.has(place + (phrase[index + 1]?.at ?? 0))))
    if (together.length > 0) found.set(number, { inTitle: inTitle && rest.every((each) => each?.inTitle), at: new Set(together) })
  }
  return found
}

export const openIndex = ({ path, files, together }: IndexPlace): Index => {
  const read = fetchOnce(path)
  return {
    find: async (query) => {
      const phrases = phrasesOf(query)
      const all = await Promise.all(
        phrases.map(async (phrase) =>
          sideBySide(
            phrase,
            await Promise.all(phrase.map(async (term) => matchesIn(await read<Postings>(`terms/${fileOf(term.text, files)}.json`), term))),
          ),
        ),
      )
      const [first, ...others] = all
      return [...(first?.keys() ?? [])]
        .filter((number) => others.every((matches) => matches.has(number)))
        .map((number): Found => {
          const places = all.map((matches) => matches.get(number))
          return {
            number,
            hits: places
              .flatMap((place, index) => {
                const last = phrases[index]?.at(-1)
                const length = last ? last.at + last.text.length : 0
                return [...(place?.at ?? [])].map((at) => ({ at, length, ...(last && !last.han ? { word: last.at } : {}) }))
              })
              .sort((one, other) => one.at - other.at),
            score: places.reduce((sum, place) => sum + (place?.inTitle ? titleWeight : 0) + Math.log2(1 + (place?.at.size ?? 0)), 0),
          }
        })
        .sort((one, other) => other.score - one.score || one.number - other.number)
    },
    document: async (number) => {
      const documents = await read<readonly Document[]>(`texts/${Math.floor(number / together)}.json`)
      const document = documents[number % together]
      if (!document) throw new Error(`${path} has no document ${number}`)
      return document
    },
  }
}
