/** What the report costs: to compute, to build, and to read. Times are medians of three. */
import { readdirSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { projectRoot, reportLedger } from '../../scripts/ledger/index.ts'
import { changeIn } from './change.ts'
import { type Cost, copyProject, costOf, removeCaches } from './copy.ts'
import { type Measured, median, tellProgress } from './measured.ts'

const rounds = 3

const memoryText = (costs: readonly Cost[]): string =>
  [costs.map(({ largest }) => largest), costs.map(({ together }) => together)].map((each) => Math.max(...each).toFixed(0)).join(' · ')

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
    cold.push(await costOf(projectRoot, ['src/commands/build.ts']))
  }
  const changed = await buildAfterChange()
  const makePages = `const { makeAuditPages } = await import('${projectRoot}/src/build/audit-pages.ts'); const { currentLedger } = await import('${projectRoot}/src/current/ledger.ts'); const { listedFiles } = await import('${projectRoot}/src/audit/listing/listing.ts'); const ledger = currentLedger(); const figures = [...ledger.figures.values()].filter(({ input }) => input?.grid === undefined); const from = performance.now(); makeAuditPages(); console.log((performance.now() - from) / (2 * (figures.length + listedFiles(ledger).size)))`
  const onePage = Number((await costOf(projectRoot, ['--input-type=module', '--eval', makePages])).output)
  const ledger = reportLedger()
  const dist = `${projectRoot}/dist`
  const pages = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.html'))
  const gzip = (file: string) => gzipSync(readFileSync(`${dist}/${file}`), { level: 9 }).length
  return [
    ['ledger, ms', median(ledgerTimes).toFixed(0), '500'],
    ['build without caches, s', median(cold.map(({ seconds }) => seconds)).toFixed(1), '60'],
    ['build without caches, processor s', median(cold.map(({ processorSeconds }) => processorSeconds)).toFixed(1), ''],
    ['build without caches, peak memory, MiB: of the largest process · of all', memoryText(cold), '1024'],
    ['build after a number changed, s', changed.seconds.toFixed(1), '10'],
    ['build after a number changed, peak memory, MiB: of the largest process · of all', memoryText([changed]), '1024'],
    ['build after a number changed, processor s', changed.processorSeconds.toFixed(1), ''],
    ['a page of a figure or a file, before it is written, mean, ms', onePage.toFixed(1), '10'],
    ['figures', String(ledger.figures.size), ''],
    ['checks', String(ledger.checks.length), ''],
    ['pages', String(pages.length), ''],
    ['ledger.json, gzip KB', (gzip('ledger.json') / 1000).toFixed(1), ''],
  ]
}
