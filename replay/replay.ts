/** `npm run replay`: recomputes a ledger from its printed inputs, sharing no code with the build. README.md says how. */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, relative, resolve } from 'node:path'
import { examine } from './examine.ts'
import { readLedger } from './record.ts'
import type { Report } from './report.ts'

const usage = `npm run replay -- [LEDGER.json] [--json]

Recomputes every figure and every verdict of a ledger (dist/ledger.json) from the printed inputs in data/.
Ends with 0 if all agree, with 1 if something differs, with 2 if it could not begin.`

const named = 20

/** The report for people: one line a kind, then the first differences. */
const inWords = ({ counts, differences, notes }: Report, ledger: string): string => {
  const width = Math.max(...counts.map(({ examined }) => examined.length))
  const total = counts.reduce((sum, { count }) => sum + count, 0)
  return [
    ...counts.map(
      ({ examined, count, differing }) =>
        `${examined.padEnd(width)}  ${String(count).padStart(6)}  ${differing === 0 ? 'agree' : `${differing} differ${differing === 1 ? 's' : ''}`}`,
    ),
    ...notes,
    '',
    ...differences
      .slice(0, named)
      .flatMap(({ examined, id, what, expected, found }) => [
        `${id}: ${what} (${examined})`,
        `  expected  ${expected}`,
        `  found     ${found}`,
      ]),
    ...(differences.length > named ? [`… and ${differences.length - named} more: --json tells all.`] : []),
    differences.length === 0
      ? `${ledger}: ${total} things examined; all agree.`
      : `${ledger}: ${total} things examined; ${differences.length} differ${differences.length === 1 ? 's' : ''}.`,
  ].join('\n')
}

const run = (words: readonly string[]): number => {
  const flags = words.filter((word) => word.startsWith('-'))
  const paths = words.filter((word) => !word.startsWith('-'))
  if (flags.includes('--help') || flags.includes('-h')) {
    console.log(usage)
    return 0
  }
  const stray = flags.find((flag) => flag !== '--json')
  if (stray !== undefined || paths.length > 1) {
    console.error(`${stray ?? paths[1]}: not understood\n\n${usage}`)
    return 2
  }
  const own = resolve(import.meta.dirname, '..')
  const file = resolve(paths[0] ?? `${own}/dist/ledger.json`)
  const shownFile = relative(process.cwd(), file)
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    console.error(`${shownFile}: there is no such file; npm run build makes dist/ledger.json\n\n${usage}`)
    return 2
  }
  const site = dirname(file)
  // A ledger below a tree with data is held against that tree, any other against this one.
  const tree = existsSync(`${dirname(site)}/data`) ? dirname(site) : own
  try {
    const ledger = readLedger(text)
    const began = Date.now()
    const report = examine(ledger, {
      tree,
      site: existsSync(`${site}/index.html`) ? site : null,
      onProgress: (examined) => {
        if (process.stderr.isTTY && Date.now() - began > 1000) process.stderr.write(`${examined} …\n`)
      },
    })
    console.log(flags.includes('--json') ? JSON.stringify(report, null, 2) : inWords(report, shownFile))
    return report.differences.length === 0 ? 0 : 1
  } catch (error) {
    console.error(`${shownFile}: ${error instanceof Error ? error.message : String(error)}`)
    return 2
  }
}

process.exitCode = run(process.argv.slice(2))
