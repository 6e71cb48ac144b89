/**
 * Builds the site beside the last good one and puts it in its place only when all went well:
 * a mistake leaves `dist/` as it was.
 */
import { setFlagsFromString } from 'node:v8'
import { projectRoot } from '../../scripts/ledger/index.ts'
import { buildBeside } from '../build/room.ts'
import { whileUnchanged } from '../build/unchanged.ts'
import { putUnder } from '../build/under-path.ts'
import { basePath, localAddress, publishedAt, siteAddress } from '../lib/site-address.ts'
import { commandLine } from './cli/arguments.ts'
import { run } from './cli/run.ts'
import { whileWaiting } from './cli/terminal.ts'

process.env.ASTRO_TELEMETRY_DISABLED = '1'
process.env.NODE_ENV = 'production'
// Each thread of the native libraries keeps what it once took. They read this when Astro loads them.
Object.assign(process.env, { MIMALLOC_PURGE_DELAY: '0', RAYON_NUM_THREADS: '1', TOKIO_WORKER_THREADS: '1' })
// V8 lets what no page needs any more pile up to four times what is in use before it sweeps: here to little more than half.
setFlagsFromString('--heap-growing-percent=60')

await run(async () => {
  const { flags } = commandLine({
    name: 'build',
    does: 'Makes dist/: the site, and dist/ledger.json with every figure, check and sentence.',
    flags: { 'no-cache': { hint: 'make everything anew, also what an earlier build kept in .cache/' } },
    exits: { 1: 'data, scripts or chapters have mistakes; dist/ stays as it was' },
  })
  if (flags.has('no-cache')) process.env.REPORT_CACHE = 'none'
  const published = publishedAt()
  const { build } = await import('astro')
  const base = basePath()
  await buildBeside(projectRoot, async (folder) => {
    const site = build({ root: projectRoot, outDir: folder, logLevel: 'silent' })
    await whileUnchanged(projectRoot, () => whileWaiting('building', site))
    if (base) putUnder(folder, { base, origin: new URL(siteAddress()).origin })
  })
  if (!published) console.log(`SITE_URL is not set: full addresses are those of npm run preview, ${localAddress}`)
})
