/** Prints the ledger as JSON; pages' uses are known only to a build. */
import { publish, reportLedger } from '../index.ts'
import { run } from './run.ts'

await run(() => {
  process.stdout.write(`${JSON.stringify(publish(reportLedger()), null, 1)}\n`)
})
