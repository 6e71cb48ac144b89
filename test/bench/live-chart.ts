/** What a reader waits for who reaches for a chart: what is loaded then, and when the first tooltip stands. */
import type { Browser, Page } from 'playwright-core'
import type { Host } from './host.ts'
import { slowDown, slowNetwork } from './slow-phone.ts'

export interface Reach {
  /** Bytes, compressed, of all that is loaded for it. */
  readonly bytes: number
  /** Milliseconds from the first move onto the chart until its first tooltip is seen. */
  readonly tooltip: number
}

const patience = 15_000

/** Milliseconds from the pointer's coming to the frame in which a tooltip stands; undefined if none comes. */
const tooltipSeen = (patience: number): Promise<number | null> =>
  new Promise((resolve) => {
    addEventListener(
      'pointermove',
      ({ timeStamp: reached }) => {
        const frame = () => {
          const now = performance.now()
          if (document.querySelector('#vg-tooltip-element.visible')) requestAnimationFrame(() => resolve(performance.now() - reached))
          else if (now - reached > patience) resolve(null)
          else requestAnimationFrame(frame)
        }
        requestAnimationFrame(frame)
      },
      { once: true, capture: true },
    )
  })

/** Moves over the largest marks of the first chart until a tooltip comes. */
const moveAbout = async (page: Page, until: Promise<number | null>): Promise<void> => {
  let going = true
  const ended = until.finally(() => {
    going = false
  })
  while (going) {
    const places = await page
      .locator('figure.chart')
      .first()
      .evaluate((chart) =>
        [...chart.querySelectorAll('svg path, svg rect, svg circle')]
          .map((mark) => ({ mark, box: mark.getBoundingClientRect() }))
          .filter(({ mark, box }) => mark.checkVisibility() && getComputedStyle(mark).fill !== 'none' && box.width > 3 && box.height > 3)
          .sort((a, b) => b.box.width * b.box.height - a.box.width * a.box.height)
          .slice(0, 6)
          .map(({ box }) => ({ x: box.left + box.width / 2, y: box.top + box.height / 2 })),
      )
    for (const { x, y } of places) {
      if (!going) break
      await page.mouse.move(x, y)
      await Promise.race([ended, page.waitForTimeout(40)])
    }
    if (places.length === 0) await Promise.race([ended, page.waitForTimeout(100)])
  }
}

/** Reaches for the first chart of a page that nobody has visited; undefined where it does not become live. */
export const reachForChart = async (browser: Browser, host: Host, address: string): Promise<Reach | undefined> => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  try {
    const page = await context.newPage()
    await page.goto(`${host.origin}${address}`)
    await slowDown(page, slowNetwork)
    await page.locator('figure.chart').first().scrollIntoViewIfNeeded()
    await page.waitForTimeout(500)
    let bytes = 0
    page.on('request', (request) => (bytes += host.weight(decodeURIComponent(new URL(request.url()).pathname)) ?? 0))
    const seen = page.evaluate(tooltipSeen, patience)
    await moveAbout(page, seen)
    const tooltip = await seen
    return tooltip === null ? undefined : { bytes, tooltip }
  } finally {
    await context.close()
  }
}
