import { type Derived, derived } from '../../ledger/figures/derived.ts'
import { remainder } from '../../ledger/formulas/remainder.ts'
import { share } from '../../ledger/formulas/share.ts'
import { sum } from '../../ledger/formulas/sum.ts'
import type { Bilingual } from '../../ledger/types.ts'

/** A number against all employed in China in its year: how large it is, whether or not it counts persons. */
const ofEmployed = (id: string, part: string, year: '2019' | '2022', { zh, en }: Bilingual, digits = 2): Derived =>
  derived({
    id: `scale.${id}`,
    label: { zh: `${zh}相当于${year}年全部就业的比重`, en: `${en}, against all employed in ${year}` },
    unit: 'ratio',
    scope: { period: year, entity: 'china', measure: 'mixed' },
    digits,
    percent: true,
    formula: share,
    of: { part, whole: `employment.y${year}.all` },
  })

/** The estimates of the five studies on one scale, that of all employed in the year of each. The ends of a range are those that the studies' own data leave. */
export const scale = [
  ofEmployed('alibaba', 'total.jobs', '2019', { zh: '阿里巴巴生态的就业机会', en: 'Opportunities in Alibaba’s ecosystem' }),
  ofEmployed('alibabaLow', 'objections.totalAtOwnMultipliers', '2019', {
    zh: '阿里巴巴生态的就业机会，按各行业自己的乘数',
    en: 'Opportunities in Alibaba’s ecosystem, at each industry’s own multiplier',
  }),
  ofEmployed(
    'alibabaHigh',
    'objections.totalAtHead',
    '2019',
    { zh: '阿里巴巴生态的就业机会，若贸易居产业链之首', en: 'Opportunities in Alibaba’s ecosystem, with trade at the head of its chain' },
    3,
  ),
  ofEmployed('alibabaDirect', 'total.directJobs', '2019', {
    zh: '阿里巴巴生态的直接就业机会',
    en: 'Direct opportunities in Alibaba’s ecosystem',
  }),
  ofEmployed('alibabaHeads', 'measures.headCount', '2019', {
    zh: '阿里巴巴生态中按人计的部分',
    en: 'What is counted as people in Alibaba’s ecosystem',
  }),
  ofEmployed('selfEmployed', 'ccid.selfEmployed.selfEmployed2019', '2019', { zh: '个体就业', en: 'The self-employed' }),
  ofEmployed('socialSellers', 'ccid.selfEmployed.socialSellers2019', '2019', { zh: '社交电商从业者', en: 'People in social e-commerce' }),
  ofEmployed('sellers', 'ccid.microEconomy.sellers', '2019', { zh: '微商从业人员', en: 'Sellers through social media' }),
  derived({
    id: 'scale.antDirectLow',
    label: {
      zh: '蚂蚁直接带动的就业机会，服务商一项取区间下端',
      en: 'Opportunities directly led to by Ant, with providers at the low end of their interval',
    },
    unit: 'person',
    scope: { period: '2021-07/2022-06', entity: 'ant', reach: 'direct', measure: 'opportunities' },
    digits: 3,
    formula: remainder,
    of: { whole: 'antDirect.all.jobs', part: 'ant.sampling.margin' },
  }),
  derived({
    id: 'scale.antDirectHigh',
    label: {
      zh: '蚂蚁直接带动的就业机会，服务商一项取区间上端',
      en: 'Opportunities directly led to by Ant, with providers at the high end of their interval',
    },
    unit: 'person',
    scope: { period: '2021-07/2022-06', entity: 'ant', reach: 'direct', measure: 'opportunities' },
    digits: 3,
    formula: sum,
    of: { terms: ['antDirect.all.jobs', 'ant.sampling.margin'] },
  }),
  ofEmployed('antDirect', 'antDirect.all.jobs', '2022', { zh: '蚂蚁直接带动的就业机会', en: 'Opportunities directly led to by Ant' }),
  ofEmployed('antKept', 'antStable.all.anyShortage', '2022', { zh: '贷款所稳定的就业', en: 'Employment kept by loans' }),
  ofEmployed('antAddable', 'ant.beside.addable', '2022', {
    zh: '蚂蚁集团自身、服务商与折合全职的灵活用工',
    en: 'Ant’s group, its providers and flexible work in full-time equivalents',
  }),
  derived({
    id: 'scale.everythingAdded',
    label: {
      zh: '社科院报告前言与第一章的几个数，若硬要相加',
      en: 'Numbers of the CASS study’s preface and first chapter, were they added',
    },
    note: {
      zh: '只为说明为什么不能加：平台、行业与整个数字经济互相包含，时期与计量也不同。',
      en: 'Only to show why they must not be: platforms, a sector and the whole digital economy contain one another, and periods and measures differ.',
    },
    unit: 'person',
    scope: { period: '2021/2025', entity: 'china', measure: 'mixed' },
    digits: 3,
    formula: sum,
    of: {
      terms: [
        'platformClaims.commerce.number',
        'platformClaims.kuaishouOpportunities.number',
        'platformClaims.wechat.number',
        'platformClaims.alibaba.number',
        'platformClaims.ant.number',
        'cass.flexible.byStatistics',
        'cass.digitalEconomy.employed2025',
      ],
    },
  }),
  derived({
    id: 'scale.everythingOfEmployed',
    label: {
      zh: '几个数之和相当于2023年全部就业的比重',
      en: 'These numbers, added, against all employed in 2023',
    },
    unit: 'ratio',
    scope: { period: '2021/2025', entity: 'china', measure: 'mixed' },
    digits: 3,
    percent: true,
    formula: share,
    of: { part: 'scale.everythingAdded', whole: 'employment.y2023.all' },
  }),
]
