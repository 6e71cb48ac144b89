import { describe, expect, test } from 'vitest'
import { value } from '../support.ts'

/** The sum of both quantiles, squared, twice: 15.7 at 5 per cent and a power of 80. */
const twice = 2 * (1.959964 + 0.8416212) ** 2

describe('what would have to be measured', () => {
  test('from six to seven tenths takes 356 in each group, as R’s power.prop.test has it', () =>
    expect(value('design.applicants.sample')).toBe(356))
  test('with three tenths lost 509 are to be taken in', () => expect(value('design.applicants.recruits')).toBe(Math.ceil(356 / 0.7)))
  test('one centre is 250 of 300,000', () => expect(value('design.county.effect')).toBeCloseTo(1 / 1200, 12))
  test('200 of each county correlate by 0.02, and the sample fills so many counties', () => {
    expect(value('design.county.designEffect')).toBeCloseTo(4.98, 12)
    expect(value('design.county.counties')).toBe(Math.ceil(value('design.county.sample') / 200))
  })
  test('37 counties with and 37 without show 4.7 points', () => {
    const expected = Math.sqrt((twice * 0.7 * 0.3 * 4.98) / (37 * 200))
    expect(value('design.county.detectable')).toBeCloseTo(expected, 6)
  })
  test('with records of all the same centre takes 566 counties', () =>
    expect(value('design.records.counties')).toBe(Math.ceil(twice * (0.005 * 1200) ** 2)))
  test('an offer that three tenths take takes a hundred ninths of those whom all and nobody else would', () =>
    expect(value('design.loans.sample') / value('design.loans.ifAllBorrow')).toBeCloseTo(100 / 9, 1))
  test('a tenth of a standard deviation at a design effect of 1.95 takes 3,062', () =>
    expect(value('design.panel.sample')).toBe(Math.ceil(twice * 100 * 1.95)))
  test('who are half as likely again to stand on both lists make all of them a third fewer', () =>
    expect(value('design.overlap.totalIfDependent') / value('design.overlap.total')).toBeCloseTo(1 / 1.5, 2))
})
