/**
 * Sees that the tests have a browser: Playwright's own if it is there, else the system's, else one is installed,
 * by Playwright where it can download and by apt where this is Debian and we may. Without any, the browser tests
 * say that they were left out.
 */
import { spawnSync } from 'node:child_process'
import { browserPath } from './cli/chromium.ts'

const tryTo = (command: string, ...words: string[]): void => {
  console.error(`no browser yet: ${command} ${words.join(' ')}`)
  spawnSync(command, words, {
    stdio: 'ignore',
    timeout: 150_000,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
}

if (!browserPath()) tryTo('npx', 'playwright-core', 'install', '--with-deps', '--only-shell', 'chromium')
if (!browserPath() && process.getuid?.() === 0) {
  tryTo('apt-get', 'update', '-qq')
  for (const name of ['chromium-headless-shell', 'chromium'])
    if (!browserPath()) tryTo('apt-get', 'install', '-y', '-qq', '--no-install-recommends', name, 'fonts-noto-cjk')
}
console.error(browserPath() ? `browser: ${browserPath()}` : 'no browser could be had; the browser tests will be left out')
