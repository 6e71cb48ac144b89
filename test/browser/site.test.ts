/** The built site as a reader meets it, in a browser without scripts unless a test says otherwise. */
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { browserFlags, browserPath } from '../../scripts/commands/chromium.ts'
import type { Language, LedgerRecord } from '../../scripts/index.ts'
import { fileFor, readPages } from '../site/pages.ts'
import { goodSite } from '../site/project.ts'
import { type Host, serve } from './server.ts'

const executablePath = browserPath()
const languages: readonly Language[] = ['zh', 'en']
/** A figure that a formula gives, one that a source prints, and one that adds unlike measures. */
const entries = ['services.film.turnoverShare', 'services.film.boxOffice', 'total.jobs'] as const

let dist: string
let ledger: LedgerRecord
let host: Host
let browser: Browser
/** Addresses of chapters after the language: "", "retail/". */
let chapters: readonly string[]

const prepare = async (): Promise<void> => {
  dist = `${(await goodSite()).folder}/dist`
  ledger = JSON.parse(readFileSync(`${dist}/ledger.json`, 'utf8')) as LedgerRecord
  chapters = readPages(dist)
    .filter(({ language, slug }) => language === 'en' && !/^(?:audit|search|explore)\//.test(slug))
    .map(({ slug }) => slug)
  host = await serve(dist)
  browser = await chromium.launch({ executablePath: executablePath ?? '', args: browserFlags })
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

interface Seen {
  readonly address: string
  readonly width: number
  readonly messages: readonly string[]
  readonly requests: readonly string[]
  /** What reaches over the page's right edge, if the page can be pushed sideways. */
  readonly overflow: readonly string[]
  readonly missing: readonly string[]
  readonly shown: Readonly<Record<'charts' | 'tables' | 'equations' | 'numbers', number>>
}

/** What a reader sees of a page: measured in the page, which is why it stands in one function. */
const look = () => {
  const describe = (element: Element) =>
    `${element.localName}.${element.getAttribute('class') ?? ''} ${(element.textContent ?? '').trim().slice(0, 40)}`
  const visible = (element: Element) => {
    const { width, height } = element.getBoundingClientRect()
    return width > 0 && height > 0 && element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
  }
  const all = (selector: string) => [...document.querySelectorAll(selector)]
  const root = document.documentElement
  // Data of a chart stands in a closed drawer; they are for those who open it.
  const numbers = all('data.num').filter((number) => !number.closest('details:not([open])'))
  const charts = all('figure.chart')
  const drawn = charts.flatMap((chart) => [...chart.querySelectorAll('svg')].filter(visible))
  const tables = all('main table').filter((table) => !table.closest('details:not([open])'))
  const equations = all('main math')
  /** Words of a drawing that reach out of it, or lie on other words. */
  const cut = (svg: SVGSVGElement) => {
    const { left, right, top, bottom } = svg.getBoundingClientRect()
    // A hair over the frame is still in the margin of the page; fonts are not alike.
    const hair = 12
    const words = [...svg.querySelectorAll('text')].map((text) => ({ text, box: text.getBoundingClientRect() }))
    const outside = (box: DOMRect) =>
      box.left < left - hair || box.right > right + hair || box.top < top - hair || box.bottom > bottom + hair
    const meet = (one: DOMRect, other: DOMRect) =>
      Math.min(one.right, other.right) - Math.max(one.left, other.left) > 2 &&
      Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 6
    return words
      .filter(({ text, box }, index) => !visible(text) || outside(box) || words.slice(index + 1).some((other) => meet(box, other.box)))
      .map(({ text }) => `${svg.closest('figure')?.id} “${text.textContent}”`)
  }
  return {
    overflow:
      root.scrollWidth <= root.clientWidth
        ? []
        : all('body *')
            .filter(
              (element) =>
                element.getBoundingClientRect().right > root.clientWidth + 1 && !element.closest('.scroll, .equation, pre, math'),
            )
            .map(describe)
            .slice(0, 5),
    sideways: root.scrollWidth - root.clientWidth,
    missing: [
      ...charts
        .filter(
          (chart) =>
            drawn.filter((svg) => chart.contains(svg) && svg.getBoundingClientRect().width > 200 && svg.getBoundingClientRect().height > 60)
              .length !== 1,
        )
        .map(describe),
      ...drawn.flatMap(cut),
      ...[...numbers, ...tables, ...equations].filter((element) => !visible(element)).map(describe),
    ],
    shown: { charts: drawn.length, tables: tables.length, equations: equations.length, numbers: numbers.length },
  }
}

/**
 * Words of drawings with less contrast than 4.5 to what they are written on, and solid marks with less than 3 to the
 * page. A tint is a ground for words, not a mark. Measured in the page, which is why it stands in one function.
 */
const weakInCharts = (): string[] => {
  type Colour = readonly [red: number, green: number, blue: number]
  const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })
  const painted = (colour: string): { readonly colour: Colour; readonly alpha: number } => {
    if (!canvas || colour === 'none') return { colour: [0, 0, 0], alpha: 0 }
    canvas.clearRect(0, 0, 1, 1)
    canvas.fillStyle = colour
    canvas.fillRect(0, 0, 1, 1)
    const [red = 0, green = 0, blue = 0, alpha = 0] = canvas.getImageData(0, 0, 1, 1).data
    return { colour: [red, green, blue], alpha: alpha / 255 }
  }
  const fillOf = (element: Element) => {
    const { fill, fillOpacity, opacity } = getComputedStyle(element)
    const { colour, alpha } = painted(fill)
    return { fill, colour, alpha: alpha * Number(fillOpacity) * Number(opacity) }
  }
  const over = (top: Colour, alpha: number, ground: Colour): Colour =>
    [0, 1, 2].map((channel) => (top[channel] ?? 0) * alpha + (ground[channel] ?? 0) * (1 - alpha)) as unknown as Colour
  const light = (colour: Colour) => {
    const [red = 0, green = 0, blue = 0] = colour.map((value) =>
      value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4,
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }
  const contrast = (one: Colour, other: Colour) => {
    const [low = 0, high = 0] = [light(one), light(other)].sort((a, b) => a - b)
    return (high + 0.05) / (low + 0.05)
  }
  const paper = painted(getComputedStyle(document.documentElement).backgroundColor).colour
  return [...document.querySelectorAll('.chart svg')]
    .filter((svg) => svg.checkVisibility())
    .flatMap((svg) => {
      const chart = svg.closest('figure')?.id
      const shapes = [...svg.querySelectorAll('path, rect, circle')]
        .map((shape) => ({ shape: shape as SVGGeometryElement, ...fillOf(shape) }))
        .filter(({ alpha }) => alpha > 0)
      // Marks that look alike are one path, so that its box holds much that it does not paint.
      const paints = (shape: SVGGeometryElement, x: number, y: number) =>
        shape.isPointInFill(new DOMPoint(x, y).matrixTransform(shape.getScreenCTM()?.inverse()))
      const words = [...svg.querySelectorAll('text')].flatMap((text) => {
        const { left, right, top, bottom } = text.getBoundingClientRect()
        const { colour, alpha } = fillOf(text)
        // Words may begin on one ground and end on another.
        const ratios = [left + 1, (left + right) / 2, right - 1].map((x) => {
          const ground = shapes
            .filter(
              ({ shape }) => shape.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING && paints(shape, x, (top + bottom) / 2),
            )
            .reduce((below, { colour: fill, alpha: strength }) => over(fill, strength, below), paper)
          return contrast(over(colour, alpha, ground), ground)
        })
        const ratio = Math.min(...ratios)
        return ratio < 4.5 ? [`${chart}: “${text.textContent}” ${ratio.toFixed(2)}`] : []
      })
      const marks = shapes
        .filter(({ alpha }) => alpha === 1)
        .flatMap(({ colour, fill }) => {
          const ratio = contrast(colour, paper)
          return ratio < 3 ? [`${chart}: a mark of ${fill} ${ratio.toFixed(2)}`] : []
        })
      return [...words, ...new Set(marks)]
    })
}

/** Looks at pages one after another in one window of the browser. */
const see = async (width: number, javaScriptEnabled: boolean, addresses: readonly string[]): Promise<Seen[]> => {
  const context = await browser.newContext({ javaScriptEnabled, viewport: { width, height: 844 } })
  const page = await context.newPage()
  const list: Seen[] = []
  let messages: string[] = []
  // The picture of the tab may be asked for late, when the next page stands: an address counts once.
  let requests = new Set<string>()
  page.on('console', (message) => messages.push(message.text()))
  page.on('pageerror', (error) => messages.push(error.message))
  page.on('requestfailed', (request) => {
    // The picture of the tab may still be on its way when the next page is opened.
    const why = request.failure()?.errorText
    if (why !== 'net::ERR_ABORTED') messages.push(`${why}: ${request.url()}`)
  })
  page.on('response', (response) => {
    if (response.status() >= 400) messages.push(`${response.status()}: ${response.url()}`)
  })
  page.on('request', (request) => requests.add(request.url()))
  for (const address of addresses) {
    messages = []
    requests = new Set()
    await page.goto(`${host.origin}${address}`)
    const { sideways, overflow, ...rest } = await page.evaluate(look)
    list.push({ address, width, messages, requests: [...requests], overflow: sideways > 0 ? [`${sideways} px`, ...overflow] : [], ...rest })
  }
  await context.close()
  return list
}

if (!executablePath) test.skip('no browser is here to look at the site with (npm test gets one where it can)', () => {})

describe.runIf(executablePath)('in a browser', () => {
  beforeAll(prepare)
  afterAll(async () => {
    await browser.close()
    host.close()
  })

  describe('on a phone without scripts and on a desk with them, in both languages', () => {
    const seen: Seen[] = []
    const isChapter = ({ address }: Seen) => chapters.includes(address.slice('/en/'.length))
    const told = (find: (page: Seen) => readonly string[]): string[] =>
      seen.flatMap((page) => find(page).map((fault) => `${page.address} at ${page.width} px: ${fault}`)).slice(0, 20)

    beforeAll(async () => {
      const slugs = [...chapters, 'audit/', 'audit/table/flows/', ...entries.map((id) => `audit/${id}/`)]
      const addresses = languages.flatMap((language) => slugs.map((slug) => `/${language}/${slug}`))
      for (const list of await Promise.all([see(390, false, addresses), see(1440, true, addresses)])) seen.push(...list)
    })

    test('the console stays clean, and no policy is broken', () => {
      expect(told(({ messages }) => messages)).toEqual([])
      expect(seen.length).toBe(4 * (chapters.length + 5))
    })

    test('no page can be pushed sideways', () => {
      expect(told(({ overflow }) => overflow)).toEqual([])
    })

    test('charts, tables, equations and numbers are to be seen, and no label of a chart is cut off or covered', () => {
      expect(told(({ missing }) => missing)).toEqual([])
      const total = (what: keyof Seen['shown']) => seen.filter(isChapter).reduce((sum, { shown }) => sum + shown[what], 0)
      expect(total('charts')).toBeGreaterThan(20)
      expect(total('tables')).toBeGreaterThan(20)
      expect(total('equations')).toBeGreaterThan(40)
      expect(total('numbers')).toBeGreaterThan(2000)
    })

    // Beside page, sheet and script the browser asks for the sign of the site, once for all pages. The ring of
    // mechanisms and the head of a case bring a sheet of their own, and are no heavy pages.
    test('a chapter takes at most 4 requests and 30 KB, compressed, and 5 where it has a sheet of its own', () => {
      expect(
        told((page) => {
          if (!isChapter(page)) return []
          const sizes = page.requests.map((url) => {
            const file = fileFor(dist, decodeURIComponent(new URL(url).pathname))
            return file ? gzipSync(readFileSync(file)).length : 0
          })
          const sum = sizes.reduce((a, b) => a + b, 0)
          return [
            ...(page.requests.length > (sizes.length === 5 && /cases\/|model\/|(zh|en)\/$/.test(page.address) ? 5 : 4)
              ? [`${page.requests.length} requests`]
              : []),
            ...(sum > 30_000 ? [`${sum} bytes: ${sizes.join(' + ')}`] : []),
          ]
        }),
      ).toEqual([])
    })

    test('nothing is asked of another host', () => {
      expect(told(({ requests }) => requests.filter((url) => !url.startsWith(`${host.origin}/`)))).toEqual([])
    })
  })

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
      expect(excerpt.trim().split(/\s/)[0]).toBe(figure?.script?.split(':')[1])

      for (const id of figure?.inputs ?? [])
        expect(await page.locator(`main a.figure:has(data[data-figure="${id}"])`).first().isVisible(), id).toBe(true)
      await page.locator('main a.figure:has(data[data-figure="services.film.boxOffice"])').first().click()
      const facts = await page.locator('main').textContent()
      expect(facts).toContain(figures.get('services.film.boxOffice')?.printed)
      expect(facts).toContain(figures.get('services.film.boxOffice')?.locator?.[language])
      expect(facts).toContain('data/alibaba-2020/inputs.yaml:')
    })
  })

  test('a cell of a large table leads to its row', async () => {
    const cell = ledger.figures.find(({ id, kind }) => kind === 'cited' && id.startsWith('flows.'))
    await visit(`/en/audit/table/flows/#${cell?.id}`, {}, async (page) => {
      expect(await page.locator(`[id="${cell?.id}"]`).isVisible()).toBe(true)
      expect(await page.evaluate(() => document.querySelector(':target')?.getBoundingClientRect().top ?? -1)).toBeGreaterThanOrEqual(0)
    })
  })

  test.each(languages)('the audit shows the checks of one verdict and one topic, by style alone, in %s', async (language) => {
    await visit(`/${language}/audit/`, {}, async (page) => {
      const rows = () =>
        page.evaluate(() => [...document.querySelectorAll('.checks tbody tr')].filter((row) => row.checkVisibility()).map(({ id }) => id))
      const claims = (verdict?: string, topic?: string) =>
        ledger.checks
          .filter((check) => (!verdict || check.verdict === verdict) && (!topic || check.figure.startsWith(`${topic}.`)))
          .map(({ claim }) => `check-${claim}`)
      const choices = async (name: string) =>
        (await page.locator(`input[name="${name}"]`).evaluateAll((inputs) => inputs.map(({ id }) => id.replace(/^\w+-/, '')))).filter(
          (id) => id !== 'all',
        )
      const [verdicts, topics] = [await choices('verdict'), await choices('topic')]

      expect(await rows()).toEqual(claims())
      expect(ledger.checks.filter(({ verdict }) => !verdicts.includes(verdict))).toEqual([])
      expect(ledger.checks.filter(({ figure }) => !topics.includes(figure.split('.')[0] ?? ''))).toEqual([])
      for (const verdict of verdicts) {
        await page.check(`#verdict-${verdict}`)
        expect(await rows(), verdict).toEqual(claims(verdict))
      }
      await page.check('#verdict-all')
      for (const topic of topics) {
        await page.check(`#topic-${topic}`)
        expect(await rows(), topic).toEqual(claims(undefined, topic))
      }
      await page.check('#verdict-exact')
      expect(await rows()).toEqual(claims('exact', topics.at(-1)))
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

    test('the filters of the audit are chosen with the arrows', async () => {
      await visit('/en/audit/', {}, async (page) => {
        await page.locator('#verdict-all').focus()
        await page.keyboard.press('ArrowRight')
        expect(await page.locator('#verdict-exact').isChecked()).toBe(true)
        expect(await page.locator('.checks tbody tr:visible').count()).toBe(
          ledger.checks.filter(({ verdict }) => verdict === 'exact').length,
        )
      })
    })
  })

  describe.each(['light', 'dark'] as const)('in the %s scheme', (colorScheme) => {
    test('the words of charts stand out from what they are written on, and their marks from the page', async () => {
      const faults: string[] = []
      await visit('/en/', { colorScheme }, async (page) => {
        for (const width of [390, 1440]) {
          await page.setViewportSize({ width, height: 1000 })
          for (const slug of chapters) {
            await page.goto(`${host.origin}/en/${slug}`)
            faults.push(...(await page.evaluate(weakInCharts)).map((fault) => `/en/${slug} at ${width} px, ${fault}`))
          }
        }
      })
      expect(faults).toEqual([])
    }, 240_000)
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
