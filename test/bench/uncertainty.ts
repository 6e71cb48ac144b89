/** What simulations cost: of the ledger of this report, and of draws by the million. */
import { withSimulated } from '../../scripts/ledger/figures/simulated.ts'
import { reportLedger } from '../../scripts/ledger/index.ts'
import type { Doubt } from '../../scripts/toolbox/uncertainty/doubts.ts'
import { samplerOf } from '../../scripts/toolbox/uncertainty/doubts.ts'
import { type Model, simulate } from '../../scripts/toolbox/uncertainty/monte-carlo.ts'
import { type Measured, median, percent } from './measured.ts'

/** Processor time of work, in seconds; the median of three. */
const secondsOf = (work: () => void): number =>
  median(
    [1, 2, 3].map(() => {
      const before = process.cpuUsage()
      work()
      const { user, system } = process.cpuUsage(before)
      return (user + system) / 1e6
    }),
  )

const doubts: readonly Doubt[] = [
  { id: 'uniform', distribution: { kind: 'uniform', low: 0, high: 1 } },
  { id: 'normal', distribution: { kind: 'normal', mean: 0, deviation: 1 } },
  { id: 'lognormal', distribution: { kind: 'lognormal', median: 1, spread: 0.3 } },
]
const model: Model = ([one = 0, other = 0, third = 0]) => one * third + other

const [few, many] = [200_000, 2_000_000]

export const measureUncertainty = (): readonly Measured[] => {
  const ledger = reportLedger()
  const computed = new Map([...ledger.figures].filter(([, { simulated }]) => !simulated))
  const all = secondsOf(reportLedger)
  const simulations = secondsOf(() => withSimulated(ledger.root, computed, ledger.data.doubts))
  const sampler = samplerOf(doubts)
  const drawing = (draws: number): number => secondsOf(() => simulate(model, sampler, { seed: 1, draws }))
  const [short, long] = [drawing(few), drawing(many)]
  return [
    ['the simulations of the ledger, processor s', simulations.toFixed(2), '1.5'],
    ['their part of computing it', percent(simulations, all), ''],
    ['million draws of three doubts a processor second', (many / long / 1e6).toFixed(1), '1'],
    [`a draw among ${many / 1e6} million against one among ${few / 1e3} thousand`, (long / many / (short / few)).toFixed(2), '1'],
  ]
}
