import { doubles, fractions } from './arithmetic.ts'
import { everything, type Span, watchingDivisors } from './divisors.ts'
import type { Graph } from './graph.ts'
import type { Range } from './printed.ts'
import { isPoint } from './printed.ts'
import { type Rational, toNumber } from './rational.ts'

/**
 * The least and the greatest that a figure can be while each of its printed inputs stays in its range, each one variable
 * however often it is used. The way there is felt with doubles: one input after another goes from one end to the other,
 * and the corner so found is bettered as long as turning one input betters it, or, of few, two. The corners themselves are computed exactly.
 */

/** A printed input: its value and its range. */
export interface Root {
  readonly value: Rational
  readonly range: Range
}

type Side = 'low' | 'high'
const other = (side: Side): Side => (side === 'low' ? 'high' : 'low')

/** How far an open end is followed to see which way a figure moves: a quarter of the value. */
const probe = 0.25

/** Up to so many inputs are turned two at a time. */
const fewEnoughForPairs = 12

type Ends = Readonly<Record<Side, number>>

/** One figure as a function of the printed inputs whose ranges are more than a point, felt with doubles. */
interface Landscape {
  readonly inputs: readonly string[]
  readonly ends: ReadonlyMap<string, Ends>
  /** The figure where some inputs are moved, and the others stand at their values. */
  readonly at: (moved: ReadonlyMap<string, number>) => number
  /** What noise of doubles may not decide. */
  readonly noise: number
}

const landscapeOf = (id: string, graph: Graph, roots: ReadonlyMap<string, Root>): Landscape => {
  const all = [...graph.rootsOf(id)]
  const inputs = all.filter((name) => !isPoint(rootAt(roots, name).range))
  const values = new Map(all.map((name) => [name, toNumber(rootAt(roots, name).value)]))
  const ends = new Map(inputs.map((name) => [name, endsOf(rootAt(roots, name))]))
  const at = (moved: ReadonlyMap<string, number>): number =>
    graph.over(doubles, (name) => moved.get(name) ?? (values.get(name) as number))(id)
  return { inputs, ends, at, noise: 1e-13 * Math.abs(at(values)) }
}

const rootAt = (roots: ReadonlyMap<string, Root>, name: string): Root => roots.get(name) as Root

const endsOf = ({ value, range }: Root): Ends => {
  const centre = toNumber(value)
  return {
    low: range.low ? toNumber(range.low) : centre - Math.abs(centre) * probe,
    high: range.high ? toNumber(range.high) : centre + Math.abs(centre) * probe,
  }
}

const endOf = ({ ends }: Landscape, name: string, side: Side): number => (ends.get(name) as Ends)[side]

/** The side of each input on which the figure is greater, all others at their values; and which inputs move it at all. */
const risingSides = (landscape: Landscape) => {
  const matters = new Set<string>()
  const rising = new Map<string, Side>()
  for (const name of landscape.inputs) {
    const there = (side: Side) => landscape.at(new Map([[name, endOf(landscape, name, side)]]))
    const difference = there('high') - there('low')
    if (Math.abs(difference) > landscape.noise) matters.add(name)
    rising.set(name, difference >= 0 ? 'high' : 'low')
  }
  return { rising, matters }
}

/** The sides of the inputs at which the figure is least or greatest, found by turning one after another. */
const bestCorner = (landscape: Landscape, wanted: Side, rising: ReadonlyMap<string, Side>, matters: Set<string>) => {
  const sides = new Map([...rising].map(([name, up]) => [name, wanted === 'high' ? up : other(up)]))
  const values = new Map([...sides].map(([name, side]) => [name, endOf(landscape, name, side)]))
  const isBetter = (value: number, best: number) => (wanted === 'high' ? value > best + landscape.noise : value < best - landscape.noise)
  let best = landscape.at(values)
  const turn = (name: string): void => {
    const side = other(sides.get(name) as Side)
    sides.set(name, side)
    values.set(name, endOf(landscape, name, side))
  }
  /** Turns some together, and back again where that betters nothing. */
  const turnIfBetter = (...names: readonly string[]): boolean => {
    for (const name of names) turn(name)
    const turned = landscape.at(values)
    if (isBetter(turned, best)) {
      for (const name of names) matters.add(name)
      best = turned
      return true
    }
    for (const name of names) turn(name)
    return false
  }
  const { inputs } = landscape
  // Of few inputs two at a time as well: each alone may better nothing where one decides what the other does.
  const pairs =
    inputs.length <= fewEnoughForPairs ? inputs.flatMap((one, index) => inputs.slice(index + 1).map((two) => [one, two] as const)) : []
  let bettered = true
  while (bettered) {
    bettered = false
    for (const name of inputs) if (turnIfBetter(name)) bettered = true
    for (const pair of bettered ? [] : pairs) if (turnIfBetter(...pair)) bettered = true
  }
  return sides
}

