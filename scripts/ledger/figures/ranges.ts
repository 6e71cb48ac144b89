import Fraction from 'fraction.js'
import type { Input } from '../data/data-types.ts'
import type { Bounds } from '../numbers/printed.ts'
import { extremeOf, type Root, type Settle } from './extremes.ts'
import type { Node } from './node.ts'
import { mayDivideByZero, plus, type Range, slopesOver, times } from './slopes.ts'
import { type Computed, evaluate, inFloats } from './value.ts'

/** A figure whose range is known. */
interface Ranged {
  readonly value: Fraction
  readonly bounds: Bounds
  readonly input?: Input
}

/** The slope of a figure in each printed input at its roots that may be other than printed. */
export type Gradient = ReadonlyMap<string, Range>
/** Of the figures that have one: a figure that nothing bounds has none. */
export type Gradients = ReadonlyMap<string, Gradient>

/** How a figure answers to the printed inputs at its roots, wherever these are in their ranges: by the chain rule, over ranges. */
export const gradientOf = (node: Node, figures: ReadonlyMap<string, Ranged>, gradients: Gradients): Gradient | undefined => {
  if (!node.from.every((id) => gradients.has(id))) return undefined
  // What rests on numbers that were never rounded has nothing to answer to.
  if (node.from.every((id) => gradients.get(id)?.size === 0)) return new Map()
  const { derived, formula } = node
  const range = (id: string) => rangeOf(figures.get(id))
  if (derived && formula && mayDivideByZero(formula, derived.of, range)) return undefined
  const readOff = derived && formula && slopesOver(formula, derived.of, range)
  const slopes = readOff ?? slopesFelt(node, figures)
  if (slopes === 'boundless') return undefined
  const gradient = new Map<string, Range>()
  for (const [id, slope] of slopes) {
    for (const [root, inner] of gradients.get(id) ?? []) {
      const own = times(slope, inner)
      const other = gradient.get(root)
      gradient.set(root, other ? plus(other, own) : own)
    }
  }
  return gradient
}

export const noBounds: Bounds = { low: null, high: null }

/** The range of a figure in doubles. A printed input that is open stays on its side of zero: nearly 10 is more than nothing. */
const rangeOf = (figure: Ranged | undefined): Range => {
  const { low, high } = figure?.bounds ?? noBounds
  const sign = figure?.input ? figure.value.compare(0) : 0
  return [
    low?.valueOf() ?? (sign > 0 ? Number.MIN_VALUE : Number.NEGATIVE_INFINITY),
    high?.valueOf() ?? (sign < 0 ? -Number.MIN_VALUE : Number.POSITIVE_INFINITY),
  ]
}

/** What rounding of doubles may make of a difference of two results, in parts of a result. */
const noiseOfResult = 1e-13

/** Of up to so many arguments that may be other than they are, slopes are felt at every corner of the others, too. */
const fewEnough = 8

/**
 * Slopes of a method that has no derivative to read off its text, felt by moving one argument at a time to its ends: from
 * the values of the others, and where these are few from all their corners, as a slope may turn its sign there.
 */
const slopesFelt = (node: Node, figures: ReadonlyMap<string, Ranged>): ReadonlyMap<string, Range> => {
  const at = new Map(node.from.map((id) => [id, figures.get(id)?.value.valueOf() ?? 0]))
  const centre = feltFrom(node, figures, at)
  const open = node.from.filter((id) => !isPoint(figures.get(id)?.bounds ?? noBounds))
  if (open.length < 2 || open.length > fewEnough) return centre
  const slopes = new Map(centre)
  for (const id of open) {
    const places = cornersOf(
      at,
      open.filter((other) => other !== id),
      figures,
    )
    for (const place of places) {
      const [low, high] = slopes.get(id) ?? [0, 0]
      const [lower, higher] = feltFrom(node, figures, place, [id]).get(id) ?? [0, 0]
      slopes.set(id, [Math.min(low, lower), Math.max(high, higher)])
    }
  }
  return slopes
}

