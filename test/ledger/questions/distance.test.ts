import { describe, expect, test } from 'vitest'
import type { Claim } from '../../../scripts/ledger/data/data-types.ts'
import { sum } from '../../../scripts/ledger/formulas/sum.ts'
import { distanceOf, printedValue } from '../../../scripts/ledger/questions/distance.ts'
import { claim, compute, figure, get, input, units } from '../support.ts'

/** 1.4 and 2.4 in tens of thousands make 3.8, give or take a tenth. */
const figures = compute(
  [input('a', '1.4', '万人'), input('b', '2.4', '万人'), input('c', '5', '万人', { qualifier: 'over' })],
  [figure('total', sum, { terms: ['a', 'b'] }, 'person')],
)
const distance = (of: string, digits: string, more: Partial<Claim> = {}, unit = '万人') =>
  distanceOf(claim(of, digits, unit, more), get(figures, of))

describe('the distance between printed and recomputed', () => {
  test('counts units of the last digit that is printed', () => {
    expect(distance('total', '4.0')).toEqual({ value: -2, interval: [-3, -1], band: [-0.5, 0.5] })
    expect(distance('total', '37000', {}, '人')).toEqual({ value: 1000, interval: [0, 2000], band: [-0.5, 0.5] })
  })
  test('takes a bound for what the words say, open to one side', () => {
    expect(distance('c', '5', { qualifier: 'over' })).toEqual({ value: 0, interval: [0, null], band: [0, null] })
    expect(distance('total', '3.8', { qualifier: 'nearly' })?.band).toEqual([null, 0])
  })
  test('takes “about” for its value alone', () => expect(distance('total', '3.8', { qualifier: 'about' })?.band).toEqual([0, 0]))
  test('takes a claim that is cut off for what it leaves above it', () =>
    expect(distance('total', '3.8', { rounding: 'down' })?.band).toEqual([0, 1]))
  test('is none where the data are withheld', () => expect(distance('total', '3.8', { withheld: true })).toBeUndefined())
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
