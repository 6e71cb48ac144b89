import { afterYears } from '../../formulas/after-years.ts'
import { beforeGrowth } from '../../formulas/before-growth.ts'
import { beforeYears } from '../../formulas/before-years.ts'
import { costPerRevenue } from '../../formulas/cost-per-revenue.ts'
import { timesAfterYears } from '../../formulas/times-after-years.ts'
import { yearlyGrowth } from '../../formulas/yearly-growth.ts'
import { derived } from '../../ledger/figures/derived.ts'
import { growthFactor } from '../../ledger/formulas/growth-factor.ts'
import { rate } from '../../ledger/formulas/rate.ts'
import { remainder } from '../../ledger/formulas/remainder.ts'

/** What was there before, where an amount and its growth are printed. */
const bases = [
  derived({
    id: 'ccid.onlineEducation.usersBefore',
    label: { zh: '在线教育用户（2018年底），由增长率推出', en: 'Users of online education at the end of 2018, from their growth' },
    unit: 'person',
    scope: { period: '2018-12', entity: 'china', measure: 'users' },
    digits: 4,
    formula: beforeGrowth,
    of: { amount: 'ccid.onlineEducation.users', growth: 'ccid.onlineEducation.usersGrowth' },
  }),
  derived({
    id: 'ccid.onlineEducation.usersAdded',
    label: { zh: '在线教育用户比2018年底增加', en: 'Users of online education, more than at the end of 2018' },
    unit: 'person',
    scope: { period: '2018-12/2020-03', entity: 'china', measure: 'users' },
    digits: 3,
    formula: remainder,
    of: { whole: 'ccid.onlineEducation.users', part: 'ccid.onlineEducation.usersBefore' },
  }),
  derived({
    id: 'ccid.remoteWork.weLinkMeetingsBefore',
    label: { zh: '华为WeLink原来的会议场次，由增幅推出', en: 'Meetings on Huawei’s WeLink before, from their growth' },
    unit: 'count',
    scope: { period: '2020', entity: 'welink' },
    digits: 2,
    formula: beforeGrowth,
    of: { amount: 'ccid.remoteWork.weLinkMeetings', growth: 'ccid.remoteWork.weLinkGrowth' },
  }),
  derived({
    id: 'ccid.selfEmployed.socialSellers2018',
    label: { zh: '社交电商从业者（2018年），由增长率推出', en: 'People in social e-commerce (2018), from their growth' },
    unit: 'person',
    scope: { period: '2018', entity: 'china', measure: 'head-count' },
    digits: 4,
    formula: beforeGrowth,
    of: { amount: 'ccid.selfEmployed.socialSellers2019', growth: 'ccid.selfEmployed.socialSellersGrowth' },
  }),
  derived({
    id: 'ccid.selfEmployed.socialSellersAdded',
    label: { zh: '社交电商从业者一年增加', en: 'People in social e-commerce, more than the year before' },
    unit: 'person',
    scope: { period: '2018/2019', entity: 'china', measure: 'head-count' },
    digits: 3,
    formula: remainder,
    of: { whole: 'ccid.selfEmployed.socialSellers2019', part: 'ccid.selfEmployed.socialSellers2018' },
  }),
  derived({
    id: 'ccid.microEconomy.videoStartsBefore',
    label: {
      zh: '短视频应用一天的启动次数（2018年12月），由增长率推出',
      en: 'Starts of short-video apps in a day (December 2018), from their growth',
    },
    unit: 'count',
    scope: { period: '2018-12', entity: 'china' },
    digits: 3,
    formula: beforeGrowth,
    of: { amount: 'ccid.microEconomy.videoStarts', growth: 'ccid.microEconomy.videoStartsGrowth' },
  }),
  derived({
    id: 'ccid.microEconomy.socialMarket2017',
    label: { zh: '社交电商行业规模（2017年），由增长率推出', en: 'Market of social e-commerce (2017), from its growth' },
    unit: 'yuan',
    scope: { period: '2017', entity: 'china' },
    digits: 4,
    formula: beforeGrowth,
    of: { amount: 'ccid.microEconomy.socialMarket2018', growth: 'ccid.microEconomy.socialMarketGrowth' },
  }),
  derived({
    id: 'ccid.microEconomy.womenTurnover2014',
    label: {
      zh: '淘宝女性店主的年均交易额（2014年），由增幅推出',
      en: 'Mean turnover of women with shops on Taobao (2014), from its growth',
    },
    unit: 'yuan',
    scope: { period: '2014', entity: 'taobao' },
    digits: 2,
    formula: beforeGrowth,
    of: { amount: 'ccid.microEconomy.womenTurnover2018', growth: 'ccid.microEconomy.womenTurnoverGrowth' },
    note: {
      zh: '“超20万”与“超过1倍”都只有下限，推出的数便两端都可能越过。',
      en: '“Over 200,000” and “over one time” have no upper end, so that the result may lie on either side.',
    },
  }),
  derived({
    id: 'ccid.sharedProduction.trade2017',
    label: { zh: '生产能力共享交易规模（2017年），由增长率推出', en: 'Trade in shared production (2017), from its growth' },
    unit: 'yuan',
    scope: { period: '2017', entity: 'china' },
    digits: 4,
    formula: beforeGrowth,
    of: { amount: 'ccid.sharedProduction.trade2018', growth: 'ccid.sharedProduction.growth2018' },
  }),
]

