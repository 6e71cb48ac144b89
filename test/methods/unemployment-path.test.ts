import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { steadyUnemployment } from '../../scripts/methods/matching-outcomes.ts'
import { halfLife, unemploymentAfter } from '../../scripts/methods/unemployment-path.ts'

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true })
const paths = fc
  .record({ start: number(0, 1), separationRate: number(0.001, 2), jobFindingRate: number(0.01, 10), periods: number(0, 20) })
  .map((given) => ({ ...given, steady: steadyUnemployment(given) }))

describe('the path of unemployment', () => {
  it('by hand: from a fifth towards nought, half is left after ln 2 over the speed', () => {
    const speed = { separationRate: 0, jobFindingRate: Math.LN2 }
    expect(halfLife(speed)).toBe(1)
    expect(unemploymentAfter({ start: 0.2, steady: 0, ...speed, periods: 1 })).toBeCloseTo(0.1, 12)
    expect(unemploymentAfter({ start: 0.2, steady: 0, ...speed, periods: 2 })).toBeCloseTo(0.05, 12)
  })
  it('satisfies its equation: u′ = s (1 − u) − f u', () => {
    fc.assert(
      fc.property(paths, (given) => {
        const step = 1e-5
        const at = (periods: number) => unemploymentAfter({ ...given, periods })
        const slope = (at(given.periods + step) - at(given.periods - step)) / (2 * step)
        const here = at(given.periods)
        const flow = given.separationRate * (1 - here) - given.jobFindingRate * here
        expect(Math.abs(slope - flow)).toBeLessThan(1e-6 * (1 + given.separationRate + given.jobFindingRate))
      }),
    )
  })
  it('begins at the start, comes to the steady state, and stays between; at the half-life half is gone', () => {
    fc.assert(
      fc.property(paths, (given) => {
        expect(unemploymentAfter({ ...given, periods: 0 })).toBeCloseTo(given.start, 12)
        expect(unemploymentAfter({ ...given, periods: 1e6 })).toBeCloseTo(given.steady, 12)
        const here = unemploymentAfter(given)
        expect((here - given.start) * (here - given.steady)).toBeLessThanOrEqual(1e-12)
        expect(unemploymentAfter({ ...given, periods: halfLife(given) })).toBeCloseTo((given.start + given.steady) / 2, 12)
      }),
    )
  })
  it('is walked by small steps as well', () => {
    fc.assert(
      fc.property(paths, (given) => {
        const [steps, span] = [4000, Math.min(given.periods, 3)]
        let here = given.start
        const flow = (u: number) => given.separationRate * (1 - u) - given.jobFindingRate * u
        for (let step = 0; step < steps; step += 1) {
          const h = span / steps
          here += h * flow(here + (h / 2) * flow(here))
        }
        expect(here).toBeCloseTo(unemploymentAfter({ ...given, periods: span }), 4)
      }),
      { numRuns: 20 },
    )
  })
})
