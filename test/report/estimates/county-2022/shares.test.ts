/** What the shares of the article leave, by hand from what it prints. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { figure, recompute, value } from '../support.ts'

const share = fc.double({ min: 0, max: 1, noNaN: true })

describe('what the printed shares leave', () => {
  test.each([
    ['county.china.populationElsewhere', 26],
    ['county.china.outputElsewhere', 47],
    ['county.china.areaElsewhere', 7],
    ['county.staff.uninsured', 2.6],
    ['county.staff.men', 25],
    ['county.staff.notReturned', 65],
    ['county.staff.fromWork', 70.5],
  ])('%s: %f per cent', (id, rest) => expect(value(id) * 100).toBeCloseTo(rest, 12))

  test('47 of output for 26 of people, where 100 for 100 is the mean: 1.81 times', () => {
    expect(value('county.china.outputPerHead')).toBeCloseTo(53 / 74, 12)
    expect(value('county.china.elsewherePerHead')).toBeCloseTo(47 / 26, 12)
  })
})

describe('schooling', () => {
  test('50, 32.8 and nearly 10 per cent leave 7.2 or more, but for the rounding of the first two', () => {
    expect(value('county.staff.schoolingElse')).toBeCloseTo(0.072, 12)
    expect(figure('county.staff.schoolingElse').bounds.low?.valueOf()).toBeCloseTo(1 - 0.505 - 0.3285 - 0.1, 12)
    expect(figure('county.staff.schoolingElse').bounds.high).toBeNull()
  })
})

describe('women', () => {
  test('“nearly 75” leave men a quarter or more', () => {
    const { low, high } = figure('county.staff.men').bounds
    expect([low?.valueOf(), high]).toEqual([0.25, null])
  })
})

describe('who came home, and who began or resumed work', () => {
  test('35 and 29.5 per cent leave 35.5 who did neither', () => expect(value('county.staff.neither')).toBeCloseTo(0.355, 12))

  test('leave at least as many as if none were both, however many are', () => {
    fc.assert(
      fc.property(share, share, share, (home, began, overlap) => {
        const at = (input: string) => (input.endsWith('.returned') ? home : input.endsWith('.newOrAgain') ? began : 1)
        const both = Math.max(0, home + began - 1) + overlap * (Math.min(home, began) - Math.max(0, home + began - 1))
        expect(1 - (home + began - both)).toBeGreaterThanOrEqual(recompute('county.staff.neither', at) - 1e-12)
        expect(recompute('county.staff.neither', at)).toBeCloseTo(1 - home - began, 12)
      }),
    )
  })
})
