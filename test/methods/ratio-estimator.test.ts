import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import * as method from '../../scripts/methods/ratio-estimator.ts'
import { formulas } from '../ledger/support.ts'
import { refusal } from './support.ts'

const {
  ratioRelativeError,
  ratioTotal,
  ratioTotalError,
  ratioVariation,
  residualVariation,
  weightedRatioRelativeError,
  weightedRatioTotal,
  weightedRatioTotalError,
} = method

/**
 * Signatures on 50 of 676 sheets of a petition, each number with how many sheets have it: after Cochran,
 * Sampling Techniques, 3rd edition, chapter 2; not collated with a copy, and of the sum that he gives, 1,471.
 */
const sheets = (
  [
    [42, 23],
    [41, 4],
    [36, 1],
    [32, 1],
    [29, 1],
    [27, 2],
    [23, 1],
    [19, 1],
    [16, 2],
    [15, 2],
    [14, 1],
    [11, 1],
    [10, 1],
    [9, 1],
    [7, 1],
    [6, 3],
    [5, 2],
    [4, 1],
    [3, 1],
  ] as const
).flatMap(([signatures, times]) => new Array<number>(times).fill(signatures))
const ones = (many: readonly unknown[]) => many.map(() => 1)

/**
 * Persons, weekly income and weekly cost of food of 33 families: after the same, section 2.11; not collated with a copy, and one
 * cost is such that the sums which he gives hold.
 */
const families = (
  [
    [2, 62, 14.3],
    [3, 62, 20.8],
    [3, 87, 22.7],
    [5, 65, 30.5],
    [4, 58, 41.2],
    [7, 92, 28.2],
    [2, 88, 24.2],
    [4, 79, 30.0],
    [2, 83, 24.2],
    [5, 62, 44.4],
    [3, 63, 13.4],
    [6, 62, 19.8],
    [4, 60, 29.4],
    [4, 75, 27.1],
    [2, 90, 22.2],
    [5, 75, 37.7],
    [3, 69, 22.6],
    [4, 83, 36.0],
    [2, 85, 20.6],
    [4, 73, 27.7],
    [2, 66, 25.9],
    [5, 58, 23.3],
    [3, 77, 39.8],
    [4, 69, 16.8],
    [7, 65, 37.8],
    [3, 77, 34.8],
    [3, 69, 28.7],
    [6, 95, 63.0],
    [2, 77, 19.5],
    [2, 69, 21.6],
    [6, 69, 18.2],
    [4, 67, 20.1],
    [2, 63, 20.7],
  ] as const
).map(([persons, income, food]) => ({ persons, income, food }))
const food = families.map((family) => family.food)
const persons = families.map((family) => family.persons)
const income = families.map((family) => family.income)
const equal = ones(families)

describe('on Cochran’s petition, whose 50 sheets of 676 bear 1,471 signatures', () => {
  it('the data are the printed ones: 50 sheets, 1,471 signatures, squares of 54,497', () => {
    expect([sheets.length, sheets.reduce((a, b) => a + b, 0), sheets.reduce((a, b) => a + b * b, 0)]).toEqual([50, 1471, 54_497])
  })
  it('19,888 signatures are estimated: 1,471 / 50 × 676', () => {
    expect(ratioTotal({ sampleTotal: 1471, sampleAuxiliary: 50, auxiliaryTotal: 676 })).toBeCloseTo(19_888, 0)
    expect(weightedRatioTotal({ amounts: sheets, auxiliaries: ones(sheets), weights: ones(sheets), auxiliaryTotal: 676 })).toBeCloseTo(
      19_887.92,
      10,
    )
  })
  it('the standard error is 676 × 15.13 × √(1 - 0.0740) / √50: 1,392', () => {
    const units = { amounts: sheets, auxiliaries: ones(sheets), weights: ones(sheets), population: 676 }
    expect(weightedRatioTotalError({ ...units, auxiliaryTotal: 676 })).toBeCloseTo(1392.1, 1)
    expect(weightedRatioRelativeError(units)).toBeCloseTo(1392.1 / 19_887.92, 5)
  })
  it('without the data it is the same from their coefficient of variation, 15.13 / 29.42', () => {
    const told = { variation: 15.13 / 29.42, sample: 50, population: 676 }
    expect(ratioTotalError({ total: 19_888, ...told })).toBeCloseTo(1392, 0)
    expect(ratioRelativeError(told)).toBeCloseTo(0.07, 4)
  })
})

