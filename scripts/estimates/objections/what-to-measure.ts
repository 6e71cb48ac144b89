import { clusterDesignEffect } from '../../formulas/cluster-design-effect.ts'
import { expectedOnBoth } from '../../formulas/expected-on-both.ts'
import { derived } from '../../ledger/figures/derived.ts'
import { grown } from '../../ledger/formulas/grown.ts'
import { product } from '../../ledger/formulas/product.ts'
import { ratio } from '../../ledger/formulas/ratio.ts'
import { share } from '../../ledger/formulas/share.ts'
import { sum } from '../../ledger/formulas/sum.ts'
import type { Bilingual, Scope } from '../../ledger/types.ts'
import {
  chapmanError,
  chapmanErrorTex,
  chapmanTotal,
  chapmanTotalTex,
  listsForError,
  listsForErrorTex,
} from '../../methods/capture-recapture.ts'
import { criticalErrors, criticalErrorsTex, normalQuantile, normalQuantileTex } from '../../methods/normal-quantile.ts'
import {
  clustersFor,
  clustersForTex,
  detectableDifference,
  detectableDifferenceTex,
  recruitsFor,
  recruitsForTex,
  sampleForMeans,
  sampleForMeansTex,
  sampleForProportions,
  sampleForProportionsTex,
  shareDeviation,
  shareDeviationTex,
} from '../../methods/sample-size.ts'

const country = { period: '2022', entity: 'china' } as const
const counties = { period: '2022', entity: 'china-counties' } as const
const centres = { period: '2022', entity: 'county-service' } as const
const bank = { period: '2022-06', entity: 'mybank' } as const
const zhima = { period: '2022', entity: 'zhima' } as const
const xiaogu = { period: '2025-01', entity: 'xiaogu' } as const

/** The level and the power that every comparison here is reckoned for. */
const errors = { criticalErrors: 'design.errors.significance', powerErrors: 'design.errors.power' } as const

/** How many each group takes to tell two shares apart. */
const tellingShares = (given: {
  readonly id: string
  readonly scope: Scope
  readonly label: Bilingual
  readonly short?: Bilingual
  readonly before: string
  readonly after: string
  readonly designEffect?: string
}) => {
  const { before, after, designEffect, ...words } = given
  return derived({
    ...words,
    unit: 'count',
    digits: 4,
    formula: sampleForProportions,
    of: { before, after, ...errors, ...(designEffect ? { designEffect } : {}) },
    tex: sampleForProportionsTex,
  })
}

const recruits = (id: string, scope: Scope, label: Bilingual, sample: string) =>
  derived({
    id,
    label,
    unit: 'count',
    scope,
    digits: 4,
    formula: recruitsFor,
    of: { sample, lost: 'design.assumed.lost' },
    tex: recruitsForTex,
  })

/** A share after it has risen, or a number of them. */
const risen = (id: string, scope: Scope, label: Bilingual, terms: readonly string[], digits: number) =>
  derived({ id, label, unit: 'ratio', scope, digits, percent: true, formula: sum, of: { terms } })

