import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { afterAll, describe, expect, test } from 'vitest'
import { movementsSince, readSnapshot, snapshotOf, snapshotText } from '../../scripts/commands/snapshot-file.ts'
import { textTable } from '../../scripts/commands/text-table.ts'
import { type CheckRecord, type LedgerRecord, projectRoot, publish, reportLedger } from '../../scripts/index.ts'

const run = (command: string, ...words: string[]) =>
  spawnSync(process.execPath, [`scripts/commands/${command}.ts`, ...words], {
    cwd: projectRoot,
    encoding: 'utf8',
    env: { ...process.env, LANG: 'en_GB.UTF-8', LC_ALL: '', NO_COLOR: '1' },
    maxBuffer: 1 << 26,
  })
const ledger = reportLedger()

describe('the accepted figures', () => {
  test('are those that the scripts compute now', () => {
    expect(movementsSince(readSnapshot(projectRoot), snapshotOf(ledger))).toEqual([])
  })
  test('stand one a line, so that a changed number is one changed line', () => {
    const text = snapshotText(snapshotOf(ledger))
    expect(text).toBe(readFileSync(`${projectRoot}/test/figures.json`, 'utf8'))
    expect(text.trim().split('\n')).toHaveLength(ledger.figures.size + 2)
  })
  test('tell a figure that moved, one that came and one that went', () => {
    const figure = (value: number) => ({ value, unit: 'person', zh: `${value}`, en: `${value}` })
    const before = { stays: figure(1), moves: figure(2), goes: figure(3) }
    const after = { stays: figure(1), moves: figure(4), comes: figure(5) }
    expect(movementsSince(before, after).map(({ id }) => id)).toEqual(['moves', 'goes', 'comes'])
  })
})

describe('verify', () => {
  test('prints every check and ends well while no figure moved', () => {
    const { status, stdout } = run('verify')
    expect(status).toBe(0)
    expect(stdout).toMatch(/services\.catering\.directJobs@text +104\.1 万个 +104\.115842 +104\.036537 – 104\.195175 +exact/)
    expect(stdout).toContain(`${ledger.checks.length} checks: `)
  })
  test('prints the checks as JSON for other tools, and nothing else', () => {
    const checks = JSON.parse(run('verify', '--json').stdout) as CheckRecord[]
    expect(checks).toEqual(ledger.checks)
  })
  test('refuses a flag that it does not know, with those that it does', () => {
    const { status, stderr } = run('verify', '--jsn')
    expect(status).toBe(1)
    expect(stderr).toContain('there is no flag --jsn\n    expected: --json')
  })
})

describe('explain', () => {
  test('goes from 104.1 down to the printed inputs and their lines', () => {
    const { status, stdout } = run('explain', 'services.catering.directJobs')
    expect(status).toBe(0)
    expect(stdout).toContain('services.catering.directJobs = 1.041 million')
    expect(stdout).toContain('= (RMB 229.887 billion / RMB 4.2716 trillion) * 19.346 million = 1.041 million')
    expect(stdout).toMatch(
      /printed “2298\.87 亿元” in alibaba-2020, chapter 2, section 2\(3\)2, paragraph 4 {3}data\/alibaba-2020\/inputs\.yaml:\d+/,
    )
    expect(stdout).toMatch(/printed “4\.8%”/)
    expect(stdout).toMatch(/scripts\/estimates\/alibaba-2020\/catering-and-film\.ts:\d+/)
  })
  test('offers the nearest id for one that is not there', () => {
    const { status, stderr } = run('explain', 'servces.jobs')
    expect(status).toBe(1)
    expect(stderr).toContain('there is no figure “servces.jobs”\n    expected: services.jobs')
    expect(stderr).not.toMatch(/^\s+at /m)
  })
})

describe('diff', () => {
  const folder = mkdtempSync(`${tmpdir()}/diff-`)
  afterAll(() => rmSync(folder, { recursive: true }))
  const now = publish(ledger)
  const write = (name: string, record: LedgerRecord) => {
    writeFileSync(`${folder}/${name}`, JSON.stringify(record))
    return `${folder}/${name}`
  }
  const changed: LedgerRecord = {
    ...now,
    figures: now.figures
      .filter(({ id }) => id !== 'retail.topThreeShare')
      .map((figure) => {
        if (figure.id === 'services.staff.contractors')
          return { ...figure, value: 150600, printed: '15.06 万人', shown: { zh: '15.06万', en: '150,600' } }
        if (figure.id === 'services.staff.jobs') return { ...figure, value: 172500, shown: { zh: '17.25万', en: '172,500' } }
        if (figure.id === 'services.jobs') return { ...figure, value: figure.value + 100 }
        return figure
      }),
  }
  const old = write('old.json', now)
  const fresh = write('new.json', changed)

  test('says of two equal ledgers that nothing moved', () => {
    expect(run('diff', old, old).stdout).toContain('0 figures added, 0 removed, 0 moved, 0 moved less than shows; 0 verdicts changed.')
  })
  test('says what moved, by what, and lists apart what rounding hides', () => {
    const { stdout } = run('diff', old, fresh)
    expect(stdout).toContain('0 figures added, 1 removed, 2 moved, 1 moved less than shows')
    expect(stdout).toMatch(/services\.staff\.contractors .*printed “15\.05 万人” → “15\.06 万人” \(data\/alibaba-2020\/inputs\.yaml:\d+\)/)
    expect(stdout).toMatch(/services\.staff\.jobs .*172,400 → 172,500 .*through services\.staff\.contractors/)
    expect(stdout).toMatch(/rounding hides it\n(.*\n)*services\.jobs /)
  })
  test('prints a table for a pull request', () => {
    expect(run('diff', old, fresh, '--md').stdout).toContain('| figure | as shown | unrounded | moved by | used in |\n| --- |')
  })
  test('refuses a file that is no ledger', () => {
    const { status, stderr } = run('diff', old, `${folder}/absent.json`)
    expect(status).toBe(1)
    expect(stderr).toContain('absent.json is no ledger')
  })
})

test('columns of Chinese text stand under each other, a character taking two', () => {
  expect(
    textTable([
      ['中文', 'a'],
      ['ab', 'b'],
    ]),
  ).toBe('中文  a\nab    b')
})
