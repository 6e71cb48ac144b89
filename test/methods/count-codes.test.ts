import { expect, it } from 'vitest'
import { countAtLeast, countEqual } from '../../scripts/methods/count-codes.ts'

it('counts the codes that are high enough, and those that are the very one', () => {
  expect(countAtLeast({ codes: [0, 1, 2, 2, 3], least: 2 })).toBe(3)
  expect(countEqual({ codes: [0, 1, 2, 2, 3], code: 2 })).toBe(2)
  expect(countEqual({ codes: [], code: 2 })).toBe(0)
})
