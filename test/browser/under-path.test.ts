/** The example published as pages of a project are: under a path of its host, where nothing is at the root. */
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cacheOfExample, copyExample, type Project } from '../site/project.ts'
import { hasBrowser, oneBrowser } from './open-site.ts'
import { type Host, serve } from './server.ts'

const base = '/lamp-report'

describe.skipIf(!hasBrowser)('a site under a path of its host', { timeout: 120_000 }, () => {
  let project: Project
  let host: Host
  let page: Page
  const missed: string[] = []
  const at = (address: string): string => `${host.origin}${base}${address}`
  const open = (address: string) => page.goto(at(address))

  beforeAll(async () => {
    project = copyExample()
    project.edit('data/gull-point-1901/hamlets.yaml', 'prefix: inhabitants', 'grid: yes\nprefix: inhabitants')
    const { code, stderr } = await project.build(cacheOfExample, { SITE_URL: `https://keepers.example${base}/` })
    expect(stderr).toBe('')
    expect(code).toBe(0)
    host = await serve(`${project.folder}/dist`, base)
    page = await (await oneBrowser()).newPage()
    page.on('response', (response) => {
      if (response.status() >= 400) missed.push(response.url())
    })
    page.on('pageerror', (error) => missed.push(error.message))
  })
  afterAll(async () => {
    await page?.close()
    host?.close()
    project?.discard()
  })

  test('sends a reader from its root to a language, and all links of its pages lead somewhere', async () => {
    await open('/')
    await page.waitForURL(at('/zh/'))
    const seen = new Set<string>()
    for (const address of [
      '/en/',
      '/zh/the-lamp/',
      '/en/audit/',
      '/en/audit/lamp.ships/',
      '/en/search/',
      '/en/explore/',
      '/zh/audit/source/',
    ]) {
      expect((await open(address))?.status(), address).toBe(200)
      const links = await page.evaluate(() => [...document.querySelectorAll('a[href]')].map((link) => (link as HTMLAnchorElement).href))
      for (const link of links) if (link.startsWith(host.origin)) seen.add(link.replace(/[?#].*/, ''))
    }
    const answers = await Promise.all([...seen].map(async (link) => [link, (await fetch(link)).status] as const))
    expect(answers.filter(([, status]) => status !== 200)).toEqual([])
    expect(seen.size).toBeGreaterThan(40)
  })

  test('finds chapters and numbers', async () => {
    for (const [words, list, where] of [
      ['lamp', '.chapters', /^\/lamp-report\/en\/(?!audit\/)/],
      ['oil', '.figures', /^\/lamp-report\/en\/audit\/[\w.]+\/$/],
    ] as const) {
      await open(`/en/search/?q=${words}`)
      await page.locator(`#found ${list} a`).first().click()
      expect(new URL(page.url()).pathname).toMatch(where)
      expect(await page.locator('h1').textContent()).not.toBe('')
    }
  })

  test('computes scenarios, and leads from a sentence that moves to its chapter', async () => {
    await open('/en/explore/')
    await page.locator('[data-control] input[type=range]').first().focus()
    await page.keyboard.press('End')
    await page.locator('#changes').scrollIntoViewIfNeeded()
    await page.locator('#changed a').first().click()
    expect(new URL(page.url()).pathname).toMatch(/^\/lamp-report\/en\//)
  })

  test('opens the card of a number, and makes a chart live', async () => {
    await open('/en/the-lamp/')
    await page.locator('main a.figure').first().hover()
    await page.locator('dialog[open], .card').first().waitFor()
    await page.locator('.drawing').first().hover()
    await page.locator('.drawing canvas, .drawing svg.marks').first().waitFor()
  })

  test('shows its own page for an address that leads nowhere', async () => {
    const before = missed.length
    expect((await open('/en/nowhere/at-all/'))?.status()).toBe(404)
    expect(
      await page
        .locator('main a')
        .first()
        .evaluate((link) => (link as HTMLAnchorElement).href),
    ).toBe(at('/zh/'))
    missed.splice(before)
  })

  test('leads on from the page that a cell of a large table once had', async () => {
    const before = missed.length
    await open('/en/audit/inhabitants.hill.y1901/')
    await page.waitForURL(at('/en/audit/table/hamlets/#inhabitants.hill.y1901'))
    missed.splice(before)
  })

  test('asks for nothing that is not there', () => expect(missed).toEqual([]))

  test('tells machines its full address', () => {
    const read = (file: string) => readFileSync(`${project.folder}/dist/${file}`, 'utf8')
    expect(read('en/the-lamp/index.html')).toContain('<link rel="canonical" href="https://keepers.example/lamp-report/en/the-lamp/">')
    expect(read('sitemap-index.xml')).toContain('<loc>https://keepers.example/lamp-report/sitemap-0.xml</loc>')
    expect(read('sitemap-0.xml')).toContain('<loc>https://keepers.example/lamp-report/en/the-lamp/</loc>')
    expect(read('robots.txt')).toContain('Sitemap: https://keepers.example/lamp-report/sitemap-index.xml')
  })
})
