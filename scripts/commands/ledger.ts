/** Prints the ledger as JSON; pages' uses are known only to a build. */
import { publish, reportLedger } from '../index.ts'
import { commandLine } from './arguments.ts'
import { run } from './run.ts'

await run(() => {
  commandLine({
    name: 'ledger',
    does: 'Prints the ledger as JSON without building the site. Pages and sentences are known only to a build: dist/ledger.json.',
    exits: { 1: 'data or scripts have mistakes' },
  })
  process.stdout.write(`${JSON.stringify(publish(reportLedger()), null, 1)}\n`)
})
