import { readFileSync } from 'node:fs'
import type { Ledger } from '../../scripts/ledger/ledger.ts'
import type { Language, SourceRecord } from '../../scripts/ledger/types.ts'
import { chapterFile, chapterSlugs } from '../lib/chapter-files.ts'

/** The works that a chapter cites, each once, in its order. */
export const citedIn = (text: string): string[] => [
  ...new Set([...text.matchAll(/<Cite\b[^>]*?\bsource=["']([^"']+)["']/g)].flatMap(([, id]) => id ?? [])),
]

/** For each work that chapters cite, the chapters by their slugs. */
export const citingChapters = (root: string, language: Language): Map<string, string[]> => {
  const chapters = new Map<string, string[]>()
  for (const slug of chapterSlugs(root, language))
    for (const id of citedIn(readFileSync(`${root}/${chapterFile(language, slug)}`, 'utf8')))
      chapters.set(id, [...(chapters.get(id) ?? []), slug])
  return chapters
}

/** The works that data are transcribed from, and those whose words stand in a conflict. */
const worksOfData = ({ inputs, claims, tables, conflicts }: Ledger['data']): Set<string> =>
  new Set([...inputs, ...claims, ...tables.values(), ...conflicts.flatMap(({ passages }) => passages)].map(({ source }) => source))

/** The works that the reference list holds: all that a chapter cites or data come from, without this report itself. */
export const worksCited = ({ root, data }: Ledger): SourceRecord[] => {
  const cited = new Set([...citingChapters(root, 'zh').keys(), ...citingChapters(root, 'en').keys(), ...worksOfData(data)])
  return data.sources.filter(({ id, group }) => group !== 'own' && cited.has(id))
}
