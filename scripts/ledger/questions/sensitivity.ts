import Fraction from 'fraction.js'
import { type Figure, inFloats } from '../figures/compute.ts'
import { type BaseUnit, baseOf, isPercent } from '../numbers/units.ts'

type Figures = ReadonlyMap<string, Figure>

/** How a figure answers to one that it rests on, directly or through others, when that one moves by itself. */
export interface Influence {
  /** The figure that moves. */
  readonly id: string
  /** By how much the figure changes for one more of it, in base units of both. */
  readonly slope: number
  /** By how many per cent the figure changes for one per cent more of it; absent where the figure is zero. */
  readonly elasticity?: number
}

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

/** What is more than this many times smaller than what it is the sum of is noise of floating point, and is zero. */
const noise = 1e-9

/** Influences on a figure, the strongest first. What does not move it is left out: `x` is not in `x - x`. */
export const influencesOn = (figures: Figures, id: string): readonly Influence[] => {
  const known = memory(figures)
  const found = known.influences.get(id) ?? accumulate(figures, known, id)
  known.influences.set(id, found)
  return found
}

/**
 * Slopes by reverse accumulation: a figure passes what it weighs on to each argument, times the local slope, from the
 * figure in question down to the printed inputs, so that every way on which one reaches it is counted.
 * Reference: Griewank and Walther, Evaluating Derivatives, 2nd edition, chapter 3.
 */
const accumulate = (figures: Figures, known: Memory, id: string): readonly Influence[] => {
  const figure = figures.get(id)
  if (!figure) return []
  const weights = new Map([[id, 1]])
  const sizes = new Map([[id, 1]])
  for (const each of upstreamOf(figures, known, id).toReversed()) {
    const weight = weights.get(each.id) ?? 0
    const slopes = known.slopes.get(each.id) ?? localSlopes(figures, each)
    known.slopes.set(each.id, slopes)
    for (const [part, slope] of slopes) {
      weights.set(part, (weights.get(part) ?? 0) + weight * slope)
      sizes.set(part, (sizes.get(part) ?? 0) + Math.abs(weight * slope))
    }
  }
  weights.delete(id)
  const value = figure.value.valueOf()
  const moved = (part: string) => Math.abs((weights.get(part) ?? 0) * valueIn(figures, part))
  const most = Math.max(Math.abs(value), ...[...weights.keys()].map(moved))
  return [...weights]
    .filter(
      ([part, slope]) => isQuantity(figures.get(part)) && Math.abs(slope) > noise * (sizes.get(part) ?? 0) && moved(part) > noise * most,
    )
    .sort(([a], [b]) => moved(b) - moved(a))
    .map(([part, slope]) => ({ id: part, slope, ...(value === 0 ? {} : { elasticity: (slope * valueIn(figures, part)) / value }) }))
}

/**
 * The slope of a figure in each of its arguments, by the five-point rule: an error of the fourth power of a step of one
 * in a thousand, and none for a straight line.
 */
const localSlopes = (figures: Figures, figure: Figure): ReadonlyMap<string, number> =>
  new Map(
    figure.from.map((part) => {
      const centre = valueIn(figures, part)
      const { low, high } = figures.get(part)?.bounds ?? {}
      // A zero moves by what it was rounded by.
      const step = Math.abs(centre) * 1e-3 || (low && high ? high.sub(low).valueOf() : 0) || 1e-3
      const at = (steps: number) => inFloats(figure, (other) => (other === part ? centre + steps * step : valueIn(figures, other)))
      return [part, (8 * (at(1) - at(-1)) - (at(2) - at(-2))) / (12 * step)]
    }),
  )

/** A calendar year and a yes or no of our coding are no quantities that could be a little more. */
const isQuantity = (figure: Figure | undefined): boolean =>
  figure !== undefined && baseOf(figure).kind !== 'year' && !(figure.input?.kind === 'assumed' && figure.input.grid !== undefined)

