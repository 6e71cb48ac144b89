/** The rooms of the report that tests are tried on: of the example for tests of the engine, else of the report that stands here. */
import { cpSync, existsSync } from 'node:fs'
import { inject } from 'vitest'
import { projectRoot } from '../scripts/ledger/index.ts'

/** Where they stand, with a closing slash. */
export const rooms = `${projectRoot}/${inject('rooms')}`

/** What authors write; whatever else is asked for is the engine's, with what the report has in the same place over it. */
const ofReport = ['data', 'content', 'src/report']

/** Copies folders of a house into another place: the engine's part of each, and the report's over it. */
export const copyRooms = (root: string, folders: readonly string[]): void => {
  for (const folder of folders) {
    const parts = ofReport.includes(folder) ? [`${rooms}${folder}`] : [`${projectRoot}/${folder}`, `${rooms}${folder}`]
    for (const part of new Set(parts)) if (existsSync(part)) cpSync(part, `${root}/${folder}`, { recursive: true })
  }
}
