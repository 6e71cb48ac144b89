import { indirectJobs } from '../../formulas/indirect-jobs.ts'
import { shopJobs } from '../../formulas/shop-jobs.ts'
import { derived } from '../../ledger/figures/derived.ts'
import { remainder } from '../../ledger/formulas/remainder.ts'
import { share } from '../../ledger/formulas/share.ts'
import { sum } from '../../ledger/formulas/sum.ts'

const alibaba2019 = { period: '2019', entity: 'alibaba' } as const
const opportunities = { ...alibaba2019, measure: 'opportunities' } as const
const mixed = { ...alibaba2019, reach: 'total', measure: 'mixed' } as const

/** What the estimate would be under the objections of a labour economist, and by how much. */
export const objections = [
  // Opportunities are not jobs.
  derived({
    id: 'objections.staffShare',
    label: { zh: '服务企业自身用工占总数的比重', en: 'The service companies’ own workforce as a share of the total' },
    unit: 'ratio',
    scope: alibaba2019,
    digits: 2,
    percent: true,
    formula: share,
    of: { part: 'services.staff.jobs', whole: 'total.jobs' },
  }),

  // Years and measures are mixed.
  derived({
    id: 'objections.antPerYear',
    label: { zh: '蚂蚁人次按年平均', en: 'Ant’s person-times per year' },
    unit: 'person',
    scope: { period: '2004/2020', entity: 'ant', measure: 'person-times' },
    digits: 3,
    formula: share,
    of: { part: 'infrastructure.ant', whole: 'objections.alipayYears' },
  }),
  derived({
    id: 'objections.withoutPersonTimes',
    label: { zh: '剔除累计人次后的总数', en: 'The total without accumulated person-times' },
    unit: 'person',
    scope: mixed,
    formula: remainder,
    of: { whole: 'total.jobs', part: 'infrastructure.ant' },
  }),

  // Gross, not net.
  derived({
    id: 'objections.shareOfEmployment',
    label: { zh: '总数相当于全国从业人员（2017年）的比重', en: 'The total as a share of all persons employed in China (2017)' },
    unit: 'ratio',
    scope: alibaba2019,
    digits: 2,
    percent: true,
    formula: share,
    of: { part: 'total.jobs', whole: 'nbs.employment' },
  }),
  derived({
    id: 'objections.shareOfTrade',
    label: {
      zh: '零售直接机会相当于批发零售从业人员（2017年）的比重',
      en: 'Direct retail opportunities as a share of persons employed in trade (2017)',
    },
    unit: 'ratio',
    scope: alibaba2019,
    digits: 3,
    percent: true,
    formula: share,
    of: { part: 'retail.directJobs', whole: 'sectors.trade.jobs' },
  }),

  // The multiplier treats imports as domestic, and every sector's labour as alike.
  derived({
    id: 'objections.multipliedJobs',
    label: { zh: '乘数所作用的直接就业机会', en: 'Direct opportunities that the multiplier is applied to' },
    unit: 'person',
    scope: { ...opportunities, reach: 'direct' },
    formula: sum,
    of: { terms: ['retail.directJobs', 'services.online.directJobs'] },
  }),
  derived({
    id: 'objections.indirectAtSectorLabour',
    label: { zh: '间接机会：剔除进口并用各部门劳动消耗', en: 'Indirect opportunities with imports out and each sector’s own labour' },
    unit: 'person',
    scope: { ...opportunities, reach: 'indirect' },
    formula: indirectJobs,
    of: { directJobs: 'objections.multipliedJobs', multiplier: 'multiplier.sectorLabour' },
  }),
  derived({
    id: 'objections.totalAtSectorLabour',
    label: { zh: '总数：剔除进口并用各部门劳动消耗', en: 'The total with imports out and each sector’s own labour' },
    unit: 'person',
    scope: mixed,
    formula: sum,
    of: { terms: ['total.directJobs', 'objections.indirectAtSectorLabour'] },
  }),
  derived({
    id: 'objections.indirectAtConsumption',
    label: { zh: '间接机会：按居民与政府消费的产品组合', en: 'Indirect opportunities at the mix that households and government consume' },
    unit: 'person',
    scope: { ...opportunities, reach: 'indirect' },
    formula: indirectJobs,
    of: { directJobs: 'objections.multipliedJobs', multiplier: 'multiplier.consumption' },
  }),
  derived({
    id: 'objections.totalAtConsumption',
    label: { zh: '总数：按居民与政府消费组合的乘数', en: 'The total at the multiplier of what households and government consume' },
    unit: 'person',
    scope: mixed,
    formula: sum,
    of: { terms: ['total.directJobs', 'objections.indirectAtConsumption'] },
  }),
  derived({
    id: 'objections.retailIndirectAtTrade',
    label: { zh: '零售间接机会：按批发零售业自身的乘数', en: 'Indirect retail opportunities at the trade sector’s own multiplier' },
    unit: 'person',
    scope: { ...opportunities, reach: 'indirect' },
    digits: 3,
    formula: indirectJobs,
    of: { directJobs: 'retail.directJobs', multiplier: 'multiplier.trade' },
  }),
  derived({
    id: 'objections.cateringIndirect',
    label: { zh: '外卖间接机会：按住宿餐饮业自身的乘数', en: 'Indirect catering opportunities at the catering sector’s own multiplier' },
    unit: 'person',
    scope: { ...opportunities, period: '2018', reach: 'indirect' },
    digits: 3,
    formula: indirectJobs,
    of: { directJobs: 'services.catering.directJobs', multiplier: 'multiplier.catering' },
  }),
  derived({
    id: 'objections.filmIndirect',
    label: { zh: '电影间接机会：按文化娱乐业自身的乘数', en: 'Indirect film opportunities at the culture sector’s own multiplier' },
    unit: 'person',
    scope: { ...opportunities, period: '2018', reach: 'indirect' },
    digits: 3,
    formula: indirectJobs,
    of: { directJobs: 'services.film.directJobs', multiplier: 'multiplier.culture' },
  }),
  derived({
    id: 'objections.totalAtOwnMultipliers',
    label: { zh: '总数：各行业用自己的乘数', en: 'The total with each industry’s own multiplier' },
    unit: 'person',
    scope: mixed,
    formula: sum,
    of: { terms: ['total.directJobs', 'objections.retailIndirectAtTrade', 'objections.cateringIndirect', 'objections.filmIndirect'] },
  }),
  derived({
    id: 'objections.fallAtOwnMultipliers',
    label: { zh: '各行业用自己的乘数时总数的降幅', en: 'By how much the total falls with each industry’s own multiplier' },
    unit: 'person',
    scope: { ...opportunities, reach: 'indirect' },
    formula: remainder,
    of: { whole: 'total.jobs', part: 'objections.totalAtOwnMultipliers' },
  }),

  // The regressions: the constant means nothing without the unit of turnover.
  derived({
    id: 'objections.shopJobsInYuan',
    label: { zh: '示例服装店的就业，若回归以元计', en: 'Jobs in an example clothing shop, if the regression was run in yuan' },
    unit: 'ratio',
    scope: alibaba2019,
    digits: 2,
    formula: shopJobs,
    of: { turnover: 'objections.shopTurnoverInYuan', slope: 'retail.apparel.slope', intercept: 'retail.apparel.intercept' },
  }),
  derived({
    id: 'objections.shopJobsInTenThousands',
    label: { zh: '同一家店的就业，若回归以万元计', en: 'Jobs in the same shop, if it was run in units of ten thousand yuan' },
    unit: 'ratio',
    scope: alibaba2019,
    digits: 2,
    formula: shopJobs,
    of: { turnover: 'objections.shopTurnoverInTenThousands', slope: 'retail.apparel.slope', intercept: 'retail.apparel.intercept' },
  }),
  derived({
    id: 'objections.unitFactor',
    label: { zh: '单位不同造成的倍数', en: 'How many times apart the two readings are' },
    unit: 'ratio',
    scope: alibaba2019,
    digits: 2,
    formula: share,
    of: { part: 'objections.shopJobsInYuan', whole: 'objections.shopJobsInTenThousands' },
  }),

  // Film employment is a small difference between large numbers.
  derived({
    id: 'objections.filmBeforeSubtraction',
    label: {
      zh: '扣减前的广播电视电影就业（2018年，推算）',
      en: 'Radio, television and film jobs before the subtraction (2018, estimated)',
    },
    unit: 'person',
    scope: { period: '2018', entity: 'china', measure: 'head-count' },
    formula: sum,
    of: { terms: ['services.film.industryJobs2018', 'services.film.broadcastingJobs2018'] },
  }),
  derived({
    id: 'objections.filmLeverage',
    label: {
      zh: '期初就业的相对误差在电影就业中放大的倍数',
      en: 'How many times a relative error of the earlier head-count grows in film jobs',
    },
    unit: 'ratio',
    scope: { period: '2018', entity: 'china' },
    digits: 3,
    formula: share,
    of: { part: 'objections.filmBeforeSubtraction', whole: 'services.film.industryJobs2018' },
  }),
  derived({
    id: 'objections.filmAgainst2013',
    label: {
      zh: '推算的电影就业与五年前整个广播电视电影业就业之比',
      en: 'Estimated film jobs over all radio, television and film jobs five years before',
    },
    unit: 'ratio',
    scope: { period: '2018', entity: 'china' },
    digits: 3,
    formula: share,
    of: { part: 'services.film.industryJobs2018', whole: 'services.film.broadcastingAndFilmJobs2013' },
  }),
]
