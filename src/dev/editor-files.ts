/**
 * What an editor offers while chapters and data are written, made from the ledger: snippets of every figure with its
 * value and source, the types of components, so that a language server completes ids inside the quotes, and the schemas
 * of data files. They are made anew by `npm run dev` and `npm run editor`, and are not committed.
 */

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { site } from '#site'
import { conflictKinds, conflictStandings, conflictWeights } from '../../scripts/ledger/data/conflict-types.ts'
import { editorSchema, editorSchemas } from '../../scripts/ledger/data/editor-schemas.ts'
import { locatorText } from '../../scripts/ledger/data/locator.ts'
import type { Figure } from '../../scripts/ledger/figures/compute.ts'
import type { Ledger } from '../../scripts/ledger/ledger.ts'
import { shown } from '../../scripts/ledger/publish/shown.ts'
import { verdicts } from '../../scripts/ledger/types.ts'
import { sortsOfResult } from '../audit/studied.ts'
import { type ChartNames, chartEditorSchema } from '../charts/editor-schema.ts'
import { chartIds } from '../charts/read-charts.ts'
import { rowSources as chartSources } from '../charts/report-charts.ts'
import { type AttributeKind, components } from '../components/registry.ts'
import { tableIds } from '../tables/read-tables.ts'
import { tableFileSchema } from '../tables/table-file.ts'
import { tableSources } from '../tables/table-sources.ts'
import { completed, type Offered } from './completed-schema.ts'

const folder = '.vscode'

/** The files that were written, or stood as they should. */
export const writeEditorFiles = (root: string, ledger: Ledger): readonly string[] => {
  mkdirSync(`${root}/${folder}/schemas`, { recursive: true })
  const [charts, tables] = [chartIds(root), tableIds(root)]
  const files = {
    'schemas/chart.json': JSON.stringify(chartEditorSchema(chartNames(ledger)), null, 1),
    'figures.code-snippets': JSON.stringify(snippets(ledger, charts, tables), null, 1),
    'report.d.ts': types(ledger, charts, tables),
    ...Object.fromEntries(
      Object.entries({ ...editorSchemas(ledger.report, ledger.data), 'content-table': editorSchema(tableFileSchema) }).map(
        ([name, schema]) => [`schemas/${name}.json`, JSON.stringify(completed(schema, offered(ledger)), null, 1)],
      ),
    ),
  }
  return Object.entries(files).map(([name, text]) => {
    const path = `${root}/${folder}/${name}`
    // An editor reads a file anew when it is written, so one that has not changed is left alone.
    if (!existsSync(path) || readFileSync(path, 'utf8') !== `${text}\n`) writeFileSync(path, `${text}\n`)
    return `${folder}/${name}`
  })
}

/** What a chart's file may name. */
const chartNames = (ledger: Ledger): ChartNames => ({
  figure: nameable(ledger).map(({ id }) => id),
  table: [...ledger.data.tables.keys()],
  source: Object.keys(chartSources),
  unit: [...ledger.data.units.columns.keys()],
})

/** Figures worth naming in prose: not the hundreds of cells of a grid. */
const nameable = (ledger: Ledger): readonly Figure[] => [...ledger.figures.values()].filter(({ input }) => !input?.grid)

/** A figure in a line: what it is, what it shows in both languages, and where it comes from. */
const described = (figure: Figure): string => {
  const { label, input, formula } = figure
  const from = input
    ? `${input.source}${input.locator ? `, ${locatorText(input.locator).zh}` : ''}`
    : `${formula?.name ?? ''}, ${figure.place.file}`
  return `${label.zh} · ${label.en} = ${shown(figure, 'zh')} · ${shown(figure, 'en')} (${from})`
}

/** What schemas offer by the name of a list: ids with what they stand for. */
const offered = (ledger: Ledger): Offered => ({
  figure: new Map(nameable(ledger).map((figure) => [figure.id, described(figure)])),
  'table of data': new Map(
    [...ledger.data.tables.values()].map(({ id, title, number }) => [id, title ? `${title.zh} · ${title.en}` : number]),
  ),
  'column unit': new Map([...ledger.data.units.columns].map(([id, { name }]) => [id, `${name.zh} · ${name.en}`])),
  'row source': new Map(Object.keys(tableSources).map((id) => [id, 'rows that an extension of the report offers'])),
})

