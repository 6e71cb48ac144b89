import { existsSync } from 'node:fs'
import { chromium } from 'playwright-core'

export { chromium }

/** Chromium to test with: Playwright's own if it was installed, else the system's. */
export const browserPath = (): string | undefined =>
  [chromium.executablePath(), '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
    (path) => path !== '' && existsSync(path),
  )

/** Switches that keep the browser offline and at home in a container. */
export const browserFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]
