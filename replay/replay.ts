/** `npm run replay`: recomputes a ledger from its printed inputs, sharing no code with the build. README.md says how. */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, relative, resolve } from 'node:path'
import { examine } from './examine.ts'
import { readLedger } from './record.ts'
import { inWords } from './report.ts'

const usage = `npm run replay -- [LEDGER.json] [--json]

Recomputes every figure and every verdict of a ledger (dist/ledger.json) from the printed inputs in data/.
Ends with 0 if all agree, with 1 if something differs, with 2 if it could not begin.`

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