/** Every way to put each of some arguments at an end of its range; an open end is no place to be. */
const cornersOf = (
  at: ReadonlyMap<string, number>,
  some: readonly string[],
  figures: ReadonlyMap<string, Ranged>,
): readonly ReadonlyMap<string, number>[] =>
  some.reduce(
    (places: readonly ReadonlyMap<string, number>[], id) => {
      const { low, high } = figures.get(id)?.bounds ?? noBounds
      const ends = [low, high].flatMap((end) => (end ? [end.valueOf()] : []))
      return ends.length === 0 ? places : places.flatMap((place) => ends.map((end) => new Map(place).set(id, end)))
    },
    [at],
  )

/** The slopes in some arguments where all stand at a place, to the ends of their ranges. */
const feltFrom = (
  node: Node,
  figures: ReadonlyMap<string, Ranged>,
  at: ReadonlyMap<string, number>,
  some: readonly string[] = node.from,
): ReadonlyMap<string, Range> => {
  const before = inFloats(node, (id) => at.get(id) ?? 0)
  return new Map(
    some.map((id): [string, Range] => {
      const centre = at.get(id) ?? 0
      const movedBy = (distance: number) => inFloats(node, (other) => (other === id ? centre + distance : (at.get(other) ?? 0)))
      const { low, high } = figures.get(id)?.bounds ?? noBounds
      const small = Math.abs(centre) * 1e-5 || 1e-5
      const [down, up] = [low ? centre - low.valueOf() : small, high ? high.valueOf() - centre : small]
      const distances = [-down, up].filter((distance) => distance !== 0)
      const slopes = distances.map((distance) => (movedBy(distance) - before) / distance)
      const all = slopes.every((slope) => slope === 0) ? [0, wideSlope(movedBy, down + up)] : slopes
      const lost = (noiseOfResult * Math.abs(before)) / Math.min(...distances.map(Math.abs))
      return [id, [Math.min(...all) - lost, Math.max(...all) + lost]]
    }),
  )
}

/**
 * A rank stands still until two amounts change places, which each does by going to the end of its range: as much as one
 * of them going twice as far, up or down. Zero where nothing moves, and where there is no value so far out.
 */
const wideSlope = (movedBy: (distance: number) => number, distance: number): number => {
  const slope = distance > 0 ? (movedBy(distance) - movedBy(-distance)) / (2 * distance) : 0
  return Number.isFinite(slope) ? slope : 0
}

/** The range of a figure over the box of its roots. It holds the value itself also where the figure turns round inside it. */
export const boundsOfFigure = (
  node: Node,
  nodes: ReadonlyMap<string, Node>,
  { value }: Computed,
  gradient: Gradient,
  gradients: Gradients,
): Bounds => {
  const roots = [...gradient].flatMap(([id, slope]): Root[] => {
    const printed = nodes.get(id)?.printed
    return printed ? [{ id, slope, ...printed }] : []
  })
  const settle = settleIn(node, nodes, gradients)
  const [low, high] = [extremeOf(roots, 'low', settle), extremeOf(roots, 'high', settle)]
  return {
    low: low && (low.compare(value) < 0 ? low : value),
    high: high && (high.compare(value) > 0 ? high : value),
  }
}

/** A figure computed anew from its roots; what none of the others reaches is computed once. */
const settleIn =
  (node: Node, nodes: ReadonlyMap<string, Node>, gradients: Gradients): Settle =>
  (steady) => {
    const settled = new Map<string, Computed>()
    return (others) => {
      const moved = new Map<string, Computed>()
      const computedOf = (id: string): Computed => {
        const done = moved.get(id) ?? settled.get(id)
        if (done) return done
        const inner = nodes.get(id)
        const at = others.get(id) ?? steady.get(id) ?? inner?.printed?.value
        const computed = inner && !at ? evaluate(inner, computedOf) : { value: at ?? new Fraction(0), exact: true }
        const moves = id === node.id || [...others.keys()].some((root) => gradients.get(id)?.has(root))
        ;(moves ? moved : settled).set(id, computed)
        return computed
      }
      return computedOf(node.id)
    }
  }

export const isPoint = ({ low, high }: Bounds): boolean => low !== null && high !== null && low.equals(high)
