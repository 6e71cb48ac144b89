import Fraction from 'fraction.js'
import { dimensionsOf, quantityInWords } from '../numbers/units.ts'
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
    throw unsoundUnits(node, nodes, unit, after.value.valueOf() / before.value.valueOf(), factor, quantityMade(node, nodes, values, before))
  }
}

/** How many figures of those that go in are told. */
const told = 6

/** What the inputs of a figure make by their units; nothing where that has no name, as a sum of persons and yuan has none. */
const quantityMade = (
  node: Node,
  nodes: ReadonlyMap<string, Node>,
  values: ReadonlyMap<string, Computed>,
  before: Computed,
): { readonly unit: Unit; readonly per?: Unit } | undefined => {
  const made: { readonly unit: Unit; readonly power: number }[] = []
  for (const unit of dimensionsOf(node.units)) {
    if (node.from.every((id) => powerOf(unit, nodes.get(id)) === 0)) continue
    const inThrees = (id: string) => (values.get(id)?.value ?? new Fraction(0)).mul(threes(powerOf(unit, nodes.get(id))))
    const power = Math.log(valueAt(node, inThrees, before.exact).value.valueOf() / before.value.valueOf()) / Math.log(3)
    if (!nearlyEqual(power, Math.round(power))) return undefined
    if (Math.round(power) !== 0) made.push({ unit, power: Math.round(power) })
  }
  const [above, below] = [1, -1].map((power) => made.filter((each) => each.power === power))
  if (!above || !below || above.length > 1 || below.length > 1 || above.length + below.length < made.length) return undefined
  return { unit: above[0]?.unit ?? 'ratio', ...(below[0] ? { per: below[0].unit } : {}) }
}

const unsoundUnits = (
  node: Node,
  nodes: ReadonlyMap<string, Node>,
  unit: Unit,
  times: number,
  factor: Fraction,
  made: ReturnType<typeof quantityMade>,
): Problem => {
  const { formula, derived, units } = node
  const given = node.from.map((id) => {
    const part = nodes.get(id)
    return `${id} (${part ? quantityInWords({ unit: part.unit, per: part.derived?.per }, units) : ''})`
  })
  const parts = given.length > told ? [...given.slice(0, told), '...'] : given
  // So many digits that it does not read like what it ought to be.
  const rounded = [4, 12].map((digits) => Number(times.toPrecision(digits)))
  const comesTo = rounded.find((each) => each !== factor.valueOf()) ?? times
  const asked = quantityInWords({ unit: node.unit, per: derived?.per }, units)
  const declared = made && `unit: '${made.unit}'${made.per ? `, per: '${made.per}'` : ''}`
  const wayOut = made
    ? `; what it is given makes ${quantityInWords(made, units)} (${declared}). For ${asked}, one of its inputs must be reckoned for one of something: ` +
      'a rate, which says “per:”, as of an amount per an input of one'
    : ''
  return new Problem(
    `the units of ${node.id} do not work out: its inputs in ${quantityInWords({ unit }, units)} three times as large make it ${comesTo} times as large, ` +
      `not ${factor.toFraction()}: look at ${formula?.file}:${formula?.line}, and at what it is given`,
    node.place,
    `a result in ${asked}; it is computed from ${parts.join(', ')}${wayOut}`,
  )
}

/** The power of a unit that a figure goes with: one in persons for persons, minus one for yuan per person. */
const powerOf = (unit: Unit, node: Node | undefined): number => (node?.unit === unit ? 1 : 0) - (node?.derived?.per === unit ? 1 : 0)

const threes = (power: number): Fraction => (power < 0 ? new Fraction(1, 3) : new Fraction(3 ** power))
