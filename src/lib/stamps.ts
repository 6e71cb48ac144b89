import { existsSync, readdirSync, statSync } from 'node:fs'

/** Every file of a folder with what changes whenever it is written or moved; hidden files and editors' own copies aside. */
export const stampsIn = (folder: string): ReadonlyMap<string, string> => {
  const stamps = new Map<string, string>()
  if (!existsSync(folder)) return stamps
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || /^\.|~$/.test(entry.name)) continue
    const path = `${entry.parentPath}/${entry.name}`
    // A file may go while the folder is read.
    const stat = statSync(path, { throwIfNoEntry: false })
    if (stat) stamps.set(path, `${stat.ino} ${stat.ctimeMs} ${stat.size}`)
  }
  return stamps
}

/** Says which files of a folder came, went or changed since it was last asked. */
export const changesIn = (folder: string): (() => readonly string[]) => {
  let last = stampsIn(folder)
  return () => {
    const now = stampsIn(folder)
    const changed = [...new Set([...last.keys(), ...now.keys()])].filter((path) => last.get(path) !== now.get(path))
    last = now
    return changed
  }
}
