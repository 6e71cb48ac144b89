/**
 * Each template looks as it did: its first screen, and a chart and a table further down, in both languages, on a phone
 * and a desk, in light and dark. After a change of looks the pictures are made anew, and looked at, by
 * `UPDATE_SCREENSHOTS=1 npx vitest run test/report/browser/snapshots.test.ts`.
 */
import type { Browser, Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { projectRoot } from '../../../scripts/ledger/index.ts'
import { templateAddress, templatesIn } from '../../bench/templates.ts'
import { hasBrowser, openSite } from '../../browser/open-site.ts'
import type { Host } from '../../browser/server.ts'
import { goodSite } from '../../site/project.ts'
import { compare } from './pictures.ts'

const anew = process.env.UPDATE_SCREENSHOTS === '1'
/** Parts of pages that are looked at where they begin, beside the first screen. */
const parts: Readonly<Record<string, string>> = { chapter: 'figure.chart', audit: '.every .checks' }

let dist: string
let host: Host
let browser: Browser

/** The screen as it is once nothing moves; from a part of the page downwards where one is named. */
const screen = async (page: Page, part?: string): Promise<Buffer> => {
  if (part)
    await page
      .locator(part)
      .first()
      .evaluate((element) => scrollTo({ top: scrollY + element.getBoundingClientRect().top - 80, behavior: 'instant' }))
  return await page.screenshot({ animations: 'disabled', scale: 'css' })
}

if (!hasBrowser) test.skip('no browser is here to look at the pages with (npm test gets one where it can)', () => {})

describe.runIf(hasBrowser)('each template looks as it did', () => {
  beforeAll(async () => {
    ;({ dist, host, browser } = await openSite(goodSite))
  })

  const views = (['zh', 'en'] as const).flatMap((language) =>
    [390, 1440].flatMap((width) => (['light', 'dark'] as const).map((colorScheme) => ({ language, width, colorScheme }))),
  )
  test.concurrent.each(views)('in $language, $width px wide, in the $colorScheme', { timeout: 240_000 }, async (view) => {
    const { language, width, colorScheme } = view
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, reducedMotion: 'reduce' })
    const page = await context.newPage()
    const faults: (string | undefined)[] = []
    for (const template of templatesIn(dist)) {
      const { name } = template
      await page.goto(`${host.origin}${templateAddress(template, language)}`)
      for (const part of [undefined, parts[name]].slice(0, name in parts ? 2 : 1)) {
        const picture = `${name.replace(' ', '-')}${part ? '-below' : ''}-${language}-${width}-${colorScheme}.png`
        const folder = `${projectRoot}/test/report/browser/snapshots`
        if (part && (await page.locator(part).count()) === 0) faults.push(`${picture}: the page has no ${part}`)
        else
          faults.push(
            await compare(await screen(page, part), { file: `${folder}/${picture}`, differing: `${folder}/differing/${picture}`, anew }),
          )
      }
    }
    await context.close()
    expect(
      faults.filter((fault) => fault !== undefined),
      'pictures are made anew by UPDATE_SCREENSHOTS=1 npx vitest run test/report/browser/snapshots.test.ts',
    ).toEqual([])
  })
})
