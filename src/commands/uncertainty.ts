/** Prints how sure a figure is: the range by digits, the range by sampling errors, the range by assumptions, and what makes each. */

import { site } from '#site'
import { reportDraft } from '../../scripts/ledger/index.ts'
import { expectedNames, UsageProblem } from '../../scripts/ledger/problem.ts'
import { commandLine, terminalLanguage, wholeNumber } from './cli/arguments.ts'
import { run, tellUnexplained } from './cli/run.ts'
import { terminalWidth, whileBusy } from './cli/terminal.ts'
import { type Asked, doubtsOf, mostDraws, mostRows } from './uncertainty/doubts-of.ts'
import { doubtsText } from './uncertainty/text.ts'

/** A count that a flag asks for, within what can be told in a reader’s time. */
const counted = (flag: string, text: string | undefined, least: number, most: number): number | undefined => {
  if (text === undefined) return undefined
  const value = wholeNumber(flag, text)
  if (value < least || value > most)
    throw new UsageProblem(`--${flag} ${text} is too ${value < least ? 'few' : 'many'}`, `from ${least} to ${most}`)
  return value
}

await run(() => {
  const { flags, values, words } = commandLine({
    name: 'uncertainty',
    does: `Prints three ranges of a figure, which are never mixed: by the digits that its inputs are printed with, by the sampling
errors that sources give, and by the assumptions that data/…/doubts.yaml states; for the last two also which doubt moves it most.`,
    words: { FIGURE: `a figure that hangs on something doubted, such as ${site.examples.figure}` },
    flags: {
      draws: { value: 'N', hint: 'the most draws; as the data say, or 16384, if left out' },
      rows: { value: 'N', hint: 'rows of the samples that Sobol’ indices are estimated from; as the data say, or 2048' },
      seed: { value: 'S', hint: 'where random numbers begin; as the data say, or 1' },
      sobol: { hint: 'adds Sobol’ indices of first and total order, with the way that the estimates went' },
      json: { hint: 'prints all of it for other tools' },
    },
    exits: { 1: 'data or scripts have mistakes, or a draw has no answer' },
    examples: [
      `npm run -s uncertainty -- ${site.examples.figure}`,
      `npm run -s uncertainty -- ${site.examples.figure} --draws 1000000 --sobol`,
    ],
  })
  const [id = ''] = words
  const draws = counted('draws', values.draws, 100, mostDraws)
  const rows = counted('rows', values.rows, 100, mostRows)
  const seed = counted('seed', values.seed, 0, Number.MAX_SAFE_INTEGER)
  const asked: Asked = {
    ...(draws === undefined ? {} : { draws }),
    ...(rows === undefined ? {} : { rows }),
    ...(seed === undefined ? {} : { seed }),
  }
  const { ledger, unexplained } = whileBusy('computing the ledger', () => reportDraft())
  if (!ledger.figures.has(id)) throw new UsageProblem(`there is no figure “${id}”`, expectedNames(id, ledger.figures.keys()))
  const doubts = whileBusy('drawing', () => doubtsOf(ledger, id, asked))
  const sobol = flags.has('sobol')
  console.log(
    flags.has('json')
      ? JSON.stringify(doubts.record, null, 1)
      : doubtsText(ledger, doubts, { sobol, language: terminalLanguage(), width: terminalWidth() }),
  )
  tellUnexplained(unexplained)
})
