import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bundleBand } from '../../../scripts/toolbox/input-output/bundle-band.ts'
import { embodiedEmployment, finalDemand } from '../../../scripts/toolbox/input-output/embodied-employment.ts'
import { employmentMultipliers } from '../../../scripts/toolbox/input-output/employment-multipliers.ts'
import { bundleLeakage, importLeakage } from '../../../scripts/toolbox/input-output/import-leakage.ts'
import { leontiefInverse } from '../../../scripts/toolbox/input-output/leontief-inverse.ts'
import type { InputOutputTable } from '../../../scripts/toolbox/input-output/table.ts'
import { productiveTables, wheatAndBread } from './tables.ts'

const jobsOf = (table: InputOutputTable) => employmentMultipliers(table, leontiefInverse(table))

describe('a bundle of a table done by hand', () => {
  const leontief = leontiefInverse(wheatAndBread)
  const jobs = jobsOf(wheatAndBread)
  const of = (bundle: readonly number[]) => embodiedEmployment(wheatAndBread, leontief, jobs, bundle)

  test('8 of bread hold two jobs in baking and two in wheat', () => {
    expect(of([0, 8])).toEqual({ demand: 8, direct: 2, employment: 4, indirectPerDirect: 1, byWorkplace: [2, 2] })
  })

  test('has no ratio where nobody is direct', () => expect(of([0, 0]).indirectPerDirect).toBeUndefined())

  test('has an amount for each sector, or is refused', () => {
    expect(() => of([1])).toThrow('The bundle has 1 amounts, and there are 2 sectors.')
    expect(() => of([1, Number.NaN])).toThrow('The bundle’s amount of “bread” is no number.')
  })

  test('of a final use is found by its name', () => {
    expect(finalDemand(wheatAndBread, ['exports'])).toEqual([62, 0])
    expect(finalDemand(wheatAndBread)).toEqual([80, 40])
    expect(() => finalDemand(wheatAndBread, ['export'])).toThrow('No final use is called “export”; there are “households”, “exports”.')
  })

  test('the band over all bundles is that of the sectors alone: wheat has none behind it, bread one', () => {
    expect(bundleBand(wheatAndBread.sectors, jobs)).toEqual({ low: 0, high: 1, lowSector: 'wheat', highSector: 'bread' })
    expect(bundleBand(wheatAndBread.sectors, jobs, [1])).toEqual({ low: 1, high: 1, lowSector: 'bread', highSector: 'bread' })
  })

  test('the band has no upper end where a sector that employs nobody buys from one that does', () => {
    const idle = jobsOf({ ...wheatAndBread, employment: [50, 0] })
    expect(bundleBand(wheatAndBread.sectors, idle)).toEqual({
      low: 0,
      high: Number.POSITIVE_INFINITY,
      lowSector: 'wheat',
      highSector: 'bread',
    })
  })

  test('a unit of bread leaks a tenth into imported wheat, and an imported loaf wholly', () => {
    const leakage = importLeakage(wheatAndBread, leontief)
    expect(leakage).toEqual([0, 0.1])
    expect(bundleLeakage(leakage, wheatAndBread.sectors, [0, 30], [0, 10])).toEqual({ induced: 3, direct: 10, share: 13 / 40 })
    expect(bundleLeakage(leakage, wheatAndBread.sectors, [0, 0]).share).toBeUndefined()
  })
})

describe('in any productive table', () => {
  const withBundles = productiveTables.chain((table) =>
    fc.tuple(
      fc.constant(table),
      fc.array(fc.double({ min: 0.01, max: 100, noNaN: true }), { minLength: table.sectors.length, maxLength: table.sectors.length }),
    ),
  )

  test('no bundle leaves the band of the sectors', () => {
    fc.assert(
      fc.property(withBundles, ([table, bundle]) => {
        const jobs = jobsOf(table)
        const { low, high } = bundleBand(table.sectors, jobs)
        const { indirectPerDirect = Number.NaN } = embodiedEmployment(table, leontiefInverse(table), jobs, bundle)
        expect(indirectPerDirect).toBeGreaterThanOrEqual(low - 1e-12 * (1 + low))
        expect(indirectPerDirect).toBeLessThanOrEqual(high + 1e-12 * (1 + high))
      }),
    )
  })

  test('the ends of the band are bundles: those of one sector’s product', () => {
    fc.assert(
      fc.property(productiveTables, (table) => {
        const jobs = jobsOf(table)
        const { high, highSector } = bundleBand(table.sectors, jobs)
        const alone = table.sectors.map((name) => (name === highSector ? 5 : 0))
        expect(embodiedEmployment(table, leontiefInverse(table), jobs, alone).indirectPerDirect).toBeCloseTo(high, 9)
      }),
    )
  })

  test('a bundle is a mean of its sectors, weighed by where its direct jobs are', () => {
    fc.assert(
      fc.property(withBundles, ([table, bundle]) => {
        const jobs = jobsOf(table)
        const direct = bundle.map((amount, sector) => amount * (jobs.direct[sector] ?? 0))
        const all = direct.reduce((sum, each) => sum + each, 0)
        const mean = direct.reduce((sum, each, sector) => sum + (each / all) * (jobs.indirectPerDirect[sector] ?? 0), 0)
        expect(embodiedEmployment(table, leontiefInverse(table), jobs, bundle).indirectPerDirect).toBeCloseTo(mean, 9)
      }),
    )
  })

  test('what does not leak into imports becomes value added at home', () => {
    fc.assert(
      fc.property(productiveTables, (table) => {
        const leontief = leontiefInverse(table)
        const added = table.output.map((made, buyer) =>
          [...table.domestic, ...table.imported].reduce((left, row) => left - (row[buyer] ?? 0), made),
        )
        const leakage = importLeakage(table, leontief)
        for (const [sector, leaked] of leakage.entries()) {
          const kept = leontief.inverse.reduce(
            (sum, row, place) => sum + ((added[place] ?? 0) / (table.output[place] ?? 1)) * (row[sector] ?? 0),
            0,
          )
          expect(leaked + kept).toBeCloseTo(1, 10)
          expect(leaked).toBeGreaterThanOrEqual(0)
          expect(leaked).toBeLessThanOrEqual(1)
        }
      }),
    )
  })
})
