import type { Rational } from './rational.ts'
import * as exact from './rational.ts'

/** What a formula may do with numbers: once over exact fractions, for the record, and once over doubles, to feel the way. */
export interface Arithmetic<N> {
  readonly of: (digits: string) => N
  readonly add: (a: N, b: N) => N
  readonly subtract: (a: N, b: N) => N
  readonly multiply: (a: N, b: N) => N
  readonly divide: (a: N, b: N) => N
  readonly power: (a: N, b: N) => N
  readonly log: (a: N) => N
  readonly exp: (a: N) => N
  readonly compare: (a: N, b: N) => number
}

export const fractions: Arithmetic<Rational> = { ...exact, of: exact.decimal }

export const doubles: Arithmetic<number> = {
  of: Number,
  add: (a, b) => a + b,
  subtract: (a, b) => a - b,
  multiply: (a, b) => a * b,
  divide: (a, b) => a / b,
  power: (a, b) => a ** b,
  log: Math.log,
  exp: Math.exp,
  compare: (a, b) => a - b,
}
