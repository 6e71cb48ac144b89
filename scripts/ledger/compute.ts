import Fraction from 'fraction.js'
import type { Input } from './data.ts'
import type { ArgumentIds, Arguments, Derived } from './derived.ts'
import { evaluateExactly, NotExact, type Value } from './exact.ts'
import type { FormulaSource } from './formula.ts'
import { type Bounds, boundsOf, exactly, fromFloat } from './printed.ts'
import { Complaints, expectedNames, Problem } from './problem.ts'
import type { Bilingual, Place, Unit } from './types.ts'
import { dimensions, printedUnits } from './units.ts'

/** One number of the report, computed: its value and the range that rounding of its inputs leaves open. */
export interface Figure {
  readonly id: string
  readonly label: Bilingual
  readonly unit: Unit
  /** Exact where every step on the way is plain arithmetic; else the floating-point value as a fraction. */
  readonly value: Fraction
  readonly exact: boolean
  readonly bounds: Bounds
  readonly input?: Input
  readonly derived?: Derived
  readonly formula?: FormulaSource
  /** Ids of the figures it is computed from, each once, in order of the arguments. */
  readonly from: readonly string[]
  readonly place: Place
}

interface Node {
  readonly id: string
  readonly label: Bilingual
  readonly unit: Unit
  readonly place: Place
  readonly input?: Input
  readonly derived?: Derived
  readonly formula?: FormulaSource
  readonly from: readonly string[]
  /** Bounds and value of an input, in base units. */
  readonly printed?: { readonly value: Fraction; readonly bounds: Bounds }
}

interface Computed {
  readonly value: Fraction
  readonly exact: boolean
}

/**
 * Computes every figure, in an order in which inputs come before what is made of them.
 *
 * Intervals are tight: a figure is a function of the printed inputs at its roots, each one variable however often it
 * is used, and monotone in each over so small a range, so that its extremes lie at two corners of the box of inputs.
 * Which corner is read off the sign of the gradient, which is carried forward through the graph.
 */
export const computeFigures = (
  inputs: readonly Input[],
  derived: readonly Derived[],
  formulas: ReadonlyMap<string, FormulaSource>,
): ReadonlyMap<string, Figure> => {
  const complaints = new Complaints()
  const nodes = new Map<string, Node>()
  for (const input of inputs) nodes.set(input.id, inputNode(input))
  for (const figure of derived) {
    const taken = nodes.get(figure.id)
    if (taken)
      complaints.add(
        `the figure id ${figure.id} is already taken at ${taken.place.file}:${taken.place.line}`,
        figure.place,
        'an id of its own',
      )
    const node = complaints.attempt(() => derivedNode(figure, formulas, nodes))
    if (node && !taken) nodes.set(figure.id, node)
  }
  for (const node of nodes.values()) {
    for (const id of node.from) {
      if (!nodes.has(id))
        complaints.add(
          `${node.id} is computed from “${id}”, which no script or data file defines`,
          node.place,
          expectedNames(id, nodes.keys()),
        )
    }
  }
  complaints.stopIfAny()

  const order = sortByDependence(nodes)
  const values = new Map<string, Computed>()
  const gradients = new Map<string, ReadonlyMap<string, number>>()
  const halfWidths = new Map<string, number>()
  const figures = new Map<string, Figure>()
  for (const node of order) {
    // A figure of a broken figure has nothing to say; what broke is already on the list.
    if (node.from.some((id) => !values.has(id))) continue
    const figure = complaints.attempt((): Figure => {
      const { printed } = node
      if (printed) {
        values.set(node.id, { value: printed.value, exact: true })
        gradients.set(node.id, new Map([[node.id, 1]]))
        halfWidths.set(node.id, halfWidthOf(printed.bounds))
        return { ...node, value: printed.value, exact: true, bounds: printed.bounds }
      }
      const computed = evaluate(node, values)
      refuseBorrowedName(node, values, computed)
      refuseMixedUnits(node, nodes, values, computed)
      const gradient = gradientOf(node, values, gradients, halfWidths)
      const bounds = enclosing(computed.value, corner(node, nodes, values, gradient, 'low'), corner(node, nodes, values, gradient, 'high'))
      values.set(node.id, computed)
      gradients.set(node.id, gradient)
      halfWidths.set(node.id, halfWidthOf(bounds))
      return { ...node, ...computed, bounds }
    })
    if (figure) figures.set(node.id, figure)
  }
  complaints.stopIfAny()
  return figures
}

const inputNode = (input: Input): Node => {
  const unit = printedUnits[input.unit]
  if (!unit)
    throw new Problem(
      `${input.id}: the unit “${input.unit}” is not known`,
      input.place,
      expectedNames(input.unit, Object.keys(printedUnits)),
    )
  const factor = new Fraction(unit.factor)
  // Things counted one by one and our own assumptions were never rounded; 1.4亿笔 was.
  const whole = ((unit.base === 'count' || unit.base === 'year') && unit.factor === '1') || input.kind === 'assumed'
  const { low, high } = boundsOf(input.digits, input.qualifier ?? (whole ? 'about' : undefined))
  return {
    id: input.id,
    label: input.label,
    unit: unit.base,
    place: input.place,
    input,
    from: [],
    printed: {
      value: exactly(input.digits).mul(factor),
      bounds: { low: low?.mul(factor) ?? null, high: high?.mul(factor) ?? null },
    },
  }
}

