import type { z } from 'zod'
import type { Name, SourceRecord, Words } from '../publish/record.ts'
import type { Bilingual, Language } from '../types.ts'
import { defined } from './data-types.ts'
import { readYaml, type YamlFile } from './read-yaml.ts'
import { sourceKeys, type sourceSchema, sourcesSchema } from './source-schema.ts'
import { toldApart } from './told-apart.ts'

type Entry = z.infer<typeof sourceSchema>

/** Reads the cited works, and writes out what an entry leaves to a rule. */
export const readSources = (root: string): { readonly sources: SourceRecord[]; readonly placeOf: YamlFile<unknown>['placeOf'] } => {
  const { value, placeOf } = readYaml(root, 'data/sources.yaml', sourcesSchema, sourceKeys)
  const sources = Object.entries(value).map(([id, entry]) => sourceRecord(id, entry))
  const named = new Set(Object.keys(value).filter((id) => value[id]?.short))
  return { sources: toldApart(sources, named), placeOf }
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

/**
 * What a citation calls the authors: one, two, or the first of several, or so many as it takes to tell them from others.
 * A Chinese name is never cut to the family's. In Chinese, as in its lists, others than Chinese authors are “et al.”.
 */
export const shortNames = (names: readonly Name[], language: Language, most = 1): string => {
  const called = names.map((name) => {
    const parts = nameIn(name, language)
    return typeof parts === 'string' ? parts : parts.family
  })
  // “et al.” stands for more than one name, but after the first.
  const isCut = called.length > 2 && (most === 1 || called.length > most + 1)
  const isHan = /\p{Script=Han}/u.test(called[0] ?? '')
  if (isCut) {
    const some = called.slice(0, most).join(isHan ? '、' : ', ')
    return isHan ? `${some}等` : `${some}${most > 1 ? ',' : ''} et al.`
  }
  const last = called.at(-1) ?? ''
  if (called.length === 1) return last
  const others = called.slice(0, -1).join(language === 'zh' ? '、' : ', ')
  if (language === 'zh') return `${others}和${last}`
  return `${others}${called.length > 2 ? ',' : ''} & ${last}`
}
