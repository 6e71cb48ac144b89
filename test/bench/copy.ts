/** Copies of the project in folders of their own, that the bench may change and build. */
import { spawn } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { projectRoot } from '../../scripts/ledger/index.ts'

const copied = ['data', 'scripts', 'src', 'content', 'public', 'astro.config.mjs', 'package.json', 'tsconfig.json'] as const

export interface Copy {
  readonly folder: string
  readonly discard: () => void
}

/** Packages stand beside the copy, where Node finds them, so that nothing is written into those of the project. */
export const copyProject = (): Copy => {
  const room = mkdtempSync(`${tmpdir()}/bench-`)
  const folder = `${room}/project`
  symlinkSync(`${projectRoot}/node_modules`, `${room}/node_modules`)
  for (const name of copied) cpSync(`${projectRoot}/${name}`, `${folder}/${name}`, { recursive: true })
  return { folder, discard: () => rmSync(room, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }) }
}

/** What a program cost with all that it started: from its start to its end, of processors, and of memory. */
export interface Cost {
  readonly seconds: number
  readonly processorSeconds: number
  /** MiB at the peak of the process that held most. */
  readonly largest: number
  /** MiB that all held at once, as often as it was looked. */
  readonly together: number
  readonly output: string
  readonly errors: string
}

/** Said by every Node of them when it ends: its peak of memory, and its processor’s time. */
const tell = `data:text/javascript,${encodeURIComponent(`
process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage()
  process.stderr.write('\\ncost ' + JSON.stringify([maxRSS / 1024, (userCPUTime + systemCPUTime) / 1e6]) + '\\n')
})`)}`

/** MiB of memory that a process and all that it started hold now, as Linux counts them; zero elsewhere. */
const heldBy = (root: number): number => {
  if (!existsSync('/proc/self/stat')) return 0
  const stats = readdirSync('/proc').flatMap((name) => {
    try {
      if (!/^\d+$/.test(name)) return []
      const fields = readFileSync(`/proc/${name}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ')
      return [{ id: Number(name), parent: Number(fields[1]), pages: Number(fields[21]) }]
    } catch {
      // It ended meanwhile.
      return []
    }
  })
  const own = new Set([root])
  // A process has a higher number than the one that started it, but for the rare turn of the numbers.
  for (const { id, parent } of stats.sort((a, b) => a.id - b.id)) if (own.has(parent)) own.add(id)
  return stats.reduce((sum, { id, pages }) => sum + (own.has(id) ? pages * 4096 : 0), 0) / 1024 / 1024
}

/** Runs Node in a folder and tells what it cost. */
export const costOf = (folder: string, words: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Cost> =>
  new Promise((resolve, reject) => {
    const from = performance.now()
    const child = spawn(process.execPath, ['--import', tell, ...words], { cwd: folder, env: { ...process.env, ...env }, stdio: 'pipe' })
    let peak = 0
    const clock = setInterval(() => {
      peak = Math.max(peak, heldBy(child.pid ?? 0))
    }, 200)
    const said = { output: '', errors: '' }
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said.output += text
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said.errors += text
    })
    child.on('error', reject)
    child.on('close', (status) => {
      clearInterval(clock)
      const own = [...said.errors.matchAll(/^cost (.*)$/gm)].map(([, told = '[]']) => JSON.parse(told) as readonly [number, number])
      if (status !== 0) reject(new Error(said.errors))
      else
        resolve({
          seconds: (performance.now() - from) / 1000,
          processorSeconds: own.reduce((sum, [, seconds]) => sum + seconds, 0),
          largest: Math.max(...own.map(([mebibytes]) => mebibytes)),
          together: peak,
          ...said,
        })
    })
  })

/** What the caches of a build keep, beside the project’s own. */
export const caches = ['.astro', '.cache', 'node_modules/.astro', 'node_modules/.vite'] as const

export const removeCaches = (folder: string): void => {
  for (const cache of caches) rmSync(`${folder}/${cache}`, { recursive: true, force: true })
}
