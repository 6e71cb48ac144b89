/** What the tests of the matching model share: a published calibration, and calibrations drawn from the box of what is allowed. */
import fc from 'fast-check'

export interface Calibration {
  readonly productivity: number
  readonly unemploymentValue: number
  readonly discountRate: number
  readonly separationRate: number
  readonly matchingEfficiency: number
  readonly matchingElasticity: number
  readonly bargainingPower: number
  readonly vacancyCost: number
}

/** Shimer (2005), American Economic Review 95(1), 25-49, table 2, a quarter. */
export const shimer: Calibration = {
  productivity: 1,
  unemploymentValue: 0.4,
  discountRate: 0.012,
  separationRate: 0.1,
  matchingEfficiency: 1.355,
  matchingElasticity: 0.72,
  bargainingPower: 0.72,
  vacancyCost: 0.213,
}

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true })

/** A box that reaches beyond what anyone has estimated, by the month as by the year. */
export const calibrations: fc.Arbitrary<Calibration> = fc
  .record({
    productivity: number(0.5, 2),
    worth: number(0.01, 0.95),
    discountRate: number(0.0005, 0.1),
    separationRate: number(0.005, 1),
    matchingEfficiency: number(0.05, 20),
    matchingElasticity: number(0.15, 0.9),
    bargainingPower: number(0.03, 0.95),
    vacancyCost: number(0.01, 5),
  })
  .map(({ worth, ...rest }) => ({ ...rest, unemploymentValue: worth * rest.productivity }))
