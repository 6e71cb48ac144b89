/** The search in a browser: what a reader types, sees and presses. */

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults, RunOptions } from 'axe-core'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { hasBrowser, openSite } from '../../browser/open-site.ts'
import type { Host } from '../../browser/server.ts'
import { fileFor, readPage } from '../../site/pages.ts'
import { goodSite } from '../../site/project.ts'

let dist: string
let host: Host
let browser: Browser

const visit = async (address: string, use: (page: Page) => Promise<void>, options: BrowserContextOptions = {}): Promise<void> => {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options })
  try {
    const page = await context.newPage()
    const faults: string[] = []
    page.on('console', (message) => faults.push(message.text()))
    page.on('pageerror', (error) => faults.push(error.message))
    page.on('request', (request) => {
      if (!request.url().startsWith(host.origin)) faults.push(request.url())
    })
    page.setDefaultTimeout(30_000)
    await page.goto(`${host.origin}${address}`)
    await use(page)
    // What the policy of the pages forbids is told in the console too.
    expect(faults).toEqual([])
  } finally {
    await context.close()
  }
}

const told = (page: Page, words: string | RegExp) =>
  expect.poll(() => page.locator('#told').textContent(), { timeout: 20_000 }).toMatch(words)
const results = (page: Page) => page.locator('#found a')
const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('href') ?? document.activeElement?.id)

if (!hasBrowser) test.skip('no browser is here to search with (npm test gets one where it can)', () => {})

