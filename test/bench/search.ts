/** What the first query of the search costs a reader to fetch, compressed: from opening the search until its results stand. */
import { type Browser, chromium } from 'playwright-core'
import { site } from '#site'
import type { Language } from '../../scripts/ledger/types.ts'
import { browserFlags, browserPath } from '../../src/commands/cli/chromium.ts'
import { type Host, serveCompressed } from './host.ts'
import { type Measured, tellProgress } from './measured.ts'

const examplesIn = (language: Language): readonly string[] => site.words[language].searchExamples.split(/[,、]\s*/)
/** What the search itself offers to look for; the dearest of them counts. */
const queries: Readonly<Record<Language, readonly string[]>> = { zh: examplesIn('zh'), en: examplesIn('en') }

/** Opens a chapter, follows its link to the search, types, and weighs what is fetched from that click on. */
const firstQuery = async (browser: Browser, host: Host, language: Language, query: string): Promise<number> => {
  const page = await browser.newPage()
  const fetched = new Set<string>()
  try {
    await page.goto(`${host.origin}/${language}/${site.examples.chapter ? `${site.examples.chapter}/` : ''}`)
    // What every page loads is there already.
    const loaded = new Set(await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname)))
    page.on('request', (request) => {
      const { pathname } = new URL(request.url())
      if (!loaded.has(pathname)) fetched.add(pathname)
    })
    await page.click('a.find')
    await page.fill('#query', query)
    await page.waitForSelector('#found a')
    await page.waitForLoadState('networkidle')
  } finally {
    await page.close()
  }
  return [...fetched].reduce((sum, path) => sum + (host.weight(path) ?? 0), 0)
}

/** Measures the search of the site that stands in `dist`; nothing where no browser is. */
export const measureSearch = async (dist: string): Promise<readonly Measured[]> => {
  const executablePath = browserPath()
  if (!executablePath) {
    tellProgress('search: no browser is here to measure it with')
    return []
  }
  const host = await serveCompressed(dist)
  const browser = await chromium.launch({ executablePath, args: browserFlags })
  const rows: Measured[] = []
  try {
    for (const language of ['zh', 'en'] as const) {
      tellProgress(`search: first queries, ${language}`)
      const weights: number[] = []
      for (const query of queries[language]) weights.push(await firstQuery(browser, host, language, query))
      rows.push([`first query of the search with all it fetches, gzip KB (${language})`, (Math.max(...weights) / 1000).toFixed(1), '80'])
    }
  } finally {
    await browser.close()
    host.close()
  }
  return rows
}
