import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { projectRoot } from '../../scripts/ledger/index.ts'
import { type Problem, Problems } from '../../scripts/ledger/problem.ts'
import { publish } from '../../scripts/ledger/publish/publish.ts'
import { refuseSigns } from '../commands/cli/obstacle.ts'
import { currentLedger } from '../current/ledger.ts'
import { unwatched } from '../dev/unwatched.ts'
import { watchReport } from '../dev/watch.ts'
import { writeCrate } from '../exports/write-crate.ts'
import { openCache, sweepCache } from '../lib/cache.ts'
import { checkFrontMatter } from '../markdown/check.ts'
import { finishPages } from './finish-pages.ts'

/** What `npm run check` tells: nothing less is published. What reads words takes a while to load, and only a build needs it. */
const refusals = async (): Promise<readonly Problem[]> => {
  const { allFindings } = await import('../markdown/lint/index.ts')
  return allFindings(projectRoot).map(({ problem }) => problem)
}

/**
 * Computes the ledger before Astro renders anything, refuses faulty prose with every mistake named, and publishes
 * `ledger.json` with the places where pages show each figure. `npm run dev` does the same at every change.
 */
export const report = (): AstroIntegration => ({
  name: 'report',
  hooks: {
    'astro:config:setup': async ({ command, updateConfig, injectScript }) => {
      refuseSigns(projectRoot)
      // While the report is written, code changes under a running server: what it makes is not kept.
      if (command === 'build') openCache(projectRoot)
      const problems = command === 'build' ? await refusals() : checkFrontMatter(projectRoot)
      if (command === 'dev') {
        updateConfig({ vite: { server: { watch: { ignored: unwatched(projectRoot) } } } })
        injectScript('page', "import '/src/dev/moved-client.ts'")
      }
      if (problems.length > 0) throw new Problems(problems)
    },
    'astro:server:setup': watchReport,
    'astro:build:done': ({ dir }) => {
      const folder = fileURLToPath(dir).replace(/\/$/, '')
      const { uses, sentences } = finishPages(folder, currentLedger())
      const ledger = publish(currentLedger(), uses, sentences)
      writeFileSync(`${folder}/ledger.json`, `${JSON.stringify(ledger, null, 1)}\n`)
      writeCrate(folder, ledger)
      sweepCache()
    },
  },
})
