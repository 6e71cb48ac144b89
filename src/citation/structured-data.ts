/** Pages as schema.org has them: a chapter is a scholarly article of the report, the audit and the downloads are a data set. */

import type { Dataset, Organization, ScholarlyArticle, WithContext } from 'schema-dts'
import { site } from '#site'
import type { Language } from '../../scripts/ledger/types.ts'
import { chapterWith } from '../chapters/places.ts'
import type { Chapter } from '../chapters/read.ts'
import { currentChapters } from '../current/chapters.ts'
import { currentLedger } from '../current/ledger.ts'
import { addressOfSource, ownLicence } from '../exports/data-package.ts'
import { languageTag } from '../i18n/words.ts'
import { siteAddress } from '../lib/site-address.ts'
import { citedIn } from './cited.ts'

interface Described {
  readonly language: Language
  readonly title: string
  readonly description: string
  readonly address: string
}

const sources = () => currentLedger().data.sources
const own = () => {
  const found = sources().find(({ group }) => group === 'own')
  if (!found) throw new Error('data/sources.yaml has no record of this report')
  return found
}

const authors = (language: Language): Organization => ({ '@type': 'Organization', name: own().authors[language] })

/** A work as another one names it: by its address where it has one. */
const named = (id: string, language: Language) => {
  const source = sources().find((each) => each.id === id)
  if (!source) return []
  const address = addressOfSource(source)
  return [
    {
      '@type': 'CreativeWork' as const,
      name: source.title[language] ?? source.title.en,
      datePublished: String(source.year),
      ...(address ? { sameAs: address } : {}),
    },
  ]
}

/** What is common to all that is ours. */
const ours = ({ language, description, address }: Described) => ({
  description,
  url: address,
  inLanguage: languageTag[language],
  datePublished: String(own().year),
  license: ownLicence.path,
})

/** So many works of a chapter are named here; its own list has them all. */
const few = 4

/** A chapter, which cites what it uses. */
export const chapterRecord = (page: Described & Pick<Chapter, 'uses'>): WithContext<ScholarlyArticle> => {
  const { language, title } = page
  const studied = new Set(sources().flatMap(({ group, id }) => (group === 'studied' ? [id] : [])))
  const citation = citedIn(page)
    .filter((id) => !studied.has(id) && id !== own().id)
    .slice(0, few)
    .flatMap((id) => named(id, language))
  return {
    '@context': 'https://schema.org',
    '@type': 'ScholarlyArticle',
    headline: title,
    ...ours(page),
    author: authors(language),
    isPartOf: { '@type': 'Report', name: own().title[language], url: `${siteAddress()}/${language}/` },
    isBasedOn: [...studied].flatMap((id) => named(id, language)),
    ...(citation.length > 0 ? { citation } : {}),
  }
}

/** Pages that are about the data themselves. */
export const isDataset = (language: Language, slug: string): boolean =>
  slug === 'audit' || slug === chapterWith(currentChapters(language), 'Downloads')

const formats = {
  'ledger.json': 'application/json',
  'ledger.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'data/figures.csv': 'text/csv',
  'data/checks.csv': 'text/csv',
  'datapackage.json': 'application/json',
} as const

/** The figures and checks as a data set, with the files that hold them. */
export const datasetRecord = (page: Described): WithContext<Dataset> => {
  const { language, title } = page
  const { figures } = currentLedger()
  return {
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    name: `${own().title[language]}${language === 'zh' ? '：' : ': '}${title}`,
    ...ours(page),
    creator: authors(language),
    isBasedOn: sources().flatMap(({ group, id }) => (group === 'studied' ? named(id, language) : [])),
    variableMeasured: site.measured.flatMap((id) => {
      const figure = figures.get(id)
      return figure ? [{ '@type': 'PropertyValue' as const, name: figure.label[language], value: Number(figure.value) }] : []
    }),
    distribution: Object.entries(formats).map(([path, encodingFormat]) => ({
      '@type': 'DataDownload' as const,
      contentUrl: `${siteAddress()}/${path}`,
      encodingFormat,
    })),
  }
}

/** A record as it stands in a page: no text in it can end its element. */
export const recordText = (record: WithContext<ScholarlyArticle> | WithContext<Dataset>): string =>
  JSON.stringify(record).replaceAll('<', '\\u003c')
