/** While the report is written little is looked at twice, and nothing that was written since is missed. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { reportLedger } from '../../scripts/ledger/index.ts'
import { currentChapter, currentChapters } from '../../src/current/chapters.ts'
import { replaceLedger } from '../../src/current/ledger.ts'
import { currentTable } from '../../src/current/tables.ts'
import type { Memory } from '../../src/markdown/check.ts'
import { contentProblems } from '../../src/markdown/report.ts'
import { readTables } from '../../src/tables/read-tables.ts'
import { copyRooms } from '../rooms.ts'

let root: string
beforeAll(() => {
  root = mkdtempSync(`${tmpdir()}/held-`)
  copyRooms(root, ['data', 'content', 'scripts', 'src/charts'])
  replaceLedger(reportLedger(root))
})
afterAll(() => {
  // Files of tests after this one have a ledger of their own.
  Reflect.deleteProperty(globalThis, Symbol.for('report.ledger'))
  rmSync(root, { recursive: true, force: true })
})

/** Does something while a text stands for another in a file, and puts the first back. */
const whileChanged = (file: string, from: string, to: string, act: () => void): void => {
  const path = `${root}/${file}`
  const text = readFileSync(path, 'utf8')
  if (!text.includes(from)) throw new Error(`${file} does not contain “${from}”`)
  writeFileSync(path, text.replace(from, to))
  try {
    act()
  } finally {
    writeFileSync(path, text)
  }
}
/** What the server of dev remembers of chapters from one look to the next. */
const memory: Memory = new WeakMap()
const told = (): readonly string[] => contentProblems(root, true, memory).map(({ message }) => message)
/** What is told of one letter more or less in a file that was already looked at. */
const toldOf = (file: string, from: string, to: string): readonly string[] => {
  expect(told()).toEqual([])
  let problems: readonly string[] = []
  whileChanged(file, from, to, () => {
    problems = told()
    expect(told()).toEqual(problems)
  })
  expect(told()).toEqual([])
  return problems
}

describe('a mistake is told when it is made and no longer when it is mended, though no figure moved', () => {
  test('in a chart', () =>
    expect(toldOf('content/charts/halves.yaml', 'figure: lamp.shortNights.litres', 'figure: lamp.shortNights.litrez')).toEqual([
      expect.stringMatching(/^content\/charts\/halves\.yaml:8:\d+ .*lamp\.shortNights\.litrez/),
    ]))

  test('in a table', () =>
    expect(toldOf('content/tables/oil.yaml', 'cells: [lamp.litres,', 'cells: [lamp.litrez,')).toEqual([
      expect.stringMatching(/^content\/tables\/oil\.yaml:\d+:\d+ .*lamp\.litrez/),
    ]))

  test('in a chapter', () => {
    const problems = toldOf('content/en/the-lamp.mdx', '<Num id="lamp.ships" />', '<Num id="lamp.shipz" />')
    expect(problems).toContainEqual(expect.stringMatching(/^content\/en\/the-lamp\.mdx:\d+:\d+ .*lamp\.shipz/))
  })

  test('in a file that came, and went', () => {
    expect(told()).toEqual([])
    const file = `${root}/content/tables/new.yaml`
    writeFileSync(file, 'columns: []\n')
    expect(told().join('\n')).toMatch(/content\/tables\/new\.yaml/)
    rmSync(file)
    expect(told()).toEqual([])
  })
})

describe('pages show what stands in the files now', () => {
  // A build reads each file once, however often pages ask.
  beforeAll(() => {
    vi.stubEnv('PROD', false)
  })
  afterAll(() => {
    vi.unstubAllEnvs()
  })

  test('a chapter, which is the same one until its file is written', () => {
    const [once, again] = [currentChapters('en'), currentChapters('en')]
    expect(again).toBe(once)
    const title = () => currentChapter('en', 'the-lamp')?.title
    const first = title()
    whileChanged('content/en/the-lamp.mdx', `title: ${first}`, 'title: Another name', () => expect(title()).toBe('Another name'))
    expect(title()).toBe(first)
  })

  test('a table, which is the same one until its file is written', () => {
    const fileOf = () => readTables(root).tables.get('oil')
    const heading = () => currentTable('oil', 'en').head[0]?.text
    const once = fileOf()
    expect(fileOf()).toBe(once)
    expect(heading()).toBe('Nights')
    whileChanged('content/tables/oil.yaml', 'en: Nights', 'en: Nightz', () => expect(heading()).toBe('Nightz'))
    expect(heading()).toBe('Nights')
  })
})
