import type Fraction from 'fraction.js'
import type { Input } from '../data/data-types.ts'
import type { Bounds } from '../numbers/printed.ts'
import type { Units } from '../numbers/units.ts'
import { Complaints, expectedNames } from '../problem.ts'
import type { Bilingual, Place, Unit } from '../types.ts'
import { idTaken } from './broken-scripts.ts'
import type { Derived } from './derived.ts'
import type { FormulaSource } from './formula.ts'
import { derivedNode, inputNode, type Node, sortByDependence } from './node.ts'
import { boundsOfFigure, type Gradient, gradientOf, isPoint, noBounds } from './ranges.ts'
import { type Worked, workingOut } from './remembered.ts'
import type { SimulatedPart } from './simulated.ts'
import { refuseBorrowedName, refuseMixedUnits } from './sound.ts'
import { type Computed, evaluate } from './value.ts'

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
  /** The values of arguments that are read as they are printed, whatever rounding may have made of them. */
  readonly asPrinted?: ReadonlyMap<string, number>
  /** Of a figure that tells of a simulation, what it tells; its formula is no function of figures, and nothing moves it but a new simulation. */
  readonly simulated?: SimulatedPart
  readonly place: Place
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
  // Of what is broken is told once, not again by each that is made of it.
  const broken = new Set<string>()
  for (const input of inputs) nodes.set(input.id, inputNode(input, units))
  for (const figure of derived) {
    const taken = nodes.get(figure.id)
    if (taken) complaints.add(...idTaken(figure, taken.place))
    const node = complaints.attempt(() => derivedNode(figure, formulas, nodes, units))
    if (node && !taken) nodes.set(figure.id, node)
    if (!node) broken.add(figure.id)
  }
  for (const node of nodes.values()) {
    for (const id of node.from) {
      if (!nodes.has(id) && !broken.has(id))
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
  const workedOut = workingOut(nodes)
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
      const work = (): Worked => {
        const computed = evaluate(node, (id) => values.get(id), 'refused')
        refuseBorrowedName(node, values, computed)
        refuseMixedUnits(node, nodes, values, computed)
        const gradient = gradientOf(node, figures, gradients)
        return { computed, gradient, bounds: gradient ? boundsOfFigure(node, nodes, computed, gradient, gradients) : noBounds }
      }
      const { computed, gradient, bounds } = workedOut(node, work)
      values.set(node.id, computed)
      if (gradient) gradients.set(node.id, gradient)
      return { ...node, ...computed, bounds }
    })
    if (figure) figures.set(node.id, figure)
  }
  complaints.stopIfAny()
  return figures
}
