import type { HookParameters } from 'astro'
import { projectRoot, reportLedger } from '../../scripts/index.ts'
import { currentLedger, replaceLedger } from '../current-ledger.ts'
import { checkFrontMatter } from '../markdown/check.ts'
import { contentProblems } from '../markdown/report.ts'
import { writeEditorFiles } from './editor-files.ts'
import { missingPartner } from './missing-partner.ts'
import { mistakePage } from './mistake-page.ts'
import { type Mistake, mistakeOf, mistakesIn, textOf, touches } from './mistakes.ts'
import { changesIn } from './stamps.ts'
import { takeIn } from './take-in.ts'

/**
 * While the report is being written, a change of data or scripts computes the ledger again, from modules that the
 * server loads anew, as Node would not read one twice; and any change holds every chapter against it. What the build
 * would refuse stands in the place of the pages that it touches until it is mended. That the other language lacks
 * something is said in the terminal, and at the address of a page that it lacks: one language is written before the
 * other.
 */
export const watchReport = ({
  server,
  logger,
  refreshContent,
}: Pick<HookParameters<'astro:server:setup'>, 'server' | 'logger' | 'refreshContent'>): void => {
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

  /** Chapters that changed and that Astro has not taken in. */
  const untaken = new Set<string>()
  /** One without a sound front matter would make Astro give up on all. */
  const takeInChapters = async (): Promise<void> => {
    if (untaken.size === 0 || checkFrontMatter(projectRoot).length > 0) return
    const changed = [...untaken]
    untaken.clear()
    await takeIn(projectRoot, server, async () => refreshContent?.({}), changed)
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
    await takeInChapters().catch((error: unknown) => {
      mistakes = [...mistakes, ...mistakesIn(error, projectRoot)]
    })
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

  const [data, scripts, content] = [`${projectRoot}/data`, `${projectRoot}/scripts`, `${projectRoot}/content`] as const
  const changes = { data: changesIn(data), scripts: changesIn(scripts), content: changesIn(content) }
  /** Asks the files themselves what changed: the system tells of it late, and of one change many times. */
  const notice = (): void => {
    const chapters = changes.content()
    for (const path of chapters) untaken.add(path)
    const recompute = [...changes.data(), ...changes.scripts()].length > 0
    if (recompute || chapters.length > 0) wanted(recompute)
  }

  const folders = [data, scripts, content]
  server.watcher.add(folders)
  let soon: NodeJS.Timeout | undefined
  server.watcher.on('all', (_event, path) => {
    if (!folders.some((folder) => path.startsWith(`${folder}/`))) return
    clearTimeout(soon)
    soon = setTimeout(notice, 30)
  })
  wanted(true)

  server.middlewares.use((request, response, next) => {
    const address = (request.url ?? '').replace(/[?#].*$/, '')
    // Pages, whoever asks for them, and not the server's own modules.
    const page = /^\/(?!@).*\/$|^\/$|\.bib$/.test(address) || request.headers.accept?.includes('text/html')
    if (!page) return next()
    const refuse = (status: number, list: readonly Mistake[]): void => {
      response.statusCode = status
      response.setHeader('content-type', 'text/html; charset=utf-8')
      response.end(mistakePage(projectRoot, list))
    }
    notice()
    // A page waits for the look that a change has begun, and shows what came of it.
    void (busy ?? Promise.resolve()).then(() => {
      const here = mistakes.filter((mistake) => touches(mistake, projectRoot, address))
      if (here.length > 0) return refuse(500, here)
      const missing = missingPartner(projectRoot, address)
      return missing ? refuse(404, [missing]) : next()
    })
  })
}
