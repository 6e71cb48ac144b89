import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { rowTimes, timesColumn } from '../../../scripts/toolbox/input-output/algebra.ts'
import { domesticCoefficients } from '../../../scripts/toolbox/input-output/coefficients.ts'
import { embodiedEmployment, finalDemand } from '../../../scripts/toolbox/input-output/embodied-employment.ts'
import { employmentMultipliers } from '../../../scripts/toolbox/input-output/employment-multipliers.ts'
import { ghoshInverse, leontiefInverse, technologyInverse } from '../../../scripts/toolbox/input-output/leontief-inverse.ts'
import { linkages } from '../../../scripts/toolbox/input-output/linkages.ts'
import { outputMultipliers } from '../../../scripts/toolbox/input-output/output-multipliers.ts'
import { InputOutputRefusal } from '../../../scripts/toolbox/input-output/refusal.ts'
import { inUnit, millerAndBlair, productiveTables, reordered, wheatAndBread } from './tables.ts'

/** Closeness of one part in 10¹⁰, as published examples are to be met. */
const near = (wanted: number) => expect.closeTo(wanted, 10)

describe('on Miller and Blair’s two-sector example', () => {
  const leontief = leontiefInverse(millerAndBlair)
  const jobs = employmentMultipliers(millerAndBlair, leontief)

  test('the inverse is [[.95, .25], [.20, .85]] / .7575, which the book rounds to 1.2541, .3300, .2640 and 1.1221', () => {
    expect(leontief.inverse).toEqual([
      [near(0.95 / 0.7575), near(0.25 / 0.7575)],
      [near(0.2 / 0.7575), near(0.85 / 0.7575)],
    ])
    expect(leontief.inverse.flat().map((item) => item.toFixed(4))).toEqual(['1.2541', '0.3300', '0.2640', '1.1221'])
  })

  test('the solution is told with how good it is', () => {
    expect(leontief.residual).toBeLessThan(1e-15)
    // ‖I − A‖₁ = .20 + .95 or .85 + .20, and ‖L‖₁ = (.95 + .20) / .7575 or (.25 + .85) / .7575.
    expect(leontief.condition).toBeCloseTo((1.2 * 1.15) / 0.7575, 10)
  })

  test('output multipliers are the columns of the inverse: 1.518 and 1.452', () => {
    expect(outputMultipliers(leontief)).toEqual([near(1.15 / 0.7575), near(1.1 / 0.7575)])
  })

  test('simple employment multipliers are labour times the inverse', () => {
    expect(jobs.simple).toEqual([near((0.3 * 0.95 + 0.25 * 0.2) / 0.7575), near((0.3 * 0.25 + 0.25 * 0.85) / 0.7575)])
  })

  test('Type I is 1.47415 and 1.51815, and indirect per direct one less', () => {
    expect(jobs.typeI).toEqual([near(0.335 / 0.22725), near(0.2875 / 0.189375)])
    expect(jobs.typeI.map((multiplier) => multiplier?.toFixed(5))).toEqual(['1.47415', '1.51815'])
    expect(jobs.indirectPerDirect).toEqual([near(0.335 / 0.22725 - 1), near(0.2875 / 0.189375 - 1)])
  })

  test('final demand of 600 and 1500 takes outputs of 1247.5 and 1841.6, and 374.25 and 460.4 jobs', () => {
    const { direct, employment, byWorkplace, indirectPerDirect } = embodiedEmployment(millerAndBlair, leontief, jobs, [600, 1500])
    expect(direct).toBeCloseTo(180 + 375, 10)
    expect(byWorkplace.map((each) => each.toFixed(1))).toEqual(['374.3', '460.4'])
    expect(employment).toBeCloseTo((945 * 0.3 + 1395 * 0.25) / 0.7575, 9)
    expect(indirectPerDirect).toBeCloseTo((945 * 0.3 + 1395 * 0.25) / 0.7575 / 555 - 1, 10)
  })

  test('Ghosh’s inverse is of what each sector sells: its rows push', () => {
    const [first, second] = millerAndBlair.output
    const ghosh = ghoshInverse(millerAndBlair)
    // G = x̂⁻¹ L x̂.
    expect(ghosh.inverse[0]?.[1]).toBeCloseTo(((0.25 / 0.7575) * (second ?? 0)) / (first ?? 1), 10)
  })
})

