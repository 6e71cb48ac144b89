/** How long the scenario explorer takes from a slider's move to the changed number on the page. */
import { chromium, type Page } from 'playwright-core'
import { browserFlags, browserPath } from '../../src/commands/cli/chromium.ts'
import { serveCompressed } from './host.ts'
import { type Measured, median, tellProgress } from './measured.ts'

const address = '/en/explore/'
const moves = 61
/** How many times slower than here the reader's machine computes. */
const slowdowns = [1, 4] as const

interface Times {
  /** Milliseconds until the changed text stands in the page, as the slider's own event reports it. */
  readonly changed: number
  /** And until the frame that follows has been made, with what matters most redrawn. */
  readonly drawn: number
}

/** Moves the first slider to one place after another. */
const moveAll = (page: Page): Promise<readonly Times[]> =>
  page.evaluate(async (count) => {
    const slider = document.querySelector<HTMLInputElement>('[data-control] input[type="range"]')
    const total = document.querySelector('#total-now')
    if (!slider || !total) throw new Error('the page has no slider')
    const nextFrame = () => new Promise<void>((resolve) => requestAnimationFrame(() => resolve()))
    const times: Times[] = []
    for (let index = 0; index < count; index += 1) {
      await nextFrame()
      const before = total.textContent
      const start = performance.now()
      slider.value = String(index % 2 === 0 ? index : 200 - index)
      slider.dispatchEvent(new Event('input', { bubbles: true }))
      const changed = performance.now() - start
      if (total.textContent === before) throw new Error('a slider moved and the total did not')
      // This was asked for after the explorer's own frame, so it runs after it, in the same one.
      await nextFrame()
      // Asking for a height makes the browser lay the page out.
      document.body.getBoundingClientRect()
      times.push({ changed, drawn: performance.now() - start })
    }
    return times
  }, moves)

/**
 * Drags the first slider without a rest: the longest time between two frames from then on, for
 * which the page does not answer.
 */
const longestPause = (page: Page): Promise<number> =>
  page.evaluate(async (count) => {
    const slider = document.querySelector<HTMLInputElement>('[data-control] input[type="range"]')
    if (!slider) throw new Error('the page has no slider')
    for (let position = 0; position < count; position += 1) {
      slider.value = String(position)
      slider.dispatchEvent(new Event('input', { bubbles: true }))
    }
    const end = performance.now() + 2000
    let [last, longest] = [performance.now(), 0]
    while (last < end) {
      await new Promise<void>((resolve) => requestAnimationFrame(() => resolve()))
      const now = performance.now()
      longest = Math.max(longest, now - last)
      last = now
    }
    return longest
  }, moves)

/** Measures the explorer in the site that stands in `dist`; nothing where no browser is. */
export const measureExplorer = async (dist: string): Promise<readonly Measured[]> => {
  const executablePath = browserPath()
  if (!executablePath) {
    tellProgress('explorer: no browser is here to measure it with')
    return []
  }
  const host = await serveCompressed(dist)
  const browser = await chromium.launch({ executablePath, args: browserFlags })
  const rows: Measured[] = []
  try {
    for (const slowdown of slowdowns) {
      tellProgress(`explorer: ${moves} moves of a slider, CPU ${slowdown}×`)
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
      await page.goto(`${host.origin}${address}`)
      await page.locator('#live:not([disabled])').waitFor()
      const machine = await page.context().newCDPSession(page)
      await machine.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
      const times = await moveAll(page)
      rows.push(
        [`explorer: slider's move to changed text, ms (CPU ${slowdown}×)`, median(times.map(({ changed }) => changed)).toFixed(1), '16'],
        [`explorer: to the next frame with the tornado, ms (CPU ${slowdown}×)`, median(times.map(({ drawn }) => drawn)).toFixed(1), ''],
      )
      // And again with the list of sentences in sight, which is written anew once the hand rests.
      await page.locator('#changes').scrollIntoViewIfNeeded()
      await page.locator('#changed li').first().waitFor()
      const beside = await moveAll(page)
      rows.push(
        [
          `explorer: to changed text beside the sentences, ms (CPU ${slowdown}×)`,
          median(beside.map(({ changed }) => changed)).toFixed(1),
          '16',
        ],
        [`explorer: longest pause once the slider rests, ms (CPU ${slowdown}×)`, (await longestPause(page)).toFixed(0), ''],
      )
      await page.close()
    }
  } finally {
    await browser.close()
    host.close()
  }
  return rows
}
