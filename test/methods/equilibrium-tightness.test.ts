import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import * as method from '../../scripts/methods/equilibrium-tightness.ts'
import { bargainedWage, jobFindingRate, steadyUnemployment } from '../../scripts/methods/matching-outcomes.ts'
import { formulas } from '../ledger/support.ts'
import { type Calibration, calibrations, shimer } from './matching-model.ts'
import { refusal } from './support.ts'

const { equilibriumResidual, equilibriumTightness, tightnessApart, tightnessByNewton } = method

/** All that the steady state has, by the methods as figures use them. */
const steady = (given: Calibration) => {
  const tightness = equilibriumTightness(given)
  const found = jobFindingRate({ ...given, tightness })
  const unemployment = steadyUnemployment({ ...given, jobFindingRate: found })
  return [tightness, found, unemployment, tightness * unemployment, bargainedWage({ ...given, tightness })]
}

/** What a vacancy costs a firm beyond what it is worth: job creation as it stands in the books. */
const excess = ({ productivity, unemploymentValue, discountRate, separationRate, ...given }: Calibration, tightness: number): number =>
  given.vacancyCost *
    ((discountRate + separationRate) / (given.matchingEfficiency * tightness ** -given.matchingElasticity) +
      given.bargainingPower * tightness) -
  (1 - given.bargainingPower) * (productivity - unemploymentValue)

describe('the steady state is that of an independent solution, to nine digits', () => {
  // Tightness, the job-finding rate, unemployment, vacancies, the wage; solved elsewhere, by bisection in Python.
  it.each([
    ['Shimer’s calibration', 1, [0.9821404445, 1.3481800677, 0.0690521864, 0.0678189451, 0.9826210586]],
    ['twice the efficiency', 2, [1.0365578227, 2.7373824607, 0.0352437507, 0.0365321855, 0.9909665077]],
  ])('%s', (_, times, known) => {
    for (const [index, here] of steady({ ...shimer, matchingEfficiency: times * shimer.matchingEfficiency }).entries())
      expect(Math.abs(here - (known[index] ?? 0))).toBeLessThan(1e-10)
  })
})

describe('by hand', () => {
  // With t = 1 every power is one: (1 - 1/2) (2 - 1) = 1/2 = c (1/4 / 1 + 1/2 × 1) = 3/4 c.
  const plain: Calibration = {
    productivity: 2,
    unemploymentValue: 1,
    discountRate: 0.05,
    separationRate: 0.2,
    matchingEfficiency: 1,
    matchingElasticity: 0.5,
    bargainingPower: 0.5,
    vacancyCost: 2 / 3,
  }
  it('at a cost of two thirds there is a vacancy for each of the unemployed, a sixth of the labour force', () => {
    expect(steady(plain).map((each) => each.toFixed(12))).toEqual([
      '1.000000000000',
      '1.000000000000',
      (1 / 6).toFixed(12),
      (1 / 6).toFixed(12),
      (11 / 6).toFixed(12),
    ])
  })
  it('where workers get nothing, tightness is what fills the wait: (1 / (c (r + s)))² at an elasticity of a half', () => {
    const nothing = { ...plain, bargainingPower: 0, vacancyCost: 2 }
    expect(equilibriumTightness(nothing)).toBeCloseTo(4, 12)
    expect(tightnessByNewton(nothing)).toBeCloseTo(4, 12)
  })
})