const derivedNode = (figure: Derived, formulas: ReadonlyMap<string, FormulaSource>, inputs: ReadonlyMap<string, Node>): Node => {
  const formula = formulas.get(figure.formula.name)
  if (!formula)
    throw new Problem(
      `${figure.id} uses “${figure.formula.name}”`,
      figure.place,
      'a function that scripts/formulas or scripts/methods exports',
    )
  if (!formula.expression && !figure.tex)
    throw new Problem(`${figure.id} uses the method ${formula.name}, which is no single expression`, figure.place, '“tex:” written by hand')
  for (const name of formula.arguments) {
    if (!(name in figure.of))
      throw new Problem(`${figure.id} gives ${formula.name} no ${name}`, figure.place, `of: { ${formula.arguments.join(', ')} }`)
  }
  const row = figure.row === undefined ? undefined : inputs.get(figure.row)?.input?.row
  if (figure.row !== undefined && !row)
    throw new Problem(
      `${figure.id} takes its name from “${figure.row}”, which is no row of a table`,
      figure.place,
      expectedNames(figure.row, inputs.keys()),
    )
  const { label } = figure
  return {
    id: figure.id,
    label: row ? { zh: `${row.zh}：${label.zh}`, en: `${row.en}: ${label.en}` } : label,
    unit: figure.unit,
    place: figure.declared ?? figure.place,
    derived: figure,
    formula,
    from: [...new Set(Object.values(figure.of).flat(2))],
  }
}

/** Inputs first; a cycle is refused with its whole path. */
const sortByDependence = (nodes: ReadonlyMap<string, Node>): Node[] => {
  const order: Node[] = []
  const state = new Map<string, 'open' | 'done'>()
  const visit = (id: string, path: readonly string[]): void => {
    const node = nodes.get(id)
    if (!node || state.get(id) === 'done') return
    if (state.get(id) === 'open') {
      throw new Problem(
        `figures go round in a circle: ${[...path.slice(path.indexOf(id)), id].join(' → ')}`,
        node.place,
        'a figure computed only from figures that do not need it',
      )
    }
    state.set(id, 'open')
    for (const input of node.from) visit(input, [...path, id])
    state.set(id, 'done')
    order.push(node)
  }
  for (const id of nodes.keys()) visit(id, [])
  return order
}

type Lookup = (id: string) => Fraction

const mapIds = <T>(of: ArgumentIds, take: (id: string) => T): Record<string, T | T[] | T[][]> =>
  Object.fromEntries(
    Object.entries(of).map(([name, ids]) => [
      name,
      typeof ids === 'string' ? take(ids) : ids.map((item) => (typeof item === 'string' ? take(item) : item.map(take))),
    ]),
  ) as Record<string, T | T[] | T[][]>

/** What a figure's own function gives in floating point when `lookup` tells the values of its arguments. */
export const inFloats = ({ id, derived, place }: Pick<Figure, 'id' | 'derived' | 'place'>, lookup: (id: string) => number): number => {
  try {
    return derived ? derived.formula(mapIds(derived.of, lookup) as Arguments) : Number.NaN
  } catch (error) {
    throw new Problem(`${id} cannot be computed: ${error instanceof Error ? error.message : String(error)}`, place)
  }
}

const evaluateWith = (node: Node, lookup: Lookup, exactInputs: boolean): Computed => {
  const { derived, formula } = node
  if (derived && formula?.expression && exactInputs) {
    try {
      const value = evaluateExactly(formula.expression, new Map(Object.entries(mapIds<Value>(derived.of, lookup))))
      if (value instanceof Fraction) return { value, exact: true }
    } catch (error) {
      if (!(error instanceof NotExact)) throw error
    }
  }
  const value = inFloats(node, (id) => lookup(id).valueOf())
  if (!Number.isFinite(value)) {
    throw new Problem(`${node.id} comes out as ${value}`, node.place, `a finite number; look at ${node.from.join(', ')}`)
  }
  return { value: fromFloat(value), exact: false }
}

const evaluate = (node: Node, values: ReadonlyMap<string, Computed>): Computed =>
  evaluateWith(
    node,
    (id) => values.get(id)?.value ?? new Fraction(0),
    node.from.every((id) => values.get(id)?.exact),
  )

