import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exp, log } from '../../../scripts/toolbox/uncertainty/elementary.ts'

describe('logarithm and exponential out of the four operations', () => {
  it('have the values that tables have', () => {
    expect([log(1), log(2), log(10), log(0.5)]).toEqual([0, Math.LN2, Math.LN10, -Math.LN2])
    expect([exp(0), exp(1), exp(-1)]).toEqual([1, Math.E, 0.36787944117144233])
  })
  it('are those of Node, bit for bit', () => {
    const positive = fc.double({ min: Number.MIN_VALUE, max: Number.MAX_VALUE, noNaN: true })
    fc.assert(
      fc.property(fc.oneof(positive, fc.double({ min: 0.5, max: 2, noNaN: true })), (x) => Object.is(log(x), Math.log(x))),
      {
        numRuns: 5000,
      },
    )
    const moderate = fc.double({ min: -760, max: 720, noNaN: true })
    fc.assert(
      fc.property(fc.oneof(moderate, fc.double({ min: -1, max: 1, noNaN: true })), (x) => Object.is(exp(x), Math.exp(x))),
      {
        numRuns: 5000,
      },
    )
  })
  it('have an answer at the ends', () => {
    expect([log(0), log(-1), log(Number.POSITIVE_INFINITY), log(Number.NaN)]).toEqual([
      Number.NEGATIVE_INFINITY,
      Number.NaN,
      Number.POSITIVE_INFINITY,
      Number.NaN,
    ])
    expect([exp(710), exp(-746), exp(Number.POSITIVE_INFINITY), exp(Number.NEGATIVE_INFINITY), exp(Number.NaN)]).toEqual([
      Number.POSITIVE_INFINITY,
      0,
      Number.POSITIVE_INFINITY,
      0,
      Number.NaN,
    ])
  })
})
