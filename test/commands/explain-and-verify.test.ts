/** `npm run explain` and `npm run verify` as a person or another tool meets them, in a house of their own. */
import stringWidth from 'string-width'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { LedgerRecord } from '../../scripts/ledger/publish/record.ts'
import type { Explanation } from '../../src/commands/explain/explanation.ts'
import { copyExample, type Project } from '../site/project.ts'
import { escapeCode, runIn } from './support.ts'

let project: Project
beforeAll(() => {
  project = copyExample()
})
afterAll(() => project.discard())

const run = (command: string, ...words: string[]) => runIn(project.folder, {}, command, ...words)
const published = (): LedgerRecord => JSON.parse(run('ledger').stdout) as LedgerRecord

describe('explain', { timeout: 120_000 }, () => {
  test('prints a figure’s tree as JSON', () => {
    const tree = JSON.parse(run('explain', 'lamp.litres', '--json').stdout) as Explanation
    expect(tree.parts.map(({ id }) => id)).toEqual(['lamp.longNights.litres', 'lamp.shortNights.litres'])
    // 182 nights at 12.5 litres, and 183 at 7.2.
    expect([tree.value, ...tree.parts.map(({ value }) => value)]).toEqual([3592.6, 2275, 1317.6])
    expect(tree.parts[0]?.parts.map(({ id, kind }) => [id, kind])).toEqual([
      ['lamp.longNights.nights', 'cited'],
      ['lamp.longNights.litresANight', 'cited'],
    ])
  })

  test('lists the figures that words may mean', () => {
    const { status, stdout } = run('explain', 'longNights')
    expect(status).toBe(0)
    expect(stdout).toMatch(/^lamp\.longNights\.litres /m)
    expect(stdout).not.toContain('lamp.shortNights')
  })

  test('offers the nearest id for one that is not there, and ends with 2', () => {
    const { status, stdout, stderr } = run('explain', 'lmp.litres')
    expect(status).toBe(2)
    expect(stdout).toBe('')
    expect(stderr).toContain('there is no figure “lmp.litres”\n    expected: lamp.litres')
    expect(stderr).not.toMatch(/^\s+at /m)
  })

  test('is coloured only where that is asked for in a pipe', () => {
    expect(run('explain', 'lamp.litres', '--depth', '0').stdout).not.toContain(escapeCode)
    const { stdout } = runIn(project.folder, { FORCE_COLOR: '1' }, 'explain', 'lamp.litres', '--depth', '0')
    expect(stdout).toContain(`${escapeCode}[1mlamp.litres${escapeCode}[22m`)
  })
})

describe('verify', { timeout: 120_000 }, () => {
  test('is coloured, and as wide as it is told, only where that is asked for in a pipe', () => {
    expect(run('verify').stdout).not.toContain(escapeCode)
    const asked = runIn(project.folder, { FORCE_COLOR: '1', COLUMNS: '90' }, 'verify').stdout
    expect(asked).toContain(`${escapeCode}[32mexact${escapeCode}[39m`)
    expect(Math.max(...(asked.split('\n\n')[0] ?? '').split('\n').map((line) => stringWidth(line)))).toBeLessThanOrEqual(90)
  })

  test('prints the checks as JSON for other tools, and nothing else', () => {
    expect(JSON.parse(run('verify', '--json').stdout)).toEqual(published().checks)
  })

  test('refuses a flag that it does not know, with those that it does, and ends with 2', () => {
    const refused = run('verify', '--jsn')
    expect(refused.status).toBe(2)
    expect(refused.stdout).toBe('')
    expect(refused.stderr).toContain('there is no flag --jsn\n    expected: --json')
  })
})
