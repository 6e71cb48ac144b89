import { execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { buildBeside } from '../../src/build/room.ts'
import { whileUnchanged } from '../../src/build/unchanged.ts'
import { obstacleIn, refuseSigns } from '../../src/commands/cli/obstacle.ts'

let root: string
beforeEach(() => {
  root = mkdtempSync(`${tmpdir()}/room-`)
  vi.stubEnv('REPORT_CACHE', 'none')
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(root, { recursive: true, force: true })
})

const put = (path: string, text: string): void => {
  mkdirSync(`${root}/${path}`.replace(/\/[^/]*$/, ''), { recursive: true })
  writeFileSync(`${root}/${path}`, text)
}
const read = (path: string): string => readFileSync(`${root}/${path}`, 'utf8')
const site =
  (text: string) =>
  async (folder: string): Promise<void> => {
    mkdirSync(folder)
    writeFileSync(`${folder}/index.html`, text)
  }

describe('a site built beside the last good one', () => {
  test('takes its place when it is whole', async () => {
    put('dist/index.html', 'old')
    put('dist/gone.html', 'old')
    await buildBeside(root, site('new'))
    expect(readdirSync(`${root}/dist`)).toEqual(['index.html'])
    expect(read('dist/index.html')).toBe('new')
    expect(readdirSync(root)).toEqual(['dist'])
  })

  test('has the one that stood before removed, with what an earlier build left of another', async () => {
    vi.stubEnv('REPORT_CACHE', `${root}/kept`)
    put('kept/replaced/earlier/page.html', 'older')
    put('kept/charts/drawn', 'a chart')
    put('dist/deep/page.html', 'old')
    await buildBeside(root, site('new'))
    expect(readdirSync(root).sort()).toEqual(['dist', 'kept'])
    expect(readdirSync(`${root}/dist`)).toEqual(['index.html'])
    await vi.waitUntil(() => !existsSync(`${root}/kept/replaced`), { timeout: 20_000 })
    expect(read('kept/charts/drawn')).toBe('a chart')
  })

  test('stands though the one before can be put nowhere', async () => {
    put('kept', 'a file in the way')
    vi.stubEnv('REPORT_CACHE', `${root}/kept`)
    put('dist/index.html', 'old')
    await buildBeside(root, site('new'))
    expect(read('dist/index.html')).toBe('new')
    expect(readdirSync(root).sort()).toEqual(['dist', 'kept'])
  })

  test('leaves it as it was where something goes wrong, and nothing beside it', async () => {
    put('dist/index.html', 'old')
    const broken = async (folder: string): Promise<void> => {
      await site('half')(folder)
      throw new Error('planted')
    }
    await expect(buildBeside(root, broken)).rejects.toThrow('planted')
    expect(read('dist/index.html')).toBe('old')
    expect(readdirSync(root)).toEqual(['dist'])
  })

  test('says whose room it is while it is built, and lets go of it', async () => {
    const before = process.listenerCount('exit')
    await buildBeside(root, async (folder) => {
      expect(read('.build/process')).toBe(String(process.pid))
      await site('new')(folder)
    })
    expect(process.listenerCount('exit')).toBe(before)
  })

  test('sweeps up at the end what a build that failed still wrote, and leaves another’s room alone', async () => {
    const failed = buildBeside(root, () => Promise.reject(new Error('planted')))
    await expect(failed).rejects.toThrow('planted')
    const sweep = process.listeners('exit').at(-1) as (() => void) | undefined
    put('.build/new/late.html', 'late')
    sweep?.()
    expect(readdirSync(root)).toEqual([])
    put('.build/process', '1')
    sweep?.()
    expect(read('.build/process')).toBe('1')
    if (sweep) process.off('exit', sweep)
  })

  test('leaves the last good one where it cannot be moved aside, or where nothing was made to take its place', async () => {
    put('dist/index.html', 'old')
    // What is not empty gives way to no folder.
    const blocked = async (folder: string): Promise<void> => {
      await site('new')(folder)
      put('.build/old/index.html', 'in the way')
    }
    await expect(buildBeside(root, blocked)).rejects.toThrow('dist cannot be moved aside for the new site')
    await expect(buildBeside(root, () => Promise.resolve())).rejects.toThrow('ENOENT')
    expect(read('dist/index.html')).toBe('old')
  })

  test('waits for no other build, and does not disturb it', async () => {
    const other = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)'])
    try {
      put('.build/process', String(other.pid))
      put('.build/new/index.html', 'theirs')
      await expect(buildBeside(root, site('mine'))).rejects.toThrow(
        `another build is at work in this folder, process ${other.pid}\n    expected: one build at a time: wait until it has ended`,
      )
      expect(read('.build/new/index.html')).toBe('theirs')
      expect(existsSync(`${root}/dist`)).toBe(false)
    } finally {
      other.kill()
    }
  })

  test('sweeps out what a build left that was broken off', async () => {
    const gone = execFileSync(process.execPath, ['-p', 'process.pid'], { encoding: 'utf8' }).trim()
    put('.build/process', gone)
    put('.build/new/index.html', 'half')
    await buildBeside(root, site('whole'))
    expect(read('dist/index.html')).toBe('whole')
    expect(readdirSync(root)).toEqual(['dist'])
  })

  test.each(['link', 'file'])('refuses to take the place of a %s before anything is built', async (kind) => {
    put('published/index.html', 'old')
    if (kind === 'link') symlinkSync(`${root}/published`, `${root}/dist`)
    else put('dist', 'old')
    await expect(buildBeside(root, () => Promise.reject(new Error('begun')))).rejects.toThrow(
      `dist is a ${kind}\n    expected: a folder, or nothing: build here, then copy dist/ to where it is published`,
    )
    expect(read('published/index.html')).toBe('old')
  })
})

