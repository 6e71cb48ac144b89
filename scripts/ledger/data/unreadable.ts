import { existsSync, globSync } from 'node:fs'
import { Complaints } from '../problem.ts'
import { readText } from './read-text.ts'

/** Stops where a script is not UTF-8: it runs, as what is lost are its words, and no page could show it. */
export const refuseUnreadableScripts = (root: string): void => {
  if (!existsSync(`${root}/scripts`)) return
  const complaints = new Complaints()
  for (const file of globSync('scripts/**/*.ts', { cwd: root }).sort()) complaints.attempt(() => readText(root, file))
  complaints.stopIfAny()
}
