import { expect, test } from 'vitest'
import { sampleOf } from './sample.ts'

const files = [
  { file: 'a.ts', lines: 20 },
  { file: 'b.ts', lines: 3 },
]

test('a sample is drawn from windows that cover every line once', () => {
  expect([...sampleOf(files, 99, 1)].sort()).toEqual(['a.ts:1-8', 'a.ts:17-20', 'a.ts:9-16', 'b.ts:1-3'])
})

test('a sample is as large as asked for, and the same for one seed', () => {
  expect(sampleOf(files, 2, 5)).toHaveLength(2)
  expect(sampleOf(files, 2, 5)).toEqual(sampleOf(files, 2, 5))
  expect(new Set([1, 2, 3, 4, 5, 6].map((seed) => sampleOf(files, 2, seed).join())).size).toBeGreaterThan(1)
})
