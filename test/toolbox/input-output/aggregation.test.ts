import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aggregate, aggregation, groupsOf } from '../../../scripts/toolbox/input-output/aggregation.ts'
import { embodiedEmployment, finalDemand } from '../../../scripts/toolbox/input-output/embodied-employment.ts'
import { employmentMultipliers } from '../../../scripts/toolbox/input-output/employment-multipliers.ts'
import { leontiefInverse } from '../../../scripts/toolbox/input-output/leontief-inverse.ts'
import { outputMultipliers } from '../../../scripts/toolbox/input-output/output-multipliers.ts'
import { productiveTables, wheatAndBread } from './tables.ts'

const whole = new Map([
  ['wheat', 'food'],
  ['bread', 'food'],
])

describe('adding up wheat and bread into food', () => {
  test('adds flows, uses, outputs and jobs', () => {
    const { sectors, domestic, output, employment, finalUses } = aggregate(wheatAndBread, groupsOf(wheatAndBread.sectors, whole))
    expect([sectors, domestic, output, employment]).toEqual([['food'], [[20]], [140], [60]])
    expect(finalUses.map(({ domestic: amounts }) => amounts)).toEqual([[58], [62]])
  })

  test('moves 1.1667, the mean of its sectors by final demand, to 1 / (1 − 20 / 140), which here is the same', () => {
    const { groups, all } = aggregation(wheatAndBread, whole)
    // 80 of wheat at 1 and 40 of bread at 1.5.
    expect(groups).toEqual([
      {
        group: 'food',
        sectors: ['wheat', 'bread'],
        aggregated: { outputMultiplier: expect.closeTo(140 / 120, 12), indirectPerDirect: expect.closeTo(1 / 6, 12) },
        detailed: { outputMultiplier: expect.closeTo(140 / 120, 12), indirectPerDirect: expect.closeTo(60 / 50 - 1, 12) },
      },
    ])
    expect(all).toEqual({ aggregated: expect.closeTo(1 / 6, 12), detailed: expect.closeTo(0.2, 12) })
  })

  test('wants a group for each sector, and no sector that is not there', () => {
    expect(() => groupsOf(wheatAndBread.sectors, new Map([['wheat', 'food']]))).toThrow('The key has no group for “bread”')
    expect(() => groupsOf(wheatAndBread.sectors, new Map([...whole, ['rye', 'food']]))).toThrow('The key has a group for “rye”')
  })
})

describe('in any productive table', () => {
  const keyed = productiveTables.chain((table) =>
    fc.tuple(
      fc.constant(table),
      fc
        .array(fc.constantFrom('first', 'second', 'third'), { minLength: table.sectors.length, maxLength: table.sectors.length })
        .map((groups) => new Map(table.sectors.map((name, place) => [name, groups[place] ?? '']))),
    ),
  )

  test('a group’s own multiplier lies between those of its sectors', () => {
    fc.assert(
      fc.property(keyed, ([table, key]) => {
        const fine = outputMultipliers(leontiefInverse(table))
        for (const { sectors, detailed } of aggregation(table, key).groups) {
          const members = sectors.map((name) => fine[table.sectors.indexOf(name)] ?? 0)
          expect(detailed.outputMultiplier).toBeGreaterThanOrEqual(Math.min(...members) - 1e-9)
          expect(detailed.outputMultiplier).toBeLessThanOrEqual(Math.max(...members) + 1e-9)
        }
      }),
    )
  })

  test('an aggregated multiplier is still at least 1', () => {
    fc.assert(
      fc.property(keyed, ([table, key]) => {
        for (const { aggregated } of aggregation(table, key).groups) {
          expect(aggregated.outputMultiplier).toBeGreaterThanOrEqual(1)
          expect(aggregated.indirectPerDirect).toBeGreaterThanOrEqual(-1e-12)
        }
      }),
    )
  })

  test('all of final demand holds all jobs before and after', () => {
    fc.assert(
      fc.property(keyed, ([table, key]) => {
        const [before, after] = [table, aggregation(table, key).table].map((each) => {
          const leontief = leontiefInverse(each)
          return embodiedEmployment(each, leontief, employmentMultipliers(each, leontief), finalDemand(each)).employment
        })
        expect((after ?? 0) / (before ?? 1)).toBeCloseTo(1, 9)
      }),
    )
  })

  test('a key that leaves each sector alone moves nothing', () => {
    fc.assert(
      fc.property(productiveTables, (table) => {
        const { groups } = aggregation(table, new Map(table.sectors.map((name) => [name, name])))
        for (const { aggregated, detailed } of groups) {
          expect(aggregated.outputMultiplier).toBeCloseTo(detailed.outputMultiplier, 10)
          expect(aggregated.indirectPerDirect).toBeCloseTo(detailed.indirectPerDirect ?? 0, 9)
        }
      }),
    )
  })
})
