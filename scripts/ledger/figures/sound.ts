import Fraction from 'fraction.js'
import { dimensionsOf } from '../numbers/units.ts'
import { Problem } from '../problem.ts'
import type { Unit } from '../types.ts'
import type { Node } from './node.ts'
import { type Computed, inFloats, valueAt } from './value.ts'

const nearlyEqual = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b))

/** A formula is found by its function's name; what its text gives must be what the function gives. */
export const refuseBorrowedName = (node: Node, values: ReadonlyMap<string, Computed>, computed: Computed): void => {
  if (!computed.exact) return
  const floating = inFloats(node, (id) => values.get(id)?.value.valueOf() ?? 0)
  const size = Math.max(...node.from.map((id) => Math.abs(values.get(id)?.value.valueOf() ?? 0)))
  if (nearlyEqual(floating, computed.value.valueOf()) || Math.abs(floating - computed.value.valueOf()) <= 1e-9 * size) return
  throw new Problem(
    `${node.id} is computed by a function that is called ${node.formula?.name} and gives ${floating}, where the text of ${node.formula?.file} gives ${computed.value.valueOf()}`,
    node.place,
    `the function that ${node.formula?.file} exports`,
  )
}

/**
 * Counts each base unit in threes instead of ones and asks that the result follow by its dimension.
 * A sum of persons and yuan, a share turned upside down or a forgotten factor cannot.
 */
export const refuseMixedUnits = (
  node: Node,
  nodes: ReadonlyMap<string, Node>,
  values: ReadonlyMap<string, Computed>,
  before: Computed,
): void => {
  for (const unit of dimensionsOf(node.units)) {
    const carries = [node.id, ...node.from].some((id) => powerOf(unit, nodes.get(id)) !== 0)
    if (!carries) continue
    const inThrees = (id: string) => (values.get(id)?.value ?? new Fraction(0)).mul(threes(powerOf(unit, nodes.get(id))))
    const after = valueAt(node, inThrees, before.exact)
    const factor = threes(powerOf(unit, node))
    const expected = before.value.mul(factor)
    if (after.exact ? after.value.equals(expected) : nearlyEqual(after.value.valueOf(), expected.valueOf())) continue
    throw unsoundUnits(node, nodes, unit, after.value.valueOf() / before.value.valueOf(), factor)
  }
}

/** How many figures of those that go in are told. */
const told = 6

const unsoundUnits = (node: Node, nodes: ReadonlyMap<string, Node>, unit: Unit, times: number, factor: Fraction): Problem => {
  const given = node.from.map((id) => `${id} (${nodes.get(id)?.unit})`)
  const parts = given.length > told ? [...given.slice(0, told), '...'] : given
  // So many digits that it does not read like what it ought to be.
  const rounded = [4, 12].map((digits) => Number(times.toPrecision(digits)))
  const comesTo = rounded.find((each) => each !== factor.valueOf()) ?? times
  const { formula, derived } = node
  return new Problem(
    `the units of ${node.id} do not work out: its inputs in ${unit}s three times as large make it ${comesTo} times as large, ` +
      `not ${factor.toFraction()}: look at ${formula?.file}:${formula?.line}, and at what it is given`,
    node.place,
    `a result in ${node.unit}s${derived?.per ? ` per ${derived.per}` : ''}; it is computed from ${parts.join(', ')}`,
  )
}

/** The power of a unit that a figure goes with: one in persons for persons, minus one for yuan per person. */
const powerOf = (unit: Unit, node: Node | undefined): number => (node?.unit === unit ? 1 : 0) - (node?.derived?.per === unit ? 1 : 0)

const threes = (power: number): Fraction => (power < 0 ? new Fraction(1, 3) : new Fraction(3 ** power))
