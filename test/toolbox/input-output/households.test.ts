import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { employmentMultipliers } from '../../../scripts/toolbox/input-output/employment-multipliers.ts'
import { householdAccount, householdMultipliers, residualValueAdded } from '../../../scripts/toolbox/input-output/households.ts'
import { solveInverse } from '../../../scripts/toolbox/input-output/inverse.ts'
import { leontiefInverse } from '../../../scripts/toolbox/input-output/leontief-inverse.ts'
import type { InputOutputTable } from '../../../scripts/toolbox/input-output/table.ts'
import { productiveTables, wheatAndBread } from './tables.ts'

const closed = (table: InputOutputTable) => {
  const account = householdAccount(table)
  if (!account) throw new Error('there are no households')
  const leontief = leontiefInverse(table)
  return householdMultipliers(table, account, leontief, table.employment && employmentMultipliers(table, leontief).direct)
}

describe('households of a table done by hand', () => {
  // Value added is 100 of wheat and 40 − 20 − 4 = 16 of bread; households spend 18 and 40.
  test('earn what is left of output after all that is bought, where nothing else is printed', () => {
    expect(residualValueAdded(wheatAndBread)).toEqual([100, 16])
    expect(householdAccount(wheatAndBread)?.assumption).toEqual({
      income: 'residual',
      spending: 'household',
      uses: ['households'],
      totalIncome: 116,
      totalSpending: 58,
      domesticSpendingPerIncome: 0.5,
    })
  })

  test('send each unit of income round: half of it is spent, on products that pay out 56 of 58 again', () => {
    // A unit of wheat pays 1; of bread .4 itself and .5 in wheat. Spending of 18 and 40 pays 18 + .9 × 40 = 54 of 116.
    const back = 54 / 116
    const { income, employment, typeII, output } = closed(wheatAndBread)
    expect(income).toEqual([expect.closeTo(1 / (1 - back), 12), expect.closeTo(0.9 / (1 - back), 12)])
    // Jobs in a unit of income as it is spent: .5 × 18 + .5 × 40 over 116.
    const perIncome = 29 / 116 / (1 - back)
    expect(employment).toEqual([expect.closeTo(0.5 + perIncome, 12), expect.closeTo(0.5 + 0.9 * perIncome, 12)])
    expect(typeII).toEqual([expect.closeTo(1 + 2 * perIncome, 12), expect.closeTo(2 + 3.6 * perIncome, 12)])
    expect(output[0]).toBeCloseTo(1 + (18 + 1.5 * 40) / 116 / (1 - back), 12)
  })

  test('earn their compensation where it is printed', () => {
    const { assumption } = closed({ ...wheatAndBread, compensation: [50, 10] })
    expect([assumption.income, assumption.totalIncome]).toEqual(['compensation', 60])
  })

  test('who spend more than their compensation spend each unit of it whole, and the rest out of other income', () => {
    const { assumption } = closed({ ...wheatAndBread, compensation: [20, 9] })
    expect([assumption.totalIncome, assumption.domesticSpendingPerIncome]).toEqual([58, 1])
  })

  test('are told apart from government where the table does so, and not where it does not', () => {
    const [households, exports] = wheatAndBread.finalUses
    if (!households || !exports) throw new Error('the table has lost its final uses')
    const government = { ...households, name: 'government', kind: 'government' as const }
    expect(householdAccount({ ...wheatAndBread, finalUses: [households, government, exports] })?.assumption.uses).toEqual(['households'])
    const merged = { ...households, name: 'consumption', kind: 'consumption' as const }
    expect(householdAccount({ ...wheatAndBread, finalUses: [merged, exports] })?.assumption.spending).toBe('consumption')
    expect(householdAccount({ ...wheatAndBread, finalUses: [exports] })).toBeUndefined()
  })

  test('cannot be closed where all that they earn comes back: an economy without exports, imports or saving has no multiplier', () => {
    const [households] = wheatAndBread.finalUses
    const alone = {
      ...wheatAndBread,
      imported: wheatAndBread.imported.map((row) => row.map(() => 0)),
      finalUses: households ? [{ ...households, domestic: [80, 40] }] : [],
    }
    expect(() => closed(alone)).toThrow('With households closed into the model a unit of income brings back 1.00000 of itself')
  })

  test('cannot be closed where they earn nothing', () => {
    expect(() => householdAccount({ ...wheatAndBread, compensation: [0, 0] })).toThrow('Households earn 0')
  })
})

describe('in any productive table', () => {
  test('closing households is adding a sector that sells what they are paid and buys what they spend', () => {
    fc.assert(
      fc.property(productiveTables, fc.boolean(), (table, printed) => {
        const of = printed ? table : { ...table, compensation: undefined }
        const account = householdAccount(of)
        if (!account) throw new Error('there are no households')
        const size = table.sectors.length
        const coefficients = [
          ...table.domestic.map((row, seller) => [
            ...row.map((flow, buyer) => flow / (table.output[buyer] ?? 1)),
            (account.spending[seller] ?? 0) / account.assumption.totalIncome,
          ]),
          [...account.income.map((income, sector) => income / (table.output[sector] ?? 1)), 0],
        ]
        const { inverse } = solveInverse(coefficients, [...table.sectors, 'households'])
        const { output, outputWithHouseholds, income, employment, residual } = closed(of)
        const { direct } = employmentMultipliers(table, leontiefInverse(table))
        for (const sector of table.sectors.keys()) {
          const column = inverse.map((row) => row[sector] ?? 0)
          const whole = column.reduce((sum, item) => sum + item, 0)
          expect(outputWithHouseholds[sector]).toBeCloseTo(whole, 8)
          expect(income[sector]).toBeCloseTo(column[size] ?? 0, 8)
          expect(output[sector]).toBeCloseTo(whole - (column[size] ?? 0), 8)
          const jobs = direct.reduce((sum, labour, place) => sum + labour * (column[place] ?? 0), 0)
          expect((employment[sector] ?? 0) / jobs).toBeCloseTo(1, 10)
        }
        expect(residual).toBeLessThan(1e-12)
      }),
    )
  })

  test('Type II is at least Type I', () => {
    fc.assert(
      fc.property(productiveTables, (table) => {
        const { typeI } = employmentMultipliers(table, leontiefInverse(table))
        for (const [sector, multiplier] of closed(table).typeII.entries()) expect(multiplier).toBeGreaterThanOrEqual(typeI[sector] ?? 0)
      }),
    )
  })

  test('value added that is printed as what is left gives what the residual does', () => {
    fc.assert(
      fc.property(productiveTables, (table) => {
        const silent = { ...table, compensation: undefined }
        const printed = { ...silent, valueAdded: residualValueAdded(table) }
        expect(closed(printed).typeII).toEqual(closed(silent).typeII)
      }),
    )
  })
})
