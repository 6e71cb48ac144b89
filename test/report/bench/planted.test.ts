import { describe, expect, test } from 'vitest'
import { judgeClaim } from '../../../scripts/ledger/check.ts'
import type { Claim, Input } from '../../../scripts/ledger/data/data-types.ts'
import type { Derived } from '../../../scripts/ledger/figures/derived.ts'
import { sum } from '../../../scripts/ledger/formulas/sum.ts'
import { lastPlaceOf } from '../../../scripts/ledger/numbers/printed.ts'
import { kindsOfSlips, plantInClaims, plantInInputs, slipsOf, unitsOff, withPointMoved } from '../../bench/planted.ts'
import { claim, compute, figure, formulas, input } from '../../ledger/support.ts'
import { ledger } from '../estimates/support.ts'

const report = ledger
const digitsOf = (printed: string, kind: string) => slipsOf(printed).flatMap((slip) => (slip.kind === kind ? [slip.digits] : []))

describe('a slip of a copyist', () => {
  test('is off by units of the last digit, to either side, and keeps the digits', () => {
    expect(digitsOf('98.0', 'off by 3 in the last digit')).toEqual(['98.3', '97.7'])
    expect(digitsOf('98.0', 'off by 10 in the last digit')).toEqual(['99.0', '97.0'])
    expect(digitsOf('−0.1', 'off by 1 in the last digit')).toEqual(['0.0', '-0.2'])
  })

  test('swaps two digits that stand together and differ, and makes no leading nought', () => {
    expect(digitsOf('2010.6', 'two digits swapped')).toEqual(['2100.6', '2001.6'])
    expect(digitsOf('77', 'two digits swapped')).toEqual([])
  })

  test('moves the point', () => {
    expect(digitsOf('2010.6', 'point slipped by one')).toEqual(['20106', '201.06'])
    expect([1, -1, 4, -4].map((places) => withPointMoved('-0.85', places))).toEqual(['-8.5', '-0.085', '-8500', '-0.000085'])
  })

  test('loses a sign or makes one up, unless there is nothing to sign', () => {
    expect(digitsOf('−3398.4', 'sign lost or gained')).toEqual(['3398.4'])
    expect(digitsOf('0.0', 'sign lost or gained')).toEqual([])
  })
})

const ledgerOf = (inputs: readonly Input[], figures: readonly Derived[], claims: readonly Claim[]) => ({
  data: { ...report.data, inputs, claims },
  figures: compute(inputs, figures),
  formulas,
})

describe('a slip in a claim', () => {
  const judged = report.data.claims.flatMap((made) => {
    const found = report.figures.get(made.figure)
    return found && !made.withheld ? [{ claim: made, figure: found, judgement: judgeClaim(made, found) }] : []
  })
  const plain = judged.filter(({ claim: made, judgement }) => judgement.verdict === 'exact' && !made.qualifier)
  const planted = (some: typeof judged) => plantInClaims({ ...report, data: { ...report.data, claims: some.map((each) => each.claim) } })

  test('that was exact and is no bound is always caught, however small and of whatever kind', () => {
    const outcomes = planted(plain)
    expect(outcomes.map(({ kind }) => kind)).toEqual(kindsOfSlips)
    for (const { kind, planted: all, caught } of outcomes) expect([kind, caught]).toEqual([kind, all])
    expect(plain.length).toBeGreaterThan(50)
  })

  test('of two units or more is always contradicted where the inputs leave less than a unit open', () => {
    const narrow = plain.filter(({ claim: { digits }, judgement: { value, bounds } }) => {
      const unit = lastPlaceOf(digits)
      return bounds.low && bounds.high && value.sub(bounds.low).lt(unit) && bounds.high.sub(value).lt(unit)
    })
    expect(narrow.length).toBeGreaterThan(30)
    const large = unitsOff.filter((units) => units >= 2).map((units) => `off by ${units} in the last digit`)
    for (const { kind, planted: all, contradicted } of planted(narrow))
      if (large.includes(kind)) expect([kind, contradicted]).toEqual([kind, all])
  })

  test('is hidden by a bound that it keeps', () => {
    const ledger = ledgerOf([input('a', '50', '件')], [], [claim('a', '40', '件', { qualifier: 'over' })])
    expect(plantInClaims(ledger).find(({ kind }) => kind === 'off by 5 in the last digit')).toMatchObject({ planted: 2, caught: 0 })
    expect(plantInClaims(ledger).find(({ kind }) => kind === 'off by 100 in the last digit')).toMatchObject({
      planted: 2,
      caught: 1,
      contradicted: 1,
    })
  })
})

describe('a slip in an input', () => {
  const shareCaught = (outcomes: ReturnType<typeof plantInInputs>['outcomes'], by: 'caught' | 'contradicted') =>
    outcomes.reduce((all, outcome) => all + outcome[by], 0) / outcomes.reduce((all, { planted }) => all + planted, 0)

  test('is always contradicted where a claim is exact to the last digit of counted things', () => {
    const ledger = ledgerOf(
      [input('a', '17', '件'), input('b', '42', '件')],
      [figure('all', sum, { terms: ['a', 'b'] }, 'count')],
      [claim('all', '59', '件')],
    )
    const { inputs, outcomes } = plantInInputs(ledger)
    expect([inputs, shareCaught(outcomes, 'contradicted')]).toEqual([2, 1])
  })

  test('is hidden where a claim is too coarse to notice', () => {
    const ledger = ledgerOf([input('a', '1000'), input('b', '2.1')], [figure('all', sum, { terms: ['a', 'b'] })], [claim('all', '1002')])
    const { outcomes } = plantInInputs(ledger)
    // 1000 + 2.2 and 1000 + 2.0 still print as 1002; 999 + 2.1 may have been 1001.5, but 1001 + 2.1 no less than 1002.55.
    expect(outcomes.find(({ kind }) => kind === 'off by 1 in the last digit')).toMatchObject({ planted: 4, caught: 2, contradicted: 1 })
  })

  test('is planted only where a claim on a computed figure rests on it', () => {
    const ledger = ledgerOf(
      [input('a', '5'), input('b', '6')],
      [figure('one', sum, { terms: ['a'] })],
      [claim('one', '5'), claim('b', '6')],
    )
    expect(plantInInputs(ledger).inputs).toBe(1)
  })

  test('in the report is mostly caught', () => {
    const { inputs, outcomes } = plantInInputs(report, { atMost: 3 })
    expect(inputs).toBe(3)
    expect(shareCaught(outcomes, 'caught')).toBeGreaterThan(0.5)
  })
})
