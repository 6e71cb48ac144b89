/** `npm run new -- report DIR`: a house of its own, which builds and proves itself at once. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { projectRoot } from '../../scripts/ledger/index.ts'
import { deadLinks } from '../site/pages.ts'
import { exampleSite, type Project } from '../site/project.ts'

const start = (folder: string, ...words: string[]) => {
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, NO_COLOR: '1', LANG: 'C.UTF-8' }
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { cwd: folder, env, encoding: 'utf8' })
  return { status, said: stdout + stderr }
}
const begin = (...words: string[]) => start(projectRoot, 'src/commands/new.ts', 'report', ...words)

describe('a folder for a new report', () => {
  const room = mkdtempSync(`${tmpdir()}/new-report-`)
  afterAll(() => {
    rmSync(room, { recursive: true, force: true })
  })

  test('must be empty, and what is in it is left as it was', () => {
    mkdirSync(`${room}/letters`)
    writeFileSync(`${room}/letters/to-a-friend.txt`, 'dear friend')
    const { status, said } = begin(`${room}/letters`)
    expect(status).toBe(2)
    expect(said).toContain('is not empty: to-a-friend.txt is in it')
    expect(readdirSync(`${room}/letters`)).toEqual(['to-a-friend.txt'])
  })

  test('must be no file', () => {
    writeFileSync(`${room}/file`, '')
    expect(begin(`${room}/file`).said).toContain('is a file\n    expected: the name of a folder that is new or empty')
  })

  test('gives the report its name where none is given, and a name that is none is refused with the nearest', () => {
    const { status, said } = begin(`${room}/A harbour`, '--name', 'A Harbour')
    expect(status).toBe(2)
    expect(said).toContain(
      '“A Harbour” is no name for a report\n    expected: small letters, digits and hyphens, a letter first: a-harbour',
    )
    expect(existsSync(`${room}/A harbour`)).toBe(false)
    expect(begin(`${room}/A harbour`).said).toContain('made a-harbour in ')
    expect(JSON.parse(readFileSync(`${room}/A harbour/package.json`, 'utf8'))).toMatchObject({ name: 'a-harbour', version: '0.1.0' })
  })

  test('takes titles with marks of any kind', () => {
    const { status } = begin(`${room}/tide`, '--title-en', 'The keeper\'s "tide": a count', '--title-zh', '守灯人的“潮”')
    expect(status).toBe(0)
    const read = (file: string) => readFileSync(`${room}/tide/${file}`, 'utf8')
    expect(read('src/report/words.en.ts')).toContain(`title: 'The keeper\\'s "tide": a count'`)
    expect(read('content/en/index.mdx')).toContain('title: "The keeper\'s \\"tide\\": a count"')
    expect(read('content/zh/index.mdx')).toContain('title: "守灯人的“潮”"')
    expect(read('README.md')).toContain('# The keeper\'s "tide": a count · 守灯人的“潮”')
  })
})

describe('a new house', () => {
  let house: Project
  beforeAll(async () => {
    house = await exampleSite()
  })

  test('has its own name in every place, and no trace of the report that it was begun from', () => {
    const own = /^ {2}"name": "(.+)"/m.exec(readFileSync(`${projectRoot}/package.json`, 'utf8'))?.[1] ?? ''
    const { name } = JSON.parse(house.read('package.json')) as { name: string }
    expect(own).not.toBe('')
    const files = [
      'package.json',
      'package-lock.json',
      'README.md',
      'LICENSE',
      'CITATION.cff',
      'data/sources.yaml',
      'scripts/report.ts',
      'dist/ledger.json',
      'dist/en/index.html',
    ]
    for (const file of files) if (own !== name) expect(house.read(file)).not.toContain(own)
    expect(house.read('package-lock.json').match(new RegExp(`"name": "${name}"`, 'g'))).toHaveLength(2)
  })

  test.each([
    ['check', 'src/commands/check.ts'],
    ['verify', 'src/commands/verify.ts'],
    ['replay', 'replay/replay.ts'],
  ])('passes %s at once', (_, script) => {
    const { status, said } = start(house.folder, script)
    expect(status, said).toBe(0)
  })

  test('has no dead link on any page', () => {
    expect(deadLinks(`${house.folder}/dist`)).toEqual([])
  })
})
