/**
 * Builds the site beside the last good one and puts it in its place only when all went well:
 * a mistake leaves `dist/` as it was.
 */
import { setFlagsFromString } from 'node:v8'
import { projectRoot } from '../../scripts/ledger/index.ts'
import { Problems } from '../../scripts/ledger/problem.ts'
import { buildHelper, sparing } from '../build/helper.ts'
import { buildBeside } from '../build/room.ts'
import { whileUnchanged } from '../build/unchanged.ts'
import { putUnder } from '../build/under-path.ts'
import { basePath, localAddress, publishedAt, siteAddress } from '../lib/site-address.ts'
import { commandLine } from './cli/arguments.ts'
import { run } from './cli/run.ts'
import { whileWaiting } from './cli/terminal.ts'

process.env.ASTRO_TELEMETRY_DISABLED = '1'
process.env.NODE_ENV = 'production'
// Each thread of Node and of the native libraries keeps what it once took. They read this when they are first used.
Object.assign(process.env, { MIMALLOC_PURGE_DELAY: '0', RAYON_NUM_THREADS: '1', TOKIO_WORKER_THREADS: '1', UV_THREADPOOL_SIZE: '1' })
// V8 lets what no page needs any more pile up to four times what is in use before it sweeps: here to little more than a third.
// What is young it holds in rooms that grow and stay: kept as they are, they cost no time and a tenth of all memory less.
for (const flag of sparing) setFlagsFromString(flag)

await run(async () => {
  const { flags } = commandLine({
    name: 'build',
    does: 'Makes dist/: the site, and dist/ledger.json with every figure, check and sentence.',
    flags: { 'no-cache': { hint: 'make everything anew, also what an earlier build kept in .cache/' } },
    exits: { 1: 'data, scripts or chapters have mistakes; dist/ stays as it was' },
  })
  if (flags.has('no-cache')) process.env.REPORT_CACHE = 'none'
  const published = publishedAt()
  const base = basePath()
  await buildBeside(projectRoot, async (folder) => {
    const make = async (): Promise<void> => {
      buildHelper()
      const { build } = await import('astro')
      await build({ root: projectRoot, outDir: folder, logLevel: 'silent' })
    }
    try {
      await whileUnchanged(projectRoot, () => whileWaiting('building', make()))
    } catch (error) {
      // What pages and the bundler make of a mistake is not what an author is told.
      const problems = await buildHelper().problems.catch(() => [])
      throw problems.length > 0 ? new Problems(problems) : error
    }
    if (base) putUnder(folder, { base, origin: new URL(siteAddress()).origin })
  })
  if (!published) console.log(`SITE_URL is not set: full addresses are those of npm run preview, ${localAddress}`)
})