const county = [
  derived({
    id: 'design.county.effect',
    label: {
      zh: '一个县域中心的就业占全县劳动年龄居民的比重',
      en: 'Employment of one county centre as a share of the county’s residents of working age',
    },
    unit: 'ratio',
    scope: counties,
    digits: 2,
    percent: true,
    formula: share,
    of: { part: 'ant.mulan.employedPerCentre', whole: 'design.assumed.residents' },
    note: {
      zh: '中心的就业按蚂蚁报告的累计数平均，当作全是新增，是往高里估。',
      en: 'The centre’s employment is the mean of what the Ant study counts so far, all of it taken as new, which is the most it could be.',
    },
  }),
  risen(
    'design.county.after',
    counties,
    { zh: '有中心的县的就业比重', en: 'Share employed in a county with a centre' },
    ['design.assumed.employed', 'design.county.effect'],
    5,
  ),
  derived({
    id: 'design.county.designEffect',
    label: { zh: '按县成组抽样的设计效应', en: 'Design effect of asking people by county' },
    unit: 'ratio',
    scope: counties,
    digits: 3,
    formula: clusterDesignEffect,
    of: { clusterSize: 'design.assumed.asked', correlation: 'design.assumed.alike' },
  }),
  tellingShares({
    id: 'design.county.sample',
    scope: counties,
    label: {
      zh: '看见一个中心对全县就业的影响，每组所需的居民',
      en: 'Residents that each group takes to see what one centre does to a county’s employment',
    },
    short: { zh: '开中心，看全县', en: 'centres, whole county' },
    before: 'design.assumed.employed',
    after: 'design.county.after',
    designEffect: 'design.county.designEffect',
  }),
  derived({
    id: 'design.county.counties',
    label: { zh: '同上，每组所需的县', en: 'Counties that each group takes for it' },
    unit: 'count',
    scope: counties,
    digits: 3,
    formula: clustersFor,
    of: { sample: 'design.county.sample', clusterSize: 'design.assumed.asked' },
    tex: clustersForTex,
  }),
  derived({
    id: 'design.county.asked',
    label: { zh: '与现有客服中心同样多的县里调查的居民', en: 'Residents asked in as many counties as there are service centres' },
    unit: 'count',
    scope: counties,
    digits: 4,
    formula: product,
    of: { amount: 'design.assumed.asked', times: 'county.programmes.serviceCentres' },
  }),
  derived({
    id: 'design.county.deviation',
    label: { zh: '居民就业与否的标准差', en: 'Standard deviation of being employed between residents' },
    unit: 'ratio',
    scope: counties,
    digits: 2,
    formula: shareDeviation,
    of: { share: 'design.assumed.employed' },
    tex: shareDeviationTex,
  }),
  derived({
    id: 'design.county.detectable',
    label: {
      zh: '这么多县开、同样多的县不开，看得见的就业比重之差',
      en: 'Difference in the share employed that so many counties with and so many without a centre can show',
    },
    unit: 'ratio',
    scope: counties,
    digits: 2,
    percent: true,
    formula: detectableDifference,
    of: { deviation: 'design.county.deviation', sample: 'design.county.asked', ...errors, designEffect: 'design.county.designEffect' },
    tex: detectableDifferenceTex,
  }),
  derived({
    id: 'design.county.jobs',
    label: { zh: '看得见的差相当于每县的就业', en: 'The same difference in people employed, a county' },
    unit: 'person',
    scope: { ...counties, measure: 'head-count' },
    digits: 2,
    formula: product,
    of: { amount: 'design.assumed.residents', times: 'design.county.detectable' },
  }),
  derived({
    id: 'design.county.jobsToCentre',
    label: { zh: '看得见的就业相当于一个中心的倍数', en: 'Employment that can be seen, over that of one centre' },
    unit: 'ratio',
    scope: counties,
    digits: 2,
    formula: ratio,
    of: { after: 'design.county.jobs', before: 'ant.mulan.employedPerCentre' },
  }),
]

const records = [
  derived({
    id: 'design.records.counties',
    label: {
      zh: '用全体居民的记录、与本县上一年相比，看见一个中心的影响，每组所需的县',
      en: 'Counties that each group takes to see what one centre does, with records of all residents and against the year before',
    },
    short: { zh: '开中心，用全员记录（县）', en: 'centres, by records (counties)' },
    unit: 'count',
    scope: counties,
    digits: 3,
    formula: sampleForMeans,
    of: { difference: 'design.county.effect', deviation: 'design.assumed.countyChange', ...errors },
    tex: sampleForMeansTex,
  }),
  derived({
    id: 'design.records.detectable',
    label: {
      zh: '同样的记录，每组的县与客服中心同样多，看得见的差',
      en: 'Difference that such records show with as many counties in each group as there are service centres',
    },
    unit: 'ratio',
    scope: counties,
    digits: 2,
    percent: true,
    formula: detectableDifference,
    of: { deviation: 'design.assumed.countyChange', sample: 'county.programmes.serviceCentres', ...errors },
    tex: detectableDifferenceTex,
  }),
  derived({
    id: 'design.records.toCentre',
    label: { zh: '这个差相当于一个中心的倍数', en: 'That difference, over what one centre may come to' },
    unit: 'ratio',
    scope: counties,
    digits: 2,
    formula: ratio,
    of: { after: 'design.records.detectable', before: 'design.county.effect' },
  }),
]