describe('on Cochran’s 33 families, who spend $907.20 on food for 123 persons out of $2,394', () => {
  it('the data come to the sums that the book gives', () => {
    const sum = (of: (family: (typeof families)[number]) => number) => families.reduce((total, family) => total + of(family), 0)
    expect([sum((f) => f.persons), sum((f) => f.income)]).toEqual([123, 2394])
    expect(sum((f) => f.food)).toBeCloseTo(907.2, 10)
    expect(sum((f) => f.food ** 2)).toBeCloseTo(28_224, 0)
    expect(sum((f) => f.food * f.persons)).toBeCloseTo(3595.5, 8)
    expect(sum((f) => f.food * f.income)).toBeCloseTo(66_678, 0)
  })
  it('a person eats for $7.38 a week, give or take $0.534', () => {
    const one = { amounts: food, auxiliaries: persons, weights: equal, auxiliaryTotal: 1 }
    expect(weightedRatioTotal(one)).toBeCloseTo(7.38, 2)
    expect(weightedRatioTotalError(one)).toBeCloseTo(0.534, 3)
  })
  it('food takes 37.9 % of income, give or take 2.38', () => {
    const one = { amounts: food, auxiliaries: income, weights: equal, auxiliaryTotal: 100 }
    expect(weightedRatioTotal(one)).toBeCloseTo(37.9, 1)
    expect(weightedRatioTotalError(one)).toBeCloseTo(2.38, 2)
  })
  it('the same comes of the variation of each side and how they go together', () => {
    const spread = (values: readonly number[], others: readonly number[]) => {
      const mean = (of: readonly number[]) => of.reduce((a, b) => a + b, 0) / of.length
      const products = values.map((value, unit) => (value / mean(values) - 1) * ((others[unit] ?? 0) / mean(others) - 1))
      return products.reduce((a, b) => a + b, 0) / (values.length - 1)
    }
    const variation = Math.sqrt(spread(food, food))
    const auxiliaryVariation = Math.sqrt(spread(persons, persons))
    const correlation = spread(food, persons) / variation / auxiliaryVariation
    expect(ratioVariation({ variation, auxiliaryVariation, correlation })).toBeCloseTo(
      residualVariation({ amounts: food, auxiliaries: persons, weights: equal }),
      12,
    )
  })
})

describe('by hand', () => {
  it('3 and 4 at a right angle make 5; one way they leave 1, the other way they make 7', () => {
    const sides = { variation: 3, auxiliaryVariation: 4 }
    expect(ratioVariation({ ...sides, correlation: 0 })).toBe(5)
    expect(ratioVariation({ ...sides, correlation: 1 })).toBe(1)
    expect(ratioVariation({ ...sides, correlation: -1 })).toBe(7)
  })
  it('a coefficient of variation of 2 leaves a tenth open after 400; 100 of 400 with a design effect of 3 leave three tenths', () => {
    expect(ratioRelativeError({ variation: 2, sample: 400 })).toBeCloseTo(0.1, 15)
    // 2 √(3 / 100 × 3/4) = 2 × 0.15.
    expect(ratioRelativeError({ variation: 2, sample: 100, population: 400, designEffect: 3 })).toBeCloseTo(0.3, 15)
    expect(ratioTotalError({ total: 5000, variation: 2, sample: 100, population: 400, designEffect: 3 })).toBeCloseTo(1500, 10)
    expect(ratioTotalError({ total: -5000, variation: 2, sample: 400 })).toBeCloseTo(500, 10)
    // Units that are all alike leave nothing open.
    expect(ratioRelativeError({ variation: 0, sample: 1 })).toBe(0)
  })
  it('two units of 1 and 3, the second standing for three: 10 in 4, and residuals of -1.5 and 1.5', () => {
    const units = { amounts: [1, 3], auxiliaries: [1, 1], weights: [1, 3] }
    expect(weightedRatioTotal({ ...units, auxiliaryTotal: 8 })).toBeCloseTo(20, 12)
    // Weighted residuals of 1 - 2.5 and 3 (3 - 2.5): √(2² / 1 × 2 × 2.25) / 10.
    expect(residualVariation(units)).toBeCloseTo(Math.sqrt(18) / 10, 14)
    expect(weightedRatioRelativeError(units)).toBeCloseTo(0.3, 14)
    expect(weightedRatioTotalError({ ...units, auxiliaryTotal: 8 })).toBeCloseTo(6, 12)
    // Of 8 units 2 are known: √(3/4) of that.
    expect(weightedRatioTotalError({ ...units, auxiliaryTotal: 8, population: 8 })).toBeCloseTo(6 * Math.sqrt(0.75), 12)
  })
})

