import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import * as regression from '../../scripts/methods/scale-regression.ts'
import { normalAt } from '../../scripts/toolbox/uncertainty/standard-normal.ts'
import { formulas } from '../ledger/support.ts'
import { refusal } from './support.ts'

const {
  employmentByRoundedSlope,
  fittedOverTrue,
  lognormalOverTrue,
  recoveredSlope,
  retransformationLoss,
  slopeOfWholePersons,
  slopeStandardErrorHC3,
  slopeWithTurnoverError,
  smearedOverTrue,
} = regression

const category = { slope: 0.9, intercept: -0.5, deviation: 0.5, turnoverMean: 8, turnoverDeviation: 1.5, shops: 2000, seed: 1 }

describe('what the method recovers of a sample that is known', () => {
  it('without errors it finds the slope, and its standard error is nought', () => {
    const exact = { ...category, deviation: 0, shops: 50 }
    expect(recoveredSlope(exact)).toBeCloseTo(0.9, 13)
    expect(slopeStandardErrorHC3(exact)).toBeCloseTo(0, 12)
    expect(fittedOverTrue(exact)).toBeCloseTo(1, 12)
    expect(smearedOverTrue(exact)).toBeCloseTo(1, 12)
  })
  it('with errors it finds the slope within four standard errors, whose size is that of the textbook', () => {
    const error = slopeStandardErrorHC3(category)
    // Where errors are equal, HC3 estimates sigma / (deviation of ln x, times the root of n), give or take some per cent.
    expect(error / (0.5 / (1.5 * Math.sqrt(2000)))).toBeCloseTo(1, 1)
    expect(Math.abs(recoveredSlope(category) - 0.9)).toBeLessThan(4 * error)
  })
  it('the mean of many samples has the slope, and its spread is the standard error that each of them tells', () => {
    const samples = Array.from({ length: 200 }, (_, seed) => ({ ...category, shops: 100, seed }))
    const slopes = samples.map(recoveredSlope)
    const mean = slopes.reduce((sum, each) => sum + each, 0) / slopes.length
    const spread = Math.sqrt(slopes.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (slopes.length - 1))
    const told = samples.map(slopeStandardErrorHC3).reduce((sum, each) => sum + each, 0) / samples.length
    expect(Math.abs(mean - 0.9)).toBeLessThan((5 * spread) / Math.sqrt(slopes.length))
    expect(told / spread).toBeGreaterThan(0.85)
    expect(told / spread).toBeLessThan(1.15)
  })
  it('HC3 is the textbook’s formula over matrices, on four shops', () => {
    const four = { ...category, shops: 4 }
    const x = [0, 1, 2, 3].map((shop) => 8 + 1.5 * normalAt(1, 0, shop))
    const y = x.map((each, shop) => 0.9 * each - 0.5 + 0.5 * normalAt(1, 1, shop))
    const [s0, s1, s2] = [0, 1, 2].map((power) => x.reduce((sum, each) => sum + each ** power, 0)) as [number, number, number]
    const determinant = s0 * s2 - s1 * s1
    // The second row of (X'X)^-1 X', whose product with y is the slope, and the diagonal of the hat matrix.
    const row = x.map((each) => (s0 * each - s1) / determinant)
    const leverage = x.map((each) => (s2 - 2 * s1 * each + s0 * each * each) / determinant)
    const slope = row.reduce((sum, each, shop) => sum + each * (y[shop] ?? 0), 0)
    const intercept = (y.reduce((sum, each) => sum + each, 0) - slope * s1) / 4
    const variance = row.reduce(
      (sum, each, shop) => sum + ((each * ((y[shop] ?? 0) - slope * (x[shop] ?? 0) - intercept)) / (1 - (leverage[shop] ?? 0))) ** 2,
      0,
    )
    expect(recoveredSlope(four)).toBeCloseTo(slope, 11)
    expect(slopeStandardErrorHC3(four)).toBeCloseTo(Math.sqrt(variance), 11)
  })
})

describe('what going back from logarithms leaves out', () => {
  it('is about what lognormal errors say: one less e to minus half the variance', () => {
    expect(retransformationLoss(category)).toBeCloseTo(1 - Math.exp(-0.125), 1)
    expect(fittedOverTrue(category) + retransformationLoss(category)).toBeCloseTo(1, 12)
  })
  it('is made good by either factor, within two per cent of these shops', () => {
    expect(Math.abs(smearedOverTrue(category) - 1)).toBeLessThan(0.02)
    expect(Math.abs(lognormalOverTrue(category) - 1)).toBeLessThan(0.02)
  })
})

describe('what error does', () => {
  it('in turnover: the slope is drawn towards one, half of the way where half of the variance is error', () => {
    expect(slopeWithTurnoverError({ ...category, reliability: 0.5 })).toBeCloseTo(0.95, 1)
    const errors = [1, 0.9, 0.5, 0.2].map((reliability) => slopeWithTurnoverError({ ...category, deviation: 0, reliability }))
    expect(errors).toEqual(errors.toSorted((a, b) => a - b))
    for (const slope of errors) expect(slope).toBeLessThan(1)
    expect(errors[0]).toBeCloseTo(0.9, 12)
  })
  it('in the second decimal of the slope: persons fall by about ln x, times it', () => {
    const change = employmentByRoundedSlope({ slope: 0.9, turnoverMean: 8, turnoverDeviation: 1.5, shops: 2000, seed: 1, shift: 0.005 })
    // Lognormal shops: the exponent of the mean is -shift m + ((0.095)^2 - 0.1^2) s^2 / 2.
    expect(change).toBeCloseTo(Math.expm1(-0.005 * 8 + ((0.095 ** 2 - 0.1 ** 2) * 1.5 ** 2) / 2), 3)
    expect(employmentByRoundedSlope({ ...category, shift: 0 })).toBe(0)
  })
  it('of counting persons whole, one at least: where all shops have many, next to nothing', () => {
    const many = { ...category, intercept: -8, deviation: 0.1 }
    expect(slopeOfWholePersons(many)).toBeCloseTo(recoveredSlope(many), 4)
    // Shops of less than one person all count one, so that sales per head rise as turnover does.
    expect(slopeOfWholePersons({ ...category, intercept: 5, deviation: 0.1 })).toBeCloseTo(1, 12)
  })
})