describe.runIf(hasBrowser)('the search in a browser', { timeout: 180_000 }, () => {
  beforeAll(async () => {
    ;({ dist, host, browser } = await openSite(goodSite))
  })

  test('finds Chinese as it is typed, with the words marked, and keeps the query in the address', async () => {
    await visit('/zh/search/', async (page) => {
      expect(await focused(page)).toBe('query')
      const steps = await page.evaluate(() => history.length)
      await page.keyboard.type('骑手')
      await told(page, /^\d+章，\d+个数字$/)
      expect(new Set(await page.locator('#found .chapters mark').allTextContents())).toEqual(new Set(['骑手']))
      expect(await page.locator('#found h3').first().textContent()).toBe('贫困县来的骑手：有月薪，没有工时')
      expect(new URL(page.url()).searchParams.get('q')).toBe('骑手')
      expect(await page.evaluate(() => history.length)).toBe(steps)
      expect(await page.locator('a.language').getAttribute('href')).toContain(`?q=${encodeURIComponent('骑手')}`)
    })
  })

  test('finds English by the beginning of a word and marks the whole of it', async () => {
    await visit('/en/search/?q=multipl', async (page) => {
      await told(page, /^\d+ chapters, \d+ figures$/)
      const marks = await page.locator('#found mark').allTextContents()
      expect(marks.length).toBeGreaterThan(5)
      for (const mark of marks) expect(mark).toMatch(/^multipl(e|es|ier|iers|ied|ies|y|ying)$/i)
    })
  })

  test('leads only to pages and anchors that are there', async () => {
    const known = new Map<string, ReadonlySet<string>>()
    for (const address of [`/zh/search/?q=${encodeURIComponent('就业机会')}`, '/en/search/?q=input-output', '/en/search/?q=4976']) {
      await visit(address, async (page) => {
        await results(page).first().waitFor()
        const more = page.locator('#found .chapters + button')
        while ((await more.count()) > 0) {
          const before = await page.locator('.chapters > li').count()
          await more.click()
          await expect.poll(() => page.locator('.chapters > li').count(), { timeout: 20_000 }).toBeGreaterThan(before)
        }
        const links = await results(page).evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''))
        expect(links.length).toBeGreaterThan(2)
        for (const link of links) {
          const { pathname, hash } = new URL(link, host.origin)
          const path = decodeURIComponent(pathname)
          expect(fileFor(dist, path), link).toBeDefined()
          const ids = known.get(path) ?? readPage(dist, `${path.slice(1)}index.html`).ids
          known.set(path, ids)
          if (hash) expect(ids.has(decodeURIComponent(hash.slice(1))), link).toBe(true)
        }
      })
    }
  })

  test('shows the figure first to whoever types a number', async () => {
    await visit('/en/search/?q=4976', async (page) => {
      await results(page).first().waitFor()
      expect(await results(page).first().getAttribute('href')).toBe('/en/audit/retail.jobs/')
      expect(await page.locator('#found .figures .number').first().textContent()).toBe('49.76 million')
      await page.fill('#query', '69.01 million')
      await expect.poll(() => results(page).first().getAttribute('href'), { timeout: 20_000 }).toBe('/en/audit/total.jobs/')
      await page.fill('#query', 'total.jobs')
      await told(page, /1 figure$/)
    })
  })

  test('shows all figures to whoever asks', async () => {
    await visit('/en/search/?q=multipliers', async (page) => {
      await told(page, /\d+ figures$/)
      const count = Number(/(\d+) figures$/.exec((await page.locator('#told').textContent()) ?? '')?.[1])
      const items = page.locator('#found .figures > li')
      const shown = await items.count()
      expect(shown).toBeLessThan(count)
      await page.click(`#found button:has-text("All ${count} figures")`)
      await expect.poll(() => items.count(), { timeout: 20_000 }).toBe(count)
      expect(await focused(page)).toBe(await items.nth(shown).locator('a').getAttribute('href'))
    })
  })

  test('Enter leads to the first that is found for what is typed, however soon it is pressed', async () => {
    const context = await browser.newContext()
    const page = await context.newPage()
    await page.route('**/terms/*.json', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 300))
      await route.continue()
    })
    await page.goto(`${host.origin}/zh/search/`)
    const first = () => results(page).first().getAttribute('href')
    const focusIsFirst = () => expect.poll(async () => (await focused(page)) === (await first()), { timeout: 20_000 }).toBe(true)
    await page.keyboard.type('乘数')
    await page.keyboard.press('Enter')
    await results(page).first().waitFor()
    await focusIsFirst()
    const before = await first()
    await page.fill('#query', '骑手')
    await page.keyboard.press('Enter')
    await expect.poll(first, { timeout: 20_000 }).not.toBe(before)
    await focusIsFirst()
    await context.close()
  })

  test('is walked with the arrow keys, opened with Enter and cleared with Escape', async () => {
    await visit('/zh/search/', async (page) => {
      await page.keyboard.type('乘数')
      await results(page).first().waitFor()
      const links = await results(page).evaluateAll((all) =>
        all.filter((each) => each.checkVisibility()).map((link) => link.getAttribute('href')),
      )
      await page.keyboard.press('ArrowDown')
      expect(await focused(page)).toBe(links[0])
      await page.keyboard.press('ArrowDown')
      expect(await focused(page)).toBe(links[1])
      await page.keyboard.press('ArrowUp')
      await page.keyboard.press('ArrowUp')
      expect(await focused(page)).toBe('query')
      await page.keyboard.press('Enter')
      expect(await focused(page)).toBe(links[0])
      await page.keyboard.press('Escape')
      expect(await focused(page)).toBe('query')
      expect(await page.inputValue('#query')).toBe('')
      expect(await results(page).count()).toBe(0)
      expect(new URL(page.url()).search).toBe('')
      await page.keyboard.type('乘数')
      await results(page).first().waitFor()
      await page.keyboard.press('Enter')
      await page.keyboard.press('Enter')
      await page.waitForURL(/\/zh\/multiplier\/$/)
      await page.goBack()
      await told(page, /章/)
      expect(await page.inputValue('#query')).toBe('乘数')
    })
  })

  test('is reached from every page with Ctrl+K, and with “/” until a reader turns that off', async () => {
    await visit('/en/retail/', async (page) => {
      await page.keyboard.press('/')
      await page.waitForURL('**/en/search/')
      await page.keyboard.type('a/b')
      expect(await page.inputValue('#query')).toBe('a/b')
      await told(page, 'Nothing was found')
      await page.uncheck('#slash')
      await page.goto(`${host.origin}/en/retail/`)
      await page.keyboard.press('/')
      await page.waitForTimeout(300)
      expect(new URL(page.url()).pathname).toBe('/en/retail/')
      await page.keyboard.press('Control+k')
      await page.waitForURL('**/en/search/')
      expect(await page.isChecked('#slash')).toBe(false)
    })
  })

  test('says what to try where nothing is found, and what the other language has', async () => {
    await visit(`/en/search/?q=${encodeURIComponent('骑手')}`, async (page) => {
      await page.fill('#query', '无从复算')
      await told(page, 'Nothing was found for “无从复算”.')
      await page.click('#found a')
      await page.waitForURL(/\/zh\/search\/\?q=/)
      await told(page, /章/)
      await page.fill('#query', '<b>甲乙丙丁</b>')
      await told(page, '没有找到“<b>甲乙丙丁</b>”。')
      expect(await page.locator('#told b').count()).toBe(0)
    })
  })

  test('waits while Chinese is being composed', async () => {
    await visit('/zh/search/', async (page) => {
      const client = await page.context().newCDPSession(page)
      await client.send('Input.imeSetComposition', { text: 'qi', selectionStart: 2, selectionEnd: 2 })
      await page.waitForTimeout(400)
      expect(new URL(page.url()).search).toBe('')
      await client.send('Input.insertText', { text: '骑手' })
      await told(page, /章/)
      expect(new URL(page.url()).searchParams.get('q')).toBe('骑手')
    })
  })

  test('says so when the index cannot be fetched', async () => {
    const context = await browser.newContext()
    const page = await context.newPage()
    await page.route('**/terms/*.json', (route) => route.abort())
    await page.goto(`${host.origin}/en/search/?q=riders`)
    await told(page, /could not be fetched/)
    await page.fill('#query', '')
    await told(page, /^$/)
    await page.fill('#query', 'couriers')
    await told(page, /could not be fetched/)
    await page.unroute('**/terms/*.json')
    await page.fill('#query', 'riders')
    await told(page, /chapters/)
    await context.close()
  })

  test('without scripts says so and offers other ways', async () => {
    await visit(
      '/en/search/',
      async (page) => {
        expect(await page.locator('.needs-script').isVisible()).toBe(true)
        expect(await page.locator('#query').isVisible()).toBe(false)
        expect(await page.locator('.ways a').count()).toBeGreaterThan(4)
      },
      { javaScriptEnabled: false },
    )
  })

  test('has nothing for axe to object to, and fits a phone, in light and dark', async () => {
    const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
    const options: RunOptions = { runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] } }
    for (const [address, colorScheme] of [
      [`/zh/search/?q=${encodeURIComponent('就业')}`, 'light'],
      ['/en/search/?q=1.475', 'dark'],
    ] as const) {
      const context = await browser.newContext({ viewport: { width: 390, height: 844 }, colorScheme, bypassCSP: true })
      const page = await context.newPage()
      await page.goto(`${host.origin}${address}`)
      await results(page).first().waitFor()
      await page.addScriptTag({ content: axe })
      const { violations } = await page.evaluate(
        (run) => (globalThis as unknown as { axe: { run: (options: RunOptions) => Promise<AxeResults> } }).axe.run(run),
        options,
      )
      expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
      await context.close()
    }
  })
})
