/** Two codings held against each other, and the case as it was decided. */

import { describe, expect, test } from 'vitest'
import { agreement, questionsOf } from '../../../../scripts/estimates/coding/agreement.ts'
import { codingInputs } from '../../../../scripts/estimates/coding/cells.ts'
import { compareCodings, decidedCase } from '../../../../scripts/estimates/coding/compare.ts'
import { coding } from '../../../../scripts/estimates/coding/counts.ts'
import { modelOf } from '../../../../scripts/estimates/coding/index.ts'
import type { Judgement, Model, Spoken } from '../../../../scripts/estimates/coding/types.ts'
import type { Data } from '../../../../scripts/ledger/data/data-types.ts'
import { Complaints } from '../../../../scripts/ledger/problem.ts'
import { place } from '../../../ledger/support.ts'
import { ledger } from '../support.ts'

const whole = modelOf(ledger.data)
const [picking, venues] = ['xinyi-picking', 'damai-venues'].map((id) => whole.cases.find((study) => study.id === id))
if (!picking || !venues) throw new Error('the cases of this test are not there')
/** Two cases alone, so that every number can be counted by hand. */
const { comparison: _, ...alone } = whole
const model: Model = { ...alone, cases: [picking, venues] }

const said = (level: string, sign: string): Spoken => ({ level, sign, quotations: ['…'] })
const second = (study: Judgement, dimensions: Readonly<Record<string, Spoken>>, more: Partial<Judgement> = {}): Judgement => ({
  mechanisms: study.mechanisms,
  mechanismQuotations: study.mechanismQuotations,
  evidence: study.evidence,
  axial: study.axial,
  dimensions,
  ...more,
})
const reason = { zh: '理由', en: 'a reason' }

const compared = (judgements: ReadonlyMap<string, Judgement>, decisions: Parameters<typeof compareCodings>[2]) => {
  const complaints = new Complaints()
  const comparison = compareCodings(model, judgements, decisions, {
    inSecond: () => place(1, 'data/model/second-coding.yaml'),
    inDecisions: () => place(2, 'data/model/adjudication.yaml'),
    complaints,
  })
  return { comparison, told: complaints.list.map(({ message }) => message) }
}

// The first coder: intensity measured and unclear, strain measured and better, autonomy claimed and unclear.
const other = new Map([
  [
    'xinyi-picking',
    second(picking, { intensity: said('measured', 'worse'), strain: said('counted', 'better'), skill: said('claimed', 'worse') }),
  ],
  ['damai-venues', second(venues, {})],
])
const decisions = {
  'xinyi-picking': {
    'sign.intensity': { keep: 'second' as const, reason },
    'level.strain': { keep: 'first' as const, reason },
    'level.skill': { keep: 'second' as const, reason },
    'level.autonomy': { keep: 'second' as const, reason },
  },
}

