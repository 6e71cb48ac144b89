import { existsSync } from 'node:fs'
import type { HookParameters } from 'astro'
import { projectRoot, remember, reportLedger } from '../../scripts/ledger/index.ts'
import { currentLedger, replaceLedger } from '../current/ledger.ts'
import { chapterFile } from '../lib/chapter-files.ts'
import { changesIn } from '../lib/stamps.ts'
import type { Memory } from '../markdown/check.ts'
import { checkFrontMatter } from '../markdown/check.ts'
import type { Finding } from '../markdown/lint/finding.ts'
import { contentProblems } from '../markdown/report.ts'
import { chapterAt } from './chapter-at.ts'
import { writeEditorFiles } from './editor-files.ts'
import { missingPartner } from './missing-partner.ts'
import { mistakePage } from './mistake-page.ts'
import { type Mistake, mistakeOf, mistakesIn, textOf, touches } from './mistakes.ts'
import { movedFigures } from './moved.ts'
import { movedEvent } from './moved-event.ts'
import { takeIn } from './take-in.ts'

/** What a change touches, from the least to the most: a chapter alone; a table or chart of its own file; data; scripts. */
const reaches = ['chapters', 'shown', 'data', 'scripts'] as const
type Reach = (typeof reaches)[number]

/** How many milliseconds after a change, with none after it, all of what the build would ask for is told. */
const restAfter = 700

/**
 * While the report is being written, a change of data or scripts computes the ledger again, from modules that the
 * server loads anew, as Node would not read one twice; and any change holds every chapter against it. What the build
 * would refuse as wrong stands in the place of the pages that it touches until it is mended. What it would refuse as
 * unfinished, such as what the other language lacks, a placeholder or a straight quote, is said in the terminal; and at the
 * address of a page that one language lacks: one is written before the other.
 */
