import { derived } from '../../ledger/figures/derived.ts'
import { share } from '../../ledger/formulas/share.ts'

/** Delivery riders: a head-count that the platform supplied, entered whole; nothing is left to compute but its weight. */
export const riders = [
  derived({
    id: 'services.ridersShare',
    label: { zh: '骑手占服务新消费平台就业机会的比重', en: 'Riders as a share of the service platforms’ opportunities' },
    unit: 'ratio',
    scope: { period: '2019', entity: 'alibaba' },
    digits: 3,
    percent: true,
    formula: share,
    of: { part: 'services.riders', whole: 'services.jobs' },
  }),
]
