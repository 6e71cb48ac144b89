import { indirectJobs } from '../../formulas/indirect-jobs.ts'
import { derived } from '../../ledger/figures/derived.ts'
import { sum } from '../../ledger/formulas/sum.ts'

const alibaba2019 = { period: '2019', entity: 'alibaba' } as const
const indirect = { ...alibaba2019, reach: 'indirect', measure: 'opportunities' } as const
const mixed = { ...alibaba2019, reach: 'total', measure: 'mixed' } as const

/**
 * The total when retail is multiplied by what its goods hold, or by what hangs on the trade that sells them; catering and
 * film keep the multipliers of their own industries. How far the two lie apart is how little the linkage is identified.
 */
export const linkage = [
  derived({
    id: 'objections.retailIndirectAtGoods',
    label: { zh: '零售间接机会：按消费品组合', en: 'Indirect retail opportunities at the goods bundle' },
    unit: 'person',
    scope: indirect,
    formula: indirectJobs,
    of: { directJobs: 'retail.directJobs', multiplier: 'bundles.goods' },
  }),
  derived({
    id: 'objections.totalAtGoods',
    label: {
      zh: '总数：零售按消费品组合，餐饮与电影按本行业',
      en: 'The total with retail at the goods bundle, catering and film at their own industries',
    },
    unit: 'person',
    scope: mixed,
    formula: sum,
    of: { terms: ['total.directJobs', 'objections.retailIndirectAtGoods', 'objections.cateringIndirect', 'objections.filmIndirect'] },
  }),
  derived({
    id: 'objections.retailIndirectAtHead',
    label: { zh: '零售间接机会：商业居商品链之首', en: 'Indirect retail opportunities with trade as the head of the chain of goods' },
    unit: 'person',
    scope: indirect,
    formula: indirectJobs,
    of: { directJobs: 'retail.directJobs', multiplier: 'bundles.tradeAsHead' },
  }),
  derived({
    id: 'objections.totalAtHead',
    label: { zh: '总数：商业居商品链之首', en: 'The total with trade as the head of the chain of goods' },
    unit: 'person',
    scope: mixed,
    formula: sum,
    of: { terms: ['total.directJobs', 'objections.retailIndirectAtHead', 'objections.cateringIndirect', 'objections.filmIndirect'] },
  }),
  derived({
    id: 'objections.indirectAtUniformLabour',
    label: { zh: '间接机会：剔除进口，劳动消耗仍处处相同', en: 'Indirect opportunities with imports out and labour alike everywhere' },
    unit: 'person',
    scope: indirect,
    formula: indirectJobs,
    of: { directJobs: 'objections.multipliedJobs', multiplier: 'multiplier.uniformLabour' },
  }),
  derived({
    id: 'objections.totalAtUniformLabour',
    label: { zh: '总数：剔除进口，劳动消耗仍处处相同', en: 'The total with imports out and labour alike everywhere' },
    unit: 'person',
    scope: mixed,
    formula: sum,
    of: { terms: ['total.directJobs', 'objections.indirectAtUniformLabour'] },
  }),
]
