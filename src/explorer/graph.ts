/** The part of the ledger that scenarios move, exported for the browser: read off the ledger, never typed. */
import type { Expression } from 'acorn'
import Fraction from 'fraction.js'
import type { Figure } from '../../scripts/ledger/figures/compute.ts'
import type { Derived } from '../../scripts/ledger/figures/derived.ts'
import { addedIn, addendsOf, wholeOf } from '../../scripts/ledger/figures/meaning.ts'
import type { Ledger } from '../../scripts/ledger/ledger.ts'
import { isNumeral } from '../../scripts/ledger/numbers/printed.ts'
import { type ColumnUnit, columnOf } from '../../scripts/ledger/numbers/units.ts'
import { expectedNames, Problem } from '../../scripts/ledger/problem.ts'
import { columnFor, styleOf } from '../../scripts/ledger/publish/shown.ts'
import { downstreamOf } from '../../scripts/ledger/questions/dependence.ts'
import { upstreamOf } from '../../scripts/ledger/questions/upstream.ts'
import { siteFile } from '../lib/site.ts'
import { type ControlDeclaration, choicesOf, type Scenarios } from './declared.ts'
import type { DoubtedOutput } from './doubts.ts'
import { runBy } from './methods.ts'
import { type ControlRange, counted, type Node, type ScenarioGraph } from './scenario.ts'

/** A part of the total: counted in one measure, directly or indirectly, by one module. */
export interface CountedPart {
  readonly id: string
  readonly module: string
  /** Where a module adds several up, which. */
  readonly member?: string
  readonly measure: string
  readonly reach: 'direct' | 'indirect'
}

const scopeOf = (figure: Figure) => figure.input?.scope ?? figure.derived?.scope

/** What the total is added up from, down to where each count has one measure and is all direct or all indirect. */
export const countedParts = (ledger: Ledger, { total }: Scenarios): readonly CountedPart[] => {
  const figureOf = lookIn(ledger)
  const leaves = (id: string): readonly string[] => {
    const scope = scopeOf(figureOf(id))
    return scope?.measure !== 'mixed' && scope?.reach !== 'total' ? [id] : addendsOf(figureOf(id)).flatMap(leaves)
  }
  const modules = addendsOf(figureOf(total))
  const place = placeOfNames(modules)
  return modules.flatMap((module) => {
    const members = scopeOf(figureOf(module))?.measure === 'mixed' ? addendsOf(figureOf(module)) : undefined
    return (members ?? [module]).flatMap((member) =>
      leaves(member).map((id): CountedPart => {
        const scope = scopeOf(figureOf(id))
        return {
          id,
          module: nameOf(module, place),
          ...(members ? { member: nameOf(member, place + 1) } : {}),
          measure: scope?.measure ?? 'mixed',
          reach: scope?.reach === 'indirect' ? 'indirect' : 'direct',
        }
      }),
    )
  })
}

/** Summands are told apart by the first part of their ids in which they differ. */
const placeOfNames = (ids: readonly string[]): number => {
  const [first = [], ...others] = ids.map((id) => id.split('.'))
  const place = first.findIndex((part, index) => others.some((other) => other[index] !== part))
  return Math.max(0, place)
}

/** The parts of an id: of lamp.nights, 0 is “lamp” and 1 is “nights”. */
const nameOf = (id: string, index: number): string => id.split('.')[index] ?? id

/** Every figure that the scenarios name must be there. */
export const lookIn =
  ({ figures }: Ledger) =>
  (id: string): Figure => {
    const figure = figures.get(id)
    if (!figure) throw new Problem(`the scenarios name ${id}, which is no figure`, siteFile, expectedNames(id, figures.keys()))
    return figure
  }

/** The unit that a field of a control is in. */
export const fieldUnitOf = (figure: Figure): ColumnUnit => columnOf(figure.units, columnFor(figure))

/** From nought to beyond the largest of some values, in steps of their third digit. */
const rangeAmong = (values: readonly number[]): Omit<ControlRange, 'name' | 'figure' | 'factor'> => {
  const greatest = Math.max(...values)
  const power = Math.floor(Math.log10(greatest)) - 2
  const step = new Fraction(10).pow(power) ?? new Fraction(1)
  const tens = Math.ceil(greatest / (10 * step.valueOf()))
  return { least: '0', step: step.toFraction(), steps: tens * 10, interval: [Math.min(...values), greatest] }
}