/**
 * Round numbers that a figure may be asked whether it passes, in base units.
 * A logarithm of a ratio: 0, where nothing changes. A difference that is small beside what it is taken from: 0.
 * A ratio around one (½ to 2): 1. A part of a whole near a half (¼ to ¾): a half.
 * Any other: its leading digit, and one more; 60 and 70 million for 69.01 million.
 */
export const thresholdsOf = (figures: Figures, id: string): readonly Fraction[] => {
  const figure = figures.get(id)
  if (!figure) return []
  const { value, derived, formula } = figure
  const unit = baseOf(figure)
  const size = value.abs().valueOf()
  const zero = new Fraction(0)
  if (formula?.text.includes('Math.log')) return [zero]
  if (formula?.name === 'remainder' && size < Math.max(...figure.from.map((part) => Math.abs(valueIn(figures, part)))) / 5) return [zero]
  if (size === 0) return []
  // What is at the middle already passes it at the least move.
  const isAround = (middle: number, low: number, high: number) => size >= low && size <= high && Math.abs(size - middle) > 1e-9
  if (unit.kind === 'ratio' && !derived?.percent && isAround(1, 0.5, 2)) return [new Fraction(Math.sign(value.valueOf()))]
  if (unit.kind === 'ratio' && derived?.percent && isAround(0.5, 0.25, 0.75)) return [new Fraction(1, 2).mul(Math.sign(value.valueOf()))]
  const grain = grainOf(unit, size)
  const scaled = value.abs().div(grain)
  const place = Math.floor(Math.log10(scaled.valueOf()) + 1e-12)
  const unitOfPlace = powerOfTen(place)
  const inPlaces = scaled.div(unitOfPlace)
  // 60 million itself falls below 60 million at once: it is asked for 50. Floating point gives 0.1 as a little more.
  const isRound = Math.abs(inPlaces.valueOf() - Math.round(inPlaces.valueOf())) < 1e-12 * inPlaces.valueOf()
  const leading = isRound ? inPlaces.round() : inPlaces.floor()
  const below = isRound ? (leading.equals(1) ? powerOfTen(place - 1).mul(9) : leading.sub(1).mul(unitOfPlace)) : leading.mul(unitOfPlace)
  return [below, leading.add(1).mul(unitOfPlace)].map((round) => round.mul(grain).mul(Math.sign(value.valueOf())))
}

/** For each of the most influential figures, where the figure crosses the round numbers nearest to it, moved by that one alone. */
export const breakEvensOf = (figures: Figures, id: string): readonly BreakEven[] => {
  const known = memory(figures)
  const found = known.breakEvens.get(id) ?? searchBreakEvens(figures, known, id)
  known.breakEvens.set(id, found)
  return found
}

/** How many of the most influential figures are moved. */
const most = 8

const searchBreakEvens = (figures: Figures, known: Memory, id: string): readonly BreakEven[] => {
  const thresholds = thresholdsOf(figures, id)
  if (thresholds.length === 0) return []
  return influencesOn(figures, id)
    .slice(0, most)
    .flatMap(({ id: mover }) => {
      const respond = responseTo(figures, known, id, mover)
      return thresholds.flatMap((threshold) => breakEven(figures, id, mover, threshold, respond) ?? [])
    })
}

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
  const end = [reach.down, furthest(figures.get(mover))].find((times) => past(times) > 0)
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
const responseTo = (figures: Figures, known: Memory, id: string, mover: string): ((value: number) => number) => {
  const moved = new Set([mover])
  const chain = upstreamOf(figures, known, id).filter((each) => {
    if (each.id === mover || !each.from.some((part) => moved.has(part))) return false
    moved.add(each.id)
    return true
  })
  return (value) => {
    const values = new Map([[mover, value]])
    for (const each of chain)
      values.set(
        each.id,
        inFloats(each, (part) => values.get(part) ?? valueIn(figures, part)),
      )
    return values.get(id) ?? Number.NaN
  }
}

