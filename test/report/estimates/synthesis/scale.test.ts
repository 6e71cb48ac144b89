/** Five studies on one scale, by hand from the printed totals; amounts in units of ten thousand. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { definitions, figure, recompute, tenThousands, value } from '../support.ts'

/** All employed, as table 1-1 of the CASS study prints them. */
const employed = { 2019: 75_447, 2022: 73_351, 2023: 74_041 }

describe('an estimate against all employed', () => {
  test.each([
    ['alibabaHeads', 230 + 17.24 + 302.13 + 220, employed[2019]],
    ['selfEmployed', 23_000, employed[2019]],
    ['socialSellers', 4800, employed[2019]],
    ['sellers', 5000, employed[2019]],
    ['antDirect', 147.7, employed[2022]],
    ['antKept', 524.7, employed[2022]],
  ])('%s: %f of %f', (id, part, whole) => expect(value(`scale.${id}`)).toBeCloseTo(part / whole, 12))

  test('is nine in a hundred for the 69.01 million of the first study', () =>
    expect(value('scale.alibaba')).toBeCloseTo(6901 / employed[2019], 4))

  test('is, of Ant, not nine in ten thousand if what counts alike is added: the group, its providers, and 5.466 million hours as jobs of 2,000', () => {
    const added = 2.23 + 6.02 + 2.1 + 52.8 + 546.6 / 2000
    expect(value('scale.antAddable')).toBeCloseTo(added / employed[2022], 12)
    expect(value('scale.antAddable')).toBeLessThan(9 / 10_000)
  })

  test('is taken against the year that it speaks of', () => {
    const ofOneYear = [...definitions].filter(([, { id, scope }]) => id.startsWith('scale.') && /^\d{4}$/.test(scope.period))
    expect(ofOneYear).toHaveLength(11)
    for (const [id, { of, scope }] of ofOneYear) expect(of.whole, id).toBe(`employment.y${scope.period}.all`)
  })

  test('of the first study rises from direct opportunities to all, and from each industry’s own multiplier to trade at the head', () => {
    const parts = [
      ['alibabaDirect', 'total.directJobs'],
      ['alibabaLow', 'objections.totalAtOwnMultipliers'],
      ['alibaba', 'total.jobs'],
      ['alibabaHigh', 'objections.totalAtHead'],
    ] as const
    const shares = parts.map(([id]) => value(`scale.${id}`))
    expect(shares).toEqual(shares.toSorted((a, b) => a - b))
    for (const [id, part] of parts) expect(value(`scale.${id}`) * employed[2019], id).toBeCloseTo(tenThousands(part), 6)
  })
})

describe('the interval of Ant’s providers', () => {
  // A sample of 550 of 11,000, with a coefficient of variation of 2 and a design effect of 1.5.
  const margin = 1.96 * 52.8 * 2 * Math.sqrt((1.5 * (1 - 550 / 11_000)) / 550)

  test('takes 10.5 from 147.7, and adds as much', () => {
    expect(tenThousands('scale.antDirectLow')).toBeCloseTo(147.7 - margin, 9)
    expect(tenThousands('scale.antDirectHigh')).toBeCloseTo(147.7 + margin, 9)
  })

  test('lies about the printed number, and is as wide as providers vary, whatever is assumed of them', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 10, noNaN: true }), (variation) => {
        const at = (input: string) => (input === 'ant.assumed.variation' ? variation : value(input))
        const [low, high] = [recompute('scale.antDirectLow', at) / 1e4, recompute('scale.antDirectHigh', at) / 1e4]
        expect(low + high).toBeCloseTo(2 * 147.7, 6)
        expect(high - low).toBeCloseTo(margin * variation, 6)
      }),
    )
  })
})

describe('everything added, which nobody should', () => {
  test('is more than all who are employed: 813 of 740 million', () => {
    expect(tenThousands('scale.everythingAdded')).toBeCloseTo(6937 + 4022 + 5017 + 7309 + 147.7 + 20_000 + 37_900, 6)
    expect(value('scale.everythingOfEmployed')).toBeCloseTo(81_332.7 / employed[2023], 9)
    expect(figure('scale.everythingOfEmployed').bounds.low?.valueOf()).toBeGreaterThan(1)
  })

  test('while employment fell by 14.06 million in four years', () =>
    expect(tenThousands('cass.platforms.employedSinceFirst')).toBe(employed[2023] - employed[2019]))
})
