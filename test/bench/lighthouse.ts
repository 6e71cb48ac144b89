/** Lighthouse's four scores of one page of each template in both languages, and what costs points. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Result } from 'lighthouse'
import { chromium } from 'playwright-core'
import { browserFlags, browserPath } from '../../src/commands/cli/chromium.ts'
import { serveCompressed } from './host.ts'
import { type Measured, tellProgress } from './measured.ts'
import { templateAddress, templatesIn } from './templates.ts'

const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const
/** Times that a page is loaded whose speed is not perfect at once: a machine that does other things too makes it slow. */
const rounds = 3

const freePort = async (): Promise<number> => {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

const scoreOf = ({ categories: scores }: Result, category: string): number => Math.round(100 * (scores[category]?.score ?? 0))

/** What takes points from a page, worst first: "color-contrast (accessibility): header > a". */
const losses = ({ categories: scores, audits }: Result): string[] =>
  categories.flatMap((category) =>
    (scores[category]?.auditRefs ?? [])
      .flatMap(({ id, weight }) => {
        const audit = audits[id]
        // A metric of speed that is good to all but a hundredth takes no point.
        return audit && weight > 0 && audit.score !== null && audit.score < 0.995 ? [{ audit, lost: weight * (1 - audit.score) }] : []
      })
      .sort((a, b) => b.lost - a.lost)
      .map(({ audit: { id, displayValue, details } }) => {
        const items = details?.type === 'table' ? details.items : []
        const places = items.flatMap(({ node }) => (typeof node === 'object' && 'selector' in node && node.selector ? [node.selector] : []))
        const where = [displayValue, ...places.slice(0, 2)].filter(Boolean).join('; ')
        return `  ${id} (${category})${where ? `: ${where}` : ''}`
      }),
  )

/** Measures the site that stands in `dist`; nothing where no browser is. */
export const measureLighthouse = async (dist: string): Promise<readonly Measured[]> => {
  const executablePath = browserPath()
  if (!executablePath) {
    tellProgress('lighthouse: no browser is here to measure it with')
    return []
  }
  // A second to load, which the other parts of the bench need not wait for.
  const { default: lighthouse } = await import('lighthouse')
  const host = await serveCompressed(dist)
  const port = await freePort()
  const browser = await chromium.launch({ executablePath, args: [...browserFlags, `--remote-debugging-port=${port}`] })
  const look = async (address: string): Promise<Result> => {
    const outcome = await lighthouse(`${host.origin}${address}`, { port, logLevel: 'error', onlyCategories: [...categories] })
    if (!outcome) throw new Error(`Lighthouse says nothing of ${address}`)
    const { runtimeError } = outcome.lhr
    if (runtimeError) throw new Error(`Lighthouse could not load ${address}: ${runtimeError.message}`)
    return outcome.lhr
  }
  const rows: Measured[] = []
  try {
    for (const template of templatesIn(dist))
      for (const address of new Set(['zh', 'en'].map((language) => templateAddress(template, language)))) {
        tellProgress(`lighthouse: ${address}`)
        const looks = [await look(address)]
        while (looks.length < rounds && looks.every((each) => scoreOf(each, 'performance') < 100)) looks.push(await look(address))
        const best = looks.sort((a, b) => scoreOf(b, 'performance') - scoreOf(a, 'performance'))[0]
        if (!best) continue
        const scores = categories.map((category) => scoreOf(best, category))
        rows.push([`Lighthouse, ${template.name} (${address})`, scores.join(' '), '100 100 100 100'])
        for (const loss of scores.every((score) => score === 100) ? [] : losses(best)) rows.push([loss, '', ''])
      }
  } finally {
    await browser.close()
    host.close()
  }
  return rows
}
