import { logCut } from '../../formulas/log-cut.ts'
import { logGrowth } from '../../formulas/log-growth.ts'
import { logRatio } from '../../formulas/log-ratio.ts'
import { type Derived, derived } from '../../ledger/figures/derived.ts'
import { growthFactor } from '../../ledger/formulas/growth-factor.ts'
import { ratio } from '../../ledger/formulas/ratio.ts'
import { reductionFactor } from '../../ledger/formulas/reduction-factor.ts'
import type { Bilingual, Scope } from '../../ledger/types.ts'

interface Effect {
  /** Ends in “Effect”; the multiple that it is the logarithm of ends in “Times” instead. */
  readonly id: string
  readonly label: Bilingual
  readonly scope: Scope
}

/** All effects of the cases stand on one scale, the natural logarithm of after over before; less is below zero. */
const style = { unit: 'ratio', digits: 3 } as const
const timesOf = ({ id, label, scope }: Effect) => ({
  ...style,
  id: id.replace(/Effect$/, 'Times'),
  label: { zh: label.zh.replace('（对数比）', '（倍数）'), en: label.en.replace('(log ratio)', '(times the former)') },
  scope,
})

/** The effect where a source prints a value before and one after. */
const effect = ({ before, after, ...rest }: Effect & { readonly before: string; readonly after: string }): Derived[] => [
  derived({ ...rest, ...style, formula: logRatio, of: { after, before } }),
  derived({ ...timesOf(rest), formula: ratio, of: { after, before } }),
]

/** The effect where a source prints only a gain. */
const gain = ({ growth, ...rest }: Effect & { readonly growth: string }): Derived[] => [
  derived({ ...rest, ...style, formula: logGrowth, of: { growth } }),
  derived({ ...timesOf(rest), formula: growthFactor, of: { growth } }),
]

/** The effect where a source prints only a reduction. */
const loss = ({ reduction, ...rest }: Effect & { readonly reduction: string }): Derived[] => [
  derived({ ...rest, ...style, formula: logCut, of: { reduction } }),
  derived({ ...timesOf(rest), formula: reductionFactor, of: { reduction } }),
]

