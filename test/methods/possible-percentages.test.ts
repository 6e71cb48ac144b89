import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import * as method from '../../scripts/methods/possible-percentages.ts'
import { formulas } from '../ledger/support.ts'
import { refusal } from './support.ts'

const { compatibleCounts, possibleAbove, possibleBelow, possiblePercentage } = method

/** What a percentage may be printed as with so many decimals, halves either way, in steps of the last digit: by whole numbers alone. */
const printsOf = (count: number, sample: number, whole: number): readonly number[] => {
  const [steps, rest] = [Math.floor((count * whole) / sample), (count * whole) % sample]
  return 2 * rest < sample ? [steps] : 2 * rest > sample ? [steps + 1] : [steps, steps + 1]
}
const ask = (percent: string, sample: number) => ({
  share: Number((Number(percent) / 100).toPrecision(12)),
  decimals: percent.split('.')[1]?.length ?? 0,
  sample,
})

describe('what publications tell', () => {
  // Brown and Heathers (2017): no 28 whole numbers have a mean of 5.19, while 32 may. The whole ones aside: 19 % of 28, and of 32.
  it('of 28 there is no 19 %, but 18 % and 21 %; of 32 there is', () => {
    expect(possiblePercentage(ask('19', 28))).toBe(0)
    expect(possibleBelow(ask('19', 28))).toBe(0.18)
    expect(possibleAbove(ask('19', 28))).toBe(0.21)
    expect(possiblePercentage(ask('19', 32))).toBe(1)
  })
  // The percentages on which the manual of the R package scrutiny tries the test.
  it.each([
    ['32.5', 438, 0, 0.324, 0.326],
    ['35.6', 455, 1, 0.356, 0.356],
    ['21.7', 501, 0, 0.216, 0.218],
    ['39.3', 516, 1, 0.393, 0.393],
  ])('%s %% of %i', (percent, sample, possible, below, above) => {
    const asked = ask(percent, sample)
    expect([possiblePercentage(asked), possibleBelow(asked), possibleAbove(asked)]).toEqual([possible, below, above])
  })
})

describe('by hand', () => {
  it('1 of 40 is 2.5 %, which may be printed as 2 % or 3 %', () => {
    expect([compatibleCounts(ask('2', 40)), compatibleCounts(ask('3', 40))]).toEqual([1, 1])
    expect([possibleBelow(ask('3', 40)), possibleAbove(ask('2', 40))]).toEqual([0.03, 0.02])
    // 2 of 40 are 5 %, and 4 % is none.
    expect([possibleBelow(ask('4', 40)), possibleAbove(ask('4', 40))]).toEqual([0.03, 0.05])
    // 3 of 40 are 7.5 %: above 6 % comes 7 %, below 9 % comes 8 %.
    expect([possibleAbove(ask('6', 40)), possibleBelow(ask('9', 40))]).toEqual([0.07, 0.08])
  })
  it('of 1,000 each count is a percentage of its own with one decimal, and ten with none but for the halves at both ends: eleven', () => {
    expect(compatibleCounts(ask('59.6', 1000))).toBe(1)
    expect(compatibleCounts(ask('60', 1000))).toBe(11)
  })
  it('0 % and 100 % are those of nobody and of all, however many there are', () => {
    expect(compatibleCounts(ask('0', 7))).toBe(1)
    expect(compatibleCounts(ask('100', 7))).toBe(1)
    expect([possibleBelow(ask('1', 7)), possibleAbove(ask('99', 7))]).toEqual([0, 1])
    // Of 1,000, up to five print as 0 % and as 100 %.
    expect([compatibleCounts(ask('0', 1000)), compatibleCounts(ask('100', 1000))]).toEqual([6, 6])
  })
  it('told in tenths, 30 % of 7 is that of 2 alone, 28.6 %', () => {
    expect(compatibleCounts({ share: 0.3, decimals: -1, sample: 7 })).toBe(1)
    expect(possiblePercentage({ share: 0.2, decimals: -1, sample: 7 })).toBe(0)
  })
})