const extremesOf = (id: string, graph: Graph, roots: ReadonlyMap<string, Root>): Range => {
  const landscape = landscapeOf(id, graph, roots)
  if (landscape.inputs.length === 0) {
    // Nothing that it rests on was ever rounded: it is what it is.
    const only = graph.over(fractions, (name) => rootAt(roots, name).value)(id)
    return { low: only, high: only }
  }
  const { rising, matters } = risingSides(landscape)
  const extreme = (wanted: Side): Rational | null => {
    const sides = bestCorner(landscape, wanted, rising, matters)
    const endAt = (name: string): Rational | null => {
      const side = sides.get(name)
      return side ? rootAt(roots, name).range[side] : null
    }
    // An end that needs an open input is not reached.
    if (landscape.inputs.some((name) => matters.has(name) && endAt(name) === null)) return null
    return graph.over(fractions, (name) => endAt(name) ?? rootAt(roots, name).value)(id)
  }
  return { low: extreme('low'), high: extreme('high') }
}

/** The range of any figure, each once. Nothing bounds what is divided by what may be zero, nor what is made of it. */
export const rangesOver = (graph: Graph, roots: ReadonlyMap<string, Root>): ((id: string) => Range) => {
  const known = new Map<string, Range>()
  const unbounded = new Map<string, boolean>()
  const spanOf = (id: string): Span => {
    const root = roots.get(id)
    const { low, high } = root?.range ?? rangeOf(id)
    // What is printed as "nearly 10" is more than zero, and as "over -10" less.
    const sign = root ? Math.sign(toNumber(root.value)) : 0
    return {
      low: low ? toNumber(low) : sign > 0 ? Number.MIN_VALUE : everything.low,
      high: high ? toNumber(high) : sign < 0 ? -Number.MIN_VALUE : everything.high,
    }
  }
  const isUnbounded = (id: string): boolean => {
    const before = unbounded.get(id)
    if (before !== undefined) return before
    let found = graph.termsOf(id).some(isUnbounded)
    if (!found)
      graph.formulaOver(
        id,
        watchingDivisors(() => (found = true)),
        spanOf,
      )
    unbounded.set(id, found)
    return found
  }
  const rangeOf = (id: string): Range => {
    graph.rootsOf(id)
    const range = known.get(id) ?? (isUnbounded(id) ? { low: null, high: null } : extremesOf(id, graph, roots))
    known.set(id, range)
    return range
  }
  return rangeOf
}

/** Numbers between 0 and 1 that look random and are the same at every run (mulberry32). */
export const seeded = (seed: number): (() => number) => {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** A point of the box: every second one a corner, the rest anywhere; an open end reaches to zero or to twice the value. */
export const pointIn = (roots: ReadonlyMap<string, Root>, random: () => number, atCorner: boolean): ReadonlyMap<string, number> =>
  new Map(
    [...roots].map(([name, { value, range }]) => {
      const centre = toNumber(value)
      const low = range.low ? toNumber(range.low) : Math.min(centre, 0)
      const high = range.high ? toNumber(range.high) : centre + Math.abs(centre)
      const share = random()
      const open = range.low === null || range.high === null
      return [name, atCorner && !open ? (share < 0.5 ? low : high) : low + (high - low) * Math.max(share, open ? 1e-3 : 0)]
    }),
  )
