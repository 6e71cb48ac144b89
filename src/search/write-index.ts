import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import type { Document, IndexPlace, Posting } from './index-types.ts'
import { fileOf, termsOf } from './words.ts'

/** Bytes of terms in one file, before a host compresses it: large enough for few requests, small enough to be no wait. */
const wanted = 6_000

/** Every term of the documents, with where it stands. */
const postingsOf = (documents: readonly Document[]): ReadonlyMap<string, readonly Posting[]> => {
  const places = new Map<string, Map<number, number[]>>()
  for (const [number, { text }] of documents.entries())
    for (const { text: term, at } of termsOf(text)) {
      const ofTerm = places.get(term) ?? new Map<number, number[]>()
      places.set(term, ofTerm)
      const inDocument = ofTerm.get(number)
      if (inDocument) inDocument.push(at)
      else ofTerm.set(number, [at])
    }
  return new Map(
    [...places]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([term, found]) => {
        let before = 0
        const postings = [...found].map(([number, ats]): Posting => {
          const title = documents[number]?.text.indexOf('\n') ?? 0
          const inTitle = ats.some((at) => at < title) ? 1 : 0
          const step = number - before
          before = number
          return [2 * step + inTitle, ...ats.map((at, index) => at - (ats[index - 1] ?? 0))]
        })
        return [term, postings]
      }),
  )
}

/**
 * Writes what is needed to find documents: files of terms, and files of so many documents `together`. What is found
 * costs one file a term and one a few documents, however many there are. The folder is called by what is in it, so that
 * a browser never reads files of two builds together.
 */
export const writeIndex = (folder: string, name: string, documents: readonly Document[], together: number): IndexPlace => {
  const postings = [...postingsOf(documents)]
  const files = Math.max(1, Math.ceil(JSON.stringify(postings).length / wanted))
  const terms = Map.groupBy(postings, ([term]) => fileOf(term, files))
  const written = new Map<string, string>()
  // Also a file without a term is one: what is not there must not be a failure.
  for (let file = 0; file < files; file += 1) written.set(`terms/${file}.json`, JSON.stringify(Object.fromEntries(terms.get(file) ?? [])))
  for (let from = 0; from < documents.length; from += together)
    written.set(`texts/${from / together}.json`, JSON.stringify(documents.slice(from, from + together)))
  const hash = createHash('sha256')
    .update(JSON.stringify([...written]))
    .digest('hex')
    .slice(0, 10)
  const path = `/search/${name}-${hash}/`
  for (const part of ['terms', 'texts']) mkdirSync(`${folder}${path}${part}`, { recursive: true })
  for (const [file, text] of written) writeFileSync(`${folder}${path}${file}`, text)
  return { path, files, together }
}
