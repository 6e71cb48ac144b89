import type Fraction from 'fraction.js'
import type { Figure } from '../figures/compute.ts'
import { inFloats } from '../figures/value.ts'
import { baseOf, isPercent } from '../numbers/units.ts'
import { Problem } from '../problem.ts'
import { influencesOn } from './influence.ts'
import { roundAway, thresholdsOf } from './round-numbers.ts'
import { type Figures, oncePerFigure, upstreamOf, valueIn } from './upstream.ts'

/** Where a figure crosses a round number because one that it rests on is another than it is. */
export interface BreakEven {
  /** The figure that moves. */
  readonly id: string
  /** The round number, and the side on which the figure then is. */
  readonly threshold: Fraction
  readonly side: 'below' | 'above'
  /** Beyond this value the figure is on that side for certain: rounded away from what the one that moves is now. */
  readonly at: Fraction
  /** Significant digits that `at` has. */
  readonly digits: number
  readonly when: 'under' | 'over'
}

/** How far a figure is moved in search of a break-even: to a tenth and to ten times of what it is. */
const reach = { down: 0.1, up: 10 } as const

/** How many of the most influential figures are moved. */
const most = 8

/** For each of the most influential figures, where the figure crosses the round numbers nearest to it, moved by that one alone. */
export const breakEvensOf = oncePerFigure((figures, id): readonly BreakEven[] => {
  const thresholds = thresholdsOf(figures, id)
  if (thresholds.length === 0) return []
  return influencesOn(figures, id)
    .slice(0, most)
    .flatMap(({ id: mover }) => {
      const respond = responseTo(figures, id, mover)
      return thresholds.flatMap((threshold) => breakEven(figures, id, mover, threshold, respond) ?? [])
    })
})

const breakEven = (
  figures: Figures,
  id: string,
  mover: string,
  threshold: Fraction,
  respond: (value: number) => number,
): BreakEven | undefined => {
  const now = valueIn(figures, mover)
  const goal = threshold.valueOf()
  const side = goal < valueIn(figures, id) ? 'below' : 'above'
  /** Above zero once the figure is past the round number. */
  const past = (times: number) => (side === 'above' ? respond(now * times) - goal : goal - respond(now * times))
  const tolerance = 1e-10 * Math.max(Math.abs(goal), Math.abs(valueIn(figures, id)))
  const end = [reach.down, furthest(figures.get(mover))].find((times) => past(times) > 0 && Number.isFinite(past(times)))
  if (end === undefined || now === 0) return undefined
  const times = rootBetween(past, 1, end)
  const away = Math.abs(times - 1) * 0.05
  for (let digits = 2; digits <= 9; digits += 1) {
    const moved = figures.get(mover)
    if (!moved) return undefined
    const at = roundAway(baseOf(moved), now, now * times, digits)
    const reached = at.valueOf() / now
    if (Math.abs(reached - times) > away) continue
    // Of a formula that turns round on the way there is nothing to say that would be true.
    const stays = [reached, (reached + end) / 2, end].every((each) => past(each) >= -tolerance)
    if (!stays || (end > 1 ? reached > end : reached < end)) return undefined
    return { id: mover, threshold, side, at, digits, when: at.valueOf() < now ? 'under' : 'over' }
  }
  return undefined
}

/** A part of a whole cannot be more than all of it; anything else may be ten times what it is. */
const furthest = (figure: Figure | undefined): number => {
  const share = figure?.derived?.percent || (figure?.input && isPercent(figure.units, figure.input.unit))
  const value = figure?.value.valueOf() ?? 0
  return share && value > 0 && value <= 1 ? Math.min(reach.up, 1 / value) : reach.up
}

/** A figure as a function of one that it rests on, with all that does not depend on that one held fixed. */
const responseTo = (figures: Figures, id: string, mover: string): ((value: number) => number) => {
  const moved = new Set([mover])
  const chain = upstreamOf(figures, id).filter((each) => {
    if (each.id === mover || !each.from.some((part) => moved.has(part))) return false
    moved.add(each.id)
    return true
  })
  return (value) => {
    const values = new Map([[mover, value]])
    for (const each of chain)
      values.set(
        each.id,
        whereItCanBe(() => inFloats(each, (part) => values.get(part) ?? valueIn(figures, part))),
      )
    return values.get(id) ?? Number.NaN
  }
}

/** What a method refuses has no value: an elasticity between nought and one cannot be tenfold. */
const whereItCanBe = (compute: () => number): number => {
  try {
    return compute()
  } catch (error) {
    if (error instanceof Problem) return Number.NaN
    throw error
  }
}

/**
 * Where a monotone function that is below zero at `from` and above it at `to` is zero: false position, in one step for a
 * straight line, halving the weight of an end that stays (the Illinois rule) so that it never stalls. Where an end is
 * infinite, as what is divided by the rest of a whole is at all of the whole, no line leads from it: the middle is taken.
 */
export const rootBetween = (f: (x: number) => number, from: number, to: number): number => {
  let [a, b] = [from, to]
  let [fa, fb] = [f(a), f(b)]
  for (let round = 0; round < 100 && Math.abs(b - a) > 1e-13 * Math.abs(b); round += 1) {
    const x = Number.isFinite(fb - fa) ? b - (fb * (b - a)) / (fb - fa) : (a + b) / 2
    const fx = f(x)
    if (fx === 0 || x === b) return x
    if (fx > 0 === fb > 0) fa /= 2
    else [a, fa] = [b, fb]
    ;[b, fb] = [x, fx]
  }
  return b
}
