import { derived } from '../../ledger/figures/derived.ts'
import { product } from '../../ledger/formulas/product.ts'
import { share } from '../../ledger/formulas/share.ts'
import { sum } from '../../ledger/formulas/sum.ts'

const counties = { period: '2022', entity: 'us-counties' } as const
const posts = { ...counties, reach: 'direct', measure: 'posts' } as const

/**
 * Jobs lost for each job gained where one large e-commerce firm opened its warehouses. An illustration: it belongs to
 * another country and another time, and the source's opportunities are not these jobs.
 */
export const displacement = [
  derived({
    id: 'displacement.jobsGained',
    short: { zh: '别处增加的岗位', en: 'jobs gained elsewhere' },
    label: {
      zh: '每县每季运输仓储与餐饮业增加的岗位（美国）',
      en: 'Jobs gained in transport, warehousing and food services, a county a quarter (United States)',
    },
    unit: 'person',
    scope: posts,
    digits: 3,
    formula: sum,
    of: { terms: ['displacement.transportJobsGained', 'displacement.foodJobsGained'] },
  }),
  derived({
    id: 'displacement.lostPerGained',
    label: { zh: '每增加一个岗位，零售业减少的岗位（美国）', en: 'Retail jobs lost for each job gained (United States)' },
    unit: 'ratio',
    scope: counties,
    digits: 3,
    formula: share,
    of: { part: 'displacement.retailJobsLost', whole: 'displacement.jobsGained' },
  }),
  derived({
    id: 'displacement.lostAtThatRatio',
    label: {
      zh: '假如照此比例，与零售直接机会相对的零售岗位减少数',
      en: 'At that ratio, retail jobs lost against the direct retail opportunities',
    },
    unit: 'person',
    scope: { period: '2019', entity: 'alibaba', reach: 'direct', measure: 'opportunities' },
    digits: 2,
    formula: product,
    of: { amount: 'retail.directJobs', times: 'displacement.lostPerGained' },
  }),
]
