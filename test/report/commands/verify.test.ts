import { mkdirSync, symlinkSync } from 'node:fs'
import { stripVTControlCharacters } from 'node:util'
import stringWidth from 'string-width'
import { describe, expect, test } from 'vitest'
import { projectRoot } from '../../../scripts/ledger/index.ts'
import type { CheckRecord } from '../../../scripts/ledger/publish/record.ts'
import { checksAsked, checkTable } from '../../../src/commands/verify/check-table.ts'
import { run, runIn } from '../../commands/support.ts'
import { copyProject } from '../../site/project.ts'
import { ledger } from '../estimates/support.ts'

// Commands run beside other tests.
const patience = { timeout: 120_000 }

describe('verify', patience, () => {
  const { status, stdout, stderr } = run('verify')

  test('lists every check in a pipe, in one line each, and ends well while no figure moved', () => {
    expect(status).toBe(0)
    expect(stderr).toBe('')
    expect(stdout).toMatch(/^services\.catering\.directJobs@text +104\.1 万个 +104\.115842 +104\.036537 – 104\.195175 +exact$/m)
    expect(stdout.trim().split('\n')).toHaveLength(ledger.checks.length + 3)
    expect(stdout).toContain(`\n${ledger.checks.length} checks: `)
    expect(stdout).toContain(`. ${ledger.figures.size} figures, all as accepted.`)
  })

  test('lists the worst first, and all of a kind as the ledger has them', () => {
    const worst = ['discrepant', 'conflicting', 'within-rounding', 'not-recomputable', 'exact']
    const table = stdout.split('\n\n')[0] ?? ''
    const claims = table
      .split('\n')
      .slice(1)
      .map((line) => line.split(' ')[0])
    const expected = worst.flatMap((verdict) => ledger.checks.filter((check) => check.verdict === verdict).map(({ claim }) => claim))
    expect(claims).toEqual(expected)
  })

  test('stays within the terminal, Chinese characters taking two columns, with the reason under its row where it is narrow', () => {
    const checks = checksAsked(ledger.checks, { verdict: 'discrepant,conflicting' })
    for (const width of [200, 100, 80, 44])
      for (const language of ['zh', 'en'] as const) {
        const lines = checkTable(checks, language, width).split('\n')
        expect(Math.max(...lines.map((line) => stringWidth(line))), `${width} ${language}`).toBeLessThanOrEqual(width)
      }
    expect(stripVTControlCharacters(checkTable(checks, 'en', 120))).toMatch(/conflicting\n(\S.*\n)? {4}\S/)
  })

  test('takes the checks of one topic, of some verdicts, or on some figures', () => {
    const film = ledger.checks.filter(({ figure }) => figure.startsWith('services.film.'))
    expect(film.length).toBeGreaterThan(0)
    expect(checksAsked(ledger.checks, { topic: 'services.film' })).toEqual(film)
    const judged = checksAsked(ledger.checks, { verdict: 'discrepant, conflicting' }).map(({ verdict }) => verdict)
    expect(new Set(judged)).toEqual(new Set(['discrepant', 'conflicting']))
    expect(checksAsked(ledger.checks, { figures: new Set() })).toEqual([])
    expect(() => checksAsked(ledger.checks, { verdict: 'exakt' })).toThrow('there is no verdict “exakt”\n    expected: exact')
    expect(() => checksAsked(ledger.checks, { topic: 'retial' })).toThrow('no check is about “retial”\n    expected: retail')
  })
})

describe('verify of a report that changed', patience, () => {
  test('says which figures moved and what to do, takes only checks on them, and ends with 1; without a reason it ends with 1 too', () => {
    const project = copyProject()
    try {
      mkdirSync(`${project.folder}/test`)
      symlinkSync(`${projectRoot}/test/figures.json`, `${project.folder}/test/figures.json`)
      project.edit('data/alibaba-2020/inputs.yaml', '"2298.87"', '"2298.97"')
      const { status, stdout, stderr } = runIn(project.folder, {}, 'verify', '--changed')
      expect(status).toBe(1)
      expect(stderr).toMatch(/^\d+ figures are not as accepted in test\/figures\.json:$/m)
      expect(stderr).toMatch(/^services\.catering\.turnover +RMB 229\.887 billion +→ +RMB 229\.897 billion$/m)
      expect(stderr).toMatch(/^services\.catering\.directJobs +1041158\.\d+ person +→ +1041203\.\d+ person$/m)
      expect(stderr).toContain('npm run snapshot, and commit test/figures.json with the change')
      expect(stdout).toContain('services.catering.directJobs@text')
      expect(stdout).not.toContain('inputOutput.')

      project.edit('data/alibaba-2020/inputs.yaml', '"2298.97"', '"2289.87"')
      const refused = runIn(project.folder, {}, 'verify')
      expect(refused.status).toBe(1)
      expect(refused.stderr).toMatch(
        /claims\.yaml:\d+:\d+ {2}services\.catering\.directJobs@text is discrepant: the source prints 104\.1 万个/,
      )
      expect(refused.stderr).toContain('“cause:” and “reason:” in zh and en')
      expect(refused.stderr).toContain('Until then no site is built.')
      // The verdicts that a change makes are told before anybody has explained them.
      expect(refused.stdout).toMatch(/^services\.catering\.directJobs@text +104\.1 万个 .* discrepant/m)
      const told = runIn(project.folder, {}, 'verify', '--json')
      expect(told.status).toBe(1)
      const checks = JSON.parse(told.stdout) as CheckRecord[]
      expect(checks).toHaveLength(ledger.checks.length)
      expect(checks.filter(({ reason, verdict }) => verdict !== 'exact' && reason === null).map(({ claim }) => claim)).toContain(
        'services.catering.directJobs@text',
      )
    } finally {
      project.discard()
    }
  })
})
