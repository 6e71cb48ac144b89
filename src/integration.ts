import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { Problems, projectRoot, publish } from '../scripts/index.ts'
import { currentLedger, replaceLedger } from './current-ledger.ts'
import { contentProblems } from './markdown/report.ts'
import { usesOfFigures } from './uses.ts'

/** The mistake as a page that looks again by itself. */
const mistakePage = (text: string): string =>
  `<!doctype html><meta charset="utf-8"><meta http-equiv="refresh" content="2"><title>!</title><pre>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</pre>`

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
      /** What is wrong now, shown on every page until it is mended. */
      let mistake: string | undefined
      const recompute = async () => {
        try {
          // Before the scripts are loaded: a module that the server still holds would be the old one.
          for (const { moduleGraph } of Object.values(server.environments)) moduleGraph.invalidateAll()
          const fresh = (await server.ssrLoadModule('/scripts/index.ts')) as typeof import('../scripts/index.ts')
          replaceLedger(fresh.reportLedger(projectRoot))
          mistake = undefined
        } catch (error) {
          mistake = error instanceof Error ? error.message : String(error)
          logger.error(mistake)
        }
        server.ws.send({ type: 'full-reload' })
      }
      server.watcher.on('all', (_, path) => {
        if (path.startsWith(`${projectRoot}/data/`) || path.startsWith(`${projectRoot}/scripts/`)) void recompute()
      })
      server.middlewares.use((request, response, next) => {
        if (mistake === undefined || !request.headers.accept?.includes('text/html')) return next()
        response.statusCode = 500
        response.setHeader('content-type', 'text/html; charset=utf-8')
        response.end(mistakePage(mistake))
      })
    },
    'astro:build:done': ({ dir }) => {
      const folder = fileURLToPath(dir)
      const ledger = publish(currentLedger(), usesOfFigures(folder))
      writeFileSync(`${folder}/ledger.json`, `${JSON.stringify(ledger, null, 1)}\n`)
    },
  },
})