const applicants = [
  risen(
    'design.applicants.after',
    centres,
    { zh: '抽中的申请人一年后的就业比重', en: 'Applicants who drew a place and are employed a year later' },
    ['design.assumed.applicantsEmployed', 'design.assumed.applicantsGain'],
    2,
  ),
  tellingShares({
    id: 'design.applicants.sample',
    scope: centres,
    label: {
      zh: '看见中心对申请人就业的影响，每组所需的申请人',
      en: 'Applicants that each group takes to see what a centre does to their employment',
    },
    short: { zh: '抽签录取申请人', en: 'places by lot' },
    before: 'design.assumed.applicantsEmployed',
    after: 'design.applicants.after',
  }),
  recruits(
    'design.applicants.recruits',
    centres,
    { zh: '同上，连同失访的', en: 'The same, with those who will be lost from sight' },
    'design.applicants.sample',
  ),
]

const loans = [
  derived({
    id: 'design.loans.effect',
    label: {
      zh: '抽中可贷者的用工之差，照蚂蚁报告的系数与该行户均余额',
      en: 'Difference in employment by an offer, at the Ant study’s coefficient and the bank’s mean balance',
    },
    unit: 'ratio',
    scope: bank,
    digits: 2,
    formula: product,
    of: { amount: 'mybank.selfEmployedJobsPerMeanLoan', times: 'design.assumed.takeUp' },
    note: {
      zh: '以人计：每笔贷款稳定的就业，乘抽中者多借的比重。',
      en: 'In persons: what a loan keeps, times the share of those drawn who borrow because of it.',
    },
  }),
  derived({
    id: 'design.loans.sample',
    label: {
      zh: '看见贷款对个体工商户用工的影响，每组所需的申请者',
      en: 'Applicants that each group takes to see what loans do to employment in self-employed businesses',
    },
    short: { zh: '抽签放贷', en: 'loans by lot' },
    unit: 'count',
    scope: bank,
    digits: 4,
    formula: sampleForMeans,
    of: { difference: 'design.loans.effect', deviation: 'design.assumed.staffDeviation', ...errors },
    tex: sampleForMeansTex,
  }),
  derived({
    id: 'design.loans.ifAllBorrow',
    label: { zh: '同上，若抽中的都借、没有抽中的都不借', en: 'The same, if all who are drawn borrow and nobody else does' },
    unit: 'count',
    scope: bank,
    digits: 4,
    formula: sampleForMeans,
    of: { difference: 'mybank.selfEmployedJobsPerMeanLoan', deviation: 'design.assumed.staffDeviation', ...errors },
    tex: sampleForMeansTex,
  }),
  recruits(
    'design.loans.recruits',
    bank,
    { zh: '看见贷款的影响所需的申请者，连同失访的', en: 'Applicants for loans, with those who will be lost from sight' },
    'design.loans.sample',
  ),
]

const rate = (id: string, scope: Scope, label: Bilingual, start: string, growth: string, digits: number) =>
  derived({ id, label, unit: 'ratio', scope, digits, percent: true, formula: grown, of: { start, growth } })
const part = (id: string, label: Bilingual, amount: string, times: string, digits: number) =>
  derived({ id, label, unit: 'ratio', scope: zhima, digits, percent: true, formula: product, of: { amount, times } })

