import { upstreamOf, valueIn } from '../questions/upstream.ts'
import type { Figure } from './compute.ts'
import type { Arguments } from './derived.ts'

/** A figure as a function of others, all that does not hang on these held as it is. */
export interface Compiled {
  /** Those of the others that the figure hangs on. */
  readonly from: readonly string[]
  /** The figure for values of these, in their order, in base units. */
  readonly answer: (values: Float64Array) => number
}

/** Puts a value where a formula will find it. */
interface Slot {
  readonly holder: unknown[] | Record<string, unknown>
  readonly key: string | number
  readonly from: number
}

interface Step {
  readonly formula: (terms: Arguments) => number
  readonly terms: Arguments
  readonly slots: readonly Slot[]
  readonly to: number
}

/**
 * Compiles the way from some figures to another, for those who ask it many thousand times: each formula on the way has its
 * arguments laid out once, and only what moves is written into them. What is named is cut off from what it is computed from.
 * What a method refuses it refuses here too: a draw beyond what can be is no draw at the edge of it.
 */
export const compiled = (figures: ReadonlyMap<string, Figure>, id: string, named: readonly string[]): Compiled => {
  const cut = new Set(named)
  const moved = new Set<string>()
  const reached = new Set<string>()
  // From the figure upwards, not beyond what is cut off.
  const visit = (each: string): boolean => {
    if (cut.has(each)) {
      reached.add(each)
      return true
    }
    const known = visited.get(each)
    if (known !== undefined) return known
    let moves = false
    for (const part of figures.get(each)?.from ?? []) moves = visit(part) || moves
    visited.set(each, moves)
    if (moves) moved.add(each)
    return moves
  }
  const visited = new Map<string, boolean>()
  visit(id)
  const from = named.filter((each) => reached.has(each))
  const places = new Map(from.map((each, place) => [each, place]))
  const chain = upstreamOf(figures, id).filter((figure) => moved.has(figure.id))
  for (const figure of chain) places.set(figure.id, places.size)
  const steps = chain.map((figure) => stepOf(figures, figure, places))
  const values = new Float64Array(places.size)
  const last = places.get(id) ?? 0
  return {
    from,
    answer: (given) => {
      values.set(given.length > from.length ? given.subarray(0, from.length) : given)
      for (const { formula, terms, slots, to } of steps) {
        for (const slot of slots) (slot.holder as Record<string | number, unknown>)[slot.key] = values[slot.from]
        values[to] = formula(terms)
      }
      return values[last] ?? Number.NaN
    },
  }
}

const stepOf = (figures: ReadonlyMap<string, Figure>, figure: Figure, places: ReadonlyMap<string, number>): Step => {
  const slots: Slot[] = []
  const take = (part: string, holder: Slot['holder'], key: string | number): number => {
    const printed = figure.asPrinted?.get(part)
    const from = places.get(part)
    if (printed === undefined && from !== undefined) slots.push({ holder, key, from })
    return printed ?? valueIn(figures, part)
  }
  const terms: Record<string, unknown> = {}
  for (const [name, ids] of Object.entries(figure.derived?.of ?? {})) {
    if (typeof ids === 'string') {
      terms[name] = take(ids, terms, name)
      continue
    }
    const list: unknown[] = []
    for (const [index, each] of ids.entries()) {
      if (typeof each === 'string') {
        list.push(take(each, list, index))
        continue
      }
      const row: unknown[] = []
      for (const [column, part] of each.entries()) row.push(take(part, row, column))
      list.push(row)
    }
    terms[name] = list
  }
  const formula = figure.derived?.formula
  if (!formula) throw new Error(`${figure.id} is computed by no formula`)
  return { formula, terms: terms as Arguments, slots, to: places.get(figure.id) ?? 0 }
}
