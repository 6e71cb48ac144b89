import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { doubles, fractions } from '../../replay/arithmetic.ts'
import { methods as known } from '../../replay/doors.ts'
import type { Argument } from '../../replay/expression.ts'
import { ofDouble, toNumber } from '../../replay/rational.ts'
import * as recapture from '../../scripts/methods/capture-recapture.ts'
import * as equilibrium from '../../scripts/methods/equilibrium-tightness.ts'
import * as quantiles from '../../scripts/methods/normal-quantile.ts'
import * as percentages from '../../scripts/methods/possible-percentages.ts'
import * as estimator from '../../scripts/methods/ratio-estimator.ts'
import * as sizes from '../../scripts/methods/sample-size.ts'
import * as regression from '../../scripts/methods/scale-regression.ts'
import * as proportion from '../../scripts/methods/survey-proportion.ts'
import { formulas } from '../ledger/support.ts'

type Given = Readonly<Record<string, number | readonly number[]>>

const ofName = (name: string) => {
  const text = formulas.get(name)?.text
  const found = known.find((one) => one.text === text)
  if (!found) throw new Error(`replay does not know ${name}: ${text}`)
  return found
}

/** What the replay makes of it, over fractions and over doubles. */
const replayed = (name: string, given: Given): readonly number[] => {
  const over = <N>(read: (value: number) => N): ReadonlyMap<string, Argument<N>> =>
    new Map(
      Object.entries(given).map(([argument, value]): [string, Argument<N>] => [
        argument,
        typeof value === 'number' ? read(value) : value.map(read),
      ]),
    )
  const { compute } = ofName(name)
  return [toNumber(compute(over(ofDouble), fractions)), compute(over(Number), doubles)]
}

/** What the build makes of it; beyond what can be, what is at the edge. */
const built = (compute: (given: never) => number, given: Given): number => {
  try {
    return compute(given as never)
  } catch (error) {
    return (error as { readonly nearest: number }).nearest
  }
}

const functionsOf = (module: Readonly<Record<string, unknown>>) =>
  Object.entries(module).filter(
    (entry): entry is [string, (given: never) => number] => typeof entry[1] === 'function' && entry[0] !== 'ratioTotal',
  )

const agree = (name: string, compute: (given: never) => number, given: Given) => {
  const ours = built(compute, given)
  for (const theirs of replayed(name, given))
    expect(Math.abs(theirs - ours), `${name} ${JSON.stringify(given)}`).toBeLessThan(1e-9 * Math.max(1e-3, Math.abs(ours)))
}

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true })
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })
const given = (record: Readonly<Record<string, number | readonly number[] | undefined>>): Given =>
  Object.fromEntries(Object.entries(record).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])))

