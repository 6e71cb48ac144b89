import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { criticalErrors as criticalAt, normalQuantile } from '../../scripts/methods/normal-quantile.ts'
import * as method from '../../scripts/methods/sample-size.ts'
import { formulas } from '../ledger/support.ts'
import { refusal } from './support.ts'

const { clustersFor, detectableDifference, recruitsFor, sampleForMeans, sampleForProportions, shareDeviation } = method

const at = (significance: number, power: number) => ({
  criticalErrors: criticalAt({ significance }),
  powerErrors: normalQuantile({ probability: power }),
})

describe('what publications print', () => {
  it('from a half to three quarters with a power of 90 per cent takes 77: 76.7 in the manual of R’s power.prop.test', () => {
    expect(sampleForProportions({ before: 0.5, after: 0.75, ...at(0.05, 0.9) })).toBe(77)
    // And in the other direction: 50 in each group see 0.8026 against 0.5.
    expect(sampleForProportions({ before: 0.5, after: 0.8027, ...at(0.05, 0.9) })).toBe(50)
    expect(sampleForProportions({ before: 0.5, after: 0.8025, ...at(0.05, 0.9) })).toBe(51)
  })
  it('half a standard deviation with a power of 80 per cent takes 63, and 64 by Cohen’s tables, which are of Student’s test', () => {
    expect(sampleForMeans({ difference: 0.5, deviation: 1, ...at(0.05, 0.8) })).toBe(63)
  })
  it('what can be seen is 2.80 standard errors of the difference: Bloom (1995)', () => {
    // With 2 in each group and a deviation of 1 that standard error is 1.
    expect(detectableDifference({ deviation: 1, sample: 2, ...at(0.05, 0.8) })).toBeCloseTo(2.8016, 4)
  })
})

describe('by hand', () => {
  const errors = { criticalErrors: 2, powerErrors: 1 }
  it('means: 2 × (3 × 1 / 1)² = 18, with a design effect of 2 36, at half the distance 72', () => {
    expect(sampleForMeans({ difference: 1, deviation: 1, ...errors })).toBe(18)
    expect(sampleForMeans({ difference: -1, deviation: 1, ...errors })).toBe(18)
    expect(sampleForMeans({ difference: 1, deviation: 1, ...errors, designEffect: 2 })).toBe(36)
    expect(sampleForMeans({ difference: 0.5, deviation: 1, ...errors })).toBe(72)
    expect(sampleForMeans({ difference: 1, deviation: 0, ...errors })).toBe(0)
  })
  it('shares: from 0 to 1 the mean is a half and there is no spread within, (2 √½ + 0)² = 2', () => {
    expect(sampleForProportions({ before: 0, after: 1, ...errors })).toBe(2)
    expect(sampleForProportions({ before: 1, after: 0, ...errors, designEffect: 3 })).toBe(6)
  })
  it('what 18 in each group see is one standard deviation', () => {
    expect(detectableDifference({ deviation: 1, sample: 18, ...errors })).toBeCloseTo(1, 14)
    expect(detectableDifference({ deviation: 1, sample: 36, ...errors, designEffect: 2 })).toBeCloseTo(1, 14)
  })
  it('a fifth that says yes has a standard deviation of 0.4, all or none has none', () => {
    expect(shareDeviation({ share: 0.2 })).toBeCloseTo(0.4, 15)
    expect([shareDeviation({ share: 0 }), shareDeviation({ share: 1 })]).toEqual([0, 0])
    expect(refusal(() => shareDeviation({ share: 1.2 }))).toMatchObject({ nearest: 0 })
  })
  it('70 are left of 100 where three tenths are lost; 71 take 102', () => {
    expect(recruitsFor({ sample: 70, lost: 0.3 })).toBe(100)
    expect(recruitsFor({ sample: 71, lost: 0.3 })).toBe(102)
    expect(recruitsFor({ sample: 70, lost: 0 })).toBe(70)
  })
  it('100 are 5 clusters of 20, 101 are 6', () => {
    expect(clustersFor({ sample: 100, clusterSize: 20 })).toBe(5)
    expect(clustersFor({ sample: 101, clusterSize: 20 })).toBe(6)
  })
})

