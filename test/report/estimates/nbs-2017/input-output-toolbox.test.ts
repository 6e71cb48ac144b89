import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { multipliersOf, readTexts } from '../../../../replay/toolbox/input-output.ts'
import { projectRoot } from '../../../../scripts/ledger/index.ts'
import { bundleBand } from '../../../../scripts/toolbox/input-output/bundle-band.ts'
import { bundleRange, multiplierRanges } from '../../../../scripts/toolbox/input-output/digit-ranges.ts'
import { embodiedEmployment, finalDemand } from '../../../../scripts/toolbox/input-output/embodied-employment.ts'
import { employmentMultipliers } from '../../../../scripts/toolbox/input-output/employment-multipliers.ts'
import { householdAccount, householdMultipliers } from '../../../../scripts/toolbox/input-output/households.ts'
import { leontiefInverse } from '../../../../scripts/toolbox/input-output/leontief-inverse.ts'
import { outputMultipliers } from '../../../../scripts/toolbox/input-output/output-multipliers.ts'
import type { FinalUseKind, InputOutputTable } from '../../../../scripts/toolbox/input-output/table.ts'
import { figure, value } from '../support.ts'

const sectors = [
  'agriculture',
  'mining',
  'food',
  'apparel',
  'materials',
  'machinery',
  'utilities',
  'construction',
  'trade',
  'transport',
  'catering',
  'ict',
  'business',
  'public',
  'culture',
]
const uses: readonly (readonly [string, FinalUseKind])[] = [
  ['consumption', 'consumption'],
  ['fixedCapital', 'capital'],
  ['inventory', 'inventory'],
  ['exports', 'export'],
]

/** In 亿元 and persons, as the ledger has it of what is printed. */
const flow = (origin: string, seller: string, buyer: string) => value(`flows.${origin}.${seller}.${buyer}`) / 1e8
const flows = (origin: string) => sectors.map((seller) => sectors.map((buyer) => flow(origin, seller, buyer)))
const table: InputOutputTable = {
  sectors,
  domestic: flows('domestic'),
  imported: flows('imported'),
  finalUses: uses.map(([name, kind]) => ({
    name,
    kind,
    domestic: sectors.map((seller) => flow('domestic', seller, name)),
    imported: sectors.map((seller) => flow('imported', seller, name)),
  })),
  output: sectors.map((sector) => value(`sectors.${sector}.output`) / 1e8),
  employment: sectors.map((sector) => value(`sectors.${sector}.jobs`)),
  // One decimal of 亿元, and one of 万人.
  halfUnits: { flows: 0.05, output: 0.05, finalUses: 0.05, valueAdded: 0.05, employment: 500 },
  importsAre: 'separate',
}
const leontief = leontiefInverse(table)
const jobs = employmentMultipliers(table, leontief)
const perDirect = (sector: string) => jobs.indirectPerDirect[sectors.indexOf(sector)] ?? Number.NaN
const ofBundle = (names?: readonly string[]) =>
  embodiedEmployment(table, leontief, jobs, finalDemand(table, names)).indirectPerDirect ?? Number.NaN

describe('the toolbox on the national table of 2017 with 15 sectors', () => {
  test('gives 1.313572 indirect jobs per direct one for all final use, and 1.008777 for what is consumed', () => {
    expect(ofBundle().toFixed(6)).toBe('1.313572')
    expect(ofBundle(['consumption'])).toBeCloseTo(1.008777, 5)
  })

  test.each([
    ['trade', '0.159'],
    ['catering', '0.975'],
    ['culture', '1.613'],
  ])('gives Type I less one of %s as %s', (sector, printed) => expect(perDirect(sector).toFixed(3)).toBe(printed))

  test('agrees with every figure of the report that is computed from this table, to a part in 10¹²', () => {
    for (const [id, own] of [
      ['multiplier.trade', perDirect('trade')],
      ['multiplier.catering', perDirect('catering')],
      ['multiplier.culture', perDirect('culture')],
      ['multiplier.sectorLabour', ofBundle()],
      ['multiplier.consumption', ofBundle(['consumption'])],
    ] as const)
      expect(own / value(id), id).toBeCloseTo(1, 12)
  })

  test('finds by slopes the ranges that the ledger finds by search', () => {
    const { typeI } = multiplierRanges(table)
    const typeIOf = (sector: string) => typeI[sectors.indexOf(sector)]
    for (const [id, range] of [
      ['multiplier.trade', typeIOf('trade')],
      ['multiplier.catering', typeIOf('catering')],
      ['multiplier.culture', typeIOf('culture')],
      ['multiplier.sectorLabour', bundleRange(table, { uses: uses.map(([name]) => name) })],
      ['multiplier.consumption', bundleRange(table, { uses: ['consumption'] })],
    ] as const) {
      const { low, high } = figure(id).bounds
      expect((range?.low ?? 0) - 1, id).toBeCloseTo(low?.valueOf() ?? Number.NaN, 11)
      expect((range?.high ?? 0) - 1, id).toBeCloseTo(high?.valueOf() ?? Number.NaN, 11)
      expect(range?.tight, id).toBe(true)
    }
  })

  test('leaves a tight range to every multiplier', () => {
    const ranges = multiplierRanges(table)
    for (const list of Object.values(ranges)) for (const range of list ?? []) expect(range?.tight).toBe(true)
  })

  test('has a band over all bundles from trade at 0.159 to food at 16.4: what is bought decides by a hundred times', () => {
    const { low, high, lowSector, highSector } = bundleBand(sectors, jobs)
    expect([lowSector, low.toFixed(3), highSector, high.toFixed(1)]).toEqual(['trade', '0.159', 'food', '16.4'])
  })

  test('is computed a second time from the text of its two files, over fractions, with the same multipliers', () => {
    const text = (name: string) => readFileSync(`${projectRoot}/data/nbs-2017/${name}.csv`, 'utf8')
    const again = multipliersOf(readTexts(text('flows'), text('sectors')))
    const account = householdAccount(table)
    if (!account) throw new Error('the table has no consumption')
    const { typeII } = householdMultipliers(table, account, leontief, jobs.direct)
    expect(again.map(({ sector }) => sector)).toEqual(sectors)
    for (const [place, { type1, type2, output_multiplier }] of again.entries()) {
      expect((jobs.typeI[place] ?? 0) / (type1 ?? 1)).toBeCloseTo(1, 12)
      expect((typeII[place] ?? 0) / (type2 ?? 1)).toBeCloseTo(1, 12)
      expect((outputMultipliers(leontief)[place] ?? 0) / output_multiplier).toBeCloseTo(1, 12)
    }
  })

  test('is solved to the last digits', () => {
    expect(leontief.residual).toBeLessThan(1e-14)
    expect(leontief.condition).toBeLessThan(10)
  })
})
