/**
 * What a build has done in a process of its own, while Astro bundles and renders: the report is held against everything
 * that `npm run check` tells; the files for other people's tools are made, and the audit’s pages, which need nothing of Astro
 * but their frame; pictures are painted.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { projectRoot } from '../../scripts/ledger/index.ts'
import { makeCurrentFiles } from '../exports/current-files.ts'
import { listed } from '../exports/files.ts'
import { openCache } from '../lib/cache.ts'
import { allFindings } from '../markdown/lint/index.ts'
import { makeAuditPages } from './audit-pages.ts'
import type { Answer, Order, Standing } from './current-helper.ts'
import { type Painted, paintChart, paintTitles } from './pictures.ts'

const writeInto = (folder: string, path: string, bytes: Uint8Array): void => {
  const file = join(folder, path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, bytes)
}

const answer = (words: Answer): void => {
  // Where nobody listens any more, the build has failed for another reason.
  process.send?.(words, undefined, {}, () => {})
}

// Whoever asked for it is gone.
process.once('disconnect', () => process.exit())

const painted: Painted = new Map()
const standing = Promise.withResolvers<Standing>()
/** Pictures are painted one after another, in the order in which they are drawn. */
let painting = Promise.resolve()
process.on('message', (order: Order) => {
  if ('standing' in order) standing.resolve(order.standing)
  else {
    painting = painting.then(() => paintChart(painted, order.drawn))
    // Told when it is waited for.
    painting.catch(() => {})
  }
})

try {
  openCache(projectRoot)
  const problems = allFindings(projectRoot).map(({ problem: { what, place, expected } }) => ({ what, place, expected }))
  answer({ problems })
  if (problems.length === 0) {
    const files = await makeCurrentFiles()
    answer({ files: files.map(listed) })
    const putPagesInto = makeAuditPages()
    await paintTitles(painted)
    const site = await standing.promise
    putPagesInto(site)
    await painting
    for (const { path, bytes } of files) writeInto(site.folder, path, bytes)
    for (const [path, bytes] of painted) writeInto(site.folder, path, bytes)
    answer({ written: true })
  }
} catch (error) {
  const { message = String(error), stack, code, path, syscall } = error as NodeJS.ErrnoException
  answer({ failed: { message, stack, code, path, syscall } })
}
