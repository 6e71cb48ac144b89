/** What the report costs: to compute, to build, and to read. Times are medians of three. */
import { readdirSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { projectRoot, reportLedger } from '../../scripts/ledger/index.ts'
import { changeIn } from './change.ts'
import { type Cost, copyProject, costOf, removeCaches } from './copy.ts'
import { type Measured, median, tellProgress } from './measured.ts'

const rounds = 3

const pagesTimer = `${projectRoot}/test/bench/pages-timer.ts`

const timesOfPages = ({ errors }: Cost): readonly (readonly [page: string, milliseconds: number])[] =>
  (JSON.parse(/^pages (.*)$/m.exec(errors)?.[1] ?? '[]') as [string, number | null][]).flatMap(([page, time]) =>
    time === null ? [] : [[page, time] as const],
  )

/** Builds a copy, changes a number in its data, and builds it again. */
const buildAfterChange = async (): Promise<Cost> => {
  const { folder, discard } = copyProject()
  try {
    await costOf(folder, ['src/commands/build.ts'])
    const chapters = readdirSync(`${folder}/content/en`).flatMap((name) => (name.endsWith('.mdx') ? [name.slice(0, -'.mdx'.length)] : []))
    changeIn(folder, reportLedger(), chapters, 'en').make()
    return await costOf(folder, ['src/commands/build.ts'])
  } finally {
    discard()
  }
}

/** Computes and builds the report without caches, and weighs what a reader fetches. */
export const measureBuild = async (): Promise<readonly Measured[]> => {
  tellProgress('build: three times without caches, then after a number changed …')
  const computeOnly = `const { reportLedger } = await import('${projectRoot}/scripts/ledger/index.ts'); const from = performance.now(); reportLedger(); console.log(performance.now() - from)`
  const ledgerTimes: number[] = []
  const cold: Cost[] = []
  for (let round = 0; round < rounds; round += 1) {
    ledgerTimes.push(Number((await costOf(projectRoot, ['--input-type=module', '--eval', computeOnly])).output))
    removeCaches(projectRoot)
    cold.push(await costOf(projectRoot, ['--import', pagesTimer, 'src/commands/build.ts']))
  }
  const changed = await buildAfterChange()
  const times = cold
    .flatMap(timesOfPages)
    .filter(([page]) => page.includes('/audit/'))
    .map(([, time]) => time)
    .sort((a, b) => a - b)
  const ledger = reportLedger()
  const dist = `${projectRoot}/dist`
  const pages = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.html'))
  const gzip = (file: string) => gzipSync(readFileSync(`${dist}/${file}`), { level: 9 }).length
  return [
    ['ledger, ms', median(ledgerTimes).toFixed(0), '500'],
    ['build without caches, s', median(cold.map(({ seconds }) => seconds)).toFixed(1), '60'],
    ['build without caches, processor s', median(cold.map(({ processorSeconds }) => processorSeconds)).toFixed(1), ''],
    ['build, peak memory, MiB', Math.max(...cold.map(({ mebibytes }) => mebibytes)).toFixed(0), '1024'],
    ['build after a number changed, s', changed.seconds.toFixed(1), '15'],
    ['build after a number changed, processor s', changed.processorSeconds.toFixed(1), ''],
    ['a page of the audit, median, ms', median(times).toFixed(1), '10'],
    ['a page of the audit, 99 of 100, ms', (times[Math.floor(times.length * 0.99)] ?? Number.NaN).toFixed(1), '10'],
    ['figures', String(ledger.figures.size), ''],
    ['checks', String(ledger.checks.length), ''],
    ['pages', String(pages.length), ''],
    ['ledger.json, gzip KB', (gzip('ledger.json') / 1000).toFixed(1), ''],
  ]
}