describe('laws', () => {
  const number = (min: number, max: number) => fc.double({ min, max, noNaN: true })
  const tests = fc.record({ criticalErrors: number(1, 3), powerErrors: number(0, 2), designEffect: number(0.5, 6) })
  const shares = fc.tuple(number(0.02, 0.98), number(0.02, 0.98)).filter(([one, other]) => Math.abs(one - other) > 0.01)

  it('sizes are whole, the same from either side, and the same of those who are the rest', () => {
    fc.assert(
      fc.property(shares, tests, ([before, after], terms) => {
        const size = sampleForProportions({ before, after, ...terms })
        expect(Number.isInteger(size)).toBe(true)
        expect(sampleForProportions({ before: after, after: before, ...terms })).toBe(size)
        expect(Math.abs(sampleForProportions({ before: 1 - before, after: 1 - after, ...terms }) - size)).toBeLessThanOrEqual(1)
      }),
    )
  })
  it('a sample that is taken sees what it was taken for, and one unit less in each group does not', () => {
    fc.assert(
      fc.property(number(0.05, 2), number(0.1, 5), tests, (difference, deviation, terms) => {
        const sample = sampleForMeans({ difference, deviation, ...terms })
        expect(detectableDifference({ deviation, sample, ...terms })).toBeLessThanOrEqual(difference * (1 + 1e-9))
        if (sample > 2) expect(detectableDifference({ deviation, sample: sample - 1, ...terms })).toBeGreaterThan(difference * (1 - 1e-9))
      }),
    )
  })
  it('two shares have the power that was asked for: the part of the distribution of their difference that is called significant', () => {
    fc.assert(
      fc.property(shares, tests, ([before, after], terms) => {
        const exact = { ...terms, designEffect: 1 }
        const n = sampleForProportions({ before, after, ...exact })
        const mean = (before + after) / 2
        const bound = exact.criticalErrors * Math.sqrt((2 * mean * (1 - mean)) / n)
        const error = Math.sqrt((before * (1 - before) + after * (1 - after)) / n)
        expect((Math.abs(after - before) - bound) / error).toBeGreaterThanOrEqual(exact.powerErrors - 1e-6)
      }),
    )
  })
  it('grows with the design effect, and with the square of nearness', () => {
    fc.assert(
      fc.property(number(0.05, 2), tests, (difference, terms) => {
        const size = (given: object) => sampleForMeans({ difference, deviation: 1, ...terms, ...given })
        expect(Math.abs(size({ designEffect: 2 * terms.designEffect }) - 2 * size({}))).toBeLessThanOrEqual(2)
        expect(Math.abs(size({ difference: difference / 2 }) - 4 * size({}))).toBeLessThanOrEqual(4)
      }),
    )
  })
  it('recruits are enough, and one fewer is not; so are clusters', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), number(0, 0.9), fc.integer({ min: 1, max: 500 }), (sample, lost, clusterSize) => {
        const recruits = recruitsFor({ sample, lost })
        expect(recruits * (1 - lost)).toBeGreaterThanOrEqual(sample - 1e-6)
        expect((recruits - 1) * (1 - lost)).toBeLessThan(sample)
        const clusters = clustersFor({ sample, clusterSize })
        expect(clusters * clusterSize).toBeGreaterThanOrEqual(sample)
        expect((clusters - 1) * clusterSize).toBeLessThan(sample)
      }),
    )
  })
})

