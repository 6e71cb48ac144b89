/** `npm run dev` as an author meets it: every change shows by itself, and every mistake in words until it is mended. */
import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { projectRoot } from '../../scripts/ledger/index.ts'
import { copyExample, type Project, positionOf } from '../site/project.ts'
import { hasBrowser, oneBrowser } from './open-site.ts'

/** Generous: two cores are shared with builds. Nothing waits longer than it must. */
const patience = 60_000

let project: Project
let server: ChildProcess
let page: Page
let origin: string
let said = ''

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

/** Asks again until the answer is the wanted one; the last answer is what a failure shows. */
const eventually = async <T>(ask: () => Promise<T>, wanted: (answer: T) => boolean): Promise<T> => {
  const end = Date.now() + patience
  let answer: T | undefined
  while (Date.now() < end) {
    // A page that reloads meanwhile answers nothing.
    answer = await ask().catch(() => undefined)
    if (answer !== undefined && wanted(answer)) return answer
    await wait(150)
  }
  throw new Error(`waited in vain; last seen: ${String(answer).slice(0, 1500)}\n${said.slice(-1500)}`)
}
/** The page's words; formulas are set with spaces of their own. */
const text = async () => ((await page.locator('body').textContent({ timeout: 2000 })) ?? '').replace(/\s+/g, ' ')
const shows = (words: string) => eventually(text, (body) => body.includes(words))
/** A page that is just reloading may break off the way to another. */
const open = (address: string) =>
  eventually(
    () => page.goto(`${origin}${address}`, { timeout: patience }),
    () => true,
  )

/** Plants a mistake, expects to be told its place and remedy, and mends it. */
const slip = async (file: string, from: string, to: string, place: string, ...words: readonly string[]): Promise<void> => {
  const before = project.read(file)
  project.edit(file, from, to)
  const { line, column } = positionOf(project.read(file), place)
  const body = await shows(`${file}:${line}:${column}`)
  for (const part of words) expect(body).toContain(part)
  project.write(file, before)
  await eventually(text, (now) => !now.includes('to mend'))
}

const start = async (): Promise<void> => {
  project = copyExample()
  const port = await freePort()
  origin = `http://127.0.0.1:${port}`
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, NO_COLOR: '1', LANG: 'C.UTF-8', ASTRO_TELEMETRY_DISABLED: '1' }
  const words = [`${projectRoot}/node_modules/astro/bin/astro.mjs`, 'dev', '--host', '127.0.0.1', '--port', String(port)]
  server = spawn(process.execPath, words, { cwd: project.folder, env, stdio: ['ignore', 'pipe', 'pipe'] })
  for (const stream of [server.stdout, server.stderr])
    stream?.setEncoding('utf8').on('data', (part: string) => {
      said += part
    })
  await eventually(
    async () => (await fetch(`${origin}/en/`, { headers: { accept: 'text/html' } })).status,
    (status) => status === 200,
  )
  page = await (await oneBrowser()).newPage()
}

