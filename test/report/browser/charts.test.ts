/** Charts as a reader with a mouse, a keyboard or a finger meets them. */
import { readdirSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { hasBrowser, openSite } from '../../browser/open-site.ts'
import type { Host } from '../../browser/server.ts'
import { goodSite } from '../../site/project.ts'

const wide: BrowserContextOptions = { viewport: { width: 1280, height: 900 } }
const phone: BrowserContextOptions = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }

let dist: string
let host: Host
let browser: Browser

interface Visit {
  readonly page: Page
  /** What was asked for since the page stood. */
  readonly asked: string[]
  /** What the console said, violations of the policy among it. */
  readonly messages: string[]
}

const visit = async (address: string, options: BrowserContextOptions, use: (visit: Visit) => Promise<void>): Promise<void> => {
  const context = await browser.newContext(options)
  try {
    const page = await context.newPage()
    page.setDefaultTimeout(30_000)
    const [asked, messages]: [string[], string[]] = [[], []]
    page.on('console', (message) => messages.push(message.text()))
    page.on('pageerror', (error) => messages.push(error.message))
    await page.goto(`${host.origin}${address}`)
    page.on('request', (request) => {
      const address = request.url().slice(host.origin.length)
      // A browser asks for the picture of its tab whenever it finds the time.
      if (address !== '/favicon.svg') asked.push(address)
    })
    await use({ page, asked, messages })
    expect(messages).toEqual([])
  } finally {
    await context.close()
  }
}

const drawing = (page: Page, id: string) => page.locator(`#chart-${id} .drawing`)
const live = (page: Page, id: string) => drawing(page, id).locator('.live svg')
const tip = (page: Page) => page.locator('#vg-tooltip-element.visible')
/** The label and the value of the rows of a chart's table, as they stand on the page. */
const rowsOf = (page: Page, id: string) =>
  page
    .locator(`#chart-${id} details tr`)
    .evaluateAll((rows) => rows.map((row) => [row.querySelector('th')?.textContent, row.querySelector('td')?.textContent]))
const told = async (page: Page) => {
  const value = await tip(page).locator('strong').textContent()
  const all = (await tip(page).textContent()) ?? ''
  return [all.slice(0, all.length - (value?.length ?? 0)), value]
}
/** The bars of a live chart: where each is, its colour and how strong it is. */
const barsOf = (page: Page, id: string) =>
  drawing(page, id)
    .locator('.live .mark-rect path')
    .evaluateAll((bars) => bars.map((bar) => ({ opacity: bar.getAttribute('opacity') ?? '1', fill: getComputedStyle(bar).fill })))

