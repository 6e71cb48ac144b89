import { derived } from '../../ledger/figures/derived.ts'
import { product } from '../../ledger/formulas/product.ts'
import { share } from '../../ledger/formulas/share.ts'
import { sum } from '../../ledger/formulas/sum.ts'

const bank = { period: '2021-07/2022-06', entity: 'mybank' } as const
const heads = { ...bank, measure: 'head-count' } as const
const ant = { period: '2021-07/2022-06', entity: 'ant' } as const

/**
 * What a referee would ask of the study of Ant Group. Employment kept at loans that add capital, and at the margin: both are
 * as the study has them, one, until a reader knows better. Then how much of its direct number is inferred.
 */
export const antKept = [
  derived({
    id: 'objections.antKeptByNewCapital',
    label: { zh: '稳定就业，只计不替代其他资金的贷款', en: 'Employment kept by loans that replace no other funds' },
    unit: 'person',
    scope: heads,
    formula: product,
    of: { amount: 'antStable.all.anyShortage', times: 'ant.assumed.newCapital' },
  }),
  derived({
    id: 'objections.antKeptAtMargin',
    label: { zh: '稳定就业，按新增资金与边际用工', en: 'Employment kept, by new capital and at the margin' },
    unit: 'person',
    scope: heads,
    formula: product,
    of: { amount: 'objections.antKeptByNewCapital', times: 'ant.assumed.marginalShare' },
  }),
  derived({
    id: 'objections.antKeptNarrowNewCapital',
    label: {
      zh: '稳定就业，最严口径，只计不替代其他资金的贷款',
      en: 'Employment kept in the narrowest range, by loans that replace no other funds',
    },
    unit: 'person',
    scope: heads,
    formula: product,
    of: { amount: 'antStable.all.threeMonths', times: 'ant.assumed.newCapital' },
  }),
  derived({
    id: 'objections.antKeptNarrowAtMargin',
    label: {
      zh: '稳定就业，最严口径，按新增资金与边际用工',
      en: 'Employment kept in the narrowest range, by new capital and at the margin',
    },
    unit: 'person',
    scope: heads,
    formula: product,
    of: { amount: 'objections.antKeptNarrowNewCapital', times: 'ant.assumed.marginalShare' },
  }),
  derived({
    id: 'objections.antDirectBySurveys',
    label: { zh: '由样本与问卷推算的直接就业', en: 'Direct employment that a sample and a survey infer' },
    unit: 'person',
    scope: { ...ant, reach: 'direct', measure: 'opportunities' },
    digits: 4,
    formula: sum,
    of: { terms: ['antDirect.providers.jobs', 'antDirect.operators.jobs'] },
  }),
  derived({
    id: 'objections.antDirectBySurveysShare',
    label: { zh: '由样本与问卷推算的占直接就业的比重', en: 'What a sample and a survey infer, as a share of direct employment' },
    unit: 'ratio',
    scope: ant,
    digits: 3,
    percent: true,
    formula: share,
    of: { part: 'objections.antDirectBySurveys', whole: 'antDirect.all.jobs' },
  }),
]