/** Derivatives with respect to the printed inputs at the roots, by the chain rule over differences; only their signs are used. */
const gradientOf = (
  node: Node,
  values: ReadonlyMap<string, Computed>,
  gradients: ReadonlyMap<string, ReadonlyMap<string, number>>,
  halfWidths: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> => {
  const at = new Map(node.from.map((id) => [id, values.get(id)?.value.valueOf() ?? 0]))
  const before = inFloats(node, (id) => at.get(id) ?? 0)
  const gradient = new Map<string, number>()
  for (const id of node.from) {
    const centre = at.get(id) ?? 0
    // A zero among trillions must move by what it was rounded by, or the sum would not notice.
    const step = Math.max(Math.abs(centre) * 1e-5, halfWidths.get(id) ?? 0) || 1e-5
    const movedBy = (distance: number) => inFloats(node, (other) => (other === id ? centre + distance : (at.get(other) ?? 0)))
    const slope = (movedBy(step) - before) / step || wideSlope(movedBy, 2 * (halfWidths.get(id) ?? 0))
    for (const [root, inner] of gradients.get(id) ?? []) gradient.set(root, (gradient.get(root) ?? 0) + slope * inner)
  }
  return gradient
}

/**
 * A rank stands still until two amounts change places, which each does by going to the end of its range: as much as one
 * of them going twice as far, up or down. Zero where nothing moves, and where there is no value so far out.
 */
const wideSlope = (movedBy: (distance: number) => number, distance: number): number => {
  const slope = distance > 0 ? (movedBy(distance) - movedBy(-distance)) / (2 * distance) : 0
  return Number.isFinite(slope) ? slope : 0
}

/** The figure's value with every root at the end of its range that makes the figure lowest or highest. */
const corner = (
  node: Node,
  nodes: ReadonlyMap<string, Node>,
  values: ReadonlyMap<string, Computed>,
  gradient: ReadonlyMap<string, number>,
  end: 'low' | 'high',
): Fraction | null => {
  const known = new Map<string, Computed>()
  for (const [root, slope] of gradient) {
    const bounds = nodes.get(root)?.printed?.bounds
    const nominal = values.get(root)
    if (!bounds || !nominal) continue
    const value = slope > 0 === (end === 'high') ? bounds.high : bounds.low
    if (value === null && slope !== 0) return null
    known.set(root, { value: value ?? nominal.value, exact: true })
  }
  const cornerOf = (id: string): Computed => {
    const done = known.get(id)
    if (done) return done
    const inner = nodes.get(id)
    if (!inner) return { value: new Fraction(0), exact: true }
    const parts = inner.from.map(cornerOf)
    const computed = evaluateWith(
      inner,
      (part) => cornerOf(part).value,
      parts.every(({ exact }) => exact),
    )
    known.set(id, computed)
    return computed
  }
  return cornerOf(node.id).value
}

/** The range from corner to corner, which holds the value itself also where the figure turns round inside it. */
const enclosing = (value: Fraction, ...corners: readonly (Fraction | null)[]): Bounds => {
  const [low, high] = corners
  const known = [value, ...corners.filter((corner) => corner !== null)].sort((a, b) => a.compare(b))
  return { low: low === null ? null : (known.at(0) ?? value), high: high === null ? null : (known.at(-1) ?? value) }
}

const halfWidthOf = ({ low, high }: Bounds): number => (low && high ? high.sub(low).valueOf() / 2 : 0)

const nearlyEqual = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b))

/** A formula is found by its function's name; what its text gives must be what the function gives. */
const refuseBorrowedName = (node: Node, values: ReadonlyMap<string, Computed>, computed: Computed): void => {
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
const refuseMixedUnits = (node: Node, nodes: ReadonlyMap<string, Node>, values: ReadonlyMap<string, Computed>, before: Computed): void => {
  for (const unit of dimensions) {
    const carries = [node.id, ...node.from].some((id) => powerOf(unit, nodes.get(id)) !== 0)
    if (!carries) continue
    const inThrees = (id: string) => (values.get(id)?.value ?? new Fraction(0)).mul(threes(powerOf(unit, nodes.get(id))))
    const after = evaluateWith(node, inThrees, before.exact)
    const factor = threes(powerOf(unit, node))
    const expected = before.value.mul(factor)
    if (after.exact ? after.value.equals(expected) : nearlyEqual(after.value.valueOf(), expected.valueOf())) continue
    const given = node.from.map((id) => `${id} (${nodes.get(id)?.unit})`)
    throw new Problem(
      `the units of ${node.id} do not work out: its inputs in ${unit}s three times as large make it ${(after.value.valueOf() / before.value.valueOf()).toPrecision(4)} times as large, not ${factor.toFraction()}`,
      node.place,
      `a result in ${node.unit}s${node.derived?.per ? ` per ${node.derived.per}` : ''}; it is computed from ${given.slice(0, 6).join(', ')}${given.length > 6 ? ', ...' : ''}`,
    )
  }
}

/** The power of a unit that a figure goes with: one in persons for persons, minus one for yuan per person. */
const powerOf = (unit: Unit, node: Node | undefined): number => (node?.unit === unit ? 1 : 0) - (node?.derived?.per === unit ? 1 : 0)

const threes = (power: number): Fraction => (power < 0 ? new Fraction(1, 3) : new Fraction(3 ** power))