describe.skipIf(!hasBrowser)('while the report is written', { timeout: 4 * patience }, () => {
  beforeAll(start, 3 * patience)
  afterAll(async () => {
    await page?.close()
    // The server still writes while it ends; its folder goes after it.
    if (server && server.exitCode === null) {
      const gone = new Promise((resolve) => server.once('exit', resolve))
      server.kill()
      await gone
    }
    project?.discard()
  })

  test('a changed value shows on the page', async () => {
    await open('/en/audit/lamp.ships/')
    await shows('1,250')
    const inputs = 'data/gull-point-1901/inputs.yaml'
    const before = project.read(inputs)
    project.edit(inputs, 'printed: "1250"', 'printed: "1251"')
    await shows('1,251')
    project.write(inputs, before)
    await shows('1,250')
  })

  test('files for other tools stand at their addresses', async () => {
    const fetched = async (path: string): Promise<readonly [status: number, type: string | null]> => {
      const answer = await fetch(`${origin}${path}`)
      await answer.arrayBuffer()
      return [answer.status, answer.headers.get('content-type')]
    }
    const csv = [200, 'text/csv; charset=utf-8; header=present']
    expect(await fetched('/data/figures.csv')).toEqual(csv)
    expect(await fetched('/data/printed/gull-point-1901/hamlets.csv')).toEqual(csv)
    expect(await fetched('/ledger.xlsx')).toEqual([200, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'])
    expect(await fetched('/ledger.schema.json')).toEqual([200, 'application/schema+json'])
    expect(await fetched('/datapackage.json')).toEqual([200, 'application/json'])
  })

  test('a changed glossary shows in the equations', async () => {
    await open('/en/the-lamp/')
    await shows('oil a night')
    const before = project.read('data/glossary.yaml')
    project.edit('data/glossary.yaml', 'en: oil a night', 'en: oil of a night')
    await shows('oil of a night')
    project.write('data/glossary.yaml', before)
    await eventually(text, (body) => !body.includes('oil of a night'))
  })

  test('a mistake in data stands in the page’s place, with its line and remedy, and goes when it is mended', async () => {
    await open('/en/the-lamp/')
    await slip('data/gull-point-1901/inputs.yaml', 'unit: ships', 'unit: shops', 'unit: shops', '“shops” is not known', 'expected: ships')
  })

  test('so does one in a script', async () => {
    await open('/en/the-lamp/')
    const file = 'scripts/formulas/oil-burned.ts'
    const before = project.read(file)
    project.edit(file, '* litresANight', '* / litresANight')
    const { line } = positionOf(project.read(file), '* / litresANight')
    expect(await shows('to mend')).toContain(`${file}:${line}:`)
    project.write(file, before)
    await eventually(text, (body) => !body.includes('to mend'))
  })

  test('and one in a chapter, on its own page alone', async () => {
    await open('/en/the-lamp/')
    const file = 'content/en/the-lamp.mdx'
    await slip(file, 'id="lamp.ships"', 'id="lamp.ship"', 'lamp.ship"', 'there is no figure “lamp.ship”', 'expected: lamp.ships')
    project.edit(file, 'id="lamp.ships"', 'id="lamp.ship"')
    await shows('lamp.ship”')
    await open('/en/')
    expect(await text()).not.toContain('to mend')
    project.edit(file, 'id="lamp.ship"', 'id="lamp.ships"')
  })

  test('a new chapter appears with its place in the navigation, in one language first, and goes when its file goes', async () => {
    const chapter = '---\ntitle: Brand new\nshort: Brand new\ndescription: D.\npart: report\norder: 99\n---\n\nFresh words.\n'
    project.write('content/en/brand-new.mdx', chapter)
    await eventually(
      async () => {
        await open('/en/brand-new/')
        return await text()
      },
      (body) => body.includes('Fresh words'),
    )
    await eventually(
      async () => said,
      (words) => words.includes('has no partner content/zh/brand-new.mdx'),
    )
    await open('/en/')
    await shows('Brand new')
    project.remove('content/en/brand-new.mdx')
    await eventually(
      async () => {
        await open('/en/')
        return await text()
      },
      (body) => !body.includes('Brand new'),
    )
  })

  /** As a program asks: without naming HTML, and without a browser that would be told to reload. */
  const answer = async (address: string) => {
    const response = await fetch(`${origin}${address}`)
    return { status: response.status, body: await response.text() }
  }
  // No two chapters of a part may have the same order.
  const orders = new Map<string, number>()
  const orderOf = (name: string): number => orders.get(name) ?? orders.set(name, 100 + orders.size).size + 99
  const chapterOf = (name: string) =>
    `---\ntitle: Trial ${name}\ndescription: D.\npart: report\norder: ${orderOf(name)}\n---\n\nWords of ${name}.\n`
  const pair = (name: string) => ['zh', 'en'].map((language) => `content/${language}/trial-${name}.mdx`)
  const begin = (name: string): void => {
    for (const file of pair(name)) project.write(file, chapterOf(name))
  }
  const end = (name: string): void => {
    for (const file of pair(name)) project.remove(file)
  }

  test('several new chapters are there at the first request, in both languages, also one that was restored', async () => {
    const names = ['red', 'green', 'blue', 'grey']
    names.forEach(begin)
    const addresses = names.flatMap((name) => [`/zh/trial-${name}/`, `/en/trial-${name}/`])
    const answers = await Promise.all(addresses.map(answer))
    expect(answers.map(({ status }) => status)).toEqual(addresses.map(() => 200))
    for (const [index, { body }] of answers.entries()) expect(body).toContain(`Words of ${names[Math.floor(index / 2)]}.`)

    end('green')
    expect((await answer('/en/trial-green/')).status).toBe(404)
    begin('green')
    expect((await answer('/zh/trial-green/')).body).toContain('Words of green.')
    // Gone and back before anybody looks.
    end('blue')
    begin('blue')
    expect((await answer('/en/trial-blue/')).body).toContain('Words of blue.')

    names.forEach(end)
    expect(said).not.toContain('UnknownContentCollectionError')
  })

  test('a chapter that one language lacks is told at its address alone, until it is there', async () => {
    begin('half')
    await eventually(
      async () => (await answer('/en/trial-half/')).status,
      (status) => status === 200,
    )
    project.remove('content/en/trial-half.mdx')
    const { status, body } = await answer('/en/trial-half/')
    expect(status).toBe(404)
    expect(body).toContain('content/en/trial-half.mdx is missing: its partner content/zh/trial-half.mdx is there')
    expect((await answer('/zh/trial-half/')).body).toContain('Words of half.')
    expect((await answer('/en/')).status).toBe(200)

    await open('/en/trial-half/')
    await shows('is missing')
    begin('half')
    await shows('Words of half.')
    end('half')
  })

  test('what is asked for right after a change waits for what comes of it', async () => {
    const hamlets = 'data/gull-point-1901/hamlets.yaml'
    const before = project.read(hamlets)
    expect((await answer('/en/the-lamp/')).status).toBe(200)
    project.edit(hamlets, 'unit: persons', 'unit: parsons')
    const { status, body } = await answer('/en/the-lamp/')
    expect(status).toBe(500)
    expect(body).toContain('“parsons” is not known')
    project.write(hamlets, before)
    expect((await answer('/en/the-lamp/')).status).toBe(200)

    const inputs = 'data/gull-point-1901/inputs.yaml'
    const printed = project.read(inputs)
    project.edit(inputs, 'printed: "1250"', 'printed: "1251"')
    expect((await answer('/en/audit/lamp.ships/')).body).toContain('1,251')
    project.write(inputs, printed)
  })

  test('a build beside it is not told of', async () => {
    const before = said.length
    for (const folder of ['.build/new/en', 'dist/en']) project.write(`${folder}/index.html`, '<p>made</p>')
    begin('beside')
    const words = await eventually(
      async () => said.slice(before),
      (now) => now.includes('trial-beside'),
    )
    expect(words).not.toMatch(/\.build|dist\//)
    end('beside')
  })
})
