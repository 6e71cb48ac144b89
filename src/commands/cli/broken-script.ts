/**
 * Loaded before a command (`node --import`): what is wrong with a script of the report is found while it is loaded, before
 * the command has begun, and is told as every other mistake is.
 */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { readText } from '../../../scripts/ledger/data/read-text.ts'
import { Problem, Problems } from '../../../scripts/ledger/problem.ts'
import type { Place } from '../../../scripts/ledger/types.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))

/** What authors of a report write in TypeScript; an error anywhere else is the engine’s own. */
const ofReport = /^(?:scripts\/(?!ledger\/|methods\/)|src\/report\/)/

const inReport = (address: string): string | undefined => {
  const path = address.startsWith('file:') ? fileURLToPath(address.replace(/\?.*$/, '')) : address
  const file = path.startsWith(root) ? path.slice(root.length) : ''
  return ofReport.test(file) ? file : undefined
}

/** Node shows a faulty line before the stack, after its file and line, and under it a caret. */
const shownAbove = (stack: string): Place | undefined => {
  const [, address = '', line = '', shown = ''] = /^(file:\S+?):(\d+)\n([\s\S]*?\^)/.exec(stack) ?? []
  const file = inReport(address)
  const lines = shown.split('\n')
  return file ? { file, line: Number(line), column: (lines.at(-1) ?? '').indexOf('^') + 1 } : undefined
}

/** The innermost place of a script of the report in a stack. */
const inStack = (stack: string): Place | undefined => {
  for (const [, address = '', line, column] of stack.matchAll(/(file:\S+?):(\d+):(\d+)\)?$/gm)) {
    const file = inReport(address)
    if (file) return { file, line: Number(line), column: Number(column) }
  }
  return undefined
}

/** Where a script names what it imports. */
const whereImported = (importer: string, name: string): Place | undefined => {
  const file = inReport(importer)
  if (!file) return undefined
  const lines = readFileSync(`${root}${file}`, 'utf8').split('\n')
  const last = name.split('/').at(-1) ?? name
  const index = lines.findIndex((text) => /\bfrom\b|\bimport\b/.test(text) && text.includes(last))
  return { file, line: Math.max(0, index) + 1, column: Math.max(0, lines[index]?.indexOf(last) ?? 0) + 1 }
}

/** A file in another encoding shows its parser signs that no script begins with. */
const unreadable = (file: string): Problem | undefined => {
  try {
    readText(root, file)
    return undefined
  } catch (error) {
    return error instanceof Problem ? error : undefined
  }
}

/** What an error says of a script of the report; nothing where it is none of the report’s. */
export const problemOfScript = (error: unknown): Problem | undefined => {
  if (!(error instanceof Error)) return undefined
  const { message, stack = '', name } = error
  const [, missing = '', importer = ''] = /^Cannot find (?:module|package) '([^']+)' imported from (.+)$/.exec(message) ?? []
  if (missing) {
    const place = whereImported(importer, missing)
    return (
      place && new Problem(`there is no file ${missing.replace(root, '')} to import`, place, 'the name of a script with its ending, .ts')
    )
  }
  const place = shownAbove(stack) ?? inStack(stack)
  if (!place) return undefined
  const notText = unreadable(place.file)
  if (notText) return notText
  const [, from, lacked] = /requested module '([^']+)' does not provide an export named '([^']+)'/.exec(message) ?? []
  if (lacked) return new Problem(`${from} exports no “${lacked}”`, place, 'a name that it exports')
  if (name === 'SyntaxError') return new Problem(`this is not TypeScript: ${message}`, place, 'what an editor underlines here, mended')
  return new Problem(`the script stops here: ${message}`, place, 'a script that runs to its end')
}

process.on('uncaughtException', (error) => {
  const problem = problemOfScript(error)
  const list = error instanceof Problems ? error.list : error instanceof Problem ? [error] : problem ? [problem] : undefined
  console.error(list ? `${list.map(({ message }) => message).join('\n')}\n\nNothing was written.` : error)
  process.exit(1)
})
