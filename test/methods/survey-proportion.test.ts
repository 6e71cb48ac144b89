import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import {
  proportionError,
  proportionErrorTex,
  wilsonHigh,
  wilsonHighTex,
  wilsonLow,
  wilsonLowTex,
} from '../../scripts/methods/survey-proportion.ts'
import { formulas } from '../ledger/support.ts'
import { refusal } from './support.ts'

const standardErrors = 1.959964

describe('Wilson’s interval is what publications print', () => {
  // Newcombe (1998), Two-sided confidence intervals for the single proportion: comparison of seven methods, Statistics in
  // Medicine 17(8), 857-872, table I, method 3, at 95 per cent.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('%i of %i: from %f to %f', (count, sample, low, high) => {
    expect(wilsonLow({ share: count / sample, sample, standardErrors })).toBeCloseTo(low, 4)
    expect(wilsonHigh({ share: count / sample, sample, standardErrors })).toBeCloseTo(high, 4)
  })
})

describe('Wilson’s interval by hand', () => {
  it('of a half of 12 reaches from 1/4 to 3/4 at two standard errors: at 1/4 one is √(3/16 / 12) = 1/8', () => {
    expect(wilsonLow({ share: 0.5, sample: 12, standardErrors: 2 })).toBeCloseTo(0.25, 15)
    expect(wilsonHigh({ share: 0.5, sample: 12, standardErrors: 2 })).toBeCloseTo(0.75, 15)
  })
  it('of none of 12 reaches to z² / (n + z²) = 4/16, and begins at nought', () => {
    expect(wilsonLow({ share: 0, sample: 12, standardErrors: 2 })).toBe(0)
    expect(wilsonHigh({ share: 0, sample: 12, standardErrors: 2 })).toBeCloseTo(0.25, 15)
    expect(wilsonHigh({ share: 1, sample: 12, standardErrors: 2 })).toBe(1)
  })
  it('of 24 with a design effect of 2 is that of 12', () => {
    expect(wilsonLow({ share: 0.5, sample: 24, designEffect: 2, standardErrors: 2 })).toBeCloseTo(0.25, 15)
    expect(wilsonHigh({ share: 0.5, sample: 24, designEffect: 2, standardErrors: 2 })).toBeCloseTo(0.75, 15)
  })
  it('of 6 out of 11 is that of 12 out of endlessly many, as half of the variance is left: (11 - 6) / (11 - 1)', () => {
    expect(wilsonLow({ share: 0.5, sample: 6, population: 11, standardErrors: 2 })).toBeCloseTo(0.25, 15)
    expect(wilsonHigh({ share: 0.5, sample: 6, population: 11, standardErrors: 2 })).toBeCloseTo(0.75, 15)
  })
  it('of the only one there is, is what that one says', () => {
    expect(wilsonLow({ share: 1, sample: 1, population: 1, standardErrors: 2 })).toBe(1)
    expect(wilsonHigh({ share: 0, sample: 1, population: 1, standardErrors: 2 })).toBe(0)
  })
})

describe('the standard error of a share', () => {
  it('of 38 wrong addresses among 200 of a list of 3,042 is 81.8 addresses: Cochran, Sampling Techniques, chapter 3', () => {
    // √(3042 × 2842 × 0.19 × 0.81 / 199) = √6686.
    expect(3042 * proportionError({ share: 0.19, sample: 200, population: 3042 })).toBeCloseTo(Math.sqrt(6686), 2)
  })
  it('of a half of 26 is a tenth: √(1/4 / 25); with a design effect of 4 it is twice that', () => {
    expect(proportionError({ share: 0.5, sample: 26 })).toBeCloseTo(0.1, 15)
    expect(proportionError({ share: 0.5, sample: 26, designEffect: 4 })).toBeCloseTo(0.2, 15)
  })
})