describe('laws', () => {
  const terms = fc.record({
    slope: fc.double({ min: 0.6, max: 1, noNaN: true }),
    intercept: fc.double({ min: -2, max: 1, noNaN: true }),
    deviation: fc.double({ min: 0.01, max: 1, noNaN: true }),
    turnoverMean: fc.double({ min: 2, max: 12, noNaN: true }),
    turnoverDeviation: fc.double({ min: 0.2, max: 2, noNaN: true }),
    shops: fc.integer({ min: 4, max: 60 }),
    seed: fc.nat(),
  })
  it('another unit of turnover moves the constant, and no slope, no error and no ratio', () => {
    fc.assert(
      fc.property(terms, (given) => {
        // The unit is a thousand times as large; the constant of the same shops moves by (1 - slope) ln 1000.
        const thousands = {
          ...given,
          turnoverMean: given.turnoverMean - Math.log(1000),
          intercept: given.intercept + (given.slope - 1) * Math.log(1000),
        }
        expect(recoveredSlope(thousands)).toBeCloseTo(recoveredSlope(given), 10)
        expect(slopeStandardErrorHC3(thousands)).toBeCloseTo(slopeStandardErrorHC3(given), 10)
        expect(smearedOverTrue(thousands)).toBeCloseTo(smearedOverTrue(given), 9)
      }),
    )
  })
  it('the smearing factor is at least one: the mean of e^r is no less than e to the mean', () => {
    fc.assert(
      fc.property(terms, (given) => {
        expect(smearedOverTrue(given) / fittedOverTrue(given)).toBeGreaterThanOrEqual(1 - 1e-12)
      }),
    )
  })
  it('the draws are those of the toolbox, so that a sample of one category can be made and looked at', () => {
    fc.assert(
      fc.property(fc.integer({ min: 4, max: 30 }), fc.nat(), (shops, seed) => {
        const x = Array.from({ length: shops }, (_, shop) => normalAt(seed, 0, shop))
        const y = x.map((each, shop) => 0.9 * each + normalAt(seed, 1, shop))
        const mean = (list: readonly number[]) => list.reduce((sum, each) => sum + each, 0) / list.length
        const [centreX, centreY] = [mean(x), mean(y)]
        const slope =
          x.reduce((sum, each, shop) => sum + (each - centreX) * ((y[shop] ?? 0) - centreY), 0) /
          x.reduce((sum, each) => sum + (each - centreX) ** 2, 0)
        expect(recoveredSlope({ ...category, intercept: 0, deviation: 1, turnoverMean: 0, turnoverDeviation: 1, shops, seed })).toBeCloseTo(
          slope,
          10,
        )
      }),
    )
  })
})

describe('what cannot be is refused, and the error brings along what is at the edge', () => {
  it.each([
    [{ shops: 3 }, 'a sample of 3 shops is not drawn: it has a whole number of them from 4 to 2000', { shops: 4 }],
    [{ shops: 3000 }, 'a sample of 3000 shops is not drawn: it has a whole number of them from 4 to 2000', { shops: 2000 }],
    [{ seed: -1 }, '-1 is no seed: it is a whole number from 0 to 2147483647', { seed: 0 }],
    [{ deviation: -0.1 }, 'a deviation of errors of -0.1 is none: it is 0 or more', { deviation: 0 }],
  ])('%o', (fault, message, edge) => {
    const refused = refusal(() => recoveredSlope({ ...category, ...fault }))
    expect(refused).toBeInstanceOf(RangeError)
    expect(refused.message).toBe(message)
    expect(refused.nearest).toBe(recoveredSlope({ ...category, ...edge }))
  })
  it('shops that all turn over the same', () => {
    expect(refusal(() => recoveredSlope({ ...category, turnoverDeviation: 0 })).message).toBe(
      'a deviation of turnover of 0 leaves nothing to regress on: it lies above 0',
    )
  })
  it('a reliability above one', () => {
    const refused = refusal(() => slopeWithTurnoverError({ ...category, reliability: 1.1 }))
    expect(refused.message).toBe('a reliability of 1.1 is none: it lies above 0, and is 1 at most')
    expect(refused.nearest).toBe(recoveredSlope(category))
  })
})

test.each(Object.entries(regression).filter(([, value]) => typeof value === 'function'))(
  '%s: the words in its equation are its arguments',
  (name) => {
    const tex = (regression as unknown as Readonly<Record<string, string>>)[`${name}Tex`] ?? ''
    const words = [...tex.matchAll(/\\mathit\{(\w+)\}/g)].map(([, word]) => word)
    expect(new Set(words)).toEqual(new Set(formulas.get(name)?.arguments))
    expect(formulas.get(name)?.asPrinted).toEqual(['shops', 'seed'])
  },
)
