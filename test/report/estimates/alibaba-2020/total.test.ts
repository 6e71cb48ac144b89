import { describe, expect, test } from 'vitest'
import { exactly } from '../../../../scripts/ledger/numbers/printed.ts'
import { definitions, figure, ledger, millions, tenThousands, value, verdictsOf } from '../support.ts'

const sumOf = (ids: readonly string[]) => ids.reduce((total, id) => total.add(figure(id).value), exactly('0'))
/** Every figure of a family, such as all “types.…”, shares left out. */
const family = (prefix: string) => [...definitions.keys()].filter((id) => id.startsWith(`${prefix}.`) && !id.endsWith('Share'))

describe('the total', () => {
  test('is 69.01 million, printed as 6901 万', () => {
    expect(millions('total.jobs')).toBeCloseTo(69.01, 2)
    expect(tenThousands('total.jobs')).toBeCloseTo(6901.48, 2)
    expect(verdictsOf('total.jobs').filter((verdict) => verdict === 'exact').length).toBeGreaterThanOrEqual(6)
  })

  test('is 4976 of retail, 553 of services, 302 of entertainment and 1070 of infrastructure', () => {
    const modules = ['retail.jobs', 'services.jobs', 'entertainment.jobs', 'infrastructure.jobs']
    expect(modules.map((id) => Math.round(tenThousands(id)))).toEqual([4976, 553, 302, 1070])
    expect(sumOf(modules).equals(figure('total.jobs').value)).toBe(true)
  })

  test.each([
    ['by type of employment', family('types')],
    ['by what is counted', family('measures')],
    ['by the time it speaks of', family('periods')],
    ['by what it rests on', family('evidence')],
    ['by reach', ['total.directJobs', 'total.indirectJobs']],
  ])('adds up exactly when it is parted %s', (_, parts) => {
    expect(parts.length).toBeGreaterThanOrEqual(2)
    expect(sumOf(parts).equals(figure('total.jobs').value)).toBe(true)
  })

  test.each([
    ['module', ['retail.jobsShare', 'services.jobsShare', 'entertainment.jobsShare', 'infrastructure.jobsShare']],
    ['type', family('types').map((id) => `${id}Share`)],
    ['measure', family('measures').map((id) => `${id}Share`)],
    ['period', family('periods').map((id) => `${id}Share`)],
    ['evidence', family('evidence').map((id) => `${id}Share`)],
    ['reach', ['total.directJobsShare', 'total.indirectJobsShare']],
  ])('has shares by %s that make one whole, exactly', (_, shares) => {
    expect(sumOf(shares).equals(1)).toBe(true)
  })

  test('counts no part twice: what goes into each parting is the same', () => {
    const leaves = (id: string): readonly string[] => {
      const { formula, from } = figure(id)
      return formula?.name === 'sum' ? from.flatMap(leaves) : [id]
    }
    const whole = [...leaves('total.jobs')].sort()
    expect(new Set(whole).size).toBe(whole.length)
    for (const parts of [
      family('types'),
      family('measures'),
      family('periods'),
      family('evidence'),
      ['total.directJobs', 'total.indirectJobs'],
    ]) {
      expect([...parts.flatMap(leaves)].sort()).toEqual(whole)
    }
  })

  test('is more than two thirds retail, and nearly half indirect', () => {
    expect(value('retail.jobsShare')).toBeCloseTo(0.721, 3)
    expect(value('total.indirectJobsShare')).toBeCloseTo(0.456, 3)
  })

  test('mixes measures and periods, and is marked as mixed', () => {
    expect(figure('total.jobs').derived?.scope.measure).toBe('mixed')
  })
})

describe('what each part of a parting says of itself', () => {
  test('a measure is named by its scope', () => {
    const scopes = Object.fromEntries(family('measures').map((id) => [id.split('.')[1], figure(id).derived?.scope.measure]))
    expect(scopes).toEqual({ opportunities: 'opportunities', headCount: 'head-count', personTimes: 'person-times', posts: 'posts' })
  })

  test('a head-count adds up head-counts and nothing else, down to the printed numbers', () => {
    const measures = (id: string): readonly (string | undefined)[] => {
      const { input, formula, from, derived } = figure(id)
      return input ? [input.scope.measure] : formula?.name === 'sum' ? from.flatMap(measures) : [derived?.scope.measure]
    }
    expect(new Set(measures('measures.headCount'))).toEqual(new Set(['head-count']))
    expect(new Set(measures('measures.personTimes'))).toEqual(new Set(['person-times']))
    expect(new Set(measures('measures.posts'))).toEqual(new Set(['posts']))
    expect(new Set(measures('measures.opportunities'))).toEqual(new Set(['opportunities']))
  })
})

test('every figure of every estimate keeps its units', () => {
  // Computing the ledger checks them; that there is a ledger says that all passed. Here they are told again by unit.
  for (const { id, formula, unit, from } of ledger.figures.values()) {
    if (formula?.name === 'sum' || formula?.name === 'remainder')
      expect([...new Set(from.map((part) => figure(part).unit))], id).toEqual([unit])
    if (formula?.name === 'share' && unit === 'ratio') expect(new Set(from.map((part) => figure(part).unit)).size, id).toBe(1)
  }
})
