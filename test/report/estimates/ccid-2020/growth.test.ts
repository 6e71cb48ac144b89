/** What the white paper's amounts and rates imply of each other, by hand from what it prints. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { definitions, figure, recompute, value } from '../support.ts'

const low = (id: string) => figure(`ccid.${id}`).bounds.low?.valueOf()
const high = (id: string) => figure(`ccid.${id}`).bounds.high?.valueOf()
const ccid = (id: string) => value(`ccid.${id}`)

describe('what was there before', () => {
  test.each([
    ['423 million users after 110.2 per cent more', 'onlineEducation.usersBefore', 4.23e8 / 2.102],
    ['120,000 meetings after half as many more', 'remoteWork.weLinkMeetingsBefore', 80_000],
    ['48 million people after 58 per cent more', 'selfEmployed.socialSellers2018', 4800e4 / 1.58],
    ['2.61 billion starts after 14.1 per cent more', 'microEconomy.videoStartsBefore', 26.1e8 / 1.141],
    ['626.85 billion yuan after 255.8 per cent more', 'microEconomy.socialMarket2017', 6268.5e8 / 3.558],
    ['823.6 billion yuan after 97.6 per cent more', 'sharedProduction.trade2017', 8236e8 / 1.976],
  ])('%s', (_, id, expected) => expect(ccid(id) / expected).toBeCloseTo(1, 12))

  test('may lie on either side of 100,000 yuan, where “over 200,000” are “over one time” more', () => {
    expect(ccid('microEconomy.womenTurnover2014')).toBe(100_000)
    expect([low('microEconomy.womenTurnover2014'), high('microEconomy.womenTurnover2014')]).toEqual([undefined, undefined])
  })

  test('and what was added make what there is, whatever is printed', () => {
    fc.assert(
      fc.property(fc.double({ min: 1, max: 1e10, noNaN: true }), fc.double({ min: 0.001, max: 10, noNaN: true }), (amount, growth) => {
        for (const [topic, was, added] of [
          ['onlineEducation', 'usersBefore', 'usersAdded'],
          ['selfEmployed', 'socialSellers2018', 'socialSellersAdded'],
        ] as const) {
          const own = `ccid.${topic}.`
          const at = (input: string) => (input.startsWith(own) ? (input.endsWith('Growth') ? growth : amount) : Number.NaN)
          const before = recompute(own + was, at)
          expect((before + recompute(own + added, at)) / amount).toBeCloseTo(1, 12)
          expect((before * (1 + growth)) / amount).toBeCloseTo(1, 12)
        }
      }),
    )
  })
})

describe('rates over several years', () => {
  test('five years of over 27 per cent are more than 3.3 times', () => {
    expect(ccid('eCommerce.parcelTimes')).toBeCloseTo(1.27 ** 5, 12)
    expect([low('eCommerce.parcelTimes'), high('eCommerce.parcelTimes')]).toEqual([ccid('eCommerce.parcelTimes'), undefined])
  })
  test('200 billion yuan in 2026, after six years of 14.23 per cent, begin with 90 and are 2.22 times as many', () => {
    expect(ccid('onlineMedicine.market2020') / (2000e8 / 1.1423 ** 6)).toBeCloseTo(1, 12)
    expect(ccid('onlineMedicine.marketTimes')).toBeCloseTo(1.1423 ** 6, 12)
  })
  test('40 billion yuan in 2018, at over 23 per cent, are at least 170 in 2025 but for the rounding of 40', () => {
    expect(ccid('flexible.market2025') / (400e8 * 1.23 ** 7)).toBeCloseTo(1, 12)
    expect((low('flexible.market2025') ?? 0) / (399.5e8 * 1.23 ** 7)).toBeCloseTo(1, 12)
    expect(high('flexible.market2025')).toBeUndefined()
  })
  test.each([
    ['remoteWork.yearlyGrowth', 90.1, 459.5],
    ['unmanned.retailYearlyGrowth', 218, 650],
    ['unmanned.retailUsersYearlyGrowth', 600, 24_500],
    ['microEconomy.socialYearlyGrowth', 6268.5, 28_646.3],
  ])('%s: from %f to %f in three years', (id, before, after) => {
    expect(before * (1 + ccid(id)) ** 3).toBeCloseTo(after, 6)
  })
  test('remote work’s last year was slow: from 44.18 to 45.95 billion yuan', () =>
    expect(ccid('remoteWork.growth2018')).toBeCloseTo(459.5 / 441.8 - 1, 12))
  test('from “nearly” to “over” is a growth of at least so much', () =>
    expect([low('unmanned.retailYearlyGrowth'), high('unmanned.retailYearlyGrowth')]).toEqual([
      ccid('unmanned.retailYearlyGrowth'),
      undefined,
    ]))
})

describe('readings of one phrase', () => {
  test('“grew by ten times” are eleven times by the letter, “by five times” six', () =>
    expect([ccid('onlineMedicine.newUsersTimes'), ccid('onlineMedicine.visitsTimes')]).toEqual([11, 6]))
  test('three tenths less than a doubling are a growth of 70 per cent by points, and of 100 over 1.3 by ratio', () => {
    expect(ccid('microEconomy.menGrowthByPoints')).toBeCloseTo(0.7, 12)
    expect(ccid('microEconomy.menGrowthByRatio')).toBeCloseTo(1 / 1.3, 12)
  })
})

describe('digital transformation', () => {
  test.each([
    ['manufacturing', 82.4, 122.6],
    ['logistics', 65.8, 133.6],
    ['retail', 92.2, 133.3],
  ])('of %s: %f of cost on %f of revenue', (sector, cost, revenue) =>
    expect(ccid(`transformation.${sector}CostPerRevenue`)).toBeCloseTo(cost / revenue, 12),
  )

  test('is figured for the three sectors whose costs and revenue are both printed', () =>
    expect([...definitions.keys()].filter((id) => /^ccid\.transformation\.\w+CostPerRevenue$/.test(id))).toHaveLength(3))
})

test('the whole of which 920.5 billion yuan are 28 per cent is 3,287.5 billion', () =>
  expect(ccid('sharedProduction.sharingTrade2019') / 3287.5e9).toBeCloseTo(1, 12))
