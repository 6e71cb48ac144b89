import Fraction from 'fraction.js'
import type { Input } from '../data/data-types.ts'
import { type Bounds, boundsOf, exactly, fromFloat } from '../numbers/printed.ts'
import { baseOf, dimensionsOf, type Units } from '../numbers/units.ts'
import { Complaints, expectedNames, Problem } from '../problem.ts'
import type { Bilingual, Place, Unit } from '../types.ts'
import type { Derived } from './derived.ts'
import { functionValue, textValue } from './evaluate.ts'
import { extremeOf, type Root, type Settle } from './extremes.ts'
import type { FormulaSource } from './formula.ts'
import { plus, type Range, slopesOver, times } from './slopes.ts'

/** One number of the report, computed: its value and the range that rounding of its inputs leaves open. */
export interface Figure {
  readonly id: string
  readonly label: Bilingual
  /** A shorter label where there is little room; absent where the label is short enough. */
  readonly short?: Bilingual
  readonly unit: Unit
  /** The units of the report, of which it is one. */
  readonly units: Units
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
  /** A shorter label where there is little room; absent where the label is short enough. */
  readonly short?: Bilingual
  readonly unit: Unit
  readonly units: Units
  readonly place: Place
  readonly input?: Input
  readonly derived?: Derived
  readonly formula?: FormulaSource
  readonly from: readonly string[]
  /** Bounds and value of an input, in base units. */
  readonly printed?: { readonly value: Fraction; readonly bounds: Bounds }
}

/** The slope of a figure in each printed input at its roots that may be other than printed. */
type Gradient = ReadonlyMap<string, Range>
/** Of the figures that have one: a figure that nothing bounds has none. */
type Gradients = ReadonlyMap<string, Gradient>

/** A figure's value for some values of its arguments, and whether all on the way to it was exact. */
export interface Computed {
  readonly value: Fraction
  readonly exact: boolean
}

/**
 * Computes every figure, in an order in which inputs come before what is made of them.
 *
 * Intervals are tight: a figure is a function of the printed inputs at its roots, each one variable however often it
 * is used. Ranges of its slopes in them are carried forward through the graph; where a slope keeps its sign over the
 * whole box of inputs, the extremes lie at that input's ends, and the others' ends are tried. Where something is divided
 * by what may be zero, nothing bounds the result, nor what is computed from it in turn.
 */
