import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { equilibriumTightness } from '../../scripts/methods/equilibrium-tightness.ts'
import {
  bargainedWage,
  jobFindingRate,
  netOutput,
  steadyUnemployment,
  valueOfJob,
  valueOfSearch,
} from '../../scripts/methods/matching-outcomes.ts'
import { calibrations } from './matching-model.ts'

describe('by hand', () => {
  it('four vacancies for each of the unemployed, at an efficiency of three and an elasticity of a half: six jobs found', () =>
    expect(jobFindingRate({ matchingEfficiency: 3, matchingElasticity: 0.5, tightness: 4 })).toBe(6))
  it('where one of four jobs ends while three of four seekers find one, a quarter is unemployed', () =>
    expect(steadyUnemployment({ separationRate: 0.25, jobFindingRate: 0.75 })).toBe(0.25))
  it('half of an output of one, a quarter for tightness, and half of what idleness is worth: 0.825', () =>
    expect(bargainedWage({ productivity: 1, unemploymentValue: 0.4, bargainingPower: 0.5, vacancyCost: 0.25, tightness: 1 })).toBe(0.825))
  it('a vacancy that costs a third and takes two periods to fill is worth two thirds once it is filled', () =>
    expect(valueOfJob({ vacancyCost: 1 / 3, matchingEfficiency: 1, matchingElasticity: 0.5, tightness: 4 })).toBeCloseTo(2 / 3, 12))
  it('without tightness a quarter of search is worth what idleness is', () => {
    expect(valueOfSearch({ unemploymentValue: 0.4, bargainingPower: 0.5, vacancyCost: 0.25, tightness: 0 })).toBe(0.4)
    expect(valueOfSearch({ unemploymentValue: 0.4, bargainingPower: 0.75, vacancyCost: 0.1, tightness: 1 })).toBeCloseTo(0.7, 12)
  })
  it('nine tenths at work, a tenth idle at 0.4, and a vacancy in twenty at a fifth: 0.93', () =>
    expect(netOutput({ productivity: 1, unemploymentValue: 0.4, vacancyCost: 0.2, unemploymentRate: 0.1, vacancyRate: 0.05 })).toBeCloseTo(
      0.93,
      12,
    ))
})

describe('laws of the steady state', () => {
  it('the wage lies from what search is worth to what the job makes, and the job is worth what the wage leaves of it', () => {
    fc.assert(
      fc.property(calibrations, (given) => {
        const tightness = equilibriumTightness(given)
        const wage = bargainedWage({ ...given, tightness })
        const least = valueOfSearch({ ...given, tightness })
        const noise = 1e-9 * given.productivity
        expect(wage).toBeGreaterThanOrEqual(least - noise)
        expect(wage).toBeLessThanOrEqual(given.productivity + noise)
        const job = (given.productivity - wage) / (given.discountRate + given.separationRate)
        expect(valueOfJob({ ...given, tightness }) / job).toBeCloseTo(1, 5)
        // What is left for the worker above search is to what is left for the firm as their parts are.
        const worker = (wage - least) / (given.discountRate + given.separationRate)
        expect(Math.abs((1 - given.bargainingPower) * worker - given.bargainingPower * job)).toBeLessThan(1e-6 * Math.max(1, job))
      }),
    )
  })
})
