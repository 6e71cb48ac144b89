/** Accepts the figures as they are now: writes test/figures.json, against which `verify` and the tests hold every later run. */
import { writeFileSync } from 'node:fs'
import { projectRoot, reportLedger } from '../index.ts'
import { run } from './run.ts'
import { snapshotFile, snapshotOf, snapshotText } from './snapshot-file.ts'

await run(() => {
  const snapshot = snapshotOf(reportLedger())
  writeFileSync(`${projectRoot}/${snapshotFile}`, snapshotText(snapshot))
  console.log(`${snapshotFile}: ${Object.keys(snapshot).length} figures`)
})
