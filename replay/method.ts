import type { Arithmetic } from './arithmetic.ts'
import type { Argument } from './expression.ts'

/**
 * A method that is no single expression. It is known by the text that the ledger publishes, so a changed text is not
 * recomputed but named; what it computes is written here again, from the definition that the ledger prints as its equation.
 */
export interface Method {
  readonly text: string
  /** The equation after its equals sign, as the ledger publishes it. */
  readonly definition: string
  /** Arguments that are read as they are printed, and stay so while the others go through their ranges. */
  readonly asPrinted?: readonly string[]
  /** What is divided by and may be zero; nothing bounds the result then. */
  readonly divisors?: <N>(given: ReadonlyMap<string, Argument<N>>, arithmetic: Arithmetic<N>) => readonly N[]
  /** Beyond what can be, as a sample larger than its population, the value at the edge of it. */
  readonly compute: <N>(given: ReadonlyMap<string, Argument<N>>, arithmetic: Arithmetic<N>) => N
}

export const list = <N>(given: ReadonlyMap<string, Argument<N>>, name: string): readonly N[] => {
  const value = given.get(name)
  if (!Array.isArray(value) || value.some(Array.isArray)) throw new TypeError(`“${name}” is no list`)
  return value as readonly N[]
}
export const matrix = <N>(given: ReadonlyMap<string, Argument<N>>, name: string): readonly (readonly N[])[] => {
  const value = given.get(name)
  if (!Array.isArray(value) || !value.every(Array.isArray)) throw new TypeError(`“${name}” is no matrix`)
  return value as readonly (readonly N[])[]
}
export const at = <T>(items: readonly T[], index: number): T => {
  const item = items[index]
  if (item === undefined) throw new RangeError(`there is no item ${index + 1} of ${items.length}`)
  return item
}

/** A single number among the arguments. */
export const single = <N>(given: ReadonlyMap<string, Argument<N>>, name: string): N => {
  const value = given.get(name)
  if (value === undefined || Array.isArray(value)) throw new TypeError(`“${name}” is no number`)
  return value as N
}

/** A single number among the arguments that may be missing. */
export const maybe = <N>(given: ReadonlyMap<string, Argument<N>>, name: string): N | undefined =>
  given.has(name) ? single(given, name) : undefined

/** The greatest whole number that is not above a value from 0 to 2^31. */
export const wholeOf = <N>(value: N, { of, compare }: Arithmetic<N>): number => {
  let [low, high] = [0, 2 ** 31]
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (compare(of(String(middle)), value) <= 0) low = middle
    else high = middle
  }
  return low
}

/** The square root of what is not below zero. */
export const rootOf = <N>(value: N, { of, compare, power }: Arithmetic<N>): N =>
  compare(value, of('0')) <= 0 ? of('0') : power(value, of('0.5'))

/** The number between two others that is nearest to a value; without an upper one, between the lower and no end. */
export const within = <N>(value: N, low: N, high: N | undefined, { compare }: Arithmetic<N>): N =>
  compare(value, low) < 0 ? low : high !== undefined && compare(value, high) > 0 ? high : value
