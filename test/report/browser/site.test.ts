/** The built site as a reader meets it, in a browser without scripts unless a test says otherwise. */
import { readFileSync } from 'node:fs'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import type { LedgerRecord } from '../../../scripts/ledger/publish/record.ts'
import type { Language } from '../../../scripts/ledger/types.ts'
import { partsOf } from '../../../src/audit/parts.ts'
import { figureAddress } from '../../../src/lib/addresses.ts'
import { hasBrowser, openSite } from '../../browser/open-site.ts'
import type { Host } from '../../browser/server.ts'
import { goodSite } from '../../site/project.ts'

const languages: readonly Language[] = ['zh', 'en']

let dist: string
let ledger: LedgerRecord
let host: Host
let browser: Browser

const prepare = async (): Promise<void> => {
  ;({ dist, host, browser } = await openSite(goodSite))
  ledger = JSON.parse(readFileSync(`${dist}/ledger.json`, 'utf8')) as LedgerRecord
}

/** Opens a page and leaves it open for `use`. */
const visit = async <T>(address: string, options: BrowserContextOptions, use: (page: Page) => Promise<T>): Promise<T> => {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 1440, height: 900 }, ...options })
  try {
    const page = await context.newPage()
    page.setDefaultTimeout(30_000)
    await page.goto(`${host.origin}${address}`)
    return await use(page)
  } finally {
    await context.close()
  }
}

if (!hasBrowser) test.skip('no browser is here to look at the site with (npm test gets one where it can)', () => {})

