import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normalQuantile } from '../../../scripts/methods/normal-quantile.ts'
import { uniformAt } from '../../../scripts/toolbox/uncertainty/philox.ts'
import { normalAt, standardNormalQuantile } from '../../../scripts/toolbox/uncertainty/standard-normal.ts'

describe('quantiles of the standard normal distribution', () => {
  // From scipy 1.17.1, scipy.special.ndtri, which has another algorithm (Cephes); R 4.2.2, qnorm, gives the same to the 15th digit.
  it.each([
    [0.3, -0.5244005127080409],
    [0.25, -0.6744897501960817],
    [0.075, -1.4395314709384563],
    [0.001, -3.090232306167813],
    [1e-10, -6.361340902404056],
    [1e-11, -6.706023155495137],
    [1e-15, -7.941345326170998],
    [2 ** -53, -8.209536151601387],
    [1e-20, -9.262340089798409],
    [1e-100, -21.273453560965322],
    [1e-300, -37.0470962993612],
  ])('of %d it is %f', (probability, quantile) => {
    expect(standardNormalQuantile(probability) / quantile).toBeCloseTo(1, 14)
    expect(-standardNormalQuantile(1 - probability, probability) / quantile).toBeCloseTo(1, 14)
  })
  it('are those of the method in the ledger, bit for bit, wherever that one answers', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-10, max: 1 - 1e-10, noNaN: true }), (probability) => {
        expect(standardNormalQuantile(probability)).toBe(normalQuantile({ probability }))
      }),
      { numRuns: 1000 },
    )
  })
  it('grow with the probability', () => {
    const probability = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(probability, probability, (one, other) => {
        const [low, high] = one <= other ? [one, other] : [other, one]
        expect(standardNormalQuantile(low)).toBeLessThanOrEqual(standardNormalQuantile(high))
      }),
    )
  })
  it('have no end at 0 and at 1, and none at all beyond', () => {
    expect([0, 0.5, 1].map((each) => standardNormalQuantile(each))).toEqual([Number.NEGATIVE_INFINITY, 0, Number.POSITIVE_INFINITY])
    expect(() => standardNormalQuantile(1.2)).toThrow('a probability lies from 0 to 1, and 1.2 does not')
  })
})

describe('normal draws', () => {
  it('are the quantiles of uniform ones', () => {
    expect(normalAt(5, 6, 7)).toBe(standardNormalQuantile(uniformAt(5, 6, 7)))
  })
  it('twenty thousand have mean 0, variance 1 and no lean, within five standard errors', () => {
    const drawn = Array.from({ length: 20_000 }, (_, index) => normalAt(11, 0, index))
    const moment = (power: number) => drawn.reduce((sum, each) => sum + each ** power, 0) / drawn.length
    // The variances of the first three powers are 1, 2 and 15.
    expect(Math.abs(moment(1))).toBeLessThan(5 * Math.sqrt(1 / drawn.length))
    expect(Math.abs(moment(2) - 1)).toBeLessThan(5 * Math.sqrt(2 / drawn.length))
    expect(Math.abs(moment(3))).toBeLessThan(5 * Math.sqrt(15 / drawn.length))
  })
})
