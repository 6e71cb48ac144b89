import type { Data } from '../../ledger/data/data-types.ts'
import { type Derived, derived } from '../../ledger/figures/derived.ts'
import { count } from '../../ledger/formulas/count.ts'
import { share } from '../../ledger/formulas/share.ts'
import { sum } from '../../ledger/formulas/sum.ts'
import type { Bilingual } from '../../ledger/types.ts'
import { gwetAc1, gwetAc1Tex, rawAgreement, rawAgreementTex } from '../../methods/gwet-ac1.ts'
import {
  nominalAlpha,
  nominalAlphaBound,
  nominalAlphaBoundTex,
  nominalAlphaTex,
  ordinalAlpha,
  ordinalAlphaBound,
  ordinalAlphaBoundTex,
  ordinalAlphaTex,
} from '../../methods/krippendorff-alpha.ts'
import { type CellName, cellNamesOf } from './cell-names.ts'
import { answerId, axialShares, cellId, cellIdOf } from './cells.ts'
import { scopeOf } from './counts.ts'
import { modelOf } from './index.ts'
import { tellersOf } from './tellers.ts'
import { type Case, coders, type Model } from './types.ts'

/** A question, or several of a kind taken together, on which two coders are held against each other. */
export interface Question {
  /** What its ids add to “agreement.”, such as "level.access". */
  readonly path: string
  readonly label: Bilingual
  /** Whether the answers stand in an order. */
  readonly ordered: boolean
  readonly units: readonly { readonly study: Case; readonly cell: CellName }[]
  /** Whether more than one answer was given, without which nothing tells agreement from chance. */
  readonly varies: boolean
}

/** The questions in the order of the codebook: each dimension by itself, then what is too rare to stand alone, together. */
export const questionsOf = (model: Model): readonly Question[] => {
  const { comparison } = model
  if (!comparison) return []
  const cases = model.cases.filter(({ id }) => comparison.judgements.has(id))
  const cells = cellNamesOf(model)
  const asked = (
    path: string,
    label: Bilingual,
    ordered: boolean,
    chosen: readonly CellName[],
    fits: (study: Case, cell: CellName) => boolean = () => true,
  ): Question => {
    const units = chosen.flatMap((cell) => cases.filter((study) => fits(study, cell)).map((study) => ({ study, cell })))
    const answers = units.flatMap(({ study, cell }) => {
      const pair = comparison.judgements.get(study.id)
      return pair ? [cell.answerOf(pair.first), cell.answerOf(pair.second)] : []
    })
    return { path, label, ordered, units, varies: new Set(answers).size > 1 }
  }
  const of = (kind: CellName['kind']) => cells.filter((cell) => cell.kind === kind)
  const told = (study: Case) => comparison.judgements.get(study.id)?.first.mechanisms[0]
  return [
    ...[...model.codes.dimensions.values()].map(({ id, label }) =>
      asked(
        `level.${id}`,
        label,
        true,
        cells.filter((cell) => cell.id === `level.${id}`),
      ),
    ),
    asked('levels', { zh: '各维度合计', en: 'All dimensions together' }, true, of('level')),
    // A sign is held against a sign only where both coders hear something.
    asked('signs', { zh: '方向', en: 'Signs' }, false, of('sign'), (study, { id }) => {
      const pair = comparison.judgements.get(study.id)
      const dimension = id.slice('sign.'.length)
      return pair !== undefined && dimension in pair.first.dimensions && dimension in pair.second.dimensions
    }),
    asked('grade', { zh: '证据等级', en: 'Grade of evidence' }, false, of('grade')),
    asked('baseline', { zh: '基线', en: 'Baseline' }, false, of('baseline')),
    asked('measuredBy', { zh: '测量者', en: 'Measurer' }, false, of('measuredBy')),
    // The mechanism of the heading was given to both.
    asked(
      'mechanisms',
      { zh: '标题之外的机制', en: 'Mechanisms besides the heading’s' },
      false,
      of('mechanism'),
      (study, { id }) => id !== `mechanism.${told(study)}`,
    ),
  ].filter(({ units }) => units.length > 0)
}

