import { derived } from '../../ledger/figures/derived.ts'
import { remainder } from '../../ledger/formulas/remainder.ts'

const mixed = { period: '2019', entity: 'alibaba', reach: 'direct', measure: 'mixed' } as const

/** The total taken apart: what is left as one kind of number after another is laid aside, in the order of the front page. */
export const takenApart = [
  derived({
    id: 'apart.direct',
    label: { zh: '再去掉由乘数推算的间接机会', en: 'Left without what a multiplier infers' },
    unit: 'person',
    scope: mixed,
    formula: remainder,
    of: { whole: 'objections.withoutPersonTimes', part: 'total.indirectJobs' },
  }),
  derived({
    id: 'apart.withoutRegressions',
    label: { zh: '再去掉样本没有公开的回归', en: 'Left without the regressions whose sample is withheld' },
    unit: 'person',
    scope: mixed,
    formula: remainder,
    of: { whole: 'apart.direct', part: 'retail.directJobs' },
  }),
  derived({
    id: 'apart.stated',
    label: { zh: '其中企业直接给出的数', en: 'Of this, numbers that companies stated' },
    unit: 'person',
    scope: mixed,
    formula: remainder,
    of: { whole: 'apart.withoutRegressions', part: 'services.online.directJobs' },
  }),
]
