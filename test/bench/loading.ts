/** What a reader waits for while a page loads: measured in the page, from before its first byte. */
import type { Page } from 'playwright-core'
import { whileTraced } from './blocked.ts'

export interface Loading {
  /** Milliseconds until the largest thing of the first screen is painted. */
  readonly largest: number
  /** Milliseconds until every chart stands in a painted frame. */
  readonly charts: number
  /** Milliseconds by which tasks after the first paint keep a reader's touch waiting, and the longest of them. */
  readonly blocked: number
  readonly longest: number
  /** How much of the screen moves by itself; 0 is nothing. */
  readonly shift: number
}

/** Charts that a reader sees, wherever they stand in the page; also where no style sheet says which of them are charts. */
export const chartsSeen = (): number =>
  [...document.querySelectorAll('figure svg')].filter((svg) => {
    const { width, height } = svg.getBoundingClientRect()
    return width > 150 && height > 40 && svg.checkVisibility({ opacityProperty: true, visibilityProperty: true })
  }).length

/** Watches from the beginning of the page until it is asked. */
const watch = (charts: number): void => {
  const seen = { largest: Number.NaN, charts: Number.NaN, shift: 0 }
  const observe = (type: string, take: (entry: PerformanceEntry) => void) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true })
  observe('largest-contentful-paint', ({ startTime }) => {
    seen.largest = startTime
  })
  observe('layout-shift', (entry) => {
    if ('value' in entry && typeof entry.value === 'number') seen.shift += entry.value
  })
  const { chartsSeen } = globalThis as unknown as { readonly chartsSeen: () => number }
  // A frame that begins after a change shows what stood before it: the charts are seen when the next one begins.
  const frame = () => {
    if (document.readyState !== 'loading' && chartsSeen() >= charts)
      requestAnimationFrame(() => {
        seen.charts = performance.now()
      })
    else requestAnimationFrame(frame)
  }
  requestAnimationFrame(frame)
  Object.assign(globalThis, {
    loadingSeen: () => ({
      largest: seen.largest,
      charts: seen.charts,
      shift: seen.shift,
    }),
  })
}

/** Opens an address in a page and tells how it loads, until the page has kept still for a second and a half. */
export const load = async (page: Page, address: string, charts: number): Promise<Loading> => {
  // What the page runs it takes as text: it has nothing of this file but what is sent.
  await page.addInitScript(`globalThis.chartsSeen = ${chartsSeen.toString()}`)
  await page.addInitScript(watch, charts)
  const browser = page.context().browser()
  if (!browser) throw new Error('the page stands in no browser of its own')
  const [seen, blocked] = await whileTraced(browser, page, async () => {
    await page.goto(address, { waitUntil: 'load' })
    await page.waitForTimeout(1500)
    return await page.evaluate(() => (globalThis as unknown as { loadingSeen: () => Omit<Loading, 'blocked' | 'longest'> }).loadingSeen())
  })
  return { ...seen, blocked: blocked.all, longest: blocked.longest }
}
