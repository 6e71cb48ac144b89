import { describe, expect, test } from 'vitest'
import type { Input } from '../../../scripts/ledger/data/data-types.ts'
import { balance } from '../../../scripts/ledger/formulas/balance.ts'
import { share } from '../../../scripts/ledger/formulas/share.ts'
import { sum } from '../../../scripts/ledger/formulas/sum.ts'
import { dependentsOf, downstreamOf } from '../../../scripts/ledger/questions/dependence.ts'
import { mixtureOf, refuseHiddenMixtures } from '../../../scripts/ledger/questions/mixture.ts'
import { complaintOf, compute, figure, get, input } from '../support.ts'

const of = (measure: string | undefined, period = '2019'): Partial<Input> => ({
  scope: { period, entity: 'china', ...(measure ? { measure } : {}) },
})
const inputs = [
  input('keepers', '10', '人', of('head-count')),
  input('drivers', '20', '人', of('head-count')),
  input('earlier', '5', '人', of('head-count', '2018')),
  input('posts', '7', '人', of('posts')),
  input('sales', '3', '亿元', of(undefined)),
  input('salesBefore', '2', '亿元', of(undefined, '2018')),
]
const mixed = { scope: { period: '2019', entity: 'china', measure: 'mixed' } } as const
const figures = compute(inputs, [
  figure('heads', sum, { terms: ['keepers', 'drivers'] }, 'person'),
  figure('all', sum, { terms: ['heads', 'posts'] }, 'person', mixed),
  figure('years', sum, { terms: ['heads', 'earlier'] }, 'person'),
  figure('turnover', sum, { terms: ['sales', 'salesBefore'] }, 'yuan'),
  figure('withoutPosts', balance, { terms: ['all'], less: ['posts'] }, 'person'),
  figure('both', sum, { terms: ['years', 'posts'] }, 'person', mixed),
  figure('kept', balance, { terms: ['both'], less: ['posts'] }, 'person'),
  figure('part', share, { part: 'keepers', whole: 'all' }),
])
const mixture = (id: string) => mixtureOf(get(figures, id), figures)

describe('a sum', () => {
  test('of what counts alike mixes nothing, nor does what adds up nothing', () =>
    expect(['heads', 'part', 'keepers'].map(mixture)).toEqual([undefined, undefined, undefined]))
  test('of unlike measures tells which it adds, however deep they stand', () =>
    expect(mixture('all')).toEqual({ measures: ['head-count', 'posts'], periods: ['2019'] }))
  test('of one measure in two years mixes periods', () =>
    expect(mixture('years')).toEqual({ measures: ['head-count'], periods: ['2018', '2019'] }))
  test('of what says no measure, such as money over years, is no mixture', () => expect(mixture('turnover')).toBeUndefined())
  test('from which one of two measures is taken out again mixes nothing but the years that are left', () => {
    expect(mixture('withoutPosts')).toBeUndefined()
    expect(mixture('kept')).toEqual({ measures: ['head-count'], periods: ['2018', '2019'] })
  })

  test('says that it mixes where it does, and does not where it does not', () => {
    expect(() => refuseHiddenMixtures(figures)).not.toThrow()
    const refused = (terms: readonly string[], more = {}) =>
      complaintOf(() => refuseHiddenMixtures(compute(inputs, [figure('total', sum, { terms }, 'person', more)])))
    expect(refused(['keepers', 'posts'])).toMatch(/total adds head-count, posts\n {4}expected: scope: \{ measure: 'mixed' \}$/)
    expect(refused(['keepers', 'drivers'], mixed)).toMatch(
      /total says that it mixes measures, and does not\n {4}expected: the one measure that it counts$/,
    )
  })
})

describe('what stands on a figure', () => {
  const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id)
  test('is what is computed from it, at once or by way of others, each once and in the ledger’s order', () => {
    expect(ids(dependentsOf(figures, 'keepers'))).toEqual(['heads', 'part'])
    expect(ids(downstreamOf(figures, 'keepers'))).toEqual(['heads', 'all', 'years', 'withoutPosts', 'both', 'kept', 'part'])
    expect(ids(downstreamOf(figures, 'posts'))).toEqual(['all', 'withoutPosts', 'both', 'kept', 'part'])
    expect(ids(downstreamOf(figures, 'part'))).toEqual([])
  })
})
