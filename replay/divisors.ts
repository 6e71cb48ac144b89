import type { Arithmetic } from './arithmetic.ts'

/** From the least to the greatest that a number may be; infinite where nothing bounds it. */
export interface Span {
  readonly low: number
  readonly high: number
}

export const everything: Span = { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY }

const holding = (...ends: readonly number[]): Span => ({ low: Math.min(...ends), high: Math.max(...ends) })
/** Zero times anything is zero, however far that goes. */
const timesEnd = (a: number, b: number): number => (a === 0 || b === 0 ? 0 : a * b)
const times = (a: Span, b: Span): Span =>
  holding(timesEnd(a.low, b.low), timesEnd(a.low, b.high), timesEnd(a.high, b.low), timesEnd(a.high, b.high))
const isAboveOrBelowZero = ({ low, high }: Span): boolean => low > 0 || high < 0

/** A formula worked out over spans in place of numbers, to hear of each divisor that may be zero. */
export const watchingDivisors = (found: () => void): Arithmetic<Span> => ({
  of: (digits) => holding(Number(digits)),
  add: (a, b) => ({ low: a.low + b.low, high: a.high + b.high }),
  subtract: (a, b) => ({ low: a.low - b.high, high: a.high - b.low }),
  multiply: times,
  divide: (dividend, divisor) => {
    if (isAboveOrBelowZero(divisor)) return times(dividend, { low: 1 / divisor.high, high: 1 / divisor.low })
    found()
    return everything
  },
  power: (base, exponent) =>
    base.low > 0
      ? holding(base.low ** exponent.low, base.low ** exponent.high, base.high ** exponent.low, base.high ** exponent.high)
      : everything,
  log: ({ low, high }) => (low > 0 ? { low: Math.log(low), high: Math.log(high) } : everything),
  exp: ({ low, high }) => ({ low: Math.exp(low), high: Math.exp(high) }),
  compare: () => {
    throw new TypeError('spans have no order')
  },
})
