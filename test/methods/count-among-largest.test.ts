import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countAmongLargest, countAmongLargestTex } from '../../scripts/methods/count-among-largest.ts'
import { formulas } from '../ledger/support.ts'

describe('of the amounts that are said to lead', () => {
  test('5, 4 and 1, two are among the three largest of 5, 4, 3, 2, 1', () => {
    expect(countAmongLargest({ named: [5, 4, 1], all: [5, 4, 3, 2, 1] })).toBe(2)
  })
  test('the third largest is among the largest three, the fourth is not', () => {
    expect(countAmongLargest({ named: [5, 4, 3], all: [5, 4, 3, 2] })).toBe(3)
    expect(countAmongLargest({ named: [5, 4, 2], all: [5, 4, 3, 2] })).toBe(2)
  })
  test('one that ties with the last place counts', () => {
    expect(countAmongLargest({ named: [5, 3], all: [5, 3, 3, 1] })).toBe(2)
  })
  test('the largest themselves all count, in any order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 1, maxLength: 12 }), fc.nat(11), (all, most) => {
        const named = [...all].sort((a, b) => b - a).slice(0, most)
        expect(countAmongLargest({ named: [...named].reverse(), all })).toBe(named.length)
      }),
    )
  })
})

test('the words in its equation are its arguments', () => {
  const words = [...countAmongLargestTex.matchAll(/\\mathit\{(\w+)\}/g)].map(([, word]) => word)
  expect([...new Set(words)].sort()).toEqual([...(formulas.get('countAmongLargest')?.arguments ?? [])].sort())
})
