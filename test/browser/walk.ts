/** A walk through the pages of a built site with scripts on. Each page is opened once and looked at in several views. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults, RunOptions } from 'axe-core'
import type { Page } from 'playwright-core'
import { look, overflow, weakInCharts } from './look.ts'
import type { OpenSite } from './open-site.ts'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** A window, in light or dark. */
export interface View {
  readonly width: number
  readonly colorScheme: 'light' | 'dark'
}

/** A desk and a phone: what a reader sees is looked at in each of them. */
const whole: readonly View[] = [
  { width: 1440, colorScheme: 'light' },
  { width: 1440, colorScheme: 'dark' },
  { width: 390, colorScheme: 'dark' },
  { width: 390, colorScheme: 'light' },
]
/** A desk of 1280 px at 200 % has 640; 320 is the narrowest that must be served, and a desk at 400 %. */
const narrower: readonly View[] = [
  { width: 640, colorScheme: 'light' },
  { width: 320, colorScheme: 'light' },
]

/** Every rule of axe, or all but those of colours, which take most of its time and which sheets decide, not words. */
export type Rules = 'all' | 'structure'
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice']
const rules: Readonly<Record<Rules, RunOptions>> = {
  all: { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] },
  structure: {
    runOnly: { type: 'tag', values: tags },
    rules: { 'color-contrast': { enabled: false }, 'link-in-text-block': { enabled: false } },
    resultTypes: ['violations'],
  },
}

/** What axe finds wrong with a page as it stands. */
const axeFaults = async (page: Page, options: RunOptions): Promise<string[]> => {
  const { violations } = await page.evaluate(
    (run) => (globalThis as unknown as { axe: { run: (options: RunOptions) => Promise<AxeResults> } }).axe.run(run),
    options,
  )
  return violations.flatMap(({ id, nodes }) =>
    nodes.slice(0, 3).map(({ target, failureSummary }) => `${id} ${target.join(' ')}: ${(failureSummary ?? '').replace(/\s+/g, ' ')}`),
  )
}

/** Everything that is wrong with a page, by the kind of fault, and what it asked for. */
export interface Seen {
  readonly console: string[]
  readonly policy: string[]
  readonly hosts: string[]
  readonly requests: string[]
  readonly overflow: string[]
  readonly missing: string[]
  readonly weak: string[]
  readonly axe: string[]
  readonly pictures: string[]
  /** How many charts, tables, equations and numbers are to be seen. */
  shown: ReturnType<typeof look>['shown']
}
const nothing = (): Seen => ({
  console: [],
  policy: [],
  hosts: [],
  requests: [],
  overflow: [],
  missing: [],
  weak: [],
  axe: [],
  pictures: [],
  shown: { charts: 0, tables: 0, equations: 0, numbers: 0 },
})

export interface Way {
  readonly addresses: readonly string[]
  /** What axe listens to on a page in a view. */
  readonly rulesOf: (address: string, view: View) => Rules | undefined
  /**
   * Whether a page is looked at in all views: every page, if this is left out. Others are looked at in the dark where axe
   * listens and, if they have a chart, at one width.
   */
  readonly inEveryView?: (address: string) => boolean
  /** What is wrong with how a page looks in a view, beside what can be measured. */
  readonly pictureFaults?: (page: Page, address: string, view: View) => Promise<readonly string[]>
}

/** Pages that are open at once: one waits for the host or for a drawing while others compute. */
const windows = 3

