import { modelOf } from '../../../scripts/estimates/coding/index.ts'
import type { Case, Mechanism } from '../../../scripts/estimates/coding/types.ts'
import type { Figure } from '../../../scripts/ledger/figures/compute.ts'
import { shown } from '../../../scripts/ledger/publish/shown.ts'
import type { Bilingual, Language } from '../../../scripts/ledger/types.ts'
import { chapterAddress, figureAddress } from '../../lib/addresses.ts'
import type { ShownCell, TitleOf } from '../../tables/shown-table.ts'
import type { TableSource, TableSources } from '../../tables/table-source.ts'
import { effectsOf, timesText } from './effects.ts'
import { caseSlug } from './slug.ts'

const slugOf = ({ id }: Case): string => caseSlug(id)

const caseCell = (study: Case, language: Language, titleOf: TitleOf): ShownCell => ({
  text: titleOf(slugOf(study)),
  href: chapterAddress(language, slugOf(study)),
})

const mechanismCell = ({ id, name, chapter }: Mechanism, language: Language): ShownCell => ({
  text: `${id} ${name[language]}`,
  href: chapterAddress(language, chapter),
})

/** The mechanisms, the relation that each rationalises, and what that means. */
const mechanisms: TableSource = {
  columns: () => ({
    mechanism: { heading: { zh: '机制', en: 'Mechanism' } },
    relation: { heading: { zh: '关系', en: 'Relation' } },
    meaning: { heading: { zh: '“理性化”的含义', en: 'What “rationalised” means' } },
    practice: { heading: { zh: '实践', en: 'In practice' } },
  }),
  rows: ({ data }, language) => {
    const { mechanisms: all, relations } = modelOf(data)
    return all.map((mechanism) => ({
      mechanism: mechanismCell(mechanism, language),
      relation: { text: relations.find(({ id }) => id === mechanism.relation)?.label[language] ?? mechanism.relation },
      meaning: { text: mechanism.meaning[language] },
      practice: { text: mechanism.practice[language] },
    }))
  },
}

/** Every open code, what it was gathered under, and the case it was read from. */
const coding: TableSource = {
  columns: () => ({
    open: { heading: { zh: '开放式编码', en: 'Open code' } },
    axial: { heading: { zh: '主轴范畴', en: 'Axial category' } },
    mechanism: { heading: { zh: '机制', en: 'Mechanism' } },
    case: { heading: { zh: '案例', en: 'Case' } },
  }),
  rows: ({ data }, language, titleOf) => {
    const model = modelOf(data)
    const codes = model.cases.flatMap((study) => study.codes.map((code) => ({ ...code, study, category: model.axial.get(code.axial) })))
    return [...model.axial.values()].flatMap(({ id, label }) =>
      codes
        .filter(({ axial }) => axial === id)
        .map(({ open, study, category }) => {
          const mechanism = model.mechanisms.find((each) => each.id === category?.mechanism)
          return {
            open: { text: open[language] },
            axial: { text: label[language] },
            mechanism: mechanism ? mechanismCell(mechanism, language) : { text: '' },
            case: caseCell(study, language, titleOf),
          }
        }),
    )
  },
}

/** What each case says of each dimension of job quality; every mark leads to the cell that the counts add up. */
const evidenceMatrix: TableSource = {
  kind: 'matrix',
  columns: ({ data }) => ({
    case: { heading: { zh: '案例', en: 'Case' } },
    ...Object.fromEntries([...modelOf(data).codes.dimensions].map(([dimension, { label }]) => [dimension, { heading: label }])),
  }),
  rows: ({ data, figures }, language, titleOf) => {
    const model = modelOf(data)
    const { dimensions, levels } = model.codes
    return model.mechanisms.flatMap(({ id }) =>
      model.cases
        .filter((study) => study.mechanisms[0] === id)
        .map((study) => {
          const first = caseCell(study, language, titleOf)
          const said = [...dimensions.keys()].map((dimension): readonly [string, ShownCell] => {
            const level = study.dimensions[dimension] ?? 'silent'
            const cell = figures.get(`coding.${study.key}.${level === 'measured' ? 'measured' : 'said'}.${dimension}`)
            const text = levels.get(level)?.label[language] ?? silent[language]
            return [dimension, { text, level, ...(cell && { href: figureAddress(language, cell) }) }]
          })
          return { case: { ...first, text: `${id} ${first.text}` }, ...Object.fromEntries(said) }
        }),
    )
  },
  note: ({ data }, language) => {
    const meanings = [...modelOf(data).codes.levels.values()].map(({ label }) => label[language])
    return language === 'zh'
      ? `实心：${meanings[0]}；半实：${meanings[1]}；空心：${meanings[2]}；短横：${silent.zh}。字母为来源所归的机制。`
      : `Filled: ${meanings[0]}. Half filled: ${meanings[1]}. Empty: ${meanings[2]}. A dash: ${silent.en}. The letter is the source’s mechanism.`
  },
}

const silent: Bilingual = { zh: '未提', en: 'Silent' }

/** The effects that cases print, on one scale; of a range, a row for each end. */
const effects: TableSource = {
  columns: () => ({
    effect: { heading: { zh: '效果', en: 'Effect' } },
    case: { heading: { zh: '案例', en: 'Case' } },
    before: { heading: { zh: '之前', en: 'Before' } },
    after: { heading: { zh: '之后', en: 'After' } },
    change: { heading: { zh: '印出的变化', en: 'Printed change' } },
    times: { heading: { zh: '倍数', en: 'Times' } },
    logRatio: { heading: { zh: '对数比', en: 'Log ratio' } },
    worker: { heading: { zh: '劳动者', en: 'Worker' } },
    firm: { heading: { zh: '企业', en: 'Firm' } },
  }),
  rows: (ledger, language, titleOf) => {
    const direction = (id: string) => modelOf(ledger.data).codes.directions.get(id)?.label[language] ?? id
    const cell = (id: unknown): ShownCell => {
      const figure = typeof id === 'string' ? ledger.figures.get(id) : undefined
      return figure ? figureCell(figure, language) : { text: '—' }
    }
    return effectsOf(ledger).flatMap(({ study, label, ends, times, worker, firm }) =>
      ends.map((end, index) => {
        const of = end.derived?.of ?? {}
        return {
          effect: { text: label[language] },
          case: caseCell(study, language, titleOf),
          before: cell(of.before),
          after: cell(of.after),
          change: cell(of.reduction ?? of.growth),
          times: timesCell(times[index], language),
          logRatio: figureCell(end, language),
          worker: { text: direction(worker) },
          firm: { text: direction(firm) },
        }
      }),
    )
  },
}

const timesCell = (times: Figure | undefined, language: Language): ShownCell =>
  times ? { figure: times.id, text: timesText([times], language) } : { text: '—' }

const figureCell = (figure: Figure, language: Language): ShownCell => ({ figure: figure.id, text: shown(figure, language) })

/** What tables of content/tables/ may ask for with `source:`. */
export const tableSources: TableSources = {
  'cases.mechanisms': mechanisms,
  'cases.coding': coding,
  'cases.evidence': evidenceMatrix,
  'cases.effects': effects,
}
