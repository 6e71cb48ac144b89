import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { differences, multipliersOf, readTexts, type SectorNumbers } from '../../../replay/toolbox/input-output.ts'
import { employmentMultipliers } from '../../../scripts/toolbox/input-output/employment-multipliers.ts'
import { householdAccount, householdMultipliers } from '../../../scripts/toolbox/input-output/households.ts'
import { ghoshInverse, leontiefInverse } from '../../../scripts/toolbox/input-output/leontief-inverse.ts'
import { linkages } from '../../../scripts/toolbox/input-output/linkages.ts'
import { outputMultipliers } from '../../../scripts/toolbox/input-output/output-multipliers.ts'
import type { InputOutputTable } from '../../../scripts/toolbox/input-output/table.ts'
import { productiveTables, wheatAndBread } from '../../toolbox/input-output/tables.ts'

/** The toolbox's own numbers, as the command names them. */
const toolbox = (table: InputOutputTable): readonly SectorNumbers[] => {
  const leontief = leontiefInverse(table)
  const jobs = employmentMultipliers(table, leontief)
  const account = householdAccount(table)
  const closed = account && householdMultipliers(table, account, leontief, jobs.direct)
  const { backward, forward } = linkages(leontief, ghoshInverse(table))
  const made = outputMultipliers(leontief)
  return table.sectors.map((sector, place) => ({
    sector,
    output_multiplier: made[place] ?? Number.NaN,
    type1: jobs.typeI[place] ?? null,
    type2: closed?.typeII[place] ?? null,
    indirect_per_direct: jobs.indirectPerDirect[place] ?? null,
    backward: backward[place] ?? Number.NaN,
    forward: forward[place] ?? Number.NaN,
  }))
}

/** A table as its two files print it, with nine decimals. */
const filesOf = (table: InputOutputTable): readonly [string, string] => {
  const digits = (item: number | undefined) => (item ?? Number.NaN).toFixed(9)
  const rows = (origin: 'domestic' | 'imported') =>
    table.sectors.map((name, seller) =>
      [origin, name, ...(table[origin][seller] ?? []).map(digits), ...table.finalUses.map((use) => digits(use[origin][seller]))].join(','),
    )
  return [
    [
      ['origin', 'sector', ...table.sectors, ...table.finalUses.map(({ name }) => name)].join(','),
      ...rows('domestic'),
      ...rows('imported'),
    ].join('\n'),
    [
      'sector,gross_output,employment_10k',
      ...table.sectors.map((name, place) => [name, digits(table.output[place]), digits(table.employment?.[place])].join(',')),
    ].join('\n'),
  ]
}

/** The table as nine decimals print it: what is printed is what is computed with on either side. */
const asPrinted = (table: InputOutputTable): InputOutputTable => {
  const list = (items: readonly number[]) => items.map((item) => Number(item.toFixed(9)))
  return {
    ...table,
    domestic: table.domestic.map(list),
    imported: table.imported.map(list),
    finalUses: table.finalUses.map((use) => ({ ...use, domestic: list(use.domestic), imported: list(use.imported) })),
    output: list(table.output),
    employment: table.employment && list(table.employment),
    compensation: undefined,
  }
}

describe('an input-output table computed again', () => {
  test('of wheat and bread is what is done by hand', () => {
    const [wheat, bread] = multipliersOf(readTexts(...filesOf(wheatAndBread)))
    expect(wheat).toEqual({
      sector: 'wheat',
      output_multiplier: 1,
      type1: 1,
      // 29 / 116 of a job in a unit of income, of which 62 / 116 is not earned again.
      type2: expect.closeTo(1 + (2 * 29) / 62, 12),
      indirect_per_direct: 0,
      backward: 0.8,
      forward: expect.closeTo(1.2 / 1.1, 12),
    })
    expect([bread?.output_multiplier, bread?.type1, bread?.indirect_per_direct]).toEqual([1.5, 2, 1])
  })

  test('agrees with the toolbox on any table', () => {
    fc.assert(
      fc.property(productiveTables, (table) => {
        const printed = asPrinted(table)
        expect(differences(toolbox(printed), multipliersOf(readTexts(...filesOf(printed))))).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  test('notices a multiplier that is off by a part in 10⁸, and a sector that is left out', () => {
    const own = multipliersOf(readTexts(...filesOf(wheatAndBread)))
    const off = own.map((each) => ({ ...each, type1: (each.type1 ?? 0) * (1 + 1e-8) }))
    expect(differences(off, own).length).toBe(2)
    expect(differences(own.slice(1), own)).toEqual(['wheat is not told'])
  })
})
