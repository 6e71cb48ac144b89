import { cellId } from '../../../scripts/estimates/coding/cells.ts'
import { modelOf } from '../../../scripts/estimates/coding/index.ts'
import { casesToldBy } from '../../../scripts/estimates/coding/tellers.ts'
import type { Case, Mechanism } from '../../../scripts/estimates/coding/types.ts'
import type { Figure } from '../../../scripts/ledger/figures/compute.ts'
import { shown } from '../../../scripts/ledger/publish/shown.ts'
import type { Bilingual, Language } from '../../../scripts/ledger/types.ts'
import { chapterAddress, figureAddress } from '../../lib/addresses.ts'
import type { ShownCell, TitleOf } from '../../tables/shown-table.ts'
import type { TableSource, TableSources } from '../../tables/table-source.ts'
import { acrossTables } from './across.ts'
import { codingTables } from './coding-tables.ts'
import { effectsOf, timesText } from './effects.ts'
import { caseSlug } from './slug.ts'

// Tables show the cases of the first work that tells any, as the counts beside them do.
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
    const codes = casesToldBy(model).flatMap((study) =>
      study.codes.map((code) => ({ ...code, study, category: model.axial.get(code.axial) })),
    )
    return [...model.axial.values()].flatMap(({ id, label }) =>
      codes
        .filter(({ axial }) => axial === id)
        .map(({ open, study, category }) => {
          const letters = (category?.mechanisms ?? []).filter((letter) => study.mechanisms.includes(letter))
          const [mechanism, ...others] = model.mechanisms.filter((each) => letters.includes(each.id))
          return {
            open: { text: open[language] },
            axial: { text: label[language] },
            mechanism: mechanism && others.length === 0 ? mechanismCell(mechanism, language) : { text: letters.join(' ') },
            case: caseCell(study, language, titleOf),
          }
        }),
    )
  },
}

/** The cases against the dimensions of job quality, a mark at each crossing that leads to the cell that the counts add up. */
const matrixOf = (
  aspect: 'level' | 'sign',
  answerOf: (study: Case, dimension: string) => string | undefined,
  marks: Readonly<Record<string, string>>,
  list: 'levels' | 'directions',
): TableSource => ({
  kind: 'matrix',
  columns: ({ data }) => ({
    case: { heading: { zh: '案例', en: 'Case' } },
    ...Object.fromEntries([...modelOf(data).codes.dimensions].map(([dimension, { label }]) => [dimension, { heading: label }])),
  }),
  rows: ({ data, figures }, language, titleOf) => {
    const model = modelOf(data)
    return model.mechanisms.flatMap(({ id }) =>
      casesToldBy(model)
        .filter((study) => study.mechanisms[0] === id)
        .map((study) => {
          const first = caseCell(study, language, titleOf)
          const said = [...model.codes.dimensions.keys()].map((dimension): readonly [string, ShownCell] => {
            const answer = answerOf(study, dimension)
            const cell = figures.get(cellId(study, `${aspect}.${dimension}`))
            const text = model.codes[list].get(answer ?? '')?.label[language] ?? silent[language]
            return [dimension, { text, level: marks[answer ?? ''] ?? 'silent', ...(cell && { href: figureAddress(language, cell) }) }]
          })
          return { case: { ...first, text: `${id} ${first.text}` }, ...Object.fromEntries(said) }
        }),
    )
  },
  note: ({ data }, language) => {
    const meaning = (mark: string) => {
      const [answer = ''] = Object.entries(marks).find(([, each]) => each === mark) ?? []
      return modelOf(data).codes[list].get(answer)?.label[language]
    }
    return language === 'zh'
      ? `实心：${meaning('measured')}；半实：${meaning('counted')}；空心：${meaning('claimed')}；短横：${silent.zh}。字母为原报告所归的机制。`
      : `Filled: ${meaning('measured')}. Half filled: ${meaning('counted')}. Empty: ${meaning('claimed')}. A dash: ${silent.en}. The letter is the study’s mechanism.`
  },
})

/** What each case says of each dimension of job quality. */
const evidenceMatrix = matrixOf(
  'level',
  ({ dimensions }, dimension) => dimensions[dimension]?.level,
  { measured: 'measured', counted: 'counted', claimed: 'claimed' },
  'levels',
)

/** Which way what it says points for the people whose work it is. */
const signs = matrixOf(
  'sign',
  ({ dimensions }, dimension) => dimensions[dimension]?.sign,
  { better: 'measured', unclear: 'counted', worse: 'claimed' },
  'directions',
)

const silent: Bilingual = { zh: '未提', en: 'Silent' }

/** The effects that cases print, on one scale; of a range, a row for each end. */
const effects: TableSource = {
  columns: () => ({
    effect: { heading: { zh: '效果', en: 'Effect' } },
    case: { heading: { zh: '案例', en: 'Case' } },
    before: { heading: { zh: '之前', en: 'Before' } },
    after: { heading: { zh: '之后', en: 'After' } },
    change: { heading: { zh: '给出的变化', en: 'Printed change' } },
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
  'cases.signs': signs,
  ...codingTables,
  ...acrossTables,
  'cases.effects': effects,
}