/** What changed in the cases, by how much: every pair of before and after, and every gain or reduction that is printed. */
export const effects = [
  effect({
    id: 'cases.smallBusinessCredit.creditLineEffect',
    label: { zh: '信用额度的效应（对数比）', en: 'Effect on the credit line (log ratio)' },
    scope: { period: '2016/2019', entity: 'mojia' },
    before: 'cases.smallBusinessCredit.creditLineBefore',
    after: 'cases.smallBusinessCredit.creditLineAfter',
  }),
  effect({
    id: 'cases.xinyiPicking.itemsPerHourEffect',
    label: { zh: '拣选效率的效应（对数比）', en: 'Effect on the picking rate (log ratio)' },
    scope: { period: '2020', entity: 'xinyi' },
    before: 'cases.xinyiPicking.itemsPerHourBefore',
    after: 'cases.xinyiPicking.itemsPerHourAfter',
  }),
  loss({
    id: 'cases.xinyiPicking.stepsEffect',
    label: { zh: '步数的效应（对数比）', en: 'Effect on steps walked (log ratio)' },
    scope: { period: '2020', entity: 'xinyi' },
    reduction: 'cases.xinyiPicking.stepsCut',
  }),
  loss({
    id: 'cases.xinyiPicking.labourCostEffect',
    label: { zh: '人力成本的效应（对数比）', en: 'Effect on labour cost (log ratio)' },
    scope: { period: '2020', entity: 'xinyi' },
    reduction: 'cases.xinyiPicking.labourCostCut',
  }),
  loss({
    id: 'cases.cementKiln.powerEffect',
    label: { zh: '电耗的效应（对数比）', en: 'Effect on power use (log ratio)' },
    scope: { period: '2020', entity: 'donghua-cement' },
    reduction: 'cases.cementKiln.powerCut',
  }),
  loss({
    id: 'cases.cementKiln.coalEffect',
    label: { zh: '煤耗的效应（对数比）', en: 'Effect on coal use (log ratio)' },
    scope: { period: '2020', entity: 'donghua-cement' },
    reduction: 'cases.cementKiln.coalCut',
  }),
  effect({
    id: 'cases.wasteIncineration.interventionsEffect',
    label: { zh: '人工操作次数的效应（对数比）', en: 'Effect on interventions (log ratio)' },
    scope: { period: '2020', entity: 'grandblue' },
    before: 'cases.wasteIncineration.interventionsBefore',
    after: 'cases.wasteIncineration.interventionsAfter',
  }),
  gain({
    id: 'cases.wasteIncineration.steamLowEffect',
    label: { zh: '蒸汽产量（低）的效应（对数比）', en: 'Effect on steam, low (log ratio)' },
    scope: { period: '2020', entity: 'grandblue' },
    growth: 'cases.wasteIncineration.steamGainLow',
  }),
  gain({
    id: 'cases.wasteIncineration.steamHighEffect',
    label: { zh: '蒸汽产量（高）的效应（对数比）', en: 'Effect on steam, high (log ratio)' },
    scope: { period: '2020', entity: 'grandblue' },
    growth: 'cases.wasteIncineration.steamGainHigh',
  }),
  gain({
    id: 'cases.wasteIncineration.stabilityEffect',
    label: { zh: '蒸汽稳定性的效应（对数比）', en: 'Effect on the steadiness of steam (log ratio)' },
    scope: { period: '2020', entity: 'grandblue' },
    growth: 'cases.wasteIncineration.stabilityGain',
  }),
  effect({
    id: 'cases.epilepsyEeg.reportLowEffect',
    label: { zh: '完成报告所用时间（由少者算起）的效应（对数比）', en: 'Effect on time to the report, from the low end (log ratio)' },
    scope: { period: '2020', entity: 'alihealth' },
    before: 'cases.epilepsyEeg.readingLow',
    after: 'cases.epilepsyEeg.reportTime',
  }),
  effect({
    id: 'cases.epilepsyEeg.reportHighEffect',
    label: { zh: '完成报告所用时间（由多者算起）的效应（对数比）', en: 'Effect on time to the report, from the high end (log ratio)' },
    scope: { period: '2020', entity: 'alihealth' },
    before: 'cases.epilepsyEeg.readingHigh',
    after: 'cases.epilepsyEeg.reportTime',
  }),
  effect({
    id: 'cases.epilepsyEeg.engineLowEffect',
    label: { zh: '引擎处理时间（由少者算起）的效应（对数比）', en: 'Effect on time by the engine alone, from the low end (log ratio)' },
    scope: { period: '2020', entity: 'alihealth' },
    before: 'cases.epilepsyEeg.readingLow',
    after: 'cases.epilepsyEeg.engineTime',
  }),
  effect({
    id: 'cases.epilepsyEeg.engineHighEffect',
    label: { zh: '引擎处理时间（由多者算起）的效应（对数比）', en: 'Effect on time by the engine alone, from the high end (log ratio)' },
    scope: { period: '2020', entity: 'alihealth' },
    before: 'cases.epilepsyEeg.readingHigh',
    after: 'cases.epilepsyEeg.engineTime',
  }),
  effect({
    id: 'cases.zhejiangGovernment.responseEffect',
    label: { zh: '闭环时间的效应（对数比）', en: 'Effect on response time (log ratio)' },
    scope: { period: '2020', entity: 'zhejiang' },
    before: 'cases.zhejiangGovernment.responseBefore',
    after: 'cases.zhejiangGovernment.responseAfter',
  }),
  // The study of Ant Group.
  gain({
    id: 'cases.workCertificate.completenessEffect',
    label: { zh: '简历完善度的效应（对数比）', en: 'Effect on the completeness of résumés (log ratio)' },
    scope: { period: '2022', entity: 'zhima' },
    growth: 'ant.certificate.completeness',
  }),
  gain({
    id: 'cases.workCertificate.chosenEffect',
    label: { zh: '被选购的效应（对数比）', en: 'Effect on being chosen (log ratio)' },
    scope: { period: '2022', entity: 'zhima' },
    growth: 'ant.certificate.chosenMore',
  }),
  gain({
    id: 'cases.workCertificate.searchEffect',
    label: { zh: '找工作的效率的效应（对数比）', en: 'Effect on the efficiency of looking for work (log ratio)' },
    scope: { period: '2022', entity: 'zhima' },
    growth: 'ant.certificate.searchEfficiency',
  }),
  gain({
    id: 'cases.workCertificate.applicationsEffect',
    label: { zh: '投递率的效应（对数比）', en: 'Effect on the rate of applying (log ratio)' },
    scope: { period: '2022', entity: 'zhima' },
    growth: 'ant.certificate.applications',
  }),
  gain({
    id: 'cases.workCertificate.hiringEffect',
    label: { zh: '录取转化率的效应（对数比）', en: 'Effect on the rate of being hired (log ratio)' },
    scope: { period: '2022', entity: 'zhima' },
    growth: 'ant.certificate.hiring',
  }),
  // The study of the Academy. “提升N倍”, up N times, is by the letter N times more, and so N + 1 times as much; often no more
  // than N times as much is meant. Where no base is given nothing decides it, so both readings are the ends of a range.
  effect({
    id: 'cases.digitalAdviser.searchLowEffect',
    label: { zh: '求职效率（增至若干倍）的效应（对数比）', en: 'Effect on the efficiency of seeking work, to so many times (log ratio)' },
    scope: { period: '2025-01', entity: 'xiaogu' },
    before: 'cass.one.whole',
    after: 'cass.adviser.efficiency',
  }),
  gain({
    id: 'cases.digitalAdviser.searchHighEffect',
    label: { zh: '求职效率（增加若干倍）的效应（对数比）', en: 'Effect on the efficiency of seeking work, by so many times (log ratio)' },
    scope: { period: '2025-01', entity: 'xiaogu' },
    growth: 'cass.adviser.efficiency',
  }),
  effect({
    id: 'cases.paidByTheDay.hiredLowEffect',
    label: {
      zh: '投递后就业的人数（增至若干倍）的效应（对数比）',
      en: 'Effect on those hired after applying, to so many times (log ratio)',
    },
    scope: { period: '2024', entity: 'alipay' },
    before: 'cass.one.whole',
    after: 'cass.dayPay.hired',
  }),
  gain({
    id: 'cases.paidByTheDay.hiredHighEffect',
    label: {
      zh: '投递后就业的人数（增加若干倍）的效应（对数比）',
      en: 'Effect on those hired after applying, by so many times (log ratio)',
    },
    scope: { period: '2024', entity: 'alipay' },
    growth: 'cass.dayPay.hired',
  }),
  gain({
    id: 'cases.paidByTheDay.retentionEffect',
    label: { zh: '次月留存率的效应（对数比）', en: 'Effect on retention in the following month (log ratio)' },
    scope: { period: '2024', entity: 'alipay' },
    growth: 'cass.dayPay.retention',
  }),
  loss({
    id: 'cases.recruitmentCosts.checksEffect',
    label: { zh: '查验健康证等费用的效应（对数比）', en: 'Effect on the cost of checking certificates of health (log ratio)' },
    scope: { period: '2024', entity: 'delivery' },
    reduction: 'cass.cost.checksSaved',
  }),
].flat()
