/** Prints a composed book with Chromium, and fills its contents with the pages that its places came to stand on. */
import type { Browser, Page } from 'playwright-core'
import { getDocumentProxy } from 'unpdf'

/** Where the book stands while it is printed: no host, only the files of the built site. */
const desk = 'http://report.invalid'

/** Millimetres as CSS counts pixels. */
const pixels = (millimetres: number): number => Math.floor((millimetres / 25.4) * 96)
/** How wide text is on an upright page and on a turned one: A4 without its margins. */
const upright = pixels(210 - 44)
const turned = pixels(297 - 44)
/** Up to here a table that is too wide is set smaller; beyond it turns the page. */
const smaller = 1.4

/** Prints the book; `dist` has whatever files it asks for. */
export const printBook = async (browser: Browser, html: string, dist: string, year: string): Promise<Uint8Array> => {
  const context = await browser.newContext({ viewport: { width: upright, height: 1000 }, colorScheme: 'light' })
  try {
    const page = await context.newPage()
    await page.route('**/*', async (route) => {
      const { origin, pathname } = new URL(route.request().url())
      if (origin !== desk) return route.abort()
      return pathname === '/'
        ? route.fulfill({ contentType: 'text/html; charset=utf-8', body: html })
        : route.fulfill({ path: `${dist}${pathname}` })
    })
    await page.emulateMedia({ media: 'print' })
    await page.goto(`${desk}/`)
    await page.evaluate(() => document.fonts.ready)
    await fitTables(page)
    let pages: ReadonlyMap<string, number> = new Map()
    // The contents' own numbers may move a line of theirs, and what follows it: print until nothing moves.
    for (let pass = 0; pass < 5; pass++) {
      const file = undated(await page.pdf({ tagged: true, outline: true, preferCSSPageSize: true, printBackground: true }), year)
      const { places: found } = await pagesOf(file)
      if (pass > 0 && [...found].every(([id, number]) => pages.get(id) === number)) return file
      pages = found
      await fillPages(page, pages)
    }
    throw new Error('the page numbers of the contents do not settle')
  } finally {
    await context.close()
  }
}

/** Sets what is too wide for the page smaller, or has it turn the page. */
const fitTables = (page: Page): Promise<void> =>
  page.evaluate(
    ({ upright, turned, smaller }) => {
      for (const table of document.querySelectorAll<HTMLElement>('.book-chapter table, .book-chapter .math')) {
        const room = (table.closest('.scroll') ?? table.parentElement ?? table).clientWidth
        const wide = Math.max(table.scrollWidth, table.getBoundingClientRect().width)
        if (wide <= room + 1) continue
        const turns = table.matches('table') && wide > room * smaller
        if (turns) (table.closest('figure') ?? table).classList.add('book-turned')
        const fits = (turns ? room + turned - upright : room) / wide
        if (fits < 1) table.style.setProperty('zoom', String(fits))
      }
    },
    { upright, turned, smaller },
  )

const fillPages = (page: Page, pages: ReadonlyMap<string, number>): Promise<void> =>
  page.evaluate((numbers) => {
    for (const place of document.querySelectorAll<HTMLElement>('.book-page'))
      place.textContent = String(numbers[place.dataset.of ?? ''] ?? '')
  }, Object.fromEntries(pages))

/** How many pages a PDF has, and on which of them, counted from 1, the places are that its links jump to. */
export const pagesOf = async (file: Uint8Array): Promise<{ readonly pages: number; readonly places: ReadonlyMap<string, number> }> => {
  const document = await getDocumentProxy(new Uint8Array(file))
  try {
    const places = new Map<string, number>()
    for (const [id, [page]] of Object.entries<readonly PageReference[]>(await document.getDestinations()))
      if (page) places.set(id, (await document.getPageIndex(page)) + 1)
    return { pages: document.numPages, places }
  } finally {
    await document.loadingTask.destroy()
  }
}

interface PageReference {
  readonly num: number
  readonly gen: number
}

/** The browser writes down when it printed, which no reader needs: the report’s year stands there instead. */
const undated = (file: Buffer, year: string): Uint8Array =>
  Buffer.from(
    file
      .toString('latin1')
      .replace(/\/(CreationDate|ModDate) \(D:\d{14}\+00'00'\)/g, (_, key: string) => `/${key} (D:${year}0101000000+00'00')`),
    'latin1',
  )
