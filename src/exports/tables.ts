/** Tables as data: those that sources print, letter by letter, and those of the report's own tables and charts. */

import { locatorText } from '../../scripts/ledger/data/locator.ts'
import type { Ledger } from '../../scripts/ledger/ledger.ts'
import { shown } from '../../scripts/ledger/publish/shown.ts'
import type { Bilingual, Language } from '../../scripts/ledger/types.ts'
import { hyphenated, reportCharts } from '../charts/report-charts.ts'
import { languages } from '../i18n/words.ts'
import { makeTable } from '../tables/make-table.ts'
import { readTables } from '../tables/read-tables.ts'
import { tableSources } from '../tables/table-sources.ts'
import type { Value } from './csv.ts'
import type { Field, Resource } from './resource.ts'

/** Columns must have names, each its own. */
const named = (names: readonly string[], first: string): readonly string[] => {
  const taken = new Map<string, number>()
  return names.map((name, index) => {
    const wanted = name || (index === 0 ? first : `${index + 1}`)
    const twins = taken.get(wanted) ?? 0
    taken.set(wanted, twins + 1)
    return twins > 0 ? `${wanted} #${twins + 1}` : wanted
  })
}

/** Tables that sources print, with the sources' own labels and digits. */
export const printedTables = ({ data }: Ledger): readonly Resource[] =>
  [...data.tables.values()].map(({ id, source, number, locator, csv, words }): Resource => {
    const place = locatorText(locator)
    const whose = data.sources.find((each) => each.id === source)?.short ?? { zh: source, en: source }
    const titles = csv.header.map((head) => (words[head] ? `${words[head].en} · ${words[head].zh}` : head))
    return {
      name: `printed-${source}-${id}`,
      path: `data/printed/${source}/${id}.csv`,
      forPeople: true,
      title: { zh: `${whose.zh}：${place.zh || number}`, en: `${whose.en}: ${place.en || id}` },
      fields: named(csv.header, '项目').map((name, index): Field => ({ name, type: 'string', title: titles[index] || name })),
      rows: csv.rows.map((row) => row.map(({ text }) => text)),
      sources: [source],
    }
  })

const words = {
  label: { zh: '项目', en: 'Item' },
  value: { zh: '基本单位值', en: 'value in base units' },
  figure: { zh: '数字编号', en: 'figure' },
  shown: { zh: '页面写法', en: 'As shown' },
  unit: { zh: '单位', en: 'Unit' },
} as const

const languageNames: Readonly<Record<Language, Bilingual>> = { zh: { zh: '中文', en: 'in Chinese' }, en: { zh: '英文', en: 'in English' } }
const titled = (caption: Bilingual | undefined, id: string, language: Language): Bilingual => ({
  zh: `${caption?.zh ?? id}（${languageNames[language].zh}）`,
  en: `${caption?.en ?? id} (${languageNames[language].en})`,
})

export interface Names {
  /** "table categories" or "chart steps" to its caption. */
  readonly captions: ReadonlyMap<string, Bilingual>
  /** What a chapter is called, by its name under content/. */
  readonly titleOf: Readonly<Record<Language, (slug: string) => string>>
}

/** The report's own tables: a column with figures has their unrounded values and their ids beside it. */
const reportTables = (ledger: Ledger, { captions, titleOf }: Names): readonly Resource[] =>
  [...readTables(ledger.root).tables].flatMap(([id, file]) =>
    languages.map((language): Resource => {
      const { head, rows } = makeTable(file, ledger, tableSources, language, titleOf[language])
      const columns = named(
        head.map(({ text }) => text),
        words.label[language],
      ).map((name, index) => ({ name, figures: rows.some(({ cells }) => cells[index]?.figure) }))
      return {
        name: `table-${id}-${language}`,
        path: `data/tables/${language}/${id}.csv`,
        forPeople: true,
        title: titled(captions.get(`table ${id}`), id, language),
        fields: columns.flatMap(({ name, figures }): readonly Field[] => [
          { name, type: 'string', title: name },
          ...(figures
            ? [
                { name: `${name} – ${words.value[language]}`, type: 'number', title: `${name} – ${words.value[language]}` } as const,
                { name: `${name} – ${words.figure[language]}`, type: 'string', title: `${name} – ${words.figure[language]}` } as const,
              ]
            : []),
        ]),
        rows: rows.map(({ cells }) =>
          columns.flatMap(({ figures }, index): readonly Value[] => {
            const { text = '', figure } = cells[index] ?? {}
            return figures ? [text, valueIn(ledger, figure), figure ?? null] : [text]
          }),
        ),
        foreignKeys: columns
          .filter(({ figures }) => figures)
          .map(({ name }) => ({ field: `${name} – ${words.figure[language]}`, resource: 'figures' })),
      }
    }),
  )

const valueIn = (ledger: Ledger, figure: string | undefined): number | null =>
  figure === undefined ? null : (ledger.figures.get(figure)?.value.valueOf() ?? null)

/** What each chart draws. */
const chartData = (ledger: Ledger, { captions, titleOf }: Names): readonly Resource[] =>
  [...reportCharts(ledger.root)].flatMap(([id, make]) =>
    languages.flatMap((language): Resource | readonly Resource[] => {
      const { rows, besides = [] } = make(ledger, language, titleOf[language])
      // What has its data in a table of its page has no file of its own.
      if (rows.length === 0) return []
      return {
        name: `chart-${hyphenated(id)}-${language}`,
        path: `data/charts/${language}/${hyphenated(id)}.csv`,
        forPeople: true,
        title: titled(captions.get(`chart ${id}`), id, language),
        fields: [
          { name: words.label[language], type: 'string', title: words.label[language] },
          { name: words.shown[language], type: 'string', title: words.shown[language] },
          { name: words.value[language], type: 'number', title: words.value[language] },
          { name: words.unit[language], type: 'string', title: words.unit[language] },
          { name: words.figure[language], type: 'string', title: words.figure[language] },
          ...besides.map((name) => ({ name, type: 'string', title: name }) as const),
        ],
        rows: rows.map(({ label, figure, text, besides: more = [] }) => {
          const found = figure === undefined ? undefined : ledger.figures.get(figure)
          const said = [found ? shown(found, language) : (text ?? ''), valueIn(ledger, figure), found?.unit ?? null, figure ?? null]
          return [label, ...said, ...besides.map((_, index) => more[index] ?? null)]
        }),
        foreignKeys: [{ field: words.figure[language], resource: 'figures' }],
      }
    }),
  )

export const tableResources = (ledger: Ledger, names: Names): readonly Resource[] => [
  ...printedTables(ledger),
  ...reportTables(ledger, names),
  ...chartData(ledger, names),
]
