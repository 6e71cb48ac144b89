import { derived } from '../../ledger/figures/derived.ts'
import { share } from '../../ledger/formulas/share.ts'
import { sum } from '../../ledger/formulas/sum.ts'

/** Internet infrastructure: counts of Ant, Cainiao and DingTalk, in different measures and over different years. */
export const infrastructure = [
  derived({
    id: 'infrastructure.jobs',
    label: { zh: '互联网基础设施平台就业机会合计', en: 'Infrastructure platforms: all job opportunities' },
    unit: 'person',
    scope: { period: '2019', entity: 'alibaba', reach: 'direct', measure: 'mixed' },
    formula: sum,
    of: { terms: ['infrastructure.ant', 'infrastructure.cainiao', 'infrastructure.dingtalk'] },
  }),
  derived({
    id: 'infrastructure.antShare',
    label: { zh: '蚂蚁占基础设施就业机会的比重', en: 'Ant as a share of infrastructure opportunities' },
    unit: 'ratio',
    scope: { period: '2019', entity: 'alibaba' },
    digits: 3,
    percent: true,
    formula: share,
    of: { part: 'infrastructure.ant', whole: 'infrastructure.jobs' },
  }),
]
