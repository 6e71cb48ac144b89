/** Building beside the last good site: one build at a time, and the new one in its place only when it is whole. */
import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { existsSync, lstatSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { Obstacle } from '../commands/cli/obstacle.ts'
import { cacheFolder } from '../lib/cache.ts'

/** Whether a program of this number runs. */
const runs = (number: number): boolean => {
  try {
    process.kill(number, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** The number of the build that has the room; 0 where none has said so. */
const ownerOf = (room: string): number => (existsSync(`${room}/process`) ? Number(readFileSync(`${room}/process`, 'utf8')) : 0)

/** Takes the room for this build; what a build left that was broken off is swept out. */
const enter = (room: string, again = true): void => {
  try {
    mkdirSync(room)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || !again) throw error
    const owner = ownerOf(room)
    if (owner && owner !== process.pid && runs(owner))
      throw new Obstacle(`another build is at work in this folder, process ${owner}`, 'one build at a time: wait until it has ended')
    rmSync(room, { recursive: true, force: true })
    enter(room, false)
    return
  }
  writeFileSync(`${room}/process`, String(process.pid))
}

/** Only a folder of the project's own can be put in the place of another. */
const refuseOther = (dist: string): void => {
  const found = lstatSync(dist, { throwIfNoEntry: false })
  if (found && !found.isDirectory())
    throw new Obstacle(
      found.isSymbolicLink() ? 'dist is a link' : 'dist is a file',
      'a folder, or nothing: build here, then copy dist/ to where it is published',
    )
}

/** Puts one folder in another's place, or leaves that one there. */
const exchange = (dist: string, made: string, old: string): void => {
  const stood = existsSync(dist)
  try {
    if (stood) renameSync(dist, old)
  } catch {
    throw new Obstacle(
      'dist cannot be moved aside for the new site',
      'a folder that this user may rename, on which nothing is mounted: build here, then copy dist/ to where it is published',
    )
  }
  try {
    renameSync(made, dist)
  } catch (error) {
    if (stood) renameSync(old, dist)
    throw error
  }
}

/**
 * Puts a site that stood before among what builds keep, to be removed from there by a process that outlives this one: a disk
 * takes seconds to let go of ten thousand files, and nobody need wait for it. What an earlier one left there goes with it.
 */
const discard = (root: string, old: string): void => {
  const kept = cacheFolder(root)
  if (!kept || !existsSync(old)) return
  const replaced = `${kept}/replaced`
  try {
    mkdirSync(replaced, { recursive: true })
    renameSync(old, `${replaced}/${randomUUID()}`)
    spawn(process.execPath, ['-e', 'fs.rmSync(process.argv[1], { recursive: true, force: true, maxRetries: 3 })', replaced], {
      detached: true,
      stdio: 'ignore',
      windowsHide: true,
    })
      // Where none can be started the new site stands all the same.
      .on('error', () => {})
      .unref()
  } catch {
    // The new site stands. The old one is removed with the room, or from where it is now when the next is put there.
  }
}

/**
 * Has `make` build a site into a folder that it is given, and puts it in the place of `dist/`. Whatever goes wrong,
 * `dist/` stays as it was and nothing is left beside it.
 */
export const buildBeside = async (root: string, make: (folder: string) => Promise<void>): Promise<void> => {
  const [room, dist] = [`${root}/.build`, `${root}/dist`]
  refuseOther(dist)
  enter(room)
  const leave = (): void => rmSync(room, { recursive: true, force: true })
  try {
    await make(`${room}/new`)
    exchange(dist, `${room}/new`, `${room}/old`)
    discard(root, `${room}/old`)
  } catch (error) {
    // Pages that were begun when one failed are still written after it; another build may have come meanwhile.
    process.once('exit', () => {
      if (ownerOf(room) === 0) leave()
    })
    throw error
  } finally {
    leave()
  }
}