describe('what cannot be is refused, and the error brings along what is at the edge', () => {
  const errors = { criticalErrors: 2, powerErrors: 1 }
  const shares = { before: 0.2, after: 0.3, ...errors }
  const means = { difference: 1, deviation: 2, ...errors }
  it.each([
    [{ before: 20 }, 'a share of 20 is no part of a whole, which lies from 0 to 1', { before: 1 }],
    [{ after: -0.1 }, 'a share of -0.1 is no part of a whole, which lies from 0 to 1', { after: 0 }],
    [{ after: 0.2 }, 'a difference of 0 is too small to be told from none', { after: 0.200001 }],
    [{ powerErrors: -1 }, 'a power of a half or more lies 0 standard errors beyond or more, and not -1', { powerErrors: 0 }],
    [{ criticalErrors: -1 }, 'a difference is called significant 0 standard errors from nought or more, and not -1', { criticalErrors: 0 }],
  ])('of shares, %o: %s', (wrong, message, edge) => {
    const refused = refusal(() => sampleForProportions({ ...shares, ...wrong }))
    expect(refused).toBeInstanceOf(RangeError)
    expect(refused.message).toBe(message)
    const nearest = sampleForProportions({ ...shares, ...edge })
    expect(Math.abs((refused.nearest ?? 0) - nearest)).toBeLessThan(1e-5 * nearest + 1)
  })
  it.each([
    [{ deviation: -1 }, 'a standard deviation of -1 is none: it is 0 or more', { deviation: 0 }],
    [{ difference: 0 }, 'a difference of 0 is too small to be told from none', { difference: 0.000002 }],
  ])('of means, %o: %s', (wrong, message, edge) => {
    expect(refusal(() => sampleForMeans({ ...means, ...wrong }))).toMatchObject({ message, nearest: sampleForMeans({ ...means, ...edge }) })
  })
  it('a design effect of 0 is none', () => {
    const message = 'a design effect of 0 is none: it lies above 0'
    expect(refusal(() => sampleForMeans({ ...means, designEffect: 0 }))).toMatchObject({ message, nearest: 0 })
    expect(refusal(() => sampleForProportions({ ...shares, designEffect: 0 }))).toMatchObject({ message, nearest: 0 })
    expect(refusal(() => detectableDifference({ deviation: 1, sample: 8, ...errors, designEffect: 0 }))).toMatchObject({
      message,
      nearest: 0,
    })
  })
  it('samples of nobody, clusters of nobody, and all of them lost', () => {
    expect(refusal(() => detectableDifference({ deviation: 1, sample: 0.5, ...errors }))).toMatchObject({
      message: 'a sample of 0.5 is too small: it takes 1 or more',
      nearest: detectableDifference({ deviation: 1, sample: 1, ...errors }),
    })
    expect(refusal(() => detectableDifference({ deviation: -1, sample: 1, ...errors }))).toMatchObject({ nearest: 0 })
    expect(refusal(() => recruitsFor({ sample: 70, lost: 1 }))).toMatchObject({
      message: 'a part of 1 lost is none that can be made good: it lies from 0 to 0.99',
      nearest: recruitsFor({ sample: 70, lost: 0.99 }),
    })
    expect(refusal(() => recruitsFor({ sample: -1, lost: 0.5 }))).toMatchObject({
      message: 'a sample of -1 is too small: it takes 0 or more',
    })
    expect(refusal(() => clustersFor({ sample: 70, clusterSize: 0 }))).toMatchObject({
      message: 'a cluster of 0 is too small: it takes 1 or more',
      nearest: 70,
    })
  })
})

test.each(Object.entries(method).flatMap(([name, tex]) => (typeof tex === 'string' ? [[name.replace(/Tex$/, ''), tex] as const] : [])))(
  '%s: the words in its equation are its arguments, and it does without a design effect',
  (name, tex) => {
    const words = [...tex.matchAll(/\\mathit\{(\w+)\}/g)].map(([, word]) => word)
    const { arguments: names, optional } = formulas.get(name) ?? {}
    expect([...new Set(words)].sort()).toEqual([...(names ?? [])].sort())
    expect(optional).toEqual((names ?? []).filter((each) => each === 'designEffect'))
  },
)
