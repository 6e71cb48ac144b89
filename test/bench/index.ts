/** Measures what the report costs and how far its checks can be trusted, beside the goals. */
import { projectRoot, reportLedger } from '../../scripts/ledger/index.ts'
import { expectedNames, UsageProblem } from '../../scripts/ledger/problem.ts'
import { commandLine, wholeNumber } from '../../src/commands/cli/arguments.ts'
import { run } from '../../src/commands/cli/run.ts'
import { textTable } from '../../src/commands/cli/text-table.ts'
import { measureAccuracy } from './accuracy.ts'
import { measureBuild } from './build.ts'
import { measureCard } from './card.ts'
import { measureDev } from './dev.ts'
import { measureEstimate } from './estimate.ts'
import { measureExplorer } from './explorer.ts'
import { measureFalseAlarms } from './false-alarms.ts'
import { measureFaults } from './faults.ts'
import { measureGrowth } from './growth.ts'
import { measureInputOutput } from './input-output.ts'
import { measureLighthouse } from './lighthouse.ts'
import type { Measured } from './measured.ts'
import { measurePages } from './pages.ts'
import { measurePlanted } from './planted.ts'
import { measureSearch } from './search.ts'
import { measureSending } from './sending.ts'
import { measureUncertainty } from './uncertainty.ts'

/** Claims that are judged where nothing else is asked for. */
const million = 1_000_000
/** Shops that the scale regression reads where nothing else is asked for. */
const usualShops = 10_000_000
/** Windows of lines that faults are put into: some minutes, where all of them take an hour. */
const usualSample = 20
const usualSeed = 2020

await run(async () => {
  const { flags, values, words } = commandLine({
    name: 'bench',
    does: 'Measures what the report costs to compute, to build and to read, and how far its checks can be trusted. Times are medians of three.',
    words: {
      '[PARTS …]':
        'build, growth, dev, card, explorer, search, pages, lighthouse, false-alarms, planted, accuracy, faults, input-output, estimate, sending, uncertainty, mutation; all of them if left out',
    },
    flags: {
      shops: { value: 'N', hint: `shops that estimate reads; ${usualShops} if left out` },
      claims: { value: 'N', hint: `right claims to judge for false alarms; ${million} if left out` },
      sample: { value: 'N', hint: `windows of lines that mutation puts faults into; ${usualSample} if left out` },
      seed: { value: 'N', hint: `which sample is drawn; ${usualSeed} if left out` },
      all: { hint: 'mutation puts faults into every line, but not into words that describe a schema; about an hour' },
    },
    examples: ['npm run bench -- false-alarms planted', 'npm run bench -- mutation --sample 100'],
  })
  const parts: Readonly<Record<string, () => readonly Measured[] | Promise<readonly Measured[]>>> = {
    build: measureBuild,
    growth: measureGrowth,
    dev: measureDev,
    card: () => measureCard(`${projectRoot}/dist`),
    search: () => measureSearch(`${projectRoot}/dist`),
    pages: () => measurePages(`${projectRoot}/dist`),
    lighthouse: () => measureLighthouse(`${projectRoot}/dist`),
    explorer: () => measureExplorer(`${projectRoot}/dist`),
    'false-alarms': () => measureFalseAlarms(values.claims ? wholeNumber('claims', values.claims) : million),
    planted: () => measurePlanted(reportLedger()),
    accuracy: measureAccuracy,
    'input-output': measureInputOutput,
    faults: measureFaults,
    estimate: () => measureEstimate(values.shops ? wholeNumber('shops', values.shops) : usualShops),
    sending: measureSending,
    uncertainty: measureUncertainty,
    mutation: async () => {
      // Stryker takes a second to load, which the other parts need not wait for.
      const { measureMutation } = await import('./mutation.ts')
      return await measureMutation(
        flags.has('all')
          ? undefined
          : {
              windows: values.sample ? wholeNumber('sample', values.sample) : usualSample,
              seed: values.seed ? wholeNumber('seed', values.seed) : usualSeed,
            },
      )
    },
  }
  for (const word of words)
    if (!(word in parts)) throw new UsageProblem(`“${word}” is no part of the bench`, expectedNames(word, Object.keys(parts)))
  const rows: Measured[] = []
  for (const [name, measure] of Object.entries(parts)) if (words.length === 0 || words.includes(name)) rows.push(...(await measure()))
  console.log(textTable([['measured', 'now', 'goal'], ...rows]))
})
