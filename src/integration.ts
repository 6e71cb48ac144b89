import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { Problems, projectRoot, publish } from '../scripts/index.ts'
import { currentLedger, replaceLedger } from './current-ledger.ts'
import { contentProblems } from './markdown/report.ts'
import { usesOfFigures } from './uses.ts'

/**
 * Computes the ledger before Astro renders anything, refuses faulty prose with every mistake named, and publishes
 * `ledger.json` with the places where pages show each figure. While the report is being written, a change of data
 * or scripts computes the ledger again from modules that the server loads anew, as Node would not read one twice.
 */
export const report = (): AstroIntegration => ({
  name: 'report',
  hooks: {
    'astro:config:setup': ({ command }) => {
      currentLedger()
      if (command !== 'build') return
      const problems = contentProblems(projectRoot)
      if (problems.length > 0) throw new Problems(problems)
    },
    'astro:server:setup': ({ server, logger }) => {
      for (const folder of ['data', 'scripts']) server.watcher.add(`${projectRoot}/${folder}`)
      const recompute = async () => {
        try {
          const fresh = (await server.ssrLoadModule('/scripts/index.ts')) as typeof import('../scripts/index.ts')
          replaceLedger(fresh.reportLedger(projectRoot))
          server.moduleGraph.invalidateAll()
          server.ws.send({ type: 'full-reload' })
        } catch (error) {
          const message = error instanceof Error ? error.message : String(error)
          logger.error(message)
          server.ws.send({ type: 'error', err: { message, stack: '' } })
        }
      }
      server.watcher.on('all', (_, path) => {
        if (path.startsWith(`${projectRoot}/data/`) || path.startsWith(`${projectRoot}/scripts/`)) void recompute()
      })
    },
    'astro:build:done': ({ dir }) => {
      const folder = fileURLToPath(dir)
      const ledger = publish(currentLedger(), usesOfFigures(folder))
      writeFileSync(`${folder}/ledger.json`, `${JSON.stringify(ledger, null, 1)}\n`)
    },
  },
})