describe('two codings', () => {
  test('differ where an answer differs; where one coder hears nothing, the level says so and the sign is not asked', () => {
    const { comparison, told } = compared(other, decisions)
    expect(told).toEqual([])
    expect(comparison.disagreements.map(({ cell, codes }) => [cell, codes.first, codes.second])).toEqual([
      ['sign.intensity', 'unclear', 'worse'],
      ['level.strain', 'measured', 'counted'],
      ['level.skill', 'silent', 'claimed'],
      ['level.autonomy', 'claimed', 'silent'],
    ])
  })

  test('must be decided wherever they differ, and nowhere else', () => {
    const { 'level.skill': __, ...rest } = decisions['xinyi-picking']
    const { told } = compared(other, { 'xinyi-picking': { ...rest, 'level.pay': { keep: 'first', reason } } })
    expect(told[0]).toContain(
      'data/model/adjudication.yaml:2:3  xinyi-picking, level.skill: the first coder gave “silent”, the second “claimed”, and nobody decided',
    )
    expect(told[1]).toContain('xinyi-picking, level.pay: the coders do not differ on it')
  })

  test('are held against each other where both coded; a case that is added later has one coder', () => {
    const { comparison, told } = compared(new Map([...other].slice(0, 1)), decisions)
    expect(told).toEqual([])
    expect([...comparison.judgements.keys()]).toEqual(['xinyi-picking'])
  })

  test('differ on axial categories too, of which the case keeps what was decided', () => {
    const { fasterTogether: ___, ...fewer } = picking.axial
    const judgements = new Map(other).set(
      'xinyi-picking',
      second(picking, picking.dimensions, { axial: { ...fewer, operatingToWatching: ['…'] } }),
    )
    const open = { zh: '按单拣货', en: 'Picking by the sheet' }
    const log = {
      'xinyi-picking': {
        'axial.fasterTogether': { keep: 'first' as const, reason },
        'axial.operatingToWatching': { keep: 'second' as const, reason, open },
      },
    }
    const { comparison, told } = compared(judgements, log)
    expect(told).toEqual([])
    const decided = decidedCase(picking, comparison.judgements.get('xinyi-picking'), comparison.disagreements, log)
    expect(decided.codes.map(({ axial }) => axial)).toEqual([...picking.codes.map(({ axial }) => axial), 'operatingToWatching'])
    expect(decided.codes.at(-1)?.open).toEqual(open)
  })
})

describe('the case as decided', () => {
  const { comparison } = compared(other, decisions)
  const decided = decidedCase(picking, comparison.judgements.get('xinyi-picking'), comparison.disagreements, decisions)

  test('has of each cell what was kept', () => {
    expect(Object.entries(decided.dimensions).map(([id, { level, sign }]) => [id, level, sign])).toEqual([
      ['intensity', 'measured', 'worse'],
      ['strain', 'measured', 'better'],
      ['skill', 'claimed', 'worse'],
    ])
  })

  test('stands in the grid beside what was not kept, and what both gave stands there once', () => {
    const cells = new Map(codingInputs({ ...model, cases: [decided, venues], comparison }, 'own').map(({ id, digits }) => [id, digits]))
    const cell = (path: string) => cells.get(`coding.xinyiPicking.${path}`)
    // Silent 0, claimed 1, counted 2, compared 3.
    expect([cell('level.strain'), cell('level.strain.first'), cell('level.strain.second')]).toEqual(['3', undefined, '2'])
    expect([cell('level.skill'), cell('level.skill.first'), cell('level.skill.second')]).toEqual(['1', '0', undefined])
    expect([cell('level.pay'), cell('level.pay.first'), cell('level.pay.second')]).toEqual(['0', undefined, undefined])
    expect([cell('kept.first'), cell('kept.second')]).toEqual(['1', '3'])
  })

  test('is counted, and counted as each coder would have it where they differ', () => {
    const data = {
      sources: ledger.data.sources,
      extensions: new Map([['model', { value: { ...model, cases: [decided, venues], comparison } }]]),
    } as unknown as Data
    const ids = new Set([...coding(data), ...agreement(data)].map(({ id }) => id))
    expect(ids.has('coding.second.said.skill')).toBe(true)
    expect(ids.has('coding.second.said.pay')).toBe(false)
    // Pay: neither coder hears it in either case, so there is nothing to tell agreement from chance.
    expect(ids.has('agreement.level.pay.alpha')).toBe(false)
    expect(ids.has('agreement.level.pay.raw')).toBe(true)
    expect(ids.has('agreement.level.skill.alpha')).toBe(true)
  })

  test('asks of signs only where both coders hear something', () => {
    const signs = questionsOf({ ...model, cases: [decided, venues], comparison }).find(({ path }) => path === 'signs')
    expect(signs?.units.map(({ study, cell }) => `${study.id} ${cell.id}`)).toEqual([
      'xinyi-picking sign.intensity',
      'xinyi-picking sign.strain',
    ])
  })
})
