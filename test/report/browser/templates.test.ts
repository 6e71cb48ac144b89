/** A page of each template, for readers without scripts, without a pointer, without motion or with colours of their own. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Template, templateAddress, templatesIn } from '../../bench/templates.ts'
import { hasBrowser, openSite } from '../../browser/open-site.ts'
import type { Host } from '../../browser/server.ts'
import { goodSite } from '../../site/project.ts'
import { templates as templatesOfReport } from '../templates.ts'

const phone = { width: 390, height: 844 }
const desk = { width: 1440, height: 900 }

let host: Host
let browser: Browser
let templates: readonly Template[]

/** Opens a page of each template, the languages in turns, and tells what `use` finds wrong with it. */
const visitAll = async (
  options: BrowserContextOptions,
  use: (page: Page, address: string) => Promise<readonly string[]>,
): Promise<string[]> => {
  const context = await browser.newContext(options)
  const faults: string[] = []
  try {
    const page = await context.newPage()
    page.setDefaultTimeout(30_000)
    page.on('console', (message) => faults.push(`${new URL(page.url()).pathname}: ${message.text()}`))
    for (const [index, template] of templates.entries()) {
      const address = templateAddress(template, index % 2 === 0 ? 'zh' : 'en')
      await page.goto(`${host.origin}${address}`)
      faults.push(...(await use(page, address)).map((fault) => `${address}: ${fault}`))
    }
  } finally {
    await context.close()
  }
  return faults
}

const path = (page: Page): string => new URL(page.url()).pathname
const focusIsIn = (page: Page, selector: string): Promise<boolean> =>
  page.evaluate((wanted) => document.activeElement?.closest(wanted) !== null, selector)

/** The page that says that there is none stands in no language, and so without contents. */
const hasFrame = async (page: Page): Promise<boolean> => (await page.locator('#contents').count()) > 0

/** What is wrong with the contents for someone who taps. */
const wrongContents = async (page: Page): Promise<string[]> => {
  const missing: string[] = []
  const contents = page.locator('#contents')
  if (await contents.isVisible()) missing.push('the contents lie open over the page')
  await page.locator('[popovertarget="contents"]:visible').first().click()
  if (!(await contents.locator('summary:visible, a:visible').count())) missing.push('the contents do not open')
  await contents.locator('[popovertarget="contents"]').click()
  if (await contents.isVisible()) missing.push('the contents do not close')
  return missing
}

if (!hasBrowser) test.skip('no browser is here to look at the templates with (npm test gets one where it can)', () => {})

