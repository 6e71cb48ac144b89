import { describe, expect, test } from 'vitest'
import { figure, millions, tenThousands, value } from '../support.ts'

describe('the objections', () => {
  test('the total is 8.9 per cent of all who work in China', () =>
    expect(value('objections.shareOfEmployment')).toBeCloseTo(69.0148 / 776.39, 5))
  test('the companies’ own staff are a quarter of one per cent of it', () =>
    expect(value('objections.staffShare')).toBeCloseTo(17.24 / 6901.48, 7))
  test('Ant’s person-times are 43.75 万 a year over sixteen years', () => expect(tenThousands('objections.antPerYear')).toBe(43.75))
  test('without person-times the total is seven million less', () => {
    expect(figure('total.jobs').value.sub(figure('objections.withoutPersonTimes').value).equals(7_000_000)).toBe(true)
  })

  test('the multiplier works on 2134 万 direct opportunities, and all indirect ones come from there', () => {
    expect(tenThousands('objections.multipliedJobs')).toBeCloseTo(2010.4 + 123.69566, 4)
    expect(
      figure('objections.multipliedJobs').value.mul(figure('multiplier.report').value).equals(figure('total.indirectJobs').value),
    ).toBe(true)
  })

  test.each([
    ['SectorLabour', 'multiplier.sectorLabour', 65.57],
    ['Consumption', 'multiplier.consumption', 59.06],
  ])('at %s the total is direct jobs and those of that multiplier', (name, multiplier, total) => {
    expect(value(`objections.indirectAt${name}`)).toBeCloseTo(value('objections.multipliedJobs') * value(multiplier), 3)
    expect(millions(`objections.totalAt${name}`)).toBeCloseTo(millions('total.directJobs') + millions(`objections.indirectAt${name}`), 9)
    expect(millions(`objections.totalAt${name}`)).toBeCloseTo(total, 2)
  })

  test('with each industry’s own multiplier 42.07 million are left, 26.95 million fewer', () => {
    expect(millions('objections.totalAtOwnMultipliers')).toBeCloseTo(
      millions('total.directJobs') +
        20.104 * value('multiplier.trade') +
        millions('services.catering.directJobs') * value('multiplier.catering') +
        millions('services.film.directJobs') * value('multiplier.culture'),
      9,
    )
    expect(millions('objections.totalAtOwnMultipliers')).toBeCloseTo(42.07, 2)
    expect(millions('objections.fallAtOwnMultipliers')).toBeCloseTo(26.95, 2)
  })

  test('a shop that turns over ten thousand times ten yuan has 5.2 jobs or 1.3, four times apart, as yuan are counted', () => {
    expect(value('objections.shopJobsInYuan')).toBeCloseTo(100_000 ** 0.15 / Math.exp(0.07), 9)
    expect(value('objections.shopJobsInTenThousands')).toBeCloseTo(10 ** 0.15 / Math.exp(0.07), 9)
    expect(value('objections.unitFactor')).toBeCloseTo(10_000 ** 0.15, 9)
    // One slope and one constant in both: the interval is that of the slope alone.
    expect(figure('objections.unitFactor').bounds.low?.valueOf()).toBeCloseTo(10_000 ** 0.145, 9)
    expect(figure('objections.unitFactor').bounds.high?.valueOf()).toBeCloseTo(10_000 ** 0.155, 9)
  })

  test('film jobs move two and a half per cent for each one in the earlier head-count', () => {
    expect(figure('objections.filmBeforeSubtraction').value.equals(figure('services.film.industryJobs2018').value.add(979_000))).toBe(true)
    const moved = (value('objections.filmBeforeSubtraction') * 1.01 - 979_000) / value('services.film.industryJobs2018') - 1
    expect(value('objections.filmLeverage')).toBeCloseTo(moved * 100, 9)
  })

  test('taken as full-time, as adding up takes it, everything stays what it is', () => {
    expect(figure('objections.fullTimeJobs').value.equals(figure('total.jobs').value)).toBe(true)
    expect(value('objections.fullTime.posts')).toBe(1_500_000)
  })
})
