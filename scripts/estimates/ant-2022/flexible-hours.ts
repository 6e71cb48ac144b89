import { derived } from '../../ledger/figures/derived.ts'
import { product } from '../../ledger/formulas/product.ts'
import { rate } from '../../ledger/formulas/rate.ts'
import { remainder } from '../../ledger/formulas/remainder.ts'
import { share } from '../../ledger/formulas/share.ts'
import { sum } from '../../ledger/formulas/sum.ts'

const year = { period: '2021-07/2022-06', entity: 'ant' } as const
const fullTime = { ...year, reach: 'direct', measure: 'full-time' } as const
const cloudWorkers = { period: '2022', entity: 'ant-cloud-service' } as const

/**
 * The hours of flexible work that table 2.2 lists and leaves out of its total: what they are in full-time posts, whether
 * rounding leaves room for them, and what they come to for one worker and in pay.
 */
export const flexibleHours = [
  derived({
    id: 'ant.flexible.hoursPerPost',
    label: { zh: '一个全职岗位一年的工时', en: 'Hours of one full-time post in a year' },
    unit: 'hour',
    per: 'person',
    scope: { period: '2022', entity: 'china' },
    formula: rate,
    of: { amount: 'ant.assumed.yearlyHours', base: 'ant.assumed.post' },
  }),
  derived({
    id: 'ant.flexible.fullTime',
    label: { zh: '灵活用工的工时折合全职', en: 'Hours of flexible work in full-time equivalents' },
    short: { zh: '灵活用工，折合全职', en: 'flexible work, full-time equivalents' },
    unit: 'person',
    scope: fullTime,
    digits: 3,
    formula: rate,
    of: { amount: 'antDirect.flexible.jobs', base: 'ant.flexible.hoursPerPost' },
  }),
  derived({
    id: 'ant.flexible.groupWithFlexible',
    label: {
      zh: '集团相关就业机会，计入折合全职的灵活用工',
      en: 'Opportunities around Ant Group with flexible work in full-time equivalents',
    },
    unit: 'person',
    scope: { ...year, reach: 'direct', measure: 'mixed' },
    digits: 4,
    formula: sum,
    of: { terms: ['ant.direct.group', 'ant.flexible.fullTime'] },
  }),
  derived({
    id: 'ant.flexible.room',
    label: { zh: '印出的集团合计比三项之和多出的部分', en: 'By how much the printed total of the group is above its three parts' },
    unit: 'person',
    scope: { ...year, reach: 'direct', measure: 'head-count' },
    digits: 2,
    formula: remainder,
    of: { whole: 'ant.direct.groupAsPrinted', part: 'ant.direct.group' },
    note: {
      zh: '两边都经过舍入：这里的范围就是灵活用工至多能占的位置。',
      en: 'Both sides are rounded: the range is all the room that flexible work can have.',
    },
  }),
  derived({
    id: 'ant.flexible.hoursForRoom',
    label: { zh: '印出的合计容得下的灵活用工工时', en: 'Hours of flexible work for which the printed total would hold' },
    short: { zh: '合计容得下的工时', en: 'hours that the total has room for' },
    unit: 'hour',
    scope: year,
    digits: 2,
    formula: product,
    of: { amount: 'ant.flexible.hoursPerPost', times: 'ant.flexible.room' },
  }),
  derived({
    id: 'ant.flexible.workerShareOfYear',
    label: { zh: '每位云客服的平均工时占全职一年的比重', en: 'Mean hours of a cloud worker as a share of a full-time year' },
    unit: 'ratio',
    scope: cloudWorkers,
    digits: 2,
    percent: true,
    formula: share,
    of: { part: 'ant.cloudService.hoursPerWorker', whole: 'ant.flexible.hoursPerPost' },
  }),
  derived({
    id: 'ant.flexible.weeklyHours',
    label: { zh: '每位云客服的平均工时，按全职周工时折成每周', en: 'Mean hours of a cloud worker in a week, by those of a full-time job' },
    unit: 'hour',
    scope: cloudWorkers,
    digits: 2,
    formula: product,
    of: { amount: 'objections.fullTimeHours', times: 'ant.flexible.workerShareOfYear' },
  }),
  derived({
    id: 'ant.flexible.steadyWorkerShareOfYear',
    label: {
      zh: '若全部工时都由每月稳定服务者完成，每人的工时占全职一年的比重',
      en: 'Hours of each who serves steadily each month as a share of a full-time year, were all hours theirs',
    },
    unit: 'ratio',
    scope: cloudWorkers,
    digits: 2,
    percent: true,
    formula: share,
    of: { part: 'ant.flexible.fullTime', whole: 'ant.cloudService.monthly' },
    note: {
      zh: '是上限：工时里还有数据标注、业务推广等，稳定服务者也不止四千人。',
      en: 'An upper bound: the hours include labelling and promotion, and those who serve steadily are over 4,000.',
    },
  }),
  derived({
    id: 'ant.flexible.payLow',
    label: { zh: '灵活用工工时的报酬合计，按云客服时薪低端', en: 'Pay for all hours of flexible work at the low end of cloud-service pay' },
    unit: 'yuan',
    scope: year,
    digits: 3,
    formula: product,
    of: { amount: 'ant.cloudService.hourlyPayLow', times: 'antDirect.flexible.jobs' },
  }),
  derived({
    id: 'ant.flexible.payHigh',
    label: {
      zh: '灵活用工工时的报酬合计，按云客服时薪高端',
      en: 'Pay for all hours of flexible work at the high end of cloud-service pay',
    },
    unit: 'yuan',
    scope: year,
    digits: 3,
    formula: product,
    of: { amount: 'ant.cloudService.hourlyPayHigh', times: 'antDirect.flexible.jobs' },
  }),
  derived({
    id: 'ant.flexible.fullTimePayLow',
    label: { zh: '一个全职岗位一年的报酬，按云客服时薪低端', en: 'Pay of a full-time post in a year at the low end of cloud-service pay' },
    unit: 'yuan',
    per: 'person',
    scope: cloudWorkers,
    digits: 2,
    formula: product,
    of: { amount: 'ant.cloudService.hourlyPayLow', times: 'ant.flexible.hoursPerPost' },
  }),
  derived({
    id: 'ant.flexible.fullTimePayHigh',
    label: { zh: '一个全职岗位一年的报酬，按云客服时薪高端', en: 'Pay of a full-time post in a year at the high end of cloud-service pay' },
    unit: 'yuan',
    per: 'person',
    scope: cloudWorkers,
    digits: 2,
    formula: product,
    of: { amount: 'ant.cloudService.hourlyPayHigh', times: 'ant.flexible.hoursPerPost' },
  }),
]