describe('on a table done by hand', () => {
  const leontief = leontiefInverse(wheatAndBread)

  test('bread takes half of itself in wheat: 1.5 of output, and wheat nothing: 1', () => {
    expect(outputMultipliers(leontief)).toEqual([1, 1.5])
  })

  test('a unit of bread has a quarter of a job in baking and a quarter in wheat: Type I of 2', () => {
    const jobs = employmentMultipliers(wheatAndBread, leontief)
    expect(jobs.direct).toEqual([0.5, 0.25])
    expect(jobs.simple).toEqual([0.5, 0.5])
    expect(jobs.typeI).toEqual([1, 2])
  })

  test('with imports the technology of bread takes 0.6 of wheat', () => {
    expect(outputMultipliers(technologyInverse(wheatAndBread))).toEqual([1, 1.6])
  })

  test('wheat pushes: a unit of its value added ends up in 1.2 of output', () => {
    expect(linkages(leontief, ghoshInverse(wheatAndBread))).toEqual({
      backwardTotal: [1, 1.5],
      forwardTotal: [near(1.2), 1],
      backward: [near(0.8), near(1.2)],
      forward: [near(1.2 / 1.1), near(1 / 1.1)],
    })
  })

  test('a sector that employs nobody has no Type I', () => {
    const idle = { ...wheatAndBread, employment: [50, 0] }
    expect(employmentMultipliers(idle, leontief).typeI).toEqual([1, undefined])
  })

  test('without employment its multipliers are refused, not made up', () => {
    const { employment: _, ...silent } = wheatAndBread
    expect(() => employmentMultipliers(silent, leontief)).toThrow('The table has no employment')
  })
})

