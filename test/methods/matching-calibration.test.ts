import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { equilibriumTightness } from '../../scripts/methods/equilibrium-tightness.ts'
import {
  efficiencyAt,
  findingAt,
  findingWithin,
  separationAt,
  tightnessAt,
  vacancyCostAt,
} from '../../scripts/methods/matching-calibration.ts'
import { jobFindingRate, steadyUnemployment } from '../../scripts/methods/matching-outcomes.ts'
import { calibrations } from './matching-model.ts'

describe('by hand', () => {
  it('where three of four have found work after two periods, half of those left find it in each: ln 2', () =>
    expect(findingWithin({ within: 0.75, periods: 2 })).toBeCloseTo(Math.LN2, 12))
  it('84 per cent in six months is 26.3 per cent in one', () =>
    expect(1 - Math.exp(-findingWithin({ within: 0.84, periods: 6 }))).toBeCloseTo(0.263, 3))
  it('a quarter unemployed who find work three times as fast as others lose it', () => {
    expect(separationAt({ jobFindingRate: 0.75, unemploymentRate: 0.25 })).toBe(0.25)
    expect(findingAt({ separationRate: 0.25, unemploymentRate: 0.25 })).toBe(0.75)
  })
})

describe('the model read backwards is the model', () => {
  it('from its own results come its own parameters', () => {
    fc.assert(
      fc.property(calibrations, (given) => {
        const tightness = equilibriumTightness(given)
        const found = jobFindingRate({ ...given, tightness })
        const unemployment = steadyUnemployment({ ...given, jobFindingRate: found })
        // Of those who have work nothing is left to reckon with where nearly nobody has.
        fc.pre(unemployment < 0.99)
        const flows = { jobFindingRate: found, unemploymentRate: unemployment }
        expect(separationAt(flows) / given.separationRate).toBeCloseTo(1, 6)
        expect(findingAt({ ...given, unemploymentRate: unemployment }) / found).toBeCloseTo(1, 6)
        expect(efficiencyAt({ ...given, jobFindingRate: found, tightness }) / given.matchingEfficiency).toBeCloseTo(1, 6)
        expect(vacancyCostAt({ ...given, jobFindingRate: found, tightness }) / given.vacancyCost).toBeCloseTo(1, 6)
        expect(tightnessAt({ ...given, jobFindingRate: found }) / tightness).toBeCloseTo(1, 6)
      }),
    )
  })
  it('calibrated to the same flows, what unemployment answers to efficiency hangs on the elasticity and the bargain alone', () => {
    fc.assert(
      fc.property(calibrations, calibrations, fc.double({ min: 1.1, max: 20, noNaN: true }), (one, other, times) => {
        const answer = (given: typeof one) => {
          const alike = { ...given, discountRate: 0.01, separationRate: 0.05, matchingElasticity: 0.6, bargainingPower: 0.5 }
          const targets = { ...alike, jobFindingRate: 0.9, tightness: given.matchingEfficiency }
          const fitted = { ...alike, matchingEfficiency: efficiencyAt(targets), vacancyCost: vacancyCostAt(targets) }
          const faster = { ...fitted, matchingEfficiency: times * fitted.matchingEfficiency }
          return jobFindingRate({ ...faster, tightness: equilibriumTightness(faster) })
        }
        expect(answer(one) / answer(other)).toBeCloseTo(1, 9)
      }),
    )
  })
  it('and falls with both, so that its ends lie at two corners', () => {
    const risen = (matchingElasticity: number, bargainingPower: number) => {
      const alike = {
        productivity: 1,
        unemploymentValue: 0.4,
        discountRate: 0.01,
        separationRate: 0.05,
        matchingElasticity,
        bargainingPower,
      }
      const targets = { ...alike, jobFindingRate: 0.9, tightness: 1.4 }
      const faster = { ...alike, matchingEfficiency: 10 * efficiencyAt(targets), vacancyCost: vacancyCostAt(targets) }
      return jobFindingRate({ ...faster, tightness: equilibriumTightness(faster) })
    }
    const part = fc.double({ min: 0.1, max: 0.8, noNaN: true })
    fc.assert(
      fc.property(part, part, (elasticity, power) => {
        expect(risen(elasticity + 0.05, power)).toBeLessThan(risen(elasticity, power))
        expect(risen(elasticity, power + 0.05)).toBeLessThan(risen(elasticity, power))
      }),
    )
  })
})
