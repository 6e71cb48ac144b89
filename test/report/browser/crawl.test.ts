/**
 * A walk through the built site with scripts on: every chapter of both languages, a page of each template, and pages of
 * figures, tables and sources spread over all of them. Each is opened once and looked at in several windows.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { gzipSync } from 'node:zlib'
import type { AxeResults, RunOptions } from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Language, LedgerRecord } from '../../../scripts/ledger/types.ts'
import { type Template, templateAddress, templatesIn } from '../../bench/templates.ts'
import { look, overflow } from '../../browser/look.ts'
import { hasBrowser, openSite } from '../../browser/open-site.ts'
import type { Host } from '../../browser/server.ts'
import { fileFor, pageFilesIn } from '../../site/pages.ts'
import { goodSite } from '../../site/project.ts'

const languages: readonly Language[] = ['zh', 'en']
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
/** What is looked at beside the spread: figures that a source prints, that add unlike measures and that a method gives, the largest table, code and data. */
const examples = [
  'audit/services.film.boxOffice/',
  'audit/total.jobs/',
  'audit/multiplier.report/',
  'audit/services.catering.turnover/',
  'audit/table/flows/',
  'audit/source/scripts/formulas/turnover-share.ts/',
  'audit/source/data/nbs-wages-2019/inputs.yaml/',
]
/** Pages that are open at once: one waits for the host or for a drawing while others compute. */
const windows = 3

/** Every rule in the light; in the dark only what colours change. */
const allRules: RunOptions = {
  runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'] },
  resultTypes: ['violations'],
}
const rulesOfColour: RunOptions = {
  runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] },
  resultTypes: ['violations'],
}

let dist: string
let host: Host
let browser: Browser
let templates: readonly Template[]

/** Some of a list, always the same: its first, its last, and others at equal steps between them. */
const spread = <T>(list: readonly T[], count: number): readonly T[] =>
  list.length <= count
    ? list
    : Array.from({ length: count }, (_, index) => list[Math.round((index * (list.length - 1)) / (count - 1))] as T)

/** Addresses of the walk, the largest pages first, so that none is left to the end. */
const addressesOfWalk = (): readonly string[] => {
  const { figures } = JSON.parse(readFileSync(`${dist}/ledger.json`, 'utf8')) as LedgerRecord
  const kinds = ['cited', 'assumed', 'derived'].map((kind) => figures.filter((figure) => figure.kind === kind))
  const spreadFigures = kinds.flatMap((list, index) => spread(list, 3).map(({ id }, at) => `/${languages[(index + at) % 2]}/audit/${id}/`))
  const files = pageFilesIn(dist).map((file) => `/${file.replace(/index\.html$/, '')}`)
  const chapters = files.filter((address) => /^\/(zh|en)\//.test(address) && !address.includes('/audit/'))
  const tables = files.filter((address) => address.includes('/audit/table/'))
  const sources = files.filter((address) => address.includes('/audit/source/'))
  const addresses = new Set([
    ...templates.flatMap((template) => languages.map((language) => templateAddress(template, language))),
    ...chapters,
    ...languages.flatMap((language) => examples.map((slug) => `/${language}/${slug}`)),
    ...spreadFigures,
    ...spread(tables, 4),
    ...spread(sources, 6),
  ])
  return [...addresses]
}

const axeFaults = async (page: Page, options: RunOptions): Promise<string[]> => {
  const { violations } = await page.evaluate(
    (run) => (globalThis as unknown as { axe: { run: (options: RunOptions) => Promise<AxeResults> } }).axe.run(run),
    options,
  )
  return violations.flatMap(({ id, nodes }) =>
    nodes.slice(0, 3).map(({ target, failureSummary }) => `${id} ${target.join(' ')}: ${(failureSummary ?? '').replace(/\s+/g, ' ')}`),
  )
}

/** 0 for about half of all names and 1 for the others, always the same. */
const halfOf = (name: string): number => [...name].reduce((sum, sign) => sum + sign.charCodeAt(0), 0) % 2

/** Everything that is wrong with a page, by the kind of fault. */
interface Faults {
  readonly console: string[]
  readonly policy: string[]
  readonly hosts: string[]
  readonly requests: string[]
  readonly overflow: string[]
  readonly missing: string[]
  readonly axe: string[]
}
const none = (): Faults => ({ console: [], policy: [], hosts: [], requests: [], overflow: [], missing: [], axe: [] })

/** Opens pages one after another in a window of its own and writes down what is wrong with each. */
const walk = async (addresses: string[], found: Map<string, Faults>): Promise<void> => {
  const context = await browser.newContext({ reducedMotion: 'reduce' })
  await context.addInitScript(() => {
    const broken: string[] = []
    Object.assign(globalThis, { broken })
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile, lineNumber }) =>
      broken.push(`${violatedDirective} forbids ${blockedURI} (${sourceFile}:${lineNumber})`),
    )
  })
  const ofTemplates = new Set(templates.flatMap((template) => languages.map((language) => templateAddress(template, language))))
  const page = await context.newPage()
  page.setDefaultTimeout(60_000)
  let faults = none()
  page.on('console', (message) => faults.console.push(message.text()))
  page.on('pageerror', (error) => faults.console.push(error.message))
  page.on('response', (response) => {
    if (response.status() >= 400) faults.console.push(`${response.status()}: ${response.url()}`)
  })
  page.on('request', (request) => {
    const { origin, pathname } = new URL(request.url())
    if (origin !== host.origin) faults.hosts.push(request.url())
    // The picture of the tab is asked for once, whenever the browser finds the time.
    else if (pathname !== '/favicon.svg') faults.requests.push(decodeURIComponent(pathname))
  })
  for (let address = addresses.shift(); address !== undefined; address = addresses.shift()) {
    faults = none()
    found.set(address, faults)
    const lookAt = async (width: number, colorScheme: 'light' | 'dark', rules?: RunOptions): Promise<void> => {
      await page.setViewportSize({ width, height: 900 })
      await page.emulateMedia({ colorScheme })
      const where = (fault: string) => `at ${width} px, ${colorScheme}: ${fault}`
      faults.overflow.push(...(await page.evaluate(overflow)).map(where))
      if (rules) faults.axe.push(...(await axeFaults(page, rules)).map(where))
    }
    await page.setViewportSize({ width: 1440, height: 900 })
    await page.emulateMedia({ colorScheme: 'light' })
    await page.goto(`${host.origin}${address}`)
    await page.evaluate(axeSource)
    faults.missing.push(...(await page.evaluate(look)).missing)
    // What is one of many of its kind is listened to once: every second in Chinese on a light desk, the others in English on a dark phone.
    const whole = ofTemplates.has(address) || examples.includes(address.slice('/zh/'.length))
    const inChinese = address.startsWith('/zh/')
    const mine = (halfOf(address.slice('/zh/'.length)) === 0) === inChinese
    await lookAt(1440, 'light', whole || (inChinese && mine) ? allRules : undefined)
    await lookAt(1440, 'dark', whole ? rulesOfColour : undefined)
    await lookAt(390, 'dark', whole ? rulesOfColour : !inChinese && mine ? allRules : undefined)
    await lookAt(390, 'light', whole ? allRules : undefined)
    // A desk of 1280 px at 200 % has 640; 320 is the narrowest that must be served, and a desk at 400 %.
    await lookAt(640, 'light')
    await lookAt(320, 'light')
    faults.policy.push(...(await page.evaluate(() => (globalThis as unknown as { broken: string[] }).broken)))
  }
  await context.close()
}

