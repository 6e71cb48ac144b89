/**
 * Holds every printed result against its recomputation, and every figure against the accepted snapshot.
 * Ends with 1 if a check that is not exact has no reason (the ledger refuses it) or a figure moved.
 */
import { styleText } from 'node:util'
import { type CheckRecord, plainNumber, projectRoot, reportLedger, type Verdict } from '../index.ts'
import { commandLine, terminalLanguage } from './arguments.ts'
import { run } from './run.ts'
import { movementsSince, readSnapshot, snapshotOf } from './snapshot-file.ts'
import { textTable } from './text-table.ts'

const colours = { exact: 'green', 'within-rounding': 'yellow', discrepant: 'red', conflicting: 'red', 'not-recomputable': 'blue' } as const

const range = ({ interval }: CheckRecord): string =>
  interval ? interval.map((end) => (end === null ? '…' : plainNumber(end))).join(' – ') : '—'

await run(() => {
  const { flags } = commandLine(['json'], [])
  const language = terminalLanguage()
  const ledger = reportLedger()
  const movements = movementsSince(readSnapshot(projectRoot), snapshotOf(ledger))
  if (movements.length > 0) process.exitCode = 1
  if (flags.has('json')) {
    process.stdout.write(`${JSON.stringify(ledger.checks, null, 1)}\n`)
  } else {
    const rows = ledger.checks.map((check) => [
      check.claim,
      `${check.qualifier ? `${check.qualifier} ` : ''}${check.printed}`,
      check.recomputed === null ? '—' : plainNumber(check.recomputed),
      range(check),
      styleText(colours[check.verdict], check.verdict, { stream: process.stdout }),
      check.reason?.[language] ?? '',
    ])
    console.log(textTable([['claim', 'printed', 'recomputed', 'range', 'verdict', 'reason'], ...rows]))
    const counts = Object.keys(colours).map(
      (verdict) => `${ledger.checks.filter((check) => check.verdict === (verdict as Verdict)).length} ${verdict}`,
    )
    console.log(`\n${ledger.checks.length} checks: ${counts.join(', ')}. ${ledger.figures.size} figures.`)
  }
  if (movements.length > 0) {
    console.error(`\n${movements.length} figures are not as accepted (npm run snapshot accepts them):`)
    console.error(
      textTable(
        movements.map(({ id, before, after }) => [
          `  ${id}`,
          before ? `${before.value} ${before.unit}` : 'not there',
          '→',
          after ? `${after.value} ${after.unit}` : 'gone',
        ]),
      ),
    )
  }
})
