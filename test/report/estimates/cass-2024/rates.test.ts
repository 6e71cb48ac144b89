/** What the CASS study's numbers over several years, or several months, come to in one: by hand from what it prints. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { figure, recompute, value } from '../support.ts'

const afterYears = (id: string, years: number) => (1 + value(`cass.${id}`)) ** years

describe('growth a year', () => {
  test.each([
    ['gig.yearly', 9, 10.89 / 5.4],
    ['gig.chineseYearly', 16, 4 / 2],
    ['commerce.yearlyLiteral', 8, 1 + 1.6],
    ['commerce.yearlyLoose', 8, 1.6],
    ['digitalEconomy.yearly', 7, 2],
    // 16.8 million fewer are 32 per cent of what there was.
    ['manufacturing.yearly', 10, 1 - 0.32],
  ])('%s makes over %i years what is printed', (id, years, times) => expect(afterYears(id, years)).toBeCloseTo(times, 12))

  test('is at most 10.4 per cent where jobs “nearly” double in seven years', () => {
    const { low, high } = figure('cass.digitalEconomy.yearly').bounds
    expect([low, high?.valueOf()]).toEqual([null, value('cass.digitalEconomy.yearly')])
  })
})

describe('sectors in nine years', () => {
  const printed: readonly (readonly [sector: string, in2014: number, in2023: number])[] = [
    ['all', 76_349, 74_041],
    ['primary', 22_372, 16_882],
    ['secondary', 23_057, 21_520],
    ['tertiary', 30_920, 35_639],
  ]
  test.each(printed)('%s: from %i to %i', (sector, in2014, in2023) =>
    expect(in2014 * afterYears(`sectors.yearly.${sector}`, 9)).toBeCloseTo(in2023, 6),
  )
})

describe('the chance of work in a month', () => {
  const left = (id: string, months: number) => (1 - value(`cass.reemployment.${id}`)) ** months

  test('leaves after six months the 16 per cent who found none, and ten years before the 68', () => {
    expect(left('monthly', 6)).toBeCloseTo(0.16, 12)
    expect(left('monthlyBefore', 6)).toBeCloseTo(0.68, 12)
  })

  test('leaves after five more months 16 of the 70 who found none in the first, and before 68 of 95.4', () => {
    expect(left('monthlyLater', 5)).toBeCloseTo(16 / 70, 12)
    expect(left('monthlyLaterBefore', 5)).toBeCloseTo(68 / 95.4, 12)
  })

  test('is the same by both ways only where the first month is like the others', () => {
    const part = fc.double({ min: 0.01, max: 0.98, noNaN: true })
    fc.assert(
      fc.property(part, part, (first, second) => {
        const [oneMonth, halfYear] = [Math.min(first, second), Math.max(first, second)]
        const given: Readonly<Record<string, number>> = {
          'cass.reemployment.oneMonth': oneMonth,
          'cass.reemployment.halfYear': halfYear,
        }
        const at = (input: string) => given[input] ?? value(input)
        const steady = recompute('cass.reemployment.monthly', at)
        const later = recompute('cass.reemployment.monthlyLater', at)
        expect((1 - steady) ** 6).toBeCloseTo(1 - halfYear, 9)
        expect((1 - oneMonth) * (1 - later) ** 5).toBeCloseTo(1 - halfYear, 9)
        // The steady chance lies between that of the first month and that of the later ones.
        expect((oneMonth - steady) * (later - steady)).toBeLessThanOrEqual(1e-12)
      }),
    )
  })
})