const hiring = [
  part(
    'design.hiring.effect',
    { zh: '录取转化率提升2.93%，合百分点', en: 'A gain of 2.93% in the rate of being hired, in points' },
    'ant.assumed.hiringBase',
    'ant.certificate.hiring',
    2,
  ),
  rate(
    'design.hiring.after',
    zhima,
    { zh: '有工作证时的录取转化率，若提升的是百分比', en: 'Rate of being hired with a work certificate, if the gain is in per cent' },
    'ant.assumed.hiringBase',
    'ant.certificate.hiring',
    4,
  ),
  tellingShares({
    id: 'design.hiring.sample',
    scope: zhima,
    label: {
      zh: '看见录取转化率的提升，若为百分比，每组所需的投递者',
      en: 'Applicants that each group takes to see the gain in being hired, if it is in per cent',
    },
    short: { zh: '工作证，百分比', en: 'certificate, per cent' },
    before: 'ant.assumed.hiringBase',
    after: 'design.hiring.after',
  }),
  risen(
    'design.hiring.afterPoints',
    zhima,
    { zh: '有工作证时的录取转化率，若提升的是百分点', en: 'Rate of being hired with a work certificate, if the gain is in points' },
    ['ant.assumed.hiringBase', 'ant.certificate.hiring'],
    4,
  ),
  tellingShares({
    id: 'design.hiring.sampleIfPoints',
    scope: zhima,
    label: {
      zh: '看见录取转化率的提升，若为百分点，每组所需的投递者',
      en: 'Applicants that each group takes to see the gain in being hired, if it is in points',
    },
    short: { zh: '工作证，百分点', en: 'certificate, points' },
    before: 'ant.assumed.hiringBase',
    after: 'design.hiring.afterPoints',
  }),
  part(
    'design.staying.before',
    { zh: '投递者一年后在岗的比重，没有工作证', en: 'Applicants hired and still there a year later, without a certificate' },
    'ant.assumed.hiringBase',
    'design.assumed.staying',
    2,
  ),
  part(
    'design.staying.after',
    { zh: '投递者一年后在岗的比重，有工作证', en: 'Applicants hired and still there a year later, with a certificate' },
    'design.hiring.after',
    'design.assumed.staying',
    4,
  ),
  tellingShares({
    id: 'design.staying.sample',
    scope: zhima,
    label: { zh: '看见一年后在岗之差，每组所需的投递者', en: 'Applicants that each group takes to see who is still there a year later' },
    short: { zh: '一年后仍在岗', en: 'still there after a year' },
    before: 'design.staying.before',
    after: 'design.staying.after',
  }),
  rate(
    'design.matching.halfMore',
    xiaogu,
    { zh: '匹配效率提升50%之后的录取转化率', en: 'Rate of being hired after a gain of 50% in matching' },
    'ant.assumed.hiringBase',
    'cass.matching.bees',
    2,
  ),
  tellingShares({
    id: 'design.matching.sample',
    scope: xiaogu,
    label: { zh: '看见匹配提升50%，每组所需的求职者', en: 'Seekers that each group takes to see a gain of 50% in matching' },
    short: { zh: '匹配效率提升', en: 'gain in matching' },
    before: 'ant.assumed.hiringBase',
    after: 'design.matching.halfMore',
  }),
  derived({
    id: 'design.matching.tenfold',
    label: { zh: '提升到十倍的人岗匹配率', en: 'Rate of matching after it has become tenfold' },
    unit: 'ratio',
    scope: xiaogu,
    digits: 2,
    percent: true,
    formula: product,
    of: { amount: 'design.assumed.matchBase', times: 'cass.adviser.matchRate' },
  }),
  tellingShares({
    id: 'design.matching.sampleOfTenfold',
    scope: xiaogu,
    label: {
      zh: '看见匹配率提升到十倍，每组所需的求职者',
      en: 'Seekers that each group takes to see a rate of matching ten times as high',
    },
    short: { zh: '匹配率十倍', en: 'matching tenfold' },
    before: 'design.assumed.matchBase',
    after: 'design.matching.tenfold',
  }),
]

const panel = [
  derived({
    id: 'design.panel.designEffect',
    label: { zh: '按城市与工作类别成组抽样的设计效应', en: 'Design effect of asking people by kind of work and city' },
    unit: 'ratio',
    scope: country,
    digits: 3,
    formula: clusterDesignEffect,
    of: { clusterSize: 'design.assumed.perCluster', correlation: 'design.assumed.clusterAlike' },
  }),
  derived({
    id: 'design.panel.sample',
    label: { zh: '看见每小时净报酬之差，每组所需的劳动者', en: 'Workers that each group takes to see the difference in net pay an hour' },
    short: { zh: '净报酬追踪调查', en: 'panel on net pay' },
    unit: 'count',
    scope: country,
    digits: 4,
    formula: sampleForMeans,
    of: {
      difference: 'design.assumed.payDifference',
      deviation: 'design.assumed.payDeviation',
      ...errors,
      designEffect: 'design.panel.designEffect',
    },
    tex: sampleForMeansTex,
  }),
  recruits(
    'design.panel.recruits',
    country,
    {
      zh: '追踪调查每组招募的劳动者，连同失访的',
      en: 'Workers taken into the panel for each group, with those who will be lost from sight',
    },
    'design.panel.sample',
  ),
  derived({
    id: 'design.panel.hours',
    label: { zh: '同一调查看得见的每周工时之差', en: 'Difference in hours a week that the same panel can show' },
    unit: 'hour',
    scope: country,
    digits: 2,
    formula: detectableDifference,
    of: { deviation: 'design.assumed.hoursDeviation', sample: 'design.panel.sample', ...errors, designEffect: 'design.panel.designEffect' },
    tex: detectableDifferenceTex,
  }),
  derived({
    id: 'design.panel.insuredDeviation',
    label: { zh: '有无社会保险的标准差', en: 'Standard deviation of having social insurance' },
    unit: 'ratio',
    scope: country,
    digits: 2,
    formula: shareDeviation,
    of: { share: 'design.assumed.insured' },
    tex: shareDeviationTex,
  }),
  derived({
    id: 'design.panel.insured',
    label: { zh: '同一调查看得见的参保比重之差', en: 'Difference in the share insured that the same panel can show' },
    unit: 'ratio',
    scope: country,
    digits: 2,
    percent: true,
    formula: detectableDifference,
    of: { deviation: 'design.panel.insuredDeviation', sample: 'design.panel.sample', ...errors, designEffect: 'design.panel.designEffect' },
    tex: detectableDifferenceTex,
  }),
]

