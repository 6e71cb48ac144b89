import type { Range } from '../printed.ts'
import { absolute, compare, multiply, ofDouble, type Rational, rational, subtract, toNumber } from '../rational.ts'
import type { Interval } from '../record.ts'

/** One part in 10^12: what is left to the doubles that JSON carries. */
const tolerance = rational(1n, 10n ** 12n)
export const sameNumber = (exact: Rational, published: unknown): boolean =>
  typeof published === 'number' &&
  Number.isFinite(published) &&
  compare(absolute(subtract(exact, ofDouble(published))), multiply(absolute(exact), tolerance)) <= 0
const sameEnd = (exact: Rational | null, published: unknown): boolean =>
  exact === null ? published === null : sameNumber(exact, published)
export const sameRange = (exact: Range, published: Interval | null | undefined): boolean =>
  Array.isArray(published) && published.length === 2 && sameEnd(exact.low, published[0]) && sameEnd(exact.high, published[1])
export const asPublished = ({ low, high }: Range): string => JSON.stringify([low && toNumber(low), high && toNumber(high)])

/** Text without its spaces. */
export const bare = (text: string): string => text.replace(/\s+/g, '')
