import { describe, expect, test } from 'vitest'
import { formulasIn } from '../../../scripts/ledger/figures/formula.ts'
import { plus, type Range, slopesOver, times } from '../../../scripts/ledger/figures/slopes.ts'

const infinity = Number.POSITIVE_INFINITY

/** Slopes of `text` in the arguments of `given`, wherever these are in their ranges; null where none can be read off, or nothing bounds it. */
const slopesOf = (text: string, given: Readonly<Record<string, Range>>, of?: Readonly<Record<string, string | readonly string[]>>) => {
  const names = Object.keys(of ?? given)
  const [formula] = formulasIn(`export const example = ({ ${names.join(', ')} }) => ${text}`, 'example.ts')
  if (!formula) throw new Error(`${text} is no formula`)
  const slopes = slopesOver(formula, of ?? Object.fromEntries(names.map((name) => [name, name])), (id) => given[id] ?? [0, 0])
  if (slopes === 'boundless') return slopes
  return slopes ? Object.fromEntries(slopes) : null
}
const rounded = (slopes: ReturnType<typeof slopesOf>) =>
  slopes &&
  slopes !== 'boundless' &&
  Object.fromEntries(Object.entries(slopes).map(([name, range]) => [name, range.map((end) => Number(end.toPrecision(9)))]))

