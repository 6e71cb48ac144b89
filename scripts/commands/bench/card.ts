/** How long the card of a number takes on a slow phone: until it is seen, and until its entry has come. */
import { chromium, type Page } from 'playwright-core'
import { browserFlags, browserPath } from '../chromium.ts'
import { serveCompressed } from './host.ts'
import { type Measured, median, tellProgress } from './measured.ts'
import { networkAsHere, phone, slowDown, slowdown, slowNetwork } from './slow-phone.ts'

const chapter = '/en/services/'
/** Numbers of the chapter that are tapped, one after another. */
const taps = 9
const networks = [networkAsHere, slowNetwork]

/** Milliseconds from a finger's touch to the frame in which the card stands, and to the frame in which it is filled. */
interface Times {
  readonly seen: number
  readonly filled: number
}

/** Taps a number and closes its card again. */
const tap = async (page: Page, index: number): Promise<Times> => {
  const number = page.locator('main p a.figure:not(#card *)').nth(index)
  await number.evaluate((link) => link.scrollIntoView({ block: 'center', behavior: 'instant' }))
  const times = page.evaluate(
    () =>
      new Promise<Times>((resolve) => {
        const card = document.getElementById('card')
        let touched = Number.NaN
        let seen = Number.NaN
        addEventListener('pointerdown', ({ timeStamp }) => (touched = timeStamp), { once: true, capture: true })
        // A frame that begins after a change shows what stood before it: the change is seen when the next one begins.
        const frame = (showed: boolean) => {
          const now = performance.now()
          const open = card?.matches(':popover-open') ?? false
          if (showed && Number.isNaN(seen)) seen = now - touched
          if (open && card?.querySelector('.ruling'))
            requestAnimationFrame(() =>
              resolve({ seen: Number.isNaN(seen) ? performance.now() - touched : seen, filled: performance.now() - touched }),
            )
          else requestAnimationFrame(() => frame(open))
        }
        requestAnimationFrame(() => frame(false))
      }),
  )
  await number.tap()
  const measured = await times
  await page.locator('.card-close').tap()
  return measured
}

/** Measures the card in the site that stands in `dist`; nothing where no browser is. */
export const measureCard = async (dist: string): Promise<readonly Measured[]> => {
  const executablePath = browserPath()
  if (!executablePath) {
    tellProgress('card: no browser is here to measure it with')
    return []
  }
  const host = await serveCompressed(dist)
  const browser = await chromium.launch({ executablePath, args: browserFlags })
  const rows: Measured[] = []
  try {
    for (const network of networks) {
      const { name } = network
      tellProgress(`card: ${taps} taps, ${name}`)
      const context = await phone(browser)
      const page = await context.newPage()
      await page.goto(`${host.origin}${chapter}`)
      await slowDown(page, network)
      const times: Times[] = []
      for (let index = 0; index < taps; index += 1) times.push(await tap(page, index))
      rows.push(
        [`card seen after a tap, ms (CPU ${slowdown}× slower, ${name})`, median(times.map(({ seen }) => seen)).toFixed(0), '100'],
        [`card filled, ms (CPU ${slowdown}× slower, ${name})`, median(times.map(({ filled }) => filled)).toFixed(0), ''],
      )
      await context.close()
    }
  } finally {
    await browser.close()
    host.close()
  }
  return rows
}
