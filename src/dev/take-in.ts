import { existsSync, readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { languages } from '../i18n/words.ts'
import { chapterFile, chapterSlugs } from '../lib/chapter-files.ts'
import { forget, type Server } from './forget.ts'

/**
 * Has Astro take in chapters that came, went or changed, and waits until it has. By itself it does so half a second
 * later and in two steps, the list of chapters before the way to their texts: a page that is asked for between them
 * fails.
 */
export const takeIn = async (root: string, server: Server, refresh: () => Promise<void>, changed: readonly string[]): Promise<void> => {
  const modules = `${root}/.astro/content-modules.mjs`
  const complete = (): boolean => {
    const listed = existsSync(modules) ? readFileSync(modules, 'utf8') : ''
    return languages.every((language) =>
      chapterSlugs(root, language).every((slug) => listed.includes(JSON.stringify(chapterFile(language, slug)))),
    )
  }
  // Two writings of Astro that overlap may leave the earlier one's list: a new one must stand twice, some time apart.
  let stands = complete()
  for (let turn = 0; turn < 50; turn++) {
    await refresh()
    const isListed = complete()
    if (isListed && stands) break
    await wait(300)
    if (isListed && complete()) break
    stands = complete()
  }
  // Astro keeps its list with the page's module, and forgets to drop it once a script has changed.
  for (const file of [...changed, modules, `${root}/src/pages/[language]/[...slug].astro`]) forget(server, file)
}
