import { derived } from '../../ledger/figures/derived.ts'
import { share } from '../../ledger/formulas/share.ts'
import { sum } from '../../ledger/formulas/sum.ts'

const alibaba2019 = { period: '2019', entity: 'alibaba' } as const

/** Digital entertainment: three round counts, one of which is nearly everything. */
export const entertainment = [
  derived({
    id: 'entertainment.jobs',
    label: { zh: '大文娱平台就业机会合计', en: 'Entertainment platforms: all job opportunities' },
    unit: 'person',
    scope: { ...alibaba2019, reach: 'direct', measure: 'head-count' },
    formula: sum,
    of: { terms: ['entertainment.selfMedia', 'entertainment.writers', 'entertainment.reviewers'] },
  }),
  derived({
    id: 'entertainment.selfMediaShare',
    label: { zh: '自媒体在大文娱就业机会中的比重', en: 'Self-media as a share of entertainment opportunities' },
    unit: 'ratio',
    scope: alibaba2019,
    digits: 3,
    percent: true,
    formula: share,
    of: { part: 'entertainment.selfMedia', whole: 'entertainment.jobs' },
  }),
  derived({
    id: 'entertainment.peoplePerAccount',
    label: { zh: '每个自媒体账号折算的人数', en: 'People counted per self-media account' },
    unit: 'ratio',
    scope: { period: '2019', entity: 'uc' },
    digits: 1,
    formula: share,
    of: { part: 'entertainment.selfMedia', whole: 'entertainment.accounts' },
  }),
]
