/**
 * Prints the whole report in each language as one PDF, from the last build: `npm run pdf`. The files stand in `dist/`
 * beside the site; a build needs no browser and makes none of them.
 */
import { existsSync, writeFileSync } from 'node:fs'
import { readSources } from '../../scripts/ledger/data/read-sources.ts'
import { projectRoot } from '../../scripts/ledger/index.ts'
import { languages } from '../i18n/words.ts'
import { localAddress, publishedAt } from '../lib/site-address.ts'
import { composeBook } from '../print/book.ts'
import { pdfName } from '../print/name.ts'
import { pagesOf, printBook } from '../print/press.ts'
import { commandLine } from './cli/arguments.ts'
import { run } from './cli/run.ts'

const dist = `${projectRoot}/dist`

/** Says why nothing is printed, and what to do. */
const refuse = (what: string, remedy: string): void => {
  console.error(`${what}\n    expected: ${remedy}`)
  process.exitCode = 1
}

await run(async () => {
  commandLine({
    name: 'pdf',
    does: 'Prints the whole report in each language as one PDF, from the last build, with Chromium.',
    exits: { 1: 'there is no build, or no browser; nothing was written' },
  })
  const site = publishedAt()
  if (!existsSync(`${dist}/ledger.json`)) return refuse('there is no build to print', 'npm run build, then npm run pdf')
  const { chromium, browserFlags, browserPath } = await import('./cli/chromium.ts')
  const executablePath = browserPath()
  if (!executablePath)
    return refuse('no browser is here to print with', 'Chromium, by npx playwright-core install chromium or from your system')
  const own = readSources(projectRoot).sources.find(({ group }) => group === 'own')
  if (!own) throw new Error('data/sources.yaml has no record of this report')
  if (!site) console.error(`SITE_URL is not set: numbers lead to ${localAddress}, where npm run preview serves the site`)
  const books = languages.map((language) => ({ language, html: composeBook(projectRoot, language, own, site ?? localAddress) }))
  const browser = await chromium.launch({ executablePath, args: browserFlags })
  try {
    for (const { language, html } of books) {
      const file = await printBook(browser, html, dist, String(own.year))
      writeFileSync(`${dist}/${pdfName(language)}`, file)
      const { pages } = await pagesOf(file)
      console.log(`dist/${pdfName(language)}: ${pages} pages, ${Math.round(file.length / 1000)} KB`)
    }
  } finally {
    await browser.close()
  }
})
