import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { cached, cachedNow, openCache, sweepCache } from '../../src/lib/cache.ts'

let root = ''
beforeEach(() => {
  root = mkdtempSync(`${tmpdir()}/cache-`)
  for (const folder of ['src', 'scripts']) mkdirSync(`${root}/${folder}`)
  writeFileSync(`${root}/src/draw.ts`, 'export const draw = 1')
  openCache(root)
})
afterEach(() => {
  rmSync(root, { recursive: true })
})

/** Asks for the drawing of a key, and says how often one had to be made for it. */
const made = { times: 0 }
const ask = (...key: string[]) =>
  cachedNow('drawings', key, () => {
    made.times += 1
    return `drawing ${made.times}`
  })
beforeEach(() => {
  made.times = 0
})
const files = () => readdirSync(`${root}/.cache/drawings`).map((name) => `${root}/.cache/drawings/${name}`)

test('what was made once is not made again, also by the next build', () => {
  expect(ask('a')).toBe('drawing 1')
  expect(ask('a')).toBe('drawing 1')
  openCache(root)
  expect(ask('a')).toBe('drawing 1')
})

test('another key is another thing, and so are the same letters parted otherwise', () => {
  expect([ask('ab', 'c'), ask('a', 'bc'), ask('abc'), ask('ab', 'c')]).toEqual(['drawing 1', 'drawing 2', 'drawing 3', 'drawing 1'])
})

test('a change of any script makes everything anew, and taking it back finds what was made before', () => {
  ask('a')
  writeFileSync(`${root}/src/draw.ts`, 'export const draw = 2')
  openCache(root)
  expect(ask('a')).toBe('drawing 2')
  writeFileSync(`${root}/src/draw.ts`, 'export const draw = 1')
  openCache(root)
  expect(ask('a')).toBe('drawing 1')
})

test('a packages file, too, decides what is made', () => {
  ask('a')
  writeFileSync(`${root}/package-lock.json`, '{}')
  openCache(root)
  expect(ask('a')).toBe('drawing 2')
})

test('a file that was cut short or written over is as good as none', () => {
  ask('a')
  const [file = ''] = files()
  const whole = readFileSync(file)
  for (const spoilt of [whole.subarray(0, -1), whole.subarray(0, 5), Buffer.alloc(0), Buffer.concat([whole, Buffer.from('x')])]) {
    writeFileSync(file, spoilt)
    const before = made.times
    expect(ask('a')).toBe(`drawing ${before + 1}`)
    expect(ask('a')).toBe(`drawing ${before + 1}`)
  }
})

test('bytes and plain objects come back as they were', async () => {
  const picture = { bytes: new Uint8Array([1, 2, 255]), size: { width: 3, map: null } }
  const ask = () => cached('pictures', [new Uint8Array([7])], async () => picture)
  await ask()
  const kept = await ask()
  expect([...kept.bytes]).toEqual([1, 2, 255])
  expect(kept.size).toEqual({ width: 3, map: null })
})

test('two that ask at the same time wait for the same making, and a failure is not kept', async () => {
  let times = 0
  const draw = async () => {
    times += 1
    if (times === 1) throw new Error('no ink')
    return times
  }
  const both = [cached('drawings', ['a'], draw), cached('drawings', ['a'], draw)]
  expect(await Promise.allSettled(both)).toMatchObject([{ reason: new Error('no ink') }, { reason: new Error('no ink') }])
  expect(await Promise.all([cached('drawings', ['a'], draw), cached('drawings', ['a'], draw)])).toEqual([2, 2])
})

test('nothing is kept where REPORT_CACHE says “none”', () => {
  process.env.REPORT_CACHE = 'none'
  try {
    openCache(root)
    expect([ask('a'), ask('a')]).toEqual(['drawing 1', 'drawing 2'])
    expect(readdirSync(root)).not.toContain('.cache')
  } finally {
    delete process.env.REPORT_CACHE
  }
})

test('what nothing asked for in a month is swept out, and what was asked for stays', () => {
  ask('old')
  ask('used')
  const longAgo = Date.now() / 1000 - 31 * 24 * 60 * 60
  for (const file of files()) utimesSync(file, longAgo, longAgo)
  ask('used')
  sweepCache()
  expect(files()).toHaveLength(1)
  expect([ask('used'), ask('old')]).toEqual(['drawing 2', 'drawing 3'])
})