if (!hasBrowser) test.skip('no browser is here to walk through the site with (npm test gets one where it can)', () => {})

describe.runIf(hasBrowser)('in a browser', () => {
  beforeAll(async () => {
    ;({ dist, host, browser } = await openSite(goodSite))
    templates = templatesIn(dist)
  })

  describe('a walk through all chapters, all templates and some of every other kind of page', () => {
    const found = new Map<string, Faults>()
    const told = (kind: keyof Faults): string[] =>
      [...found].flatMap(([address, faults]) => faults[kind].map((fault) => `${address} ${fault}`)).slice(0, 20)

    beforeAll(async () => {
      const addresses = [...addressesOfWalk()]
      await Promise.all(Array.from({ length: windows }, () => walk(addresses, found)))
    }, 900_000)

    test('goes through chapters of both languages and a page of each template', () => {
      const walked = [...found.keys()]
      for (const language of languages) expect(walked.filter((address) => address.startsWith(`/${language}/`)).length).toBeGreaterThan(60)
      expect(templates.length).toBeGreaterThanOrEqual(12)
    })

    test('leaves the console clean', () => expect(told('console')).toEqual([]))

    test('breaks no policy', () => expect(told('policy')).toEqual([]))

    test('asks nothing of another host', () => expect(told('hosts')).toEqual([]))

    test('shows its charts, tables, equations and numbers on a desk, and cuts off or covers no label of a chart', () =>
      expect(told('missing')).toEqual([]))

    test('takes 30 KB, compressed, for a chapter: the page and the script', () => {
      const heavy = [...found].flatMap(([address, { requests }]) => {
        if (!/^\/(zh|en)\/(?!audit\/|explore\/|search\/)/.test(address)) return []
        const sizes = requests.map((path) => gzipSync(readFileSync(fileFor(dist, path) ?? `${dist}${path}`)).length)
        const sum = sizes.reduce((a, b) => a + b, 0)
        return requests.length !== 2 || requests[0] !== address || sum > 30_000
          ? [`${address}: ${requests.join(' ')} of ${sizes.join(' + ')} bytes`]
          : []
      })
      expect(heavy).toEqual([])
    })

    test('never needs pushing sideways: not at 320, 390 and 1440 px, nor at 200 %', () => expect(told('overflow')).toEqual([]))

    test('meets WCAG 2.2 AA and good practice, as far as axe can tell: templates in light and dark, on a phone and a desk, the others in one of these', () =>
      expect(told('axe')).toEqual([]))
  })
})
