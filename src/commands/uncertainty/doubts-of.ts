/** How sure a figure is, by kind of doubt. */
import type { DeclaredOutput } from '../../../scripts/ledger/data/read-doubts.ts'
import type { Figure } from '../../../scripts/ledger/figures/compute.ts'
import { type Simulation, simulationOf } from '../../../scripts/ledger/figures/simulated.ts'
import type { Ledger } from '../../../scripts/ledger/ledger.ts'
import { UsageProblem } from '../../../scripts/ledger/problem.ts'
import { type SimulationRecord, simulationRecord } from '../../../scripts/ledger/publish/simulations.ts'

/** More would take a reader longer than he waits. */
export const mostDraws = 100_000_000
export const mostRows = 10_000_000

export interface Asked {
  readonly draws?: number
  readonly rows?: number
  readonly seed?: number
}

export interface FigureDoubts {
  readonly figure: Figure
  /** By kind; none of a kind of which the figure hangs on nothing. */
  readonly simulations: readonly Simulation[]
  readonly record: {
    readonly figure: string
    readonly value: number
    readonly unit: string
    /** The range that rounding of printed inputs leaves open; null where an end is open. */
    readonly digits: readonly [low: number | null, high: number | null]
    readonly sampling: SimulationRecord | null
    readonly assumption: SimulationRecord | null
  }
}

/** What is taken where neither the data nor the reader say. */
const usual = { digits: 2, draws: 16_384, rows: 2048, seed: 1 } as const

/** Simulates a figure over the doubts of each kind that it hangs on; whoever asks for more draws than the data do gets all of them. */
export const doubtsOf = (ledger: Ledger, id: string, asked: Asked): FigureDoubts => {
  const { doubts } = ledger.data
  const figure = ledger.figures.get(id)
  if (!figure) throw new UsageProblem(`there is no figure “${id}”`, 'a figure of the ledger')
  if (figure.simulated)
    throw new UsageProblem(`${id} tells of a simulation itself`, `the figure that was simulated, ${figure.simulated.output}`)
  if (!doubts) throw new UsageProblem('the report states no doubts', 'a doubts.yaml in the folder of a source')
  const declared = doubts.outputs.find((output) => output.figure === id)
  const output: DeclaredOutput = {
    ...usual,
    figure: id,
    place: figure.place,
    ...declared,
    // Who asks for a number of draws wants them made, and not to end at settled digits.
    ...(asked.draws === undefined ? {} : { digits: 6 }),
  }
  const found = (['sampling', 'assumption'] as const).map((kind) => simulationOf(ledger.figures, doubts, output, kind, asked))
  const simulations = found.flatMap((simulation) => simulation ?? [])
  if (simulations.length === 0) {
    const named = [...new Set(doubts.outputs.map((each) => each.figure))]
    throw new UsageProblem(`${id} hangs on nothing that is doubted`, `a figure that does, such as ${named.join(', ')}`)
  }
  const [sampling, assumption] = found.map((simulation) => (simulation ? simulationRecord(simulation) : null))
  return {
    figure,
    simulations,
    record: {
      figure: id,
      value: figure.value.valueOf(),
      unit: figure.unit,
      digits: [figure.bounds.low?.valueOf() ?? null, figure.bounds.high?.valueOf() ?? null],
      sampling: sampling ?? null,
      assumption: assumption ?? null,
    },
  }
}
