import { fullTimeJobs } from '../../formulas/full-time-jobs.ts'
import { derived } from '../../ledger/figures/derived.ts'
import { sum } from '../../ledger/formulas/sum.ts'
import type { Bilingual } from '../../ledger/types.ts'

const scope = { period: '2019', entity: 'alibaba', reach: 'total', measure: 'full-time' } as const
const measures = ['opportunities', 'headCount', 'personTimes', 'posts'] as const

/** What one measure counts, at the hours assumed for it. */
const part = (measure: (typeof measures)[number], label: Bilingual, digits: number, period: string = scope.period) =>
  derived({
    id: `objections.fullTime.${measure}`,
    label: { zh: `折合全职：${label.zh}`, en: `Full-time equivalents: ${label.en}` },
    unit: 'person',
    scope: { ...scope, period },
    digits,
    formula: fullTimeJobs,
    of: { jobs: `measures.${measure}`, weeklyHours: `objections.hours.${measure}`, fullTimeHours: 'objections.fullTimeHours' },
  })

/**
 * The total as full-time jobs. The source says nothing of hours, and by adding up takes everything that it counts as one
 * job; so do the hours assumed here, until a reader of the scenario explorer knows better.
 */
export const fullTime = [
  part('opportunities', { zh: '按“就业机会”计的部分', en: 'what is counted as opportunities' }, 4),
  part('headCount', { zh: '按人数计的部分', en: 'what is counted as heads' }, 4),
  part('personTimes', { zh: '按累计人次计的部分', en: 'what is counted as person-times' }, 3, '2004/2020'),
  part('posts', { zh: '按岗位计的部分', en: 'what is counted as posts' }, 3),
  derived({
    id: 'objections.fullTimeJobs',
    label: { zh: '总数折合全职', en: 'The total in full-time equivalents' },
    unit: 'person',
    scope,
    formula: sum,
    of: { terms: measures.map((measure) => `objections.fullTime.${measure}`) },
  }),
]
