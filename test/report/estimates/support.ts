/** The report's ledger, and a second way to compute its figures: in floating point, straight from the definitions. */

import type { Figure } from '../../../scripts/ledger/figures/compute.ts'
import type { Derived } from '../../../scripts/ledger/figures/derived.ts'
import { reportLedger } from '../../../scripts/ledger/index.ts'

export const ledger = reportLedger()
/** Without those that a simulation tells: draws are no function of inputs, and leave what rounding says to the intervals. */
export const definitions: ReadonlyMap<string, Derived> = new Map(
  [...ledger.figures.values()].flatMap(({ id, derived, simulated }) => (derived && !simulated ? [[id, derived] as const] : [])),
)

export const figure = (id: string): Figure => {
  const found = ledger.figures.get(id)
  if (!found) throw new Error(`no figure ${id}`)
  return found
}
/** A figure's value, in millions of persons, or as it is. */
export const value = (id: string): number => figure(id).value.valueOf()
export const millions = (id: string): number => value(id) / 1e6
export const tenThousands = (id: string): number => value(id) / 1e4

export const verdictsOf = (id: string): readonly string[] =>
  ledger.checks.filter((check) => check.figure === id).map(({ verdict }) => verdict)

/** The inputs that a figure goes back to. */
export const rootsOf = (id: string, seen = new Set<string>()): ReadonlySet<string> => {
  const definition = definitions.get(id)
  if (!definition) return seen.add(id)
  for (const inner of Object.values(definition.of).flat(2)) if (!seen.has(inner)) rootsOf(inner, seen)
  return seen
}

/** The figure where the inputs are as `at` has them, by the functions that the scripts name. */
export const recompute = (id: string, at: (input: string) => number, known = new Map<string, number>()): number => {
  const done = known.get(id)
  if (done !== undefined) return done
  const definition = definitions.get(id)
  const result = definition
    ? definition.formula(
        Object.fromEntries(
          Object.entries(definition.of).map(([name, ids]) => [
            name,
            typeof ids === 'string'
              ? recompute(ids, at, known)
              : ids.map((item) =>
                  typeof item === 'string' ? recompute(item, at, known) : item.map((inner) => recompute(inner, at, known)),
                ),
          ]),
        ) as Parameters<Derived['formula']>[0],
      )
    : at(id)
  known.set(id, result)
  return result
}
