/** The scenario explorer in a browser: at its defaults it says what the report says, and what it says follows the hand. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { gzipSync } from 'node:zlib'
import type { AxeResults, RunOptions } from 'axe-core'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { shown } from '../../../scripts/ledger/publish/shown.ts'
import { graphOf } from '../../../src/explorer/graph.ts'
import { differenceOf, exactIn, theReport, write } from '../../../src/explorer/scenario.ts'
import { readState, scenarioOf } from '../../../src/explorer/state.ts'
import { wordsOf } from '../../../src/i18n/words.ts'
import { scenarios } from '../../../src/report/scenarios.ts'
import { hasBrowser, openSite } from '../../browser/open-site.ts'
import type { Host } from '../../browser/server.ts'
import { fileFor } from '../../site/pages.ts'
import { goodSite } from '../../site/project.ts'
import { figure, ledger } from '../estimates/support.ts'

const { total, presets, results } = scenarios
let dist: string
let host: Host
let browser: Browser
const graph = graphOf(ledger, scenarios)
const all = [total, ...results.flatMap(({ figures }) => figures)]

const visit = async (address: string, use: (page: Page) => Promise<void>, options: BrowserContextOptions = {}): Promise<void> => {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options })
  try {
    const page = await context.newPage()
    const faults: string[] = []
    page.on('console', (message) => faults.push(message.text()))
    page.on('pageerror', (error) => faults.push(error.message))
    page.setDefaultTimeout(30_000)
    await page.goto(`${host.origin}${address}`)
    if (options.javaScriptEnabled !== false) await page.locator('#live:not([disabled])').waitFor()
    await use(page)
    expect(faults).toEqual([])
  } finally {
    await context.close()
  }
}

/** What each row says: the report's number, the scenario's, and how far they lie apart. */
const table = (page: Page): Promise<Record<string, readonly string[]>> =>
  page
    .locator('[data-result]')
    .evaluateAll((rows) =>
      Object.fromEntries(
        rows.map((row) => [
          (row as HTMLElement).dataset.result ?? '',
          ['data.num', '.now', '.difference', '.relative'].map((selector) => row.querySelector(selector)?.textContent ?? 'absent'),
        ]),
      ),
    )
const query = (page: Page): string => new URL(page.url()).search
const move = (page: Page, name: string, position: number): Promise<void> =>
  page.locator(`[data-control="${name}"] input[type="range"]`).evaluate((slider: HTMLInputElement, to) => {
    slider.value = String(to)
    slider.dispatchEvent(new Event('input', { bubbles: true }))
  }, position)

if (!hasBrowser) test.skip('no browser is here to explore with (npm test gets one where it can)', () => {})

