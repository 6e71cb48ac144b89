import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { domesticCoefficients } from '../../../scripts/toolbox/input-output/coefficients.ts'
import {
  fieldOfInfluence,
  inverseAfter,
  mostInfluential,
  totalInfluence,
} from '../../../scripts/toolbox/input-output/field-of-influence.ts'
import { solveInverse } from '../../../scripts/toolbox/input-output/inverse.ts'
import { leontiefInverse } from '../../../scripts/toolbox/input-output/leontief-inverse.ts'
import { productiveTables, wheatAndBread } from './tables.ts'

// L = [[1, .5], [0, 1]].
const leontief = leontiefInverse(wheatAndBread)

describe('the field of influence of a coefficient, on a table done by hand', () => {
  test('wheat in bread moves the entry that it is, and no other', () => {
    expect(fieldOfInfluence(leontief, 0, 1)).toEqual([
      [0, 1],
      [0, 0],
    ])
  })

  test('bread in wheat would move all four: column of bread times row of wheat', () => {
    expect(fieldOfInfluence(leontief, 1, 0)).toEqual([
      [0.5, 0.25],
      [1, 0.5],
    ])
  })

  test('in all is column sum of the seller times row sum of the buyer', () => {
    expect(totalInfluence(leontief)).toEqual([
      [1.5, 1],
      [2.25, 1.5],
    ])
  })

  test('the most influential coefficient is told first, and as many as are asked for', () => {
    const [first, ...others] = mostInfluential(wheatAndBread, leontief, 2)
    expect(first).toEqual({
      seller: 'bread',
      buyer: 'wheat',
      coefficient: 0,
      influence: 2.25,
      relative: 2.25 / (6.25 / 4),
      outputElasticity: 0,
    })
    expect(others.length).toBe(1)
  })

  test('by elasticity a coefficient counts for what it is: 20 of wheat in bread, of 140 that are made', () => {
    const [first] = mostInfluential(wheatAndBread, leontief, 1, 'outputElasticity')
    expect([first?.seller, first?.buyer, first?.outputElasticity]).toEqual(['wheat', 'bread', 20 / 140])
  })
})

describe('in any productive table', () => {
  test('the inverse after a change is that of the changed coefficients', () => {
    fc.assert(
      fc.property(productiveTables, fc.nat(), fc.nat(), fc.double({ min: 0.001, max: 0.05, noNaN: true }), (table, one, other, growth) => {
        const [seller, buyer] = [one % table.sectors.length, other % table.sectors.length]
        const coefficients = domesticCoefficients(table)
        const changed = coefficients.map((row, place) => row.map((item, at) => item + (place === seller && at === buyer ? growth : 0)))
        const wanted = solveInverse(changed, table.sectors).inverse
        const got = inverseAfter(leontiefInverse(table), seller, buyer, growth) ?? []
        for (const [place, row] of wanted.entries()) for (const [at, item] of row.entries()) expect(got[place]?.[at]).toBeCloseTo(item, 9)
      }),
    )
  })

  test('the field is the slope of the inverse', () => {
    fc.assert(
      fc.property(productiveTables, fc.nat(), fc.nat(), (table, one, other) => {
        const [seller, buyer] = [one % table.sectors.length, other % table.sectors.length]
        const before = leontiefInverse(table)
        const after = inverseAfter(before, seller, buyer, 1e-6) ?? []
        for (const [place, row] of fieldOfInfluence(before, seller, buyer).entries())
          for (const [at, slope] of row.entries())
            expect(((after[place]?.[at] ?? 0) - (before.inverse[place]?.[at] ?? 0)) / 1e-6 / Math.max(1, slope)).toBeCloseTo(
              slope / Math.max(1, slope),
              3,
            )
      }),
    )
  })
})