describe('laws', () => {
  const asked = fc.record({
    share: fc.oneof(fc.constantFrom(0, 1, 1e-9, 1 - 1e-9), fc.double({ min: 0, max: 1, noNaN: true })),
    sample: fc.integer({ min: 2, max: 100_000 }),
    more: fc.integer({ min: 0, max: 1_000_000 }),
    designEffect: fc.double({ min: 0.2, max: 20, noNaN: true }),
    standardErrors: fc.double({ min: 0, max: 5, noNaN: true }),
  })
  const terms = asked.map(({ more, ...rest }) => ({ ...rest, population: rest.sample + more }))

  it('both ends lie from 0 to 1, and the share between them', () => {
    fc.assert(
      fc.property(terms, (given) => {
        const [low, high] = [wilsonLow(given), wilsonHigh(given)]
        expect(low).toBeGreaterThanOrEqual(0)
        expect(low).toBeLessThanOrEqual(given.share)
        expect(high).toBeGreaterThanOrEqual(given.share - 1e-15)
        expect(high).toBeLessThanOrEqual(1)
      }),
    )
  })
  it('each end lies z of its own standard errors from the share', () => {
    fc.assert(
      fc.property(terms, (given) => {
        const { share, sample, population, designEffect } = given
        for (const end of [wilsonLow(given), wilsonHigh(given)]) {
          const variance = (designEffect * end * (1 - end) * (population - sample)) / (population - 1) / sample
          expect((share - end) ** 2).toBeCloseTo(given.standardErrors ** 2 * variance, 10)
        }
      }),
    )
  })
  it('of those who are the rest, it is the same from the other side', () => {
    fc.assert(
      fc.property(terms, (drawn) => {
        const rest = { ...drawn, share: 1 - drawn.share }
        // Of a share below 1e-16 nothing is left in its rest: both are taken as the rest can tell them.
        const given = { ...drawn, share: 1 - rest.share }
        expect(wilsonHigh(rest)).toBeCloseTo(1 - wilsonLow(given), 15)
        expect(proportionError(rest)).toBeCloseTo(proportionError(given), 12)
      }),
    )
  })
  it('is narrower the more are asked, and the standard error smaller', () => {
    fc.assert(
      fc.property(terms, fc.integer({ min: 1, max: 1000 }), (given, others) => {
        const wider = { ...given, population: given.population + others }
        const narrower = { ...wider, sample: given.sample + others }
        const width = (of: typeof given) => wilsonHigh(of) - wilsonLow(of)
        expect(width(narrower)).toBeLessThanOrEqual(width(wider) + 1e-12)
        expect(proportionError(narrower)).toBeLessThanOrEqual(proportionError(wider))
      }),
    )
  })
  it('where all were asked, nothing is open', () => {
    fc.assert(
      fc.property(terms, (given) => {
        const all = { ...given, population: given.sample }
        expect(proportionError(all)).toBe(0)
        expect(wilsonLow(all)).toBeCloseTo(given.share, 14)
        expect(wilsonHigh(all)).toBeCloseTo(given.share, 14)
      }),
    )
  })
  it('of a very large population it is that of one without end', () => {
    fc.assert(
      fc.property(terms, ({ share, sample, designEffect, standardErrors: reach }) => {
        const endless = { share, sample, designEffect, standardErrors: reach }
        const large = { ...endless, population: 1e15 }
        expect(wilsonLow(large)).toBeCloseTo(wilsonLow(endless), 9)
        expect(wilsonHigh(large)).toBeCloseTo(wilsonHigh(endless), 9)
        expect(proportionError(large)).toBeCloseTo(proportionError(endless), 9)
      }),
    )
  })
})

describe('what cannot be is refused, and the error brings along what is at the edge', () => {
  const asked = { share: 0.5, sample: 12, standardErrors: 2 }
  it.each([
    [{ share: 59.6 }, 'a share of 59.6 is no part of a whole, which lies from 0 to 1', { share: 1 }],
    [{ share: -0.1 }, 'a share of -0.1 is no part of a whole, which lies from 0 to 1', { share: 0 }],
    [{ sample: 0.5 }, 'a sample of 0.5 is too small: it takes 1 or more', { sample: 1 }],
    [{ population: 10 }, 'a sample of 12 is larger than its population of 10', { population: 12 }],
    [{ designEffect: -1 }, 'a design effect of -1 is none: it lies above 0', { standardErrors: 0 }],
    [{ standardErrors: -1 }, 'an interval reaches 0 standard errors or more, and not -1', { standardErrors: 0 }],
  ])('%o: %s', (wrong, message, edge) => {
    for (const end of [wilsonLow, wilsonHigh]) {
      const refused = refusal(() => end({ ...asked, ...wrong }))
      expect(refused).toBeInstanceOf(RangeError)
      expect(refused.message).toBe(message)
      expect(refused.nearest).toBeCloseTo(end({ ...asked, ...edge }), 12)
    }
  })
  it.each([
    [{ share: 1.2 }, 'a share of 1.2 is no part of a whole, which lies from 0 to 1', { share: 1 }],
    [{ share: -0.1 }, 'a share of -0.1 is no part of a whole, which lies from 0 to 1', { share: 0 }],
    [{ sample: 1 }, 'a sample of 1 is too small: it takes 2 or more', { sample: 2 }],
    [{ population: 10 }, 'a sample of 12 is larger than its population of 10', { population: 12 }],
  ])('of the standard error, %o: %s', (wrong, message, edge) => {
    const refused = refusal(() => proportionError({ share: 0.5, sample: 12, ...wrong }))
    expect(refused.message).toBe(message)
    expect(refused.nearest).toBeCloseTo(proportionError({ share: 0.5, sample: 12, ...edge }), 12)
  })
  it('a design effect of 0 is none, and would leave nothing open', () => {
    for (const designEffect of [0, -2]) {
      const refused = refusal(() => proportionError({ share: 0.5, sample: 12, designEffect }))
      expect(refused).toMatchObject({ message: `a design effect of ${designEffect} is none: it lies above 0`, nearest: 0 })
    }
  })
  it('all that is wrong is told together; what is no number is wrong', () => {
    expect(refusal(() => proportionError({ share: Number.NaN, sample: 1 })).message).toBe(
      'a share of NaN is no part of a whole, which lies from 0 to 1; a sample of 1 is too small: it takes 2 or more',
    )
    expect(refusal(() => wilsonLow({ share: 0.5, sample: Number.NaN, standardErrors: Number.NaN })).message).toMatch(
      /NaN is too small.*NaN is larger.*not NaN/,
    )
  })
})

test.each([
  ['proportionError', proportionErrorTex],
  ['wilsonLow', wilsonLowTex],
  ['wilsonHigh', wilsonHighTex],
])('%s: the words in its equation are its arguments, and it does without a population and a design effect', (name, tex) => {
  const words = [...tex.matchAll(/\\mathit\{(\w+)\}/g)].map(([, word]) => word)
  expect([...new Set(words)].sort()).toEqual([...(formulas.get(name)?.arguments ?? [])].sort())
  expect(formulas.get(name)?.optional).toEqual(['population', 'designEffect'])
})
