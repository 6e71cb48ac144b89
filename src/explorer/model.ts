/** The part of the ledger that scenarios move, exported for the browser: read off the ledger, never typed. */
import type { Expression } from 'acorn'
import { formulas } from '../../scripts/browser.ts'
import type { Figure } from '../../scripts/ledger/figures/compute.ts'
import { type ColumnUnit, columnUnits, type Ledger, styleOf } from '../../scripts/ledger/ledger.ts'
import { nearest } from '../../scripts/ledger/problem.ts'
import { downstreamOf } from '../../scripts/ledger/questions/dependence.ts'
import { alternatives, controlGroups, ranges, results, total } from '../report/scenarios.ts'
import { type ControlRange, counted, type Model, type Node } from './scenario.ts'
import { multiplierControl } from './state.ts'

/** A part of the total: counted in one measure, directly or by the multiplier, by one module. */
export interface Part {
  readonly id: string
  readonly module: string
  /** Where a module adds several up, which. */
  readonly member?: string
  readonly measure: string
  readonly reach: 'direct' | 'indirect'
}

const termsOf = ({ formula, derived }: Figure): readonly string[] =>
  formula?.name === 'sum' && derived ? (derived.of.terms as readonly string[]) : []

const scopeOf = (figure: Figure) => figure.input?.scope ?? figure.derived?.scope

/** What the total is added up from, down to where each count has one measure and is all direct or all indirect. */
export const partsOf = (ledger: Ledger): readonly Part[] => {
  const figureOf = lookIn(ledger)
  const leaves = (id: string): readonly string[] => {
    const scope = scopeOf(figureOf(id))
    return scope?.measure !== 'mixed' && scope?.reach !== 'total' ? [id] : termsOf(figureOf(id)).flatMap(leaves)
  }
  return termsOf(figureOf(total)).flatMap((module) => {
    const members = scopeOf(figureOf(module))?.measure === 'mixed' ? termsOf(figureOf(module)) : undefined
    return (members ?? [module]).flatMap((member) =>
      leaves(member).map((id): Part => {
        const scope = scopeOf(figureOf(id))
        return {
          id,
          module: nameOf(module, 0),
          ...(members ? { member: nameOf(member, 1) } : {}),
          measure: scope?.measure ?? 'mixed',
          reach: scope?.reach === 'indirect' ? 'indirect' : 'direct',
        }
      }),
    )
  })
}

/** services.riders -> "services", "riders" */
const nameOf = (id: string, index: number): string => id.split('.')[index] ?? id

const lookIn =
  ({ figures }: Ledger) =>
  (id: string): Figure => {
    const figure = figures.get(id)
    if (!figure)
      throw new Error(`src/report/scenarios.ts names ${id}, which is no figure; the nearest are ${nearest(id, figures.keys()).join(', ')}`)
    return figure
  }

/** The unit that a field of a control is in. */
export const fieldUnitOf = (figure: Figure): ColumnUnit =>
  styleOf(figure).percent ? 'percent' : figure.unit === 'person' ? 'tenThousand' : figure.unit === 'yuan' ? 'hundredMillionYuan' : 'plain'

const controlsOf = (ledger: Ledger): readonly ControlRange[] => {
  const figureOf = lookIn(ledger)
  return Object.values(controlGroups).flatMap((group) =>
    Object.entries(group).map(([name, id]): ControlRange => {
      const figure = figureOf(id)
      const common = { name, figure: id, factor: columnUnits[fieldUnitOf(figure)].factor.zh }
      if (name === multiplierControl) {
        const others = [...ledger.figures.keys()]
          .filter((other) => /^multiplier\.(?!effect)/.test(other))
          .map((other) => figureOf(other).value.valueOf())
        const most = Math.ceil(Math.max(...others) * 10) / 10
        return { ...common, least: '0', step: '1/100', steps: Math.round(most * 100), interval: [Math.min(...others), Math.max(...others)] }
      }
      const interval = [figure.bounds.low?.valueOf() ?? null, figure.bounds.high?.valueOf() ?? null] as const
      const own = ranges[name]
      if (own)
        return { ...common, least: own.least, step: own.step, steps: (Number(own.most) - Number(own.least)) / Number(own.step), interval }
      return { ...common, least: '0', step: figure.value.div(100).toFraction(), steps: 200, interval }
    }),
  )
}

