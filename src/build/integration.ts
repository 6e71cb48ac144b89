import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { projectRoot } from '../../scripts/ledger/index.ts'
import { Problems } from '../../scripts/ledger/problem.ts'
import { publish } from '../../scripts/ledger/publish/publish.ts'
import { refuseSigns } from '../commands/cli/obstacle.ts'
import { currentLedger } from '../current/ledger.ts'
import { unwatched } from '../dev/unwatched.ts'
import { watchReport } from '../dev/watch.ts'
import { writeCrate } from '../exports/write-crate.ts'
import { openCache, sweepCache } from '../lib/cache.ts'
import { checkFrontMatter } from '../markdown/check.ts'
import { finishPages } from './finish-pages.ts'
import { buildHelper } from './helper.ts'

/** Addresses of files that a build’s helper writes. */
const served = ['/ledger.xlsx', '/ledger.schema.json', '/datapackage.json', '/data/[...table].csv'] as const

/** Stops a build whose report has mistakes, with all of them named. */
const refuseMistakes = async (): Promise<void> => {
  const problems = await buildHelper().problems
  if (problems.length > 0) throw new Problems(problems)
}

/**
 * Computes the ledger before Astro renders anything, refuses faulty prose with every mistake named, and publishes
 * `ledger.json` with the places where pages show each figure. `npm run dev` does the same at every change.
 */
export const report = (): AstroIntegration => ({
  name: 'report',
  hooks: {
    'astro:config:setup': async ({ command, updateConfig, injectScript, injectRoute }) => {
      refuseSigns(projectRoot)
      if (command === 'build') {
        buildHelper()
        openCache(projectRoot)
        // Computed before pages ask for it, while the helper looks for mistakes. They are refused once all is bundled, before a page is rendered.
        currentLedger()
        updateConfig({ vite: { plugins: [{ name: 'refuse-mistakes', writeBundle: refuseMistakes }] } })
        return
      }
      const problems = checkFrontMatter(projectRoot)
      if (command === 'dev') {
        updateConfig({ vite: { server: { watch: { ignored: unwatched(projectRoot) } } } })
        injectScript('page', "import '/src/dev/moved-client.ts'")
        for (const pattern of served) injectRoute({ pattern, entrypoint: './src/exports/served.ts', prerender: true })
      }
      if (problems.length > 0) throw new Problems(problems)
    },
    'astro:server:setup': watchReport,
    'astro:build:done': async ({ dir }) => {
      await refuseMistakes()
      // Where no page lists the files, what stops their making is told before the rest is done.
      await buildHelper().files
      const folder = fileURLToPath(dir).replace(/\/$/, '')
      const { uses, sentences } = await finishPages(folder, currentLedger(), buildHelper())
      const ledger = publish(currentLedger(), uses, sentences)
      writeFileSync(`${folder}/ledger.json`, `${JSON.stringify(ledger, null, 1)}\n`)
      writeCrate(folder, ledger)
      sweepCache()
    },
  },
})
