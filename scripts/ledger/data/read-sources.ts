import type { z } from 'zod'
import type { Name, SourceRecord, Words } from '../publish/record.ts'
import type { Bilingual, Language } from '../types.ts'
import { defined } from './data-types.ts'
import { readYaml, type YamlFile } from './read-yaml.ts'
import { sourceKeys, type sourceSchema, sourcesSchema } from './source-schema.ts'

type Entry = z.infer<typeof sourceSchema>

/** Reads the cited works, and writes out what an entry leaves to a rule. */
export const readSources = (root: string): { readonly sources: SourceRecord[]; readonly placeOf: YamlFile<unknown>['placeOf'] } => {
  const { value, placeOf } = readYaml(root, 'data/sources.yaml', sourcesSchema, sourceKeys)
  return { sources: Object.entries(value).map(([id, entry]) => sourceRecord(id, entry)), placeOf }
}

const sourceRecord = (id: string, { title, short, year, authors, editors, translators, publisher, ...rest }: Entry): SourceRecord => {
  const creators = named(authors)
  return {
    id,
    ...defined(rest),
    ...(editors && { editors: named(editors) }),
    ...(translators && { translators: named(translators) }),
    title: { zh: title.zh ?? title.en ?? '', en: title.en ?? title.zh ?? '' },
    short: short ?? inBoth((language) => shortNames(creators, language)),
    authors: inBoth((language) => creators.map((name) => fullName(name, language)).join(language === 'zh' ? '、' : ', ')),
    creators,
    year: Number(year),
    publisher: inBoth((language) => wordsIn(publisher ?? rest.container ?? '', language)),
  }
}

const named = (names: Entry['authors']): Name[] => names.map((name) => defined(name))

const inBoth = (write: (language: Language) => string): Bilingual => ({ zh: write('zh'), en: write('en') })

/** Words in one language. */
export const wordsIn = (words: Words, language: Language): string => (typeof words === 'string' ? words : words[language])

/** A name in a language: whole where it is never taken apart (a body's, or in Chinese one written in Chinese), else in its two parts. */
export const nameIn = (name: Name, language: Language): string | { readonly family: string; readonly given: string } => {
  if (!('family' in name)) return name[language]
  return language === 'zh' && name.zh ? name.zh : { family: name.family, given: name.given }
}

const fullName = (name: Name, language: Language): string => {
  const parts = nameIn(name, language)
  return typeof parts === 'string' ? parts : `${parts.given} ${parts.family}`
}

/** What a citation calls the authors: one, two, or the first of several. A Chinese name is never cut to the family's. */
const shortNames = (names: readonly Name[], language: Language): string => {
  const called = names.map((name) => {
    const parts = nameIn(name, language)
    return typeof parts === 'string' ? parts : parts.family
  })
  const [first = '', second] = called
  if (called.length > 2) return language === 'zh' ? `${first}等` : `${first} et al.`
  if (second) return language === 'zh' ? `${first}和${second}` : `${first} & ${second}`
  return first
}
