/**
 * How sure a figure is in a scenario: the report's own simulation with the numbers that a reader has moved. The same draws by the
 * same code as in the build, in pieces, so that a page stays quick while it is drawn; read by the browser only once something is moved.
 */
import {
  answersOf,
  blockSize,
  type Distribution,
  emptySummary,
  faultOf,
  format,
  fromFloat,
  type Language,
  NoFiniteAnswer,
  type Summary,
  samplerOf,
  settledDigits,
  settledOf,
} from '../../scripts/browser.ts'
import {
  argumentsOf,
  counted,
  dependsOn,
  exactIn,
  roughValue,
  type Scenario,
  type ScenarioGraph,
  stepOf,
  styleIn,
  textOf,
} from './scenario.ts'

/** A figure that the report simulates, as the build writes it for the browser. */
export interface DoubtedOutput {
  readonly output: string
  readonly kind: 'sampling' | 'assumption'
  readonly seed: number
  readonly draws: number
  /** Significant digits at whose settling it ends, and the most that are shown. */
  readonly digits: number
  readonly doubts: readonly {
    readonly figure: string
    readonly kind: Distribution['kind']
    /** A number in base units, or the id of a figure that has the value. */
    readonly parameters: Readonly<Record<string, number | string>>
  }[]
  readonly groups: readonly {
    readonly id: string
    readonly figures: readonly string[]
    readonly coefficient?: number
    readonly total?: number
  }[]
}

/** The quantiles that are shown. */
export const shownQuantiles = [0.05, 0.25, 0.5, 0.75, 0.95] as const

/** Draws that are made without looking at the clock. */
const piece = 32

/** What is still doubted in a scenario: what a reader has set is what it is. */
const stillDoubted = (scenario: Scenario, { doubts }: DoubtedOutput) => doubts.filter(({ figure }) => !scenario.has(figure))

/** A figure as a function of what is doubted in a scenario; all else is as the scenario has it. */
const modelIn = (
  graph: ScenarioGraph,
  scenario: Scenario,
  output: string,
  doubted: readonly string[],
): ((values: Float64Array) => number) => {
  const exact = exactIn(graph, scenario)
  const places = new Map(doubted.map((id, place) => [id, place]))
  const steps: { readonly value: (lookUp: (id: string) => number) => number; readonly to: number }[] = []
  const known = new Map<string, boolean>()
  /** Whether a figure hangs on what is doubted; its steps come after those of its parts. */
  const moves = (id: string): boolean => {
    if (places.has(id)) return true
    const before = known.get(id)
    if (before !== undefined) return before
    known.set(id, false)
    const given = scenario.get(id)
    const step = given === undefined || Array.isArray(given) ? stepOf(graph, graph.nodes[id], given) : undefined
    if (!step) return false
    const parts = argumentsOf(step).map(moves)
    if (!parts.includes(true)) return false
    const recipe = textOf(graph, step)
    places.set(id, doubted.length + steps.length)
    steps.push({ value: (lookUp) => roughValue(recipe, step, lookUp), to: doubted.length + steps.length })
    return true
  }
  moves(output)
  const still = new Map<string, number>()
  const values = new Float64Array(doubted.length + steps.length)
  const lookUp = (id: string): number => {
    const place = places.get(id)
    if (place !== undefined) return values[place] ?? Number.NaN
    const value = still.get(id) ?? exact(id)?.value.valueOf() ?? Number.NaN
    still.set(id, value)
    return value
  }
  return (given) => {
    values.set(given)
    for (const { value, to } of steps) values[to] = value(lookUp)
    return lookUp(output)
  }
}

/**
 * Draws a figure in a scenario, a piece at each turn; what it returns at last is the summary of all draws. Nothing where nothing of
 * it is doubted any more, where a distribution whose ends the scenario moves is none, or where a draw has no answer.
 */
