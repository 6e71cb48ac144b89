import { derived } from '../../ledger/figures/derived.ts'
import { count } from '../../ledger/formulas/count.ts'
import { share } from '../../ledger/formulas/share.ts'
import { sum } from '../../ledger/formulas/sum.ts'
import type { Bilingual, Measure, Scope } from '../../ledger/types.ts'

const alibaba2019 = { period: '2019', entity: 'alibaba' } as const
const everything: Scope = { ...alibaba2019, reach: 'total', measure: 'mixed' }

/** A part of the total, and its share. `parts` are figures that count no one twice. */
const part = (id: string, label: Bilingual, parts: readonly string[], scope: Scope, digits = 4) => [
  derived({ id, label, unit: 'person', scope, digits, formula: sum, of: { terms: parts } }),
  shareOf(id, label),
]

const shareOf = (id: string, label: Bilingual) =>
  derived({
    id: `${id}Share`,
    label: { zh: `${label.zh}占总数的比重`, en: `${label.en}: share of the total` },
    unit: 'ratio',
    scope: alibaba2019,
    digits: 3,
    percent: true,
    formula: share,
    of: { part: id, whole: 'total.jobs' },
  })

const modules = ['retail.jobs', 'services.jobs', 'entertainment.jobs', 'infrastructure.jobs']

const counted = (measure: Measure): Scope => ({ ...everything, measure })

/** The total, and what it adds up: by module, by type of employment, by reach, by measure, by period and by evidence. */
export const total = [
  derived({
    id: 'total.jobs',
    label: { zh: '阿里巴巴生态就业机会总数', en: 'All job opportunities of the Alibaba ecosystem' },
    unit: 'person',
    scope: everything,
    formula: sum,
    of: { terms: modules },
  }),
  derived({
    id: 'total.moduleCount',
    label: { zh: '模块数', en: 'Modules' },
    unit: 'count',
    scope: alibaba2019,
    digits: 1,
    formula: count,
    of: { all: modules },
  }),

  // The four modules' shares.
  shareOf('retail.jobs', { zh: '零售平台', en: 'Retail platforms' }),
  shareOf('services.jobs', { zh: '服务新消费平台', en: 'Service platforms' }),
  shareOf('entertainment.jobs', { zh: '大文娱平台', en: 'Entertainment platforms' }),
  shareOf('infrastructure.jobs', { zh: '互联网基础设施平台', en: 'Infrastructure platforms' }),

  // The five types of table 2.1. Merchant display is described and not counted. Entertainment is put whole under
  // direct employment, where table 2.1 lists UC, which is nearly all of it.
  ...part(
    'types.goods',
    { zh: '实物商品交易型', en: 'Trade in goods' },
    ['retail.directJobs', 'retail.indirectJobs'],
    counted('opportunities'),
  ),
  ...part('types.labour', { zh: '线上劳务交易型', en: 'Online labour' }, ['services.riders'], counted('head-count'), 3),
  ...part(
    'types.services',
    { zh: '线上服务交易型', en: 'Online services' },
    ['services.online.directJobs', 'services.online.indirectJobs'],
    counted('opportunities'),
  ),
  ...part(
    'types.direct',
    { zh: '互联网企业直接就业型', en: 'Direct employment by internet companies' },
    ['services.staff.jobs', 'entertainment.jobs', 'infrastructure.jobs'],
    everything,
  ),

  // Direct and indirect.
  ...part(
    'total.indirectJobs',
    { zh: '乘数带动的间接就业机会', en: 'Indirect opportunities, added by the multiplier' },
    ['retail.indirectJobs', 'services.online.indirectJobs'],
    { ...counted('opportunities'), reach: 'indirect' },
  ),
  ...part(
    'total.directJobs',
    { zh: '直接就业机会', en: 'Direct opportunities' },
    [
      'retail.directJobs',
      'services.riders',
      'services.online.directJobs',
      'services.staff.jobs',
      'entertainment.jobs',
      'infrastructure.jobs',
    ],
    { ...everything, reach: 'direct' },
  ),

  // What is being counted.
  ...part(
    'measures.opportunities',
    { zh: '按“就业机会”计', en: 'Counted as opportunities' },
    ['retail.jobs', 'services.online.jobs'],
    counted('opportunities'),
  ),
  ...part(
    'measures.headCount',
    { zh: '按人数计，有的不论有无收入', en: 'Counted as heads, some whether or not they earned' },
    ['services.riders', 'services.staff.jobs', 'entertainment.jobs', 'infrastructure.dingtalk'],
    counted('head-count'),
  ),
  ...part(
    'measures.personTimes',
    { zh: '按累计人次计', en: 'Counted as person-times' },
    ['infrastructure.ant'],
    { ...counted('person-times'), period: '2004/2020' },
    3,
  ),
  ...part('measures.posts', { zh: '按岗位计', en: 'Counted as posts' }, ['infrastructure.cainiao'], counted('posts'), 3),

  // Which time the counts speak of.
  ...part(
    'periods.year2019',
    { zh: '2019年或未注明', en: '2019, or no year given' },
    ['retail.jobs', 'services.staff.jobs', 'entertainment.jobs', 'infrastructure.cainiao', 'infrastructure.dingtalk'],
    everything,
  ),
  ...part('periods.year2018', { zh: '2018年', en: '2018' }, ['services.online.jobs'], { ...counted('opportunities'), period: '2018' }),
  ...part(
    'periods.halfYear2019',
    { zh: '2019年上半年', en: 'First half of 2019' },
    ['services.riders'],
    { ...counted('head-count'), period: '2019-01/2019-06' },
    3,
  ),
  ...part(
    'periods.since2004',
    { zh: '2004年以来累计', en: 'Accumulated since 2004' },
    ['infrastructure.ant'],
    { ...counted('person-times'), period: '2004/2020' },
    3,
  ),

  // What the number rests on.
  ...part(
    'evidence.withheld',
    { zh: '依据未公开样本的回归及其乘数', en: 'Rests on a regression whose data are withheld' },
    ['retail.jobs'],
    counted('opportunities'),
  ),
  ...part(
    'evidence.recomputed',
    { zh: '由公开统计与企业提供的交易额复算', en: 'Recomputed from public statistics and company-supplied turnover' },
    ['services.online.jobs'],
    counted('opportunities'),
  ),
  ...part(
    'evidence.stated',
    { zh: '企业提供或调研所得的数', en: 'Supplied by the companies or found in interviews' },
    ['services.riders', 'services.staff.jobs', 'entertainment.jobs', 'infrastructure.jobs'],
    everything,
  ),
]
