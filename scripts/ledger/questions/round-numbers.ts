import Fraction from 'fraction.js'
import { addedIn } from '../figures/meaning.ts'
import { type BaseUnit, baseOf } from '../numbers/units.ts'
import { type Figures, valueIn } from './upstream.ts'

/**
 * Round numbers that a figure may be asked whether it passes, in base units.
 * A logarithm of a ratio: 0, where nothing changes. A difference that is small beside what it is taken from: 0.
 * A ratio around one (½ to 2): 1. A part of a whole near a half (¼ to ¾): a half.
 * Any other: its leading digit, and one more; 10 and 20 million for 12.5 million.
 */
export const thresholdsOf = (figures: Figures, id: string): readonly Fraction[] => {
  const figure = figures.get(id)
  if (!figure) return []
  const { value, derived, formula } = figure
  const unit = baseOf(figure)
  const size = value.abs().valueOf()
  const zero = new Fraction(0)
  // What is nothing now is past it at the least move.
  if (size === 0) return []
  if (formula?.text.includes('Math.log')) return [zero]
  if (addedIn(figure).taken.length > 0 && size < Math.max(...figure.from.map((part) => Math.abs(valueIn(figures, part)))) / 5) return [zero]
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
  const below = !isRound ? leading.mul(unitOfPlace) : leading.equals(1) ? powerOfTen(place - 1).mul(9) : leading.sub(1).mul(unitOfPlace)
  return [below, leading.add(1).mul(unitOfPlace)].map((round) => round.mul(grain).mul(Math.sign(value.valueOf())))
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
