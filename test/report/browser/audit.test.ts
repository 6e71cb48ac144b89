/** The audit in a browser: what a reviewer chooses stands in the address, and what stands in the address is shown. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { gzipSync } from 'node:zlib'
import type { AxeResults, RunOptions } from 'axe-core'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import type { CheckRecord, LedgerRecord } from '../../../scripts/ledger/publish/record.ts'
import { distanceOf } from '../../../scripts/ledger/questions/distance.ts'
import { partsOf } from '../../../src/audit/parts.ts'
import { hasBrowser, openSite } from '../../browser/open-site.ts'
import type { Host } from '../../browser/server.ts'
import { fileFor } from '../../site/pages.ts'
import { goodSite } from '../../site/project.ts'
import { ledger } from '../estimates/support.ts'

let dist: string
let checks: readonly CheckRecord[]
let host: Host
let browser: Browser

const visit = async (address: string, use: (page: Page) => Promise<void>, options: BrowserContextOptions = {}): Promise<void> => {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options })
  try {
    const page = await context.newPage()
    const faults: string[] = []
    page.on('console', (message) => faults.push(message.text()))
    page.on('pageerror', (error) => faults.push(error.message))
    page.setDefaultTimeout(30_000)
    await page.goto(`${host.origin}${address}`)
    await use(page)
    expect(faults).toEqual([])
  } finally {
    await context.close()
  }
}

/** Waits until what was asked for has come from the parts, and has all of it shown. */
const all = async (page: Page): Promise<void> => {
  await page.locator('.every:not([aria-busy="true"])').waitFor()
  while (await page.locator('#more').isVisible()) await page.locator('#more').click()
}
const rowsOf = (page: Page): Promise<string[]> =>
  page
    .locator('.checks tbody tr')
    .evaluateAll((rows) => rows.filter((row) => row.checkVisibility()).map(({ id }) => id.replace(/^check-/, '')))
/** Claims of the rows that are to be seen, in their order. */
const shown = async (page: Page): Promise<string[]> => {
  await all(page)
  return rowsOf(page)
}
/** Claims in the order of the parts of the audit. */
const claims = (wanted: (check: CheckRecord) => boolean): string[] =>
  partsOf(checks).flatMap((part) => part.checks.filter(wanted).map(({ claim }) => claim))
/** The counts by source and topic stand where no check is asked for. */
const atRest = async (page: Page): Promise<void> => {
  await page.locator('#parts').waitFor()
  expect(await shown(page)).toEqual([])
  expect(await page.locator('#shown').textContent()).toMatch(new RegExp(`${checks.length}.*${checks.length}`))
}
const query = (page: Page): string => new URL(page.url()).search
const button = (page: Page, name: string) => page.locator('.checks thead button', { hasText: name })

if (!hasBrowser) test.skip('no browser is here to look at the audit with (npm test gets one where it can)', () => {})

