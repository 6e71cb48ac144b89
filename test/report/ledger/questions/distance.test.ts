import { describe, expect, test } from 'vitest'
import { distanceOf, printedValue } from '../../../../scripts/ledger/questions/distance.ts'
import { units } from '../../../ledger/support.ts'
import { ledger } from '../../estimates/support.ts'

const distance = (id: string) => {
  const claim = ledger.data.claims.find((each) => each.id === id)
  const figure = claim && ledger.figures.get(claim.figure)
  if (!claim || !figure) throw new Error(`there is no claim ${id}`)
  return distanceOf(claim, figure)
}

describe('the distance between printed and recomputed', () => {
  test('counts units of the last digit that is printed', () => {
    // 15 categories add up to 2010.4, and 2010.6 is printed: two in the last digit. Each of 15 may be half of one off.
    expect(distance('retail.directJobs@text-1-1')).toEqual({ value: -2, interval: [-9.5, 5.5], band: [-0.5, 0.5] })
  })

  test('takes a bound for what the words say, open to one side', () => {
    expect(distance('infrastructure.antOccupations@chapter-3')).toEqual({ value: 0, interval: [0, null], band: [0, null] })
    expect(distance('infrastructure.ant@chapter-3-person-times')).toMatchObject({ value: 0, band: [null, 0] })
  })

  test('takes “about” for its value alone', () => {
    expect(distance('total.jobs@chapter-4')?.band).toEqual([0, 0])
  })

  test('is none where the data are withheld', () => {
    expect(distance('retail.food.directJobs@table-2.4')).toBeUndefined()
  })
})

test('what a claim prints stands in base units, whatever the unit', () => {
  expect(
    [
      ['230', '万个'],
      ['3', '分钟'],
      ['4.8', '%'],
    ].map(([digits = '', unit = '']) => printedValue({ digits, unit }, units)),
  ).toEqual([2_300_000, 0.05, 0.048])
})
