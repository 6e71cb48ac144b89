/**
 * What the heaviest chapter of each language costs a reader with a slow phone, beside its own floor: text, charts and
 * MathML in one file. Both are loaded in turns in one run, so that what else the machine does slows down both.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { type Browser, chromium } from 'playwright-core'
import { browserFlags, browserPath } from '../../src/commands/cli/chromium.ts'
import { floorOf } from './floor.ts'
import { type Host, serveCompressed } from './host.ts'
import { type Reach, reachForChart } from './live-chart.ts'
import { chartsSeen, type Loading, load } from './loading.ts'
import { type Measured, median, tellProgress } from './measured.ts'
import { phone, slowDown, slowNetwork } from './slow-phone.ts'

const rounds = 5
const floorAddress = '/floor/'
const kilobytes = (bytes: number): string => (bytes / 1000).toFixed(1)

/** The page with charts that readers are led to, outside of the audit, that weighs most. The guide for authors is none of them. */
const heaviestChapter = (dist: string, language: string): string =>
  readdirSync(`${dist}/${language}`, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('index.html') && !name.startsWith('audit/'))
    .map((name) => ({ name, html: readFileSync(`${dist}/${language}/${name}`, 'utf8') }))
    .filter(({ html }) => html.includes('<figure class="chart') && !/<meta name="robots" content="[^"]*noindex/.test(html))
    .map(({ name, html }) => ({ address: `/${language}/${name.slice(0, -'index.html'.length)}`, bytes: gzipSync(html).length }))
    .sort((a, b) => b.bytes - a.bytes)[0]?.address ?? `/${language}/`

interface FirstLoad {
  readonly requests: readonly { readonly url: string; readonly kind: string }[]
  readonly charts: number
  readonly chartsSeen: number
}

/** What a page asks for by itself, and what it shows where nothing runs; its floor is put beside it. */
const firstLoad = async (browser: Browser, host: Host, address: string): Promise<FirstLoad> => {
  const requests: { url: string; kind: string }[] = []
  const context = await phone(browser)
  const page = await context.newPage()
  page.on('request', (request) => requests.push({ url: request.url(), kind: request.resourceType() }))
  await page.goto(`${host.origin}${address}`, { waitUntil: 'networkidle' })
  await context.close()

  const still = await phone(browser, false)
  const text = await still.newPage()
  await text.goto(`${host.origin}${address}`)
  const charts = await text.locator('figure.chart').count()
  const seen = await text.evaluate(chartsSeen)
  host.put(floorAddress, await text.evaluate(floorOf))
  await still.close()
  return { requests, charts, chartsSeen: seen }
}

const loadAnew = async (browser: Browser, address: string, charts: number): Promise<Loading> => {
  const context = await phone(browser)
  try {
    const page = await context.newPage()
    await slowDown(page, slowNetwork)
    return await load(page, address, charts)
  } finally {
    await context.close()
  }
}

const blockedText = (pages: readonly Loading[]): string =>
  `${median(pages.map(({ blocked }) => blocked)).toFixed(0)} (longest task ${median(pages.map(({ longest }) => longest)).toFixed(0)})`

/** Pages without charts, that answer slowly where they are long or do much: what they weigh, and for how long they do not answer. */
const plainRows = async (
  browser: Browser,
  host: Host,
  address: string,
  goals: { readonly weight: string; readonly blocked: string },
): Promise<Measured[]> => {
  const pages: Loading[] = []
  for (let round = 0; round < rounds; round += 1) {
    tellProgress(`pages: ${address}, loaded ${round + 1} of ${rounds} times`)
    pages.push(await loadAnew(browser, `${host.origin}${address}`, 0))
  }
  return [
    [`${address}, gzip KB of HTML`, kilobytes(host.weight(address) ?? 0), goals.weight],
    ['  blocked, ms, slow, from a trace’s tasks', blockedText(pages), goals.blocked],
  ]
}

