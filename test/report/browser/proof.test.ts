/** The proof of a figure as a reader sees it: its tree drawn and listed, what it hangs on, and the lines of its script. */
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Language } from '../../../scripts/ledger/types.ts'
import { hasBrowser, openSite } from '../../browser/open-site.ts'
import type { Host } from '../../browser/server.ts'
import { goodSite } from '../../site/project.ts'

const languages: readonly Language[] = ['zh', 'en']
/** A deep tree, one with shared figures, one of many cells, one of our own coding, an input, and pages of files. */
const addresses = [
  'audit/total.jobs/',
  'audit/multiplier.report/',
  'audit/objections.totalAtSectorLabour/',
  'audit/coding.mechanism.D/',
  'audit/services.catering.turnover/',
  'audit/source/',
  'audit/source/scripts/estimates/alibaba-2020/total.ts/',
  'audit/source/scripts/methods/leontief.ts/',
  'audit/source/data/nbs-2017/flows.csv/',
  'audit/source/data/nbs-wages-2019/inputs.yaml/',
]
const desk: BrowserContextOptions = { viewport: { width: 1440, height: 900 } }
const phone: BrowserContextOptions = { viewport: { width: 390, height: 844 } }

let host: Host
let browser: Browser

const visit = async (address: string, options: BrowserContextOptions, use: (page: Page) => Promise<void>): Promise<void> => {
  const context = await browser.newContext({ javaScriptEnabled: false, ...options })
  try {
    const page = await context.newPage()
    page.setDefaultTimeout(30_000)
    await page.goto(`${host.origin}${address}`)
    await use(page)
  } finally {
    await context.close()
  }
}

if (!hasBrowser) test.skip('no browser is here to look at a tree with (npm test gets one where it can)', () => {})

describe.runIf(hasBrowser)('the proof of a figure', () => {
  beforeAll(async () => {
    ;({ host, browser } = await openSite(goodSite))
  })

  test.each(languages)(
    'is drawn on a desk so that every box holds its words and no box lies on another, in %s',
    async (language) => {
      for (const address of addresses.slice(0, 4)) {
        await visit(`/${language}/${address}`, desk, async (page) => {
          expect(await page.locator('.tree svg').isVisible(), address).toBe(true)
          const faults = await page.locator('.tree svg').evaluate((svg) => {
            const boxes = [...svg.querySelectorAll('a')].map((link) => ({
              words: link.textContent ?? '',
              box: link.querySelector('rect')?.getBoundingClientRect() ?? new DOMRect(),
              text: link.querySelector('text')?.getBoundingClientRect() ?? new DOMRect(),
            }))
            const { right } = svg.parentElement?.getBoundingClientRect() ?? new DOMRect()
            return boxes.flatMap(({ words, box, text }, index) => [
              ...(text.left < box.left || text.right > box.right + 1 || text.top < box.top || text.bottom > box.bottom + 1
                ? [`${words} reaches out of its box`]
                : []),
              ...(box.right > right + 1 ? [`${words} is cut off`] : []),
              ...boxes
                .slice(index + 1)
                .filter(
                  (other) =>
                    Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left) > 0 &&
                    Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top) > 0,
                )
                .map((other) => `${words} lies on ${other.words}`),
            ])
          })
          expect(faults, address).toEqual([])
        })
      }
    },
    240_000,
  )

  test('leads from a box of the drawing to the figure', async () => {
    await visit('/en/audit/multiplier.report/', desk, async (page) => {
      await page.locator('.tree a.cited').first().click()
      expect(new URL(page.url()).pathname).toMatch(/^\/en\/audit\/inputOutput\.\w+\/$/)
    })
  })

  test('is a list on a phone, where nothing needs pushing sideways', async () => {
    for (const language of languages) {
      for (const address of addresses) {
        await visit(`/${language}/${address}`, phone, async (page) => {
          expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), address).toBe(0)
          if (await page.locator('.tree').count()) {
            expect(await page.locator('.tree svg').isVisible()).toBe(false)
            expect(await page.locator('.outline li').first().isVisible()).toBe(true)
          }
        })
      }
    }
  }, 240_000)

  /** The line that is pointed at, and those under it that may belong to its entry. */
  const entryAt = (line: Locator): Promise<string> =>
    line.evaluate((first) => {
      const lines = [...document.querySelectorAll('.line')]
      const at = lines.indexOf(first)
      return lines
        .slice(at, at + 4)
        .map(({ textContent }) => textContent)
        .join('')
    })

  /** A number by its chapter, its id, what its line holds, and what a printed input behind it holds; none behind a printed one. */
  test.each([
    ['a printed number', 'services', 'services.staff.employees', 'printed: "2.19"', undefined],
    ['a quotient', 'services', 'services.film.turnoverShare', `'services.film.turnoverShare'`, 'printed: "181"'],
    ['the result of a method', 'multiplier', 'multiplier.sectorLabour', `'multiplier.sectorLabour'`, undefined],
    ['a cell of a table', 'multiplier', 'inputOutput.exports', '163846.8', undefined],
    ['a count of the coding', 'model', 'coding.mechanism.D', 'each', undefined],
  ])('%s leads in two clicks to its line, which is marked and in sight, and to what is printed', async (_, chapter, id, own, printed) => {
    await visit(`/zh/${chapter}/`, desk, async (page) => {
      const line = page.locator('.line:target')
      const isMarked = async () => {
        // The browser goes to the line once the page is laid out.
        const top = expect.poll(() => line.evaluate((element) => element.getBoundingClientRect().top), { timeout: 10_000 })
        await top.toSatisfy((at: number) => at >= 0 && at < 900)
        const ground = (which: typeof line) => which.evaluate((element) => getComputedStyle(element).backgroundColor)
        expect(await ground(line)).not.toBe(await ground(page.locator('.line:not(:target)').first()))
      }
      await page.locator(`main a.figure:visible:has(data[data-figure="${id}"])`).first().click()
      const entry = page.url()
      await page.locator('.place a').first().click()
      expect(await entryAt(line)).toContain(own)
      await isMarked()
      await page.goto(entry)
      if (!(await page.locator('.outline').count())) return
      const leaf = page.locator('.outline .leaf a')
      if (printed) {
        await leaf.first().click()
        expect(await entryAt(line)).toContain(printed)
        await isMarked()
        return
      }
      // Of many cells, the table is what is printed.
      await page.locator('.outline a[href*="/audit/table/"]').first().click()
      expect(await page.locator('table.sheet td:visible a.figure').count()).toBeGreaterThan(100)
    })
  })

  test('goes on paper as lists and tables', async () => {
    await visit('/en/audit/total.jobs/', { viewport: { width: 720, height: 1000 } }, async (page) => {
      await page.emulateMedia({ media: 'print' })
      expect(await page.locator('.outline').first().isVisible()).toBe(true)
      expect(await page.locator('.influences').isVisible()).toBe(true)
      expect(await page.locator('nav.crumb').isVisible()).toBe(false)
    })
  })
})
