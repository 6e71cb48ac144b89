import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { quotient } from '../../../scripts/toolbox/scale-regression/exact-sums.ts'
import { leastSquares, powers } from '../../../scripts/toolbox/scale-regression/least-squares.ts'
import { solveLine, sumsOfPairs } from '../../../scripts/toolbox/scale-regression/line.ts'

const withConstant = (xs: readonly number[]) => xs.map((x) => ['1', String(x)] as const)

describe('least squares in exact arithmetic', () => {
  it('finds a line by hand: through (0, 1), (1, 2) and (2, 4), y = 5/6 + 3/2 x, with 1/6 of squares left', () => {
    const found = leastSquares(withConstant([0, 1, 2]), ['1', '2', '4'])
    expect(found.coefficients).toEqual([5 / 6, 1.5])
    expect(found.squaresLeft).toBe(1 / 6)
    expect(found.residualDeviation).toBe(Math.sqrt(1 / 6))
    // s^2 (X'X)^-1 with X'X = (3 3; 3 5), of determinant 6.
    expect(found.standardErrors[0]).toBeCloseTo(Math.sqrt((1 / 6) * (5 / 6)), 15)
    expect(found.standardErrors[1]).toBeCloseTo(Math.sqrt((1 / 6) * (3 / 6)), 15)
    // Squares about the mean of 7/3: 14/3.
    expect(found.rSquared).toBe(27 / 28)
  })
  it('a line through nought is told about nought', () => {
    const found = leastSquares([['1'], ['2']], ['1', '3'], 'nought')
    expect(found.coefficients).toEqual([1.4])
    expect(found.rSquared).toBe(0.98)
  })
  it('powers are exact: 0.1 three times over is 0.001', () => {
    expect(powers('0.1', 3).map((each) => each.toString())).toEqual(['1', '0.1', '0.01', '0.001'])
  })
  it('tells what no doubles can: columns that part in the 18th digit', () => {
    const rows = ['1', '2', '3', '5'].map((x) => ['1', x, `${x}.00000000000000000${x}`])
    const responses = ['1', '4', '9', '25']
    // The third column less the second is 10^-18 x, and then 10^-18 x^2.
    expect(() => leastSquares(rows, responses)).toThrow('a column is a combination of others')
    const squared = ['1', '2', '3'].map((x) => ['1', x, `${x}.00000000000000000${Number(x) ** 2}`])
    expect(leastSquares([...squared, ['1', '0', '0']], ['1', '4', '9', '0']).coefficients).toEqual([0, -1e18, 1e18])
  })
  it('rows too few, unlike or without a response are refused', () => {
    expect(() => leastSquares(withConstant([1, 2]), ['1', '2'])).toThrow(
      '2 rows do not tell 2 coefficients and a variance: it takes 3 or more',
    )
    expect(() => leastSquares([['1'], ['1', '2']], ['1', '2'])).toThrow('row 2 has 2 values, where the first has 1')
    expect(() => leastSquares([['1'], ['2']], ['1'])).toThrow('there are 2 rows and 1 responses')
  })
})

describe('each result is rounded once', () => {
  it('also just beyond the middle of two doubles: 2^53 + 1 and a little is 2^53 + 2, and the middle itself is the even one', () => {
    const middle = 2n ** 53n + 1n
    expect(quotient((middle << 60n) + 1n, 1n << 60n)).toBe(2 ** 53 + 2)
    expect(quotient((middle << 60n) - 1n, 1n << 60n)).toBe(2 ** 53)
    expect(quotient(middle, 1n)).toBe(2 ** 53)
    expect(quotient(-((middle << 60n) + 1n), 1n << 60n)).toBe(-(2 ** 53 + 2))
  })
})

describe('laws', () => {
  const whole = fc.integer({ min: -1000, max: 1000 })
  const pairs = fc.array(fc.tuple(whole, whole), { minLength: 3, maxLength: 12 }).filter((list) => new Set(list.map(([x]) => x)).size > 1)
  it('of one column and a constant it is the line of the scale regression, to the bit', () => {
    fc.assert(
      fc.property(pairs, (list) => {
        const [xs, ys] = [list.map(([x]) => x), list.map(([, y]) => y)]
        const line = solveLine(sumsOfPairs(xs, ys))
        const found = leastSquares(withConstant(xs), ys.map(String))
        expect([line?.p0, line?.p1, line?.squaresLeft]).toEqual([...found.coefficients, found.squaresLeft])
      }),
    )
  })
  it('the order of rows changes nothing, to the bit', () => {
    fc.assert(
      fc.property(pairs, (list) => {
        const solve = (rows: typeof list) =>
          leastSquares(
            withConstant(rows.map(([x]) => x)),
            rows.map(([, y]) => String(y)),
          )
        expect(solve(list.toReversed())).toEqual(solve(list))
      }),
    )
  })
  it('another unit of a column changes its coefficient by the unit, and nothing else', () => {
    fc.assert(
      fc.property(pairs, (list) => {
        const responses = list.map(([, y]) => String(y))
        const one = leastSquares(withConstant(list.map(([x]) => x)), responses)
        const other = leastSquares(withConstant(list.map(([x]) => 1024 * x)), responses)
        expect(other.coefficients[0]).toBe(one.coefficients[0])
        expect((other.coefficients[1] ?? 0) * 1024).toBe(one.coefficients[1])
        expect([other.squaresLeft, other.rSquared]).toEqual([one.squaresLeft, one.rSquared])
      }),
    )
  })
})
