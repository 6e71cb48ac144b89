/** Prints the ledger as JSON; pages' uses are known only to a build. */

import { reportLedger } from '../../scripts/ledger/index.ts'
import { publish } from '../../scripts/ledger/publish/publish.ts'
import { commandLine } from './cli/arguments.ts'
import { run } from './cli/run.ts'

await run(() => {
  commandLine({
    name: 'ledger',
    does: 'Prints the ledger as JSON without building the site. Pages and sentences are known only to a build: dist/ledger.json.',
    exits: { 1: 'data or scripts have mistakes' },
  })
  process.stdout.write(`${JSON.stringify(publish(reportLedger()), null, 1)}\n`)
})
