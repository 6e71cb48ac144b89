/**
 * What stands in folders of its own and is found there by being there: methods that any report may use (methods/), and what
 * only the present report has (report/), its own methods and readers of its own files of data. A file exports `methods`,
 * `readers`, or both.
 */
import { existsSync, readdirSync } from 'node:fs'
import type { YamlFile } from './data/files.ts'
import type { Standing } from './data/transcription.ts'
import type { Method } from './method.ts'

/** The files of a folder, by what they are called in it. */
export interface Folder {
  readonly open: (name: string) => YamlFile
  readonly has: (name: string) => boolean
}

/** Reads the values of a folder of data/ that is no source's. */
export interface Reader {
  readonly folder: string
  /** The value under a figure's id, and where it stands in the file of this name. Throws where the file holds none. */
  readonly at: (name: string, files: Folder, id: string) => Standing
}

interface Door {
  readonly methods?: readonly Method[]
  readonly readers?: readonly Reader[]
}

const filesIn = (folder: string): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((file) => file.endsWith('.ts'))
        .sort()
        .map((file) => `${folder}/${file}`)
    : []

const doors = await Promise.all(
  ['methods', 'report']
    .flatMap((folder) => filesIn(`${import.meta.dirname}/${folder}`))
    .map(async (file) => (await import(/* @vite-ignore */ file)) as Door),
)

export const methods: readonly Method[] = doors.flatMap((door) => door.methods ?? [])

export const readers: readonly Reader[] = doors.flatMap((door) => door.readers ?? [])
