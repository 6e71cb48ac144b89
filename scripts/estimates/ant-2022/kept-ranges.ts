import { derived } from '../../ledger/figures/derived.ts'
import { cut } from '../../ledger/formulas/cut.ts'
import { remainder } from '../../ledger/formulas/remainder.ts'
import { share } from '../../ledger/formulas/share.ts'
import type { Bilingual } from '../../ledger/types.ts'
import { wilsonHigh, wilsonHighTex, wilsonLow, wilsonLowTex } from '../../methods/survey-proportion.ts'

const year = { period: '2021-07/2022-06', entity: 'mybank' } as const
const heads = { ...year, measure: 'head-count' } as const

/** What three ranges of one table say of each other: of all that is counted as kept, who could have held out how long. */
const bands = (row: 'smallFirms' | 'selfEmployed' | 'all', { zh, en }: Bilingual) => [
  derived({
    id: `ant.kept.${row}.beyondSixMonthsShare`,
    label: { zh: `${zh}：计为稳定而能支撑6个月以上的部分`, en: `${en}: part counted as kept that could hold out for six months or more` },
    short: { zh, en },
    unit: 'ratio',
    scope: year,
    digits: 3,
    percent: true,
    formula: cut,
    of: { after: `antStable.${row}.sixMonths`, before: `antStable.${row}.anyShortage` },
  }),
  derived({
    id: `ant.kept.${row}.threeOfSix`,
    label: { zh: `${zh}：支撑不到6个月者中支撑不到3个月的`, en: `${en}: own funds for less than 3 months, of those with less than 6` },
    short: { zh, en },
    unit: 'ratio',
    scope: year,
    digits: 3,
    percent: true,
    formula: share,
    of: { part: `antStable.${row}.threeMonths`, whole: `antStable.${row}.sixMonths` },
  }),
]

const counted = (row: 'smallFirms' | 'selfEmployed', { zh, en }: Bilingual) => [
  derived({
    id: `ant.kept.${row}.beyondSixMonths`,
    label: { zh: `${zh}：计为稳定而能支撑6个月以上的就业`, en: `${en}: counted as kept, could hold out for six months or more` },
    unit: 'person',
    scope: heads,
    digits: 3,
    formula: remainder,
    of: { whole: `antStable.${row}.anyShortage`, part: `antStable.${row}.sixMonths` },
  }),
  derived({
    id: `ant.kept.${row}.threeToSixMonths`,
    label: { zh: `${zh}：计为稳定而能支撑3至6个月的就业`, en: `${en}: counted as kept, could hold out for three to six months` },
    unit: 'person',
    scope: heads,
    digits: 3,
    formula: remainder,
    of: { whole: `antStable.${row}.sixMonths`, part: `antStable.${row}.threeMonths` },
  }),
]

/** The ends of a share's interval, were all returns of that kind its sample; it can only be smaller, and the interval wider. */
const ends = (row: 'smallFirms' | 'selfEmployed', column: 'sixMonths' | 'threeMonths', { zh, en }: Bilingual) => {
  const of = {
    share: `antStable.${row}Share.${column}`,
    sample: `ant.survey.${row}`,
    standardErrors: 'ant.assumed.standardErrors',
  } as const
  const plain = { unit: 'ratio', scope: year, digits: 3, percent: true } as const
  return [
    derived({
      id: `ant.kept.${row}.${column}Low`,
      label: { zh: `${zh}，区间下端（样本至多时）`, en: `${en}, low end of the interval at the largest sample` },
      ...plain,
      formula: wilsonLow,
      of,
      tex: wilsonLowTex,
    }),
    derived({
      id: `ant.kept.${row}.${column}High`,
      label: { zh: `${zh}，区间上端（样本至多时）`, en: `${en}, high end of the interval at the largest sample` },
      ...plain,
      formula: wilsonHigh,
      of,
      tex: wilsonHighTex,
    }),
  ]
}

const names = {
  smallFirms: { zh: '小微企业', en: 'Small and micro firms' },
  selfEmployed: { zh: '个体工商户', en: 'Self-employed businesses' },
  all: { zh: '合计', en: 'All' },
} as const

/** Table 3.1: one number in three ranges. What the narrower ones leave out is what a loan cannot have kept in the time. */
export const keptRanges = [
  ...bands('smallFirms', names.smallFirms),
  ...bands('selfEmployed', names.selfEmployed),
  ...bands('all', names.all),
  ...counted('smallFirms', names.smallFirms),
  ...counted('selfEmployed', names.selfEmployed),
  derived({
    id: 'ant.kept.threeToSixMonthsShare',
    label: { zh: '合计：能支撑3至6个月的部分', en: 'All: part that could hold out for three to six months' },
    unit: 'ratio',
    scope: year,
    digits: 3,
    percent: true,
    formula: share,
    of: { part: 'ant.kept.threeToSixMonths', whole: 'antStable.all.anyShortage' },
  }),
  derived({
    id: 'ant.kept.beyondThreeMonths',
    label: { zh: '最宽与最严口径之差', en: 'Between the widest range of the table and the narrowest' },
    unit: 'person',
    scope: heads,
    digits: 4,
    formula: remainder,
    of: { whole: 'antStable.all.anyShortage', part: 'antStable.all.threeMonths' },
  }),
  ...ends('smallFirms', 'sixMonths', { zh: '小微企业支撑不到6个月的比重', en: 'Small and micro firms with funds for less than 6 months' }),
  ...ends('smallFirms', 'threeMonths', {
    zh: '小微企业支撑不到3个月的比重',
    en: 'Small and micro firms with funds for less than 3 months',
  }),
  ...ends('selfEmployed', 'sixMonths', {
    zh: '个体工商户支撑不到6个月的比重',
    en: 'Self-employed businesses with funds for less than 6 months',
  }),
  ...ends('selfEmployed', 'threeMonths', {
    zh: '个体工商户支撑不到3个月的比重',
    en: 'Self-employed businesses with funds for less than 3 months',
  }),
]