/** What a site weighs on a host's disk. */
const siteRow = (dist: string): Measured => {
  const files = readdirSync(dist, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const bytes = files.reduce((sum, { parentPath, name }) => sum + statSync(`${parentPath}/${name}`).size, 0)
  return ['dist/, MB of bytes · files', `${(bytes / 1e6).toFixed(0)} · ${files.length}`, '']
}

const rowsOf = async (browser: Browser, host: Host, dist: string, address: string): Promise<Measured[]> => {
  const { requests, charts, chartsSeen: seen } = await firstLoad(browser, host, address)
  const own = requests.filter(({ url }) => url.startsWith(`${host.origin}/`))
  const counted = own.filter(({ kind }) => /^(document|stylesheet|script|font)$/.test(kind))
  const weigh = (kind?: string): number =>
    counted
      .filter((request) => !kind || request.kind === kind)
      .reduce((sum, { url }) => sum + (host.weight(decodeURIComponent(new URL(url).pathname)) ?? 0), 0)

  // A chapter carries its style sheets in itself: what they weigh alone, and what the page weighs without them.
  const page = readFileSync(`${dist}${address}index.html`, 'utf8')
  const style = [...page.matchAll(/<style>([\s\S]*?)<\/style>/g)].map(([, sheet = '']) => sheet).join('')
  const gzip = (text: string): number => gzipSync(text).length

  const pages: Loading[] = []
  const floors: Loading[] = []
  for (let round = 0; round < rounds; round += 1) {
    tellProgress(`pages: ${address}, loaded ${round + 1} of ${rounds} times beside its floor`)
    pages.push(await loadAnew(browser, `${host.origin}${address}`, seen))
    floors.push(await loadAnew(browser, `${host.origin}${floorAddress}`, seen))
  }
  const beside = (what: keyof Loading): string => {
    const [page, floor] = [pages, floors].map((list) => median(list.map((each) => each[what])))
    return page === undefined || floor === undefined ? '–' : `${page.toFixed(0)} / ${floor.toFixed(0)} = ${(page / floor).toFixed(2)}`
  }
  return [
    [`first load of ${address}, gzip KB`, kilobytes(weigh()), '30'],
    ['  HTML', kilobytes(gzip(page.replace(/<style>[\s\S]*?<\/style>/g, ''))), '20'],
    ['  style', kilobytes(weigh('stylesheet') + (style ? gzip(style) : 0)), '7'],
    ['  scripts', kilobytes(weigh('script')), '3'],
    ['  the same stripped to text, charts and MathML', kilobytes(host.weight(floorAddress) ?? 0), ''],
    ['  requests, beside the picture of the tab', String(counted.length), '2'],
    ['  requests to other hosts', String(requests.length - own.length), '0'],
    ['  charts visible without JavaScript', `${seen} of ${charts}`, `${charts}`],
    ['  largest paint, ms, slow: page / floor', beside('largest'), '1.15'],
    ['  charts visible, ms, slow: page / floor', beside('charts'), '1.15'],
    ['  blocked, ms, slow, from a trace’s tasks', blockedText(pages), '30'],
    ['  layout shift, slow', String(Number(median(pages.map(({ shift }) => shift)).toFixed(4))), '0'],
  ]
}

const liveRows = async (browser: Browser, host: Host, address: string): Promise<Measured[]> => {
  const reaches: Reach[] = []
  for (let round = 0; round < rounds; round += 1) {
    tellProgress(`pages: ${address}, reached for a chart ${round + 1} of ${rounds} times`)
    const reach = await reachForChart(browser, host, address)
    // What does not come once in a quarter of a minute does not come.
    if (!reach) break
    reaches.push(reach)
  }
  const [kilo, tooltip] =
    reaches.length < rounds
      ? ['not there', 'not there']
      : [kilobytes(median(reaches.map(({ bytes }) => bytes))), median(reaches.map((reach) => reach.tooltip)).toFixed(0)]
  return [
    [`a chart made live in ${address}, gzip KB`, kilo, '230'],
    ['  first tooltip, ms, slow', tooltip, '1500'],
  ]
}

/** Measures the site that stands in `dist`; nothing where no browser is. */
export const measurePages = async (dist: string): Promise<readonly Measured[]> => {
  const executablePath = browserPath()
  if (!executablePath) {
    tellProgress('pages: no browser is here to measure them with')
    return []
  }
  const host = await serveCompressed(dist)
  const browser = await chromium.launch({ executablePath, args: browserFlags })
  try {
    const chapters = ['zh', 'en'].map((language) => heaviestChapter(dist, language))
    const rows: Measured[] = []
    for (const address of chapters) rows.push(...(await rowsOf(browser, host, dist, address)))
    for (const language of ['zh', 'en'])
      rows.push(...(await plainRows(browser, host, `/${language}/audit/`, { weight: '30', blocked: '100' })))
    if (existsSync(`${dist}/en/explore`)) rows.push(...(await plainRows(browser, host, '/en/explore/', { weight: '', blocked: '50' })))
    return [...rows, ...(await liveRows(browser, host, chapters.at(-1) ?? '/en/')), siteRow(dist)]
  } finally {
    await browser.close()
    host.close()
  }
}
