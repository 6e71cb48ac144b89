/** The example with its table of hamlets told as a large one: its cells have their entries on the page of the table. */
import { existsSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { LedgerRecord } from '../../scripts/ledger/publish/record.ts'
import type { Language } from '../../scripts/ledger/types.ts'
import { hasBrowser, oneBrowser } from '../browser/open-site.ts'
import { type Host, serve } from '../browser/server.ts'
import { above, below, deadLinks, type Element, hasClass, type Page, readPage, textOf } from './pages.ts'
import { cacheOfExample, copyExample, type Project } from './project.ts'

let project: Project
let ledger: LedgerRecord
const table = { zh: '/zh/audit/table/hamlets/', en: '/en/audit/table/hamlets/' } as const
const hill = 'inhabitants.hill.y1901'
const light = 'inhabitants.lighthouse.y1901'

beforeAll(async () => {
  project = copyExample()
  project.edit('data/gull-point-1901/hamlets.yaml', 'prefix: inhabitants', 'grid: yes\nprefix: inhabitants')
  const { code, stderr } = await project.build(cacheOfExample)
  expect(stderr).toBe('')
  expect(code).toBe(0)
  ledger = JSON.parse(project.read('dist/ledger.json')) as LedgerRecord
}, 120_000)
afterAll(() => project?.discard())

const pageOf = (language: Language): Page => readPage(`${project.folder}/dist`, `${table[language].slice(1)}index.html`)
const lineOf = (page: Page, id: string): Element => {
  const line = page.elements.find(({ attribs }) => attribs.id === id)
  if (!line) throw new Error(`no line for ${id}`)
  return line
}
const linksIn = (element: Element): readonly (string | undefined)[] =>
  below(element).flatMap(({ name, attribs }) => (name === 'a' ? [attribs.href] : []))
const rowOf = (line: Element): Element => above(line).find((each) => hasClass(each, 'cells')) as Element

describe('the page of a large table', () => {
  test('has a line for each of its cells, and no cell has a page', () => {
    const cells = ledger.figures.filter(({ grid }) => grid === 'hamlets')
    expect(cells).toHaveLength(16)
    for (const language of ['zh', 'en'] as const) {
      const page = pageOf(language)
      for (const { id, label, shown, value, printed } of cells) {
        expect(existsSync(`${project.folder}/dist/${language}/audit/${id}`), id).toBe(false)
        const line = lineOf(page, id)
        const row = below(rowOf(line)).find(({ name }) => name === 'h3')
        expect(`${row && textOf(row)}${language === 'zh' ? '：' : ': '}${textOf(line.children[0] as Element)}`).toBe(label[language])
        const number = below(line).find(({ name }) => name === 'data')
        expect(number && [number.attribs['data-figure'], number.attribs.value, textOf(number)]).toEqual([
          id,
          String(value),
          shown[language],
        ])
        expect(textOf(line)).toContain(printed)
      }
    }
  })

  test('says once of a row what all its cells share, and of a cell its column, its range and what it goes into', () => {
    const line = lineOf(pageOf('en'), hill)
    const said = below(rowOf(line)).find(({ name }) => name === 'p') as Element
    expect(textOf(said)).toBe('cited from a source · chapter 1, table 1, row “Hill” · data/gull-point-1901/hamlets.csv:3')
    expect(linksIn(said)).toEqual(['/en/audit/source/data/gull-point-1901/hamlets.csv/#L3'])
    expect(textOf(line)).toMatch(
      /^inhabitants in 1901 240 people Printed as 240 persons · Range left by rounding 239.5 – 240.5 · 1901 · .* · column “1901” · Goes into: /,
    )
    expect(textOf(lineOf(pageOf('en'), 'inhabitants.hill.share'))).toContain('Range left by rounding 32.75 – 32.85')
    const parish = 'inhabitants.parish.y1901'
    const users = ledger.figures.filter(({ inputs }) => inputs?.includes(parish)).map(({ id }) => id)
    expect(users.length).toBeGreaterThan(3)
    const links = linksIn(lineOf(pageOf('en'), parish))
    expect(users.filter((id) => links.includes(`/en/audit/${id}/`))).toEqual(users.slice(0, 3))
    expect(textOf(lineOf(pageOf('en'), parish))).toContain(`and ${users.length - 3} more`)
  })

  test('leads from a cell to the results and conflicts that touch it, and to the chapters that show it', () => {
    const links = linksIn(lineOf(pageOf('en'), light))
    expect(links).toContain('/en/audit/checks/gull-point-1901/inhabitants/#check-inhabitants.lighthouse.y1901@keepers-and-families')
    expect(links).toContain('/en/audit/conflicts/#conflict-keepers-at-the-light')
    const uses = below(lineOf(pageOf('en'), light)).find((each) => hasClass(each, 'uses')) as Element
    expect(linksIn(uses)).toContain('/en/')
    expect(linksIn(uses).filter((href) => href?.startsWith('/zh/'))).toEqual([])
  })

  test('is where every number of it leads, from chapters, lists and files alike', () => {
    expect(deadLinks(`${project.folder}/dist`)).toEqual([])
    expect(project.read('dist/en/index.html')).toContain(`href="${table.en}#${light}"`)
    expect(project.read('dist/data/figures.csv')).toContain(`${table.en}#${hill}`)
    expect(project.read('dist/ro-crate-metadata.json')).toContain(`${table.en}#${hill}`)
  })
})

describe.skipIf(!hasBrowser)('in a browser', { timeout: 60_000 }, () => {
  let host: Host
  beforeAll(async () => {
    host = await serve(`${project.folder}/dist`)
  })
  afterAll(() => host?.close())

  const visit = async (address: string, use: (page: Awaited<ReturnType<typeof newPage>>) => Promise<void>, javaScriptEnabled = true) => {
    const page = await newPage(javaScriptEnabled)
    try {
      await page.goto(`${host.origin}${address}`)
      await use(page)
    } finally {
      await page.context().close()
    }
  }
  const newPage = async (javaScriptEnabled: boolean) =>
    await (await (await oneBrowser()).newContext({ javaScriptEnabled, viewport: { width: 1280, height: 900 } })).newPage()

  test('the card of a cell tells what its line and its row tell, in both languages', async () => {
    for (const language of ['zh', 'en'] as const)
      await visit(`/${language}/`, async (page) => {
        await page.locator(`p a.figure:has(data[data-figure="${light}"])`).first().hover()
        await page.locator('#card:popover-open .ruling').waitFor()
        const figure = ledger.figures.find(({ id }) => id === light)
        expect(await page.locator('#card-label').textContent()).toBe(figure?.label[language])
        expect(await page.locator('#card > .value').textContent()).toBe(figure?.shown[language])
        const text = (await page.locator('#card').textContent()) ?? ''
        expect(text).toContain(figure?.printed)
        expect(text).toContain(language === 'zh' ? '“Lighthouse”行' : 'row “Lighthouse”')
        expect(await page.locator('.card-foot a').evaluateAll((links) => links.map((link) => link.getAttribute('href')))).toEqual([
          `${host.origin}${table[language]}#${light}`,
          `/${language}/audit/source/data/gull-point-1901/hamlets.csv/#L4`,
        ])
        expect(await page.locator(`#card .uses a[href^="/${language}/"]`).count()).toBeGreaterThan(0)
      })
  })

  test('on the table’s own page a card asks for no page, only for the script that makes entries of lines', async () => {
    await visit(table.en, async (page) => {
      const asked: string[] = []
      page.on('request', (request) => asked.push(new URL(request.url()).pathname))
      await page.locator(`.sheet a.figure:has(data[data-figure="${hill}"])`).hover()
      await page.locator('#card:popover-open .ruling').waitFor()
      expect(asked).toEqual([expect.stringMatching(/\/entry-of-cell[^/]*\.js$/)])
    })
  })

  test('the address of the page that a cell once had leads to its line, which is pointed out', async () => {
    for (const address of [`/en/audit/${hill}/`, `/en/audit/${hill}`])
      await visit(address, async (page) => {
        await page.waitForURL(`**${table.en}#${hill}`)
        expect(await page.locator(':target').textContent()).toContain('inhabitants in 1901')
        expect(await page.locator(':target').evaluate((line) => line.getBoundingClientRect().top < innerHeight)).toBe(true)
      })
  })

  test('the address of no cell leads nowhere, and without a script the audit is a link away', async () => {
    await visit('/en/audit/inhabitants.moor.y1901/', async (page) => {
      await page.waitForLoadState('networkidle')
      expect(new URL(page.url()).pathname).toBe('/en/audit/inhabitants.moor.y1901/')
    })
    await visit(
      `/en/audit/${hill}/`,
      async (page) => {
        await page.locator('main a[href="/en/audit/"]').click()
        expect(await page.locator('h1').isVisible()).toBe(true)
      },
      false,
    )
  })
})
