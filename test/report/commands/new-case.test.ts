/** `npm run new -- case` on a copy of the report: what its room of cases hands to the engine. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { reportDraft } from '../../../scripts/ledger/index.ts'
import { runIn } from '../../commands/support.ts'
import { copyProject, type Project } from '../../site/project.ts'
import { ledger } from '../estimates/support.ts'

let project: Project
beforeAll(() => {
  project = copyProject()
})
afterAll(() => project.discard())

const run = (command: string, ...words: string[]) => runIn(project.folder, { NO_COLOR: '1' }, command, ...words)
interface Told {
  readonly file: string
  readonly what: string
}

describe('new', { timeout: 120_000 }, () => {
  test('begins a case with pages and a coding that validates', () => {
    const { status, stdout } = run('new', 'case', 'night-market', 'B')
    expect(status).toBe(0)
    expect(stdout).toContain('made data/model/cases.yaml')
    expect(project.read('data/model/cases.yaml')).toContain('  at: { chapter: 3, section: TODO }\n  mechanisms:\n    B: TODO\n')
  })

  test('begins a case that counts nowhere before it is coded: it moves no figure, breaks no sentence, and is itself all that is to be written', () => {
    const told = JSON.parse(run('check', '--json').stdout) as readonly Told[]
    expect(new Set(told.map(({ what }) => what))).toEqual(new Set(['TODO is still to be written']))
    const made = ['zh', 'en'].map((language) => `content/${language}/cases/night-market.mdx`)
    expect(new Set(told.map(({ file }) => file))).toEqual(new Set([...made, 'data/model/cases.yaml', 'data/model/passages.yaml']))
    const moved = [...reportDraft(project.folder).ledger.figures.values()].filter(
      ({ id, value }) => !ledger.figures.get(id)?.value.equals(value),
    )
    expect(moved.map(({ id }) => id)).toEqual([])
  })

  test.each([
    ['a case that is there', ['case', 'cement-kiln'], 'cases/cement-kiln is taken'],
    ['a case in a folder of its own', ['case', 'night/market'], '“night/market” is no name for a page'],
    ['a case that begins with a digit, which no figure may', ['case', '3d-print'], 'small letters, digits and hyphens, a letter first'],
    ['a case as a chapter', ['chapter', 'cases/night-stall'], 'expected: npm run new -- case night-stall'],
  ])('refuses %s', (_, words, message) => {
    const { status, stderr } = run('new', ...words)
    expect(status).toBe(2)
    expect(stderr).toContain(message)
  })
})