// A page of all checks is large, axe looks at each of them, and the machine may be busy with other tests.
describe.runIf(hasBrowser)('the audit in a browser', { timeout: 240_000 }, () => {
  beforeAll(async () => {
    ;({ dist, host, browser } = await openSite(goodSite))
    checks = (JSON.parse(readFileSync(`${dist}/ledger.json`, 'utf8')) as LedgerRecord).checks
  })

  test('shows what the address asks for, and says how many that is', async () => {
    await visit('/en/audit/?verdict=discrepant&cause=scope-clash&topic=cases', async (page) => {
      const wanted = claims(
        ({ verdict, cause, figure }) => verdict === 'discrepant' && cause === 'scope-clash' && figure.startsWith('cases.'),
      )
      expect(wanted.length).toBeGreaterThan(0)
      expect(await shown(page)).toEqual(wanted)
      expect(await page.locator('#shown').textContent()).toBe(`${wanted.length} of ${checks.length} checks`)
      expect(await page.locator('select[name="verdict"]').inputValue()).toBe('discrepant')
      expect(await page.locator('select[name="cause"]').inputValue()).toBe('scope-clash')
    })
  })

  test('finds the checks without a cause and without a qualifier, and those of a qualifier', async () => {
    await visit('/en/audit/?cause=none&qualifier=over', async (page) => {
      expect(await shown(page)).toEqual(claims(({ cause, qualifier }) => cause === null && qualifier === 'over'))
      await page.selectOption('select[name="qualifier"]', 'none')
      expect(await shown(page)).toEqual(claims(({ cause, qualifier }) => cause === null && qualifier === null))
    })
  })

  test('takes no notice of what it does not know', async () => {
    await visit('/zh/audit/?verdict=wrong&cause=moon&topic=&source=nobody&sort=colour&order=sideways&page=7', async (page) => {
      await atRest(page)
      expect(await page.locator('select[name="cause"]').inputValue()).toBe('')
      expect(await page.locator('.checks th[aria-sort]').count()).toBe(0)
    })
  })

  test('writes each choice into the address, and the back button takes it back', async () => {
    await visit('/en/audit/', async (page) => {
      await page.selectOption('select[name="verdict"]', 'exact')
      await page.selectOption('select[name="topic"]', 'retail')
      expect(query(page)).toBe('?verdict=exact&topic=retail')
      const both = await shown(page)
      expect(both).toEqual(claims(({ verdict, figure }) => verdict === 'exact' && figure.startsWith('retail.')))
      await page.goBack()
      expect(query(page)).toBe('?verdict=exact')
      expect(await page.locator('select[name="topic"]').inputValue()).toBe('')
      expect(await shown(page)).toEqual(claims(({ verdict }) => verdict === 'exact'))
      await page.goBack()
      expect(query(page)).toBe('')
      await atRest(page)
      await page.goForward()
      await page.goForward()
      expect(await shown(page)).toEqual(both)
      await page.reload()
      expect(await shown(page)).toEqual(both)
    })
  })

  test('searches while someone types, without a step of history for each letter', async () => {
    await visit('/en/audit/', async (page) => {
      const steps = await page.evaluate(() => history.length)
      await page.locator('input[name="q"]').pressSequentially('4976')
      expect(query(page)).toBe('?q=4976')
      expect(await page.evaluate(() => history.length)).toBe(steps)
      const found = await shown(page)
      expect(found).toEqual(claims(({ printed, recomputed }) => printed.includes('4976') || `${recomputed}`.includes('4976')))
      expect(found).toContain('retail.jobs@abstract')
    })
  })

  test.each([
    ['4,976', 'retail.jobs@abstract'],
    ['零售平台就业机会', 'retail.jobs@abstract'],
    ['RETAIL.JOBS', 'retail.jobs@abstract'],
    ['chapter 2 4976', 'retail.jobs@chapter-2'],
    ['40余种', 'infrastructure.antOccupations@chapter-3'],
    ['二(五)', 'infrastructure.dingtalk@text-2-5'],
    ['person-times', 'infrastructure.ant@text-2-5-posts'],
  ])('finds “%s” in words of either language, ids, places and digits', async (words, claim) => {
    await visit(`/${words.includes('二') ? 'zh' : 'en'}/audit/?q=${encodeURIComponent(words)}`, async (page) => {
      const found = await shown(page)
      expect(found).toContain(claim)
      expect(found.length).toBeLessThan(checks.length / 2)
    })
  })

  test('says in words that no check matches, and clears it all at once', async () => {
    await visit('/en/audit/?q=zebra&verdict=exact&sort=printed', async (page) => {
      expect(await shown(page)).toEqual([])
      expect(await page.locator('#shown').textContent()).toContain('No check matches')
      await page.locator('#clear').click()
      expect(query(page)).toBe('?sort=printed')
      expect((await shown(page)).length).toBe(checks.length)
      expect(await page.locator('#clear').isVisible()).toBe(false)
    })
  })

  test('sorts numbers as numbers, up, down and back to the order of the source', async () => {
    await visit('/en/audit/?topic=retail', async (page) => {
      const inOrder = await shown(page)
      const printed = async () => {
        await all(page)
        return page
          .locator('.checks tbody td.as-printed')
          .evaluateAll((cells) => cells.map((cell) => Number((cell as HTMLElement).dataset.value)))
      }
      await button(page, 'Printed').click()
      expect(query(page)).toBe('?topic=retail&sort=printed')
      expect(await page.locator('.checks th[aria-sort="ascending"]').textContent()).toContain('Printed')
      const up = await printed()
      expect(up).toEqual(up.toSorted((a, b) => a - b))
      expect(up.at(-1)).toBe(49_760_000)
      await button(page, 'Printed').click()
      expect(query(page)).toBe('?topic=retail&sort=printed&order=descending')
      expect(await printed()).toEqual(up.toReversed())
      await button(page, 'Printed').click()
      expect(query(page)).toBe('?topic=retail')
      expect(await shown(page)).toEqual(inOrder)
      await page.goBack()
      expect(await printed()).toEqual(up.toReversed())
    })
  })

  test('sorts by how far printed and recomputed lie apart, with what cannot be recomputed last either way', async () => {
    const apart = new Map(
      ledger.data.claims.flatMap((claim) => {
        const figure = ledger.figures.get(claim.figure)
        const distance = figure && distanceOf(claim, figure)
        return distance ? [[claim.id, Math.abs(distance.value)]] : []
      }),
    )
    for (const order of ['', '&order=descending']) {
      await visit(`/en/audit/?sort=difference${order}`, async (page) => {
        const found = (await shown(page)).map((claim) => apart.get(claim))
        const known = found.filter((distance) => distance !== undefined)
        expect(known).toEqual(known.toSorted((a, b) => (order ? b - a : a - b)))
        expect(found.slice(known.length).every((distance) => distance === undefined)).toBe(true)
        expect(found.length - known.length).toBe(claims(({ verdict }) => verdict === 'not-recomputable').length)
      })
    }
  })

  test('sorts verdicts from the gravest, and names as the language does', async () => {
    await visit('/en/audit/?sort=verdict', async (page) => {
      const verdicts = (await shown(page)).map((claim) => checks.find((check) => check.claim === claim)?.verdict)
      expect([...new Set(verdicts)]).toEqual(['discrepant', 'conflicting', 'within-rounding', 'not-recomputable', 'exact'])
      await button(page, 'Result').click()
      await all(page)
      const names = await page.locator('.checks tbody th a').allTextContents()
      expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b, 'en')))
    })
  })

  test('counts lead to the checks that they count', async () => {
    await visit('/en/audit/', async (page) => {
      const links = await page
        .locator('.counts td a')
        .evaluateAll((all) => all.map((link) => ({ href: (link as HTMLAnchorElement).href, count: Number(link.textContent) })))
      expect(links.length).toBeGreaterThan(10)
      // Some of every row are enough.
      for (const { href, count } of links.filter((_, index) => index % 7 === 0)) {
        await page.goto(href)
        expect((await shown(page)).length, href).toBe(count)
      }
    })
  })

  test('what a chapter counts is what its link leads to', async () => {
    await visit('/en/argument/', async (page) => {
      const links = await page
        .locator('main p a.figure[href*="/audit/?"], main p a.figure[href$="/audit/#checks"]')
        .evaluateAll((all) => all.map((link) => ({ href: (link as HTMLAnchorElement).href, count: Number(link.textContent) })))
      expect(links.length).toBeGreaterThanOrEqual(5)
      for (const { href, count } of links) {
        await page.goto(href)
        expect((await shown(page)).length, href).toBe(count)
      }
    })
  })

  test('the other language shows the same view', async () => {
    await visit('/en/audit/', async (page) => {
      await page.selectOption('select[name="verdict"]', 'conflicting')
      const same = await shown(page)
      await page.locator('header a.language').click()
      await page.waitForURL(/\/zh\//, { waitUntil: 'load' })
      expect(page.url()).toBe(`${host.origin}/zh/audit/?verdict=conflicting`)
      expect(await shown(page)).toEqual(same)
    })
  })

  test('searches the list of all figures, and says so in the address', async () => {
    await visit('/en/audit/figures/', async (page) => {
      const figures = () =>
        page
          .locator('details.told li a')
          .evaluateAll((links) => links.filter((link) => link.checkVisibility()).map((link) => link.getAttribute('href')))
      await page.locator('input[name="find"]').fill('骑手')
      expect(await figures()).toContain('/en/audit/services.riders/')
      expect(await page.locator('#told').textContent()).toMatch(/^\d+ of \d+ figures$/)
      await page.locator('input[name="find"]').fill('services.film.boxOffice')
      expect(await figures()).toEqual(['/en/audit/services.film.boxOffice/', '/en/audit/services.film.boxOffice2013/'])
      expect(query(page)).toBe('?find=services.film.boxOffice')
      await page.reload()
      expect(await figures()).toEqual(['/en/audit/services.film.boxOffice/', '/en/audit/services.film.boxOffice2013/'])
      await page.locator('header a.language').click()
      await page.waitForURL(/\/zh\/audit\/figures\/\?find=services.film.boxOffice$/)
      await page.goBack()
      await page.locator('input[name="find"]').fill('zebra')
      expect(await page.locator('#told').textContent()).toBe('No figure is called this.')
    })
  })

  test('the audit leads on to each topic of the list of figures, which opens where it is asked for', async () => {
    await visit('/en/audit/#figures-retail', async (page) => {
      await page.locator('#figures-retail a').click()
      await page.waitForURL(/\/audit\/figures\/#figures-retail$/)
      expect(await page.locator('#figures-retail li').first().isVisible()).toBe(true)
      expect(await page.locator('details.told[open]').count()).toBe(1)
    })
  })

  test('an address that searched the figures on the audit leads on to their list', async () => {
    await visit('/en/audit/?verdict=exact&find=riders', async (page) => {
      await page.waitForURL(/\/audit\/figures\/\?find=riders$/)
      expect(await page.locator('input[name="find"]').inputValue()).toBe('riders')
    })
  })

  test('a link to a conflict opens it', async () => {
    const [conflict] = ledger.data.conflicts
    await visit(`/en/conflicts/#conflict-${conflict?.id}`, async (page) => {
      await page.locator(`#conflict-${conflict?.id} a`).click()
      await page.waitForURL(/\/audit\/conflicts\//)
      expect(await page.locator('.conflicts details[open] b').first().textContent()).toBe(conflict?.title.en)
      expect(await page.locator(`#conflict-${conflict?.id} q`).first().isVisible()).toBe(true)
    })
  })

  test('without a script leads to its parts, each with its rows, of which a verdict is chosen', async () => {
    await visit(
      '/en/audit/?verdict=exact',
      async (page) => {
        expect(await page.locator('.with-script').evaluateAll((parts) => parts.filter((each) => each.checkVisibility()).length)).toBe(0)
        const parts = await page.locator('a.part').evaluateAll((links) => links.map((link) => link.getAttribute('href')))
        expect(parts).toEqual(partsOf(checks).map(({ source, topic }) => `/en/audit/checks/${source}/${topic}/`))
        await page.locator('a.part[data-topic="cases"]').click()
        const ofCases = ({ source, figure }: CheckRecord) => source === 'alibaba-2020' && figure.startsWith('cases.')
        expect(await rowsOf(page)).toEqual(claims(ofCases))
        expect(await page.locator('.checks th button').count()).toBe(0)
        await page.check('#verdict-discrepant')
        expect(await rowsOf(page)).toEqual(claims((check) => ofCases(check) && check.verdict === 'discrepant'))
        await page.check('#verdict-all')
        expect(await rowsOf(page)).toEqual(claims(ofCases))
      },
      { javaScriptEnabled: false },
    )
  })

  test('asks for no part before a check is asked for, and for those alone that can have it', async () => {
    await visit('/en/audit/', async (page) => {
      const fetched: string[] = []
      page.on('request', (request) => fetched.push(new URL(request.url()).pathname))
      await atRest(page)
      expect(fetched).toEqual([])
      await page.selectOption('select[name="source"]', 'county-2022')
      expect(await shown(page)).toEqual(claims(({ source }) => source === 'county-2022'))
      expect(fetched).toEqual(['/en/audit/checks/county-2022/county/'])
    })
  })

  test('an address of a check of the time when all stood on one page leads to its row', async () => {
    await visit('/en/audit/#check-retail.jobs@abstract', async (page) => {
      await page.waitForURL('**/en/audit/checks/alibaba-2020/retail/#check-retail.jobs@abstract')
      expect(await page.locator('tr:target th a').textContent()).toBe(ledger.figures.get('retail.jobs')?.label.en)
    })
  })

  test('says so where the checks cannot be had, keeps the list of their parts, and has them when they can be had again', async () => {
    const context = await browser.newContext()
    const page = await context.newPage()
    await page.route('**/audit/checks/**', (route) => route.abort())
    await page.goto(`${host.origin}/zh/audit/?verdict=exact`)
    await page.locator('#shown.empty').waitFor()
    expect(await page.locator('#shown').textContent()).toContain('未能取到')
    expect(await page.locator('#parts').isVisible()).toBe(true)
    await page.unroute('**/audit/checks/**')
    await page.selectOption('select[name="verdict"]', 'discrepant')
    expect(await shown(page)).toEqual(claims(({ verdict }) => verdict === 'discrepant'))
    expect(await page.locator('#shown.empty').count()).toBe(0)
    await context.close()
  })

  test('scripts of the audit weigh at most 3 KB of their own, compressed, and come from files', async () => {
    for (const address of ['/en/audit/', '/en/audit/figures/']) {
      await visit(address, async (page) => {
        const fetched = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname))
        const own = fetched.filter((name) => name.endsWith('.js') && !name.includes('Page.astro')).map((name) => fileFor(dist, name) ?? '')
        // The page's own, what both share, and what they share with the explorer and the search.
        expect(own.length).toBe(3)
        expect(own.reduce((sum, file) => sum + gzipSync(readFileSync(file)).length, 0)).toBeLessThan(3000)
      })
    }
  })

  test.each([390, 320])('needs no sideways pushing at %i px, whatever is chosen', async (width) => {
    for (const address of [
      '/zh/audit/',
      '/en/audit/?sort=difference&order=descending',
      '/en/audit/?q=zebra',
      '/en/audit/checks/alibaba-2020/retail/',
      '/en/audit/figures/?find=a',
      '/en/audit/conflicts/',
    ]) {
      await visit(
        address,
        async (page) => {
          if (address.includes('/audit/?')) await all(page)
          const { scrollWidth, clientWidth } = await page.evaluate(() => {
            for (const drawer of document.querySelectorAll('details')) drawer.open = true
            return document.documentElement
          })
          expect(scrollWidth, address).toBe(clientWidth)
        },
        { viewport: { width, height: 844 } },
      )
    }
  })

  // The pages as they open are looked at in the walk through the site.
  test.each([
    ['/zh/audit/?verdict=discrepant&sort=printed', 'light', 390],
    ['/en/audit/figures/?find=rider', 'dark', 1440],
  ] as const)('axe finds nothing against WCAG 2.2 AA: %s, %s, %i px', async (address, colorScheme, width) => {
    const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
    const options: RunOptions = { runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'] } }
    await visit(
      address,
      async (page) => {
        if (address.includes('/audit/?')) await all(page)
        await page.evaluate(source)
        const { passes, violations } = await page.evaluate(
          (run) => (globalThis as unknown as { axe: { run: (options: RunOptions) => Promise<AxeResults> } }).axe.run(run),
          options,
        )
        expect(passes.map(({ id }) => id)).toContain('color-contrast')
        expect(
          violations.flatMap(({ id, nodes }) =>
            nodes.slice(0, 3).map(({ target, failureSummary }) => `${id} ${target.join(' ')}: ${failureSummary}`),
          ),
        ).toEqual([])
      },
      { bypassCSP: true, colorScheme, viewport: { width, height: 900 } },
    )
  })
})
