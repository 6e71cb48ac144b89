import { describe, expect, test } from 'vitest'
import type { Verdict } from '../../../scripts/ledger/types.ts'
import { ledger, verdictsOf } from './support.ts'

const checks = ledger.checks.filter(({ source }) => source === 'alibaba-2020')
const of = (verdict: Verdict) => checks.filter((check) => check.verdict === verdict)

describe('the checks of what the source prints', () => {
  test('find nothing in the source’s estimates of jobs that rounding cannot explain', () => {
    expect(of('discrepant').filter(({ figure }) => !figure.startsWith('cases.'))).toEqual([])
  })

  test('find in its cases a share of GDP that is no share', () => {
    expect(of('discrepant').map(({ figure, printed, recomputed }) => [figure, printed, Number(recomputed?.toFixed(1))])).toEqual([
      ['cases.learningPlatform.gdpShare', '55%', 33],
    ])
  })

  test('find riders’ pay above the average wage of private units, and of the others only if “over 5,800” were far over', () => {
    expect(verdictsOf('cases.ridersFromPoorCounties.payToPrivateWage')).toEqual(['exact'])
    expect(verdictsOf('cases.ridersFromPoorCounties.payToNonPrivateWage')).toEqual(['within-rounding'])
  })

  test('find the direct retail jobs, their sum, the services and the round total off by a last digit or so', () => {
    expect([...new Set(of('within-rounding').map(({ figure }) => figure))].filter((id) => !/^(cases|nbs|sectors)\./.test(id))).toEqual([
      'inputOutput.valueAddedFromParts',
      'inputOutput.agriculture.finalUseFromExpenditure',
      'retail.directJobs',
      'services.online.directJobs',
      'services.online.indirectJobs',
      'services.wording.companiesListed',
      'total.jobs',
      'inputOutput.capitalFormation.sum',
    ])
  })

  test('find the totals that table 2.2 elides the sectors of, and the output of each sector, where the Bureau’s table puts them', () => {
    expect([...new Set(of('within-rounding').map(({ figure }) => figure))].filter((id) => id.startsWith('nbs.'))).toEqual([
      'nbs.intermediateUse',
      'nbs.finalUse',
      'nbs.grossOutput',
    ])
    const outputs = ledger.checks.filter(({ figure }) => /^sectors\.\w+\.output\.sum$/.test(figure))
    expect(outputs).toHaveLength(15)
    for (const { verdict, figure } of outputs) expect(['exact', 'within-rounding'], figure).toContain(verdict)
  })

  test('find conflicts only in years and in what the source counts in words: 2018 for 2019, three of two, nearly of over, 13 of 11', () => {
    expect(of('conflicting').map(({ figure, cause }) => [figure, cause])).toEqual([
      ['inputOutput.projectionYear', 'slip-of-wording'],
      ['inputOutput.projectionYear', 'slip-of-wording'],
      ['services.wording.onlineModules', 'slip-of-wording'],
      ['cases.lkkDesign.designers', 'slip-of-wording'],
      ['cases.learningPlatform.firstListed', 'scope-clash'],
    ])
  })

  test('find the steps of the services right on the numbers that the source rounds, and off by a digit without that rounding', () => {
    expect(['services.steps.directJobs', 'services.steps.indirectJobs', 'services.steps.jobs'].flatMap(verdictsOf)).toEqual(
      Array.from({ length: 3 }, () => 'exact'),
    )
    expect(['services.online.directJobs', 'services.online.indirectJobs'].flatMap(verdictsOf)).toEqual(
      Array.from({ length: 3 }, () => 'within-rounding'),
    )
  })

  test('cannot recompute the regressions of the fifteen categories, nor what companies supply or cases claim without its parts', () => {
    const withheld = of('not-recomputable')
    expect(withheld.every(({ recomputed, interval, cause }) => recomputed === null && interval === null && cause === 'withheld-data')).toBe(
      true,
    )
    const some = (pattern: RegExp) => withheld.filter(({ figure }) => pattern.test(figure)).length
    expect(some(/^retail\.\w+\.(slope|intercept|directJobs)$/)).toBe(3 * 15)
    expect(some(/^services\./)).toBe(6)
    expect(some(/^(entertainment|infrastructure)\./)).toBe(7)
    expect(some(/^cases\./)).toBeGreaterThan(0)
  })

  test('hold what is withheld against nothing, and show it as it is printed', () => {
    const printed = (id: string) => of('not-recomputable').find(({ figure }) => figure === id)?.printed
    expect(printed('cases.alipayNewOccupations.flexibleShare')).toBe('三分之一左右')
    expect(printed('cases.courierVoiceRobot.hoursSavedPerDay')).toBe('16 万个小时')
    expect(printed('retail.office.intercept')).toBe('-1.07')
  })

  test('carry a reason in both languages wherever they are not exact, and a cause', () => {
    for (const { claim, verdict, reason, cause } of ledger.checks) {
      if (verdict === 'exact') continue
      expect(reason?.zh.length, claim).toBeGreaterThan(5)
      expect(reason?.en.length, claim).toBeGreaterThan(10)
      expect(cause, claim).not.toBeNull()
    }
  })

  test('that are exact carry a reason only where the scopes clash', () => {
    for (const { claim, reason, cause } of of('exact'))
      expect([reason === null, cause], claim).toEqual(reason ? [false, 'scope-clash'] : [true, null])
  })

  test('each say where, and are told apart by their ids', () => {
    expect(new Set(ledger.checks.map(({ claim }) => claim)).size).toBe(ledger.checks.length)
    for (const { claim, locator, printed } of ledger.checks) {
      expect(locator.zh.length * locator.en.length * printed.length, claim).toBeGreaterThan(0)
      // Labels of rows and columns, in quotation marks, stay as the source prints them.
      expect(locator.en.replace(/“[^”]*”/g, ''), claim).not.toMatch(/[（）一二三四五六七八九]|undefined/)
    }
  })
})