describe('a file that is written while a site is built', () => {
  const change = (path: string, text: string) => () => Promise.resolve(put(path, text))

  test.each(['data/a.yaml', 'content/en/index.mdx', 'scripts/report.ts', 'src/words.ts', 'public/card.png'])(
    'is named: %s',
    async (path) => {
      put(path, 'before')
      await expect(whileUnchanged(root, change(path, 'after'))).rejects.toThrow(
        `${path}:1:1  was written while the site was being built, and some pages would have shown what was there before`,
      )
    },
  )

  test('is named also where it came or went, and nothing else is', async () => {
    put('data/a.yaml', 'same')
    await expect(whileUnchanged(root, change('data/new.yaml', 'new'))).rejects.toThrow(/^data\/new\.yaml:1:1 {2}[^:]*\n[^\n]*$/)
    await whileUnchanged(root, change('notes.txt', 'not of the site'))
  })
})

describe('an obstacle outside the report', () => {
  test('is told in words for people, with the file that it was met at', () => {
    const full = Object.assign(new Error("ENOSPC: no space left on device, write '/a/b'"), { code: 'ENOSPC', path: '/a/b' })
    expect(obstacleIn(full)?.message).toBe('/a/b: the disk is full\n    expected: room for some hundred megabytes')
    expect(obstacleIn(new Error('could not emit', { cause: full }))?.message).toMatch(/the disk is full/)
    expect(obstacleIn(new Error('write failed: ENOSPC'))?.message).toMatch(/the disk is full/)
    expect(obstacleIn(new Error('a mistake of ours'))).toBeUndefined()
  })

  test.each([
    ['EDQUOT', 'the disk is full, as far as this user may fill it\n    expected: room for some hundred megabytes'],
    ['EROFS', 'the disk may only be read\n    expected: a folder that may be written'],
    ['EACCES', 'this user may not write here\n    expected: a folder that this user may write'],
    ['EPERM', 'the system does not allow it\n    expected: a folder that this user may change'],
    ['EBUSY', 'the system holds it\n    expected: a folder of its own, on which nothing is mounted'],
    ['EMFILE', 'too many files are open\n    expected: fewer programs at once, or a higher “ulimit -n”'],
  ])('goes by what the system calls it: %s', (code, told) => {
    expect(obstacleIn(Object.assign(new Error('open'), { code }))?.message).toBe(told)
    expect(obstacleIn(Object.assign(new Error('open'), { code, path: '/a' }))?.message).toBe(`/a: ${told}`)
  })

  test('is known by the system’s words alone where a library hands on no more', () => {
    expect(obstacleIn(new Error('EROFS: read-only file system'))?.message).toMatch(/may only be read/)
    expect(obstacleIn(new Error('cannot write: EDQUOT'))?.message).toMatch(/as far as this user/)
    expect(obstacleIn(new Error('NOENOSPC'))).toBeUndefined()
  })

  test.each(['#', '?', '%'])('is a folder’s name with “%s”, which libraries read as a sign of an address', (sign) => {
    expect(() => refuseSigns(`/home/mine/report${sign}2`)).toThrow(`the project’s folder is /home/mine/report${sign}2`)
    expect(() => refuseSigns('/home/mine/报告 2')).not.toThrow()
  })
})
