import { describe, expect, test } from 'vitest'
import { definitions, figure, value, verdictsOf } from '../support.ts'

describe('the employment multiplier', () => {
  test('is 1434517.8 over 972484.1, which is 1.475', () => {
    expect(value('multiplier.table2017')).toBeCloseTo(1_434_517.8 / 972_484.1, 12)
    expect(verdictsOf('multiplier.report')).toEqual(['exact', 'exact', 'exact', 'exact', 'exact'])
  })

  test('is identical for 2017 and for the projection to 2019: what is projected cancels', () => {
    expect(figure('multiplier.report').value.equals(figure('multiplier.table2017').value)).toBe(true)
    expect(figure('multiplier.effectOfProjection').value.equals(0)).toBe(true)
    expect(figure('multiplier.effectOfProjection').exact).toBe(true)
    expect(figure('multiplier.effectOfProjection').bounds).toMatchObject({ low: { n: 0n }, high: { n: 0n } })
  })

  test('knows nothing of GDP and imports of 2019, though it is computed from them', () => {
    const [report, table] = [figure('multiplier.report').bounds, figure('multiplier.table2017').bounds]
    expect(report.low?.equals(table.low ?? 0)).toBe(true)
    expect(report.high?.equals(table.high ?? 0)).toBe(true)
  })
})

describe('table 2.2', () => {
  test('keeps its identities as printed', () => {
    for (const id of ['finalUseFromIncome', 'finalUseFromExpenditure', 'grossOutputFromUse', 'grossOutputFromIncome']) {
      expect(
        verdictsOf(`inputOutput.${id}`).every((verdict) => verdict === 'exact'),
        id,
      ).toBe(true)
    }
    expect(figure('inputOutput.finalUseFromIncome').value.equals(figure('inputOutput.finalUse').value)).toBe(true)
    expect(figure('inputOutput.finalUseFromExpenditure').value.equals(figure('inputOutput.finalUse').value)).toBe(true)
    expect(figure('inputOutput.totalInput').value.equals(figure('inputOutput.grossOutput').value)).toBe(true)
  })

  test('has value added whose four parts add up to one tenth less', () => {
    expect(value('inputOutput.valueAdded') - value('inputOutput.valueAddedFromParts')).toBe(10_000_000)
  })
})

describe('table 2.3', () => {
  test('has final use 1134027, intermediate use 1672811 and gross output 2663676 in 2019', () => {
    expect(['finalUse2019', 'intermediateUse2019', 'grossOutput2019'].map((id) => Math.round(value(`inputOutput.${id}`) / 1e8))).toEqual([
      1_134_027, 1_672_811, 2_663_676,
    ])
  })
})

test('the multiplier is applied to retail and to online services, and to nothing else', () => {
  // What adds the chains of all sectors up asks what the multiplier would make of others.
  const users = [...definitions.values()].filter(({ of }) => Object.values(of).flat(2).includes('multiplier.report')).map(({ id }) => id)
  expect(users.filter((id) => !id.startsWith('addingUp.')).sort()).toEqual([
    'multiplier.effectOfProjection',
    'retail.indirectJobs',
    'services.online.indirectJobs',
    // Retail again, with what is doubted of it.
    'sure.retail.indirectJobs',
  ])
})
