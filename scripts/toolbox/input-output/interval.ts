/** The few operations on closed intervals that signs of derivatives are decided with. Ends that no multiplier reaches are infinite. */
export interface Interval {
  readonly low: number
  readonly high: number
}

export const between = (low: number, high: number): Interval => ({ low, high })
export const around = (middle: number, radius: number): Interval => ({ low: middle - radius, high: middle + radius })
export const add = (a: Interval, b: Interval): Interval => ({ low: a.low + b.low, high: a.high + b.high })
export const less = (a: Interval, b: Interval): Interval => ({ low: a.low - b.high, high: a.high - b.low })
export const negative = (a: Interval): Interval => ({ low: -a.high, high: -a.low })

export const multiply = (a: Interval, b: Interval): Interval => {
  if (a.low >= 0 && b.low >= 0) return { low: a.low * b.low, high: a.high * b.high }
  const [first, second, third, fourth] = [a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high]
  return { low: Math.min(first, second, third, fourth), high: Math.max(first, second, third, fourth) }
}

/** One over an interval above nought. */
export const reciprocal = (a: Interval): Interval => ({ low: 1 / a.high, high: 1 / a.low })

export const sum = (items: readonly Interval[]): Interval => {
  let [low, high] = [0, 0]
  for (const item of items) {
    low += item.low
    high += item.high
  }
  return { low, high }
}

/** Sum of products, pair by pair. */
export const dotOf = (left: readonly Interval[], right: readonly Interval[]): Interval =>
  sum(left.map((item, index) => multiply(item, right[index] ?? { low: 0, high: 0 })))