describe('laws', () => {
  const amount = fc.double({ min: 0.1, max: 100, noNaN: true })
  const samples = fc.array(fc.record({ y: amount, x: amount, weight: amount }), { minLength: 2, maxLength: 15 }).map((units) => ({
    amounts: units.map((unit) => unit.y),
    auxiliaries: units.map((unit) => unit.x),
    weights: units.map((unit) => unit.weight),
  }))
  const total = { auxiliaryTotal: 1000 }

  it('where y is the same part of x in every unit, the total is that part of the whole, and certain', () => {
    fc.assert(
      fc.property(samples, amount, ({ auxiliaries, weights }, part) => {
        const units = { amounts: auxiliaries.map((value) => part * value), auxiliaries, weights }
        expect(weightedRatioTotal({ ...units, ...total }) / (1000 * part)).toBeCloseTo(1, 12)
        expect(residualVariation(units)).toBeCloseTo(0, 10)
      }),
    )
  })
  it('only the proportions of weights matter, and other units of y and x change what they ought to', () => {
    fc.assert(
      fc.property(samples, amount, ({ amounts, auxiliaries, weights }, times) => {
        // Where y is all but the same part of x in every unit, floating point leaves nothing but noise of the error.
        fc.pre(weightedRatioRelativeError({ amounts, auxiliaries, weights }) > 1e-4)
        const scaled = (values: readonly number[]) => values.map((value) => value * times)
        const error = weightedRatioTotalError({ amounts, auxiliaries, weights, ...total })
        expect(weightedRatioTotalError({ amounts, auxiliaries, weights: scaled(weights), ...total }) / error).toBeCloseTo(1, 6)
        expect(weightedRatioTotalError({ amounts: scaled(amounts), auxiliaries, weights, ...total }) / error).toBeCloseTo(times, 4)
        expect(weightedRatioRelativeError({ amounts, auxiliaries: scaled(auxiliaries), weights })).toBeCloseTo(
          weightedRatioRelativeError({ amounts, auxiliaries, weights }),
          8,
        )
      }),
      { numRuns: 50 },
    )
  })
  it('the total’s error is the relative one times the total; of all there are, nothing is open', () => {
    fc.assert(
      fc.property(samples, fc.integer({ min: 0, max: 1000 }), (units, more) => {
        const population = units.amounts.length + more
        const error = weightedRatioTotalError({ ...units, ...total, population })
        expect(error).toBeCloseTo(weightedRatioTotal({ ...units, ...total }) * weightedRatioRelativeError({ ...units, population }), 8)
        expect(weightedRatioTotalError({ ...units, ...total, population: units.amounts.length })).toBe(0)
      }),
    )
  })
  it('from a coefficient of variation it falls with the sample, and is nought where all were sampled', () => {
    fc.assert(
      fc.property(
        amount,
        fc.integer({ min: 1, max: 9999 }),
        fc.integer({ min: 1, max: 500 }),
        amount,
        (variation, sample, more, designEffect) => {
          const at = (size: number, population: number) => ratioRelativeError({ variation, sample: size, population, designEffect })
          expect(at(sample + more, 20_000)).toBeLessThan(at(sample, 20_000))
          expect(at(sample, sample)).toBe(0)
        },
      ),
    )
  })
})