describe('laws, over the box of parameters', () => {
  it('the cost of a vacancy rises with tightness from below its worth to above it, so that there is one solution; both ways find it', () => {
    fc.assert(
      fc.property(calibrations, (given) => {
        const tightness = equilibriumTightness(given)
        const around = [1e-6, 0.01, 0.5, 0.999999, 1.000001, 2, 100, 1e6].map((times) => excess(given, times * tightness))
        expect(around).toEqual(around.toSorted((a, b) => a - b))
        expect(around.slice(0, 4).every((each) => each < 0)).toBe(true)
        expect(around.slice(4).every((each) => each > 0)).toBe(true)
        expect(Math.abs(tightnessByNewton(given) / tightness - 1)).toBeLessThan(1e-12)
        expect(tightnessApart(given)).toBe(0)
      }),
      { numRuns: 500 },
    )
  })
  it('no equation leaves a residual', () => {
    fc.assert(
      fc.property(calibrations, (given) => {
        expect(equilibriumResidual(given)).toBe(0)
      }),
      { numRuns: 500 },
    )
  })
  it('tightness rises with output and efficiency, and falls with all else but the elasticity', () => {
    const more = fc.double({ min: 1.001, max: 1.5, noNaN: true })
    fc.assert(
      fc.property(calibrations, more, (given, times) => {
        const before = equilibriumTightness(given)
        const moved = (name: keyof Calibration) => equilibriumTightness({ ...given, [name]: given[name] * times })
        for (const name of ['productivity', 'matchingEfficiency'] as const) expect(moved(name)).toBeGreaterThan(before * (1 - 1e-12))
        for (const name of ['discountRate', 'separationRate', 'vacancyCost'] as const)
          expect(moved(name)).toBeLessThan(before * (1 + 1e-12))
        if (given.bargainingPower * times < 1) expect(moved('bargainingPower')).toBeLessThan(before * (1 + 1e-12))
        if (given.unemploymentValue * times < given.productivity) expect(moved('unemploymentValue')).toBeLessThan(before * (1 + 1e-12))
      }),
    )
  })
  it('with the elasticity it falls where it is above one and rises where it is below; so that ranges end at corners', () => {
    fc.assert(
      fc.property(calibrations, (given) => {
        const before = equilibriumTightness(given)
        const after = equilibriumTightness({ ...given, matchingElasticity: given.matchingElasticity + 0.04 })
        expect((after - before) * Math.log(before)).toBeLessThanOrEqual(1e-12)
        // It never crosses one: whether (1 - b) (p - z) is above c ((r + s) / A + b) does not hang on the elasticity.
        expect(Math.log(after) * Math.log(before)).toBeGreaterThanOrEqual(-1e-20)
      }),
    )
  })
  it('only ratios to output matter, and the period does not', () => {
    fc.assert(
      fc.property(calibrations, fc.double({ min: 0.1, max: 10, noNaN: true }), (given, times) => {
        const scaled = {
          ...given,
          productivity: given.productivity * times,
          unemploymentValue: given.unemploymentValue * times,
          vacancyCost: given.vacancyCost * times,
        }
        const longer = {
          ...given,
          discountRate: given.discountRate * times,
          separationRate: given.separationRate * times,
          matchingEfficiency: given.matchingEfficiency * times,
        }
        expect(equilibriumTightness(scaled) / equilibriumTightness(given)).toBeCloseTo(1, 9)
        expect(equilibriumTightness(longer) / equilibriumTightness(given)).toBeCloseTo(1, 9)
      }),
    )
  })
  it('where bargaining power is the elasticity, no other tightness leaves a patient society more', () => {
    const patient = calibrations.map((given) => ({ ...given, discountRate: 0, bargainingPower: given.matchingElasticity }))
    const left = (given: Calibration, tightness: number) => {
      const unemployment = steadyUnemployment({ ...given, jobFindingRate: jobFindingRate({ ...given, tightness }) })
      return given.productivity * (1 - unemployment) + given.unemploymentValue * unemployment - given.vacancyCost * tightness * unemployment
    }
    fc.assert(
      fc.property(patient, (given) => {
        const best = equilibriumTightness(given)
        for (const times of [0.5, 0.9, 0.99, 1.01, 1.1, 2])
          expect(left(given, best * times)).toBeLessThanOrEqual(left(given, best) + 1e-12 * given.productivity)
      }),
    )
  })
})

describe('what cannot be is refused by its name', () => {
  it.each([
    [{ unemploymentValue: -1 }, 'a value of unemployment of -1 is none: it is 0 or more'],
    [{ discountRate: -0.1 }, 'a discount rate of -0.1 is none: it is 0 or more'],
    [{ separationRate: 0 }, 'a separation rate of 0 is none: it lies above 0'],
    [{ matchingEfficiency: 0 }, 'a matching efficiency of 0 is none: it lies above 0'],
    [{ matchingElasticity: 1 }, 'a matching elasticity of 1 is none: it lies between 0 and 1'],
    [{ bargainingPower: -0.5 }, 'a bargaining power of -0.5 is none: it is 0 or more, and below 1'],
    [{ bargainingPower: 1 }, 'a bargaining power of 1 is none: it is 0 or more, and below 1'],
    [{ vacancyCost: 0 }, 'a cost of a vacancy of 0 is none: it lies above 0'],
    [{ matchingElasticity: Number.NaN }, 'a matching elasticity of NaN is none: it lies between 0 and 1'],
  ])('%o: %s', (wrong, message) => {
    for (const each of [equilibriumTightness, tightnessByNewton, tightnessApart, equilibriumResidual]) {
      const refused = refusal(() => each({ ...shimer, ...wrong }))
      expect(refused).toBeInstanceOf(RangeError)
      expect(refused.message).toBe(message)
      expect(refused).not.toHaveProperty('nearest')
    }
  })
  it('where a job is worth no more than being without one there are no vacancies at the edge', () => {
    expect(refusal(() => equilibriumTightness({ ...shimer, unemploymentValue: 1.2 }))).toMatchObject({
      message: 'a job that makes 1 is worth no more than the 1.2 of being without it: productivity must be above the value of unemployment',
      nearest: 0,
    })
    expect(equilibriumTightness({ ...shimer, unemploymentValue: 1 - 1e-12 })).toBeLessThan(1e-9)
  })
  it('all that is wrong is told together', () => {
    expect(refusal(() => equilibriumTightness({ ...shimer, separationRate: 0, bargainingPower: 2 })).message).toBe(
      'a separation rate of 0 is none: it lies above 0; a bargaining power of 2 is none: it is 0 or more, and below 1',
    )
  })
})

test.each(Object.entries(method).flatMap(([name, tex]) => (typeof tex === 'string' ? [[name.replace(/Tex$/, ''), tex] as const] : [])))(
  '%s: the words in its equation are its arguments',
  (name, tex) => {
    const words = [...tex.matchAll(/\\mathit\{(\w+)\}/g)].map(([, word]) => word)
    expect([...new Set(words)].sort()).toEqual([...(formulas.get(name)?.arguments ?? [])].sort())
    expect(formulas.get(name)?.optional).toEqual([])
  },
)
