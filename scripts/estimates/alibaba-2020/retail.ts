import { indirectJobs } from '../../formulas/indirect-jobs.ts'
import { scaleGain } from '../../formulas/scale-gain.ts'
import { derived } from '../../ledger/figures/derived.ts'
import { count } from '../../ledger/formulas/count.ts'
import { share } from '../../ledger/formulas/share.ts'
import { sum } from '../../ledger/formulas/sum.ts'
import { countAmongLargest, countAmongLargestTex } from '../../methods/count-among-largest.ts'

/** The rows of table 2.4 in the source's order; data/alibaba-2020/retail-categories.yaml has their names. */
export const retailCategories = [
  'food',
  'apparel',
  'cosmetics',
  'jewellery',
  'dailyGoods',
  'hardware',
  'sports',
  'appliances',
  'office',
  'furniture',
  'communications',
  'building',
  'cars',
  'otherGoods',
  'otherServices',
] as const

const directJobsOf = retailCategories.map((id) => `retail.${id}.directJobs`)
const alibaba2019 = { period: '2019', entity: 'alibaba', measure: 'opportunities' } as const
const ratio2019 = { period: '2019', entity: 'alibaba' } as const

/**
 * Retail platforms. Direct opportunities come from the source's regressions by category, whose shop data it withholds;
 * what can be recomputed is their sum, and the indirect opportunities that the multiplier adds.
 */
export const retail = [
  derived({
    id: 'retail.directJobs',
    label: { zh: '零售平台直接（交易型）就业机会', en: 'Retail platforms: direct job opportunities' },
    unit: 'person',
    scope: { ...alibaba2019, reach: 'direct' },
    digits: 5,
    formula: sum,
    of: { terms: directJobsOf },
  }),
  derived({
    id: 'retail.indirectJobs',
    label: { zh: '零售平台间接带动就业机会', en: 'Retail platforms: indirect job opportunities' },
    unit: 'person',
    scope: { ...alibaba2019, reach: 'indirect' },
    digits: 5,
    formula: indirectJobs,
    of: { directJobs: 'retail.directJobs', multiplier: 'multiplier.report' },
  }),
  derived({
    id: 'retail.jobs',
    label: { zh: '零售平台就业机会合计', en: 'Retail platforms: all job opportunities' },
    unit: 'person',
    scope: { ...alibaba2019, reach: 'total' },
    formula: sum,
    of: { terms: ['retail.directJobs', 'retail.indirectJobs'] },
  }),

  // What leads among the categories.
  derived({
    id: 'retail.categoryCount',
    label: { zh: '行业类目数', en: 'Retail categories' },
    unit: 'count',
    scope: ratio2019,
    digits: 2,
    formula: count,
    of: { all: directJobsOf },
  }),
  derived({
    id: 'retail.namedAmongTopThree',
    label: { zh: '原文列名的三类中确居前三者的个数', en: 'How many of the three categories named are among the top three' },
    unit: 'count',
    scope: ratio2019,
    digits: 1,
    formula: countAmongLargest,
    tex: countAmongLargestTex,
    of: { named: ['retail.apparel.directJobs', 'retail.dailyGoods.directJobs', 'retail.otherServices.directJobs'], all: directJobsOf },
  }),
  derived({
    id: 'retail.topThreeJobs',
    label: { zh: '前三类的直接就业机会', en: 'Direct opportunities in the top three categories' },
    unit: 'person',
    scope: { ...alibaba2019, reach: 'direct' },
    formula: sum,
    of: { terms: ['retail.otherServices.directJobs', 'retail.apparel.directJobs', 'retail.dailyGoods.directJobs'] },
  }),
  derived({
    id: 'retail.topThreeShare',
    label: { zh: '前三类占直接就业机会的比重', en: 'Share of the top three categories in direct opportunities' },
    unit: 'ratio',
    scope: ratio2019,
    digits: 3,
    percent: true,
    formula: share,
    of: { part: 'retail.topThreeJobs', whole: 'retail.directJobs' },
  }),
  derived({
    id: 'retail.otherServicesShare',
    label: { zh: '“其他服务类”占直接就业机会的比重', en: 'Share of “other services” in direct opportunities' },
    unit: 'ratio',
    scope: ratio2019,
    digits: 3,
    percent: true,
    formula: share,
    of: { part: 'retail.otherServices.directJobs', whole: 'retail.directJobs' },
  }),

  // What the scale coefficients say: how far jobs lag behind turnover.
  ...retailCategories.map((id) =>
    derived({
      id: `retail.${id}.scaleGain`,
      row: `retail.${id}.slope`,
      label: { zh: '店铺交易额翻倍时的就业倍数', en: 'jobs in a shop when its turnover doubles, times' },
      unit: 'ratio',
      scope: ratio2019,
      digits: 3,
      formula: scaleGain,
      of: { slope: `retail.${id}.slope` },
    }),
  ),
]
