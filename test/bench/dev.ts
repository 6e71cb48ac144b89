/** While the report is written: how long a saved change takes to the screen. */
import { type ChildProcess, spawn } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { chromium, type Page } from 'playwright-core'
import { site } from '#site'
import { projectRoot, reportLedger } from '../../scripts/ledger/index.ts'
import { isHidden } from '../../src/chapters/order.ts'
import { browserFlags, browserPath } from '../../src/commands/cli/chromium.ts'
import { changeIn } from './change.ts'
import { copyProject } from './copy.ts'
import { type Measured, median, tellProgress } from './measured.ts'

const rounds = 5
const patience = 120_000
const goals = { change: '500', chapter: '2000' } as const
const edits = 100
const newChapter = 'fresh-chapter'

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => resolve(port))
    })
  })

/** Milliseconds from the saving of a change until the page shows the words, or no longer shows them. */
const untilShown = async (page: Page, words: string, there: boolean, save: () => void): Promise<number> => {
  const from = performance.now()
  save()
  while (performance.now() - from < patience) {
    // A page that reloads meanwhile answers nothing.
    const text = await page.evaluate(() => document.querySelector('main')?.textContent ?? '').catch(() => undefined)
    if (text !== undefined && text !== '' && text.includes(words) === there) return performance.now() - from
    await wait(5)
  }
  throw new Error(`“${words}” was waited for in vain`)
}

/** Makes a server say on request how much it holds, once all that nobody needs any more is swept out. */
const weighing = `data:text/javascript,${encodeURIComponent(`
process.on('SIGUSR2', () => {
  gc()
  process.stdout.write('holds ' + process.memoryUsage().heapUsed / 2 ** 20 + '\\n')
})`)}`

/** MiB that a server holds and needs. */
const neededBy = (server: ChildProcess): Promise<number> =>
  new Promise((resolve, reject) => {
    let said = ''
    const listen = (text: Buffer): void => {
      said += text.toString()
      const held = /holds (\S+)\n/.exec(said)?.[1]
      if (held === undefined) return
      server.stdout?.off('data', listen)
      resolve(Number(held))
    }
    server.once('exit', () => reject(new Error('the server is gone')))
    server.stdout?.on('data', listen)
    server.kill('SIGUSR2')
  })

/** The last part that readers are led to. */
const part = site.parts.findLast(({ id }) => !isHidden(id))?.id

/** Milliseconds from the saving of a new chapter in both languages until its address answers with its title. */
const untilChapter = async (folder: string, origin: string): Promise<number> => {
  const title = 'A fresh chapter'
  const head = (words: string) => `---\ntitle: ${words}\ndescription: ${words}\npart: ${part}\norder: 999\n---\n\n`
  const from = performance.now()
  writeFileSync(`${folder}/content/zh/${newChapter}.mdx`, `${head('新的一章')}新的一章。\n`)
  writeFileSync(`${folder}/content/en/${newChapter}.mdx`, `${head(title)}A fresh chapter.\n`)
  while (performance.now() - from < patience) {
    const page = await fetch(`${origin}/en/${newChapter}/`).then((answer) => (answer.ok ? answer.text() : ''))
    if (page.includes(`>${title}</h1>`)) return performance.now() - from
    await wait(10)
  }
  throw new Error('a new chapter was waited for in vain')
}

/** Measures `npm run dev` in a copy of the project; nothing where no browser is. */
export const measureDev = async (): Promise<readonly Measured[]> => {
  const executablePath = browserPath()
  if (!executablePath) {
    tellProgress('dev: no browser is here to measure it with')
    return []
  }
  tellProgress('dev: changes of a number and of a sentence …')
  const { folder, discard } = copyProject()
  const chapters = readdirSync(`${folder}/content/en`).flatMap((name) => (name.endsWith('.mdx') ? [name.slice(0, -'.mdx'.length)] : []))
  const change = changeIn(folder, reportLedger(), chapters, 'en')
  const port = await freePort()
  const astro = `${projectRoot}/node_modules/astro/bin/astro.mjs`
  const words = ['--expose-gc', '--import', weighing, astro, 'dev', '--host', '127.0.0.1', '--port', String(port)]
  const server = spawn(process.execPath, words, {
    cwd: folder,
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const gone = new Promise((resolve) => server.once('exit', resolve))
  const browser = await chromium.launch({ executablePath, args: browserFlags })
  try {
    const page = await browser.newPage()
    const address = `http://127.0.0.1:${port}/en/${change.chapter}/`
    const end = performance.now() + patience
    while (!(await page.goto(address, { timeout: patience }).catch(() => undefined))?.ok() && performance.now() < end) await wait(200)
    const numbers: number[] = []
    const sentences: number[] = []
    const file = `${folder}/content/en/${change.chapter}.mdx`
    const prose = readFileSync(file, 'utf8')
    for (let round = 0; round < rounds; round += 1) {
      // The page comes anew after a change, with all that moved; the next change is one that finds it at rest.
      for (const [text, save] of [
        [change.after, change.make],
        [change.before, change.undo],
      ] as const) {
        await page.waitForLoadState('networkidle')
        await wait(2000)
        const { figure } = change
        const from = performance.now()
        save()
        await page.waitForFunction(
          ([id, words]) => document.querySelector(`data[data-figure="${id}"]`)?.textContent === words,
          [figure, text] as const,
          { polling: 5, timeout: patience },
        )
        numbers.push(performance.now() - from)
      }
      const sentence = `A fresh sentence of round ${'i'.repeat(round + 1)}.`
      await wait(2000)
      sentences.push(await untilShown(page, sentence, true, () => writeFileSync(file, `${prose}\n${sentence}\n`)))
      await wait(2000)
      await untilShown(page, sentence, false, () => writeFileSync(file, prose))
    }
    const chapter = await untilChapter(folder, new URL(address).origin)
    const before = await neededBy(server)
    tellProgress(`dev: ${edits} edits …`)
    const edited: number[] = []
    for (let edit = 1; edit <= edits; edit += 1) {
      const sentence = `A sentence of edit ${'i'.repeat(edit)}.`
      edited.push(await untilShown(page, sentence, true, () => writeFileSync(file, `${prose}\n${sentence}\n`)))
      await wait(100)
    }
    const after = await neededBy(server)
    return [
      ['dev: a changed number on the screen, ms', median(numbers).toFixed(0), goals.change],
      ['dev: a changed sentence on the screen, ms', median(sentences).toFixed(0), goals.change],
      ['dev: a new chapter at its address, ms', chapter.toFixed(0), goals.chapter],
      [`dev: one of ${edits} sentences saved one after the other, ms`, median(edited).toFixed(0), ''],
      [`dev: what the server needs of memory before and after them, MiB`, `${before.toFixed(0)} · ${after.toFixed(0)}`, 'no more'],
    ]
  } finally {
    await browser.close()
    server.kill()
    await gone
    discard()
  }
}
