import { derived } from '../../ledger/figures/derived.ts'
import { count } from '../../ledger/formulas/count.ts'
import { product } from '../../ledger/formulas/product.ts'
import { share } from '../../ledger/formulas/share.ts'
import { sum } from '../../ledger/formulas/sum.ts'
import type { Bilingual } from '../../ledger/types.ts'
import { compatibleCounts, compatibleCountsTex, possiblePercentage, possiblePercentageTex } from '../../methods/possible-percentages.ts'
import { proportionError, proportionErrorTex, wilsonHigh, wilsonHighTex, wilsonLow, wilsonLowTex } from '../../methods/survey-proportion.ts'

const survey = { period: '2022', entity: 'alipay' } as const
const asked = 'ant.miniPrograms.withPrograms'
const percentage = { unit: 'ratio', scope: survey, percent: true } as const

/** What a share found among those with mini-programs says: its error, the ends of its interval, and whether any number of them prints so. */
const shareOf = (name: string, of: string, { zh, en }: Bilingual, sample = asked) => {
  const found = { share: of, sample } as const
  const interval = { ...found, standardErrors: 'ant.assumed.standardErrors' } as const
  return [
    derived({
      id: `ant.surveyShares.${name}.error`,
      label: { zh: `${zh}：标准误`, en: `${en}: standard error` },
      ...percentage,
      digits: 2,
      formula: proportionError,
      of: found,
      tex: proportionErrorTex,
    }),
    derived({
      id: `ant.surveyShares.${name}.low`,
      label: { zh: `${zh}：区间下端`, en: `${en}: low end of the interval` },
      ...percentage,
      digits: 3,
      formula: wilsonLow,
      of: interval,
      tex: wilsonLowTex,
    }),
    derived({
      id: `ant.surveyShares.${name}.high`,
      label: { zh: `${zh}：区间上端`, en: `${en}: high end of the interval` },
      ...percentage,
      digits: 3,
      formula: wilsonHigh,
      of: interval,
      tex: wilsonHighTex,
    }),
  ]
}

const tested = (name: string, of: string, { zh, en }: Bilingual) => {
  const printed = { share: of, decimals: 'ant.assumed.decimals', sample: asked } as const
  return [
    derived({
      id: `ant.surveyShares.${name}.possible`,
      label: { zh: `${zh}：样本中有没有印成这个比重的家数（有为1）`, en: `${en}: whether any number of the sample prints so (1 if any)` },
      unit: 'count',
      scope: survey,
      digits: 1,
      formula: possiblePercentage,
      of: printed,
      tex: possiblePercentageTex,
    }),
    derived({
      id: `ant.surveyShares.${name}.counts`,
      label: { zh: `${zh}：印成这个比重的家数有几个`, en: `${en}: how many numbers of the sample print so` },
      unit: 'count',
      scope: survey,
      digits: 2,
      formula: compatibleCounts,
      of: printed,
      tex: compatibleCountsTex,
    }),
  ]
}

const shares: readonly (readonly [name: string, label: Bilingual])[] = [
  ['easierPromotion', { zh: '促销、打折更方便', en: 'Promotions and discounts easier' }],
  ['newCustomers', { zh: '吸引到新顾客', en: 'New customers' }],
  ['improveByReviews', { zh: '更方便按顾客评价改进', en: 'Easier to improve by reviews' }],
  ['newProducts', { zh: '有助于开发新产品或调整产品结构', en: 'Helps to develop or rearrange products' }],
  ['efficiencyMuch', { zh: '管理效率大幅提高', en: 'Management much more efficient' }],
  ['efficiencyLittle', { zh: '管理效率小幅提高', en: 'Management a little more efficient' }],
  ['onlineLoans', { zh: '更容易获取互联网平台贷款', en: 'Loans of internet platforms easier' }],
  ['bankLoans', { zh: '更容易获得传统银行贷款', en: 'Loans of traditional banks easier' }],
  ['higherRevenue', { zh: '营业收入增幅在10%以上', en: 'Revenue up by 10 per cent or more' }],
  ['moreStaff', { zh: '因营收增加而增加其他人员', en: 'Other staff because of higher revenue' }],
]