/** A syntax tree without what evaluating it does not ask for. */
export const bare = (node: Expression): Expression =>
  JSON.parse(
    JSON.stringify(node, (key, value: unknown) => (['start', 'end', 'loc', 'range', 'optional'].includes(key) ? undefined : value)),
  )

const made = new WeakMap<Ledger, Model>()

export const modelOf = (ledger: Ledger): Model => {
  const known = made.get(ledger)
  if (known) return known
  const figureOf = lookIn(ledger)
  const parts = partsOf(ledger)
  const controls = controlsOf(ledger)
  const atoms = new Set(parts.map(({ id }) => id))
  const movers = [...atoms, ...controls.map(({ figure }) => figure), ...Object.values(alternatives).flatMap((given) => Object.keys(given))]
  const moving = new Set([...movers, ...movers.flatMap((id) => downstreamOf(ledger.figures, id).map((figure) => figure.id))])

  // Sums of parts, and sums of these.
  const sums = new Set<string>()
  for (const figure of ledger.figures.values()) if (termsOf(figure).some((id) => atoms.has(id) || sums.has(id))) sums.add(figure.id)
  /** Adding up, taking away and taking a share of a sum are counting; whatever else uses a part uses the part itself. */
  const counts = ({ formula, derived }: Figure): boolean =>
    formula?.name === 'sum' || formula?.name === 'remainder' || (formula?.name === 'share' && sums.has(String(derived?.of.whole)))

  const nodes: Record<string, Node> = {}
  const add = (id: string): void => {
    if (nodes[id]) return
    const figure = figureOf(id)
    const { unit, digits, percent = false } = styleOf(figure)
    const style = { unit, digits, ...(percent ? { percent } : {}) }
    const { derived, formula } = figure
    if (!moving.has(id) || !derived || !formula) {
      nodes[id] = { style, value: figure.value.toFraction(), ...(figure.exact ? {} : { rough: true as const }) }
    } else {
      const take = (part: string) => (atoms.has(part) && counts(figure) ? counted(part) : part)
      const of = Object.fromEntries(
        Object.entries(derived.of).map(([name, ids]) => [
          name,
          typeof ids === 'string' ? take(ids) : ids.map((each) => (typeof each === 'string' ? take(each) : each.map(take))),
        ]),
      ) as typeof derived.of
      if (!formulas[formula.name]) throw new Error(`${id} uses the formula ${formula.name}, which scripts/browser.ts does not have`)
      nodes[id] = { style, formula: formula.name, of }
      for (const part of figure.from) add(part)
    }
    if (atoms.has(id)) nodes[counted(id)] = { style, formula: 'sum', of: { terms: [id] } }
  }
  for (const id of moving) add(id)
  for (const given of Object.values(alternatives)) for (const ids of Object.values(given)) for (const id of ids) add(id)
  for (const id of [total, ...Object.values(results).flat()]) add(id)

  const used = new Set(Object.values(nodes).flatMap((node) => ('formula' in node ? [node.formula] : [])))
  const texts = Object.fromEntries(
    [...used].sort().map((name) => {
      const expression = ledger.formulas.get(name)?.expression
      return [name, expression ? { expression: bare(expression) } : {}]
    }),
  )
  const model: Model = {
    texts,
    nodes,
    parts: parts.map(({ id, module, member, measure, reach }) => ({
      id,
      switches: [module, ...(member ? [member] : []), measure, ...(reach === 'indirect' ? [reach] : [])],
    })),
    controls,
    alternatives,
  }
  made.set(ledger, model)
  return model
}
