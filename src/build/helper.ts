import { fork } from 'node:child_process'
import { Socket } from 'node:net'
import { fileURLToPath } from 'node:url'
import { Problem } from '../../scripts/ledger/problem.ts'
import type { ListedFile } from '../exports/files.ts'
import { type Answer, type Helper, helperBy, type Order } from './current-helper.ts'

/** How both processes of a build are told to spare memory. */
export const sparing = ['--heap-growing-percent=40', '--semi-space-growth-factor=1'] as const

const startHelper = (): Helper => {
  const helper = fork(fileURLToPath(new URL('helper-process.ts', import.meta.url)), {
    execArgv: [...process.execArgv, ...sparing],
    // One picture is painted while the next is outlined.
    env: { ...process.env, UV_THREADPOOL_SIZE: '2' },
    serialization: 'advanced',
    stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
  })
  // A build that fails does not wait for it, nor for what it may yet say: it ends when nobody listens any more.
  helper.unref()
  helper.channel?.unref()
  if (helper.stderr instanceof Socket) helper.stderr.unref()
  // Told only where nothing better is known: what stops it mostly stops Astro too, which says so itself.
  let said = ''
  helper.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  const problems = Promise.withResolvers<readonly Problem[]>()
  const files = Promise.withResolvers<readonly ListedFile[]>()
  const written = Promise.withResolvers<void>()
  const fail = (error: Error): void => {
    problems.reject(error)
    files.reject(error)
    written.reject(error)
  }
  // Who waits is told; where nobody does, the build has failed for another reason.
  for (const { promise } of [problems, files, written]) promise.catch(() => {})
  helper.on('message', (answer: Answer) => {
    if ('problems' in answer) problems.resolve(answer.problems.map(({ what, place, expected }) => new Problem(what, place, expected)))
    else if ('files' in answer) files.resolve(answer.files)
    else if ('written' in answer) written.resolve()
    else fail(Object.assign(new Error(), answer.failed))
  })
  helper.once('error', fail)
  helper.once('close', (code, signal) => fail(new Error(`the build’s second process ended by itself (${code ?? signal})\n${said}`)))

  let waiting = 0
  const awaited = async <Result>(promise: Promise<Result>): Promise<Result> => {
    waiting += 1
    helper.ref()
    helper.channel?.ref()
    try {
      return await promise
    } finally {
      waiting -= 1
      if (waiting === 0) {
        helper.unref()
        helper.channel?.unref()
      }
    }
  }
  /** What one that has ended is told goes nowhere: who waits for its work is told that it ended. */
  const tell = (order: Order): Promise<void> =>
    new Promise((resolve) => {
      if (helper.connected) helper.send(order, () => resolve())
      else resolve()
    })
  return {
    get problems() {
      return awaited(problems.promise)
    },
    get files() {
      return awaited(files.promise)
    },
    paint: (drawn) => {
      tell({ drawn })
    },
    complete: (standing) => tell({ standing }),
    completed: async () => {
      await awaited(written.promise)
      helper.disconnect()
    },
  }
}

/** The helper of this build, started where it was not. */
export const buildHelper = (): Helper => helperBy(startHelper)
