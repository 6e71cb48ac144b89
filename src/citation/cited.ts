import { readdirSync, readFileSync } from 'node:fs'
import type { Language, Ledger, SourceRecord } from '../../scripts/index.ts'

/** The works that a chapter cites, each once, in its order. */
export const citedIn = (text: string): string[] => [
  ...new Set([...text.matchAll(/<Cite\b[^>]*?\bsource=["']([^"']+)["']/g)].flatMap(([, id]) => id ?? [])),
]

/** For each work that chapters cite, the chapters by their slugs. */
export const citingChapters = (root: string, language: Language): Map<string, string[]> => {
  const folder = `${root}/content/${language}`
  const chapters = new Map<string, string[]>()
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    if (!file.endsWith('.mdx')) continue
    for (const id of citedIn(readFileSync(`${folder}/${file}`, 'utf8'))) {
      chapters.set(id, [...(chapters.get(id) ?? []), file.slice(0, -'.mdx'.length)])
    }
  }
  return chapters
}

/** The works that data are transcribed from. */
const worksOfData = ({ inputs, claims, tables }: Ledger['data']): Set<string> =>
  new Set([...inputs, ...claims, ...tables.values()].map(({ source }) => source))

/** The works that the reference list holds: all that a chapter cites or data come from, without this report itself. */
export const worksCited = ({ root, data }: Ledger): SourceRecord[] => {
  const cited = new Set([...citingChapters(root, 'zh').keys(), ...citingChapters(root, 'en').keys(), ...worksOfData(data)])
  return data.sources.filter(({ id, group }) => group !== 'own' && cited.has(id))
}
