/** `npm run new` and `npm run check`, each on a copy of the project. */
import { spawnSync } from 'node:child_process'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { copyProject, type Project } from '../../site/project.ts'

let project: Project
beforeAll(() => {
  project = copyProject()
})
afterAll(() => project.discard())

const run = (command: string, ...words: string[]) =>
  spawnSync(process.execPath, [`src/commands/${command}.ts`, ...words], {
    cwd: project.folder,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
    maxBuffer: 1 << 26,
  })
interface Told {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly what: string
  readonly expected: string | null
  readonly fixable: boolean
}
const check = (...words: string[]): Told[] => JSON.parse(run('check', '--json', ...words).stdout) as Told[]

// Each command reads the whole report, beside other tests.
const patience = { timeout: 120_000 }

describe('new', patience, () => {
  test('begins a chapter that has nothing wrong but what is still to be written', () => {
    const { status, stdout } = run('new', 'chapter', 'two-counts', 'scale')
    expect(status).toBe(0)
    expect(stdout).toContain('made content/zh/two-counts.mdx\nmade content/en/two-counts.mdx')
    const told = check('content/zh/two-counts.mdx', 'content/en/two-counts.mdx')
    expect(told.length).toBeGreaterThan(6)
    expect(new Set(told.map(({ what }) => what))).toEqual(new Set(['TODO is still to be written']))
    const last = ['multiplier', 'ecosystem', 'retail', 'services', 'entertainment-and-infrastructure', 'total']
      .map((slug) => Number(/^order: (\d+)$/m.exec(project.read(`content/en/${slug}.mdx`))?.[1]))
      .reduce((most, order) => Math.max(most, order))
    for (const language of ['zh', 'en'])
      expect(project.read(`content/${language}/two-counts.mdx`)).toContain(`part: scale\norder: ${last + 1}\n`)
  })

  test('begins a case with pages and a coding that validates', () => {
    const { status, stdout } = run('new', 'case', 'night-market', 'B')
    expect(status).toBe(0)
    expect(stdout).toContain('made data/model/cases.yaml')
    const data = ['data/model/cases.yaml', 'data/model/passages.yaml']
    const told = check('content/zh/cases/night-market.mdx', 'content/en/cases/night-market.mdx', ...data)
    expect(told.filter(({ file }) => file.startsWith('data/'))).not.toEqual([])
    expect(new Set(told.map(({ what }) => what))).toEqual(new Set(['TODO is still to be written']))
    expect(project.read('data/model/cases.yaml')).toContain('  at: { chapter: 3, section: TODO }\n  mechanisms:\n    B: TODO\n')
  })

  test.each([
    [
      'a name with capitals and spaces',
      ['chapter', 'My Chapter'],
      '“My Chapter” is no name for a page\n    expected: small letters, digits and hyphens: my-chapter',
    ],
    ['a file’s path', ['chapter', 'content/en/abc.mdx'], 'expected: small letters, digits and hyphens: abc'],
    ['a name that is taken', ['chapter', 'retail'], 'retail is taken\n    expected: another name, such as retail-2'],
    ['the name of a page of the site', ['chapter', 'audit'], 'audit is taken'],
    [
      'a name in the folder of such a page',
      ['chapter', 'audit/x'],
      'audit/x is taken by a page of the site\n    expected: another name, such as audit-2/x',
    ],
    ['a case that is there', ['case', 'cement-kiln'], 'cases/cement-kiln is taken'],
    ['a case in a folder of its own', ['case', 'night/market'], '“night/market” is no name for a page'],
    ['a case that begins with a digit, which no figure may', ['case', '3d-print'], 'small letters, digits and hyphens, a letter first'],
    ['a case as a chapter', ['chapter', 'cases/night-stall'], 'expected: npm run new -- case night-stall'],
    [
      'a way out of content/',
      ['chapter', '../../abc'],
      '“../../abc” is no name for a page\n    expected: small letters, digits and hyphens: abc',
    ],
    ['another kind of page', ['chaptre', 'abc'], 'there is no kind of page “chaptre”\n    expected: chapter or case'],
    ['an unknown part', ['chapter', 'abc', 'scal'], 'there is no part “scal”\n    expected: scale'],
    ['no name', ['chapter'], 'SLUG is missing'],
  ])('refuses %s', (_, words, message) => {
    const { status, stderr } = run('new', ...words)
    expect(status).toBe(2)
    expect(stderr).toContain(message)
  })
})

describe('check', patience, () => {
  const file = 'content/zh/services.mdx'

  test('tells findings file by file with places that an editor can open, and ends with 1', () => {
    project.write(file, `${project.read(file)}\n一个,两个 A 和"三"。\n`)
    const { status, stdout } = run('check', file)
    expect(status).toBe(1)
    expect(stdout).toMatch(/^content\/zh\/services\.mdx:\d+:3 {2}“,” stands in Chinese text\n {4}expected: ，$/m)
    expect(stdout).toContain('can be mended by npm run check -- --fix')
  })

  test('mends what is safe to mend, says what, and leaves the rest as it was', () => {
    const before = project.read(file)
    const { stderr } = run('check', '--fix', file)
    expect(stderr).toMatch(/^mended content\/zh\/services\.mdx:\d+:3 {2}“,” stands in Chinese text {2}→ {2}，$/m)
    expect(project.read(file)).toBe(before.replace('一个,两个 A 和"三"。', '一个，两个A和“三”。'))
    expect(check(file)).toEqual([])
    expect(run('check', file).status).toBe(0)
  })

  test('refuses a file that is not there, and a flag that it does not know', () => {
    expect(run('check', 'content/en/absent.mdx').stderr).toContain('there is no file content/en/absent.mdx')
    expect(run('check', '..').stderr).toContain('there is no file .. in the project')
    expect(run('check', '--fixx').stderr).toContain('there is no flag --fixx\n    expected: --fix')
  })
})