describe.skipIf(!hasBrowser)('a chart', () => {
  beforeAll(async () => {
    ;({ dist, host, browser } = await openSite(goodSite))
  })

  test('fetches nothing until it is reached for, and then itself and the script once', () =>
    visit('/en/total/', wide, async ({ page, asked }) => {
      await page.waitForTimeout(300)
      expect(asked).toEqual([])
      await drawing(page, 'modules').focus()
      await live(page, 'modules').waitFor()
      expect(asked.filter((address) => address.startsWith('/charts/'))).toEqual(['/charts/modules.en.wide.vg.json'])
      expect(asked.filter((address) => address.includes('live-chart'))).toHaveLength(1)
      // The third is what live charts and the explorer's methods stand on.
      expect(asked).toHaveLength(3)
      await drawing(page, 'measures').focus()
      await live(page, 'measures').waitFor()
      expect(asked).toHaveLength(4)
    }))

  test.each(['zh', 'en'])('tells under the pointer what its table says, and softens the rest (%s)', (language) =>
    visit(`/${language}/total/`, wide, async ({ page }) => {
      await drawing(page, 'modules').hover({ position: { x: 2, y: 2 } })
      await live(page, 'modules').waitFor()
      const rows = await rowsOf(page, 'modules')
      for (const [index, row] of rows.entries()) {
        await drawing(page, 'modules').locator('.live .mark-rect path').nth(index).hover()
        await tip(page).waitFor()
        expect(await told(page)).toEqual(row)
        expect((await barsOf(page, 'modules')).map(({ opacity }) => opacity)).toEqual(
          rows.map((_, other) => (other === index ? '1' : '0.3')),
        )
      }
    }),
  )

  test('hides what it tells under the pointer on Escape, wherever the keyboard is, until another mark is pointed at', () =>
    visit('/en/total/', wide, async ({ page }) => {
      await drawing(page, 'modules').hover({ position: { x: 2, y: 2 } })
      await live(page, 'modules').waitFor()
      const bar = (index: number) => drawing(page, 'modules').locator('.live .mark-rect path').nth(index)
      await bar(0).hover()
      await tip(page).waitFor()
      expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true)
      await page.keyboard.press('Escape')
      await bar(0).hover({ position: { x: 9, y: 9 } })
      expect(await page.locator('#vg-tooltip-element').isVisible()).toBe(false)
      expect((await barsOf(page, 'modules')).map(({ opacity }) => opacity)).toEqual(['1', '1', '1', '1'])
      await bar(1).hover()
      await tip(page).waitFor()
      expect(await told(page)).toEqual((await rowsOf(page, 'modules'))[1])
    }))

  test('is walked with the arrow keys, read out, chosen and let go', () =>
    visit('/en/total/', wide, async ({ page }) => {
      await drawing(page, 'modules').focus()
      await live(page, 'modules').waitFor()
      const rows = await rowsOf(page, 'modules')
      const heard = drawing(page, 'modules').locator('.heard')
      for (const row of rows) {
        await page.keyboard.press('ArrowDown')
        expect(await told(page)).toEqual(row)
        expect(await heard.textContent()).toBe(row.join(' '))
      }
      await page.keyboard.press('Home')
      expect(await told(page)).toEqual(rows[0])
      await page.keyboard.press('Enter')
      await drawing(page, 'measures').focus()
      await expect.poll(async () => (await barsOf(page, 'modules')).map(({ opacity }) => opacity)).toEqual(['1', '0.3', '0.3', '0.3'])
      await drawing(page, 'modules').focus()
      await page.keyboard.press('Escape')
      await expect.poll(async () => (await barsOf(page, 'modules')).map(({ opacity }) => opacity)).toEqual(['1', '1', '1', '1'])
      expect(await tip(page).count()).toBe(0)
    }))

  test('goes on telling of a chosen mark when the pointer leaves it, until Escape', () =>
    visit('/en/total/', wide, async ({ page }) => {
      await drawing(page, 'modules').hover({ position: { x: 2, y: 2 } })
      await live(page, 'modules').waitFor()
      const bars = drawing(page, 'modules').locator('.live .mark-rect path')
      await bars.nth(1).click()
      const chosen = (await rowsOf(page, 'modules'))[1]
      await bars.nth(0).hover()
      await expect.poll(() => told(page)).toEqual((await rowsOf(page, 'modules'))[0])
      await page.mouse.move(0, 0)
      await expect.poll(() => told(page)).toEqual(chosen)
      await page.keyboard.press('Escape')
      await expect.poll(() => tip(page).count()).toBe(0)
      await expect.poll(async () => (await barsOf(page, 'modules')).map(({ opacity }) => opacity)).toEqual(['1', '1', '1', '1'])
    }))

  test('opens to a finger, with the narrow drawing', () =>
    visit('/zh/total/', phone, async ({ page, asked }) => {
      await drawing(page, 'modules').tap({ position: { x: 5, y: 5 } })
      await live(page, 'modules').waitFor()
      expect(asked).toContain('/charts/modules.zh.narrow.vg.json')
      await drawing(page, 'modules').locator('.live .mark-rect path').nth(1).tap()
      await tip(page).waitFor()
      expect(await told(page)).toEqual((await rowsOf(page, 'modules'))[1])
      await expect.poll(async () => (await barsOf(page, 'modules')).map(({ opacity }) => opacity)).toEqual(['0.3', '1', '0.3', '0.3'])
    }))

  test('shows the drawing of the width it is at, live too', () =>
    visit('/en/total/', wide, async ({ page, asked }) => {
      await drawing(page, 'modules').focus()
      await live(page, 'modules').waitFor()
      await page.setViewportSize({ width: 390, height: 844 })
      await drawing(page, 'modules').locator('.live.narrow svg').waitFor()
      expect(asked).toContain('/charts/modules.en.narrow.vg.json')
      expect(await drawing(page, 'modules').locator('svg:visible').count()).toBe(1)
    }))

  test.each(['light', 'dark'] as const)('looks live as it looked before, in the same place (%s)', (colorScheme) =>
    visit('/en/evidence/', { ...wide, colorScheme, reducedMotion: 'reduce' }, async ({ page }) => {
      for (const id of ['casesByMechanism', 'effects', 'evidenceMatrix']) {
        const place = () =>
          drawing(page, id).evaluate((box) => JSON.stringify([box.getBoundingClientRect().height, document.body.scrollHeight]))
        // Focus draws an outline; both are seen with it.
        await page.evaluate(
          (name) => document.querySelector<HTMLElement>(`#chart-${name} .drawing`)?.style.setProperty('outline', 'none'),
          id,
        )
        const [before, at] = [await drawing(page, id).screenshot(), await place()]
        await drawing(page, id).focus()
        await live(page, id).waitFor()
        expect(await place()).toBe(at)
        const [one, other] = await Promise.all([before, await drawing(page, id).screenshot()].map((shot) => sharp(shot).raw().toBuffer()))
        const differing = (one ?? []).filter((value, index) => Math.abs(value - (other?.[index] ?? 0)) > 64).length
        // The words of a key stand where the browser's own letters end, a pixel or two from where they were reckoned to.
        expect(differing / (one?.length ?? 1), id).toBeLessThan(0.005)
      }
    }),
  )

  test('is complete without a script: number, finding, source, data and files', () =>
    visit('/en/total/', { ...wide, javaScriptEnabled: false }, async ({ page }) => {
      const figure = page.locator('#chart-modules')
      expect(await figure.locator('figcaption').textContent()).toMatch(/^Figure \d+-1 Retail alone is more than twice/u)
      expect(await figure.locator('.origin').textContent()).toBe(
        'Source: Renmin group (2020); computed by this report; † adds unlike measures',
      )
      for (const address of await figure
        .locator('.files li a')
        .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? '')))
        expect(readFileSync(`${dist}${address}`).length, address).toBeGreaterThan(100)
    }))

  test('is spoken of by the number that it bears', () =>
    visit('/zh/', wide, async ({ page }) => {
      const link = page.locator('a.see[href="/zh/total/#chart-modules"]')
      const number = await link.textContent()
      expect(number).toMatch(/^图\d+-\d+$/u)
      await link.click()
      expect(await page.locator('#chart-modules .number').textContent()).toBe(number)
    }))

  test('is a picture of its size, and not a blank one', async () => {
    const files = readdirSync(`${dist}/charts`).filter((name) => name.endsWith('.png'))
    expect(files.length).toBeGreaterThan(20)
    for (const name of files) {
      const picture = sharp(`${dist}/charts/${name}`)
      const { width, height } = await picture.metadata()
      const svg = readFileSync(`${dist}/charts/${name.replace(/png$/, 'svg')}`, 'utf8')
      const [, drawnWidth, drawnHeight] = /width="(\d+)" height="(\d+)"/u.exec(svg) ?? []
      expect([width, height]).toEqual([2 * Number(drawnWidth), 2 * Number(drawnHeight)])
      expect((await picture.stats()).entropy, name).toBeGreaterThan(0.3)
    }
  })

  test('brings no Vega-Lite to the browser, and at most 230 KB in all', () => {
    const scripts = readdirSync(`${dist}/assets`).filter((name) => name.endsWith('.js'))
    const texts = scripts.map((name) => readFileSync(`${dist}/assets/${name}`, 'utf8'))
    // Words of the compiler that no minifier changes.
    for (const text of texts) expect(text).not.toMatch(/boxplot|errorband/u)
    const big = texts.filter((_, index) => scripts[index]?.startsWith('live-chart'))
    expect(big.reduce((sum, text) => sum + gzipSync(text, { level: 9 }).length, 0)).toBeLessThan(230_000)
  })
})
