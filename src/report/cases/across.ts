/** Tables that set the works that tell cases side by side, and add them up: a work that comes to be coded gets a column. */
import { modelOf } from '../../../scripts/estimates/coding/index.ts'
import { tellersOf } from '../../../scripts/estimates/coding/tellers.ts'
import type { Ledger } from '../../../scripts/ledger/ledger.ts'
import { shown } from '../../../scripts/ledger/publish/shown.ts'
import type { Bilingual, Language } from '../../../scripts/ledger/types.ts'
import type { ShownCell } from '../../tables/shown-table.ts'
import type { OfferedColumn, TableSource, TableSources } from '../../tables/table-source.ts'

const all = 'coding.all'

const cellOf = ({ figures }: Ledger, id: string, language: Language): ShownCell => {
  const figure = figures.get(id)
  return figure ? { figure: id, text: shown(figure, language) } : { text: '—' }
}

/** A column for each work, by its short name, and one for all together. */
const worksOf = ({ data }: Ledger): readonly { readonly prefix: string; readonly heading: Bilingual }[] => [
  ...tellersOf(modelOf(data)).map(({ source, prefix }) => ({
    prefix,
    heading: data.sources.find(({ id }) => id === source)?.short ?? { zh: source, en: source },
  })),
  { prefix: all, heading: { zh: '合计', en: 'All' } },
]

const named = (before: Bilingual, { zh, en }: Bilingual): Bilingual => ({
  zh: `${before.zh}：${zh}`,
  en: `${before.en}: ${en.toLowerCase()}`,
})

/** How many cases each work has, under which mechanisms, on what evidence, by whom measured. */
const across: TableSource = {
  columns: (ledger) => ({
    what: { heading: { zh: '案例', en: 'Cases' } },
    ...Object.fromEntries(worksOf(ledger).map(({ prefix, heading }): [string, OfferedColumn] => [prefix, { heading }])),
  }),
  rows: (ledger, language) => {
    const { mechanisms, codes } = modelOf(ledger.data)
    const counts: readonly { readonly path: string; readonly label: Bilingual }[] = [
      { path: 'cases', label: { zh: '全部', en: 'In all' } },
      ...mechanisms.map(({ id, name }) => ({ path: `mechanism.${id}`, label: { zh: `${id} ${name.zh}`, en: `${id} ${name.en}` } })),
      ...[...codes.grades.values()].map(({ id, label }) => ({ path: `grade.${id}`, label: named({ zh: '证据', en: 'Evidence' }, label) })),
      ...[...codes.measuredBy.values()].map(({ id, label }) => ({
        path: `measuredBy.${id}`,
        label: named({ zh: '测量者', en: 'Measured by' }, label),
      })),
    ]
    return counts.map(({ path, label }) => ({
      what: { text: label[language] },
      ...Object.fromEntries(worksOf(ledger).map(({ prefix }) => [prefix, cellOf(ledger, `${prefix}.${path}`, language)])),
    }))
  },
}

/** The dimensions of job quality over all works: in how many cases of each it comes up, and what of them all is compared, better or worse. */
const dimensionsAcross: TableSource = {
  columns: (ledger) => ({
    dimension: { heading: { zh: '谈及', en: 'Spoken of' } },
    ...Object.fromEntries(worksOf(ledger).map(({ prefix, heading }): [string, OfferedColumn] => [`${prefix}.said`, { heading }])),
    measured: { heading: { zh: '有比较', en: 'Compared' } },
    better: { heading: { zh: '较好', en: 'Better' } },
    worse: { heading: { zh: '较差', en: 'Worse' } },
    unclear: { heading: { zh: '不明', en: 'Unclear' } },
    silent: { heading: { zh: '未提', en: 'Silent' } },
  }),
  rows: (ledger, language) =>
    [...modelOf(ledger.data).codes.dimensions.values()].map(({ id, label }) => ({
      dimension: { text: label[language] },
      ...Object.fromEntries(worksOf(ledger).map(({ prefix }) => [`${prefix}.said`, cellOf(ledger, `${prefix}.said.${id}`, language)])),
      ...Object.fromEntries(
        ['measured', 'better', 'worse', 'unclear', 'silent'].map((what) => [what, cellOf(ledger, `${all}.${what}.${id}`, language)]),
      ),
    })),
}

/** What tables of content/tables/ may ask for with `source:`. */
export const acrossTables: TableSources = { 'cases.across': across, 'cases.dimensionsAcross': dimensionsAcross }
