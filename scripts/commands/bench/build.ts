/** What the report costs: to compute, to build, and to read. Times are medians of three. */
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { Parser } from 'htmlparser2'
import { projectRoot, reportLedger } from '../../index.ts'
import { type Measured, median } from './measured.ts'

const rounds = 3

/** Runs Node on a script and tells seconds and the peak of resident memory in MiB. */
const measure = (...words: string[]): { seconds: number; mebibytes: number; output: string } => {
  const tell = "data:text/javascript,process.on('exit',()=>process.stderr.write('peak '+process.resourceUsage().maxRSS))"
  const from = performance.now()
  const { stderr, stdout, status } = spawnSync(process.execPath, ['--import', tell, ...words], {
    cwd: projectRoot,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  if (status !== 0) throw new Error(stderr)
  return { seconds: (performance.now() - from) / 1000, mebibytes: Number(/peak (\d+)/.exec(stderr)?.[1]) / 1024, output: stdout }
}

/** What a page makes a browser fetch before anything is touched. */
const fetchedBy = (html: string): string[] => {
  const found: string[] = []
  const parser = new Parser({
    onopentag: (name, { rel, href, src }) => {
      if (name === 'link' && href && (rel === 'stylesheet' || rel === 'icon')) found.push(href)
      if (src) found.push(src)
    },
  })
  parser.end(html)
  return found
}

/** Computes and builds the report without caches, and weighs what a reader fetches. */
export const measureBuild = (): readonly Measured[] => {
  const computeOnly = `const { reportLedger } = await import('${projectRoot}/scripts/index.ts'); const from = performance.now(); reportLedger(); console.log(performance.now() - from)`
  const ledgerTimes = Array.from({ length: rounds }, () => Number(measure('--input-type=module', '--eval', computeOnly).output))
  const cold = Array.from({ length: rounds }, () => {
    for (const cache of ['.astro', 'node_modules/.astro', 'node_modules/.vite'])
      rmSync(`${projectRoot}/${cache}`, { recursive: true, force: true })
    return measure('scripts/commands/build.ts')
  })
  const ledger = reportLedger()
  const dist = `${projectRoot}/dist`
  const pages = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.html'))
  const gzip = (file: string) => gzipSync(readFileSync(`${dist}/${file}`), { level: 9 }).length
  const chapters = pages
    .filter((name) => !name.includes('audit') && name !== 'index.html')
    .map((name) => {
      const files = [name, ...fetchedBy(readFileSync(`${dist}/${name}`, 'utf8')).map((address) => address.replace(/^\//, ''))]
      return { name, requests: files.length, bytes: files.reduce((sum, file) => sum + gzip(file), 0) }
    })
    .sort((a, b) => b.bytes - a.bytes)
  const [heaviest] = chapters
  return [
    ['ledger, ms', median(ledgerTimes).toFixed(0), '500'],
    ['build without caches, s', median(cold.map(({ seconds }) => seconds)).toFixed(1), '20'],
    ['build, peak memory, MiB', Math.max(...cold.map(({ mebibytes }) => mebibytes)).toFixed(0), '1024'],
    [`heaviest chapter with all it fetches, gzip KB (${heaviest?.name})`, ((heaviest?.bytes ?? 0) / 1000).toFixed(1), '45'],
    ['requests of a chapter before a touch', String(Math.max(...chapters.map(({ requests }) => requests))), '4'],
    ['figures', String(ledger.figures.size), ''],
    ['checks', String(ledger.checks.length), ''],
    ['pages', String(pages.length), ''],
    ['ledger.json, gzip KB', (gzip('ledger.json') / 1000).toFixed(1), ''],
  ]
}
