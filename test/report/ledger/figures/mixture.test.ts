import { describe, expect, test } from 'vitest'
import { report } from '#report'
import { derived } from '../../../../scripts/ledger/figures/derived.ts'
import { sum } from '../../../../scripts/ledger/formulas/sum.ts'
import { projectRoot } from '../../../../scripts/ledger/index.ts'
import { computeLedger } from '../../../../scripts/ledger/ledger.ts'
import { mixtureOf } from '../../../../scripts/ledger/questions/mixture.ts'
import type { Measure } from '../../../../scripts/ledger/types.ts'
import { complaintOf } from '../../../ledger/support.ts'
import { ledger } from '../../estimates/support.ts'

/** Riders are heads, and Ant's are person-times since 2004. */
const ridersAndAnt = (measure: Measure, terms: readonly string[]) =>
  derived({
    id: 'example.sum',
    label: { zh: '例', en: 'example' },
    unit: 'person',
    scope: { period: '2019', entity: 'alibaba', measure },
    formula: sum,
    of: { terms },
  })
const computed = (measure: Measure, ...terms: readonly string[]) =>
  computeLedger(projectRoot, { ...report, estimates: [...report.estimates, [ridersAndAnt(measure, terms)]] })

describe('a sum of unlike measures', () => {
  test('is allowed if its scope says so, and tells which it adds', () => {
    const { figures } = computed('mixed', 'services.riders', 'infrastructure.ant')
    const figure = figures.get('example.sum')
    expect(figure && mixtureOf(figure, figures)).toEqual({
      measures: ['head-count', 'person-times'],
      periods: ['2004/2020', '2019-01/2019-06'],
    })
  })
  test('is refused if its scope says that it counts heads', () => {
    expect(complaintOf(() => computed('head-count', 'services.riders', 'infrastructure.ant'))).toContain(
      'example.sum adds head-count, person-times',
    )
  })
  test('is refused if it adds heads alone and says that it mixes', () => {
    expect(complaintOf(() => computed('mixed', 'services.riders', 'services.staff.jobs'))).toContain(
      'example.sum says that it mixes measures, and does not',
    )
  })
})

test('what a remainder takes out is not in what it mixes', () => {
  const { figures } = ledger
  const rest = figures.get('objections.withoutPersonTimes')
  expect(rest && mixtureOf(rest, figures)?.measures).toEqual(['head-count', 'opportunities', 'posts'])
})