const list = { first: 'design.overlap.list', second: 'design.overlap.list' } as const
const overlap = [
  derived({
    id: 'design.overlap.list',
    label: { zh: '从每个平台名册抽取的人', en: 'People drawn from each platform’s list' },
    short: { zh: '两份名册去重', en: 'two lists, matched' },
    unit: 'count',
    scope: country,
    digits: 4,
    formula: listsForError,
    of: { population: 'design.assumed.workers', relativeError: 'design.assumed.relativeError' },
    tex: listsForErrorTex,
  }),
  derived({
    id: 'design.overlap.both',
    label: { zh: '预期两份名册都有的人', en: 'People to be expected on both lists' },
    unit: 'count',
    scope: country,
    digits: 3,
    formula: expectedOnBoth,
    of: { ...list, population: 'design.assumed.workers' },
  }),
  derived({
    id: 'design.overlap.total',
    label: {
      zh: '由两份名册估计的人数，若互不相干',
      en: 'Number estimated from the two lists, if they have nothing to do with each other',
    },
    unit: 'count',
    scope: country,
    digits: 3,
    formula: chapmanTotal,
    of: { ...list, both: 'design.overlap.both' },
    tex: chapmanTotalTex,
  }),
  derived({
    id: 'design.overlap.error',
    label: { zh: '该人数的标准误', en: 'Standard error of that number' },
    unit: 'count',
    scope: country,
    digits: 2,
    formula: chapmanError,
    of: { ...list, both: 'design.overlap.both' },
    tex: chapmanErrorTex,
  }),
  derived({
    id: 'design.overlap.bothIfDependent',
    label: {
      zh: '两份名册都有的人，若在一个平台上的更可能也在另一个上',
      en: 'People on both lists, if those on one platform are likelier to be on the other',
    },
    unit: 'count',
    scope: country,
    digits: 3,
    formula: product,
    of: { amount: 'design.overlap.both', times: 'design.assumed.dependence' },
  }),
  derived({
    id: 'design.overlap.totalIfDependent',
    label: { zh: '那时由两份名册估计的人数', en: 'Number that the two lists would then give' },
    unit: 'count',
    scope: country,
    digits: 2,
    formula: chapmanTotal,
    of: { ...list, both: 'design.overlap.bothIfDependent' },
    tex: chapmanTotalTex,
  }),
]

/** What it would take to answer the questions that the studies leave open: sizes of samples, and what samples can show. */
export const whatToMeasure = [
  derived({
    id: 'design.errors.significance',
    label: { zh: '检验的临界值，以标准误计', en: 'Critical value of the test, in standard errors' },
    unit: 'ratio',
    scope: country,
    digits: 3,
    formula: criticalErrors,
    of: { significance: 'design.assumed.significance' },
    tex: criticalErrorsTex,
  }),
  derived({
    id: 'design.errors.power',
    label: { zh: '检验效能的分位数，以标准误计', en: 'Quantile of the power, in standard errors' },
    unit: 'ratio',
    scope: country,
    digits: 3,
    formula: normalQuantile,
    of: { probability: 'design.assumed.power' },
    tex: normalQuantileTex,
  }),
  ...county,
  ...records,
  ...applicants,
  ...loans,
  ...hiring,
  ...panel,
  ...overlap,
]
