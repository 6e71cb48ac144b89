import { chanceAPeriod } from '../../formulas/chance-a-period.ts'
import { yearlyGrowth } from '../../formulas/yearly-growth.ts'
import { yearlyGrowthOfRatio } from '../../formulas/yearly-growth-of-ratio.ts'
import { derived } from '../../ledger/figures/derived.ts'
import type { Bilingual } from '../../ledger/types.ts'

const china = (period: string) => ({ period, entity: 'china' })

/** Growth a year of employment in a sector of table 1-1, over its nine years. */
const ofSector = (sector: string, label: Bilingual) =>
  derived({
    id: `cass.sectors.yearly.${sector}`,
    label,
    unit: 'ratio',
    scope: china('2014/2023'),
    digits: 3,
    percent: true,
    formula: yearlyGrowth,
    of: { after: `employment.y2023.${sector}`, before: `employment.y2014.${sector}`, years: 'cass.sectors.years' },
  })

/** The chance of work in each month that a printed rate of re-employment implies. */
const inAMonth = (id: string, period: string, happened: string, periods: string, label: Bilingual) =>
  derived({
    id: `cass.reemployment.${id}`,
    label,
    unit: 'ratio',
    scope: china(period),
    digits: 3,
    percent: true,
    formula: chanceAPeriod,
    of: { happened: `cass.reemployment.${happened}`, periods: `cass.reemployment.${periods}` },
  })

/** What the CASS study’s numbers over several years, or several months, come to in one. */
export const cassRates = [
  derived({
    id: 'cass.gig.yearly',
    label: { zh: '全球零工经济平均每年的增长', en: 'Growth of the gig economy worldwide, a year' },
    unit: 'ratio',
    scope: { period: '2021/2030', entity: 'world' },
    digits: 2,
    percent: true,
    formula: yearlyGrowth,
    of: { after: 'cass.gig.revenue2030', before: 'cass.gig.revenue2021', years: 'cass.gig.revenueYears' },
  }),
  derived({
    id: 'cass.gig.chineseYearly',
    label: { zh: '我国零工从业者平均每年的增长', en: 'Growth of the number of gig workers in China, a year' },
    unit: 'ratio',
    scope: china('2019/2035'),
    digits: 2,
    percent: true,
    formula: yearlyGrowth,
    of: { after: 'cass.gig.chineseForecast', before: 'cass.gig.chineseWorkers', years: 'cass.gig.chineseYears' },
  }),
  derived({
    id: 'cass.commerce.yearlyLiteral',
    label: {
      zh: '电商就业平均每年的增长，若“增长了1.6倍”照字面',
      en: 'Growth of e-commerce employment a year, by the letter of “1.6 times more”',
    },
    unit: 'ratio',
    scope: china('2014/2022'),
    digits: 3,
    percent: true,
    formula: yearlyGrowthOfRatio,
    of: { factor: 'cass.commerce.factor', years: 'cass.commerce.years' },
  }),
  derived({
    id: 'cass.commerce.yearlyLoose',
    label: { zh: '电商就业平均每年的增长，若意为增长到1.6倍', en: 'Growth of e-commerce employment a year, if 1.6 times as many is meant' },
    unit: 'ratio',
    scope: china('2014/2022'),
    digits: 3,
    percent: true,
    formula: yearlyGrowthOfRatio,
    of: { factor: 'cass.commerce.growth', years: 'cass.commerce.years' },
  }),
  derived({
    id: 'cass.digitalEconomy.yearly',
    label: { zh: '数字经济就业平均每年的增长（上限）', en: 'Growth of employment in the digital economy a year, at most' },
    unit: 'ratio',
    scope: china('2018/2025'),
    digits: 3,
    percent: true,
    formula: yearlyGrowthOfRatio,
    of: { factor: 'cass.digitalEconomy.doubled', years: 'cass.digitalEconomy.years' },
  }),
  derived({
    id: 'cass.manufacturing.yearly',
    label: { zh: '制造业就业平均每年的变动', en: 'Change of employment in manufacturing a year' },
    unit: 'ratio',
    scope: china('2013/2023'),
    digits: 2,
    percent: true,
    formula: yearlyGrowth,
    of: { after: 'cass.manufacturing.employed2023', before: 'cass.manufacturing.employed2013', years: 'cass.manufacturing.declineYears' },
  }),
  ofSector('all', { zh: '就业总人数平均每年的变动', en: 'Change of all employment a year' }),
  ofSector('primary', { zh: '第一产业就业平均每年的变动', en: 'Change of employment in the primary sector a year' }),
  ofSector('secondary', { zh: '第二产业就业平均每年的变动', en: 'Change of employment in the secondary sector a year' }),
  ofSector('tertiary', { zh: '第三产业就业平均每年的变动', en: 'Change of employment in the tertiary sector a year' }),
  inAMonth('monthly', '2022', 'halfYear', 'halfYearMonths', {
    zh: '每月找到工作的概率，由半年内的再就业率推出（2022年）',
    en: 'Chance of work in a month, from re-employment within half a year (2022)',
  }),
  inAMonth('monthlyBefore', '2012', 'halfYearBefore', 'halfYearMonths', {
    zh: '每月找到工作的概率，由半年内的再就业率推出（10年前）',
    en: 'Chance of work in a month, from re-employment within half a year (ten years before)',
  }),
  inAMonth('monthlyLater', '2022', 'laterOfStill', 'laterMonths', {
    zh: '第二至第六个月中每月找到工作的概率（2022年）',
    en: 'Chance of work in a month, from the second to the sixth (2022)',
  }),
  inAMonth('monthlyLaterBefore', '2012', 'laterOfStillBefore', 'laterMonths', {
    zh: '第二至第六个月中每月找到工作的概率（10年前）',
    en: 'Chance of work in a month, from the second to the sixth (ten years before)',
  }),
]
