import { doubles, fractions } from './arithmetic.ts'
import { everything, type Span, watchingDivisors } from './divisors.ts'
import type { Graph } from './graph.ts'
import type { Range } from './printed.ts'
import { isPoint } from './printed.ts'
import { type Rational, toNumber } from './rational.ts'

/**
 * The least and the greatest that a figure can be while each of its printed inputs stays in its range, each one variable
 * however often it is used. The way there is felt with doubles: one input after another goes from one end to the other,
 * and the corner so found is bettered as long as turning one input betters it. The corners themselves are computed exactly.
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

const extremesOf = (id: string, graph: Graph, roots: ReadonlyMap<string, Root>): Range => {
  const variable = [...graph.rootsOf(id)].filter((root) => !isPoint((roots.get(root) as Root).range))
  const root = (name: string): Root => roots.get(name) as Root
  const middle = new Map([...graph.rootsOf(id)].map((name) => [name, toNumber(root(name).value)]))
  const end = new Map<string, Readonly<Record<Side, number>>>()
  for (const name of variable) {
    const { value, range } = root(name)
    const centre = toNumber(value)
    end.set(name, {
      low: range.low ? toNumber(range.low) : centre - Math.abs(centre) * probe,
      high: range.high ? toNumber(range.high) : centre + Math.abs(centre) * probe,
    })
  }
  const at = (moved: ReadonlyMap<string, number>): number =>
    graph.over(doubles, (name) => moved.get(name) ?? (middle.get(name) as number))(id)
  const endOf = (name: string, side: Side): number => (end.get(name) as Readonly<Record<Side, number>>)[side]

  /** What noise of doubles may not decide. */
  const noise = 1e-13 * Math.abs(at(middle))
  const matters = new Set<string>()
  const rising = new Map<string, Side>()
  for (const name of variable) {
    const difference = at(new Map([[name, endOf(name, 'high')]])) - at(new Map([[name, endOf(name, 'low')]]))
    if (Math.abs(difference) > noise) matters.add(name)
    rising.set(name, difference >= 0 ? 'high' : 'low')
  }

  const corner = (wanted: Side): Rational | null => {
    const sides = new Map([...rising].map(([name, up]) => [name, wanted === 'high' ? up : other(up)]))
    const values = new Map([...sides].map(([name, side]) => [name, endOf(name, side)]))
    let best = at(values)
    for (let bettered = true; bettered; ) {
      bettered = false
      for (const name of variable) {
        const before = sides.get(name) as Side
        values.set(name, endOf(name, other(before)))
        const turned = at(values)
        if (wanted === 'high' ? turned > best + noise : turned < best - noise) {
          sides.set(name, other(before))
          matters.add(name)
          best = turned
          bettered = true
        } else values.set(name, endOf(name, before))
      }
    }
    // An end that needs an open input is not reached.
    if (variable.some((name) => matters.has(name) && root(name).range[sides.get(name) as Side] === null)) return null
    const reached = (name: string): Rational => {
      const side = sides.get(name)
      return (side && root(name).range[side]) ?? root(name).value
    }
    return graph.over(fractions, reached)(id)
  }
  return { low: corner('low'), high: corner('high') }
}

/** The range of any figure, each once. Nothing bounds what is divided by what may be nought, nor what is made of it. */
export const rangesOver = (graph: Graph, roots: ReadonlyMap<string, Root>): ((id: string) => Range) => {
  const known = new Map<string, Range>()
  const unbounded = new Map<string, boolean>()
  const spanOf = (id: string): Span => {
    const root = roots.get(id)
    const { low, high } = root?.range ?? rangeOf(id)
    // What is printed as "nearly 10" is more than nought, and as "over -10" less.
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

/** A point of the box: every second one a corner, the rest anywhere; an open end reaches to nought or to twice the value. */
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
