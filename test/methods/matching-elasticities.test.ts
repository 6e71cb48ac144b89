import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { equilibriumTightness } from '../../scripts/methods/equilibrium-tightness.ts'
import * as elasticity from '../../scripts/methods/matching-elasticities.ts'
import { bargainedWage, jobFindingRate, steadyUnemployment } from '../../scripts/methods/matching-outcomes.ts'
import { type Calibration, calibrations, shimer } from './matching-model.ts'

const parameters = Object.keys(shimer) as (keyof Calibration)[]

const state = (given: Calibration) => {
  const tightness = equilibriumTightness(given)
  const found = jobFindingRate({ ...given, tightness })
  return {
    tightness,
    found,
    unemployment: steadyUnemployment({ ...given, jobFindingRate: found }),
    wage: bargainedWage({ ...given, tightness }),
  }
}

/** All elasticities in a parameter, by the methods. */
const analytic = (given: Calibration, name: keyof Calibration) => {
  const { tightness, found, unemployment, wage } = state(given)
  const waitingShare = elasticity.waitingShare({ ...given, jobFindingRate: found })
  const response = elasticity.tightnessResponse({ ...given, waitingShare })
  const answer = { ...given, waitingShare, response, tightness }
  const ofTightness = {
    productivity: () => elasticity.tightnessByProductivity(answer),
    unemploymentValue: () => elasticity.tightnessByUnemploymentValue(answer),
    discountRate: () => elasticity.tightnessByRate({ ...answer, rate: given.discountRate, other: given.separationRate }),
    separationRate: () => elasticity.tightnessByRate({ ...answer, rate: given.separationRate, other: given.discountRate }),
    matchingEfficiency: () => elasticity.tightnessByEfficiency(answer),
    matchingElasticity: () => elasticity.tightnessByElasticity(answer),
    bargainingPower: () => elasticity.tightnessByPower(answer),
    vacancyCost: () => elasticity.tightnessByCost(answer),
  }[name]()
  const flows = { ...answer, unemploymentRate: unemployment, ofTightness }
  const ofUnemployment = (
    {
      separationRate: elasticity.unemploymentBySeparation,
      matchingEfficiency: elasticity.unemploymentByEfficiency,
      matchingElasticity: elasticity.unemploymentByElasticity,
    } as Partial<Record<keyof Calibration, (terms: typeof flows) => number>>
  )[name]
  const pay = { ...answer, wage, ofTightness }
  const ofWage = (
    {
      productivity: elasticity.wageByProductivity,
      unemploymentValue: elasticity.wageByUnemploymentValue,
      bargainingPower: elasticity.wageByPower,
      vacancyCost: elasticity.wageByCost,
    } as Partial<Record<keyof Calibration, (terms: typeof pay) => number>>
  )[name]
  return [ofTightness, (ofUnemployment ?? elasticity.unemploymentByTightness)(flows), (ofWage ?? elasticity.wageByTightness)(pay)]
}

/** The same by small differences of the solution. */
const differences = (given: Calibration, name: keyof Calibration) => {
  const step = 1e-5
  const [up, down] = [1 + step, 1 - step].map((times) => state({ ...given, [name]: given[name] * times }))
  return (['tightness', 'unemployment', 'wage'] as const).map((what) => {
    const [above = Number.NaN, below = Number.NaN] = [up?.[what], down?.[what]]
    return Math.log(above / below) / Math.log((1 + step) / (1 - step))
  })
}

const agree = (given: Calibration, name: keyof Calibration) => {
  for (const [index, here] of analytic(given, name).entries()) {
    const other = differences(given, name)[index] ?? Number.NaN
    expect(Math.abs(here - other), `${name} ${JSON.stringify(given)}`).toBeLessThan(2e-5 * Math.max(1, Math.abs(here)))
  }
}

describe('elasticities by implicit differentiation', () => {
  it.each(parameters)('of %s, at Shimer’s calibration and over the box, are those of small differences', (name) => {
    agree(shimer, name)
    fc.assert(
      fc.property(calibrations, (given) => agree(given, name)),
      { numRuns: 60 },
    )
  })
  it('by hand: with nothing to wait for, one per cent more output at z = 0.4 raises tightness by 1/0.6', () => {
    const response = elasticity.tightnessResponse({ matchingElasticity: 0.5, waitingShare: 0 })
    expect(response).toBe(1)
    expect(elasticity.tightnessByProductivity({ productivity: 1, unemploymentValue: 0.4, response })).toBeCloseTo(5 / 3, 12)
    expect(elasticity.tightnessByEfficiency({ waitingShare: 0, response })).toBe(0)
  })
})