describe('laws', () => {
  const samples = fc.integer({ min: 1, max: 3000 })
  const places = fc.integer({ min: -1, max: 2 })

  it('every percentage that a count has is accepted, and it alone is nearest to itself', () => {
    fc.assert(
      fc.property(samples, places, fc.nat(), (sample, decimals, any) => {
        const whole = 10 ** (decimals + 2)
        for (const printed of printsOf(any % (sample + 1), sample, whole)) {
          const asked = { share: printed / whole, decimals, sample }
          expect(possiblePercentage(asked)).toBe(1)
          expect(compatibleCounts(asked)).toBeGreaterThanOrEqual(1)
          expect([possibleBelow(asked), possibleAbove(asked)]).toEqual([asked.share, asked.share])
        }
      }),
    )
  })
  it('a percentage is accepted by as many counts as print as it, and by no other; the nearest are those that a list of all has', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 120 }), fc.integer({ min: -1, max: 1 }), (sample, decimals) => {
        const whole = 10 ** (decimals + 2)
        const all = Array.from({ length: sample + 1 }, (_, count) => printsOf(count, sample, whole)).flat()
        const some = new Set(all)
        for (let printed = 0; printed <= whole; printed += 1) {
          const asked = { share: printed / whole, decimals, sample }
          expect(compatibleCounts(asked)).toBe(all.filter((each) => each === printed).length)
          expect(possiblePercentage(asked)).toBe(some.has(printed) ? 1 : 0)
          expect(possibleBelow(asked)).toBe(Math.max(...[...some].filter((each) => each <= printed)) / whole)
          expect(possibleAbove(asked)).toBe(Math.min(...[...some].filter((each) => each >= printed)) / whole)
        }
      }),
      { numRuns: 30 },
    )
  })
})

describe('what cannot be is refused, and the error brings along what is nearest', () => {
  const asked = { share: 0.19, decimals: 0, sample: 28 }
  it.each([
    [{ share: 59.6 }, '5960 % is no part of a whole, which lies from 0 to 100 %', { share: 1 }],
    [{ share: -0.01 }, '-1 % is no part of a whole, which lies from 0 to 100 %', { share: 0 }],
    [{ share: 0.1786 }, '17.86 % is not printed with 0 decimals', { share: 0.18 }],
    [{ share: 0.174 }, '17.4 % is not printed with 0 decimals', { share: 0.17 }],
    [{ decimals: 0.7 }, 'a percentage is not printed with 0.7 decimals: -1, 0, 1 and so on', { decimals: 1 }],
    [{ share: 0.2, decimals: -2 }, 'a percentage is not printed with -2 decimals: -1, 0, 1 and so on', { share: 0.2, decimals: -1 }],
    [{ sample: 27.6 }, 'a sample of 27.6 cannot be counted: it is a whole number above 0', { sample: 28 }],
    [{ sample: 0 }, 'a sample of 0 cannot be counted: it is a whole number above 0', { sample: 1 }],
  ])('%o: %s', (wrong, message, nearest) => {
    for (const each of [compatibleCounts, possiblePercentage, possibleBelow, possibleAbove]) {
      const refused = refusal(() => each({ ...asked, ...wrong }))
      expect(refused).toBeInstanceOf(RangeError)
      expect(refused).toMatchObject({ message, nearest: each({ ...asked, ...nearest }) })
    }
  })
  it('more decimals than whole numbers can tell apart', () => {
    expect(refusal(() => compatibleCounts({ share: 0.5, decimals: 6, sample: 10_000_001 })).message).toBe(
      '6 decimals of a sample of 10000001 are more than can be told apart',
    )
    expect(compatibleCounts({ share: 0.5, decimals: 6, sample: 10_000_000 })).toBe(1)
  })
})

test.each(Object.entries(method).flatMap(([name, tex]) => (typeof tex === 'string' ? [[name.replace(/Tex$/, ''), tex] as const] : [])))(
  '%s: the words in its equation are its arguments; the percentage is read as it is printed',
  (name, tex) => {
    const words = [...tex.matchAll(/\\mathit\{(\w+)\}/g)].map(([, word]) => word)
    expect([...new Set(words)].sort()).toEqual([...(formulas.get(name)?.arguments ?? [])].sort())
    expect(formulas.get(name)?.asPrinted).toEqual(['share', 'decimals'])
    expect(formulas.get(name)?.optional).toEqual([])
  },
)