describe.runIf(hasBrowser)('in a browser', () => {
  beforeAll(prepare)

  test('/ leads to a language by itself, without a script', async () => {
    await visit('/', {}, async (page) => {
      await page.waitForURL(/\/(zh|en)\/$/)
      expect(await page.locator('h1').count()).toBe(1)
    })
  })

  test.each(languages)('a number of a chapter leads in one click to its formula, its inputs and its line, in %s', async (language) => {
    const figures = new Map(ledger.figures.map((figure) => [figure.id, figure]))
    await visit(`/${language}/services/`, {}, async (page) => {
      await page.locator('p a.figure:has(data[data-figure="services.film.turnoverShare"])').first().click()
      const figure = figures.get('services.film.turnoverShare')
      expect(new URL(page.url()).pathname).toBe(`/${language}/audit/services.film.turnoverShare/`)
      expect(await page.locator('h1').textContent()).toBe(figure?.label[language])
      expect(await page.locator('.equation math').first().isVisible()).toBe(true)
      // In words, then with values.
      expect(await page.locator('.equation math').count()).toBeGreaterThan(1)
      expect(await page.locator('.equation .result').first().textContent()).toContain(figure?.shown[language])
      expect(
        await page
          .locator('code', { hasText: figure?.script ?? '' })
          .first()
          .isVisible(),
      ).toBe(true)
      const excerpt = (await page.locator('pre', { hasText: 'derived(' }).textContent()) ?? ''
      expect(excerpt).toContain(`'services.film.turnoverShare'`)
      expect(await page.locator('pre .marked .at').first().textContent()).toBe(figure?.script?.split(':')[1])

      for (const id of figure?.inputs ?? [])
        expect(await page.locator(`main a.figure:has(data[data-figure="${id}"])`).first().isVisible(), id).toBe(true)
      await page.locator('main a.figure:has(data[data-figure="services.film.boxOffice"])').first().click()
      const facts = await page.locator('main').textContent()
      expect(facts).toContain(figures.get('services.film.boxOffice')?.printed)
      expect(facts).toContain(figures.get('services.film.boxOffice')?.locator?.[language])
      expect(facts).toContain('data/alibaba-2020/inputs.yaml:')
    })
  })

  test.each(['flows', 'coding'])('the address of a cell of the table %s shows the cell’s line, pointed out', async (grid) => {
    const cells = ledger.figures.filter((figure) => figure.grid === grid)
    for (const figure of [cells[0], cells[Math.floor(cells.length / 2)], cells.at(-1)]) {
      if (!figure) throw new Error(`no cells of ${grid}`)
      await visit(figureAddress('en', figure), {}, async (page) => {
        const line = page.locator(':target')
        expect(await line.textContent()).toContain(figure.printed)
        // A long table is laid out after its line was pointed at, and the line comes into sight with it.
        await expect
          .poll(
            () =>
              line.evaluate((element) => element.getBoundingClientRect().top >= 0 && element.getBoundingClientRect().bottom <= innerHeight),
            { timeout: 20_000 },
          )
          .toBe(true)
      })
    }
  })

  test.each(languages)('a part of the audit shows the checks of one verdict, by style alone, in %s', async (language) => {
    const part = partsOf(ledger.checks).find(({ source, topic }) => source === 'alibaba-2020' && topic === 'cases')
    await visit(`/${language}/audit/checks/alibaba-2020/cases/`, {}, async (page) => {
      const rows = () =>
        page.evaluate(() => [...document.querySelectorAll('.checks tbody tr')].filter((row) => row.checkVisibility()).map(({ id }) => id))
      const claims = (verdict?: string) =>
        part?.checks.filter((check) => !verdict || check.verdict === verdict).map(({ claim }) => `check-${claim}`)

      expect(await rows()).toEqual(claims())
      const verdicts = new Set(part?.checks.map(({ verdict }) => verdict))
      expect(verdicts.size).toBeGreaterThan(3)
      for (const verdict of verdicts) {
        await page.check(`#verdict-${verdict}`)
        expect(await rows(), verdict).toEqual(claims(verdict))
      }
      await page.check('#verdict-all')
      expect(await rows()).toEqual(claims())
    })
  })

  test('the language switch leads to the same page in the other language, and back', async () => {
    await visit('/zh/', {}, async (page) => {
      for (const slug of ['', 'retail/', 'audit/', 'audit/total.jobs/', 'audit/table/flows/']) {
        await page.goto(`${host.origin}/zh/${slug}`)
        for (const [language, lang] of [
          ['en', 'en'],
          ['zh', 'zh-CN'],
        ]) {
          await page.locator('header a[hreflang]').click()
          expect(new URL(page.url()).pathname).toBe(`/${language}/${slug}`)
          expect(await page.locator('html').getAttribute('lang')).toBe(lang)
        }
      }
    })
  })

  describe('with the keyboard alone', () => {
    const focused = (page: Page) =>
      page.evaluate(() => {
        const element = document.activeElement
        if (!element || element === document.body) return undefined
        const { top, left, right, bottom } = element.getBoundingClientRect()
        const { outlineStyle, outlineWidth } = getComputedStyle(element)
        return {
          text: (element.textContent ?? '').trim(),
          className: element.className,
          href: element.getAttribute('href'),
          inMain: element.closest('main') !== null,
          inFoot: element.closest('footer') !== null,
          seen: bottom > 0 && top < innerHeight && right > 0 && left < innerWidth,
          outlined: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1,
        }
      })

    test('the first stop is a way past the contents, to the text and its first number', async () => {
      await visit('/en/retail/', {}, async (page) => {
        expect((await page.locator('.skip').boundingBox())?.x ?? 0).toBeLessThan(0)
        await page.keyboard.press('Tab')
        expect(await focused(page)).toMatchObject({ href: '#text', seen: true, outlined: true })
        await page.keyboard.press('Enter')
        const first = await page.locator('main a').first().getAttribute('href')
        await page.keyboard.press('Tab')
        expect(await focused(page)).toMatchObject({ inMain: true, href: first })
        let stops = 1
        while (!(await focused(page))?.className.includes('figure') && stops < 10) {
          await page.keyboard.press('Tab')
          stops += 1
        }
        expect(await focused(page)).toMatchObject({
          className: 'figure',
          href: await page.locator('main a.figure').first().getAttribute('href'),
          seen: true,
          outlined: true,
        })
      })
    })

    test('every stop is to be seen and marked, up to the foot of the page', async () => {
      await visit('/en/retail/', {}, async (page) => {
        const last = await page.locator('footer a').last().getAttribute('href')
        const stops: NonNullable<Awaited<ReturnType<typeof focused>>>[] = []
        for (let count = 0; count < 300; count += 1) {
          await page.keyboard.press('Tab')
          const stop = await focused(page)
          if (!stop) break
          stops.push(stop)
          if (stop.inFoot && stop.href === last) break
        }
        expect(stops.at(-1)).toMatchObject({ inFoot: true, href: last })
        expect(stops.filter(({ seen, outlined }) => !seen || !outlined)).toEqual([])
        const links = await page.locator('a[href]:not([tabindex="-1"]):visible').count()
        expect(new Set(stops).size).toBeGreaterThanOrEqual(links)
      })
    })

    test('a verdict is chosen with the arrows', async () => {
      await visit('/en/audit/checks/alibaba-2020/cases/', {}, async (page) => {
        await page.locator('#verdict-all').focus()
        await page.keyboard.press('ArrowRight')
        expect(await page.locator('#verdict-exact').isChecked()).toBe(true)
        expect(await page.locator('.checks tbody tr:visible').count()).toBe(
          ledger.checks.filter(
            ({ verdict, source, figure }) => verdict === 'exact' && source === 'alibaba-2020' && figure.startsWith('cases.'),
          ).length,
        )
      })
    })
  })

  test('paper shows the charts and the text, black on white, and no way about the site', async () => {
    await visit('/zh/', { colorScheme: 'dark', viewport: { width: 720, height: 1000 } }, async (page) => {
      await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
      for (const slug of ['', 'retail/', 'audit/', 'audit/total.jobs/']) {
        await page.goto(`${host.origin}/zh/${slug}`)
        const left = await page
          .locator('nav, .skip, .language, .filters, .chart summary')
          .evaluateAll((elements) => elements.filter((element) => element.checkVisibility()).map(({ className }) => className))
        expect(left, slug).toEqual([])
        expect(await page.locator('figure.chart svg:visible').count()).toBe(await page.locator('figure.chart').count())
        expect(await page.locator('h1').isVisible()).toBe(true)
        const { color, backgroundColor } = await page.evaluate(() => {
          const { color, backgroundColor } = getComputedStyle(document.documentElement)
          return { color, backgroundColor }
        })
        expect({ color, backgroundColor }).toEqual({ color: 'rgb(0, 0, 0)', backgroundColor: 'rgb(255, 255, 255)' })
      }
    })
  })
})