const rangeOf = (figure: Figure, { range, among }: ControlDeclaration, valueAt: (id: string) => number) => {
  if (among) return rangeAmong(among.map(valueAt))
  const interval = [figure.bounds.low?.valueOf() ?? null, figure.bounds.high?.valueOf() ?? null] as const
  if (!range) return { least: '0', step: figure.value.div(100).toFraction(), steps: 200, interval }
  const { least, most, step } = range
  return { least, step, steps: (Number(most) - Number(least)) / Number(step), interval }
}

const controlsOf = (ledger: Ledger, { controls }: Scenarios): readonly ControlRange[] => {
  const figureOf = lookIn(ledger)
  return controls
    .flatMap((group) => group.controls)
    .map((control): ControlRange => {
      const figure = figureOf(control.figure)
      const { name } = control
      const factor = fieldUnitOf(figure).factor.zh
      return { name, figure: control.figure, factor, ...rangeOf(figure, control, (id) => figureOf(id).value.valueOf()) }
    })
}

/** A syntax tree without what evaluating it does not ask for. */
export const bare = (node: Expression): Expression =>
  JSON.parse(
    JSON.stringify(node, (key, value: unknown) => (['start', 'end', 'loc', 'range', 'optional'].includes(key) ? undefined : value)),
  )

/** What is counted as it is, and what adds counts up: where a part is switched off, it is only there that it is missing. */
const countingOf = (ledger: Ledger, atoms: ReadonlySet<string>): ((figure: Figure) => boolean) => {
  // Sums of parts, and sums of these.
  const sums = new Set<string>()
  for (const figure of ledger.figures.values()) if (addendsOf(figure).some((id) => atoms.has(id) || sums.has(id))) sums.add(figure.id)
  /** Adding up, taking away and taking a share of a sum are counting; whatever else uses a part uses the part itself. */
  return (figure) => addedIn(figure).added.length > 0 || sums.has(wholeOf(figure) ?? '')
}

/** The figures that a scenario may move: what is switched, what a control or a choice sets, and all that is computed from these. */
const movingIn = (ledger: Ledger, scenarios: Scenarios, controls: readonly ControlRange[], atoms: ReadonlySet<string>): Set<string> => {
  const chosen = choicesOf(scenarios).flatMap(({ alternatives }) => alternatives.flatMap(({ instead }) => Object.keys(instead)))
  const movers = [...atoms, ...controls.map(({ figure }) => figure), ...chosen]
  // What a simulation tells is drawn, and moves with nothing that is moved by hand.
  const moved = movers.flatMap((id) => downstreamOf(ledger.figures, id).flatMap(({ id: each, simulated }) => (simulated ? [] : [each])))
  return new Set([...movers, ...moved])
}

/** What the report simulates of figures that a scenario may move. */
const doubtedIn = ({ simulations }: Ledger, moving: ReadonlySet<string>): readonly DoubtedOutput[] =>
  simulations
    .filter(({ output }) => moving.has(output.figure))
    .map(
      ({ output, kind, doubts, groups }): DoubtedOutput => ({
        output: output.figure,
        kind,
        seed: output.seed,
        draws: output.draws,
        digits: output.digits,
        doubts: doubts.map(({ figure, stated, parameters }) => ({
          figure,
          kind: stated.kind,
          // A parameter that is a figure moves with it.
          parameters: Object.fromEntries(
            [...parameters].map(([name, { text }]) => [name, isNumeral(text) ? Number(stated[name as keyof typeof stated]) : text]),
          ),
        })),
        groups: groups.map(({ id, figures, coefficient, sum }) => ({
          id,
          figures: figures.map((each) => each.id),
          ...(coefficient === undefined ? {} : { coefficient }),
          ...(sum === undefined ? {} : { total: sum }),
        })),
      }),
    )

/** The figures between doubts and what is simulated of them: they move with each draw. */
const drawnIn = ({ figures }: Ledger, doubted: readonly DoubtedOutput[]): readonly string[] =>
  doubted.flatMap(({ output, doubts }) => {
    const above = new Set([output, ...upstreamOf(figures, output).map(({ id }) => id)])
    return doubts.flatMap(({ figure }) => downstreamOf(figures, figure).flatMap(({ id }) => (above.has(id) ? [id] : [])))
  })

/** The ids that a computed figure takes, each as `take` has it. */
const argumentsWith = ({ of }: Derived, take: (id: string) => string): Derived['of'] =>
  Object.fromEntries(
    Object.entries(of).map(([name, ids]) => [
      name,
      typeof ids === 'string' ? take(ids) : ids.map((each) => (typeof each === 'string' ? take(each) : each.map(take))),
    ]),
  ) as Derived['of']