describe('the build and the replay agree', () => {
  test('on the equations of the methods, which say what is computed', () => {
    for (const module of [equilibrium, proportion, estimator, percentages, quantiles, sizes, recapture, regression])
      for (const [name] of functionsOf(module))
        expect(ofName(name).definition, name).toBe((module as Record<string, unknown>)[`${name}Tex`])
  })

  test.each(functionsOf(proportion))('on %s, within and beyond what can be', (name, compute) => {
    const samples = fc.record({
      share: fc.oneof(fc.constantFrom(0, 1, -0.005, 1.005), number(0, 1)),
      sample: fc.oneof(fc.constantFrom(0.5, 1, 2), number(1, 5000)),
      population: optional(fc.oneof(fc.constantFrom(1, 2), number(1, 10_000))),
      designEffect: optional(fc.oneof(fc.constantFrom(0, -1), number(0.1, 9))),
      standardErrors: fc.oneof(fc.constantFrom(0, -1, 1.96), number(0, 5)),
    })
    fc.assert(
      fc.property(samples, (record) =>
        agree(name, compute, given(name === 'proportionError' ? { ...record, standardErrors: undefined } : record)),
      ),
      { numRuns: 30 },
    )
  })

  test.each(functionsOf(estimator).filter(([name]) => name.startsWith('ratio')))(
    'on %s, within and beyond what can be',
    (name, compute) => {
      const terms = fc.record({
        total: number(-1e6, 1e6),
        variation: number(-0.1, 5),
        auxiliaryVariation: number(-0.1, 5),
        correlation: fc.oneof(fc.constantFrom(-1.2, -1, 1, 1.2), number(-0.9, 0.9)),
        sample: fc.oneof(fc.constantFrom(0.5, 1), number(1, 5000)),
        population: optional(number(1, 10_000)),
        designEffect: optional(fc.oneof(fc.constantFrom(0, -1), number(0.1, 9))),
      })
      fc.assert(
        fc.property(terms, (record) => agree(name, compute, given(record))),
        { numRuns: 30 },
      )
    },
  )

  test.each(functionsOf(estimator).filter(([name]) => !name.startsWith('ratio')))('on %s', (name, compute) => {
    const units = fc
      .array(fc.record({ y: number(0.5, 100), x: number(0.5, 100), weight: fc.oneof(fc.constant(0.1), number(0.5, 20)) }), {
        minLength: 2,
        maxLength: 8,
      })
      .map((list) => ({ amounts: list.map(({ y }) => y), auxiliaries: list.map(({ x }) => x), weights: list.map(({ weight }) => weight) }))
    fc.assert(
      fc.property(units, optional(number(1, 100)), number(-1000, 1000), (record, population, auxiliaryTotal) => {
        // What all but cancels is no more than the noise of doubles.
        if (estimator.residualVariation(record) < 1e-4) return
        agree(name, compute, given({ ...record, population, auxiliaryTotal }))
      }),
      { numRuns: 40 },
    )
  })

  test.each(functionsOf(percentages))('on %s, within and beyond what can be', (name, compute) => {
    const asked = fc
      .record({
        steps: fc.integer({ min: -2, max: 1002 }),
        decimals: fc.constantFrom(-1, 0, 1),
        sample: fc.oneof(fc.constantFrom(0, 1, 2.4, 40, 80), fc.integer({ min: 1, max: 5000 })),
      })
      .map(({ steps, decimals, sample }) => ({ share: steps / 10 ** (decimals + 2), decimals, sample }))
    fc.assert(
      fc.property(asked, (record) => agree(name, compute, record)),
      { numRuns: 100 },
    )
  })

  test.each(functionsOf(quantiles))('on %s, within and beyond what can be', (name, compute) => {
    const argument = name === 'normalQuantile' ? 'probability' : 'significance'
    fc.assert(
      fc.property(fc.oneof(fc.constantFrom(0.5, 0.925), number(1e-4, 0.9999)), (value) => agree(name, compute, { [argument]: value })),
      { numRuns: 4 },
    )
    // Far out doubles lose what lies beyond by taking it from a half; fractions do not.
    for (const value of [-0.1, 1e-7, 1.1]) {
      const asked = { [argument]: value }
      expect(replayed(name, asked)[0], `${name} ${value}`).toBeCloseTo(built(compute, asked), 6)
    }
  })

  test.each(functionsOf(sizes))('on %s, within and beyond what can be', (name, compute) => {
    const terms = fc.record({
      share: fc.oneof(fc.constantFrom(-0.1, 0, 1, 1.1), number(0.1, 0.9)),
      before: fc.oneof(fc.constantFrom(-0.1, 0, 1, 1.1), number(0.1, 0.4)),
      after: fc.oneof(fc.constantFrom(0.05, 0.995), number(0.42, 0.9)),
      difference: fc.oneof(number(0.1, 2), number(-2, -0.1)),
      deviation: fc.oneof(fc.constantFrom(-1, 0), number(0.1, 5)),
      sample: fc.oneof(fc.constantFrom(0.5, 1), number(1, 50_000)),
      lost: fc.oneof(fc.constantFrom(-0.1, 0, 0.99, 1), number(0, 0.9)),
      clusterSize: fc.oneof(fc.constantFrom(0, 1), number(1, 500)),
      criticalErrors: fc.oneof(fc.constantFrom(-1, 0), number(1, 3)),
      powerErrors: fc.oneof(fc.constantFrom(-1, 0), number(0.1, 2)),
      designEffect: optional(fc.oneof(fc.constantFrom(0, -1), number(0.1, 9))),
    })
    fc.assert(
      fc.property(terms, (record) => agree(name, compute, given(record))),
      { numRuns: 40 },
    )
  })

  test.each(functionsOf(recapture))('on %s, within and beyond what can be', (name, compute) => {
    const terms = fc.record({
      first: fc.integer({ min: -1, max: 10_000 }),
      second: fc.integer({ min: -1, max: 10_000 }),
      both: fc.integer({ min: -1, max: 12_000 }),
      population: fc.oneof(fc.constantFrom(0, 1), number(1, 1e6)),
      relativeError: fc.oneof(fc.constantFrom(0, 1e-6), number(0.001, 0.5)),
    })
    fc.assert(
      fc.property(terms, (record) => agree(name, compute, record)),
      { numRuns: 40 },
    )
  })

  test.each(functionsOf(equilibrium))('on %s, within and where nobody hires', (name, compute) => {
    const terms = fc.record({
      productivity: number(0.9, 2),
      unemploymentValue: number(0.1, 1),
      discountRate: number(0, 0.05),
      separationRate: number(0.01, 0.3),
      matchingEfficiency: number(0.2, 15),
      matchingElasticity: number(0.2, 0.9),
      bargainingPower: fc.oneof(fc.constant(0), number(0.05, 0.95)),
      vacancyCost: number(0.05, 1),
    })
    fc.assert(
      fc.property(terms, (record) => agree(name, compute, record)),
      { numRuns: 20 },
    )
  })

  test.each(functionsOf(regression))('on %s, within and beyond what can be', (name, compute) => {
    const terms = fc.record({
      slope: number(0.6, 1.1),
      intercept: number(-2, 1),
      deviation: fc.oneof(fc.constant(-1), number(0.05, 1)),
      turnoverMean: number(4, 12),
      turnoverDeviation: number(0.3, 2),
      shops: fc.constantFrom(3, 4, 50, 333),
      seed: fc.constantFrom(-1, 0, 7, 2 ** 31 - 1),
      reliability: fc.oneof(fc.constant(1.2), number(0.2, 1)),
      shift: number(0.0005, 0.005),
    })
    fc.assert(
      fc.property(terms, (record) => {
        // Without errors the line is met to the last bit, and what is left is noise.
        if (record.deviation < 0 && /Error|Loss/.test(name)) return
        agree(name, compute, record)
      }),
      { numRuns: 30 },
    )
  })
})
