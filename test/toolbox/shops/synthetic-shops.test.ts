import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { recoveredSlope } from '../../../scripts/methods/scale-regression.ts'
import { blocksOf, type ShopModel, shopMaker } from '../../../scripts/toolbox/shops/synthetic-shops.ts'
import { normalAt } from '../../../scripts/toolbox/uncertainty/standard-normal.ts'

const model: ShopModel = {
  categories: [
    { name: 'food', p1: 0.85, p0: -0.1 },
    { name: 'clothes', p1: 0.9, p0: -0.7 },
  ],
  sigma: 0.5,
  turnoverMean: 9,
  turnoverDeviation: 1.5,
  turnoverError: 0,
  whole: false,
  seed: 3,
}

interface Shop {
  readonly category: number
  readonly turnover: number
  readonly employees: number
}

/** A block is made over the arrays of the one before: each is read before the next. */
const shopsOf = (given: ShopModel, count: number): readonly Shop[] => {
  const made: Shop[] = []
  for (const { count: rows, categories, turnover, employees } of blocksOf(given, count))
    for (let row = 0; row < rows; row += 1)
      made.push({ category: categories[row] ?? -1, turnover: turnover[row] ?? Number.NaN, employees: employees[row] ?? Number.NaN })
  return made
}

describe('synthetic shops', () => {
  it('the shop of a row is what the coefficients and the noise of the row make of it', () => {
    const [, , third] = shopsOf(model, 3)
    const x = 9 + 1.5 * normalAt(3, 0, 2)
    const y = 0.85 * x - 0.1 + 0.5 * normalAt(3, 1, 2)
    expect(third).toEqual({ category: 0, turnover: expect.closeTo(Math.exp(x), 6), employees: expect.closeTo(Math.exp(x - y), 10) })
  })
  it('without noise they lie on their line: employees are turnover / e^(p1 ln turnover + p0)', () => {
    for (const { category, turnover, employees } of shopsOf({ ...model, sigma: 0 }, 20)) {
      const { p1 = 0, p0 = 0 } = model.categories[category] ?? {}
      expect(employees / (turnover / Math.exp(p1 * Math.log(turnover) + p0))).toBeCloseTo(1, 12)
    }
  })
  it('categories take turns', () => {
    expect(shopsOf(model, 5).map(({ category }) => category)).toEqual([0, 1, 0, 1, 0])
  })
  it('counted whole, each has one person or more, and only small shops have another number than before', () => {
    const whole = shopsOf({ ...model, whole: true }, 3000)
    const parts = shopsOf(model, 3000)
    expect(whole.every(({ employees }) => Number.isInteger(employees) && employees >= 1)).toBe(true)
    expect(whole.map(({ employees }) => employees)).toEqual(parts.map(({ employees }) => Math.max(1, Math.round(employees))))
  })
  it('an error in turnover moves what is recorded and not who works there', () => {
    const [right, wrong] = [shopsOf(model, 500), shopsOf({ ...model, turnoverError: 0.4 }, 500)]
    expect(wrong.map(({ employees }) => employees)).toEqual(right.map(({ employees }) => employees))
    for (const [row, shop] of wrong.entries())
      expect(Math.log(shop.turnover / (right[row]?.turnover ?? 1))).toBeCloseTo(0.4 * normalAt(3, 2, row), 9)
  })
  it('the figures of the ledger ask the same shops: a slope found by hand is theirs', () => {
    const one = { ...model, categories: [{ name: 'one', p1: 0.85, p0: -0.1 }] }
    const pairs = shopsOf(one, 300).map(({ turnover, employees }) => [Math.log(turnover), Math.log(turnover / employees)] as const)
    const mean = (place: 0 | 1) => pairs.reduce((sum, pair) => sum + pair[place], 0) / pairs.length
    const [x, y] = [mean(0), mean(1)]
    const slope = pairs.reduce((sum, [a, b]) => sum + (a - x) * (b - y), 0) / pairs.reduce((sum, [a]) => sum + (a - x) ** 2, 0)
    expect(
      recoveredSlope({ slope: 0.85, intercept: -0.1, deviation: 0.5, turnoverMean: 9, turnoverDeviation: 1.5, shops: 300, seed: 3 }),
    ).toBeCloseTo(slope, 12)
  })
})

describe('laws', () => {
  it('a longer file begins with the shops of a shorter one, to the bit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.integer({ min: 1, max: 5000 }), (one, other) => {
        const [short, long] = [Math.min(one, other), Math.max(one, other)]
        expect(shopsOf(model, long).slice(0, short)).toEqual(shopsOf(model, short))
      }),
      { numRuns: 10 },
    )
  })
  it('any slice can be made alone, wherever it begins', () => {
    const all = shopsOf(model, 4000)
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3900 }), fc.integer({ min: 1, max: 100 }), (from, count) => {
        const slice = shopMaker(model)(from, count)
        const made = Array.from({ length: count }, (_, row) => ({
          category: slice.categories[row],
          turnover: slice.turnover[row],
          employees: slice.employees[row],
        }))
        expect(made).toEqual(all.slice(from, from + count))
      }),
    )
  })
  it('another seed makes other shops, all of them', () => {
    const [one, other] = [shopsOf(model, 500), shopsOf({ ...model, seed: 4 }, 500)]
    expect(one.filter((shop, row) => shop.turnover === other[row]?.turnover || shop.employees === other[row]?.employees)).toEqual([])
  })
})

it('a model without categories, and a block that is too large, are refused', () => {
  expect(() => shopMaker({ ...model, categories: [] })).toThrow('there is no category to make shops of')
  expect(() => shopMaker(model)(0, 2049)).toThrow('a block has 2048 shops at most, and not 2049')
})
