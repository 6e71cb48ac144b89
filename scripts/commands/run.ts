import { Problem, Problems } from '../ledger/problem.ts'

/** Runs a command; mistakes end it with their places and exit code 1, never with a stack trace. */
export const run = async (command: () => unknown): Promise<void> => {
  try {
    await command()
  } catch (error) {
    const problems = error instanceof Problems ? error.list : error instanceof Problem ? [error] : undefined
    if (!problems) throw error
    console.error(problems.map(({ message }) => message).join('\n'))
    console.error(`\n${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}. Nothing was written.`)
    process.exitCode = 1
  }
}