export const computeFigures = (
  inputs: readonly Input[],
  derived: readonly Derived[],
  formulas: ReadonlyMap<string, FormulaSource>,
  units: Units,
): ReadonlyMap<string, Figure> => {
  const complaints = new Complaints()
  const nodes = new Map<string, Node>()
  for (const input of inputs) nodes.set(input.id, inputNode(input, units))
  for (const figure of derived) {
    const taken = nodes.get(figure.id)
    if (taken)
      complaints.add(
        `the figure id ${figure.id} is already taken at ${taken.place.file}:${taken.place.line}`,
        mendedAt(figure),
        'an id of its own',
      )
    const node = complaints.attempt(() => derivedNode(figure, formulas, nodes, units))
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
  const gradients = new Map<string, Gradient>()
  const figures = new Map<string, Figure>()
  for (const node of order) {
    // A figure of a broken figure has nothing to say; what broke is already on the list.
    if (node.from.some((id) => !values.has(id))) continue
    const figure = complaints.attempt((): Figure => {
      const { printed } = node
      if (printed) {
        values.set(node.id, { value: printed.value, exact: true })
        gradients.set(node.id, isPoint(printed.bounds) ? new Map() : new Map([[node.id, [1, 1]]]))
        return { ...node, value: printed.value, exact: true, bounds: printed.bounds }
      }
      const computed = evaluate(node, (id) => values.get(id))
      refuseBorrowedName(node, values, computed)
      refuseMixedUnits(node, nodes, values, computed)
      const gradient = gradientOf(node, figures, gradients)
      const bounds = gradient ? boundsOfFigure(node, nodes, computed, gradient, gradients) : noBounds
      values.set(node.id, computed)
      if (gradient) gradients.set(node.id, gradient)
      return { ...node, ...computed, bounds }
    })
    if (figure) figures.set(node.id, figure)
  }
  complaints.stopIfAny()
  return figures
}

const inputNode = (input: Input, units: Units): Node => {
  const unit = units.printed.get(input.unit)
  if (!unit)
    throw new Problem(`${input.id}: the unit “${input.unit}” is not known`, input.place, expectedNames(input.unit, units.printed.keys()))
  const factor = new Fraction(unit.factor)
  // Things counted one by one and our own assumptions were never rounded; 1.4亿笔 was.
  const whole = (['count', 'year'].includes(baseOf({ unit: unit.base, units }).kind) && unit.factor === '1') || input.kind === 'assumed'
  const { low, high } = boundsOf(input.digits, input.qualifier ?? (whole ? 'about' : undefined))
  return {
    id: input.id,
    label: input.label,
    ...(input.short ? { short: input.short } : {}),
    unit: unit.base,
    units,
    place: input.place,
    input,
    from: [],
    printed: {
      value: exactly(input.digits).mul(factor),
      bounds: { low: low?.mul(factor) ?? null, high: high?.mul(factor) ?? null },
    },
  }
}

/** Where an author mends a figure: in the data that ask for it, or in the script. */
const mendedAt = ({ declared, place }: Derived): Place => declared ?? place

const derivedNode = (
  figure: Derived,
  formulas: ReadonlyMap<string, FormulaSource>,
  inputs: ReadonlyMap<string, Node>,
  units: Units,
): Node => {
  const place = mendedAt(figure)
  for (const unit of [figure.unit, figure.per]) {
    if (unit !== undefined && !units.bases.has(unit))
      throw new Problem(`${figure.id} counts in “${unit}”, which is no unit`, place, expectedNames(unit, units.bases.keys()))
  }
  const formula = formulas.get(figure.formula.name)
  if (!formula)
    throw new Problem(`${figure.id} uses “${figure.formula.name}”`, place, 'a function that scripts/formulas or scripts/methods exports')
  if (!formula.expression && !figure.tex)
    throw new Problem(`${figure.id} uses the method ${formula.name}, which is no single expression`, place, '“tex:” written by hand')
  for (const name of formula.arguments) {
    if (!(name in figure.of))
      throw new Problem(`${figure.id} gives ${formula.name} no ${name}`, place, `of: { ${formula.arguments.join(', ')} }`)
  }
  const row = figure.row === undefined ? undefined : inputs.get(figure.row)?.input?.row
  if (figure.row !== undefined && !row)
    throw new Problem(
      `${figure.id} takes its name from “${figure.row}”, which is no row of a table`,
      place,
      expectedNames(figure.row, inputs.keys()),
    )
  const { label } = figure
  return {
    id: figure.id,
    label: row ? { zh: `${row.zh}：${label.zh}`, en: `${row.en}: ${label.en}` } : label,
    ...(figure.short ? { short: figure.short } : {}),
    unit: figure.unit,
    units,
    place,
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

/** What a figure's own function gives in floating point when `lookup` tells the values of its arguments. */
export const inFloats = ({ id, derived, place }: Pick<Figure, 'id' | 'derived' | 'place'>, lookup: (id: string) => number): number => {
  try {
    return derived ? functionValue(derived, lookup) : Number.NaN
  } catch (error) {
    throw new Problem(`${id} cannot be computed: ${error instanceof Error ? error.message : String(error)}`, place)
  }
}

/** What a figure's formula gives when `lookup` tells the values of its arguments: exact where these are and its text is plain arithmetic. */
export const valueAt = (
  node: Pick<Node, 'id' | 'derived' | 'formula' | 'place' | 'from'>,
  lookup: Lookup,
  exactInputs: boolean,
): Computed => {
  const { derived, formula } = node
  const exact = derived && formula && exactInputs ? textValue(formula, derived.of, lookup) : undefined
  if (exact) return { value: exact, exact: true }
  const value = inFloats(node, (id) => lookup(id).valueOf())
  if (!Number.isFinite(value)) {
    throw new Problem(`${node.id} comes out as ${value}`, node.place, `a finite number; look at ${node.from.join(', ')}`)
  }
  return { value: fromFloat(value), exact: false }
}

const evaluate = (node: Node, computedOf: (id: string) => Computed | undefined): Computed =>
  valueAt(
    node,
    (id) => computedOf(id)?.value ?? new Fraction(0),
    node.from.every((id) => computedOf(id)?.exact),
  )

/** How a figure answers to the printed inputs at its roots, wherever these are in their ranges: by the chain rule, over ranges. */
const gradientOf = (node: Node, figures: ReadonlyMap<string, Figure>, gradients: Gradients): Gradient | undefined => {
  if (!node.from.every((id) => gradients.has(id))) return undefined
  const { derived, formula } = node
  const slopes = (derived && formula && slopesOver(formula, derived.of, (id) => rangeOf(figures.get(id)))) ?? slopesFelt(node, figures)
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

const noBounds: Bounds = { low: null, high: null }

/** The range of a figure in doubles. A printed input that is open stays on its side of zero: nearly 10 is more than nothing. */
const rangeOf = (figure: Figure | undefined): Range => {
  const { low, high } = figure?.bounds ?? noBounds
  const sign = figure?.input ? figure.value.compare(0) : 0
  return [
    low?.valueOf() ?? (sign > 0 ? Number.MIN_VALUE : Number.NEGATIVE_INFINITY),
    high?.valueOf() ?? (sign < 0 ? -Number.MIN_VALUE : Number.POSITIVE_INFINITY),
  ]
}

/** What rounding of doubles may make of a difference of two results, in parts of a result. */
const noiseOfResult = 1e-13

/** Slopes of a method that has no derivative to read off its text, felt by moving one argument at a time to its ends. */
const slopesFelt = (node: Node, figures: ReadonlyMap<string, Figure>): ReadonlyMap<string, Range> => {
  const at = new Map(node.from.map((id) => [id, figures.get(id)?.value.valueOf() ?? 0]))
  const before = inFloats(node, (id) => at.get(id) ?? 0)
  return new Map(
    node.from.map((id): [string, Range] => {
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
const boundsOfFigure = (
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
        const known = moves ? moved : settled
        known.set(id, computed)
        return computed
      }
      return computedOf(node.id)
    }
  }

const isPoint = ({ low, high }: Bounds): boolean => low !== null && high !== null && low.equals(high)

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
  for (const unit of dimensionsOf(node.units)) {
    const carries = [node.id, ...node.from].some((id) => powerOf(unit, nodes.get(id)) !== 0)
    if (!carries) continue
    const inThrees = (id: string) => (values.get(id)?.value ?? new Fraction(0)).mul(threes(powerOf(unit, nodes.get(id))))
    const after = valueAt(node, inThrees, before.exact)
    const factor = threes(powerOf(unit, node))
    const expected = before.value.mul(factor)
    if (after.exact ? after.value.equals(expected) : nearlyEqual(after.value.valueOf(), expected.valueOf())) continue
    const given = node.from.map((id) => `${id} (${nodes.get(id)?.unit})`)
    const times = after.value.valueOf() / before.value.valueOf()
    const told = [4, 12].map((digits) => Number(times.toPrecision(digits))).find((rounded) => rounded !== factor.valueOf()) ?? times
    throw new Problem(
      `the units of ${node.id} do not work out: its inputs in ${unit}s three times as large make it ${told} times as large, not ${factor.toFraction()}: look at ${node.formula?.file}:${node.formula?.line}, and at what it is given`,
      node.place,
      `a result in ${node.unit}s${node.derived?.per ? ` per ${node.derived.per}` : ''}; it is computed from ${given.slice(0, 6).join(', ')}${given.length > 6 ? ', ...' : ''}`,
    )
  }
}

/** The power of a unit that a figure goes with: one in persons for persons, minus one for yuan per person. */
const powerOf = (unit: Unit, node: Node | undefined): number => (node?.unit === unit ? 1 : 0) - (node?.derived?.per === unit ? 1 : 0)

const threes = (power: number): Fraction => (power < 0 ? new Fraction(1, 3) : new Fraction(3 ** power))
