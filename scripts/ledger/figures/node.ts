import Fraction from 'fraction.js'
import type { Input } from '../data/data-types.ts'
import { type Bounds, boundsOf, exactly } from '../numbers/printed.ts'
import { baseOf, type Units } from '../numbers/units.ts'
import { expectedNames, Problem } from '../problem.ts'
import type { Bilingual, Place, Unit } from '../types.ts'
import type { Derived } from './derived.ts'
import type { FormulaSource } from './formula.ts'

/** A figure before it is computed: what it is, and of what it is made. */
export interface Node {
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
  /** The values of arguments that are read as they are printed, whatever rounding may have made of them. */
  readonly asPrinted?: ReadonlyMap<string, number>
  /** Bounds and value of an input, in base units. */
  readonly printed?: { readonly value: Fraction; readonly bounds: Bounds }
}

export const inputNode = (input: Input, units: Units): Node => {
  const unit = units.printed.get(input.unit)
  if (!unit)
    throw new Problem(`${input.id}: the unit “${input.unit}” is not known`, input.place, expectedNames(input.unit, units.printed.keys()))
  const factor = new Fraction(unit.factor)
  // Things counted one by one and our own assumptions were never rounded; 1.4亿笔 was.
  const isCounted = ['count', 'year'].includes(baseOf({ unit: unit.base, units }).kind) && unit.factor === '1'
  const whole = isCounted || input.kind === 'assumed'
  const { low, high } = boundsOf(input.digits, input.qualifier ?? (whole ? 'about' : undefined), input.rounding)
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
export const mendedAt = ({ declared, place }: Derived): Place => declared ?? place

export const refuseUnknownUnit = (figure: Derived, units: Units): void => {
  for (const unit of [figure.unit, figure.per])
    if (unit !== undefined && !units.bases.has(unit))
      throw new Problem(`${figure.id} counts in “${unit}”, which is no unit`, mendedAt(figure), expectedNames(unit, units.bases.keys()))
}

export const derivedNode = (
  figure: Derived,
  formulas: ReadonlyMap<string, FormulaSource>,
  inputs: ReadonlyMap<string, Node>,
  units: Units,
): Node => {
  const place = mendedAt(figure)
  refuseUnknownUnit(figure, units)
  const formula = formulas.get(figure.formula.name)
  if (!formula)
    throw new Problem(
      `${figure.id} uses “${figure.formula.name}”`,
      place,
      'a function that scripts/formulas, scripts/ledger/formulas or scripts/methods exports',
    )
  if (!formula.expression && !figure.tex)
    throw new Problem(`${figure.id} uses the method ${formula.name}, which is no single expression`, place, '“tex:” written by hand')
  for (const name of formula.arguments) {
    if (!(name in figure.of) && !formula.optional?.includes(name))
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
    ...(formula.asPrinted ? { asPrinted: printedArguments(figure, formula.asPrinted, inputs, place) } : {}),
  }
}

const printedArguments = (
  { id, of }: Derived,
  names: readonly string[],
  nodes: ReadonlyMap<string, Node>,
  place: Place,
): ReadonlyMap<string, number> =>
  new Map(
    names.map((name): [string, number] => {
      const given = String(of[name])
      const printed = nodes.get(given)?.printed
      if (!printed) throw new Problem(`${id} reads its ${name} as it is printed, and “${given}” is computed`, place, 'an input')
      return [given, printed.value.valueOf()]
    }),
  )

/** Inputs first; a cycle is refused with its whole path. */
export const sortByDependence = (nodes: ReadonlyMap<string, Node>): Node[] => {
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
