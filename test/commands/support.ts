/** Commands as a person or another tool runs them, and ledgers of the report with one thing changed. */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { projectRoot } from '../../scripts/ledger/index.ts'
import { gatherUses, type PagesRead } from '../../src/build/uses.ts'

export interface Ended {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs a command of `src/commands/` as in a pipe, in English and without settings of the test runner. */
export const runIn = (root: string, env: Readonly<Record<string, string>>, command: string, ...words: string[]): Ended =>
  spawnSync(process.execPath, [`src/commands/${command}.ts`, ...words], {
    cwd: root,
    encoding: 'utf8',
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE,
      LANG: 'en_GB.UTF-8',
      ...env,
    },
    maxBuffer: 1 << 26,
  })
export const run = (command: string, ...words: string[]): Ended => runIn(projectRoot, {}, command, ...words)

/** One text put for another, which must stand there, in a file of data or scripts. */
export interface Change {
  readonly file: string
  readonly from: string
  readonly to: string
}

const changeIn = (root: string, { file, from, to }: Change): void => {
  const text = readFileSync(`${root}/${file}`, 'utf8')
  if (!text.includes(from)) throw new Error(`“${from}” does not stand in ${file}`)
  writeFileSync(
    `${root}/${file}`,
    text.replace(from, () => to),
  )
}

/** A copy of the project's data and scripts in a folder of its own, changed, and gone when the work is done. */
export const withChanges = <Result>(changes: readonly Change[], work: (root: string) => Result): Result => {
  const root = mkdtempSync(`${tmpdir()}/changed-`)
  try {
    for (const folder of ['data', 'scripts']) cpSync(`${projectRoot}/${folder}`, `${root}/${folder}`, { recursive: true })
    for (const change of changes) changeIn(root, change)
    return work(root)
  } finally {
    rmSync(root, { recursive: true })
  }
}

/** The sentences of pages given as the body of each language's page. */
export const sentencesIn = (zh: string, en: string): PagesRead => {
  const { take, gathered } = gatherUses()
  take('en.html', `<html lang="en"><body>${en}</body></html>`)
  take('zh.html', `<html lang="zh-CN"><body>${zh}</body></html>`)
  return gathered()
}

/** What a colour begins with. */
export const escapeCode = '\u001b'
