/** Doubts and simulations as the published ledger has them. */
import { toldQuantiles } from '../../toolbox/uncertainty/monte-carlo.ts'
import { locatorText } from '../data/locator.ts'
import type { Doubted, DoubtedGroup } from '../figures/doubted.ts'
import type { Simulation } from '../figures/simulated.ts'
import type { Ledger } from '../ledger.ts'
import type { Place } from '../types.ts'
import type { LedgerRecord } from './record.ts'

type Records = Required<Pick<LedgerRecord, 'doubts' | 'doubtGroups' | 'simulations'>>
export type SimulationRecord = Records['simulations'][number]
export type DoubtRecord = Records['doubts'][number]

/** Bins that a drawing of a distribution has. */
const bins = 48
/** It shows the middle 99 per cent; a long tail would leave no room for the rest. */
const shownTails = [0.005, 0.995] as const

const lineOf = ({ file, line }: Place): string => `${file}:${line}`

/** What the ledger publishes of its doubts; nothing where it has none. */
export const doubtRecords = ({ simulations }: Ledger): Records | Record<string, never> => {
  if (simulations.length === 0) return {}
  const doubts = new Map(simulations.flatMap((simulation) => simulation.doubts.map((doubt) => [doubt.figure, doubt] as const)))
  const groups = new Map(simulations.flatMap((simulation) => simulation.groups.map((group) => [group.id, group] as const)))
  return {
    doubts: [...doubts.values()].map(doubtRecord),
    doubtGroups: [...groups.values()].map(groupRecord),
    simulations: simulations.map(simulationRecord),
  }
}

const doubtRecord = ({
  figure,
  kind,
  distribution,
  parameters,
  unit,
  of,
  stated,
  reason,
  source,
  locator,
  place,
}: Doubted): DoubtRecord => {
  const { kind: _, ...values } = stated
  return {
    figure,
    kind,
    distribution,
    parameters: Object.fromEntries([...parameters].map(([name, { text }]) => [name, text])),
    unit: unit ?? of.input?.unit ?? of.unit,
    values,
    reason,
    ...(source ? { source } : {}),
    ...(locator ? { locator: locatorText(locator) } : {}),
    declared: lineOf(place),
  }
}

const groupRecord = ({ id, label, figures, coefficient, sum, reason, place }: DoubtedGroup): Records['doubtGroups'][number] => ({
  id,
  label,
  figures: figures.map((each) => each.id),
  ...(coefficient === undefined ? {} : { correlation: coefficient }),
  ...(sum === undefined ? {} : { total: sum }),
  reason,
  declared: lineOf(place),
})

/** A simulation as other tools take it, in base units. */
export const simulationRecord = ({ output, kind, answers, indices, tornado, factors, digits }: Simulation): SimulationRecord => {
  const [low, high] = shownTails.map((probability) => answers.quantile(probability)) as [number, number]
  return {
    output: output.figure,
    kind,
    seed: output.seed,
    most: output.draws,
    draws: answers.count(),
    digits,
    mean: answers.mean(),
    deviation: Math.sqrt(answers.variance()),
    meanError: answers.meanError(),
    quantiles: toldQuantiles.map((probability) => ({
      probability,
      value: answers.quantile(probability),
      error: answers.quantileError(probability),
    })),
    histogram: { low, high, ...answers.histogram(low, high, bins) },
    factors: factors.map((factor) => {
      const found = indices.constant ? undefined : indices.factors.find(({ id }) => id === factor.id)
      return { ...factor, ...(found ? { first: found.first, total: found.total } : {}) }
    }),
    rows: indices.rows,
    trace: indices.constant ? [] : indices.trace,
    tornado: { middle: tornado.middle, bars: tornado.bars.map(({ id, ...bar }) => ({ figure: id, ...bar })) },
  }
}
