/** Compares two ledgers: what came, went and moved, what moved it, and which sentences readers meet it in. */

import { reportDraft } from '../../scripts/ledger/index.ts'
import { UsageProblem } from '../../scripts/ledger/problem.ts'
import { publish } from '../../scripts/ledger/publish/publish.ts'
import { commandLine } from './cli/arguments.ts'
import { run, tellUnexplained } from './cli/run.ts'
import { whileBusy } from './cli/terminal.ts'
import { comparedLedger, readCompared } from './diff/compared-ledger.ts'
import { compare, differs } from './diff/comparison.ts'
import { diffMarkdown } from './diff/markdown.ts'
import { diffText } from './diff/text.ts'

await run(() => {
  const { flags, words } = commandLine({
    name: 'diff',
    does: `Compares two ledgers: figures that came, went or moved, what moved them, and the sentences that say so.
Each is a ledger.json, a folder that holds one, or test/figures.json, which knows values alone.`,
    words: { OLD: 'what was', '[NEW]': 'what is; if left out, what the scripts compute now, without pages' },
    flags: {
      md: { hint: 'writes markdown for a pull request' },
      json: { hint: 'prints all of it for other tools' },
      'exit-code': { hint: 'ends with 1 if figures, checks or verdicts differ' },
    },
    exits: { 1: 'with --exit-code: they differ' },
    examples: [
      'npm run -s diff -- old/ledger.json dist/ledger.json',
      'npm run -s diff -- test/figures.json',
      'npm run -s diff -- old/dist dist --md',
    ],
  })
  const [old = '', fresh] = words
  if (flags.has('md') && flags.has('json')) throw new UsageProblem('--md and --json are two answers', 'one of them')
  const older = readCompared(old)
  const draft = fresh === undefined ? whileBusy('computing the ledger', () => reportDraft()) : undefined
  const newer = draft ? comparedLedger(publish(draft.ledger)) : readCompared(fresh ?? '')
  const comparison = compare(older, newer)
  if (flags.has('json')) process.stdout.write(`${JSON.stringify(comparison, null, 1)}\n`)
  else process.stdout.write(flags.has('md') ? diffMarkdown(comparison) : `${diffText(comparison)}\n`)
  if (flags.has('exit-code') && differs(comparison)) process.exitCode = 1
  tellUnexplained(draft?.unexplained ?? [])
})
