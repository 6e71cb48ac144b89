import { existsSync } from 'node:fs'
import { chromium } from 'playwright-core'

export { chromium }

/** Where systems keep Chromium; first the one without windows, which opens a page in less than half the time. */
const systems = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome'].map((name) => `/usr/bin/${name}`)

/** Chromium to test with: Playwright's own if it was installed, else the system's. */
export const browserPath = (): string | undefined => [chromium.executablePath(), ...systems].find((path) => path !== '' && existsSync(path))

/** Switches that keep the browser offline and at home in a container. */
export const browserFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]
