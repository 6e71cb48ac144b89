import Fraction from 'fraction.js'
import type { Bounds } from '../numbers/printed.ts'
import { Problem } from '../problem.ts'
import type { Range } from './slopes.ts'

export type End = 'low' | 'high'

/** A printed number that a figure rests on: its value, how far rounding may have moved it, and how the figure answers to it. */
export interface Root {
  readonly id: string
  readonly value: Fraction
  readonly bounds: Bounds
  /** The figure's slope in it, wherever all of them are in their ranges. */
  readonly slope: Range
}

/** A figure's value, and whether all on the way to it was exact. */
interface Outcome {
  readonly value: Fraction
  readonly exact: boolean
}

type Spots = ReadonlyMap<string, Fraction>

/** Puts some roots at spots where they stay, and tells the figure for any spots of the others. */
export type Settle = (steady: Spots) => (others: Spots) => Outcome

/** A root at one place of its range; an open range goes on beyond where we look. */
interface Spot {
  readonly id: string
  readonly at: Fraction
  readonly open: boolean
}

/** So many roots of unsteady slope have all their corners tried, and so many more are turned two at a time. */
const fewEnough = { forAllCorners: 8, forPairs: 16 }

/** Relative noise of floating point, which makes no corner better. */
const noise = new Fraction(1, 10 ** 12)

/**
 * The least or the greatest that a figure can be while its roots stay in their ranges; null where only an open range
 * reaches it. A root whose slope keeps its sign goes to one end. The others start where their slopes lean, or from their
 * values where they lean nowhere, and are turned one at a time as long as that betters the figure. A product of two
 * noughts moves in neither by itself: so few have every corner tried before, and not very many are turned two at a time.
 */
export const extremeOf = (roots: readonly Root[], end: End, settle: Settle): Fraction | null => {
  const upwards = end === 'high' ? 1 : -1
  const steady: Spot[] = []
  const unsteady: Root[] = []
  for (const root of roots) {
    const [low, high] = root.slope
    if (low >= 0 || high <= 0) {
      const direction = Math.sign(low + high) * upwards
      if (direction !== 0) steady.push(spotAt(root, direction))
    } else unsteady.push(root)
  }
  if (steady.some(({ open }) => open)) return null

  const figureAt = settle(placesOf(steady))
  const tried = (spots: readonly Spot[]): Outcome | undefined => {
    try {
      return figureAt(placesOf(spots))
    } catch (error) {
      // How far we look into an open range is our choice: having no value there says nothing.
      if (error instanceof Problem && spots.some(({ open }) => open)) return undefined
      throw error
    }
  }
  const betters = (other: Outcome, best: Outcome): boolean => {
    const [from, to] = end === 'high' ? [best.value, other.value] : [other.value, best.value]
    return to.compare(other.exact && best.exact ? from : from.add(best.value.abs().mul(noise))) > 0
  }

  let spots = unsteady.map((root) => {
    const spot = spotAt(root, leaningOf(root) * upwards)
    return spot.open ? spotAt(root, 0) : spot
  })
  let best = figureAt(placesOf(spots))
  const turnTo = (others: readonly Spot[]): boolean => {
    const outcome = tried(others)
    if (!outcome || !betters(outcome, best)) return false
    ;[spots, best] = [[...others], outcome]
    return true
  }
  const places = unsteady.map((root) => [-1, 0, 1].map((direction) => spotAt(root, direction)))
  const turned = (from: readonly Spot[], index: number): readonly (readonly Spot[])[] =>
    (places[index] ?? []).flatMap((spot) => (spot.at.equals(from[index]?.at ?? 0) ? [] : [from.with(index, spot)]))
  const turnEach = () => unsteady.filter((_, index) => turned(spots, index).some(turnTo)).length > 0
  const turnTwo = () =>
    unsteady.some((_, second) =>
      unsteady.slice(0, second).some((__, first) =>
        turned(spots, first)
          .flatMap((half) => turned(half, second))
          .some(turnTo),
      ),
    )
  const few = unsteady.length <= fewEnough.forAllCorners
  if (few) for (const corner of cornersOf(unsteady)) turnTo(corner)
  while (turnEach() || (!few && unsteady.length <= fewEnough.forPairs && turnTwo()));
  return spots.some(({ open }) => open) ? null : best.value
}

/** A root at the low end, its own value or the high end; where that is open, half as far again from nought as its value is. */
const spotAt = ({ id, value, bounds }: Root, direction: number): Spot => {
  const at = direction === 0 ? value : direction < 0 ? bounds.low : bounds.high
  if (at) return { id, at, open: false }
  const reach = value.equals(0) ? new Fraction(1) : value.abs().div(2)
  return { id, at: direction < 0 ? value.sub(reach) : value.add(reach), open: true }
}

const placesOf = (spots: readonly Spot[]): Spots => new Map(spots.map(({ id, at }) => [id, at]))

/** Where the middle of the slope's range points; nowhere if that is not known. */
const leaningOf = ({ slope: [low, high] }: Root): number => Math.sign(low + high) || 0

/** Every corner, those that need fewer open ends first, so that a tie needs none. */
const cornersOf = (roots: readonly Root[]): readonly (readonly Spot[])[] => {
  const corners = roots.reduce<readonly (readonly Spot[])[]>(
    (made, root) => made.flatMap((corner) => [-1, 1].map((direction) => [...corner, spotAt(root, direction)])),
    [[]],
  )
  const openEnds = (corner: readonly Spot[]) => corner.filter(({ open }) => open).length
  return corners.toSorted((a, b) => openEnds(a) - openEnds(b))
}
