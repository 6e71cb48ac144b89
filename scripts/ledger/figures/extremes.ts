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

/** Up to so many roots without a steady slope have all their corners tried, and up to so many are moved two at a time. */
const fewEnough = { forAllCorners: 8, forPairs: 16 }

/** Relative noise of floating point, which makes no corner better. */
const noise = new Fraction(1, 10 ** 12)

/** The low end of a root's range, its own value, and the high end. */
const directions = [-1, 0, 1] as const

/**
 * The least or the greatest that a figure can be while its roots stay in their ranges; null where only an open range
 * reaches it. A root whose slope keeps its sign goes to one end. The others are searched: they start where their slopes
 * lean, or from their values where they lean nowhere, and are moved one at a time as long as that betters the figure.
 * One at a time finds nothing where two factors are both zero, so where there are few roots every corner is tried first,
 * and where there are not very many they are also moved two at a time.
 */
export const extremeOf = (roots: readonly Root[], end: End, settle: Settle): Fraction | null => {
  const upwards = end === 'high' ? 1 : -1
  const steady: Spot[] = []
  const unsteady: Root[] = []
  for (const root of roots) {
    const [low, high] = root.slope
    const isSteady = low >= 0 || high <= 0
    const direction = Math.sign(low + high) * upwards
    if (!isSteady) unsteady.push(root)
    else if (direction !== 0) steady.push(spotAt(root, direction))
  }
  if (steady.some(({ open }) => open)) return null

  const search = new Search(unsteady, end, settle(placesOf(steady)))
  if (unsteady.length <= fewEnough.forAllCorners) search.tryEveryCorner()
  const inPairs = unsteady.length > fewEnough.forAllCorners && unsteady.length <= fewEnough.forPairs
  let better = true
  while (better) better = search.moveEach() || (inPairs && search.moveTwo())
  return search.result
}

/** The search among the roots whose slopes may have either sign: where they stand in the best case found so far. */
class Search {
  readonly #end: End
  readonly #figureAt: (others: Spots) => Outcome
  /** The spots that each root may be moved to. */
  readonly #choices: readonly (readonly Spot[])[]
  readonly #roots: readonly Root[]
  #spots: readonly Spot[]
  #best: Outcome

  constructor(roots: readonly Root[], end: End, figureAt: (others: Spots) => Outcome) {
    this.#roots = roots
    this.#end = end
    this.#figureAt = figureAt
    this.#choices = roots.map((root) => directions.map((direction) => spotAt(root, direction)))
    this.#spots = roots.map((root) => {
      const leaning = spotAt(root, leaningOf(root) * (end === 'high' ? 1 : -1))
      return leaning.open ? spotAt(root, 0) : leaning
    })
    this.#best = figureAt(placesOf(this.#spots))
  }

  /** The extreme that was found; null where it lies in an open range. */
  get result(): Fraction | null {
    return this.#spots.some(({ open }) => open) ? null : this.#best.value
  }

  tryEveryCorner(): void {
    for (const corner of cornersOf(this.#roots)) this.#goTo(corner)
  }

  /** Moves one root after another to the first of its spots that betters the figure; says whether any did. */
  moveEach(): boolean {
    let bettered = false
    for (let index = 0; index < this.#roots.length; index += 1) {
      for (const moved of this.#movedFrom(this.#spots, index)) {
        if (this.#goTo(moved)) {
          bettered = true
          break
        }
      }
    }
    return bettered
  }

  /** Moves the first two roots that better the figure together; says whether any did. */
  moveTwo(): boolean {
    for (let second = 1; second < this.#roots.length; second += 1)
      for (let first = 0; first < second; first += 1)
        for (const half of this.#movedFrom(this.#spots, first))
          for (const both of this.#movedFrom(half, second)) if (this.#goTo(both)) return true
    return false
  }

  /** The same spots with one root at each other spot that it may have. */
  #movedFrom(spots: readonly Spot[], index: number): readonly (readonly Spot[])[] {
    const now = spots[index]
    const others = (this.#choices[index] ?? []).filter(({ at }) => !now || !at.equals(now.at))
    return others.map((spot) => spots.with(index, spot))
  }

  /** Takes these spots if the figure is better there. */
  #goTo(spots: readonly Spot[]): boolean {
    const outcome = this.#outcomeAt(spots)
    if (!outcome || !this.#isBetter(outcome)) return false
    this.#spots = spots
    this.#best = outcome
    return true
  }

  #outcomeAt(spots: readonly Spot[]): Outcome | undefined {
    try {
      return this.#figureAt(placesOf(spots))
    } catch (error) {
      // How far we look into an open range is our choice: having no value there says nothing.
      if (error instanceof Problem && spots.some(({ open }) => open)) return undefined
      throw error
    }
  }

  #isBetter(outcome: Outcome): boolean {
    const best = this.#best
    const [lower, higher] = this.#end === 'high' ? [best.value, outcome.value] : [outcome.value, best.value]
    const margin = outcome.exact && best.exact ? new Fraction(0) : best.value.abs().mul(noise)
    return higher.compare(lower.add(margin)) > 0
  }
}

/**
 * A root at the low end of its range, at its own value or at the high end. Where that end is open, half as far again
 * from zero as its value is.
 */
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
  let corners: readonly (readonly Spot[])[] = [[]]
  for (const root of roots) {
    const ends = [spotAt(root, -1), spotAt(root, 1)]
    corners = corners.flatMap((corner) => ends.map((spot) => [...corner, spot]))
  }
  const openEnds = (corner: readonly Spot[]) => corner.filter(({ open }) => open).length
  return corners.toSorted((a, b) => openEnds(a) - openEnds(b))
}
