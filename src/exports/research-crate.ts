/**
 * ro-crate-metadata.json: the lineage of every figure as an RO-Crate 1.2, in JSON-LD. A machine walks from a figure by
 * `measurementTechnique` to the formula that ran, by `wasDerivedFrom` to the figures that went in, and from a printed
 * one by `hadPrimarySource` to the cited work; `wasGeneratedBy` leads to the run of the script with its line.
 */
import type { FigureRecord, LedgerRecord, SourceRecord } from '../../scripts/ledger/publish/record.ts'
import { figureAddress } from '../lib/addresses.ts'
import { addressOfSource, ownLicence, rights } from './data-package.ts'

/** A file of the site, with what other tools want to know of it. */
export interface CrateFile {
  readonly path: string
  readonly name: string
  readonly type: string
  readonly bytes: number
  readonly sha256: string
}

interface Entity {
  readonly '@id': string
  readonly '@type': string | readonly string[]
  readonly [property: string]: unknown
}
const to = (id: string) => ({ '@id': id })

const figureId = (id: string) => `#figure/${id}`
const sourceId = (id: string) => `#source/${id}`
const formulaId = (name: string) => `#formula/${name}`
const fileId = (path: string) => `#file/${path}`
const runId = (script: string) => `#run/${script}`

/** "scripts/formulas/share.ts:10" without its line, and the line. */
const placeOf = (line: string | undefined): readonly [file: string, line: string] => {
  const [, file = '', at = ''] = /^(.*):(\d+)$/.exec(line ?? '') ?? []
  return [file, at]
}

const typesOfWorks: Readonly<Record<SourceRecord['type'], string>> = {
  article: 'ScholarlyArticle',
  book: 'Book',
  chapter: 'Chapter',
  dataset: 'Dataset',
  report: 'Report',
  thesis: 'Thesis',
  news: 'NewsArticle',
  webpage: 'WebPage',
}

const inLanguages = ({ zh, en }: { readonly zh: string; readonly en: string }) => [
  { '@value': zh, '@language': 'zh' },
  { '@value': en, '@language': 'en' },
]

const source = (work: SourceRecord): Entity => {
  const address = addressOfSource(work)
  return {
    '@id': sourceId(work.id),
    '@type': typesOfWorks[work.type],
    name: inLanguages(work.title),
    creditText: `${work.authors.en} (${work.year})`,
    datePublished: String(work.year),
    inLanguage: work.language.split(', '),
    ...(address ? { url: address } : {}),
  }
}

const fileBehind = (path: string, sha256: string): Entity => ({
  '@id': fileId(path),
  '@type': path.startsWith('scripts/') ? 'SoftwareSourceCode' : 'DigitalDocument',
  name: path,
  ...(path.endsWith('.ts') ? { programmingLanguage: to('#typescript') } : {}),
  sha256,
})

/** The name under which a formula's file is linked: the file and the line where it stands. */
const formulaOf = ({ formulaScript }: FigureRecord): string => formulaId(formulaScript ?? '')

const figure = (record: FigureRecord): Entity => {
  const { id, value, interval, unit, per } = record
  const [dataFile] = placeOf(record.dataScript)
  const [script] = placeOf(record.script)
  return {
    '@id': figureId(id),
    '@type': 'PropertyValue',
    propertyID: id,
    name: inLanguages(record.label),
    value,
    unitText: per ? `${unit} per ${per}` : unit,
    ...(interval[0] === null ? {} : { minValue: interval[0] }),
    ...(interval[1] === null ? {} : { maxValue: interval[1] }),
    url: figureAddress('en', record),
    ...(record.inputs
      ? {
          measurementTechnique: to(formulaOf(record)),
          wasDerivedFrom: record.inputs.map((input) => to(figureId(input))),
          wasGeneratedBy: to(runId(script)),
        }
      : {
          description: record.printed,
          hadPrimarySource: to(sourceId(record.source)),
          wasDerivedFrom: to(fileId(dataFile)),
        }),
  }
}