/**
 * Where a monotone function that is below zero at `from` and above it at `to` is zero: false position, in one step for a
 * straight line, halving the weight of an end that stays (the Illinois rule) so that it never stalls.
 */
export const rootBetween = (f: (x: number) => number, from: number, to: number): number => {
  let [a, b] = [from, to]
  let [fa, fb] = [f(a), f(b)]
  for (let round = 0; round < 100 && Math.abs(b - a) > 1e-13 * Math.abs(b); round += 1) {
    const x = b - (fb * (b - a)) / (fb - fa)
    const fx = f(x)
    if (fx === 0 || x === b) return x
    if (fx > 0 === fb > 0) fa /= 2
    else [a, fa] = [b, fb]
    ;[b, fb] = [x, fx]
  }
  return b
}

/** `value` in so many significant digits, rounded away from `now`, so that all beyond it is beyond `value` too. */
export const roundAway = (unit: BaseUnit, now: number, value: number, digits: number): Fraction => {
  // Things are counted whole. Some hours are written in minutes, so they are whole minutes, and many are whole hours.
  const [largest] = unit.parts
  const isLong = largest !== undefined && Math.abs(value) >= 1
  const grain = isLong ? new Fraction(1, Math.abs(value) >= 100 ? 1 : largest.of) : grainOf(unit, Math.abs(value))
  const scaled = Math.abs(value) / grain.valueOf()
  const finest = isLong || unit.kind === 'count' ? 0 : Number.NEGATIVE_INFINITY
  const place = Math.max(Math.floor(Math.log10(scaled) + 1e-12) - digits + 1, finest)
  const steps = scaled / 10 ** place
  const near = Math.round(steps)
  // 1.1 comes out of floating point as 1.0999…: that is 1.1.
  const whole = Math.abs(steps - near) < 1e-9 * steps ? near : Math.abs(value) > Math.abs(now) ? Math.ceil(steps) : Math.floor(steps)
  return powerOfTen(place).mul(whole).mul(grain).mul(Math.sign(value))
}

/** What a number is round in: minutes and seconds are no decimal part of an hour. */
const grainOf = ({ parts }: BaseUnit, size: number): Fraction => {
  const grains = [1, ...parts.map(({ of }) => of)]
  return new Fraction(1, grains.find((of) => size >= 1 / of) ?? grains.at(-1) ?? 1)
}

const powerOfTen = (place: number): Fraction => (place < 0 ? new Fraction(1n, 10n ** BigInt(-place)) : new Fraction(10n ** BigInt(place)))

/** A figure in floating point. A fraction is divided out anew each time that it is asked. */
const valueIn = (figures: Figures, id: string): number => {
  const { values } = memory(figures)
  const value = values.get(id) ?? figures.get(id)?.value.valueOf() ?? 0
  values.set(id, value)
  return value
}

/** A figure and all that it rests on, what is computed after what it is computed from. */
const upstreamOf = (figures: Figures, { orders }: Memory, id: string): readonly Figure[] => {
  const known = orders.get(id)
  if (known) return known
  const order = new Map<string, Figure>()
  const visit = (each: string): void => {
    const figure = figures.get(each)
    if (!figure || order.has(each)) return
    for (const part of figure.from) visit(part)
    order.set(each, figure)
  }
  visit(id)
  const found = [...order.values()]
  orders.set(id, found)
  return found
}

/** What was worked out for one ledger, which pages in both languages ask for. */
interface Memory {
  readonly values: Map<string, number>
  readonly slopes: Map<string, ReadonlyMap<string, number>>
  readonly orders: Map<string, readonly Figure[]>
  readonly influences: Map<string, readonly Influence[]>
  readonly breakEvens: Map<string, readonly BreakEven[]>
}
const memories = new WeakMap<Figures, Memory>()
const memory = (figures: Figures): Memory => {
  const known = memories.get(figures) ?? {
    values: new Map(),
    slopes: new Map(),
    orders: new Map(),
    influences: new Map(),
    breakEvens: new Map(),
  }
  memories.set(figures, known)
  return known
}
