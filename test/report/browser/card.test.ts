/** The card of a number, as a reader with a mouse, a keyboard or a finger meets it. */
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { gzipSync } from 'node:zlib'
import type { AxeResults, RunOptions } from 'axe-core'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import type { FigureRecord, LedgerRecord } from '../../../scripts/ledger/publish/record.ts'
import type { Language } from '../../../scripts/ledger/types.ts'
import { hasBrowser, openSite } from '../../browser/open-site.ts'
import type { Host } from '../../browser/server.ts'
import { goodSite } from '../../site/project.ts'

const languages: readonly Language[] = ['zh', 'en']
/** A sum that the source prints too, a quotient of printed numbers, and a printed number. */
const jobs = 'services.online.directJobs'
const share = 'services.film.turnoverShare'
const cited = 'services.film.industryJobs2018'

let dist: string
let ledger: LedgerRecord
let host: Host
let browser: Browser

interface Visit {
  readonly page: Page
  /** Addresses asked for since the page stood, without the host. */
  readonly asked: string[]
  /** What the console said. */
  readonly messages: string[]
}

const wide: BrowserContextOptions = { viewport: { width: 1280, height: 900 } }
const phone: BrowserContextOptions = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }

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
      const address = decodeURIComponent(request.url().slice(host.origin.length))
      // The picture of the tab may come late.
      if (address !== '/favicon.svg') asked.push(address)
    })
    await use({ page, asked, messages })
  } finally {
    await context.close()
  }
}

const numberOf = (page: Page, id: string) => page.locator(`p a.figure:has(data[data-figure="${id}"])`).first()
const cardOf = (page: Page) => page.locator('#card')
/** The card is open, and the entry has come. */
const filled = (page: Page) => page.locator('#card:popover-open .card-body .ruling').waitFor()
const closed = (page: Page) => page.locator('#card:popover-open').waitFor({ state: 'detached' })
const isOpen = (page: Page) => cardOf(page).evaluate((card) => card.matches(':popover-open'))
const figureOf = (id: string): FigureRecord => {
  const figure = ledger.figures.find((each) => each.id === id)
  if (!figure) throw new Error(`no figure ${id}`)
  return figure
}
/** Where the keyboard is: "number", "card" or what else has focus. */
const focus = (page: Page) =>
  page.evaluate(() => {
    const { activeElement } = document
    if (activeElement?.closest('#card')) return 'card'
    return activeElement?.getAttribute('data-under-test') ?? activeElement?.localName ?? ''
  })
/** Comes to a number as Tab does. */
const tabTo = async (page: Page, id: string): Promise<void> => {
  const number = numberOf(page, id)
  await number.evaluate((link) => {
    link.setAttribute('data-under-test', 'number')
    const links = [...document.querySelectorAll<HTMLElement>('a[href], button, [tabindex]')].filter((each) => each.checkVisibility())
    links[links.indexOf(link as HTMLElement) - 1]?.focus()
  })
  // It may be a number too.
  await page.keyboard.press('Escape')
  await page.keyboard.press('Tab')
  expect(await focus(page)).toBe('number')
}

if (!hasBrowser) test.skip('no browser is here to open a card with (npm test gets one where it can)', () => {})

