/**
 * The report's arithmetic with some of its numbers other than they are. It runs in the browser on the graph that the build
 * exports (graph.ts), and in the build for what the page shows without a script; both by the report's own formulas.
 */
import Fraction from 'fraction.js'
import {
  type ArgumentIds,
  type BaseUnit,
  type FormulaSource,
  floatValue,
  format,
  fromFloat,
  type Language,
  ratio,
  type Style,
  textValue,
} from '../../scripts/browser.ts'
import type { DoubtedOutput } from './doubts.ts'
import type { Run } from './methods.ts'

/** A figure that the explorer computes, or one that nothing in it moves. */
export type Node = {
  readonly style: Omit<Style, 'unit'> & { readonly unit: string }
} /** Of a method that is not here yet, `value` is what it is in the report. */ & (
  | { readonly formula: string; readonly of: ArgumentIds; readonly value?: string; readonly rough?: true }
  /** "n/d"; `rough` where floating point computed it, so that what is computed from it is computed so too. */
  | { readonly value: string; readonly rough?: true }
)

/**
 * How a formula is computed: by its own text; or, where it is a method and no single expression, by the function that its file
 * exports. A function is not written to a file: who reads the graph puts it back (methods.ts).
 */
export interface Recipe extends Pick<FormulaSource, 'expression'> {
  readonly file?: string
  run?: Run
}

/** The part of the ledger that scenarios move, as the build writes it. */
export interface ScenarioGraph {
  /** The figure that the explorer is about. */
  readonly total: string
  /** The formulas by name: syntax trees of their own text, and the files of methods. */
  readonly texts: Readonly<Record<string, Recipe>>
  readonly nodes: Readonly<Record<string, Node>>
  /** The units that nodes are written in. */
  readonly units: Readonly<Record<string, BaseUnit>>
  /** What the total counts, and the switches that must all be on for it to be counted. */
  readonly parts: readonly { readonly id: string; readonly switches: readonly string[] }[]
  readonly controls: readonly ControlRange[]
  /** Controls that may also be chosen among alternatives: by control and alternative, which figures are then the sum of which others. */
  readonly choices: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>>>
  /** Figures that scenarios move and that the report simulates. */
  readonly doubted: readonly DoubtedOutput[]
}

/** A number that a reader may move, in base units as "n/d". */
export interface ControlRange {
  readonly name: string
  readonly figure: string
  readonly least: string
  readonly step: string
  /** Steps from the least to the most. */
  readonly steps: number
  /** How many base units one of an address's are. */
  readonly factor: string
  /** What the number may have been before it was rounded, or all that its alternatives are; null where open. */
  readonly interval: readonly [low: number | null, high: number | null]
}

/** Figures that are other than in the report: a value, or the sum of other figures. */
export type Scenario = ReadonlyMap<string, Fraction | readonly string[]>

export const theReport: Scenario = new Map()

/** The figure as far as it is counted: itself, or nothing where a switch is off. */
export const counted = (id: string): string => `counted ${id}`

interface Computed {
  readonly value: Fraction
  readonly exact: boolean
}

const constants = new WeakMap<Node, Computed>()
const constant = (node: Node): Computed | undefined => {
  if (node.value === undefined) return undefined
  const known = constants.get(node) ?? { value: new Fraction(node.value), exact: !node.rough }
  constants.set(node, known)
  return known
}

type Step = { readonly formula: string; readonly of: ArgumentIds }
/** How a figure is computed now; a method that is not here yet leaves it as the report has it. */
export const stepOf = (
  { texts }: ScenarioGraph,
  node: Node | undefined,
  given: Fraction | readonly string[] | undefined,
): Step | undefined => {
  if (Array.isArray(given)) return { formula: 'sum', of: { terms: given as readonly string[] } }
  return node && 'formula' in node && (node.value === undefined || texts[node.formula]?.run) ? node : undefined
}

export const textOf = ({ texts }: ScenarioGraph, { formula }: Step) => {
  const text = texts[formula]
  if (!text) throw new Error(`the graph has no text of the formula ${formula}`)
  return text
}

export const roughValue = (recipe: Recipe, { of }: Step, lookUp: (id: string) => number): number =>
  recipe.run ? recipe.run(of, lookUp) : floatValue(recipe, of, lookUp)

export const argumentsOf = ({ of }: Step): readonly string[] => Object.values(of).flat(2)

/** The exact value of any figure in a scenario, computed as the build computes it; undefined where it has none, as with a division by zero. */
export const exactIn = (graph: ScenarioGraph, scenario: Scenario): ((id: string) => Computed | undefined) => {
  const known = new Map<string, Computed | undefined>()
  const compute = (id: string): Computed | undefined => {
    const given = scenario.get(id)
    if (given instanceof Fraction) return { value: given, exact: true }
    const node = graph.nodes[id]
    const step = stepOf(graph, node, given)
    if (!step) return node && constant(node)
    const parts = new Map(argumentsOf(step).map((part) => [part, lookUp(part)]))
    if ([...parts.values()].includes(undefined)) return undefined
    const valueOfPart = (part: string): Fraction => parts.get(part)?.value ?? new Fraction(0)
    const text = [...parts.values()].every((part) => part?.exact) ? textValue(textOf(graph, step), step.of, valueOfPart) : undefined
    if (text) return { value: text, exact: true }
    const value = roughValue(textOf(graph, step), step, (part) => valueOfPart(part).valueOf())
    return Number.isFinite(value) ? { value: fromFloat(value), exact: false } : undefined
  }
  const lookUp = (id: string): Computed | undefined => {
    if (!known.has(id)) known.set(id, compute(id))
    return known.get(id)
  }
  return lookUp
}

