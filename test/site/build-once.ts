/**
 * Gives all test files of a run one folder, in which the good site is built once and copies of the project are spoilt.
 * The packages stand beside the copies, where Node finds them, so that no build writes into those of the project.
 */
import { mkdtempSync, symlinkSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  export interface ProvidedContext {
    readonly siteFolder: string
    /** Where the rooms stand of the report that tests are tried on, from the project's folder. */
    readonly rooms: string
  }
}

const setup = (project: TestProject): (() => Promise<void>) => {
  const folder = mkdtempSync(`${tmpdir()}/report-`)
  symlinkSync(`${project.config.root}/node_modules`, `${folder}/node_modules`)
  project.provide('siteFolder', folder)
  // Not all at once: workers that say that they have ended are heard meanwhile, however long the disk takes.
  return () => rm(folder, { recursive: true, force: true })
}
export default setup
