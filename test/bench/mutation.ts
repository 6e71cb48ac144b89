/**
 * What the tests of the ledger would let pass. Stryker puts one small fault after another into the machinery (a comparison
 * turned, a condition taken as true, a statement left out) and runs the quick tests that reach it; a fault that no test
 * notices survives. Formulas are left to `planted`: the ledger reads them as text, which Stryker would rewrite. Words that
 * describe the fields of a schema are left out: people read them, and no code does.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { relative } from 'node:path'
import { Stryker } from '@stryker-mutator/core'
import { projectRoot } from '../../scripts/ledger/index.ts'
import { type Measured, percent, tellProgress } from './measured.ts'
import { linesOfWindow, sampleOf } from './sample.ts'
import { unreadWords } from './unread-words.ts'

/** What numbers pass through. Readers of files that hold no number stand beside the road. */
const folders = ['scripts/ledger', 'scripts/methods']
const formulas = 'scripts/ledger/formulas/'

const mutated = (): readonly string[] =>
  folders.flatMap((folder) =>
    readdirSync(`${projectRoot}/${folder}`, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .sort()
      .map((file) => `${folder}/${file}`)
      .filter((file) => !file.startsWith(formulas)),
  )

/** The score over a sample of windows of lines, or over everything where none is asked for: about an hour. */
export const measureMutation = async (sample?: { readonly windows: number; readonly seed: number }): Promise<readonly Measured[]> => {
  const files = mutated()
  const lines = (file: string) => readFileSync(`${projectRoot}/${file}`, 'utf8').split('\n').length - 1
  const mutate = sample
    ? sampleOf(
        files.map((file) => ({ file, lines: lines(file) })),
        sample.windows,
        sample.seed,
      )
    : files
  tellProgress(`mutation: ${sample ? `${sample.windows} windows of ${linesOfWindow} lines` : `${files.length} files`} …`)
  const from = performance.now()
  const results = await new Stryker({
    // Stryker's own log would go to standard output, among the results. Its level is a const enum here, and a word there.
    configFile: 'test/mutation.options.json',
    testRunner: 'vitest',
    plugins: ['@stryker-mutator/vitest-runner', `${import.meta.dirname}/unread-words.ts`],
    ignorers: ['descriptions'],
    vitest: { configFile: 'test/mutation.config.ts', related: false },
    mutate: [...mutate],
    // Strict types ask for “?.” also where the key is always there; nothing can notice that it goes.
    mutator: { excludedMutations: ['OptionalChaining'] },
    // What the ledger does while a test file is loaded belongs to no test.
    ignoreStatic: true,
    coverageAnalysis: 'perTest',
    concurrency: availableParallelism(),
    ignorePatterns: ['dist', '.astro', '.build', 'test/report/browser/snapshots'],
    tempDirName: 'node_modules/.stryker',
    reporters: [],
    allowConsoleColors: false,
  }).runMutationTest()
  const of = (...statuses: readonly string[]) => results.filter(({ status }) => statuses.includes(status))
  const caught = of('Killed', 'Timeout').length
  const survivors = of('Survived', 'NoCoverage')
  for (const { fileName, location, mutatorName, replacement, status } of survivors) {
    const place = `${relative(projectRoot, fileName)}:${location.start.line}:${location.start.column}`
    tellProgress(
      `  ${place}  ${status === 'NoCoverage' ? 'no test reaches' : 'survives'}: ${mutatorName} -> ${(replacement ?? '').replace(/\s+/g, ' ').slice(0, 80)}`,
    )
  }
  return [
    [`faults put into ${folders.join(' and ')}`, String(caught + survivors.length), ''],
    ['  caught by the quick tests', percent(caught, caught + survivors.length), '90 %'],
    ['  that no quick test reaches', String(of('NoCoverage').length), ''],
    [`left out: ${unreadWords}`, String(results.filter(({ statusReason }) => statusReason === unreadWords).length), ''],
    ['  minutes', ((performance.now() - from) / 60_000).toFixed(1), ''],
  ]
}