export const watchReport = ({
  server,
  logger,
  refreshContent,
}: Pick<HookParameters<'astro:server:setup'>, 'server' | 'logger' | 'refreshContent'>): void => {
  let mistakes: readonly Mistake[] = []
  let told = ''
  let ledger: 'not computed yet' | 'stands' | 'faulty' = 'not computed yet'

  /** What editors offer follows the ledger, and which charts and tables there are; chapters decide nothing of it. */
  let editorFilesAreOld = false

  /** How often it was looked for mistakes. */
  let looks = 0

  /** What computes the ledger: the scripts as Node read them, until one of them changes. */
  let scripts = { reportLedger, remember }
  let areLoaded = true
  const load = async (): Promise<void> => {
    // Before the scripts are loaded: a module that the server still holds would be the old one.
    const { moduleGraph } = server.environments.ssr
    for (const module of moduleGraph.idToModuleMap.values())
      if (module.file?.startsWith(`${projectRoot}/scripts/`)) moduleGraph.invalidateModule(module)
    scripts = (await server.ssrLoadModule('/scripts/ledger/index.ts')) as typeof import('../../scripts/ledger/index.ts')
    areLoaded = true
  }
  const compute = (): void => {
    editorFilesAreOld = true
    const before = ledger === 'not computed yet' ? undefined : currentLedger()
    scripts.remember()
    replaceLedger(scripts.reportLedger(projectRoot))
    // At once, and before chapters are held against it: what else moved with the numbers comes with the page.
    if (before) server.ws.send({ type: 'custom', event: movedEvent, data: movedFigures(before, currentLedger()) })
  }

  const chaptersRead: Memory = new WeakMap()

  /** Chapters that changed and that Astro has not taken in. */
  const untaken = new Set<string>()
  /** One without a sound front matter would make Astro give up on all. */
  const takeInChapters = async (): Promise<void> => {
    if (untaken.size === 0 || checkFrontMatter(projectRoot).length > 0) return
    const changed = [...untaken]
    untaken.clear()
    await takeIn(projectRoot, server, async () => refreshContent?.({}), changed)
  }

  const look = async (reach: Reach): Promise<void> => {
    looks += 1
    const before = mistakes.map(textOf).join('\n')
    try {
      if (reach === 'scripts') areLoaded = false
      // Scripts that could not be loaded are not forgotten over a change of data.
      if (!areLoaded) await load()
      if (reach === 'data' || reach === 'scripts' || ledger !== 'stands') compute()
      ledger = 'stands'
      // What open pages were told goes out before the chapters are read.
      await new Promise((resolve) => setImmediate(resolve))
      if (reach === 'shown') editorFilesAreOld = true
      mistakes = contentProblems(projectRoot, false, chaptersRead).map(mistakeOf)
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
    // Astro shows a changed chapter by itself; all else changes what pages show without being theirs.
    if (reach !== 'chapters' || now !== before) server.ws.send({ type: 'full-reload' })
  }

  const offerToEditors = (): void => {
    editorFilesAreOld = false
    try {
      writeEditorFiles(projectRoot, currentLedger())
    } catch (error) {
      logger.error(`editors are offered what was known before: ${error instanceof Error ? error.message : String(error)}`)
    }
  }

  /** What editors offer, and what the build would refuse beside: what the other language lacks, what is not finished, how it is set. */
  const tellRest = async (): Promise<void> => {
    // What reads words takes a while to load, and no page waits for it.
    const { findingSteps, inOrder } = await import('../markdown/lint/index.ts')
    if (busy || ledger !== 'stands') return
    if (editorFilesAreOld) offerToEditors()
    const now = looks
    const own = new Set(mistakes.map(textOf))
    const found: Finding[] = []
    for (const step of findingSteps(projectRoot, currentLedger(), [], chaptersRead)) {
      found.push(...step)
      // Who saves meanwhile does not wait for it: it begins anew after that.
      await new Promise((resolve) => setImmediate(resolve))
      if (now !== looks) return
    }
    const rest = inOrder(found)
      .map(({ problem }) => textOf(mistakeOf(problem)))
      .filter((text) => !own.has(text))
      .join('\n')
    if (rest && rest !== told) logger.warn(`the build will ask for this too:\n${rest}`)
    told = rest
  }
  let quiet: NodeJS.Timeout | undefined

  // One look at a time; what changes meanwhile is looked at once more.
  let pending: Reach | undefined
  let busy: Promise<void> | undefined
  const wanted = (reach: Reach): void => {
    if (pending === undefined || reaches.indexOf(reach) > reaches.indexOf(pending)) pending = reach
    clearTimeout(quiet)
    busy ??= (async () => {
      while (pending) {
        const now = pending
        pending = undefined
        await look(now)
      }
      busy = undefined
      quiet = setTimeout(() => void tellRest().catch((error: unknown) => logger.error(String(error))), restAfter)
    })()
  }

  const folders = ['data', 'scripts', 'content'].map((name) => `${projectRoot}/${name}`)
  const [data, code, content] = folders.map(changesIn)
  /** Asks the files themselves what changed: the system tells of it late, and of one change many times. */
  const notice = (): void => {
    const written = content?.() ?? []
    // Astro knows chapters; tables and charts are files beside them.
    const chapters = written.filter((path) => path.endsWith('.mdx'))
    for (const path of chapters) untaken.add(path)
    const [numbers, ways] = [data?.() ?? [], code?.() ?? []]
    if (ways.length > 0) wanted('scripts')
    else if (numbers.length > 0) wanted('data')
    else if (written.length > chapters.length) wanted('shown')
    else if (chapters.length > 0) wanted('chapters')
  }

  server.watcher.add(folders)
  let soon: NodeJS.Timeout | undefined
  server.watcher.on('all', (_event, path) => {
    if (!folders.some((folder) => path.startsWith(`${folder}/`))) return
    clearTimeout(soon)
    soon = setTimeout(notice, 10)
  })
  wanted('data')

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
    // Astro’s own listing and ours may overlap, and its list be one from before a chapter came: then it is taken in once more.
    response.once('finish', () => {
      const chapter = response.statusCode === 404 ? chapterAt(address) : undefined
      const file = chapter && `${projectRoot}/${chapterFile(chapter.language, chapter.slug)}`
      if (!file || !existsSync(file)) return
      untaken.add(file)
      wanted('chapters')
    })
    // A page waits for the look that a change has begun, and shows what came of it.
    void (busy ?? Promise.resolve()).then(() => {
      const here = mistakes.filter((mistake) => touches(mistake, projectRoot, address))
      if (here.length > 0) return refuse(500, here)
      const missing = missingPartner(projectRoot, address)
      return missing ? refuse(404, [missing]) : next()
    })
  })
}
