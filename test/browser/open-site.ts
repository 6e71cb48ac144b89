/** A built site in a browser. One browser and one host serve all files of tests that a worker is given. */
import { type Browser, chromium } from 'playwright-core'
import { browserFlags, browserPath } from '../../src/commands/cli/chromium.ts'
import type { Project } from '../site/project.ts'
import { type Host, serve } from './server.ts'

export interface OpenSite {
  /** The folder that the site was built into. */
  readonly dist: string
  readonly host: Host
  readonly browser: Browser
}

const executablePath = browserPath()
export const hasBrowser = executablePath !== undefined

let launched: Promise<Browser> | undefined
/** Ends with the worker that launched it. */
export const oneBrowser = (): Promise<Browser> =>
  (launched ??= chromium.launch({ executablePath: executablePath ?? '', args: browserFlags }))

const open = async (site: () => Promise<Project>): Promise<OpenSite> => {
  const dist = `${(await site()).folder}/dist`
  const [host, browser] = await Promise.all([serve(dist), oneBrowser()])
  return { dist, host, browser }
}

const opened = new Map<() => Promise<Project>, Promise<OpenSite>>()

export const openSite = (site: () => Promise<Project>): Promise<OpenSite> => {
  const there = opened.get(site) ?? open(site)
  opened.set(site, there)
  return there
}
