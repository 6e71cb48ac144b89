/** datapackage.json: what every CSV file holds, as a Frictionless Data Package, version 2. */
import { site } from '#site'
import type { LedgerRecord, SourceRecord } from '../../scripts/ledger/publish/record.ts'
import type { Bilingual } from '../../scripts/ledger/types.ts'
import { fingerprint } from './fingerprint.ts'
import type { Field, Resource } from './resource.ts'

export interface DataFile {
  readonly resource: Resource
  readonly bytes: Uint8Array
}

/** Data packages have one title; ours is said twice. */
const inBoth = ({ zh, en }: Bilingual): string => (zh === en ? en : `${en} · ${zh}`)

export const ownLicence = {
  name: 'CC-BY-4.0',
  title: 'Creative Commons Attribution 4.0',
  path: 'https://creativecommons.org/licenses/by/4.0/',
} as const

/** Whose the numbers are, beside our licence. */
export const rights: Bilingual = {
  zh: '本报告的文字、名称与计算采用CC BY 4.0。来源给出的数字归来源所有，注明出处后引用，以供核对。',
  en: 'Our words, labels and computations are CC BY 4.0. The figures that sources print are theirs, and are quoted with their places so that they can be checked.',
}

export const addressOfSource = ({ doi, url }: Pick<SourceRecord, 'doi' | 'url'>): string | undefined =>
  doi ? `https://doi.org/${doi}` : url

const sourceOf = (source: SourceRecord) => {
  const path = addressOfSource(source)
  return {
    title: `${source.authors.en} (${source.year}). ${inBoth(source.title)}`,
    ...(path ? { path } : {}),
  }
}

const fieldOf = ({ name, type, title, description, required, categories }: Field) => ({
  name,
  type,
  title,
  ...(description ? { description } : {}),
  ...(categories ? { categories: [...categories] } : {}),
  ...(required ? { constraints: { required } } : {}),
})

const resourceOf = ({ resource, bytes }: DataFile, sources: ReadonlyMap<string, SourceRecord>) => ({
  name: resource.name,
  type: 'table',
  path: resource.path,
  title: inBoth(resource.title),
  format: 'csv',
  mediatype: 'text/csv',
  encoding: 'utf-8',
  bytes: bytes.length,
  hash: `sha256:${fingerprint(bytes)}`,
  dialect: { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, header: true },
  schema: {
    fields: resource.fields.map(fieldOf),
    missingValues: [''],
    ...(resource.primaryKey ? { primaryKey: [...resource.primaryKey] } : {}),
    ...(resource.foreignKeys && resource.foreignKeys.length > 0
      ? {
          foreignKeys: resource.foreignKeys.map(({ field, resource: other }) => ({
            fields: [field],
            reference: { resource: other, fields: [other === 'checks' ? 'claim' : 'id'] },
          })),
        }
      : {}),
  },
  ...(resource.sources
    ? {
        sources: resource.sources.flatMap((id) => {
          const source = sources.get(id)
          return source ? [sourceOf(source)] : []
        }),
      }
    : {}),
})

/** The descriptor of all CSV files. */
export const dataPackage = (record: LedgerRecord, files: readonly DataFile[]) => {
  const sources = new Map(record.sources.map((source) => [source.id, source]))
  const own = record.sources.find(({ group }) => group === 'own')
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: own?.id ?? 'report',
    title: inBoth(own?.title ?? { zh: '', en: '' }),
    description: inBoth(rights),
    contributors: own ? [{ title: inBoth(own.authors), roles: ['author'] }] : undefined,
    keywords: site.keywords,
    licenses: [ownLicence],
    sources: record.sources.filter(({ group }) => group !== 'own').map(sourceOf),
    resources: files.map((file) => resourceOf(file, sources)),
  }
}
