import { filmJobs } from '../../formulas/film-jobs.ts'
import { indirectJobs } from '../../formulas/indirect-jobs.ts'
import { turnoverShare } from '../../formulas/turnover-share.ts'
import { derived } from '../../ledger/figures/derived.ts'
import { grown } from '../../ledger/formulas/grown.ts'
import { share } from '../../ledger/formulas/share.ts'
import { sum } from '../../ledger/formulas/sum.ts'

const alibaba2018 = { period: '2018', entity: 'alibaba', measure: 'opportunities' } as const
const ratio2018 = { period: '2018', entity: 'alibaba' } as const

/** Online services: food delivery and film tickets, each by its share of the industry's turnover, and the multiplier on both. */
export const cateringAndFilm = [
  derived({
    id: 'services.catering.industryJobs2018',
    label: { zh: '餐饮业从业人员（2018年，推算）', en: 'Employment in catering (2018, estimated)' },
    unit: 'person',
    scope: { period: '2018', entity: 'china', measure: 'head-count' },
    digits: 5,
    formula: grown,
    of: { start: 'services.catering.industryJobs2016', growth: 'services.catering.employmentGrowth' },
  }),
  derived({
    id: 'services.catering.turnoverShare',
    label: { zh: '平台外卖占全国餐饮收入的比重（2018年）', en: 'Platform delivery as a share of national catering revenue (2018)' },
    unit: 'ratio',
    scope: ratio2018,
    digits: 3,
    percent: true,
    formula: share,
    of: { part: 'services.catering.turnover', whole: 'services.catering.industryTurnover' },
  }),
  derived({
    id: 'services.catering.directJobs',
    label: { zh: '外卖餐饮直接带动的就业机会', en: 'Direct job opportunities in food delivery' },
    unit: 'person',
    scope: { ...alibaba2018, reach: 'direct' },
    formula: turnoverShare,
    of: {
      platformTurnover: 'services.catering.turnover',
      industryTurnover: 'services.catering.industryTurnover',
      industryJobs: 'services.catering.industryJobs2018',
    },
  }),

  derived({
    id: 'services.film.industryJobs2018',
    label: { zh: '电影行业从业人员（2018年，推算）', en: 'Employment in film (2018, estimated)' },
    unit: 'person',
    scope: { period: '2018', entity: 'china', measure: 'head-count' },
    formula: filmJobs,
    of: {
      earlierJobs: 'services.film.broadcastingAndFilmJobs2013',
      boxOffice: 'services.film.boxOffice',
      earlierBoxOffice: 'services.film.boxOffice2013',
      broadcastingJobs: 'services.film.broadcastingJobs2018',
    },
  }),
  derived({
    id: 'services.film.turnoverShare',
    label: { zh: '平台票务占全国票房的比重', en: 'Platform tickets as a share of the national box office' },
    unit: 'ratio',
    scope: ratio2018,
    digits: 3,
    percent: true,
    formula: share,
    of: { part: 'services.film.turnover', whole: 'services.film.boxOffice' },
  }),
  derived({
    id: 'services.film.directJobs',
    label: { zh: '电影票务直接带动的就业机会', en: 'Direct job opportunities in film ticketing' },
    unit: 'person',
    scope: { ...alibaba2018, reach: 'direct' },
    formula: turnoverShare,
    of: {
      platformTurnover: 'services.film.turnover',
      industryTurnover: 'services.film.boxOffice',
      industryJobs: 'services.film.industryJobs2018',
    },
  }),

  derived({
    id: 'services.online.directJobs',
    label: { zh: '线上服务交易型：直接就业机会', en: 'Online services: direct job opportunities' },
    unit: 'person',
    scope: { ...alibaba2018, reach: 'direct' },
    digits: 5,
    formula: sum,
    of: { terms: ['services.catering.directJobs', 'services.film.directJobs'] },
  }),
  derived({
    id: 'services.online.indirectJobs',
    label: { zh: '线上服务交易型：中间产出带动的就业机会', en: 'Online services: indirect job opportunities' },
    unit: 'person',
    scope: { ...alibaba2018, reach: 'indirect' },
    formula: indirectJobs,
    of: { directJobs: 'services.online.directJobs', multiplier: 'multiplier.report' },
  }),
  derived({
    id: 'services.online.jobs',
    label: { zh: '线上服务交易型就业机会合计', en: 'Online services: all job opportunities' },
    unit: 'person',
    scope: { ...alibaba2018, reach: 'total' },
    digits: 3,
    formula: sum,
    of: { terms: ['services.online.directJobs', 'services.online.indirectJobs'] },
  }),

  // The study rounds each result before it goes on; on these rounded numbers its own steps can be judged.
  derived({
    id: 'services.steps.directJobs',
    label: {
      zh: '线上服务交易型直接就业机会（以原报告舍入之后的数相加）',
      en: 'Online services, direct opportunities, from the numbers as rounded',
    },
    unit: 'person',
    scope: { ...alibaba2018, reach: 'direct' },
    digits: 5,
    formula: sum,
    of: { terms: ['services.asPrinted.cateringDirectJobs', 'services.asPrinted.filmDirectJobs'] },
  }),
  derived({
    id: 'services.steps.indirectJobs',
    label: {
      zh: '线上服务交易型间接就业机会（以原报告舍入之后的数相乘）',
      en: 'Online services, indirect opportunities, from the numbers as rounded',
    },
    unit: 'person',
    scope: { ...alibaba2018, reach: 'indirect' },
    formula: indirectJobs,
    of: { directJobs: 'services.asPrinted.directJobs', multiplier: 'services.asPrinted.multiplier' },
  }),
  derived({
    id: 'services.steps.jobs',
    label: {
      zh: '线上服务交易型就业机会合计（以原报告舍入之后的数相加）',
      en: 'Online services, all opportunities, from the numbers as rounded',
    },
    unit: 'person',
    scope: { ...alibaba2018, reach: 'total' },
    formula: sum,
    of: { terms: ['services.asPrinted.directJobs', 'services.asPrinted.indirectJobs'] },
  }),
]
