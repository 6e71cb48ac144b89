import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { fillUniforms, philox4x32, uniformAt } from '../../../scripts/toolbox/uncertainty/philox.ts'

const hexadecimal = (words: readonly number[]): string => words.map((each) => each.toString(16).padStart(8, '0')).join(' ')
const wordsOf = (text: string): readonly number[] => text.split(' ').map((each) => Number.parseInt(each, 16))

/**
 * The authors' known answers, copied from https://github.com/DEShawResearch/random123 at commit 9545ff6, file tests/kat_vectors, the
 * lines that begin with `philox4x32 10`: counter, key, answer.
 */
const knownAnswers = [
  ['00000000 00000000 00000000 00000000', '00000000 00000000', '6627e8d5 e169c58d bc57ac4c 9b00dbd8'],
  ['ffffffff ffffffff ffffffff ffffffff', 'ffffffff ffffffff', '408f276d 41c83b0e a20bc7c6 6d5451fd'],
  ['243f6a88 85a308d3 13198a2e 03707344', 'a4093822 299f31d0', 'd16cfe09 94fdcceb 5001e420 24126ea1'],
] as const

type Words<Length extends 2 | 4> = Length extends 4 ? readonly [number, number, number, number] : readonly [number, number]

/** The same rounds once more, in the whole numbers of any size that the language has. */
const inBigIntegers = (counter: readonly number[], key: readonly number[]): readonly number[] => {
  let [w0 = 0n, w1 = 0n, w2 = 0n, w3 = 0n] = counter.map(BigInt)
  let [k0 = 0n, k1 = 0n] = key.map(BigInt)
  const mask = 0xffffffffn
  for (let round = 0; round < 10; round += 1) {
    const [first, second] = [w0 * 0xd2511f53n, w2 * 0xcd9e8d57n]
    ;[w0, w1, w2, w3] = [(second >> 32n) ^ w1 ^ k0, second & mask, (first >> 32n) ^ w3 ^ k1, first & mask]
    k0 = (k0 + 0x9e3779b9n) & mask
    k1 = (k1 + 0xbb67ae85n) & mask
  }
  return [w0, w1, w2, w3].map(Number)
}

describe('the generator is Philox4x32-10', () => {
  it.each(knownAnswers)('counter %s and key %s give %s', (counter, key, answer) => {
    expect(hexadecimal(philox4x32(wordsOf(counter) as Words<4>, wordsOf(key) as Words<2>))).toBe(answer)
  })
  it('any counter and key give what whole numbers of any size give', () => {
    const each = fc.integer({ min: 0, max: 0xffffffff })
    fc.assert(
      fc.property(fc.tuple(each, each, each, each), fc.tuple(each, each), (counter, key) => {
        expect(philox4x32(counter, key)).toEqual(inBigIntegers(counter, key))
      }),
    )
  })
})

describe('uniform numbers', () => {
  const count = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER })
  it('the first two of seed 0 are the halves of the first known answer, 52 bits of each', () => {
    // 6627e8d5 e169c58d: of each word the first 26 bits.
    const [upper, lower] = [0x6627e8d5 >>> 6, 0xe169c58d >>> 6]
    expect(uniformAt(0, 0, 0)).toBe((2 * (upper * 2 ** 26 + lower) + 1) / 2 ** 53)
    expect(uniformAt(0, 0, 1)).toBe((2 * ((0xbc57ac4c >>> 6) * 2 ** 26 + (0x9b00dbd8 >>> 6)) + 1) / 2 ** 53)
  })
  it('lie above 0 and below 1, and are odd multiples of 2^-53', () => {
    fc.assert(
      fc.property(count, count, count, (seed, stream, index) => {
        const drawn = uniformAt(seed, stream, index)
        expect(drawn > 0 && drawn < 1).toBe(true)
        expect((drawn * 2 ** 53) % 2).toBe(1)
      }),
    )
  })
  it('are the same one by one and by the array, from any index on', () => {
    fc.assert(
      fc.property(count, count, fc.integer({ min: 0, max: 2 ** 40 }), fc.integer({ min: 0, max: 9 }), (seed, stream, from, length) => {
        const filled = fillUniforms(new Float64Array(length), seed, stream, from)
        expect([...filled]).toEqual(Array.from({ length }, (_, place) => uniformAt(seed, stream, from + place)))
      }),
    )
  })
  it('a seed, a stream and an index above 2^32 are told from their lower 32 bits', () => {
    const beyond = 2 ** 32
    const drawn = [uniformAt(1, 2, 4), uniformAt(1 + beyond, 2, 4), uniformAt(1, 2 + beyond, 4), uniformAt(1, 2, 4 + 2 * beyond)]
    expect(new Set(drawn).size).toBe(4)
  })
  it('a hundred thousand have the mean and the variance of the uniform distribution, within five standard errors', () => {
    const numbers = fillUniforms(new Float64Array(100_000), 7, 3)
    const mean = numbers.reduce((sum, each) => sum + each, 0) / numbers.length
    const variance = numbers.reduce((sum, each) => sum + (each - 0.5) ** 2, 0) / numbers.length
    expect(Math.abs(mean - 1 / 2)).toBeLessThan(5 * Math.sqrt(1 / 12 / numbers.length))
    expect(Math.abs(variance - 1 / 12)).toBeLessThan(5 * Math.sqrt(1 / 180 / numbers.length))
  })
})

test.each([-1, 0.5, Number.NaN, 2 ** 53])('a seed of %d is refused in words', (seed) => {
  const expected = `the seed of random numbers is a whole number from 0 to 9007199254740991, and not ${seed}`
  expect(() => uniformAt(seed, 0, 0)).toThrow(expected)
  expect(() => fillUniforms(new Float64Array(1), seed, 0)).toThrow(expected)
})