describe('in any productive table', () => {
  test('the inverse times I − A is the identity, and its residual says so', () => {
    fc.assert(
      fc.property(productiveTables, (table) => {
        const { inverse, residual, condition } = leontiefInverse(table)
        const coefficients = domesticCoefficients(table)
        for (const [index, row] of inverse.entries())
          for (const [column, item] of row.entries())
            expect(item - (rowTimes(row, coefficients)[column] ?? 0)).toBeCloseTo(index === column ? 1 : 0, 10)
        expect(residual).toBeLessThan(1e-13)
        expect(condition).toBeGreaterThanOrEqual(1)
      }),
    )
  })

  test('a multiplier is at least 1', () => {
    fc.assert(
      fc.property(productiveTables, (table) => {
        const leontief = leontiefInverse(table)
        const all = [...outputMultipliers(leontief), ...employmentMultipliers(table, leontief).typeI]
        for (const multiplier of all) expect(multiplier).toBeGreaterThanOrEqual(1 - 1e-12)
      }),
    )
  })

  test('output is the inverse times final demand, and employment the content of it', () => {
    fc.assert(
      fc.property(productiveTables, (table) => {
        const leontief = leontiefInverse(table)
        const demand = finalDemand(table)
        for (const [sector, made] of timesColumn(leontief.inverse, demand).entries())
          expect(made / (table.output[sector] ?? 0)).toBeCloseTo(1, 10)
        const all = (table.employment ?? []).reduce((sum, each) => sum + each, 0)
        expect(embodiedEmployment(table, leontief, employmentMultipliers(table, leontief), demand).employment / all).toBeCloseTo(1, 10)
      }),
    )
  })

  test('Leontief’s and Ghosh’s inverses are similar: L x̂ = x̂ G', () => {
    fc.assert(
      fc.property(productiveTables, (table) => {
        const [leontief, ghosh] = [leontiefInverse(table), ghoshInverse(table)]
        for (const [seller, row] of leontief.inverse.entries())
          for (const [buyer, item] of row.entries()) {
            const turned = ((ghosh.inverse[seller]?.[buyer] ?? 0) * (table.output[seller] ?? 0)) / (table.output[buyer] ?? 1)
            expect(item - turned).toBeCloseTo(0, 9)
          }
      }),
    )
  })

  test('linkages over the mean have a mean of 1', () => {
    fc.assert(
      fc.property(productiveTables, (table) => {
        const { backward, forward } = linkages(leontiefInverse(table), ghoshInverse(table))
        for (const list of [backward, forward]) expect(list.reduce((sum, each) => sum + each, 0) / list.length).toBeCloseTo(1, 12)
      }),
    )
  })

  test('another unit of money changes no multiplier', () => {
    fc.assert(
      fc.property(productiveTables, fc.constantFrom(1e-4, 10, 1e4, 1e8), (table, unit) => {
        const [here, there] = [table, inUnit(table, unit)].map((each) => {
          const leontief = leontiefInverse(each)
          return [...outputMultipliers(leontief), ...employmentMultipliers(each, leontief).typeI]
        })
        for (const [index, multiplier] of (here ?? []).entries()) expect((there?.[index] ?? 0) / (multiplier ?? 1)).toBeCloseTo(1, 12)
      }),
    )
  })

  test('a unit of money that is a power of two changes not a bit', () => {
    fc.assert(
      fc.property(productiveTables, (table) => {
        expect(outputMultipliers(leontiefInverse(inUnit(table, 1024)))).toEqual(outputMultipliers(leontiefInverse(table)))
      }),
    )
  })

  test('the order of the sectors changes nothing', () => {
    fc.assert(
      fc.property(
        productiveTables.chain((table) =>
          fc.tuple(
            fc.constant(table),
            fc.shuffledSubarray(
              table.sectors.map((_, place) => place),
              { minLength: table.sectors.length },
            ),
          ),
        ),
        ([table, order]) => {
          const turned = reordered(table, order)
          const [here, there] = [table, turned].map((each) => employmentMultipliers(each, leontiefInverse(each)).typeI)
          for (const [index, place] of order.entries()) expect((there?.[index] ?? 0) / (here?.[place] ?? 1)).toBeCloseTo(1, 12)
        },
      ),
    )
  })
})

describe('a system that has no multipliers', () => {
  const solve = (domestic: readonly (readonly number[])[]) => () =>
    leontiefInverse({
      ...wheatAndBread,
      domestic,
      output: [10, 10],
    })
  const refusal = (run: () => unknown): InputOutputRefusal => {
    try {
      run()
    } catch (error) {
      if (error instanceof InputOutputRefusal) return error
      throw error
    }
    throw new Error('nothing was refused')
  }

  test('is singular where a sector uses up all that it makes, and that sector is named', () => {
    const { kind, sectors, message } = refusal(
      solve([
        [10, 0],
        [0, 5],
      ]),
    )
    expect([kind, sectors]).toEqual(['singular', ['wheat']])
    expect(message).toContain('“wheat” buys 1 per unit of its output')
  })

  test('is all but singular where it does so but for the last bits', () => {
    const { kind, sectors } = refusal(
      solve([
        [10 - 1e-13, 0],
        [0, 5],
      ]),
    )
    expect([kind, sectors]).toEqual(['near-singular', ['wheat']])
  })

  test('is not productive where a sector uses up more than it makes', () => {
    const { kind, sectors, message } = refusal(
      solve([
        [5, 1],
        [1, 12],
      ]),
    )
    expect([kind, sectors]).toEqual(['not-productive', ['bread']])
    expect(message).toContain('Hawkins and Simon')
  })

  test('stays productive with a column above 1 where suppliers leave enough: the columns alone do not decide', () => {
    // I − A = [[.9, −.8], [−.05, .6]]: its inverse has no negative entry, although bread buys 1.2.
    expect(
      solve([
        [1, 8],
        [0.5, 4],
      ])()
        .inverse.flat()
        .every((item) => item > 0),
    ).toBe(true)
  })
})
