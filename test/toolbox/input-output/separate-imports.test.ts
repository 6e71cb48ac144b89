import { describe, expect, test } from 'vitest'
import { checkTable } from '../../../scripts/toolbox/input-output/check-table.ts'
import { domesticShares, separateImports } from '../../../scripts/toolbox/input-output/separate-imports.ts'
import { wheatAndBread } from './tables.ts'

/** Of wheat 100 is made, 25 imported and 25 exported: of the 100 used at home a quarter is imported. */
const competitive = {
  sectors: ['wheat', 'bread'],
  flows: [
    [0, 40],
    [0, 0],
  ],
  finalUses: [
    { name: 'households', kind: 'household' as const, amounts: [60, 80] },
    { name: 'exports', kind: 'export' as const, amounts: [25, 0] },
  ],
  output: [100, 80],
  employment: [50, 10],
  imports: [25, 0],
  halfUnits: wheatAndBread.halfUnits,
}

describe('a competitive table', () => {
  test('is parted in proportion: three quarters of what is used at home is made at home, and of exports all', () => {
    const { domestic, imported, finalUses, importsAre } = separateImports(competitive)
    expect(domestic).toEqual([
      [0, 30],
      [0, 0],
    ])
    expect(imported).toEqual([
      [0, 10],
      [0, 0],
    ])
    expect(finalUses.map(({ domestic: home, imported: abroad }) => [home, abroad])).toEqual([
      [
        [45, 80],
        [15, 0],
      ],
      [
        [25, 0],
        [0, 0],
      ],
    ])
    expect(importsAre).toBe('proportional')
  })

  test('balances at home as it did with imports: uses of domestic wheat add up to what is made', () => {
    const { domestic, finalUses, output } = separateImports(competitive)
    for (const [seller, made] of output.entries()) {
      const used = [...(domestic[seller] ?? []), ...finalUses.map(({ domestic: home }) => home[seller] ?? 0)]
      expect(used.reduce((sum, each) => sum + each, 0)).toBeCloseTo(made, 12)
    }
  })

  test('with more exports than are made cannot be parted', () => {
    expect(() => domesticShares(['wheat'], [100], [25], [125])).toThrow('Of “wheat”, 100 is made, 25 imported and 125 exported')
    expect(() => domesticShares(['wheat'], [100], [-25], [0])).toThrow('The imports of “wheat” are -25')
    expect(domesticShares(['wheat'], [100], [0], [125])).toEqual([1])
  })
})

describe('a table is checked', () => {
  test.each([
    ['a name that stands twice', { sectors: ['wheat', 'wheat'] }, 'The name “wheat” stands for more than one sector.'],
    ['a row too few', { domestic: [[0, 20]] }, 'There are 1 rows of domestic flows, and 2 sectors.'],
    ['a number too few', { output: [100] }, 'There are 1 numbers of output, and 2 sectors.'],
    ['an output of nought', { output: [100, 0] }, 'The output of bread is 0'],
    ['jobs below nought', { employment: [50, -1] }, 'The employment of bread is -1'],
    ['what is no number', { compensation: [1, Number.NaN] }, 'The compensation of bread is no number.'],
    ['imports in proportion without imports', { importsAre: 'proportional' as const }, 'the column of imports is not given'],
  ])('for %s', (_, fault, message) => {
    expect(() => checkTable({ ...wheatAndBread, ...fault })).toThrow(message)
  })

  test('and passes where nothing is wrong', () => expect(() => checkTable(wheatAndBread)).not.toThrow())
})