describe('the slope of a formula over ranges', () => {
  test('is one in each term of a sum, and minus one in what is taken away', () => {
    expect(slopesOf('a - b', { a: [1, 2], b: [5, 9] })).toEqual({ a: [1, 1], b: [-1, -1] })
    expect(slopesOf('terms.reduce((total, term) => total + term, 0)', { a: [1, 2], b: [5, 9] }, { terms: ['a', 'b', 'a'] })).toEqual({
      a: [2, 2],
      b: [1, 1],
    })
  })

  test('in a factor is all that the other factor may be, on both sides of zero', () => {
    expect(slopesOf('a * b', { a: [-0.5, 0.5], b: [3, 4] })).toEqual({ a: [3, 4], b: [-0.5, 0.5] })
    expect(slopesOf('-a * 2', { a: [1, 2] })).toEqual({ a: [-2, -2] })
  })

  test('of a share is one over the whole, and falls in the whole by the share over the whole', () => {
    expect(rounded(slopesOf('a / b', { a: [1, 2], b: [4, 5] }))).toEqual({ a: [0.2, 0.25], b: [-0.125, -0.04] })
    expect(rounded(slopesOf('a / b', { a: [1, 2], b: [-5, -4] }))).toEqual({ a: [-0.25, -0.2], b: [-0.125, -0.04] })
  })

  test('is boundless where what is divided by may be zero, inside its range or at its end', () => {
    const by = (b: Range) => slopesOf('1 + a / b', { a: [1, 2], b })
    expect([by([-1, 1]), by([0, 1]), by([-1, 0]), by([0, 0])]).toEqual(['boundless', 'boundless', 'boundless', 'boundless'])
    expect(rounded(by([0.5, 1]))).toEqual({ a: [1, 2], b: [-8, -1] })
    expect(slopesOf('1 / (a - b)', { a: [1.95, 2.05], b: [1.95, 2.05] })).toBe('boundless')
    expect(slopesOf('a ** (1 / b)', { a: [1, 2], b: [-1, 1] })).toBe('boundless')
  })

  test('in what is divided by a number as near to zero as one likes has one sign and no end', () => {
    const slopes = slopesOf('a / b', { a: [1, 2], b: [Number.MIN_VALUE, 10] })
    expect(slopes).toEqual({ a: [0.1, infinity], b: [-infinity, expect.closeTo(-0.01, 12)] })
  })

  test('reaches as far as an open range does, and is nothing in what is multiplied by nothing', () => {
    expect(slopesOf('a * b', { a: [40, infinity], b: [2, 3] })).toEqual({ a: [2, 3], b: [40, infinity] })
    expect(slopesOf('a * b', { a: [40, infinity], b: [0, 0] })).toEqual({ a: [0, 0], b: [40, infinity] })
    expect(rounded(slopesOf('a / b', { a: [1, 1], b: [40, infinity] }))).toEqual({ a: [0, 0.025], b: [-0.000625, 0] })
  })

  test('cancels to nothing where whole numbers do, and to no sign where rounding of doubles may have decided', () => {
    expect(slopesOf('a - b', { a: [1, 2] }, { a: 'a', b: 'a' })).toEqual({ a: [0, 0] })
    const tiny = expect.closeTo(0, 13)
    const slopes = slopesOf('a * 0.1 - b * 0.1', { a: [1, 1] }, { a: 'a', b: 'a' })
    expect(slopes).toEqual({ a: [tiny, tiny] })
    expect(slopes).not.toEqual({ a: [0, tiny] })
    expect(slopes).not.toEqual({ a: [tiny, 0] })
  })

  test('of logarithm and exponential', () => {
    expect(rounded(slopesOf('Math.log(a / b)', { a: [2, 4], b: [1, 1] }))).toEqual({ a: [0.25, 0.5], b: [-2, -0.5] })
    expect(rounded(slopesOf('Math.exp(a)', { a: [0, 1] }))).toEqual(rounded({ a: [1, Math.E] }))
  })

  test('of a power in its base and in its exponent', () => {
    expect(rounded(slopesOf('a ** 3', { a: [1, 2] }))).toEqual({ a: [3, 12] })
    expect(rounded(slopesOf('2 ** (1 - a)', { a: [0, 1] }))).toEqual(rounded({ a: [-2 * Math.LN2, -Math.LN2] }))
    expect(rounded(slopesOf('a ** b', { a: [0.5, 0.5], b: [1, 2] }))).toEqual(rounded({ a: [0.5, 2], b: [-Math.LN2 / 2, -Math.LN2 / 4] }))
  })

  test.each(['Math.log(a)', 'a ** 2', 'a ** 0.5'])('cannot be read off %s where that is taken of zero or less', (text) => {
    expect(slopesOf(text, { a: [0, 1] })).toBeNull()
    expect(slopesOf(text, { a: [1e-3, 1] })).not.toBeNull()
  })

  test.each(['Math.sqrt(a)', 'Math.max(a, a)', 'a > 1', 'all.length', '[a]', 'Number(a)', 'a.reduce'])('cannot be read off %s', (text) => {
    expect(slopesOf(text, { a: [1, 2] })).toBeNull()
  })

  test('cannot be read off a method of statements', () => {
    const [method] = formulasIn('export const example = ({ a }) => { return a }', 'example.ts')
    expect(method && slopesOver(method, { a: 'a' }, () => [1, 2])).toBeUndefined()
  })

  test('is nothing in what is only counted', () => {
    expect(slopesOf('terms.length', { a: [1, 2], b: [3, 4] }, { terms: ['a', 'b'] })).toEqual({ a: [0, 0], b: [0, 0] })
  })

  test('is nothing in an argument that the formula does not use', () => {
    expect(slopesOf('a', { a: [1, 2], b: [3, 4] })).toEqual({ a: [1, 1], b: [0, 0] })
  })
})

test('ranges multiply by their ends, and nothing times anything is nothing', () => {
  expect(times([-2, 3], [-5, 4])).toEqual([-15, 12])
  expect(times([0, 0], [-infinity, infinity])).toEqual([0, 0])
})

test('ranges add by their ends: exactly for whole numbers, a hair wider for others', () => {
  expect(plus([1, 2], [-3, 5])).toEqual([-2, 7])
  const [low, high] = plus([0.1, 0.1], [0.2, 0.2])
  expect([low < 0.3 && low > 0.3 - 1e-13, high > 0.3 && high < 0.3 + 1e-13]).toEqual([true, true])
  expect(plus([-infinity, 1], [1, infinity])).toEqual([-infinity, infinity])
})
