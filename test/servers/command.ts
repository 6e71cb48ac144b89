/** `npm run estimate` as a person calls it, beside a test that does something to its servers meanwhile. */
import { spawn } from 'node:child_process'
import { projectRoot } from '../../scripts/ledger/index.ts'

export interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface Running {
  readonly interrupt: () => void
  readonly end: Promise<Ended>
}

export const startEstimate = (words: readonly string[], environment: Readonly<Record<string, string>> = {}): Running => {
  const child = spawn(process.execPath, ['src/commands/estimate.ts', ...words], {
    cwd: projectRoot,
    env: { ...process.env, LC_ALL: 'C.UTF-8', NODE_OPTIONS: '', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let [stdout, stderr] = ['', '']
  child.stdout.on('data', (part: Buffer) => {
    stdout += part.toString()
  })
  child.stderr.on('data', (part: Buffer) => {
    stderr += part.toString()
  })
  const end = new Promise<Ended>((resolve) => {
    child.on('close', (code) => resolve({ code, stdout, stderr }))
  })
  return { interrupt: () => child.kill('SIGINT'), end }
}

export const runEstimate = async (words: readonly string[], environment?: Readonly<Record<string, string>>): Promise<Ended> =>
  await startEstimate(words, environment).end
