/** Finding one's way in the text: the section that is read, the other language at the same place, references beside the text and back. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { hasBrowser, openSite } from '../../browser/open-site.ts'
import type { Host } from '../../browser/server.ts'
import { goodSite } from '../../site/project.ts'

const desk = { width: 1440, height: 900 }
const phone = { width: 390, height: 844 }

let host: Host
let browser: Browser

const visit = async <T>(address: string, options: BrowserContextOptions, use: (page: Page) => Promise<T>): Promise<T> => {
  const context = await browser.newContext({ viewport: desk, ...options })
  try {
    const page = await context.newPage()
    page.setDefaultTimeout(30_000)
    await page.goto(`${host.origin}${address}`)
    return await use(page)
  } finally {
    await context.close()
  }
}

/** Puts an element of the page at the line at which one reads, a third down the window. */
const readAt = async (page: Page, selector: string): Promise<void> => {
  await page.evaluate((wanted) => {
    const top = document.querySelector(wanted)?.getBoundingClientRect().top ?? 0
    scrollBy({ top: top - innerHeight / 3 + 2, behavior: 'instant' })
  }, selector)
  // Two frames: one for the scroll to be told, one for what it changes.
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
}

/** The last heading, chart or table that the reader has passed, and how far into it the reader is, from 0 to 1. */
const placeOf = (page: Page) =>
  page.evaluate(() => {
    const marks = [...document.querySelectorAll('main :is(h2, h3, figure)[id]')]
    const at = marks.findLastIndex((mark) => mark.getBoundingClientRect().top <= innerHeight / 3)
    const top = (index: number) => (marks[index] ?? document.querySelector('main > :last-child'))?.getBoundingClientRect().top ?? 0
    return { id: marks[at]?.id, share: at < 0 ? 0 : (innerHeight / 3 - top(at)) / (top(at + 1) - top(at)) }
  })

describe.skipIf(!hasBrowser)('a reader finds the way', () => {
  beforeAll(async () => {
    ;({ host, browser } = await openSite(goodSite))
  })

  test('the contents mark the section that is read, and on a phone the bar names it', async () => {
    await visit('/en/total/', {}, async (page) => {
      expect(await page.locator('.contents [aria-current="location"]').count()).toBe(0)
      await readAt(page, '#which-year')
      expect(await page.locator('.contents [aria-current="location"]').allTextContents()).toEqual(['Which year'])
    })
    await visit('/en/total/', { viewport: phone }, async (page) => {
      expect(await page.locator('.open-contents .where').textContent()).toBe('Scale: how the total was made')
      await readAt(page, '#which-year')
      expect(await page.locator('.open-contents .where').textContent()).toBe('Which year')
      await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }))
      await expect.poll(() => page.locator('.open-contents .where').textContent()).toBe('Scale: how the total was made')
    })
  })

  test.each([
    ['/en/total/', '#gross-and-net', desk],
    ['/zh/theory/', '#what-else-weber-wrote', phone],
    ['/zh/evidence/', '#chart-evidenceMatrix', phone],
    ['/en/multiplier/', '#table-projection', desk],
  ])('whoever reads %s at %s reads on there in the other language', async (address, place, viewport) => {
    await visit(address, { viewport }, async (page) => {
      await readAt(page, place)
      // Half way to the next mark, where the two languages have come furthest apart.
      const { share } = await placeOf(page)
      await page.evaluate(() => scrollBy({ top: 120, behavior: 'instant' }))
      const before = await placeOf(page)
      expect(before.share).not.toBe(share)
      await page.locator('a.language').evaluate((link: HTMLAnchorElement) => link.click())
      await page.waitForURL((url) => !url.pathname.startsWith(address.slice(0, 4)))
      await page.waitForLoadState('load')
      await expect.poll(async () => (await placeOf(page)).id).toBe(before.id)
      await expect.poll(async () => Math.abs((await placeOf(page)).share - before.share)).toBeLessThan(0.05)
    })
  })

  test('whoever has read nothing yet begins the other language at its head', async () => {
    await visit('/en/total/', {}, async (page) => {
      await page.locator('a.language').click()
      await page.waitForURL('**/zh/total/')
      expect(await page.evaluate(() => scrollY)).toBe(0)
    })
  })

  test('without a script the other language is a link to the same chapter', async () => {
    await visit('/en/total/', { javaScriptEnabled: false }, async (page) => {
      await page.locator('a.language').click()
      await page.waitForURL('**/zh/total/')
    })
  })

  test('beside the text stands each reference at its first citation, level with it, none over another or over a chart', async () => {
    await visit('/en/theory/', {}, async (page) => {
      const notes = await page.locator('.margin-reference').evaluateAll((all) =>
        all.map((note) => {
          const { top, bottom, left, width } = note.getBoundingClientRect()
          const cite = note.previousElementSibling?.getBoundingClientRect()
          return { top, bottom, left, width, behind: top - (cite?.top ?? 0), text: note.textContent }
        }),
      )
      expect(notes.length).toBeGreaterThan(10)
      expect(new Set(notes.map(({ text }) => text)).size).toBe(notes.length)
      expect(notes.filter(({ left, width }) => width < 200 || left + width > desk.width)).toEqual([])
      for (const [index, note] of notes.entries()) if (index > 0) expect(note.top).toBeGreaterThanOrEqual(notes[index - 1]?.bottom ?? 0)
      expect(Math.max(...notes.map(({ behind }) => behind))).toBeLessThan(desk.height)
    })
    await visit('/en/theory/', { viewport: phone }, async (page) => {
      expect(await page.locator('.margin-reference').evaluateAll((all) => all.filter((note) => note.checkVisibility()).length)).toBe(0)
    })
  })

  test('from a citation one comes to its entry, and from there back to the citation', async () => {
    await visit('/zh/theory/', { javaScriptEnabled: false }, async (page) => {
      await page.locator('#cite-ritzer-1993 a').click()
      await page.locator('#source-ritzer-1993:target').waitFor()
      await page.locator('#source-ritzer-1993 .back').click()
      await page.locator('#cite-ritzer-1993:target').waitFor()
    })
  })

  test('an address of a section holds in both languages', async () => {
    const anchors = (address: string) =>
      visit(address, {}, (page) => page.locator('main :is(h2, h3)[id]').evaluateAll((all) => all.map(({ id }) => id)))
    for (const slug of ['', 'theory/', 'evidence/', 'cases/cement-kiln/'])
      expect(await anchors(`/zh/${slug}`)).toEqual(await anchors(`/en/${slug}`))
  })

  test('on a phone the bar of the contents stays in sight, and no heading hides under it', async () => {
    await visit('/en/total/#which-year', { viewport: phone }, async (page) => {
      const bar = await page.locator('.open-contents').boundingBox()
      const heading = await page.locator('#which-year').boundingBox()
      expect(bar?.y).toBe(0)
      expect(heading?.y).toBeGreaterThan((bar?.y ?? 0) + (bar?.height ?? 0))
    })
  })
})