describe.runIf(hasBrowser)('the card of a number', () => {
  beforeAll(async () => {
    ;({ dist, host, browser } = await openSite(goodSite))
    ledger = JSON.parse(readFileSync(`${dist}/ledger.json`, 'utf8')) as LedgerRecord
  })

  test.each(languages)(
    'tells what a number is, how it was made, what the source says of it, and where it is used, in %s',
    async (language) => {
      await visit(`/${language}/services/`, wide, async ({ page, messages }) => {
        for (const id of [jobs, share, cited]) {
          const figure = figureOf(id)
          await numberOf(page, id).hover()
          await filled(page)
          const text = (await cardOf(page).textContent()) ?? ''
          const missing = (...parts: readonly (string | undefined)[]) => parts.filter((part) => part !== undefined && !text.includes(part))
          expect(await page.locator('#card-label').textContent()).toBe(figure.label[language])
          expect(await page.locator('#card > .value').textContent()).toBe(figure.shown[language])
          const { value, scope, script, dataScript, formulaScript, printed, locator } = figure
          expect(missing(id, String(value), scope.period, script, dataScript, formulaScript, printed, locator?.[language])).toEqual([])
          // In words, then with values.
          if (figure.formula) expect(await page.locator('#card .equation math').count()).toBeGreaterThan(1)
          for (const input of figure.inputs?.map(figureOf) ?? []) {
            expect(await page.locator(`#card .figures a[href="/${language}/audit/${input.id}/"]`).count(), input.id).toBe(1)
            expect(missing(input.label[language], input.shown[language], input.printed, input.locator?.[language])).toEqual([])
          }
          const checks = ledger.checks.filter((check) => check.figure === id)
          if (id === jobs) expect(checks.length).toBeGreaterThan(0)
          for (const check of checks) expect(missing(check.printed, check.locator[language], check.reason?.[language])).toEqual([])
          const uses = await page
            .locator('#card .uses a')
            .evaluateAll((links) => links.map((link) => decodeURIComponent((link as HTMLAnchorElement).href)))
          const own = `${host.origin}/${language}/`
          for (const place of figure.usedIn.filter((each) => each.startsWith(`${language}/`)))
            expect(uses).toContain(`${host.origin}/${place}`)
          expect(uses.filter((use) => !use.startsWith(own))).toEqual([])
          // The line of its script, or of the data, is one click away.
          expect(await page.locator('.card-foot a').evaluateAll((links) => links.map((link) => link.getAttribute('href')))).toEqual([
            `${own}audit/${id}/`,
            `/${language}/audit/source/${(script ?? dataScript)?.replace(':', '/#L')}`,
          ])
          await page.keyboard.press('Escape')
          await page.mouse.move(2, 2)
        }
        expect(messages).toEqual([])
      })
    },
  )

  test('nothing is fetched before it is asked for, and nothing twice', async () => {
    await visit('/en/services/', wide, async ({ page, asked }) => {
      await page.mouse.move(5, 5)
      await page.mouse.wheel(0, 400)
      await page.waitForTimeout(200)
      expect(asked).toEqual([])
      await numberOf(page, share).hover()
      await filled(page)
      expect(asked).toEqual([`/en/audit/${share}/`])
      await page.keyboard.press('Escape')
      await numberOf(page, jobs).hover()
      await filled(page)
      await page.keyboard.press('Escape')
      await numberOf(page, share).hover()
      await filled(page)
      expect(asked).toEqual([`/en/audit/${share}/`, `/en/audit/${jobs}/`])
    })
  })

  test('a pointer that only passes over a number asks for nothing', async () => {
    await visit('/en/services/', wide, async ({ page, asked }) => {
      const number = numberOf(page, share)
      await number.scrollIntoViewIfNeeded()
      const box = await number.boundingBox()
      // Its clock stands still while the pointer passes, however slow the machine is.
      await page.clock.install()
      await page.clock.pauseAt(Date.now() + 1000)
      await page.mouse.move((box?.x ?? 0) + 5, (box?.y ?? 0) + 5)
      await page.mouse.move(5, 5)
      await page.clock.runFor(200)
      expect(asked).toEqual([])
      expect(await isOpen(page)).toBe(false)
    })
  })

  test('until the entry comes the card shows what the page knows, at the size and place it keeps', async () => {
    await visit('/en/services/', wide, async ({ page }) => {
      let answer = () => {}
      const held = new Promise<void>((resolve) => {
        answer = resolve
      })
      await page.route('**/audit/**', async (route) => {
        await held
        await route.continue()
      })
      await numberOf(page, share).hover()
      await page.locator('#card .coming').waitFor()
      const text = (await cardOf(page).textContent()) ?? ''
      expect([figureOf(share).shown.en, String(figureOf(share).value)].filter((part) => !text.includes(part))).toEqual([])
      const before = await cardOf(page).boundingBox()
      answer()
      await filled(page)
      expect(await cardOf(page).boundingBox()).toEqual(before)
    })
  })

  test('it never covers its number, and stays inside the window', { timeout: 240_000 }, async () => {
    for (const [width, height] of [
      [1440, 900],
      [1024, 500],
      [640, 360],
      [390, 844],
      [320, 568],
    ] as const)
      await visit('/en/retail/', { viewport: { width, height } }, async ({ page }) => {
        const numbers = page.locator('main a.figure:visible')
        for (const index of [0, (await numbers.count()) - 1]) {
          const number = numbers.nth(index)
          for (const end of ['start', 'end'] as const) {
            await page.mouse.move(1, 1)
            await page.keyboard.press('Escape')
            await number.evaluate((link, block) => link.scrollIntoView({ block, behavior: 'instant' }), end)
            await number.hover()
            await filled(page)
            const card = await cardOf(page).boundingBox()
            const box = await number.boundingBox()
            if (!card || !box) throw new Error('nothing to be seen')
            const where = `number ${index} at the ${end} of ${width} × ${height}`
            expect(card.x, where).toBeGreaterThanOrEqual(0)
            expect(card.x + card.width, where).toBeLessThanOrEqual(width)
            expect(card.y, where).toBeGreaterThanOrEqual(0)
            expect(card.y + card.height, where).toBeLessThanOrEqual(height + 1)
            expect(card.height, where).toBeGreaterThan(100)
            expect(card.y >= box.y + box.height || card.y + card.height <= box.y, where).toBe(true)
          }
        }
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
      })
  })

  test('a mouse opens it by resting, may move onto it, and closes it by leaving; a click follows the number', async () => {
    await visit('/en/services/', wide, async ({ page }) => {
      const number = numberOf(page, share)
      await number.hover()
      await filled(page)
      const card = await cardOf(page).boundingBox()
      await page.mouse.move((card?.x ?? 0) + 60, (card?.y ?? 0) + 60, { steps: 4 })
      await page.waitForTimeout(500)
      expect(await isOpen(page)).toBe(true)
      await page.mouse.move(2, 2)
      await closed(page)
      await number.hover()
      await filled(page)
      await number.click()
      expect(new URL(page.url()).pathname).toBe(`/en/audit/${share}/`)
    })
  })

  test('Escape sends it away, and it stays away until the pointer comes again', async () => {
    await visit('/en/services/', wide, async ({ page }) => {
      const box = async () => (await numberOf(page, share).boundingBox()) ?? { x: 0, y: 0 }
      await numberOf(page, share).hover()
      await filled(page)
      await page.keyboard.press('Escape')
      await closed(page)
      const { x, y } = await box()
      await page.mouse.move(x + 3, y + 6)
      await page.waitForTimeout(200)
      expect(await isOpen(page)).toBe(false)
      await page.mouse.move(2, 2)
      await numberOf(page, share).hover()
      await filled(page)
    })
  })

  test('the keyboard opens it by coming to the number, goes through it, and leaves it for what follows', async () => {
    await visit('/en/services/', wide, async ({ page }) => {
      await tabTo(page, share)
      await filled(page)
      expect(await focus(page)).toBe('number')
      await page.keyboard.press('Tab')
      expect(await focus(page)).toBe('card')
      const stops = await cardOf(page).evaluate(
        (card) => [...card.querySelectorAll('a[href], button')].filter((each) => each.checkVisibility()).length,
      )
      let inside = 1
      for (; inside < stops + 10; inside += 1) {
        await page.keyboard.press('Tab')
        if ((await focus(page)) !== 'card') break
      }
      expect(inside).toBeGreaterThanOrEqual(stops)
      // What follows the number in the page is a number or another link after it, not the end of the page.
      const next = await page.evaluate(() => {
        const number = document.querySelector('[data-under-test]')
        const links = [...document.querySelectorAll('main a[href]')].filter((link) => !link.closest('#card'))
        return links.indexOf(document.activeElement as Element) - links.indexOf(number as Element)
      })
      expect(next).toBe(1)
      await page.keyboard.press('Shift+Tab')
      expect(await focus(page)).toMatch(/number|card/)
    })
  })

  test('Escape inside it brings the keyboard back to the number, and Enter there follows it', async () => {
    await visit('/en/services/', wide, async ({ page }) => {
      await tabTo(page, share)
      await filled(page)
      await page.keyboard.press('Tab')
      await page.keyboard.press('Tab')
      expect(await focus(page)).toBe('card')
      await page.keyboard.press('Escape')
      await closed(page)
      expect(await focus(page)).toBe('number')
      await page.keyboard.press('Enter')
      await page.waitForURL(`**/en/audit/${share}/`)
    })
  })

  test('to a screen reader it is a dialog with a name, and its number says that it is open and what it is', async () => {
    await visit('/en/services/', wide, async ({ page }) => {
      const number = numberOf(page, jobs)
      const attributes = () =>
        number.evaluate((link) => ['aria-expanded', 'aria-controls', 'aria-describedby'].map((name) => link.getAttribute(name)))
      await number.hover()
      await filled(page)
      expect(await page.getByRole('dialog', { name: figureOf(jobs).label.en }).count()).toBe(1)
      const [expanded, controls, describedby] = await attributes()
      expect([expanded, controls]).toEqual(['true', 'card'])
      const description = await page.evaluate(
        (ids) => ids.map((id) => document.getElementById(id)?.textContent ?? '?').join(' '),
        describedby?.split(' ') ?? [],
      )
      expect(description).toContain(figureOf(jobs).label.en)
      expect(description).toContain(ledger.checks.find(({ figure }) => figure === jobs)?.verdict.replaceAll('-', ' '))
      expect(
        await page.evaluate(() =>
          [...document.querySelectorAll('[id]')].map(({ id }) => id).filter((id, at, all) => all.indexOf(id) !== at),
        ),
      ).toEqual([])
      await page.keyboard.press('Escape')
      expect(await attributes()).toEqual([null, null, null])
    })
  })

  test('the first tap opens it at the foot of the screen, the second follows the number', async () => {
    await visit('/zh/services/', phone, async ({ page, asked }) => {
      const number = numberOf(page, share)
      await number.tap()
      await filled(page)
      expect(asked).toEqual([`/zh/audit/${share}/`])
      expect(new URL(page.url()).pathname).toBe('/zh/services/')
      const card = await cardOf(page).boundingBox()
      expect(Math.round((card?.y ?? 0) + (card?.height ?? 0))).toBe(844)
      for (const part of ['.card-close', '.card-foot a']) {
        const box = await page.locator(`#card ${part}`).first().boundingBox()
        expect(Math.min(box?.width ?? 0, box?.height ?? 0), part).toBeGreaterThanOrEqual(40)
      }
      await number.tap()
      await page.waitForURL(`**/zh/audit/${share}/`)
    })
  })

  test('a tap on another number changes it, its button and a tap beside it close it', async () => {
    await visit('/zh/services/', phone, async ({ page }) => {
      await numberOf(page, share).tap()
      await filled(page)
      await page.locator('.card-close').tap()
      await closed(page)
      await numberOf(page, share).tap()
      await filled(page)
      const other = page.locator('main a.figure').filter({ visible: true }).first()
      await other.evaluate((link) => link.scrollIntoView({ block: 'start' }))
      await closed(page)
      await other.tap()
      await filled(page)
      expect(await page.locator('.card-foot a').first().getAttribute('href')).toContain((await other.getAttribute('href')) ?? '?')
      await page.touchscreen.tap(380, 300)
      await closed(page)
      expect(new URL(page.url()).pathname).toBe('/zh/services/')
    })
  })

  test('a number inside it leads to its own page', async () => {
    await visit('/en/services/', wide, async ({ page }) => {
      await numberOf(page, jobs).hover()
      await filled(page)
      const inner = page.locator('#card .figures a.figure').first()
      const to = await inner.getAttribute('href')
      await inner.hover()
      await page.waitForTimeout(200)
      expect(await page.locator('#card-label').textContent()).toBe(figureOf(jobs).label.en)
      await inner.click()
      expect(new URL(page.url()).pathname).toBe(to)
    })
  })

  test('without a network it says so, and tries again when asked again', async () => {
    await visit('/en/services/', wide, async ({ page }) => {
      await page.context().setOffline(true)
      await numberOf(page, share).hover()
      await page.locator('#card .failed').waitFor()
      expect(await page.locator('#card .coming').isVisible()).toBe(false)
      expect(await page.locator('.card-foot a').first().getAttribute('href')).toContain(`/en/audit/${share}/`)
      await page.keyboard.press('Escape')
      await page.mouse.move(2, 2)
      await page.context().setOffline(false)
      await numberOf(page, share).hover()
      await filled(page)
    })
  })

  test('without a script there is no card, and the number leads to the same facts', async () => {
    await visit('/en/services/', { ...wide, javaScriptEnabled: false }, async ({ page }) => {
      await numberOf(page, jobs).hover()
      expect(await cardOf(page).isVisible()).toBe(false)
      await numberOf(page, jobs).click()
      expect(new URL(page.url()).pathname).toBe(`/en/audit/${jobs}/`)
      expect(await page.locator('#entry .equation math').first().isVisible()).toBe(true)
      expect(await page.locator('#entry .uses a').first().isVisible()).toBe(true)
      expect(await page.locator('#entry #inputs + .figures li:visible').count()).toBe(figureOf(jobs).inputs?.length)
    })
  })

  test('paper shows none', async () => {
    await visit('/en/services/', wide, async ({ page }) => {
      await numberOf(page, jobs).hover()
      await filled(page)
      await page.emulateMedia({ media: 'print' })
      expect(await cardOf(page).isVisible()).toBe(false)
    })
  })

  test('it closes when its number is scrolled out of sight', async () => {
    await visit('/en/services/', wide, async ({ page }) => {
      await numberOf(page, share).hover()
      await filled(page)
      await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }))
      await closed(page)
    })
  })

  test('what a number in a table or in a box of key figures opens is set like any other', async () => {
    const looks = new Set<string>()
    for (const [address, selector] of [
      ['/en/', '.key a.figure'],
      ['/en/', 'p:not(.key) > a.figure'],
      ['/en/retail/', 'table:visible td a.figure'],
      ['/en/services/', '.equation .result a.figure'],
    ] as const)
      await visit(address, wide, async ({ page }) => {
        await page.locator(selector).first().hover()
        await filled(page)
        looks.add(
          await page
            .locator('#card .facts dt')
            .first()
            .evaluate((term) => {
              const { font, textAlign, whiteSpace, letterSpacing, hyphens } = getComputedStyle(term)
              return [font, textAlign, whiteSpace, letterSpacing, hyphens, Math.round(term.getBoundingClientRect().width)].join(' / ')
            }),
        )
      })
    expect([...looks]).toHaveLength(1)
  })

  test.each([
    ['zh', 'light'],
    ['en', 'dark'],
  ] as const)(
    'axe finds nothing against WCAG 2.2 AA in an open card, in %s and %s',
    { timeout: 240_000 },
    async (language, colorScheme) => {
      const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
      const options: RunOptions = { runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'] } }
      const found: string[] = []
      for (const device of [wide, phone])
        for (const id of [jobs, cited])
          await visit(`/${language}/services/`, { ...device, bypassCSP: true, colorScheme }, async ({ page }) => {
            const number = numberOf(page, id)
            await (device === phone ? number.tap() : number.hover())
            await filled(page)
            await page.evaluate(source)
            const { passes, violations } = await page.evaluate(
              (run) =>
                (globalThis as unknown as { axe: { run: (context: string, options: RunOptions) => Promise<AxeResults> } }).axe.run(
                  '#card',
                  run,
                ),
              options,
            )
            expect(passes.map(({ id: rule }) => rule)).toContain('color-contrast')
            for (const { id: rule, nodes } of violations)
              for (const { target, failureSummary } of nodes) found.push(`${id} ${rule} ${target.join(' ')}: ${failureSummary ?? ''}`)
          })
      expect(found).toEqual([])
    },
  )

  test('all the scripts of a chapter come to 3 KB at most, compressed', () => {
    const chapters = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /^(zh|en)\/(?!(?:audit|search|explore)\/).*html$/.test(name),
    )
    const sizes = chapters.map((chapter) => {
      const scripts = [...readFileSync(`${dist}/${chapter}`, 'utf8').matchAll(/<script[^>]* src="([^"]+)"/g)].map(
        ([, file]) => `${dist}${file}`,
      )
      return { chapter, bytes: scripts.reduce((sum, file) => sum + gzipSync(readFileSync(file)).length, 0) }
    })
    expect(Math.max(...sizes.map(({ bytes }) => bytes))).toBeGreaterThan(0)
    expect(sizes.filter(({ bytes }) => bytes > 3000)).toEqual([])
  })
})