/** How far two coders who did not know of each other agree, question by question. */
export const agreement = (data: Data): Derived[] => {
  const model = modelOf(data)
  const { comparison } = model
  if (!comparison) return []
  const cases = model.cases.filter(({ id }) => comparison.judgements.has(id))
  // The second coder has coded cases of one work.
  const teller = tellersOf(model).find(({ source }) => source === cases[0]?.source)
  const scope = scopeOf({ cases, entity: teller?.entity ?? '' })
  const style = { unit: 'ratio', scope, digits: 2 } as const
  const bootstrap = { resamples: 'reliability.resamples', seed: 'reliability.seed' } as const
  const named = (label: Bilingual, zh: string, en: string): Bilingual => ({ zh: `${label.zh}：${zh}`, en: `${label.en}: ${en}` })
  return [
    ...questionsOf(model).flatMap(({ path, label, ordered, units, varies }): Derived[] => {
      const rows = units.map(({ study, cell }) => [cellIdOf(model, study, cell, 'first'), cellIdOf(model, study, cell, 'second')])
      const [answers = []] = units.map(({ cell }) => cell.answers)
      const kind = units[0]?.cell.kind ?? 'level'
      const id = `agreement.${path}`
      const bound = (end: 'Low' | 'High', quantile: string, zh: string, en: string) =>
        derived({
          ...style,
          id: `${id}.alpha${end}`,
          label: named(label, zh, en),
          formula: ordered ? ordinalAlphaBound : nominalAlphaBound,
          tex: ordered ? ordinalAlphaBoundTex : nominalAlphaBoundTex,
          of: { units: rows, ...bootstrap, quantile },
        })
      return [
        derived({
          ...style,
          id: `${id}.categories`,
          label: named(label, '可给的编码数', 'codes there are to give'),
          unit: 'count',
          formula: count,
          of: { all: answers.map((answer) => answerId(kind, answer)) },
        }),
        derived({
          ...style,
          id: `${id}.cells`,
          label: named(label, '两人都须回答的格数', 'cells that both had to answer'),
          unit: 'count',
          digits: 3,
          formula: count,
          of: { all: units.map(({ study, cell }) => cellId(study, cell.id)) },
        }),
        derived({
          ...style,
          id: `${id}.raw`,
          label: named(label, '原始一致率', 'agreement as it stands'),
          percent: true,
          formula: rawAgreement,
          tex: rawAgreementTex,
          of: { units: rows },
        }),
        derived({
          ...style,
          id: `${id}.ac1`,
          label: named(label, 'Gwet AC1', 'Gwet’s AC1'),
          formula: gwetAc1,
          tex: gwetAc1Tex,
          of: { units: rows, categories: `${id}.categories` },
        }),
        ...(varies
          ? [
              derived({
                ...style,
                id: `${id}.alpha`,
                label: named(label, 'Krippendorff α', 'Krippendorff’s α'),
                formula: ordered ? ordinalAlpha : nominalAlpha,
                tex: ordered ? ordinalAlphaTex : nominalAlphaTex,
                of: { units: rows },
              }),
              bound('Low', 'reliability.lowQuantile', 'α的区间下端', 'lower end of the interval of α'),
              bound('High', 'reliability.highQuantile', 'α的区间上端', 'upper end of the interval of α'),
            ]
          : []),
      ]
    }),
    ...axialShares.map((whose) =>
      derived({
        id: `agreement.axial.${whose}`,
        label: {
          both: { zh: '两人都给的主轴范畴', en: 'Axial categories that both coders gave' },
          firstAlone: { zh: '只有甲给的主轴范畴', en: 'Axial categories that the first coder alone gave' },
          secondAlone: { zh: '只有乙给的主轴范畴', en: 'Axial categories that the second coder alone gave' },
        }[whose],
        unit: 'count',
        scope,
        digits: 3,
        formula: sum,
        of: { terms: cases.map((study) => cellId(study, `axial.${whose}`)) },
      }),
    ),
    derived({
      id: 'agreement.axial.given',
      label: { zh: '至少一人给的主轴范畴', en: 'Axial categories that either coder gave' },
      unit: 'count',
      scope,
      digits: 3,
      formula: sum,
      of: { terms: axialShares.map((whose) => `agreement.axial.${whose}`) },
    }),
    derived({
      ...style,
      id: 'agreement.axial.shared',
      label: { zh: '主轴范畴中两人都给的比重', en: 'Share of the axial categories that both gave' },
      percent: true,
      formula: share,
      of: { part: 'agreement.axial.both', whole: 'agreement.axial.given' },
    }),
    ...coders.map((coder) =>
      derived({
        id: `agreement.kept.${coder}`,
        label: {
          first: { zh: '采用甲的分歧', en: 'Differences on which the first coder’s answer was kept' },
          second: { zh: '采用乙的分歧', en: 'Differences on which the second coder’s answer was kept' },
        }[coder],
        unit: 'count',
        scope,
        digits: 3,
        formula: sum,
        of: { terms: cases.map((study) => cellId(study, `kept.${coder}`)) },
      }),
    ),
    derived({
      id: 'agreement.differences',
      label: { zh: '两人的分歧', en: 'Cells on which the coders differ' },
      unit: 'count',
      scope,
      digits: 3,
      formula: sum,
      of: { terms: coders.map((coder) => `agreement.kept.${coder}`) },
    }),
  ]
}