describe.runIf(hasBrowser)('a page of each template', { timeout: 240_000 }, () => {
  beforeAll(async () => {
    const site = await openSite(goodSite)
    ;({ host, browser } = site)
    templates = templatesIn(site.dist, templatesOfReport)
  })

  test('is whole without scripts: its charts are seen, its contents open, and its numbers lead to their figures', async () => {
    const faults = await visitAll({ viewport: phone, javaScriptEnabled: false }, async (page, address) => {
      const missing: string[] = []
      if (!(await page.locator('h1').isVisible())) missing.push('no heading')
      const charts = await page.locator('figure.chart').count()
      const drawn = await page.locator('figure.chart:has(svg:visible)').count()
      if (drawn < charts) missing.push(`${drawn} of ${charts} charts are seen`)

      if (await hasFrame(page)) missing.push(...(await wrongContents(page)))

      const number = page.locator(`main a:has(> data.num):not([href="${address}"]):visible`).first()
      if (await number.count()) {
        const figure = await number.locator('data').getAttribute('data-figure')
        await number.click()
        const anchored = decodeURIComponent(new URL(page.url()).hash) === `#${figure}`
        if (!anchored && (path(page) === address || !path(page).endsWith(`/audit/${figure}/`)))
          missing.push(`${figure} leads to ${page.url()}`)
        if (!(await page.locator('h1').isVisible())) missing.push(`${figure} leads to a page without a heading`)
      }
      return missing
    })
    expect(faults).toEqual([])
  })

  test('obeys the keyboard: the way past the contents, the contents, the drawers and the other language', async () => {
    const faults = await visitAll({ viewport: phone }, async (page, address) => {
      const wrong: string[] = []
      if (!(await hasFrame(page))) return wrong
      // A page that puts the keyboard into its own field lies behind that way already.
      if (await focusIsIn(page, 'input')) await page.locator('.skip').focus()
      else await page.keyboard.press('Tab')
      if (!(await focusIsIn(page, '.skip'))) wrong.push('the first stop is not the way past the contents')
      await page.keyboard.press('Enter')
      await page.keyboard.press('Tab')
      if (!(await focusIsIn(page, 'main, footer'))) wrong.push('the way past the contents does not lead to the text')

      const opener = page.locator('[popovertarget="contents"]:visible').first()
      await opener.focus()
      await page.keyboard.press('Enter')
      if (!(await page.locator('#contents').isVisible())) wrong.push('Enter does not open the contents')
      await page.keyboard.press('Tab')
      if (!(await focusIsIn(page, '#contents'))) wrong.push('the keyboard does not come into the contents')
      await page.keyboard.press('Escape')
      if (await page.locator('#contents').isVisible()) wrong.push('Escape does not close the contents')
      if (!(await focusIsIn(page, '[popovertarget="contents"]'))) wrong.push('the keyboard does not come back from the contents')

      const drawer = page.locator('main details > summary:visible').first()
      if (await drawer.count()) {
        const isOpen = () => drawer.evaluate(({ parentElement }) => parentElement?.hasAttribute('open'))
        const before = await isOpen()
        await drawer.focus()
        await page.keyboard.press('Enter')
        if ((await isOpen()) === before) wrong.push('Enter does not move a drawer')
      }

      const other = page.locator('header a[hreflang]').first()
      const there = new URL((await other.getAttribute('href')) ?? '', page.url()).pathname
      await other.focus()
      await page.keyboard.press('Enter')
      await page.waitForURL((url) => url.pathname === there)
      if (there === address) wrong.push('the other language is this one')
      return wrong
    })
    expect(faults).toEqual([])
  })

  test('keeps its words, its drawings and its lines where a reader has colours of their own', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const faults = await visitAll({ viewport: desk, forcedColors: 'active', colorScheme }, (page) =>
        page.evaluate(() => {
          const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })
          const light = (colour: string): number => {
            if (!canvas) return 0
            canvas.fillStyle = colour
            canvas.fillRect(0, 0, 1, 1)
            const [red = 0, green = 0, blue = 0] = [...canvas.getImageData(0, 0, 1, 1).data].map((value) =>
              value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4,
            )
            return 0.2126 * red + 0.7152 * green + 0.0722 * blue
          }
          const contrast = (one: string, other: string): number => {
            const [low = 0, high = 0] = [light(one), light(other)].sort((a, b) => a - b)
            return (high + 0.05) / (low + 0.05)
          }
          const paper = getComputedStyle(document.documentElement).backgroundColor
          const weak = new Set<string>()
          for (const svg of document.querySelectorAll('main svg')) {
            if (!svg.checkVisibility()) continue
            for (const mark of svg.querySelectorAll('path, rect, circle, line, text')) {
              const { fill, fillOpacity, stroke, opacity } = getComputedStyle(mark)
              const { width, height } = mark.getBoundingClientRect()
              const isSeen = [fill, stroke].some(
                (colour) => colour !== 'none' && colour !== 'transparent' && contrast(colour, paper) >= 1.2,
              )
              const isMeant = Number(opacity) * Number(fillOpacity) > 0.3 && fill !== 'none' && width > 2 && height > 2
              if (isMeant && !isSeen) weak.add(`${svg.closest('[id]')?.id}: a ${mark.localName} of ${fill} on ${paper}`)
            }
          }
          const plain = [...document.querySelectorAll('main button, main select, main input[type="search"]')].filter(
            (element) =>
              element.checkVisibility() && parseFloat(getComputedStyle(element).borderTopWidth) === 0 && !element.textContent?.trim(),
          )
          return [...weak, ...plain.map((element) => `${element.localName} has no edge`)].slice(0, 5)
        }),
      )
      expect(faults, colorScheme).toEqual([])
    }
  })

  test('keeps still for a reader who asks for less motion', async () => {
    const faults = await visitAll({ viewport: desk, reducedMotion: 'reduce' }, (page) =>
      page.evaluate(() => {
        const longest = (durations: string) =>
          Math.max(...durations.split(',').map((each) => parseFloat(each) * (each.includes('ms') ? 1 : 1000)))
        const moving = [document.documentElement, ...document.querySelectorAll('body *')].filter((element) => {
          const { transitionDuration, animationDuration, animationName, scrollBehavior } = getComputedStyle(element)
          return (
            longest(transitionDuration) > 1 || (animationName !== 'none' && longest(animationDuration) > 1) || scrollBehavior === 'smooth'
          )
        })
        return [...new Set(moving.map(({ localName, className }) => `${localName}.${className} moves`))].slice(0, 5)
      }),
    )
    expect(faults).toEqual([])
  })
})
