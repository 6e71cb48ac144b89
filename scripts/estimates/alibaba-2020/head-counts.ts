import { derived } from '../../ledger/figures/derived.ts'
import { share } from '../../ledger/formulas/share.ts'
import { sum } from '../../ledger/formulas/sum.ts'

const alibaba2019 = { period: '2019', entity: 'alibaba' } as const

/** The service companies' own staff, as they count it, and the service platforms together. */
export const headCounts = [
  derived({
    id: 'services.staff.jobs',
    label: { zh: '服务新消费企业自身就业', en: 'The service companies’ own staff and contractors' },
    unit: 'person',
    scope: { ...alibaba2019, reach: 'direct', measure: 'head-count' },
    formula: sum,
    of: { terms: ['services.staff.employees', 'services.staff.contractors'] },
  }),
  derived({
    id: 'services.staff.hemaRatio',
    label: { zh: '盒马供应端就业与自身供应链就业之比', en: 'Hema: supply jobs per job in its own chain' },
    unit: 'ratio',
    scope: { period: '2019', entity: 'hema' },
    digits: 3,
    formula: share,
    of: { part: 'services.staff.hemaSupply', whole: 'services.staff.hemaLogistics' },
  }),
  derived({
    id: 'services.jobs',
    label: { zh: '服务新消费平台就业机会合计', en: 'Service platforms: all job opportunities' },
    unit: 'person',
    scope: { ...alibaba2019, reach: 'total', measure: 'mixed' },
    digits: 3,
    formula: sum,
    of: { terms: ['services.riders', 'services.online.jobs', 'services.staff.jobs'] },
  }),
]
