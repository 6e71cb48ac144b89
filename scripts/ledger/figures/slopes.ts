import { type Arithmetic, evaluateOver, NotExact, type Value } from '../numbers/exact.ts'
import type { ArgumentIds } from './derived.ts'
import type { FormulaSource } from './formula.ts'

/** From the least to the greatest that something can be, ends included; infinite where it is open, NaN where it is not known. */
export type Range = readonly [low: number, high: number]

/** What rounding of doubles may have added or taken away where terms cancel. */
const noise = 1e-14

const hull = (...values: readonly number[]): Range => [Math.min(...values), Math.max(...values)]
const multiplied = (a: number, b: number): number => (a === 0 || b === 0 ? 0 : a * b)

const losesNothing = (a: number, b: number): boolean => a === 0 || b === 0 || (Number.isInteger(a) && Number.isInteger(b))
const lostIn = (a: number, b: number): number => (losesNothing(a, b) ? 0 : noise * (Math.abs(a) + Math.abs(b)))

/** Wide enough to hold what rounding lost, so that what cancels does not pass for a rise; whole numbers lose nothing. */
export const plus = ([a, b]: Range, [c, d]: Range): Range => [a + c - lostIn(a, c), b + d + lostIn(b, d)]
export const times = ([a, b]: Range, [c, d]: Range): Range => hull(multiplied(a, c), multiplied(a, d), multiplied(b, c), multiplied(b, d))
const negated = ([low, high]: Range): Range => [-high, -low]

/** Thrown where something is divided by what may be zero. */
class DividesByZero extends Error {}

const inverse = ([low, high]: Range): Range => {
  if (low <= 0 && high >= 0) throw new DividesByZero()
  return [1 / high, 1 / low]
}
const power = ([a, b]: Range, [c, d]: Range): Range => hull(a ** c, a ** d, b ** c, b ** d)
const aboveZero = (range: Range): Range => {
  if (range[0] <= 0) throw new NotExact('zero or less')
  return range
}

/** A number of a formula over the ranges of its arguments: its own range, and its slope in each number that it is made of. */
interface Term {
  readonly range: Range
  readonly parts: readonly (readonly [part: Term, slope: Range])[]
}

const one: Range = [1, 1]
const point = (value: number): Term => ({ range: [value, value], parts: [] })

/** Ranges that hold every value, and every slope, that the arguments' ranges leave open. */
const ranges: Arithmetic<Term> = {
  read: (digits) => point(Number(digits)),
  negate: (a) => ({ range: negated(a.range), parts: [[a, [-1, -1]]] }),
  binary: {
    '+': (a, b) => ({
      range: plus(a.range, b.range),
      parts: [
        [a, one],
        [b, one],
      ],
    }),
    '-': (a, b) => ({
      range: plus(a.range, negated(b.range)),
      parts: [
        [a, one],
        [b, [-1, -1]],
      ],
    }),
    '*': (a, b) => ({
      range: times(a.range, b.range),
      parts: [
        [a, b.range],
        [b, a.range],
      ],
    }),
    '/': (a, b) => {
      const by = inverse(b.range)
      const range = times(a.range, by)
      return {
        range,
        parts: [
          [a, by],
          [b, negated(times(range, by))],
        ],
      }
    },
    '**': (a, b) => {
      const base = aboveZero(a.range)
      const range = power(base, b.range)
      const inBase = times(b.range, power(base, plus(b.range, [-1, -1])))
      return {
        range,
        parts: [
          [a, inBase],
          [b, times(range, [Math.log(base[0]), Math.log(base[1])])],
        ],
      }
    },
  },
  comparisons: {},
  functions: {
    exp: (a) => {
      const range: Range = [Math.exp(a.range[0]), Math.exp(a.range[1])]
      return { range, parts: [[a, range]] }
    },
    log: (a) => {
      const [low, high] = aboveZero(a.range)
      return { range: [Math.log(low), Math.log(high)], parts: [[a, inverse([low, high])]] }
    },
  },
}

type RangeOf = (id: string) => Range

/** The arguments of a formula by name, each as a term over the range of its figure. */
const argumentsOver = (of: ArgumentIds, termOf: (id: string) => Term): ReadonlyMap<string, Value<Term>> =>
  new Map(
    Object.entries(of).map(([name, argument]): [string, Value<Term>] => [
      name,
      typeof argument === 'string'
        ? termOf(argument)
        : argument.map((item) => (typeof item === 'string' ? termOf(item) : item.map(termOf))),
    ]),
  )

/** Whether a method divides by what may be zero, as its file tells. */
export const mayDivideByZero = ({ dividesBy = [] }: FormulaSource, of: ArgumentIds, rangeOf: RangeOf): boolean =>
  dividesBy.some((expression) => {
    const value = evaluateOver(
      ranges,
      expression,
      argumentsOver(of, (id) => ({ range: rangeOf(id), parts: [] })),
    )
    const [low, high] = (value as Term).range
    return low <= 0 && high >= 0
  })

/**
 * How a formula's slope in each of its arguments lies wherever they are in their ranges, read off its text: the derivative
 * by reverse accumulation over ranges in place of numbers. Nothing where the text has no such derivative; `boundless` where
 * the formula divides by what may be zero, so that no number is too large for it.
 * Reference: Moore, Kearfott and Cloud, Introduction to Interval Analysis, chapter 6.
 */
export const slopesOver = (
  { expression }: FormulaSource,
  of: ArgumentIds,
  rangeOf: RangeOf,
): ReadonlyMap<string, Range> | 'boundless' | undefined => {
  if (!expression) return undefined
  const ids = new Map<Term, string>()
  const terms = new Map<string, Term>()
  const termOf = (id: string): Term => {
    const term = terms.get(id) ?? { range: rangeOf(id), parts: [] }
    terms.set(id, term)
    ids.set(term, id)
    return term
  }
  const names = argumentsOver(of, termOf)
  const slopes = new Map<string, Range>([...ids.values()].map((id) => [id, [0, 0]]))
  const collect = (term: Term, slope: Range): void => {
    const id = ids.get(term)
    if (id !== undefined) slopes.set(id, plus(slopes.get(id) ?? [0, 0], slope))
    for (const [part, own] of term.parts) collect(part, times(slope, own))
  }
  try {
    const value = evaluateOver(ranges, expression, names)
    if (typeof value !== 'object' || Array.isArray(value)) return undefined
    collect(value as Term, one)
    return slopes
  } catch (error) {
    if (error instanceof DividesByZero) return 'boundless'
    if (error instanceof NotExact) return undefined
    throw error
  }
}
