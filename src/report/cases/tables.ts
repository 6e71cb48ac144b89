import { modelOf } from '../../../scripts/estimates/coding/index.ts'
import type { Case, Mechanism } from '../../../scripts/estimates/coding/types.ts'
import type { Figure } from '../../../scripts/ledger/figures/compute.ts'
import { shown } from '../../../scripts/ledger/ledger.ts'
import type { Language } from '../../../scripts/ledger/types.ts'
import { chapterAddress, figureAddress } from '../../lib/addresses.ts'
import type { Cell, MakeTable } from '../../tables/index.ts'
import { effectsOf, timesText } from './effects.ts'
import { caseSlug } from './slug.ts'

const slugOf = ({ id }: Case): string => caseSlug(id)

const caseCell = (study: Case, language: Language, titleOf: (slug: string) => string): Cell => ({
  text: titleOf(slugOf(study)),
  href: chapterAddress(language, slugOf(study)),
})

const mechanismCell = ({ id, name, chapter }: Mechanism, language: Language): Cell => ({
  text: `${id} ${name[language]}`,
  href: chapterAddress(language, chapter),
})

const bare = (slug: string): string => slug

/** Table 3.1: the mechanisms, the relation that each rationalises, and what that means. */
export const mechanisms: MakeTable = ({ data }, language) => {
  const model = modelOf(data)
  return {
    head: (language === 'zh'
      ? ['机制', '关系', '“理性化”的含义', '实践']
      : ['Mechanism', 'Relation', 'What “rationalised” means', 'In practice']
    ).map((text) => ({ text })),
    rows: model.mechanisms.map((mechanism) => ({
      cells: [
        mechanismCell(mechanism, language),
        { text: model.relations.find(({ id }) => id === mechanism.relation)?.label[language] ?? mechanism.relation },
        { text: mechanism.meaning[language] },
        { text: mechanism.practice[language] },
      ],
    })),
  }
}

/** Every open code, what it was gathered under, and the case it was read from. */
export const coding: MakeTable = ({ data }, language, titleOf = bare) => {
  const model = modelOf(data)
  const codes = model.cases.flatMap((study) => study.codes.map((code) => ({ ...code, study, category: model.axial.get(code.axial) })))
  return {
    head: (language === 'zh' ? ['开放式编码', '主轴范畴', '机制', '案例'] : ['Open code', 'Axial category', 'Mechanism', 'Case']).map(
      (text) => ({
        text,
      }),
    ),
    rows: [...model.axial.values()].flatMap(({ id, label }) =>
      codes
        .filter(({ axial }) => axial === id)
        .map(({ open, study, category }) => {
          const mechanism = model.mechanisms.find((each) => each.id === category?.mechanism)
          return {
            cells: [
              { text: open[language] },
              { text: label[language] },
              mechanism ? mechanismCell(mechanism, language) : { text: '' },
              caseCell(study, language, titleOf),
            ],
          }
        }),
    ),
  }
}

/** What each case says of each dimension of job quality; every mark leads to the cell that the counts add up. */
export const evidenceMatrix: MakeTable = ({ data, figures }, language, titleOf = bare) => {
  const model = modelOf(data)
  const { dimensions, levels } = model.codes
  const silent = language === 'zh' ? '未提' : 'Silent'
  const meanings = [...levels.values()].map(({ label }) => label[language])
  return {
    kind: 'matrix',
    head: [{ text: language === 'zh' ? '案例' : 'Case' }, ...[...dimensions.values()].map(({ label }) => ({ text: label[language] }))],
    rows: model.mechanisms.flatMap(({ id }) =>
      model.cases
        .filter((study) => study.mechanisms[0] === id)
        .map((study) => {
          const first = caseCell(study, language, titleOf)
          return {
            cells: [
              { ...first, text: `${id} ${first.text}` },
              ...[...dimensions.keys()].map((dimension): Cell => {
                const level = study.dimensions[dimension] ?? 'silent'
                const cell = figures.get(`coding.${study.key}.${level === 'measured' ? 'measured' : 'said'}.${dimension}`)
                return {
                  text: levels.get(level)?.label[language] ?? silent,
                  level,
                  ...(cell && { href: figureAddress(language, cell) }),
                }
              }),
            ],
          }
        }),
    ),
    note:
      language === 'zh'
        ? `实心：${meanings[0]}；半实：${meanings[1]}；空心：${meanings[2]}；短横：${silent}。字母为来源所归的机制。`
        : `Filled: ${meanings[0]}. Half filled: ${meanings[1]}. Empty: ${meanings[2]}. A dash: ${silent}. The letter is the source’s mechanism.`,
  }
}

/** The effects that cases print, on one scale. */
export const effects: MakeTable = (ledger, language, titleOf = bare) => {
  const direction = (id: string) => modelOf(ledger.data).codes.directions.get(id)?.label[language] ?? id
  const cell = (id: unknown): Cell => {
    const figure = typeof id === 'string' ? ledger.figures.get(id) : undefined
    return figure ? figureCell(figure, language) : { text: '—' }
  }
  const head =
    language === 'zh'
      ? ['效果', '案例', '之前', '之后', '印出的变化', '倍数', '对数比', '劳动者', '企业']
      : ['Effect', 'Case', 'Before', 'After', 'Printed change', 'Times', 'Log ratio', 'Worker', 'Firm']
  return {
    head: head.map((text, column) => ({ text, number: column > 1 && column < 7 })),
    rows: effectsOf(ledger).flatMap(({ study, label, ends, times, worker, firm }) =>
      ends.map((end, index) => {
        const of = end.derived?.of ?? {}
        return {
          cells: [
            { text: label[language] },
            caseCell(study, language, titleOf),
            cell(of.before),
            cell(of.after),
            cell(of.reduction ?? of.growth),
            timesCell(times[index], language),
            figureCell(end, language),
            { text: direction(worker) },
            { text: direction(firm) },
          ],
        }
      }),
    ),
    note:
      language === 'zh'
        ? '对数比是之后与之前之比的自然对数，零为不变。来源印出范围的，两端各占一行。'
        : 'The log ratio is the natural logarithm of after over before; zero is no change. Where the source prints a range, each end has a row.',
  }
}

const timesCell = (times: Figure | undefined, language: Language): Cell =>
  times ? { figure: times.id, text: timesText([times], language) } : { text: '—' }

const figureCell = (figure: Figure, language: Language): Cell => ({ figure: figure.id, text: shown(figure, language) })
