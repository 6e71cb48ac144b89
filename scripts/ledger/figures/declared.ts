import type { Input } from '../data/data-types.ts'
import type { DerivedKind } from '../data/derived-schema.ts'
import type { Declaration, NamedFigure } from '../data/read-derived.ts'
import { growth } from '../formulas/growth.ts'
import { product } from '../formulas/product.ts'
import { rate } from '../formulas/rate.ts'
import { remainder } from '../formulas/remainder.ts'
import { share } from '../formulas/share.ts'
import { sum } from '../formulas/sum.ts'
import { dimensionsOf, quantityInWords, type Units } from '../numbers/units.ts'
import { Complaints, expectedNames, Problem } from '../problem.ts'
import type { Scope, Unit } from '../types.ts'
import { type Derived, derived } from './derived.ts'

/** What a figure counts in: a base unit, for a rate that of one of another. */
interface Quantity {
  readonly unit: Unit
  readonly per?: Unit
}

/** What must be known of a figure before another is made of it. */
interface Facts extends Quantity {
  readonly scope: Scope
}

/**
 * The figures that `derived.yaml` declares, by the formulas that scripts use. Units are worked out from those of what they
 * are computed from, and the scope is what these agree on, as far as the author does not say it. Everything wrong is
 * reported together, at the line of the data.
 */
export const declaredFigures = (
  declarations: readonly Declaration[],
  inputs: readonly Input[],
  scripted: readonly Derived[],
  units: Units,
): readonly Derived[] => {
  const complaints = new Complaints()
  const facts = new Map<string, Facts>()
  for (const { id, unit, scope } of inputs) facts.set(id, { unit: units.printed.get(unit)?.base ?? 'ratio', scope })
  for (const figure of scripted) facts.set(figure.id, figure)

  const waiting = new Map(declarations.map((declaration) => [declaration.id, declaration]))
  const settled = new Map<Declaration, Derived | undefined>()
  const settle = (declaration: Declaration, path: readonly Declaration[]): void => {
    if (settled.has(declaration)) return
    if (path.includes(declaration)) {
      const circle = path.slice(path.indexOf(declaration))
      // Told once, not for each that it goes through.
      for (const each of circle) settled.set(each, undefined)
      complaints.add(
        `figures go round in a circle: ${[...circle, declaration].map(({ id }) => id).join(' → ')}`,
        declaration.place,
        'a figure computed only from figures that do not need it',
      )
      return
    }
    const named = [...declaration.first, ...declaration.second]
    for (const { id } of named) {
      const other = facts.has(id) ? undefined : waiting.get(id)
      if (other) settle(other, [...path, declaration])
    }
    settled.set(declaration, undefined)
    const unknown = named.filter(({ id }) => !facts.has(id))
    for (const { id, place } of unknown) {
      // Of one that is declared and broken is told where it stands.
      if (waiting.has(id)) continue
      complaints.add(
        `${declaration.id} is computed from “${id}”, which no script or data file defines`,
        place,
        expectedNames(id, [...facts.keys(), ...waiting.keys()]),
      )
    }
    if (unknown.length > 0) return
    refuseTwice(declaration, complaints)
    const figure = complaints.attempt(() => figureOf(declaration, facts, units))
    settled.set(declaration, figure)
    if (figure && !facts.has(figure.id)) facts.set(figure.id, figure)
  }
  for (const declaration of declarations) settle(declaration, [])
  complaints.stopIfAny()
  return declarations.flatMap((declaration) => settled.get(declaration) ?? [])
}

/** One figure named twice says nothing, or counts it twice; a plain number times itself is its square. */
const refuseTwice = ({ id, kind, first, second }: Declaration, complaints: Complaints): void => {
  const named = new Set<string>()
  for (const { id: part, place } of kind === 'product' ? [] : [...first, ...second]) {
    if (named.has(part)) complaints.add(`${id} is computed from ${part} twice`, place, 'two figures')
    named.add(part)
  }
}

const figureOf = (declaration: Declaration, facts: ReadonlyMap<string, Facts>, units: Units): Derived => {
  const { id, kind, label, short, digits, note, place } = declaration
  const quantity = quantityOf(declaration, facts, units)
  const percent = declaration.percent ?? (kind === 'share' || kind === 'growth')
  if (percent && (quantity.unit !== 'ratio' || quantity.per))
    throw new Problem(`${id} counts ${quantityInWords(quantity, units)}, which are no percentage`, place, 'no “percent:”')
  const common = {
    id,
    label,
    ...quantity,
    scope: scopeOf(declaration, quantity, facts, dimensionsOf(units)),
    ...(short ? { short } : {}),
    ...(digits ? { digits } : {}),
    ...(percent ? { percent } : {}),
    ...(note ? { note } : {}),
  }
  const [first = '', second = ''] = [declaration.first[0]?.id, declaration.second[0]?.id]
  const formulas: Readonly<Record<DerivedKind, () => Derived>> = {
    sum: () => derived({ ...common, formula: sum, of: { terms: declaration.first.map((each) => each.id) } }),
    difference: () => derived({ ...common, formula: remainder, of: { whole: first, part: second } }),
    share: () => derived({ ...common, formula: share, of: { part: first, whole: second } }),
    growth: () => derived({ ...common, formula: growth, of: { after: first, before: second } }),
    ratio: () => derived({ ...common, formula: rate, of: { amount: first, base: second } }),
    rate: () => derived({ ...common, formula: rate, of: { amount: first, base: second } }),
    product: () => derived({ ...common, formula: product, of: { amount: first, times: second } }),
  }
  return { ...formulas[kind](), declared: place }
}

