import { share } from '../../formulas/share.ts'
import { sum } from '../../formulas/sum.ts'
import { derived } from '../../ledger/figures/derived.ts'

/** Internet infrastructure: counts of Ant, Cainiao and DingTalk, in different measures and over different years. */
export const infrastructure = [
  derived({
    id: 'infrastructure.dingtalk',
    label: { zh: '钉钉带动的就业', en: 'Employment around DingTalk' },
    unit: 'person',
    scope: { period: '2019', entity: 'dingtalk', reach: 'direct', measure: 'head-count' },
    digits: 3,
    formula: sum,
    of: { terms: ['infrastructure.digitalManagers', 'infrastructure.miniProgramDevelopers'] },
  }),
  derived({
    id: 'infrastructure.jobs',
    label: { zh: '互联网基础设施平台就业机会合计', en: 'Infrastructure platforms: all job opportunities' },
    unit: 'person',
    scope: { period: '2019', entity: 'alibaba', reach: 'direct', measure: 'mixed' },
    formula: sum,
    of: { terms: ['infrastructure.ant', 'infrastructure.cainiao', 'infrastructure.dingtalk'] },
  }),
  derived({
    id: 'infrastructure.antNamed',
    label: { zh: '蚂蚁新职业中给出数字的各项合计', en: 'The new occupations around Ant that carry a number' },
    unit: 'person',
    scope: { period: '2004/2020', entity: 'ant', measure: 'mixed' },
    digits: 3,
    formula: sum,
    of: { terms: ['infrastructure.antPayCodeDevelopers', 'infrastructure.antPromoters', 'infrastructure.antForestPlanters'] },
  }),
  derived({
    id: 'infrastructure.antNamedShare',
    label: { zh: '给出数字的各项占蚂蚁合计的比重', en: 'Share of Ant’s total that they explain' },
    unit: 'ratio',
    scope: { period: '2004/2020', entity: 'ant' },
    digits: 3,
    percent: true,
    formula: share,
    of: { part: 'infrastructure.antNamed', whole: 'infrastructure.ant' },
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