describe.runIf(hasBrowser)('the scenario explorer in a browser', { timeout: 240_000 }, () => {
  beforeAll(async () => {
    ;({ dist, host, browser } = await openSite(goodSite))
  })

  test.each(['zh', 'en'] as const)('at its defaults it shows what the report shows, string for string (%s)', async (language) => {
    await visit(`/${language}/explore/`, async (page) => {
      // Away and back, so that what stands there is what the script wrote.
      await page.locator('.presets button').nth(1).click()
      expect((await table(page))[total]?.[1]).toBe(shown(figure('total.directJobs'), language))
      await page.locator('#reset').click()
      const said = await table(page)
      expect(Object.keys(said)).toEqual(all)
      for (const id of all) expect(said[id], id).toEqual([shown(figure(id), language), shown(figure(id), language), '0', '0'])
      expect(await page.locator('#total-now').textContent()).toBe(shown(figure(total), language))
      // And beside the page of each figure.
      for (const id of all) {
        const entry = readFileSync(fileFor(dist, `/${language}/audit/${id}/`) ?? '', 'utf8')
        expect(entry, id).toContain(`>${said[id]?.[1]}<`)
      }
    })
  })

  test.each(['zh', 'en'] as const)('every ready scenario is what the same formulas give outside the browser (%s)', async (language) => {
    const { points } = wordsOf(language).explorer
    const before = exactIn(graph, theReport)
    for (const preset of [
      ...presets.map(({ query }) => query),
      '?riders=46&multiplier=0.97',
      '?delivery-turnover=3000&without=ant,posts',
    ]) {
      await visit(`/${language}/explore/${preset}`, async (page) => {
        const now = exactIn(graph, scenarioOf(graph, readState(graph, preset).state))
        const said = await table(page)
        for (const id of all) {
          const value = now(graph.nodes[`counted ${id}`] ? `counted ${id}` : id)?.value
          const { absolute, relative } = differenceOf(graph, id, value, before(id)?.value, language, points)
          expect(said[id]?.slice(1), `${id} at ${preset}`).toEqual([write(graph, id, value, language), absolute, relative])
        }
      })
    }
  })

  test('a slider moves its field, the numbers, what matters most and the address', async () => {
    await visit('/en/explore/', async (page) => {
      await move(page, 'riders', 50)
      expect((await table(page))['services.jobs']?.slice(1)).toEqual(['4.38 million', '−1.15 million', '−20.8%'])
      expect(await page.locator('#number-riders').inputValue()).toBe('1.15')
      await page.waitForFunction(() => location.search === '?riders=115')
      expect(await page.locator('[data-mover="riders"] td.low').textContent()).toBe('−115,000')
      expect(await page.locator('header a.language').evaluate((link: HTMLAnchorElement) => link.search)).toBe('?riders=115')
      await page.waitForFunction(() => document.querySelector('#announced')?.textContent?.startsWith('Total 67.86 million'))
      await move(page, 'riders', 100)
      await page.waitForFunction(() => location.search === '')
      expect((await table(page))[total]?.[2]).toBe('0')
    })
  })

  test('a field takes digits in the language’s own unit, and refuses what is none of its numbers', async () => {
    await visit('/zh/explore/', async (page) => {
      await page.locator('details', { has: page.locator('#number-ant') }).evaluate((drawer: HTMLDetailsElement) => {
        drawer.open = true
      })
      await page.fill('#number-ant', '350')
      expect((await table(page))['infrastructure.jobs']?.[1]).toBe('720.0万')
      await page.fill('#number-ant', '1401')
      expect(await page.locator('#number-ant').getAttribute('aria-invalid')).toBe('true')
      expect(await page.locator('[data-control="ant"] .outside').isVisible()).toBe(true)
      expect((await table(page))['infrastructure.jobs']?.[1]).toBe('720.0万')
      expect(await page.locator('[data-control="ant"] .outside').textContent()).toBe('请填0至700之间的数。')
      // A field that is left shows what counts.
      await page.locator('#number-ant').blur()
      expect(await page.inputValue('#number-ant')).toBe('350')
      expect(await page.locator('#number-ant').getAttribute('aria-invalid')).toBe(null)
      expect(await page.locator('[data-control="ant"] .outside').isVisible()).toBe(true)
      await page.fill('#number-ant', '')
      await page.locator('#number-ant').blur()
      expect(await page.inputValue('#number-ant')).toBe('350')
      expect(await page.locator('[data-control="ant"] .outside').isVisible()).toBe(false)
      await page.fill('#number-ant', '700')
      expect(await page.locator('[data-control="ant"] .outside').isVisible()).toBe(false)
      await page.waitForFunction(() => location.search === '')
    })
  })

  test('the keyboard moves a slider by a hundredth', async () => {
    await visit('/en/explore/', async (page) => {
      const slider = page.locator('[data-control="multiplier"] input[type="range"]')
      await slider.focus()
      await page.keyboard.press('ArrowLeft')
      await page.waitForFunction(() => location.search === '?multiplier=1.47')
      expect(await page.locator('[data-choice="multiplier"]').inputValue()).toBe('value')
      expect(await slider.getAttribute('aria-valuetext')).toBe('1.470')
      await page.selectOption('[data-choice="multiplier"]', 'report')
      expect(query(page)).toBe('')
      expect((await table(page))[total]?.[2]).toBe('0')
    })
  })

  test('a module that is off is not counted, nor its members', async () => {
    await visit('/en/explore/', async (page) => {
      await page.locator('[data-switch="infrastructure"]').uncheck()
      expect(query(page)).toBe('?without=infrastructure')
      expect((await table(page))['infrastructure.jobs']?.slice(1)).toEqual(['0', '−10.70 million', '−100%'])
      expect(await page.locator('[data-switch="ant"]').isDisabled()).toBe(true)
      await page.locator('[data-switch="entertainment"]').uncheck()
      expect((await table(page))['entertainment.jobs']?.[1]).toBe('0')
      await page.goBack()
      expect(await page.locator('[data-switch="entertainment"]').isChecked()).toBe(true)
      expect((await table(page))['entertainment.jobs']?.[2]).toBe('0')
      await page.goBack()
      expect((await table(page))[total]?.[2]).toBe('0')
    })
  })

  test('an address that it cannot read it tells, and shows the report’s number', async () => {
    await visit('/en/explore/?riders=many&without=zebra&ant=350&utm_source=x', async (page) => {
      expect(await page.locator('#refused').textContent()).toMatch(/: riders=many, without=zebra$/)
      expect(await page.locator('#number-riders').inputValue()).toBe('2.3')
      expect((await table(page))[total]?.[2]).toBe('−3.500 million')
      await page.locator('#reset').click()
      expect(await page.locator('#refused').isVisible()).toBe(false)
    })
  })

  test('the other language shows the same scenario', async () => {
    await visit('/en/explore/?multiplier=own&without=ant', async (page) => {
      await page.locator('header a.language').click()
      await page.waitForURL(/\/zh\/explore\/\?multiplier=own&without=ant$/)
      await page.locator('#live:not([disabled])').waitFor()
      expect((await table(page))[total]?.[1]).toBe('3507万')
      expect(await page.locator('[data-choice="multiplier"]').inputValue()).toBe('own')
    })
  })

  test('the link that is copied leads to the same scenario', async () => {
    await visit(
      '/en/explore/?multiplier=1.2',
      async (page) => {
        await page.locator('#copy').click()
        await page.waitForFunction(() => document.querySelector('#copied')?.textContent !== '')
        expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${host.origin}/en/explore/?multiplier=1.2`)
      },
      { permissions: ['clipboard-read', 'clipboard-write'] },
    )
  })

  test('the sentences that would change come when they are looked for, with old and new numbers, and what is no longer true', async () => {
    await visit('/en/explore/?multiplier=0.9', async (page) => {
      const fetched = () =>
        page.evaluate(() => performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('sentences.json')).length)
      expect(await fetched()).toBe(0)
      await page.locator('#changes').scrollIntoViewIfNeeded()
      await page.locator('#changed li').first().waitFor()
      expect(await fetched()).toBe(1)
      const first = page.locator('#changed li', { has: page.locator('del', { hasText: '69.01 million' }) }).first()
      expect(await first.locator('ins').first().textContent()).toBe('56.74 million')
      // At 0.9 fewer are multiplied than counted.
      expect(await page.locator('#changed code').allTextContents()).toContain('retail.indirectJobs > retail.directJobs')
      for (const href of await page
        .locator('#changed li > a')
        .evaluateAll((links) => links.slice(0, 12).map((link) => (link as HTMLAnchorElement).pathname)))
        expect(fileFor(dist, href), href).toBeDefined()
      await page.locator('#reset').click()
      await page.waitForFunction(() => document.querySelector('#changed')?.childElementCount === 0)
    })
  })

  test('a hand that moves on and on has the sentences and the address written once, when it rests', async () => {
    await visit('/en/explore/?riders=50', async (page) => {
      await page.locator('#changes').scrollIntoViewIfNeeded()
      await page.locator('#changed li').first().waitFor()
      const times = await page.evaluate(async () => {
        const times = { addresses: 0, lists: 0 }
        const replace = history.replaceState.bind(history)
        history.replaceState = (...step) => {
          times.addresses += 1
          replace(...step)
        }
        new MutationObserver(() => {
          times.lists += 1
        }).observe(document.querySelector('#changed') as Element, { childList: true })
        const slider = document.querySelector<HTMLInputElement>('[data-control="riders"] input[type="range"]')
        if (!slider) throw new Error('the page has no slider')
        for (let position = 40; position > 10; position -= 1) {
          slider.value = String(position)
          slider.dispatchEvent(new Event('input', { bubbles: true }))
        }
        await new Promise((resolve) => setTimeout(resolve, 2000))
        return times
      })
      expect(times).toEqual({ addresses: 1, lists: 1 })
    })
  })

  test('while the sentences are on their way nothing is said of them, and if they fail that is said', async () => {
    const context = await browser.newContext()
    const page = await context.newPage()
    let answer = (): void => {}
    const asked = new Promise<void>((resolve) => {
      answer = resolve
    })
    await page.route('**/sentences.json', async (route) => {
      await asked
      await route.fulfill({ status: 503, body: '' })
    })
    await page.goto(`${host.origin}/en/explore/?multiplier=uniform`)
    await page.locator('#live:not([disabled])').waitFor()
    await page.locator('#changes').scrollIntoViewIfNeeded()
    await expect.poll(() => page.locator('#how-many').textContent(), { timeout: 20_000 }).toBe('Looking for the sentences…')
    answer()
    await expect.poll(() => page.locator('#how-many').textContent(), { timeout: 20_000 }).toBe('The list of sentences could not be loaded.')
    await context.close()
  })

  test.each(['gone', 'cut off'] as const)('without its numbers (%s) it says so, and says nothing of a scenario', async (how) => {
    const context = await browser.newContext()
    const page = await context.newPage()
    await page.route('**/explorer.json', (route) => (how === 'gone' ? route.fulfill({ status: 404, body: '{}' }) : route.abort()))
    await page.goto(`${host.origin}/en/explore/?multiplier=uniform`)
    await page.locator('#refused', { hasText: 'could not be loaded' }).waitFor()
    expect(
      await page.locator('.told, .scenario, #live').evaluateAll((parts) => parts.filter((each) => each.checkVisibility()).length),
    ).toBe(0)
    expect(await page.locator('.side').isVisible()).toBe(true)
    await context.close()
  })

  test('a number in the address that is the report’s own is no change', async () => {
    await visit('/en/explore/?retail-direct=2010.4', async (page) => {
      expect(await page.locator('.control.moved').count()).toBe(0)
      expect(await page.locator('.presets [aria-pressed="true"]').textContent()).toBe('The report')
    })
  })

  test.each(['zh', 'en'] as const)(
    'without a script it shows the report, the ready scenarios, and that sliders need one (%s)',
    async (language) => {
      await visit(
        `/${language}/explore/`,
        async (page) => {
          expect(await page.locator('#live, .told').evaluateAll((parts) => parts.filter((each) => each.checkVisibility()).length)).toBe(0)
          expect(await page.locator('.without-script').isVisible()).toBe(true)
          const rows = await page
            .locator('.side tbody tr')
            .evaluateAll((each) => each.map((row) => row.querySelector('td')?.textContent?.replace('†', '')))
          const of = (id: string) => shown(figure(id), language)
          expect(rows.slice(0, 3)).toEqual([of(total), of('total.directJobs'), of('measures.headCount')])
          expect(rows.slice(4)).toEqual([
            of('objections.totalAtSectorLabour'),
            of('objections.totalAtConsumption'),
            of('objections.totalAtOwnMultipliers'),
            of('ant.beside.totalAtDirect'),
            of('ant.beside.totalAtBoth'),
            of('ant.beside.totalAtAddable'),
            // The matching model is none of the total.
            of(total),
            of(total),
          ])
          expect(await page.locator('.tornado tbody tr').first().isVisible()).toBe(true)
        },
        { javaScriptEnabled: false },
      )
    },
  )

  test('a method runs once something is moved: at tenfold efficiency unemployment is what the chapter has for it', async () => {
    await visit('/en/explore/', async (page) => {
      const methods = () =>
        page.evaluate(() => performance.getEntriesByType('resource').filter(({ name }) => name.includes('equilibrium-tightness')).length)
      expect(await methods()).toBe(0)
      await page.locator('[data-query="?china-efficiency=tenfold"]').click()
      const now = page.locator('[data-result="matching.china.unemploymentRate"] .now')
      await expect.poll(() => now.textContent()).toBe(shown(figure('matching.china.tenfold.unemploymentRate'), 'en'))
      expect(await page.locator('[data-result="matching.china.tightness"] .now').textContent()).toBe(
        shown(figure('matching.china.tenfold.tightness'), 'en'),
      )
      expect(await methods()).toBe(1)
    })
  })

  test('its scripts weigh at most 14 KB, compressed, and nothing of the build’s own comes with them', async () => {
    await visit('/en/explore/', async (page) => {
      const fetched = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname))
      const scripts = fetched.filter((name) => name.endsWith('.js')).map((name) => readFileSync(fileFor(dist, name) ?? ''))
      expect(scripts.reduce((sum, script) => sum + gzipSync(script).length, 0)).toBeLessThan(14_000)
      expect(scripts.every((script) => !script.includes('levenshtein') && !script.includes('ml-matrix'))).toBe(true)
    })
  })

  test.each([
    ['/zh/explore/?multiplier=own', 320],
    ['/en/explore/', 390],
    ['/en/explore/?riders=115&without=retail&ant=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 390],
  ] as const)('needs no sideways pushing: %s at %i px', async (address, width) => {
    await visit(
      address,
      async (page) => {
        const { scrollWidth, clientWidth } = await page.evaluate(() => {
          for (const drawer of document.querySelectorAll('details')) drawer.open = true
          return document.documentElement
        })
        expect(scrollWidth).toBe(clientWidth)
      },
      { viewport: { width, height: 844 } },
    )
  })

  test.each([
    ['/en/explore/?multiplier=0.9&without=ant,zebra', 'dark', 1440],
    ['/zh/explore/?multiplier=own', 'light', 390],
  ] as const)('axe finds nothing against WCAG 2.2 AA: %s, %s, %i px', async (address, colorScheme, width) => {
    const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
    const options: RunOptions = { runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'] } }
    await visit(
      address,
      async (page) => {
        await page.evaluate(() => {
          for (const drawer of document.querySelectorAll<HTMLDetailsElement>('details.controls')) drawer.open = true
        })
        await page.locator('#changes').scrollIntoViewIfNeeded()
        if (address.includes('?')) await page.locator('#changed li').first().waitFor()
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
