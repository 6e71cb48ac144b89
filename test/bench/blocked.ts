/** How long a page keeps a reader's touch waiting, by the tasks of a trace: what only lays out is no `longtask` of the page's own. */
import type { Browser, Page } from 'playwright-core'

interface TraceEvent {
  readonly name: string
  readonly ph: string
  readonly pid: number
  readonly tid: number
  /** Microseconds. */
  readonly ts: number
  readonly dur?: number
  readonly args?: { readonly name?: string }
}

interface Blocked {
  /** Milliseconds by which tasks after the first paint go beyond fifty, all together. */
  readonly all: number
  /** The longest of these tasks, in milliseconds; 0 where there is none. */
  readonly longest: number
}

// Not ‘toplevel’, which tells each task once more under another name.
const categories = ['loading', 'devtools.timeline', 'disabled-by-default-devtools.timeline', 'blink.user_timing']
const patience = 50

/** What a trace tells of the page that painted first. */
export const blockedIn = (events: readonly TraceEvent[]): Blocked => {
  const paint = events.find(({ name }) => name === 'firstContentfulPaint')
  if (!paint) throw new Error('the trace has no first paint')
  const main = events.find(({ name, pid, args }) => name === 'thread_name' && pid === paint.pid && args?.name === 'CrRendererMain')
  const tasks = events
    .filter(({ name, ph, pid, tid }) => name === 'RunTask' && ph === 'X' && pid === paint.pid && tid === main?.tid)
    .map(({ ts, dur = 0 }) => (ts + dur - Math.max(ts, paint.ts)) / 1000)
    .filter((after) => after > 0)
  return { all: tasks.reduce((sum, after) => sum + Math.max(0, after - patience), 0), longest: Math.max(0, ...tasks) }
}

/** Follows what a page does while `use` loads it. */
export const whileTraced = async <Result>(
  browser: Browser,
  page: Page,
  use: () => Promise<Result>,
): Promise<readonly [Result, Blocked]> => {
  await browser.startTracing(page, { categories })
  const result = await use()
  const trace = JSON.parse((await browser.stopTracing()).toString()) as { readonly traceEvents: readonly TraceEvent[] }
  return [result, blockedIn(trace.traceEvents)]
}