/** The whole that a share implies. */
const wholes = [
  derived({
    id: 'ccid.sharedProduction.sharingTrade2019',
    label: { zh: '共享经济总交易规模（2019年），由占比推出', en: 'Trade of the whole sharing economy (2019), from the share' },
    unit: 'yuan',
    scope: { period: '2019', entity: 'china' },
    digits: 4,
    formula: rate,
    of: { amount: 'ccid.sharedProduction.trade2019', base: 'ccid.sharedProduction.shareOfSharing' },
  }),
]

/** Rates over several years, and what they come to. */
const overYears = [
  derived({
    id: 'ccid.eCommerce.parcelTimes',
    label: { zh: '快递行业五年增长的倍数，若每年27%', en: 'Parcel delivery after five years at 27%, against before' },
    unit: 'ratio',
    scope: { period: '2020', entity: 'china' },
    digits: 3,
    formula: timesAfterYears,
    of: { growth: 'ccid.eCommerce.parcelGrowth', years: 'ccid.eCommerce.parcelYears' },
  }),
  derived({
    id: 'ccid.onlineMedicine.market2020',
    label: { zh: '互联网医疗市场规模（2020年），由年均增长率推出', en: 'Market of online medicine (2020), from its growth a year' },
    unit: 'yuan',
    scope: { period: '2020', entity: 'china' },
    digits: 3,
    formula: beforeYears,
    of: { amount: 'ccid.onlineMedicine.market2026', growth: 'ccid.onlineMedicine.marketGrowth', years: 'ccid.onlineMedicine.years' },
  }),
  derived({
    id: 'ccid.onlineMedicine.marketTimes',
    label: { zh: '互联网医疗市场六年的倍数', en: 'Market of online medicine after six years, against before' },
    unit: 'ratio',
    scope: { period: '2020/2026', entity: 'china' },
    digits: 3,
    formula: timesAfterYears,
    of: { growth: 'ccid.onlineMedicine.marketGrowth', years: 'ccid.onlineMedicine.years' },
  }),
  derived({
    id: 'ccid.remoteWork.yearlyGrowth',
    label: { zh: '远程办公市场的年均增长率（2015年至2018年）', en: 'Growth of the market of remote work, a year (2015 to 2018)' },
    unit: 'ratio',
    scope: { period: '2015/2018', entity: 'china' },
    digits: 3,
    percent: true,
    formula: yearlyGrowth,
    of: { after: 'ccid.remoteWork.market2018', before: 'ccid.remoteWork.market2015', years: 'ccid.remoteWork.years' },
  }),
  derived({
    id: 'ccid.unmanned.retailYearlyGrowth',
    label: { zh: '无人零售市场的年均增长率（2017年至2020年）', en: 'Growth of the market of unmanned retail, a year (2017 to 2020)' },
    unit: 'ratio',
    scope: { period: '2017/2020', entity: 'china' },
    digits: 3,
    percent: true,
    formula: yearlyGrowth,
    of: { after: 'ccid.unmanned.retail2020', before: 'ccid.unmanned.retail2017', years: 'ccid.unmanned.retailYears' },
  }),
  derived({
    id: 'ccid.unmanned.retailUsersYearlyGrowth',
    label: { zh: '无人零售用户的年均增长率（2017年至2020年）', en: 'Growth of users of unmanned retail, a year (2017 to 2020)' },
    unit: 'ratio',
    scope: { period: '2017/2020', entity: 'china' },
    digits: 3,
    percent: true,
    formula: yearlyGrowth,
    of: { after: 'ccid.unmanned.retailUsers2020', before: 'ccid.unmanned.retailUsers2017', years: 'ccid.unmanned.retailYears' },
  }),
  derived({
    id: 'ccid.microEconomy.socialYearlyGrowth',
    label: { zh: '社交电商市场的年均增长率（2018年至2021年）', en: 'Growth of the market of social e-commerce, a year (2018 to 2021)' },
    unit: 'ratio',
    scope: { period: '2018/2021', entity: 'china' },
    digits: 3,
    percent: true,
    formula: yearlyGrowth,
    of: {
      after: 'ccid.microEconomy.socialMarket2021',
      before: 'ccid.microEconomy.socialMarket2018',
      years: 'ccid.microEconomy.socialYears',
    },
  }),
  derived({
    id: 'ccid.flexible.market2025',
    label: { zh: '灵活用工市场规模（2025年），由年均增长率推出', en: 'Market of flexible staffing (2025), from its growth a year' },
    unit: 'yuan',
    scope: { period: '2025', entity: 'china' },
    digits: 3,
    formula: afterYears,
    of: { start: 'ccid.flexible.market2018', growth: 'ccid.flexible.growth', years: 'ccid.flexible.years' },
  }),
]

