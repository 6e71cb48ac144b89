/** Prints where a figure comes from: its formula, in symbols and with values, down to what the sources print. */

import { site } from '#site'
import { reportDraft } from '../../scripts/ledger/index.ts'
import { expectedNames, UsageProblem } from '../../scripts/ledger/problem.ts'
import { commandLine, terminalLanguage, wholeNumber } from './cli/arguments.ts'
import { run, tellUnexplained } from './cli/run.ts'
import { terminalWidth, whileBusy } from './cli/terminal.ts'
import { explain } from './explain/explanation.ts'
import { candidateTable, explanationText } from './explain/text.ts'

await run(() => {
  const { flags, values, words } = commandLine({
    name: 'explain',
    does: `Prints a figure's tree down to printed inputs: formula, values, range, places, verdicts.
For words that are no id, lists the figures that have them in their id, label or number.`,
    words: { ID: `a figure, such as ${site.examples.smallFigure}; or a number or words to look for` },
    flags: {
      depth: { value: 'N', hint: 'levels below the figure; all if left out' },
      json: { hint: 'prints the tree for other tools' },
    },
    exits: { 1: 'data or scripts have mistakes' },
    examples: [`npm run -s explain -- ${site.examples.figure} --depth 1`, `npm run -s explain -- ${site.examples.digits}`],
  })
  const [id = ''] = words
  const depth = values.depth === undefined ? undefined : wholeNumber('depth', values.depth)
  const { ledger, unexplained } = whileBusy('computing the ledger', () => reportDraft())
  if (ledger.figures.has(id)) {
    const tree = explain(ledger, id, depth)
    console.log(flags.has('json') ? JSON.stringify(tree, null, 1) : explanationText(tree, terminalLanguage(), terminalWidth()))
    tellUnexplained(unexplained)
    return
  }
  const table = flags.has('json') ? undefined : candidateTable(ledger, id, terminalLanguage(), terminalWidth())
  if (!table) throw new UsageProblem(`there is no figure “${id}”`, expectedNames(id, ledger.figures.keys()))
  console.log(table)
  tellUnexplained(unexplained)
})
