import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { doubles, fractions } from '../../replay/arithmetic.ts'
import { methods } from '../../replay/doors.ts'
import { type Argument, evaluate, parse } from '../../replay/expression.ts'
import { recipeOf } from '../../replay/graph.ts'
import { solve } from '../../replay/methods/leontief.ts'
import { decimal, type Rational, rational, toNumber } from '../../replay/rational.ts'

const inDoubles = (text: string, given: Readonly<Record<string, Argument<number>>> = {}) =>
  evaluate(parse(text), new Map(Object.entries(given)), doubles)

describe('a formula’s text', () => {
  test('binds as arithmetic does', () => {
    expect(inDoubles('1 + 2 * 3')).toBe(7)
    expect(inDoubles('(1 + 2) * 3')).toBe(9)
    expect(inDoubles('10 - 4 - 3')).toBe(3)
    expect(inDoubles('24 / 4 / 3')).toBe(2)
    expect(inDoubles('2 ** 3 ** 2')).toBe(512)
    expect(inDoubles('2 * 3 ** 2')).toBe(18)
    expect(inDoubles('-2 + 5')).toBe(3)
    expect(inDoubles('4 * -2')).toBe(-8)
  })

  test('knows its arguments by name, alone and in lists', () => {
    expect(inDoubles('whole - part', { whole: 10, part: 4 })).toBe(6)
    expect(inDoubles('terms.reduce((total, term) => total + term, 0)', { terms: [1, 2, 3] })).toBe(6)
    expect(inDoubles('terms.reduce((product, factor) => product * factor, 1) / all.length', { terms: [2, 3, 4], all: [1, 1] })).toBe(12)
  })

  test('is exact over fractions where doubles are not', () => {
    const sum = evaluate(
      parse('terms.reduce((total, term) => total + term, 0)'),
      new Map([['terms', ['0.1', '0.2'].map(decimal)]]),
      fractions,
    )
    expect(sum).toEqual(decimal('0.3'))
    expect(inDoubles('0.1 + 0.2')).not.toBe(0.3)
  })

  test('takes exponentials and logarithms', () => {
    expect(inDoubles('turnover / Math.exp(slope * Math.log(turnover) + constant)', { turnover: 8, slope: 0, constant: 0 })).toBe(8)
  })

  test('means the same as the language it is written in', () => {
    const expression: fc.Arbitrary<string> = fc.letrec<{ part: string }>((tie) => ({
      part: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        fc.integer({ min: 1, max: 9 }).map(String),
        fc.tuple(tie('part'), fc.constantFrom('+', '-', '*'), tie('part')).map(([a, sign, b]) => `${a} ${sign} ${b}`),
        tie('part').map((inner) => `(${inner})`),
      ),
    })).part
    // Sums of products by hand: what a reader would do with a pencil, from the right to the left.
    const byHand = (text: string): number => {
      const inner = /\(([^()]*)\)/.exec(text)
      if (inner) return byHand(text.replace(inner[0], String(byHand(inner[1] ?? '')).replace('-', '~')))
      const sums = text.split(/ ([+-]) /)
      const products = (part: string) => part.split(' * ').reduce((product, factor) => product * Number(factor.replace('~', '-')), 1)
      return sums.reduce((total, part, index) => (index % 2 ? total : total + (sums[index - 1] === '-' ? -1 : 1) * products(part)), 0)
    }
    fc.assert(fc.property(expression, (text) => inDoubles(text) === byHand(text)))
  })

  test('is refused, with the place, where it holds anything else', () => {
    const refusal = (text: string) => {
      try {
        parse(text)
        return 'read'
      } catch (error) {
        return (error as Error).message
      }
    }
    expect(refusal('a ? b : c')).toBe('column 3: “?” where an operator or the end should stand')
    expect(refusal('Math.random()')).toBe('column 6: “random” where exp or log should stand')
    expect(refusal('terms.map((x) => x)')).toBe('column 7: “map” where length or reduce should stand')
    expect(refusal('process.exit(1)')).toBe('column 9: “exit” where length or reduce should stand')
    expect(refusal('a +')).toBe('it ends where a name should stand')
    expect(refusal('a b')).toBe('column 3: “b” where an operator or the end should stand')
    expect(refusal('(a')).toBe('it ends where “)” should stand')
    expect(() => inDoubles('a + b', { a: 1 })).toThrow('“b” is no number among the arguments')
    expect(() => inDoubles('toString')).toThrow('“toString” is no number among the arguments')
  })

  test('that is a block of statements is refused if a word of it differs', () => {
    for (const { text } of methods) {
      expect(recipeOf(text)).toHaveProperty('method')
      expect(() => recipeOf(text.replace('return ', 'return 1 + '))).toThrow('knows by this text')
    }
  })
})

describe('methods', () => {
  const method = (part: string) => {
    const found = methods.find(({ definition }) => definition.includes(part))
    if (!found) throw new Error(part)
    return found
  }
  const table = (list: readonly (readonly number[])[]) => list.map((row) => row.map((cell) => rational(BigInt(cell))))
  const line = (list: readonly number[]) => list.map((cell) => rational(BigInt(cell)))

  test('solve a system whose first pivot is zero', () => {
    expect(
      solve(
        table([
          [0, 2],
          [3, 1],
        ]),
        line([4, 11]),
        fractions,
      ).map(toNumber),
    ).toEqual([3, 2])
    expect(() =>
      solve(
        table([
          [1, 1],
          [2, 2],
        ]),
        line([1, 2]),
        fractions,
      ),
    ).toThrow('division by zero')
  })

  // Two sectors that make 100 each; the first buys 20 from the second, the second 50 from the first. 10 and 40 people.
  // Labour held by a unit: x = 0.1 + 0.2 y and y = 0.4 + 0.5 x, so x = 0.2 and y = 0.5.
  const given: ReadonlyMap<string, Argument<Rational>> = new Map<string, Argument<Rational>>([
    [
      'flows',
      table([
        [0, 50],
        [20, 0],
      ]),
    ],
    ['output', line([100, 100])],
    ['jobs', line([10, 40])],
    [
      'demand',
      table([
        [30, 20],
        [80, 0],
      ]),
    ],
  ])

  test('count the labour of all suppliers beside a sector’s own', () => {
    expect(method('_{1}}').compute(given, fractions)).toEqual(rational(1n))
  })

  test('weigh it by what final users buy', () => {
    // 50 x 0.2 + 80 x 0.5 = 50 people where the sectors' own are 50 x 0.1 + 80 x 0.4 = 37.
    expect(method('f_{i}').compute(given, fractions)).toEqual(rational(13n, 37n))
  })

  test('give people as many as final users’ purchases need, if these are what is left for them', () => {
    // Left for final users: 100 - 50 and 100 - 20; the labour they hold is all the labour there is.
    const all = method('f_{i}').compute(new Map([...given, ['demand', table([[50], [80]])]]), fractions)
    expect(all).toEqual(rational(13n, 37n))
  })

  test('count how many of the named are among the largest', () => {
    const count = (named: number[], all: number[]) =>
      toNumber(
        method('mathit{named}').compute(
          new Map([
            ['named', line(named)],
            ['all', line(all)],
          ]),
          fractions,
        ),
      )
    expect(count([9, 7], [9, 8, 7])).toBe(1)
    expect(count([9, 8], [9, 8, 7])).toBe(2)
    expect(count([1], [9, 8, 1])).toBe(0)
  })
})