const possible = shares.map(([name]) => `ant.surveyShares.${name}.possible`)

/**
 * The shares that the survey found, at the base that their context gives. With more than a thousand asked every percentage
 * of one decimal is possible: that all of them are says that the test has nothing to find here, not that they are right.
 * Shares of table 3.1 are not tested: how many of the returns they are of is not printed.
 */
export const surveyShares = [
  ...shares.flatMap(([name, label]) => [
    ...shareOf(name, `ant.miniPrograms.${name}`, label),
    ...tested(name, `ant.miniPrograms.${name}`, label),
  ]),
  ...shareOf(
    'programs',
    'ant.miniPrograms.programShare',
    { zh: '受调查企业开通小程序', en: 'Firms surveyed with mini-programs' },
    'ant.miniPrograms.surveyed',
  ),
  ...shareOf('efficiency', 'ant.miniPrograms.efficiency', { zh: '管理效率提高', en: 'Management more efficient' }),
  derived({
    id: 'ant.surveyShares.tested',
    label: { zh: '检验的比重', en: 'Shares that were tested' },
    unit: 'count',
    scope: survey,
    digits: 2,
    formula: count,
    of: { all: possible },
  }),
  derived({
    id: 'ant.surveyShares.possible',
    label: { zh: '其中可能的比重', en: 'Of them possible' },
    unit: 'count',
    scope: survey,
    digits: 2,
    formula: sum,
    of: { terms: possible },
  }),

  // The base of the last share is not said. It can be all with mini-programs, or those whose revenue rose.
  derived({
    id: 'ant.surveyShares.revenueUp',
    label: { zh: '营业收入增幅在10%以上的商家', en: 'Merchants whose revenue rose by 10 per cent or more' },
    unit: 'count',
    scope: survey,
    formula: product,
    of: { amount: asked, times: 'ant.miniPrograms.higherRevenue' },
  }),
  derived({
    id: 'ant.surveyShares.staffOfAll',
    label: { zh: '因营收增加而增员的商家，若以开通小程序的为分母', en: 'Merchants with more staff, if of all with mini-programs' },
    unit: 'count',
    scope: survey,
    digits: 3,
    formula: product,
    of: { amount: asked, times: 'ant.miniPrograms.moreStaff' },
  }),
  derived({
    id: 'ant.surveyShares.staffOfGrown',
    label: { zh: '因营收增加而增员的商家，若以营收增加的为分母', en: 'Merchants with more staff, if of those whose revenue rose' },
    unit: 'count',
    scope: survey,
    digits: 3,
    formula: product,
    of: { amount: 'ant.surveyShares.revenueUp', times: 'ant.miniPrograms.moreStaff' },
  }),
  derived({
    id: 'ant.surveyShares.staffOfGrownShare',
    label: {
      zh: '因营收增加而增员的占开通小程序者，若分母是营收增加的',
      en: 'With more staff among all with mini-programs, if the share is of those whose revenue rose',
    },
    ...percentage,
    digits: 2,
    formula: share,
    of: { part: 'ant.surveyShares.staffOfGrown', whole: asked },
  }),
  derived({
    id: 'ant.surveyShares.staffAmongGrown',
    label: {
      zh: '营收增加的商家中增员的，若分母是开通小程序的',
      en: 'With more staff among those whose revenue rose, if the share is of all with mini-programs',
    },
    ...percentage,
    digits: 2,
    formula: share,
    of: { part: 'ant.miniPrograms.moreStaff', whole: 'ant.miniPrograms.higherRevenue' },
  }),
  derived({
    id: 'ant.surveyShares.onlineToBank',
    label: {
      zh: '更容易获得互联网平台贷款者与更容易获得银行贷款者之比',
      en: 'Those for whom loans of platforms are easier, to those for whom loans of banks are',
    },
    unit: 'ratio',
    scope: survey,
    digits: 2,
    formula: share,
    of: { part: 'ant.miniPrograms.onlineLoans', whole: 'ant.miniPrograms.bankLoans' },
  }),
]
