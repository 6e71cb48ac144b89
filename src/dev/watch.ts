import type { HookParameters } from 'astro'
import { projectRoot, reportLedger } from '../../scripts/index.ts'
import { currentLedger, replaceLedger } from '../current-ledger.ts'
import { contentProblems } from '../markdown/report.ts'
import { writeEditorFiles } from './editor-files.ts'
import { mistakePage } from './mistake-page.ts'
import { type Mistake, mistakeOf, mistakesIn, textOf, touches } from './mistakes.ts'

/** The part of Vite's environments that run modules which is needed here. */
interface Running {
  readonly runner: {
    readonly evaluatedModules: {
      getModulesByFile(file: string): Iterable<object> | undefined
      invalidateModule(module: object): void
    }
  }
}

/**
 * While the report is being written, a change of data or scripts computes the ledger again, from modules that the
 * server loads anew, as Node would not read one twice; and any change holds every chapter against it. What the build
 * would refuse stands in the place of the pages that it touches until it is mended. That the other language lacks
 * something is said in the terminal alone: one language is written before the other.
 */
export const watchReport = ({ server, logger }: Pick<HookParameters<'astro:server:setup'>, 'server' | 'logger'>): void => {
  let mistakes: readonly Mistake[] = []
  let told = ''
  let ledger: 'not computed yet' | 'stands' | 'faulty' = 'not computed yet'

  const compute = async (): Promise<void> => {
    if (ledger === 'not computed yet') {
      replaceLedger(reportLedger(projectRoot))
      return
    }
    // Before the scripts are loaded: a module that the server still holds would be the old one.
    const { moduleGraph } = server.environments.ssr
    for (const module of moduleGraph.idToModuleMap.values())
      if (module.file?.startsWith(`${projectRoot}/scripts/`)) moduleGraph.invalidateModule(module)
    const fresh = (await server.ssrLoadModule('/scripts/index.ts')) as typeof import('../../scripts/index.ts')
    replaceLedger(fresh.reportLedger(projectRoot))
  }

  const look = async (recompute: boolean): Promise<void> => {
    const before = mistakes.map(textOf).join('\n')
    let notices: readonly string[] = []
    try {
      if (recompute || ledger !== 'stands') await compute()
      ledger = 'stands'
      writeEditorFiles(projectRoot, currentLedger())
      mistakes = contentProblems(projectRoot, false).map(mistakeOf)
      const own = new Set(mistakes.map(textOf))
      notices = contentProblems(projectRoot)
        .map(mistakeOf)
        .map(textOf)
        .filter((text) => !own.has(text))
    } catch (error) {
      ledger = 'faulty'
      mistakes = mistakesIn(error, projectRoot)
    }
    const now = mistakes.map(textOf).join('\n')
    if (now !== before && now) logger.error(`to mend:\n${now}`)
    if (before && !now) logger.info('mended')
    if (notices.join('\n') !== told) {
      told = notices.join('\n')
      if (told) logger.warn(`the build will ask for this too:\n${told}`)
    }
    // Astro shows a changed chapter by itself; all else changes what pages show without being theirs.
    if (recompute || now !== before) server.ws.send({ type: 'full-reload' })
  }

  /**
   * Lists the chapters anew. Astro keeps the list with the page's module and forgets to drop it once a script has
   * changed; a module loaded anew brings a new list.
   */
  const relist = (): void => {
    const page = `${projectRoot}/src/pages/[language]/[...slug].astro`
    for (const environment of Object.values(server.environments)) {
      for (const module of environment.moduleGraph.getModulesByFile(page) ?? []) environment.moduleGraph.invalidateModule(module)
      const evaluated = 'runner' in environment ? (environment as unknown as Running).runner.evaluatedModules : undefined
      for (const module of evaluated?.getModulesByFile(page) ?? []) evaluated?.invalidateModule(module)
    }
  }

  // One look at a time; what changes meanwhile is looked at once more.
  let pending: { readonly recompute: boolean } | undefined
  let busy: Promise<void> | undefined
  const wanted = (recompute: boolean): void => {
    pending = { recompute: recompute || (pending?.recompute ?? false) }
    busy ??= (async () => {
      while (pending) {
        const { recompute: again } = pending
        pending = undefined
        await look(again)
      }
      busy = undefined
    })()
  }

  /** Whether a chapter came or went that the list of chapters does not have yet. */
  let stale = false
  for (const folder of ['data', 'scripts', 'content', '.astro']) server.watcher.add(`${projectRoot}/${folder}`)
  server.watcher.on('all', (event, path) => {
    if (event === 'addDir' || event === 'unlinkDir') return
    const [folder = ''] = path.startsWith(`${projectRoot}/`) ? path.slice(projectRoot.length + 1).split('/') : []
    if (folder === 'data' || folder === 'scripts') wanted(true)
    else if (folder === 'content') {
      stale ||= event !== 'change'
      wanted(false)
    } else if (stale && folder === '.astro' && path.includes('data-store')) {
      // Astro has read the file that came or went.
      stale = false
      relist()
      server.ws.send({ type: 'full-reload' })
    }
  })
  wanted(true)

  server.middlewares.use((request, response, next) => {
    if (!request.headers.accept?.includes('text/html')) return next()
    // A page waits for the look that a change has begun, and shows what came of it.
    void (busy ?? Promise.resolve()).then(() => {
      const here = mistakes.filter((mistake) => touches(mistake, projectRoot, request.url ?? ''))
      if (here.length === 0) return next()
      response.statusCode = 500
      response.setHeader('content-type', 'text/html; charset=utf-8')
      response.end(mistakePage(projectRoot, here))
    })
  })
}
