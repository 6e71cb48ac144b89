import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { criticalErrors, criticalErrorsTex, normalQuantile, normalQuantileTex } from '../../scripts/methods/normal-quantile.ts'
import { formulas } from '../ledger/support.ts'
import { refusal } from './support.ts'

/** The distribution function by its series around the middle: Marsaglia (2004), Evaluating the normal distribution. */
const below = (z: number): number => {
  let [sum, term] = [z, z]
  for (let k = 1; Math.abs(term) > 1e-18 * Math.abs(sum); k += 1) {
    term *= (z * z) / (2 * k + 1)
    sum += term
  }
  return 0.5 + (sum * Math.exp((-z * z) / 2)) / Math.sqrt(2 * Math.PI)
}

describe('quantiles are those of tables', () => {
  // Wichura (1988) gives the first three to check a transcription by; the others are the usual ones.
  it.each([
    [0.25, -0.6744897501960817],
    [0.001, -3.090232306167813],
    [0.8, 0.8416212335729143],
    [0.9, 1.2815515655446004],
    [0.95, 1.6448536269514722],
    [0.975, 1.959963984540054],
    [0.995, 2.5758293035489004],
    [1e-10, -6.361340902404056],
  ])('of %f it is %f', (probability, quantile) => {
    expect(normalQuantile({ probability })).toBeCloseTo(quantile, 13)
  })
  it('a test at 5 per cent asks for 1.96 standard errors, at 1 per cent for 2.58, at 100 for none', () => {
    expect(criticalErrors({ significance: 0.05 })).toBeCloseTo(1.959963984540054, 14)
    expect(criticalErrors({ significance: 0.01 })).toBeCloseTo(2.5758293035489004, 14)
    expect(criticalErrors({ significance: 1 })).toBe(0)
  })
})

describe('laws', () => {
  const probabilities = fc.oneof(fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true }), fc.constantFrom(0.075, 0.925, 0.5))
  it('so much lies below it', () => {
    fc.assert(
      fc.property(probabilities, (probability) => {
        expect(below(normalQuantile({ probability }))).toBeCloseTo(probability, 13)
      }),
    )
  })
  it('what lies below on the one side lies above on the other', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 0.5, noNaN: true }), (probability) => {
        expect(normalQuantile({ probability: 1 - probability })).toBeCloseTo(-normalQuantile({ probability }), 9)
      }),
    )
  })
  it('a test of two sides leaves half of its level on each', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1, noNaN: true }), (significance) => {
        expect(criticalErrors({ significance })).toBeCloseTo(-normalQuantile({ probability: significance / 2 }), 9)
      }),
    )
  })
})

describe('what cannot be is refused, and the error brings along what is at the edge', () => {
  it.each([0, 1, -0.2, 1.3, Number.NaN])('a probability of %f', (probability) => {
    const refused = refusal(() => normalQuantile({ probability }))
    expect(refused).toBeInstanceOf(RangeError)
    expect(refused.message).toBe(`a quantile is told of a probability from 1e-10 to 1 less that, and not of ${probability}`)
    if (probability <= 0) expect(refused.nearest).toBe(normalQuantile({ probability: 1e-10 }))
    if (probability >= 1) expect(refused.nearest).toBe(normalQuantile({ probability: 1 - 1e-10 }))
  })
  it.each([0, -0.05, 1.01])('a level of %f', (significance) => {
    const refused = refusal(() => criticalErrors({ significance }))
    expect(refused.message).toBe(`a level of significance lies from 2e-10 to 1, and ${significance} does not`)
    expect(refused.nearest).toBe(criticalErrors({ significance: significance > 1 ? 1 : 2e-10 }))
  })
})

test.each([
  ['normalQuantile', normalQuantileTex],
  ['criticalErrors', criticalErrorsTex],
])('%s: the words in its equation are its arguments', (name, tex) => {
  const words = [...tex.matchAll(/\\mathit\{(\w+)\}/g)].map(([, word]) => word)
  expect(words).toEqual(formulas.get(name)?.arguments)
  expect(formulas.get(name)?.optional).toEqual([])
})
