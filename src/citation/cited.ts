import type { Ledger } from '../../scripts/ledger/ledger.ts'
import type { SourceRecord } from '../../scripts/ledger/publish/record.ts'
import type { Language } from '../../scripts/ledger/types.ts'
import { type Chapter, readChapters } from '../chapters/read.ts'
import { idsIn } from '../chapters/uses.ts'

/** The works that a chapter cites, each once, in its order. */
export const citedIn = ({ uses }: Pick<Chapter, 'uses'>): readonly string[] => idsIn(uses, 'Cite', 'source')

/** For each work that chapters cite, the chapters by their names. */
export const citingChapters = (root: string, language: Language): Map<string, string[]> => {
  const citing = new Map<string, string[]>()
  for (const chapter of readChapters(root, language).toSorted((one, other) => (one.slug < other.slug ? -1 : 1)))
    for (const id of citedIn(chapter)) citing.set(id, [...(citing.get(id) ?? []), chapter.slug])
  return citing
}

/** The works that data are transcribed from, and those whose words stand in a conflict. */
const worksOfData = ({ inputs, claims, tables, conflicts }: Ledger['data']): Set<string> =>
  new Set([...inputs, ...claims, ...tables.values(), ...conflicts.flatMap(({ passages }) => passages)].map(({ source }) => source))

/** The works that the reference list holds: all that a chapter cites or data come from, without this report itself. */
export const worksCited = ({ root, data }: Ledger): SourceRecord[] => {
  const cited = new Set([...citingChapters(root, 'zh').keys(), ...citingChapters(root, 'en').keys(), ...worksOfData(data)])
  return data.sources.filter(({ id, group }) => group !== 'own' && cited.has(id))
}
