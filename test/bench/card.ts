/** How long the card of a number takes on a slow phone: until it is seen, and until its entry has come. */
import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname } from 'node:path'
import { gzipSync } from 'node:zlib'
import { chromium, type Page } from 'playwright-core'
import { browserFlags, browserPath } from '../../src/commands/cli/chromium.ts'
import { type Measured, median, tellProgress } from './measured.ts'

const chapter = '/en/services/'
/** Numbers of the chapter that are tapped, one after another. */
const taps = 9
/** How many times slower than here the phone computes. */
const slowdown = 4
const networks = [
  { name: 'network as here', latency: 0, throughput: -1 },
  { name: '1.6 Mbit/s, 150 ms', latency: 150, throughput: 1_600_000 / 8 },
] as const

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
}

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
  // Compressed, as hosts send it, and once for all: hosts do not compress while a reader waits.
  const packed = new Map<string, Buffer>()
  const packedFile = (file: string): Buffer => {
    const known = packed.get(file) ?? gzipSync(readFileSync(file))
    packed.set(file, known)
    return known
  }
  const server = createServer(({ url = '/' }, response) => {
    const path = decodeURIComponent(new URL(url, 'http://localhost').pathname)
    const file = `${dist}${path.endsWith('/') ? `${path}index.html` : path}`
    if (!existsSync(file)) {
      response.writeHead(404).end()
      return
    }
    response.writeHead(200, { 'content-type': types[extname(file)] ?? 'text/plain', 'content-encoding': 'gzip' }).end(packedFile(file))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const browser = await chromium.launch({ executablePath, args: browserFlags })
  const rows: Measured[] = []
  try {
    for (const { name, latency, throughput } of networks) {
      tellProgress(`card: ${taps} taps, ${name}`)
      const context = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })
      const page = await context.newPage()
      await page.goto(`http://127.0.0.1:${port}${chapter}`)
      const phone = await context.newCDPSession(page)
      await phone.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
      await phone.send('Network.enable')
      await phone.send('Network.emulateNetworkConditions', {
        offline: false,
        latency,
        downloadThroughput: throughput,
        uploadThroughput: throughput,
      })
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
    server.close()
  }
  return rows
}
