/**
 * Accepts the figures as they are now: writes test/figures.json, against which `verify` and the tests hold every later
 * run. A person accepts; where nobody looks, it refuses.
 */
import { writeFileSync } from 'node:fs'
import { projectRoot, reportLedger } from '../../scripts/ledger/index.ts'
import { UsageProblem } from '../../scripts/ledger/problem.ts'
import { commandLine } from './cli/arguments.ts'
import { run } from './cli/run.ts'
import { movementsSince, readSnapshot, snapshotExists, snapshotFile, snapshotOf, snapshotText } from './verify/snapshot-file.ts'

const inContinuousIntegration = (): boolean => !['', '0', 'false', undefined].includes(process.env.CI?.toLowerCase())

await run(() => {
  commandLine({
    name: 'snapshot',
    does: `Accepts the figures as they are now into ${snapshotFile}. Not where CI is set: a person accepts a number.`,
    exits: { 1: 'data or scripts have mistakes' },
  })
  if (inContinuousIntegration())
    throw new UsageProblem(
      'a machine accepts no figures: CI is set',
      `npm run snapshot by hand, and ${snapshotFile} in the commit that moves them`,
    )
  const snapshot = snapshotOf(reportLedger())
  const movements = snapshotExists(projectRoot) ? movementsSince(readSnapshot(projectRoot), snapshot).length : Object.keys(snapshot).length
  writeFileSync(`${projectRoot}/${snapshotFile}`, snapshotText(snapshot))
  console.log(`${snapshotFile}: ${Object.keys(snapshot).length} figures, ${movements} of them accepted anew`)
})