/** How an amount comes to be reckoned for one of what it is for: hours a job, from hours and one job. */
const rateOfOne = '“rate:” of it “per:” an input of one of that'

/** The unit of the result; refused, with what would mend it, where the units of the parts do not allow the kind. */
const quantityOf = ({ id, kind, first, second, place }: Declaration, facts: ReadonlyMap<string, Facts>, units: Units): Quantity => {
  const dimensions = dimensionsOf(units)
  const inWords = (quantity: Quantity): string => quantityInWords(quantity, units)
  const factsOf = (named: NamedFigure | undefined): Facts | undefined => facts.get(named?.id ?? '')
  const told = [...first, ...second].map((named) => `${named.id} (${inWords(factsOf(named) ?? { unit: 'ratio' })})`)
  const [amount, other] = [factsOf(first[0]), factsOf(second[0] ?? first[0])]
  if (!amount || !other) throw new Problem(`${id} is computed from nothing`, place, 'at least one figure')
  const refuse = (expected: string): never => {
    throw new Problem(
      `the units of ${id} do not work out: ${kind} of ${told.slice(0, 6).join(', ')}${told.length > 6 ? ', ...' : ''}`,
      place,
      expected,
    )
  }
  if (kind === 'product')
    return (
      namedQuantity(powersOf(amount, other, 1, dimensions), amount, other) ??
      refuse(`a plain number or a rate as one of the two; an amount for one of something is made by ${rateOfOne}`)
    )
  if (kind === 'rate') {
    if (isSame(amount, other))
      refuse(`“ratio:” and “to:” for amounts of one unit; or, where ${second[0]?.id} is for one of something, ${rateOfOne}`)
    return namedQuantity(powersOf(amount, other, -1, dimensions), amount) ?? refuse('an amount of one unit, per an amount of another')
  }
  if (![...first, ...second].every((named) => isSame(amount, factsOf(named) ?? other)))
    refuse(
      kind === 'ratio'
        ? '“rate:” and “per:” for amounts of two units, or figures of one unit'
        : `figures of one unit, all in ${inWords(amount)}`,
    )
  return kind === 'sum' || kind === 'difference' ? { unit: amount.unit, ...(amount.per ? { per: amount.per } : {}) } : { unit: 'ratio' }
}

const isSame = (one: Quantity, other: Quantity): boolean => one.unit === other.unit && one.per === other.per

/** The powers of the units in a product, or in a quotient where the second one's sign is turned. */
const powersOf = (first: Quantity, second: Quantity, sign: 1 | -1, dimensions: readonly Unit[]): ReadonlyMap<Unit, number> => {
  const steps = [
    [first.unit, 1],
    [first.per, -1],
    [second.unit, sign],
    [second.per, -sign],
  ] as const
  const powers = new Map<Unit, number>()
  for (const [unit, step] of steps) if (unit && dimensions.includes(unit)) powers.set(unit, (powers.get(unit) ?? 0) + step)
  return powers
}

/** The unit with these powers: one unit, one per another, or a plain number, counted if one of the `parts` is. */
const namedQuantity = (powers: ReadonlyMap<Unit, number>, ...parts: readonly Quantity[]): Quantity | undefined => {
  const carried = [...powers].filter(([, power]) => power !== 0)
  const above = carried.flatMap(([unit, power]) => (power === 1 ? [unit] : []))
  const below = carried.flatMap(([unit, power]) => (power === -1 ? [unit] : []))
  if (above.length > 1 || below.length > 1 || above.length + below.length < carried.length) return undefined
  const plain = parts.some(({ unit }) => unit === 'count') ? 'count' : 'ratio'
  const [per] = below
  return { unit: above[0] ?? plain, ...(per ? { per } : {}) }
}

/** What the figure counts: what its author says, and what all that it is computed from agrees on. */
const scopeOf = (
  { id, first, second, scope, place }: Declaration,
  { unit }: Quantity,
  facts: ReadonlyMap<string, Facts>,
  dimensions: readonly Unit[],
): Scope => {
  const parts = [...first, ...second].flatMap((named) => {
    const known = facts.get(named.id)
    return known ? [{ id: named.id, scope: known.scope }] : []
  })
  const shared = <Key extends 'period' | 'entity'>(key: Key): string => {
    const own = scope[key]
    if (own !== undefined) return own
    const values = [...new Map(parts.map((part) => [part.scope[key], part.id]))]
    const [value] = values
    if (value && values.length === 1) return value[0]
    throw new Problem(
      `${id} has no ${key} of its own, and its parts do not agree on one: ${values.map(([each, from]) => `${each} (${from})`).join(', ')}`,
      place,
      `“scope: { ${key}: … }” with ${values.map(([each]) => each).join(', or ')}, or another`,
    )
  }
  // What is no amount any more, a share or a plain number, does not count what its parts count.
  const agreed = <Value>(own: Value | undefined, those: readonly (Value | undefined)[]): Value | undefined => {
    if (own !== undefined || !dimensions.includes(unit)) return own
    const [value, ...others] = new Set(those.filter((each) => each !== undefined))
    return others.length === 0 ? value : undefined
  }
  const reach = agreed(
    scope.reach,
    parts.map((part) => part.scope.reach),
  )
  const measure = agreed(
    scope.measure,
    parts.map((part) => part.scope.measure),
  )
  return { period: shared('period'), entity: shared('entity'), ...(reach ? { reach } : {}), ...(measure ? { measure } : {}) }
}
