import { describe, expect, test } from 'vitest'
import { retailCategories } from '../../../../scripts/estimates/alibaba-2020/retail.ts'
import { figure, ledger, tenThousands, value, verdictsOf } from '../support.ts'

describe('retail', () => {
  test('has 2010.4 万 direct jobs by its fifteen categories, where the source prints 2010.6', () => {
    const printed = [191.7, 325.7, 68.3, 12.3, 287.7, 98.0, 57.2, 121.1, 47.6, 104.6, 25.8, 35.2, 49.7, 122.1, 463.4]
    expect(retailCategories.map((id) => tenThousands(`retail.${id}.directJobs`))).toEqual(printed)
    expect(tenThousands('retail.directJobs')).toBe(2010.4)
    expect(new Set(verdictsOf('retail.directJobs'))).toEqual(new Set(['within-rounding']))
  })

  test('has 2965.6 万 indirect jobs and 4976 万 in all', () => {
    expect(tenThousands('retail.indirectJobs')).toBeCloseTo(2010.4 * (1_434_517.8 / 972_484.1), 6)
    expect(tenThousands('retail.jobs')).toBeCloseTo(4975.95, 2)
    expect(new Set([...verdictsOf('retail.indirectJobs'), ...verdictsOf('retail.jobs')])).toEqual(new Set(['exact']))
  })

  test('is led by the three categories that the text names', () => expect(value('retail.namedAmongTopThree')).toBe(3))

  test('names each category as its table does', () => {
    for (const id of retailCategories) {
      const row = figure(`retail.${id}.slope`).input?.row
      expect(row, id).toBeDefined()
      expect(figure(`retail.${id}.scaleGain`).label.en.startsWith(`${row?.en}: `), id).toBe(true)
      expect(figure(`retail.${id}.scaleGain`).label.zh.startsWith(`${row?.zh}：`), id).toBe(true)
    }
  })

  test('has scale coefficients between nought and one, so that jobs lag behind turnover', () => {
    for (const id of retailCategories) {
      expect(value(`retail.${id}.slope`)).toBeGreaterThan(0)
      expect(value(`retail.${id}.slope`)).toBeLessThan(1)
      expect(value(`retail.${id}.scaleGain`)).toBeCloseTo(2 ** (1 - value(`retail.${id}.slope`)), 12)
    }
  })
})

describe('services', () => {
  test('on the rounded numbers, 104.1 and 19.58 are 123.68, times 1.475 are 182.428, and with the printed 182.4 306.08', () => {
    expect(['directJobs', 'indirectJobs', 'jobs'].map((id) => tenThousands(`services.steps.${id}`))).toEqual([123.68, 182.428, 306.08])
  })
  test('catering employed 1846 万 in 2016 and 4.8 per cent more in 2018: 1934.6', () => {
    expect(tenThousands('services.catering.industryJobs2018')).toBeCloseTo(1846 * 1.048, 9)
  })
  test('food delivery supports 2298.87 / 42716 of that: 104.1 万', () => {
    expect(tenThousands('services.catering.directJobs')).toBeCloseTo((2298.87 / 42_716) * 1846 * 1.048, 9)
    expect(verdictsOf('services.catering.directJobs')).toEqual(['exact'])
    expect(tenThousands('services.catering.directJobs')).toBeCloseTo(104.1, 1)
  })
  test('film employed 58.5 × 609.76 / 217.69 − 97.9 万: 65.96', () => {
    expect(tenThousands('services.film.industryJobs2018')).toBeCloseTo((58.5 * 609.76) / 217.69 - 97.9, 9)
    expect(tenThousands('services.film.industryJobs2018')).toBeCloseTo(65.96, 2)
  })
  test('tickets support 181 / 609.76 of that: 19.58 万', () => {
    expect(tenThousands('services.film.directJobs')).toBeCloseTo(19.58, 2)
  })
  test('both together are 123.70 万, and 123.68 only once each is rounded', () => {
    expect(tenThousands('services.online.directJobs')).toBeCloseTo(123.7, 2)
    expect(104.1 + 19.58).toBeCloseTo(123.68, 9)
  })
  test('with the multiplier are 306 万; with riders and staff 553 万', () => {
    expect(tenThousands('services.online.jobs')).toBeCloseTo(306.16, 2)
    expect(tenThousands('services.jobs')).toBeCloseTo(230 + 306.16 + 17.24, 2)
  })
})

describe('entertainment', () => {
  test('is 300 + 2 + 0.13 万, which stand for themselves', () => {
    expect(tenThousands('entertainment.jobs')).toBe(302.13)
    expect([figure('entertainment.jobs').bounds.low?.valueOf(), figure('entertainment.jobs').bounds.high?.valueOf()]).toEqual([
      3_021_300, 3_021_300,
    ])
  })
  test('counts three people or more for each of nearly a million accounts', () => {
    expect(value('entertainment.peoplePerAccount')).toBe(3)
    expect(figure('entertainment.peoplePerAccount').bounds.low?.valueOf()).toBe(3)
    expect(figure('entertainment.peoplePerAccount').bounds.high).toBeNull()
  })
})

describe('infrastructure', () => {
  test('is 700 of Ant, 150 of Cainiao and 220 of DingTalk', () => {
    expect(['ant', 'cainiao', 'dingtalk', 'jobs'].map((id) => tenThousands(`infrastructure.${id}`))).toEqual([700, 150, 220, 1070])
  })
  test('adds person-times, posts and heads, and says so', () => {
    const measures = figure('infrastructure.jobs').from.map((id) => figure(id).input?.scope.measure ?? figure(id).derived?.scope.measure)
    expect(new Set(measures)).toEqual(new Set(['person-times', 'posts', 'head-count']))
    expect(figure('infrastructure.jobs').derived?.scope.measure).toBe('mixed')
  })
  test('is exact wherever the source says it again in the same words; what Ant and Cainiao add up stays unknown', () => {
    const other = ledger.checks.filter(({ figure: id, verdict }) => id.startsWith('infrastructure.') && verdict !== 'exact')
    expect(other.map(({ claim, verdict }) => [claim, verdict])).toEqual([
      ['infrastructure.ant@printed', 'not-recomputable'],
      ['infrastructure.cainiao@printed', 'not-recomputable'],
      ['infrastructure.digitalManagers@printed', 'not-recomputable'],
      ['infrastructure.miniProgramDevelopers@printed', 'not-recomputable'],
    ])
  })
})
