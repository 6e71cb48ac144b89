import { lstatSync, readdirSync } from 'node:fs'
import { Problem, Problems } from '../problem.ts'

/** What a report is written in. */
const rooms = ['data', 'scripts', 'content'] as const

/**
 * Stops where a file or a folder of the report is a link to another: what reads the report would each follow it, or
 * pass it by, in its own way.
 */
export const refuseLinks = (root: string): void => {
  const linked = rooms.flatMap((room) => {
    const itself = lstatSync(`${root}/${room}`, { throwIfNoEntry: false })
    if (!itself) return []
    if (itself.isSymbolicLink()) return [room]
    return readdirSync(`${root}/${room}`, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isSymbolicLink())
      .map(({ parentPath, name }) => `${parentPath}/${name}`.slice(root.length + 1))
  })
  if (linked.length === 0) return
  throw new Problems(
    linked
      .sort()
      .map((file) => new Problem(`${file} is a link`, { file, line: 1, column: 1 }, 'the file or the folder itself, in its place')),
  )
}
