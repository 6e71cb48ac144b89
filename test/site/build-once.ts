/**
 * Gives all test files of a run one folder, in which the good site is built once and copies of the project are spoilt.
 * The packages stand beside the copies, where Node finds them, so that no build writes into those of the project.
 */
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  export interface ProvidedContext {
    readonly siteFolder: string
    /** Where the rooms stand of the report that tests are tried on, from the project's folder. */
    readonly rooms: string
  }
}

const setup = (project: TestProject): (() => void) => {
  const folder = mkdtempSync(`${tmpdir()}/report-`)
  symlinkSync(`${project.config.root}/node_modules`, `${folder}/node_modules`)
  project.provide('siteFolder', folder)
  return () => {
    rmSync(folder, { recursive: true, force: true })
  }
}
export default setup
