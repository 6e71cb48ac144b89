/** `npm run new` and `npm run check`, each on a house of its own. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { copyExample, type Project } from '../site/project.ts'
import { runIn } from './support.ts'

let project: Project
beforeAll(() => {
  project = copyExample()
})
afterAll(() => project.discard())

const run = (command: string, ...words: string[]) => runIn(project.folder, { NO_COLOR: '1' }, command, ...words)
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
    const { status, stdout } = run('new', 'chapter', 'two-counts', 'report')
    expect(status).toBe(0)
    expect(stdout).toContain('made content/zh/two-counts.mdx\nmade content/en/two-counts.mdx')
    const told = check('content/zh/two-counts.mdx', 'content/en/two-counts.mdx')
    expect(told.length).toBeGreaterThan(6)
    expect(new Set(told.map(({ what }) => what))).toEqual(new Set(['TODO is still to be written']))
    for (const language of ['zh', 'en']) expect(project.read(`content/${language}/two-counts.mdx`)).toContain(`part: report\norder: 3\n`)
  })

  test.each([
    [
      'a name with capitals and spaces',
      ['chapter', 'My Chapter'],
      '“My Chapter” is no name for a page\n    expected: small letters, digits and hyphens: my-chapter',
    ],
    ['a file’s path', ['chapter', 'content/en/abc.mdx'], 'expected: small letters, digits and hyphens: abc'],
    ['a name that is taken', ['chapter', 'the-lamp'], 'the-lamp is taken\n    expected: another name, such as the-lamp-2'],
    ['the name of a page of the site', ['chapter', 'audit'], 'audit is taken'],
    [
      'a name in the folder of such a page',
      ['chapter', 'audit/x'],
      'audit/x is taken by a page of the site\n    expected: another name, such as audit-2/x',
    ],
    [
      'a way out of content/',
      ['chapter', '../../abc'],
      '“../../abc” is no name for a page\n    expected: small letters, digits and hyphens: abc',
    ],
    ['another kind of page', ['chaptre', 'abc'], 'there is no kind of page “chaptre”\n    expected: chapter'],
    ['an unknown part', ['chapter', 'abc', 'reprot'], 'there is no part “reprot”\n    expected: report'],
    ['no name', ['chapter'], 'SLUG is missing'],
  ])('refuses %s', (_, words, message) => {
    const { status, stderr } = run('new', ...words)
    expect(status).toBe(2)
    expect(stderr).toContain(message)
  })
})

describe('check', patience, () => {
  const file = 'content/zh/the-lamp.mdx'

  test('tells findings file by file with places that an editor can open, and ends with 1', () => {
    project.write(file, `${project.read(file)}\n一个,两个 A 和"三"。\n`)
    const { status, stdout } = run('check', file)
    expect(status).toBe(1)
    expect(stdout).toMatch(/^content\/zh\/the-lamp\.mdx:\d+:3 {2}“,” stands in Chinese text\n {4}expected: ，$/m)
    expect(stdout).toContain('can be mended by npm run check -- --fix')
  })

  test('mends what is safe to mend, says what, and leaves the rest as it was', () => {
    const before = project.read(file)
    const { stderr } = run('check', '--fix', file)
    expect(stderr).toMatch(/^mended content\/zh\/the-lamp\.mdx:\d+:3 {2}“,” stands in Chinese text {2}→ {2}，$/m)
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