/** How many times as many there are, where it is said by how many times they grew. */
const times = [
  derived({
    id: 'ccid.onlineMedicine.newUsersTimes',
    label: { zh: '平安好医生新注册用户相当于原来的倍数，照字面', en: 'New users at Ping An Good Doctor against before, word for word' },
    unit: 'ratio',
    scope: { period: '2020', entity: 'ping-an-good-doctor' },
    digits: 2,
    formula: growthFactor,
    of: { growth: 'ccid.onlineMedicine.newUsersGrowth' },
  }),
  derived({
    id: 'ccid.onlineMedicine.visitsTimes',
    label: { zh: '阿里健康日访问量相当于原来的倍数，照字面', en: 'Daily visits at Ali Health against before, word for word' },
    unit: 'ratio',
    scope: { period: '2020', entity: 'alihealth' },
    digits: 2,
    formula: growthFactor,
    of: { growth: 'ccid.onlineMedicine.visitsGrowth' },
  }),
]

/** The growth of the men’s turnover, by either reading of “three tenths more”. */
const men = [
  derived({
    id: 'ccid.microEconomy.menGrowthByPoints',
    label: {
      zh: '淘宝男性店主交易额的增幅，若高出的是百分点',
      en: 'Growth of the turnover of men on Taobao, if women exceed it by percentage points',
    },
    unit: 'ratio',
    scope: { period: '2014/2018', entity: 'taobao' },
    digits: 2,
    percent: true,
    formula: remainder,
    of: { whole: 'ccid.microEconomy.womenTurnoverGrowth', part: 'ccid.microEconomy.womenAhead' },
  }),
  derived({
    id: 'ccid.microEconomy.menGrowthByRatio',
    label: {
      zh: '淘宝男性店主交易额的增幅，若高出的是男性增幅的三成',
      en: 'Growth of the turnover of men on Taobao, if women exceed it by three tenths of itself',
    },
    unit: 'ratio',
    scope: { period: '2014/2018', entity: 'taobao' },
    digits: 2,
    percent: true,
    formula: beforeGrowth,
    of: { amount: 'ccid.microEconomy.womenTurnoverGrowth', growth: 'ccid.microEconomy.womenAhead' },
  }),
]

/** What the effects of digital transformation come to together, if both happen to one firm. */
const together = (
  [
    ['manufacturing', { zh: '制造企业', en: 'Manufacturers' }],
    ['logistics', { zh: '物流服务业', en: 'Logistics firms' }],
    ['retail', { zh: '零售业', en: 'Retailers' }],
  ] as const
).map(([id, who]) =>
  derived({
    id: `ccid.transformation.${id}CostPerRevenue`,
    label: {
      zh: `${who.zh}：每元营收的成本相当于转型前的比重`,
      en: `${who.en}: cost of a yuan of revenue, against before the transformation`,
    },
    short: who,
    unit: 'ratio',
    scope: { period: '2020', entity: 'world' },
    digits: 3,
    percent: true,
    formula: costPerRevenue,
    of: { reduction: `ccid.transformation.${id}Costs`, growth: `ccid.transformation.${id}Revenue` },
  }),
)

/** What the white paper’s amounts and rates imply of each other. */
export const ccidGrowth = [...bases, ...wholes, ...overYears, ...times, ...men, ...together]