/** Every formula once, with its text and its file. */
const formulas = (figures: readonly FigureRecord[]): readonly Entity[] => [
  ...new Map(
    figures
      .filter(({ formula }) => formula !== undefined)
      .map((record) => [
        formulaOf(record),
        {
          '@id': formulaOf(record),
          '@type': 'SoftwareSourceCode',
          name: record.formulaScript,
          text: record.formula,
          isPartOf: to(fileId(placeOf(record.formulaScript)[0])),
        } satisfies Entity,
      ]),
  ).values(),
]

/** The run of every estimate: the script, the figures that went in, and the figures that came out. */
const runs = (figures: readonly FigureRecord[]): readonly Entity[] => {
  const byScript = Map.groupBy(
    figures.filter(({ script }) => script !== undefined),
    ({ script }) => placeOf(script)[0],
  )
  return [...byScript].map(([script, made]) => ({
    '@id': runId(script),
    '@type': 'CreateAction',
    name: `Computing the figures of ${script}`,
    instrument: to(fileId(script)),
    object: [...new Set(made.flatMap(({ inputs = [] }) => inputs))].map((id) => to(figureId(id))),
    result: made.map(({ id }) => to(figureId(id))),
  }))
}

/** The crate: files of the site, sources, scripts, and the figures with what each was made of. */
export const researchCrate = (
  ledger: LedgerRecord,
  files: readonly CrateFile[],
): { readonly '@context': unknown; readonly '@graph': readonly Entity[] } => {
  const own = ledger.sources.find(({ group }) => group === 'own')
  const actions = runs(ledger.figures)
  return {
    '@context': [
      'https://w3id.org/ro/crate/1.2/context',
      {
        prov: 'http://www.w3.org/ns/prov#',
        wasDerivedFrom: { '@id': 'prov:wasDerivedFrom', '@type': '@id' },
        wasGeneratedBy: { '@id': 'prov:wasGeneratedBy', '@type': '@id' },
        hadPrimarySource: { '@id': 'prov:hadPrimarySource', '@type': '@id' },
      },
    ],
    '@graph': [
      {
        '@id': 'ro-crate-metadata.json',
        '@type': 'CreativeWork',
        conformsTo: to('https://w3id.org/ro/crate/1.2'),
        about: to('./'),
      },
      {
        '@id': './',
        '@type': 'Dataset',
        name: own?.title.en,
        alternateName: own?.title.zh,
        description: rights.en,
        datePublished: String(own?.year ?? ''),
        license: to(ownLicence.path),
        author: to('#authors'),
        hasPart: files.map(({ path }) => to(path)),
        citation: ledger.sources.filter(({ group }) => group !== 'own').map(({ id }) => to(sourceId(id))),
        mentions: actions.map((action) => to(action['@id'])),
        variableMeasured: ledger.figures.map(({ id }) => to(figureId(id))),
      },
      { '@id': ownLicence.path, '@type': 'CreativeWork', name: ownLicence.title },
      { '@id': '#authors', '@type': 'Organization', name: own ? inLanguages(own.authors) : undefined },
      { '@id': '#typescript', '@type': 'ComputerLanguage', name: 'TypeScript', url: 'https://www.typescriptlang.org/' },
      ...files.map(
        ({ path, name, type, bytes, sha256 }): Entity => ({
          '@id': path,
          '@type': 'File',
          name,
          encodingFormat: type,
          contentSize: String(bytes),
          sha256,
        }),
      ),
      ...ledger.sources.map(source),
      ...Object.entries(ledger.files).map(([path, sha256]) => fileBehind(path, sha256)),
      ...formulas(ledger.figures),
      ...actions,
      ...ledger.figures.map(figure),
    ],
  }
}

/** The crate as a file: an entity a line, so that it stays small and a change is seen. */
export const crateText = ({ '@context': context, '@graph': graph }: ReturnType<typeof researchCrate>): string =>
  `{"@context":${JSON.stringify(context)},\n"@graph":[\n${graph.map((entity) => JSON.stringify(entity)).join(',\n')}\n]}\n`
