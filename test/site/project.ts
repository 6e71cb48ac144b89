/** Copies of the project, each in a folder of its own, that tests may spoil and build. */
import { spawn } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { inject } from 'vitest'
import { projectRoot } from '../../scripts/ledger/index.ts'
import { buildHouse, type HouseNames } from '../../src/commands/new/house.ts'

export interface Outcome {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface Project {
  readonly folder: string
  readonly read: (file: string) => string
  readonly write: (file: string, text: string) => void
  /** Replaces the first `from` of a file, and fails if it is not there. */
  readonly edit: (file: string, from: string, to: string) => void
  readonly remove: (file: string) => void
  /** Builds with what earlier builds kept in the folder of this name, which is empty at first. */
  readonly build: (cache?: string, settings?: NodeJS.ProcessEnv) => Promise<Outcome>
  readonly discard: () => void
}

const copied = ['data', 'scripts', 'src', 'content', 'public', 'astro.config.mjs', 'package.json', 'tsconfig.json']

/** The project that stands in a folder. */
export const projectIn = (folder: string): Project => {
  const path = (file: string) => `${folder}/${file}`
  const read = (file: string) => readFileSync(path(file), 'utf8')
  const write = (file: string, text: string) => {
    mkdirSync(dirname(path(file)), { recursive: true })
    writeFileSync(path(file), text)
  }
  return {
    folder,
    read,
    write,
    edit: (file, from, to) => {
      const text = read(file)
      if (!text.includes(from)) throw new Error(`${file} does not contain “${from}”`)
      write(
        file,
        text.replace(from, () => to),
      )
    },
    remove: (file) => {
      rmSync(path(file), { recursive: true })
    },
    build: (cache = 'cache', settings = {}) => buildIn(folder, cache, settings),
    discard: () => {
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
    },
  }
}

const copyInto = (folder: string): Project => {
  for (const name of copied) cpSync(`${projectRoot}/${name}`, `${folder}/${name}`, { recursive: true })
  return projectIn(folder)
}

export const copyProject = (): Project => copyInto(mkdtempSync(`${inject('siteFolder')}/copy-`))

/** What the example’s house is called, so that nothing in it can be taken for the report’s that stands here. */
export const exampleNames: HouseNames = { name: 'lamp-report', title: { zh: '一盏灯的一年', en: 'A lamp’s year' } }

/** The example as a house of its own, made as `npm run new -- report` makes one. */
const exampleInto = (folder: string): Project => {
  buildHouse(projectRoot, folder, exampleNames)
  return projectIn(folder)
}

export const copyExample = (): Project => exampleInto(mkdtempSync(`${inject('siteFolder')}/example-`))

/** Builds as `npm run build` does, in a terminal without colours. */
const buildIn = (folder: string, cache: string, settings: NodeJS.ProcessEnv): Promise<Outcome> =>
  new Promise((resolve, reject) => {
    // Settings of the test runner would make the build another one. Compiled packages and chapters are kept: builds are many.
    const env: NodeJS.ProcessEnv = {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      NO_COLOR: '1',
      LANG: 'C.UTF-8',
      NODE_COMPILE_CACHE: `${inject('siteFolder')}/compiled`,
      REPORT_CACHE: `${inject('siteFolder')}/${cache}`,
      ...settings,
    }
    const build = spawn(process.execPath, ['src/commands/build.ts'], { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] })
    let stdout = ''
    let stderr = ''
    build.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text
    })
    build.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text
    })
    build.on('error', reject)
    build.on('close', (code) => {
      resolve({ code, stdout, stderr })
    })
  })

/** Line and column of a text's first occurrence in a file, as editors count them. */
export const positionOf = (text: string, words: string): { readonly line: number; readonly column: number } => {
  const at = text.indexOf(words)
  if (at < 0) throw new Error(`“${words}” is not there`)
  const before = text.slice(0, at).split('\n')
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 }
}

/**
 * The good site, built by the first test file of a run that asks for it; the others wait. A run of tests that need no
 * site builds none.
 */
export const goodSite = (): Promise<Project> =>
  process.env.GOOD_SITE
    ? Promise.resolve(projectIn(process.env.GOOD_SITE))
    : builtOnce('project', (folder) => copyInto(folder).build(ownCache))

/** The house of the example, built once a run, as the good site is. */
export const exampleSite = (): Promise<Project> =>
  process.env.EXAMPLE_SITE
    ? Promise.resolve(projectIn(process.env.EXAMPLE_SITE))
    : builtOnce('example', (folder) => exampleInto(folder).build(cacheOfExample))

/** A site that the first who asks for it builds, in a folder that all tests of the run share. */
const builtOnce = async (name: string, build: (folder: string) => Promise<Outcome>): Promise<Project> => {
  const folder = `${inject('siteFolder')}/${name}`
  const done = `${folder}.json`
  if (isFirst(folder)) {
    const outcome = await build(folder)
    writeFileSync(`${done}.new`, JSON.stringify(outcome))
    renameSync(`${done}.new`, done)
  }
  while (!existsSync(done)) await wait(50)
  const { code, stderr } = JSON.parse(readFileSync(done, 'utf8')) as Outcome
  if (code !== 0) throw new Error(`the site could not be built:\n${stderr}`)
  return projectIn(folder)
}

/** Where each of them keeps what it compiles and draws: nothing is in it before. */
export const cacheOfExample = 'cache-of-example'
export const ownCache = 'cache-of-good-site'

const isFirst = (folder: string): boolean => {
  try {
    mkdirSync(folder)
    return true
  } catch {
    return false
  }
}
