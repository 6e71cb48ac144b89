/** Gives all test files of a run one folder to build the good site in, and clears it away after the last. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  export interface ProvidedContext {
    readonly siteFolder: string
  }
}

const setup = (project: TestProject): (() => void) => {
  const folder = mkdtempSync(`${tmpdir()}/report-site-`)
  project.provide('siteFolder', folder)
  return () => { rmSync(folder, { recursive: true, force: true }) }
}
export default setup