const nodesOf = (
  ledger: Ledger,
  scenarios: Scenarios,
  moving: ReadonlySet<string>,
  atoms: ReadonlySet<string>,
  /** What else is asked for by its id. */
  named: readonly string[],
): Readonly<Record<string, Node>> => {
  const figureOf = lookIn(ledger)
  const counts = countingOf(ledger, atoms)
  const nodes: Record<string, Node> = {}
  const add = (id: string): void => {
    if (nodes[id]) return
    const figure = figureOf(id)
    const { unit, digits, percent = false } = styleOf(figure)
    const style = { unit: unit.id, digits, ...(percent ? { percent } : {}) }
    const { derived, formula } = figure
    if (!moving.has(id) || !derived || !formula) {
      nodes[id] = { style, value: figure.value.toFraction(), ...(figure.exact ? {} : { rough: true as const }) }
    } else {
      if (formula.asPrinted)
        throw new Problem(
          `a scenario moves ${id}, and its method ${formula.name} reads ${formula.asPrinted.join(' and ')} as printed`,
          figure.place,
          'a figure by a formula or a method that takes any number',
        )
      const of = argumentsWith(derived, (part) => (atoms.has(part) && counts(figure) ? counted(part) : part))
      nodes[id] = {
        style,
        formula: formula.name,
        of,
        ...(formula.expression ? {} : { value: figure.value.toFraction(), rough: true as const }),
      }
      for (const part of figure.from) add(part)
    }
    if (atoms.has(id)) nodes[counted(id)] = { style, formula: 'sum', of: { terms: [id] } }
  }
  for (const id of moving) add(id)
  for (const { alternatives } of choicesOf(scenarios))
    for (const { instead } of alternatives) for (const ids of Object.values(instead)) for (const id of ids) add(id)
  for (const id of [scenarios.total, ...scenarios.results.flatMap(({ figures }) => figures)]) add(id)
  if (scenarios.beside) add(scenarios.beside)
  for (const id of named) add(id)
  return nodes
}

/** How the formulas that nodes use are computed: by their syntax trees, and methods by the functions that the ledger ran. */
const textsOf = (ledger: Ledger, nodes: Readonly<Record<string, Node>>): ScenarioGraph['texts'] => {
  // What is chosen instead of a figure is a sum.
  const used = new Set(['sum', ...Object.values(nodes).flatMap((node) => ('formula' in node ? [node.formula] : []))])
  return Object.fromEntries(
    [...used].sort().map((name) => {
      const { expression, file } = ledger.formulas.get(name) ?? {}
      if (expression || file === undefined) return [name, expression ? { expression: bare(expression) } : {}]
      const user = Object.entries(nodes).find(([, node]) => 'formula' in node && node.formula === name)
      const method = ledger.figures.get(user?.[0] ?? '')?.derived?.formula
      return [name, { file, ...(method ? { run: runBy(method) } : {}) }]
    }),
  )
}

const makeGraph = (ledger: Ledger, scenarios: Scenarios): ScenarioGraph => {
  const parts = countedParts(ledger, scenarios)
  const controls = controlsOf(ledger, scenarios)
  const atoms = new Set(parts.map(({ id }) => id))
  const moving = movingIn(ledger, scenarios, controls, atoms)
  const doubted = doubtedIn(ledger, moving)
  const parameters = doubted.flatMap(({ doubts }) =>
    doubts.flatMap((doubt) => [doubt.figure, ...Object.values(doubt.parameters).filter((each) => typeof each === 'string')]),
  )
  const nodes = nodesOf(ledger, scenarios, new Set([...moving, ...drawnIn(ledger, doubted)]), atoms, parameters)
  return {
    total: scenarios.total,
    texts: textsOf(ledger, nodes),
    nodes,
    units: Object.fromEntries(ledger.data.units.bases),
    parts: parts.map(({ id, module, member, measure, reach }) => ({
      id,
      switches: [module, ...(member ? [member] : []), measure, ...(reach === 'indirect' ? [reach] : [])],
    })),
    controls,
    choices: Object.fromEntries(
      choicesOf(scenarios).map(({ control, alternatives }) => [
        control,
        Object.fromEntries(alternatives.map(({ id, instead }) => [id, instead])),
      ]),
    ),
    doubted,
  }
}

const made = new WeakMap<Ledger, ScenarioGraph>()

/** The graph of a report's scenarios, made once for a ledger. */
export const graphOf = (ledger: Ledger, scenarios: Scenarios): ScenarioGraph => {
  const graph = made.get(ledger) ?? makeGraph(ledger, scenarios)
  made.set(ledger, graph)
  return graph
}
