import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asNumber, cutsOf, exactly, powerAbove, quotient, scale } from '../../../scripts/toolbox/scale-regression/exact-sums.ts'
import { aboutNought, solveLine, sumsOfPairs } from '../../../scripts/toolbox/scale-regression/line.ts'

describe('exact binary fractions', () => {
  it('hold three quarters as three quarters of the unit', () => {
    expect(exactly(0.75)).toBe(3n << BigInt(scale - 2))
    expect(asNumber(exactly(-0.75))).toBe(-0.75)
  })
  it('come back as the doubles that they were', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e30, max: 1e30 }), (value) => {
        fc.pre(value === 0 || Math.abs(value) > 1e-25)
        expect(asNumber(exactly(value)) + 0).toBe(value + 0)
      }),
    )
  })
  it('are divided to the nearest double', () => {
    expect(quotient(1n, 3n)).toBe(1 / 3)
    expect(quotient(-(10n ** 20n), 3n)).toBe(-1e20 / 3)
    expect(() => quotient(1n, 0n)).toThrow('nothing is divided by nought')
  })
  it('know the power of two above: 8 is no larger than 2^3, 9 than 2^4', () => {
    expect([8, 9, 0.5, 0.6].map(powerAbove)).toEqual([3, 4, -1, 0])
  })
})

describe('cuts', () => {
  it('of a value whose sum stays below 2^30, of 2^20 rows, are at 21 places and at the last one', () => {
    // 51 - 30 = 21; the rest is below 2^-22 a row, so that a million of them fit at 21 + 53 - 20 = 54, and 50 is asked for.
    expect(cutsOf({ place: 50, each: 10, total: 30, rows: 20 })).toEqual([21, 50])
    expect(cutsOf({ place: 15, each: 10, total: 30, rows: 20 })).toEqual([15])
  })
})

describe('a line from exact sums', () => {
  it('keeps its digits far from nought: the points (10^8 + 0, 1, 2) and 0, 1, 2', () => {
    const line = solveLine(sumsOfPairs([1e8, 1e8 + 1, 1e8 + 2], [0, 1, 2]))
    expect(line).toMatchObject({ p1: 1, p0: -1e8, squaresU: 2, squaresLeft: 0 })
  })
  it('is none of one point, or of points above each other', () => {
    expect(solveLine(sumsOfPairs([1], [1]))).toBeUndefined()
    expect(solveLine(sumsOfPairs([2, 2, 2], [1, 2, 3]))).toBeUndefined()
  })
  it('is the same from sums about centres, multiplied', () => {
    const about = { centreU: 8, centreV: 4, spreadU: 3, spreadV: -1 }
    const [u, v] = [
      [7, 8.5, 10],
      [3, 5, 4],
    ]
    const centred = sumsOfPairs(
      u.map((value) => (value - 8) * 8),
      v.map((value) => (value - 4) / 2),
    )
    expect(aboutNought(centred, about)).toEqual(sumsOfPairs(u, v))
  })
})
