/**
 * Monte Carlo simulation: what an answer may be when what it is computed from is doubted. Draws are counted, not taken from a state:
 * the numbers of draw 17 are the same whoever makes it, and blocks of draws are summed up in their order, so that the result is
 * the same to the bit on every machine and for every number of workers. It stops once the digits that are shown are settled.
 *
 * Reference: Robert and Casella (2004), Monte Carlo statistical methods, 2nd edition, Springer, chapter 3.
 */
import type { Sampler } from './doubts.ts'
import { fillUniforms } from './philox.ts'
import { emptySummary, type Summary } from './summary.ts'

/** What is asked of the doubts: an answer for their values, in their order. */
export type Model = (values: Float64Array) => number

/** Draws that are made and added up together. */
export const blockSize = 1024

/** Samples that one seed makes: the draws themselves, and the two that indices are estimated from. */
export const samples = { draws: 0, first: 1, second: 2 } as const

/** The stream of random numbers of a doubt in a sample: a doubt that comes in behind moves none before it. */
const streamOf = (sample: number, doubt: number): number => sample * 2 ** 20 + doubt

/** A draw for which there is no answer, with what was drawn. */
export class NoFiniteAnswer extends Error {
  override readonly name = 'NoFiniteAnswer'
  readonly draw: number
  readonly values: Readonly<Record<string, number>>
  constructor(draw: number, answer: string, values: Readonly<Record<string, number>>) {
    const drawn = Object.entries(values).map(([id, value]) => `${id} = ${Number(value.toPrecision(6))}`)
    super(`draw ${draw} has no finite answer but ${answer}, at ${drawn.join(', ')}`)
    this.draw = draw
    this.values = values
  }
}

/** Asks the model, and says by name what was drawn where it has no answer. */
export const answerOf = (model: Model, { doubts }: Sampler, values: Float64Array, draw: number): number => {
  let said: string
  try {
    const answer = model(values)
    if (Number.isFinite(answer)) return answer
    said = String(answer)
  } catch (error) {
    said = `“${error instanceof Error ? error.message : String(error)}”`
  }
  throw new NoFiniteAnswer(draw, said, Object.fromEntries(doubts.map(({ id }, place) => [id, values[place] ?? Number.NaN])))
}

/** Uniform numbers of one block of a sample: an array for each doubt. */
export const uniformsOf = (size: number, seed: number, sample: number, doubts: number, from: number): readonly Float64Array[] =>
  Array.from({ length: doubts }, (_, doubt) => fillUniforms(new Float64Array(size), seed, streamOf(sample, doubt), from))

/** The answers of draws `from` to `from + size - 1`: a function of the seed and these numbers alone. */
export const answersOf = (model: Model, sampler: Sampler, seed: number, from: number, size: number): Float64Array => {
  const count = sampler.doubts.length
  const columns = uniformsOf(size, seed, samples.draws, count, from)
  const [row, values] = [new Float64Array(count), new Float64Array(count)]
  const answers = new Float64Array(size)
  for (let draw = 0; draw < size; draw += 1) {
    for (let doubt = 0; doubt < count; doubt += 1) row[doubt] = columns[doubt]?.[draw] ?? 0.5
    sampler.values(row, values)
    answers[draw] = answerOf(model, sampler, values, from + draw)
  }
  return answers
}

/** How far a simulation goes. */
export interface Extent {
  readonly seed: number
  /** The most draws that are made. */
  readonly draws: number
  /** Significant digits of the mean and of the shown quantiles that are to be settled; all draws are made if left out. */
  readonly digits?: number
}

/** Quantiles that are told of every simulated answer. */
export const toldQuantiles = [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95] as const

/** Whether a number's error leaves its digit at that place alone: twice the error is less than half a unit of it. */
export const settledDigits = (value: number, error: number): number => {
  if (error === 0) return 15
  if (value === 0) return 0
  const leading = Math.floor(Math.log10(Math.abs(value)))
  return Math.max(0, Math.min(15, Math.floor(leading - Math.log10(4 * error)) + 1))
}

/** How many significant digits of the mean and of every told quantile are settled. */
export const settledOf = (summary: Summary): number =>
  Math.min(
    settledDigits(summary.mean(), summary.meanError()),
    ...toldQuantiles.map((probability) => settledDigits(summary.quantile(probability), summary.quantileError(probability))),
  )

/** Draws until the digits are settled, looked at whenever the draws have doubled, or until there are as many as may be. */
export const simulate = (model: Model, sampler: Sampler, { seed, draws, digits }: Extent): Summary => {
  const summary = emptySummary()
  let look = blockSize
  for (let from = 0; from < draws; from += blockSize) {
    summary.add(answersOf(model, sampler, seed, from, Math.min(blockSize, draws - from)))
    if (digits === undefined || summary.count() < look) continue
    if (settledOf(summary) >= digits) break
    look *= 2
  }
  return summary
}