/** Opens pages one after another in a window of its own and writes down what is wrong with each. */
const walkAlone = async ({ browser, host }: OpenSite, way: Way, left: string[], found: Map<string, Seen>): Promise<void> => {
  const context = await browser.newContext({ reducedMotion: 'reduce' })
  await context.addInitScript(() => {
    const broken: string[] = []
    Object.assign(globalThis, { broken })
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile, lineNumber }) =>
      broken.push(`${violatedDirective} forbids ${blockedURI} (${sourceFile}:${lineNumber})`),
    )
  })
  const page = await context.newPage()
  page.setDefaultTimeout(60_000)
  let seen = nothing()
  page.on('console', (message) => seen.console.push(message.text()))
  page.on('pageerror', (error) => seen.console.push(error.message))
  page.on('response', (response) => {
    if (response.status() >= 400) seen.console.push(`${response.status()}: ${response.url()}`)
  })
  page.on('request', (request) => {
    const { origin, pathname } = new URL(request.url())
    if (origin !== host.origin) seen.hosts.push(request.url())
    // The picture of the tab is asked for once, whenever the browser finds the time.
    else if (pathname !== '/favicon.svg') seen.requests.push(decodeURIComponent(pathname))
  })

  let scheme: View['colorScheme'] | undefined
  /** A window of that size and scheme; the browser is told of a scheme only where it is another, as pages are styled anew. */
  const show = async ({ width, colorScheme }: View): Promise<void> => {
    await page.setViewportSize({ width, height: 900 })
    if (colorScheme !== scheme) await page.emulateMedia({ colorScheme })
    scheme = colorScheme
  }

  /** Puts the page into a view and tells what can be pushed sideways there. */
  const turnTo = async (view: View): Promise<(fault: string) => string> => {
    const { width, colorScheme } = view
    await show(view)
    const where = (fault: string) => `at ${width} px, ${colorScheme}: ${fault}`
    seen.overflow.push(...(await page.evaluate(overflow)).map(where))
    return where
  }

  for (let address = left.shift(); address !== undefined; address = left.shift()) {
    seen = nothing()
    found.set(address, seen)
    await show({ width: 1440, colorScheme: 'light' })
    await page.goto(`${host.origin}${address}`)
    let hasAxe = false
    const everyView = way.inEveryView?.(address) ?? true
    for (const view of whole) {
      const wanted = way.rulesOf(address, view)
      // A chart has the same marks and words' places in either language: each is looked at in the dark at one width.
      const darkWidth = address.startsWith('/zh/') ? 1440 : 390
      if (!everyView && !wanted && view.colorScheme === 'dark' && (seen.shown.charts === 0 || view.width !== darkWidth)) continue
      const where = await turnTo(view)
      if (view.colorScheme === 'light') {
        const { missing, shown } = await page.evaluate(look)
        seen.missing.push(...missing.map(where))
        if (view.width === 1440) seen.shown = shown
      }
      if (seen.shown.charts > 0) seen.weak.push(...(await page.evaluate(weakInCharts)).map(where))
      seen.pictures.push(...((await way.pictureFaults?.(page, address, view)) ?? []).map(where))
      if (!wanted) continue
      if (!hasAxe) await page.evaluate(axeSource)
      hasAxe = true
      seen.axe.push(...(await axeFaults(page, rules[wanted])).map(where))
    }
    // A chapter of two languages is laid out alike: the one whose words are longer is made narrowest.
    for (const view of narrower) if (everyView || address.startsWith('/en/') === (view.width === 320)) await turnTo(view)
    seen.policy.push(...(await page.evaluate(() => (globalThis as unknown as { broken: string[] }).broken)))
  }
  await context.close()
}

/** What was seen on each page. */
export const walk = async (site: OpenSite, way: Way): Promise<ReadonlyMap<string, Seen>> => {
  const found = new Map<string, Seen>()
  const left = [...way.addresses]
  await Promise.all(Array.from({ length: windows }, () => walkAlone(site, way, left, found)))
  return found
}

/** The faults of one kind on all pages, as many as a person reads. */
export const faultsOf = (found: ReadonlyMap<string, Seen>, kind: keyof Omit<Seen, 'shown' | 'requests'>): readonly string[] =>
  [...found].flatMap(([address, seen]) => seen[kind].map((fault) => `${address} ${fault}`)).slice(0, 20)
