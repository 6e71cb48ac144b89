/** The numbers that a simulation answers with, each a function of one line: what figures of the ledger are computed by. */
import type { FactorIndices } from './sobol-indices.ts'
import type { Summary } from './summary.ts'
import type { TornadoBar } from './tornado.ts'

/** What a part of the draws lies below. */
export const simulatedQuantile = ({ answers, probability }: { readonly answers: Summary; readonly probability: number }): number =>
  answers.quantile(probability)

/** The mean of the draws. */
export const simulatedMean = ({ answers }: { readonly answers: Summary }): number => answers.mean()

/** The Monte Carlo standard error of that mean. */
export const simulatedMeanError = ({ answers }: { readonly answers: Summary }): number => answers.meanError()

/** The part of the variance that a factor makes by itself. */
export const simulatedFirstOrder = ({ factor }: { readonly factor: FactorIndices }): number => factor.first.value

/** The part of the variance that would be left if all but this factor were known. */
export const simulatedTotalOrder = ({ factor }: { readonly factor: FactorIndices }): number => factor.total.value

/** The largest Monte Carlo standard error of the shares of all factors: half an interval of 95 per cent, over 1.96. */
export const largestShareError = ({ factors }: { readonly factors: readonly FactorIndices[] }): number =>
  Math.max(...factors.flatMap(({ first, total }) => [first.high - first.value, total.high - total.value])) / 1.959963984540054

/** The answer with one doubt at its 5 per cent, all others at their medians. */
export const answerAtLow = ({ bar }: { readonly bar: TornadoBar }): number => bar.atLow

/** The answer with one doubt at its 95 per cent, all others at their medians. */
export const answerAtHigh = ({ bar }: { readonly bar: TornadoBar }): number => bar.atHigh
