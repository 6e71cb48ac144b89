/**
 * One doubt at a time: the answer with a doubt at the ends of the middle ninety per cent of its own distribution, and all others at
 * their medians. The bars of a tornado chart, the widest first; and where a doubt brings the answer across a given number.
 *
 * Reference: Eschenbach (1992), Spiderplots versus tornado diagrams for sensitivity analysis, Interfaces 22(6), 40-46.
 */
import type { Sampler } from './doubts.ts'
import { answerOf, type Model } from './monte-carlo.ts'

export interface TornadoBar {
  readonly id: string
  /** The doubt's own 5 and 95 per cent. */
  readonly from: number
  readonly to: number
  /** The answer there. */
  readonly atLow: number
  readonly atHigh: number
}

export interface Tornado {
  /** The answer with every doubt at its median. */
  readonly middle: number
  readonly bars: readonly TornadoBar[]
}

const ends = { low: 0.05, high: 0.95 } as const

/** Bars of every doubt by itself, groups or not, the widest first; alike ones in the order of the doubts. */
export const tornadoOf = (model: Model, sampler: Sampler): Tornado => {
  const [low, middle, high] = [ends.low, 0.5, ends.high].map((probability) => sampler.quantiles(probability)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ]
  const ask = (values: Float64Array): number => answerOf(model, sampler, values, 0)
  const bars = sampler.doubts.map(({ id }, place): TornadoBar => {
    const [from = Number.NaN, to = Number.NaN] = [low[place], high[place]]
    return { id, from, to, atLow: ask(middle.with(place, from)), atHigh: ask(middle.with(place, to)) }
  })
  const width = ({ atLow, atHigh }: TornadoBar): number => Math.abs(atHigh - atLow)
  return { middle: ask(middle), bars: bars.sort((one, other) => width(other) - width(one)) }
}

/**
 * Where between two values of one doubt, all others at their medians, a condition changes: to a part in 10^12 of the way, by
 * halving. Undefined where it holds at both ends or at neither. `holds` is asked of all values, so that it may be a sentence of
 * prose as well as a number that is crossed.
 */
export const crossingOf = (
  holds: (values: Float64Array) => boolean,
  sampler: Sampler,
  place: number,
  from: number,
  to: number,
): number | undefined => {
  const middle = sampler.quantiles(0.5)
  const at = (value: number): boolean => holds(middle.with(place, value))
  const before = at(from)
  if (at(to) === before) return undefined
  let [same, other] = [from, to]
  for (let round = 0; round < 40; round += 1) {
    const between = (same + other) / 2
    if (at(between) === before) same = between
    else other = between
  }
  return (same + other) / 2
}