const snippets = (ledger: Ledger, charts: readonly string[], tables: readonly string[]) =>
  Object.fromEntries([
    ...nameable(ledger).map((figure) => [
      figure.id,
      { scope: 'mdx', prefix: figure.id, body: `<Num id="${figure.id}" />`, description: described(figure) },
    ]),
    ...[...charts.map((id) => ['chart', id]), ...tables.map((id) => ['table', id])].map(([kind, id]) => [
      `see ${kind} ${id}`,
      {
        scope: 'mdx',
        prefix: `see ${kind} ${id}`,
        body: `<See ${kind}="${id}" />`,
        description: `the number of a ${kind}, as a link to it`,
      },
    ]),
    ...charts.map((id) => [
      `chart ${id}`,
      { scope: 'mdx', prefix: `chart ${id}`, body: `<Chart id="${id}">$0</Chart>`, description: 'a chart and its finding' },
    ]),
    ...tables.map((id) => [
      `table ${id}`,
      { scope: 'mdx', prefix: `table ${id}`, body: `<Table id="${id}">$0</Table>`, description: 'a table and its title' },
    ]),
  ])

const union = (ids: Iterable<string>): string => [...ids].map((id) => JSON.stringify(id)).join(' | ') || 'never'

const typeNames: Readonly<Partial<Record<AttributeKind, string>>> = {
  figure: 'FigureId',
  'derived figure': 'DerivedFigureId',
  chart: 'ChartId',
  table: 'TableId',
  'shown chart': 'ChartId',
  'shown table': 'TableId',
  source: 'SourceId',
  verdict: 'CountedVerdict',
  conflict: 'ConflictId',
  'kind of conflict': 'ConflictKind',
  weight: 'ConflictWeight',
  standing: 'ConflictStanding',
  'sort of result': 'SortOfResult',
}

/** The type of an extension’s ids: “keeper” is KeeperId. */
const typeOf = (kind: string): string => `${kind.charAt(0).toUpperCase()}${kind.slice(1)}Id`

const extensionTypes = (ledger: Ledger): string =>
  (site.extensions ?? [])
    .flatMap(({ names = {} }) => Object.entries(names))
    .map(([kind, ids]) => `type ${typeOf(kind)} = ${union(ids(ledger))}`)
    .join('\n')

const types = (ledger: Ledger, charts: readonly string[], tables: readonly string[]): string => {
  const properties = ([name, kind]: readonly [string, AttributeKind], mark = ''): string =>
    `${name}${mark}: ${typeNames[kind] ?? (kind.startsWith('named ') ? typeOf(kind.slice('named '.length)) : 'string')}`
  return `// Made by npm run editor; what chapters may write, for editors.
interface FigureIds {
${nameable(ledger)
  .map((figure) => `  /** ${described(figure).replaceAll('*/', '* /')} */\n  ${JSON.stringify(figure.id)}: true`)
  .join('\n')}
}
type FigureId = keyof FigureIds
type DerivedFigureId = ${union(nameable(ledger).flatMap(({ id, derived }) => (derived ? [id] : [])))}
type ChartId = ${union(charts)}
type TableId = ${union(tables)}
type SourceId = ${union(ledger.data.sources.map(({ id }) => id))}
type CountedVerdict = ${union(['all', 'scope-clash', ...verdicts])}
${extensionTypes(ledger)}
type ConflictId = ${union(ledger.data.conflicts.map(({ id }) => id))}
type ConflictKind = ${union(conflictKinds)}
type ConflictWeight = ${union(conflictWeights)}
type ConflictStanding = ${union(conflictStandings)}
type SortOfResult = ${union(sortsOfResult)}
declare namespace JSX {
  interface Element {}
  interface IntrinsicElements { [name: string]: object }
  interface ElementChildrenAttribute { children: unknown }
}
interface MDXProvidedComponents {
${[...components]
  .map(([name, { required, optional }]) => {
    const all = [
      ...Object.entries(required).map((entry) => properties(entry)),
      ...Object.entries(optional).map((entry) => properties(entry, '?')),
      'children?: unknown',
    ]
    return `  ${name}: (properties: { ${all.join('; ')} }) => JSX.Element`
  })
  .join('\n')}
}`
}