const reports = new WeakMap<ScenarioGraph, ReturnType<typeof exactIn>>()

/** The values of the report itself, computed once. */
export const exactInReport = (graph: ScenarioGraph): ReturnType<typeof exactIn> => {
  const values = reports.get(graph) ?? exactIn(graph, theReport)
  reports.set(graph, values)
  return values
}

/** The values of a scenario in floating point, by the formulas' functions alone: fast enough to move every number in turn. */
export const roughlyIn = (
  graph: ScenarioGraph,
  scenario: Scenario,
  settled?: { readonly lookUp: (id: string) => number; readonly moves: (id: string) => boolean },
): ((id: string) => number) => {
  const known = new Map<string, number>()
  const compute = (id: string): number => {
    const given = scenario.get(id)
    if (given instanceof Fraction) return given.valueOf()
    if (settled && !settled.moves(id)) return settled.lookUp(id)
    const node = graph.nodes[id]
    const step = stepOf(graph, node, given)
    if (step) return roughValue(textOf(graph, step), step, lookUp)
    return (node && constant(node)?.value.valueOf()) ?? Number.NaN
  }
  const lookUp = (id: string): number => {
    const value = known.get(id) ?? compute(id)
    known.set(id, value)
    return value
  }
  return lookUp
}

/** What a number does to the total when it is moved by itself, in base units. */
export interface Swing {
  readonly name: string
  readonly low: number
  readonly high: number
}

export type Reach = 'tenth' | 'interval'

/** By how much a figure changes when each number of a scenario is moved in turn; those that move it most first, those that do not at all last. */
export const swingsOf = (graph: ScenarioGraph, scenario: Scenario, id: string, reach: Reach): readonly Swing[] => {
  const base = roughlyIn(graph, scenario)
  const before = base(id)
  return graph.controls
    .map(({ name, figure, interval }): Swing => {
      const now = base(figure)
      const moves = dependsOn(graph, scenario, figure)
      if (!moves(id)) return { name, low: 0, high: 0 }
      const change = (to: number): number => {
        if (!Number.isFinite(to)) return 0
        const after = roughlyIn(graph, new Map([...scenario, [figure, fromFloat(to)]]), { lookUp: base, moves })(id) - before
        // What cancels leaves noise of floating point behind.
        return Math.abs(after) > 1e-9 * Math.abs(before) ? after : 0
      }
      const [low, high] = reach === 'tenth' ? [now * 0.9, now * 1.1] : [interval[0] ?? now, interval[1] ?? now]
      return { name, low: change(low), high: change(high) }
    })
    .sort((a, b) => sizeOf(b) - sizeOf(a))
}

export const sizeOf = ({ low, high }: Swing): number => Math.max(Math.abs(low), Math.abs(high)) || 0

/** Whether a figure is computed from another, in a scenario. */
export const dependsOn = (graph: ScenarioGraph, scenario: Scenario, mover: string): ((id: string) => boolean) => {
  const known = new Map<string, boolean>()
  const moves = (id: string): boolean => {
    const done = known.get(id)
    if (done !== undefined) return done
    const given = scenario.get(id)
    const step = given instanceof Fraction ? undefined : stepOf(graph, graph.nodes[id], given)
    const found = id === mover || (step !== undefined && argumentsOf(step).some(moves))
    known.set(id, found)
    return found
  }
  return moves
}

/** A dash stands where a figure has no value. */
export const noValue = '—'

/** How a figure is written; undefined for what the graph does not have. */
export const styleIn = ({ nodes, units }: ScenarioGraph, id: string): Style | undefined => {
  const style = nodes[id]?.style
  const unit = style && units[style.unit]
  return unit && { ...style, unit }
}

export const write = (graph: ScenarioGraph, id: string, value: Fraction | undefined, language: Language): string => {
  const style = styleIn(graph, id)
  return value && style ? format(value, style, language) : noValue
}

export const minus = '−'

/** A change with its sign; a change of nothing has none. */
export const signed = (value: Fraction, text: (size: Fraction) => string): string => {
  const sign = value.compare(0)
  return sign === 0 ? '0' : `${sign < 0 ? minus : '+'}${text(value.abs())}`
}

/** How a figure in a scenario differs from the report: absolutely, with `{}` of `points` for a share, and in per cent. */
export const differenceOf = (
  graph: ScenarioGraph,
  id: string,
  now: Fraction | undefined,
  before: Fraction | undefined,
  language: Language,
  points: string,
): { readonly absolute: string; readonly relative: string } => {
  const style = styleIn(graph, id)
  if (!now || !before || !style) return { absolute: noValue, relative: noValue }
  const change = now.sub(before)
  const size = (text: Fraction) => {
    const written = format(text, style, language)
    return style.percent ? points.replace('{}', written.replace('%', '')) : written
  }
  return {
    absolute: signed(change, size),
    relative: before.equals(0)
      ? noValue
      : signed(change.div(before), (part) => format(part, { unit: ratio, digits: 3, percent: true }, language)),
  }
}

/** A swing in three digits. */
export const swingText = (graph: ScenarioGraph, id: string, change: number, language: Language): string => {
  const style = styleIn(graph, id)
  return change === 0 || !style ? noValue : signed(fromFloat(change), (size) => format(size, { ...style, digits: 3 }, language))
}

/** A swing as a bar from the middle of a hundred to each side; `most` fills a side. */
export const barOf = (change: number, most: number): { readonly x: number; readonly width: number } => {
  const width = most > 0 ? Math.round((Math.abs(change) / most) * 1000) / 20 : 0
  return { x: change < 0 ? 50 - width : 50, width }
}