export function* drawing(graph: ScenarioGraph, scenario: Scenario, doubted: DoubtedOutput): Generator<undefined, Summary | undefined> {
  const exact = exactIn(graph, scenario)
  const doubts = stillDoubted(scenario, doubted).map(({ figure, kind, parameters }) => {
    const numbers = Object.entries(parameters).map(([name, value]) => [
      name,
      typeof value === 'number' ? value : (exact(value)?.value.valueOf() ?? Number.NaN),
    ])
    return { id: figure, distribution: { kind, ...Object.fromEntries(numbers) } as Distribution }
  })
  if (doubts.length === 0 || doubts.some(({ distribution }) => faultOf(distribution))) return undefined
  const ids = doubts.map(({ id }) => id)
  const groups = doubted.groups.flatMap(({ id, figures, coefficient, total }) => {
    const members = figures.flatMap((figure) => (ids.includes(figure) ? [ids.indexOf(figure)] : []))
    if (members.length < 2) return []
    const correlation =
      coefficient === undefined ? undefined : members.map((_, row) => members.map((__, column) => (row === column ? 1 : coefficient)))
    return [{ id, members, ...(correlation ? { correlation } : {}), ...(total === undefined ? {} : { total }) }]
  })
  const sampler = samplerOf(doubts, groups)
  const model = modelIn(graph, scenario, doubted.output, ids)
  const { seed, draws, digits } = doubted
  const summary = emptySummary()
  let look = blockSize
  try {
    for (let from = 0; from < draws; from += blockSize) {
      const size = Math.min(blockSize, draws - from)
      const block = new Float64Array(size)
      for (let done = 0; done < size; done += piece) {
        // Draws are counted, so that pieces of a block are the block.
        block.set(answersOf(model, sampler, seed, from + done, Math.min(piece, size - done)), done)
        yield undefined
      }
      summary.add(block)
      yield undefined
      // As in the build: looked at whenever the draws have doubled.
      if (summary.count() < look) continue
      if (settledOf(summary) >= digits) break
      look *= 2
    }
  } catch (error) {
    if (error instanceof NoFiniteAnswer) return undefined
    throw error
  }
  return summary
}

/** A distribution as it is shown: each quantile as a number and in words. */
export interface ShownDistribution {
  readonly quantiles: readonly number[]
  readonly texts: readonly string[]
}

/** What is shown of a simulation: as many digits of each quantile as are settled, as the report's own figures have. */
export const shownOf = (
  graph: ScenarioGraph,
  { output, digits }: Pick<DoubtedOutput, 'output' | 'digits'>,
  summary: Pick<Summary, 'quantile' | 'quantileError'>,
  language: Language,
): ShownDistribution => {
  const style = styleIn(graph, output)
  const quantiles = shownQuantiles.map((probability) => summary.quantile(probability))
  const texts = shownQuantiles.map((probability, index) => {
    const value = quantiles[index] ?? Number.NaN
    const settled = Math.max(1, Math.min(digits, settledDigits(value, summary.quantileError(probability))))
    return style ? format(fromFloat(value), { ...style, digits: settled }, language) : ''
  })
  return { quantiles, texts }
}

/** Whether a scenario moves what is simulated, or the distribution of anything that is doubted of it. */
export const touches = (graph: ScenarioGraph, scenario: Scenario, { output, doubts }: DoubtedOutput): boolean => {
  const asked = [output, ...doubts.flatMap(({ parameters }) => Object.values(parameters).filter((each) => typeof each === 'string'))]
  return [...scenario.keys()].some((mover) => asked.some(dependsOn(graph, scenario, mover)))
}

/** Whether a scenario leaves out a part of what is counted: doubts are stated of the whole. */
export const leavesOut = ({ parts }: ScenarioGraph, scenario: Scenario): boolean => parts.some(({ id }) => scenario.has(counted(id)))

/** A distribution as a bar on a scale from 0 to 100: both bands, the median, and the figure itself. */
export interface DistributionBar {
  readonly outer: { readonly x: number; readonly width: number }
  readonly inner: { readonly x: number; readonly width: number }
  readonly median: string
  readonly own: string
}

/** Bars of distributions beside each other, on the one scale that all of them and their figures have. */
export const barsOf = (shown: readonly { readonly quantiles: readonly number[]; readonly own: number }[]): readonly DistributionBar[] => {
  const all = shown.flatMap(({ quantiles, own }) => [...quantiles, own])
  const [low, high] = [Math.min(...all), Math.max(...all)]
  // Lines at the ends keep their width.
  const at = (value: number): number => (high > low ? Math.round(((value - low) / (high - low)) * 980) / 10 + 1 : 50)
  const line = (value: number): string => `M${at(value)} 0V10`
  const band = (from: number, to: number) => ({ x: at(from), width: Math.round((at(to) - at(from)) * 10) / 10 })
  return shown.map(({ quantiles: [p05 = 0, p25 = 0, median = 0, p75 = 0, p95 = 0], own }) => ({
    outer: band(p05, p95),
    inner: band(p25, p75),
    median: line(median),
    own: line(own),
  }))
}
