/**
 * Servers that tests start for themselves: each in a folder of its own, on a free port of this machine alone, as a user without
 * rights where the tests run as root. Whatever becomes of a test, none of them stays: they are stopped when the file of tests is
 * done, when the program ends, and by the system if it is killed.
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chmodSync, chownSync, existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

export interface Started {
  /** Stops it as a power cut would. */
  readonly kill: () => Promise<void>
  /** Stops it, and removes its folder. */
  readonly stop: () => Promise<void>
}

/** The first of these programs that is here; a pattern may find several, of which the last is the newest. */
export const programAt = (...patterns: readonly string[]): string | undefined =>
  patterns
    .map((pattern) => (pattern.includes('*') ? globSync(pattern).sort().at(-1) : existsSync(pattern) ? pattern : undefined))
    .find(Boolean)

/** Servers refuse to run as root. */
const unprivileged = (): { readonly uid: number; readonly gid: number } | undefined => {
  if (process.getuid?.() !== 0) return undefined
  const [, , uid = '65534', gid = '65534'] = (readFileSync('/etc/passwd', 'utf8').match(/^nobody:.*$/m)?.[0] ?? '').split(':')
  return { uid: Number(uid), gid: Number(gid) }
}

/** A folder for a server, which it may write. */
export const serverFolder = (name: string): string => {
  const folder = mkdtempSync(join(tmpdir(), `test-${name}-`))
  const user = unprivileged()
  if (user) chownSync(folder, user.uid, user.gid)
  chmodSync(folder, 0o700)
  return folder
}

/** A port that nobody listens at now. */
export const freePort = async (): Promise<number> =>
  await new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

const english = { ...process.env, LC_ALL: 'C.UTF-8', LANG: 'C.UTF-8', HOME: tmpdir() }

/** Runs a program to its end as the user that servers run as. */
export const runToEnd = (program: string, words: readonly string[], folder: string): void => {
  execFileSync(program, words, { ...unprivileged(), cwd: folder, env: english, stdio: 'pipe' })
}

const living = new Map<ChildProcess, string>()

process.on('exit', () => {
  for (const [child, folder] of living) {
    child.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  }
})

const dead = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null

const killed = async (child: ChildProcess): Promise<void> => {
  if (dead(child)) return
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGKILL')
  await gone
}

/** Where the system can, a server is killed with the program that started it, however that ends. */
const tied = (program: string, words: readonly string[]): readonly [string, readonly string[]] => {
  const setpriv = programAt('/usr/bin/setpriv', '/bin/setpriv')
  return setpriv ? [setpriv, ['--pdeathsig', 'KILL', '--', program, ...words]] : [program, words]
}

/** Starts a server and waits until it answers; what it said is in the error if it does not. */
export const startServer = async (
  program: string,
  words: readonly string[],
  folder: string,
  answers: () => Promise<boolean>,
): Promise<Started> => {
  const [first, rest] = tied(program, words)
  const child = spawn(first, rest, { ...unprivileged(), cwd: folder, env: english, stdio: ['ignore', 'pipe', 'pipe'] })
  living.set(child, folder)
  let said = ''
  const hear = (part: Buffer): void => {
    said = (said + part.toString()).slice(-4000)
  }
  child.stdout.on('data', hear)
  child.stderr.on('data', hear)
  const stop = async (): Promise<void> => {
    await killed(child)
    living.delete(child)
    // What a server left behind may still write for a moment.
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
  }
  const until = Date.now() + 20_000
  while (!(await answers().catch(() => false))) {
    if (dead(child) || Date.now() > until) {
      await stop()
      throw new Error(`${program} does not answer:\n${said}`)
    }
    await wait(30)
  }
  return { kill: () => killed(child), stop }
}
