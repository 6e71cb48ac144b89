/** The phone that the bench reads on: a small screen, a slow processor, and where it is asked for a slow network. */
import type { Browser, BrowserContext, Page } from 'playwright-core'

/** How many times slower than here the phone computes. */
export const slowdown = 4

export interface Network {
  readonly name: string
  /** Milliseconds before an answer begins. */
  readonly latency: number
  /** Bytes a second; -1 is as many as come. */
  readonly throughput: number
}
export const networkAsHere: Network = { name: 'network as here', latency: 0, throughput: -1 }
export const slowNetwork: Network = { name: '1.6 Mbit/s, 150 ms', latency: 150, throughput: 1_600_000 / 8 }

/** A phone that has visited nothing yet. */
export const phone = (browser: Browser, javaScriptEnabled = true): Promise<BrowserContext> =>
  browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, javaScriptEnabled })

/** Slows a page down, from now on. */
export const slowDown = async (page: Page, { latency, throughput }: Network): Promise<void> => {
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
  await session.send('Network.enable')
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency,
    downloadThroughput: throughput,
    uploadThroughput: throughput,
  })
}