describe('what cannot be is refused, and the error brings along what is at the edge', () => {
  it.each([
    [{ variation: -1 }, 'a coefficient of variation of -1 is none: it is 0 or more', 0],
    [{ sample: 0 }, 'a sample of 0 is too small: it takes 1 or more', 2],
    [{ population: 3 }, 'a sample of 4 is larger than its population of 3', 0],
    [{ designEffect: 0 }, 'a design effect of 0 is none: it lies above 0', 0],
    [{ designEffect: -1 }, 'a design effect of -1 is none: it lies above 0', 0],
  ])('%o: %s', (wrong, message, nearest) => {
    const asked = { variation: 2, sample: 4, ...wrong }
    expect(refusal(() => ratioRelativeError(asked))).toMatchObject({ message, nearest })
    expect(refusal(() => ratioTotalError({ total: 10, ...asked }))).toMatchObject({ message, nearest: 10 * nearest })
    expect(refusal(() => ratioRelativeError(asked))).toBeInstanceOf(RangeError)
  })
  it.each([
    [{ variation: -3 }, 'a coefficient of variation of -3 is none: it is 0 or more', 4],
    [{ auxiliaryVariation: -4 }, 'a coefficient of variation of -4 is none: it is 0 or more', 3],
    [{ correlation: 1.5 }, 'a correlation of 1.5 is none: it lies from -1 to 1', 1],
    [{ correlation: -1.5 }, 'a correlation of -1.5 is none: it lies from -1 to 1', 7],
  ])('of two sides, %o: %s', (wrong, message, nearest) => {
    expect(refusal(() => ratioVariation({ variation: 3, auxiliaryVariation: 4, correlation: 0, ...wrong }))).toMatchObject({
      message,
      nearest,
    })
  })
  it('each unit has an amount, an auxiliary and a weight', () => {
    const message = (amounts: number[], auxiliaries: number[], weights: number[]) =>
      refusal(() => weightedRatioTotal({ amounts, auxiliaries, weights, auxiliaryTotal: 1 })).message
    expect(message([1, 2], [1], [1, 1])).toBe('amounts, auxiliaries and weights are told of the same units, and not of 2, 1, 2')
    expect(message([1, 2], [1, 2], [1])).toBe('amounts, auxiliaries and weights are told of the same units, and not of 2, 2, 1')
    expect(message([1, 2], [1, 2], [1, -1])).toBe('a weight of -1 stands for nobody: it is 0 or more')
    expect(message([1, 2], [1, 2], [1, Number.NaN])).toBe('a weight of NaN stands for nobody: it is 0 or more')
    expect(message([1, 2], [0, 0], [1, 1])).toBe('the auxiliaries add up to nothing, and nothing can be expanded by them')
    expect(message([1, 2], [1, 2], [1, 0])).toBe('gives 1')
  })
  it('one unit says nothing of the others, and nothing has no relative error', () => {
    expect(refusal(() => residualVariation({ amounts: [1], auxiliaries: [1], weights: [1] })).message).toBe(
      'a sample of 1 is too small: it takes 2 or more',
    )
    expect(refusal(() => residualVariation({ amounts: [1, -1], auxiliaries: [1, 1], weights: [1, 1] })).message).toBe(
      'the amounts add up to nothing, and an error is no part of that',
    )
    expect(
      refusal(() => weightedRatioRelativeError({ amounts: [1, 2], auxiliaries: [1, 1], weights: [1, 1], population: 1 })),
    ).toMatchObject({
      message: 'a sample of 2 is larger than its population of 1',
      nearest: 0,
    })
  })
})

test.each(Object.entries(method).flatMap(([name, tex]) => (typeof tex === 'string' ? [[name.replace(/Tex$/, ''), tex] as const] : [])))(
  '%s: the words in its equation are its arguments',
  (name, tex) => {
    const words = [...tex.matchAll(/\\mathit\{(\w+)\}/g)].map(([, word]) => word)
    expect([...new Set(words)].sort()).toEqual([...(formulas.get(name)?.arguments ?? [])].sort())
  },
)
