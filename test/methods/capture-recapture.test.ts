import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import * as method from '../../scripts/methods/capture-recapture.ts'
import { formulas } from '../ledger/support.ts'
import { refusal } from './support.ts'

const { chapmanError, chapmanTotal, listsForError } = method

describe('by hand', () => {
  it('lists of 100 and 100 with 20 on both: 101² / 21 − 1 = 484.8, which is what the manual of R’s recapr asks', () => {
    expect(chapmanTotal({ first: 100, second: 100, both: 20 })).toBeCloseTo(10201 / 21 - 1, 12)
    // 101² × 80² / (21² × 22) = 6729.4, of which the root is 82.0.
    expect(chapmanError({ first: 100, second: 100, both: 20 })).toBeCloseTo(Math.sqrt((10201 * 6400) / (441 * 22)), 12)
  })
  it('with all on both there is nobody else, and no error; with none on both it is finite', () => {
    expect(chapmanTotal({ first: 7, second: 7, both: 7 })).toBe(7)
    expect(chapmanError({ first: 7, second: 7, both: 7 })).toBe(0)
    expect(chapmanTotal({ first: 7, second: 9, both: 0 })).toBe(79)
  })
  it('of 10,000 an error of a hundredth takes half of them on each list: 10,000 / (1 + 0.01 × 100)', () => {
    expect(listsForError({ population: 10_000, relativeError: 0.01 })).toBe(5000)
    expect(listsForError({ population: 10_000, relativeError: 0.09 })).toBe(1000)
  })
})

describe('laws', () => {
  const lists = fc
    .tuple(fc.integer({ min: 0, max: 5000 }), fc.integer({ min: 0, max: 5000 }), fc.double({ min: 0, max: 1, noNaN: true }))
    .map(([first, second, part]) => ({ first, second, both: Math.floor(part * Math.min(first, second)) }))
  it('there are no fewer than stand on the lists, and the order of the lists is nothing', () => {
    fc.assert(
      fc.property(lists, ({ first, second, both }) => {
        const total = chapmanTotal({ first, second, both })
        expect(total).toBeGreaterThanOrEqual((first + second - both) * (1 - 1e-12))
        expect(chapmanTotal({ first: second, second: first, both })).toBeCloseTo(total, 6)
        expect(chapmanError({ first: second, second: first, both })).toBeCloseTo(chapmanError({ first, second, both }), 6)
      }),
    )
  })
  it('over all ways to draw the second list, the estimate is right on average: Chapman (1951)', () => {
    // Of 10, a first list of 6 and a second of 5: from 1 to 5 of them on both, as the lists together are more than all.
    const choose = (n: number, k: number): number => (k === 0 ? 1 : (choose(n - 1, k - 1) * n) / k)
    const on = [1, 2, 3, 4, 5]
    const chances = on.map((both) => (choose(6, both) * choose(4, 5 - both)) / choose(10, 5))
    const average = (of: (both: number) => number) => on.reduce((sum, both, index) => sum + (chances[index] ?? 0) * of(both), 0)
    const total = (both: number) => chapmanTotal({ first: 6, second: 5, both })
    expect(average(total)).toBeCloseTo(10, 12)
    // So is the square of its error, Seber (1970).
    expect(average((both) => chapmanError({ first: 6, second: 5, both }) ** 2)).toBeCloseTo(
      average((both) => (total(both) - 10) ** 2),
      12,
    )
  })
  it('lists of that length have about that error, where as many stand on both as are to be expected', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 20_000, max: 1_000_000 }),
        fc.double({ min: 0.005, max: 0.08, noNaN: true }),
        (population, relativeError) => {
          const first = listsForError({ population, relativeError })
          const both = first ** 2 / population
          const found = chapmanError({ first, second: first, both }) / population
          expect(Math.abs(found / relativeError - 1)).toBeLessThan(2 / both + 0.01)
        },
      ),
    )
  })
})

describe('what cannot be is refused, and the error brings along what is at the edge', () => {
  const lists = { first: 10, second: 8, both: 4 }
  it.each([
    [{ both: 9 }, '9 cannot stand on both of two lists of 10 and 8', { both: 8 }],
    [{ both: -1 }, '-1 cannot stand on both of two lists of 10 and 8', { both: 0 }],
    [
      { first: -1, both: 0 },
      'a list of -1 is none: it has 0 or more; 0 cannot stand on both of two lists of -1 and 8',
      { first: 0, both: 0 },
    ],
    [
      { second: -1, both: 0 },
      'a list of -1 is none: it has 0 or more; 0 cannot stand on both of two lists of 10 and -1',
      { second: 0, both: 0 },
    ],
  ])('%o: %s', (wrong, message, edge) => {
    for (const each of [chapmanTotal, chapmanError])
      expect(refusal(() => each({ ...lists, ...wrong }))).toMatchObject({ message, nearest: each({ ...lists, ...edge }) })
  })
  it.each([
    [{ population: 0 }, 'a population of 0 is none: it has 1 or more', { population: 1 }],
    [{ relativeError: 0 }, 'a relative error of 0 is finer than can be had: it lies from 1e-6', { relativeError: 1e-6 }],
  ])('%o: %s', (wrong, message, edge) => {
    const asked = { population: 10_000, relativeError: 0.01 }
    expect(refusal(() => listsForError({ ...asked, ...wrong }))).toMatchObject({ message, nearest: listsForError({ ...asked, ...edge }) })
  })
})

test.each(Object.entries(method).flatMap(([name, tex]) => (typeof tex === 'string' ? [[name.replace(/Tex$/, ''), tex] as const] : [])))(
  '%s: the words in its equation are its arguments',
  (name, tex) => {
    const words = [...tex.matchAll(/\\mathit\{(\w+)\}/g)].map(([, word]) => word)
    expect([...new Set(words)].sort()).toEqual([...(formulas.get(name)?.arguments ?? [])].sort())
  },
)
