import { relative } from 'node:path'
import { projectRoot } from '../../../scripts/ledger/index.ts'
import { Problem, Problems, UsageProblem } from '../../../scripts/ledger/problem.ts'
import { HelpAsked } from './arguments.ts'
import { Obstacle, obstacleIn, refuseSigns } from './obstacle.ts'

/** What Astro and its compiler say of a faulty page, chapter or configuration. */
interface PlacedError extends Error {
  readonly loc?: { readonly file?: string; readonly line?: number; readonly column?: number }
  readonly hint?: string
}

/** The code with which Ctrl-C ends a command, as signals end programs: 128 and the number of the signal. */
export const interrupted = 130

/**
 * Runs a command. Mistakes in data, scripts and prose end it with their places and exit code 1, a wrong use of the
 * command with 2; neither with a stack trace.
 */
export const run = async (command: () => unknown): Promise<void> => {
  // A reader such as head may close the pipe early.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })
  try {
    refuseSigns(projectRoot)
    await command()
  } catch (error) {
    if (error instanceof HelpAsked) {
      console.log(error.message)
      return
    }
    if (error instanceof UsageProblem) {
      console.error(error.message)
      process.exitCode = 2
      return
    }
    const problems = problemsOf(error)
    const obstacle = problems ? undefined : error instanceof Obstacle ? error : obstacleIn(error)
    if (obstacle) {
      console.error(`${obstacle.message}\n\nNothing was written.`)
      process.exitCode = 1
      return
    }
    if (!problems) throw error
    console.error(problems.map(({ message }) => message).join('\n'))
    console.error(`\n${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}. Nothing was written.`)
    process.exitCode = 1
  }
}

/** What keeps the site from being built, told after a command has done what it could; it ends with 1. */
export const tellUnexplained = (problems: readonly Problem[]): void => {
  if (problems.length === 0) return
  console.error(`\n${problems.map(({ message }) => message).join('\n')}`)
  console.error(
    `\n${problems.length} ${problems.length === 1 ? 'verdict wants its reason' : 'verdicts want their reasons'}. Until then no site is built.`,
  )
  process.exitCode = 1
}

const problemsOf = (error: unknown): readonly Problem[] | undefined => {
  if (error instanceof Problems) return error.list
  if (error instanceof Problem) return [error]
  const { loc, message, hint } = error as PlacedError
  if (!loc?.file) return undefined
  return [new Problem(message, { file: relative(process.cwd(), loc.file), line: loc.line ?? 1, column: loc.column ?? 1 }, hint)]
}
