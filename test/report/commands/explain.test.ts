import { describe, expect, test } from 'vitest'
import { candidates, type Explanation, explain } from '../../../src/commands/explain/explanation.ts'
import { explanationText } from '../../../src/commands/explain/text.ts'
import { escapeCode, run } from '../../commands/support.ts'
import { ledger } from '../estimates/support.ts'

const parts = (tree: Explanation): Explanation[] => [tree, ...tree.parts.flatMap(parts)]

// Commands run beside other tests.
describe('explain', { timeout: 120_000 }, () => {
  test('goes from 104.1 down to the printed inputs and their lines, a branch a figure', () => {
    const { status, stdout } = run('explain', 'services.catering.directJobs')
    expect(status).toBe(0)
    expect(stdout).not.toContain(escapeCode)
    const lines = stdout.split('\n')
    expect(lines[0]).toMatch(/^services\.catering\.directJobs = 1\.041 million {3}Direct job opportunities/)
    expect(stdout).toMatch(/^│ 1041158\.42 person, 1040365\.37 – 1041951\.75 by rounding {3}\(alibaba, 2018, opportunities, direct\)$/m)
    expect(stdout).toMatch(/^│ \(platformTurnover \/ industryTurnover\) \* industryJobs {3}scripts\/formulas\/turnover-share\.ts:\d+$/m)
    expect(stdout).toContain('│ = (RMB 229.887 billion / RMB 4.2716 trillion) * 19.346 million = 1.041 million\n')
    expect(stdout).toMatch(/^│ defined at scripts\/estimates\/alibaba-2020\/catering-and-film\.ts:\d+$/m)
    expect(stdout).toContain('│ claimed as “104.1 万个” in alibaba-2020, chapter 2, section 2(3)2, paragraph 4: exact\n')
    expect(stdout).toMatch(/^├─ platformTurnover: services\.catering\.turnover = /m)
    expect(stdout).toMatch(
      /^│ {4}printed “2298\.87 亿元” in alibaba-2020, chapter 2, section 2\(3\)2, paragraph 4 {3}data\/alibaba-2020\/inputs\.yaml:\d+$/m,
    )
    expect(stdout).toMatch(/^ {3}└─ growth: services\.catering\.employmentGrowth = 4\.8% /m)
  })

  test('tells every figure down to the inputs, once', () => {
    const all = parts(explain(ledger, 'total.jobs'))
    const told = all.filter(({ repeated }) => !repeated)
    for (const { parts: below, inputs = [], id } of told) expect(new Set(below.map((part) => part.id)), id).toEqual(new Set(inputs))
    for (const { repeated, parts: below } of all) if (repeated) expect(below).toEqual([])
    const derived = told.filter(({ kind }) => kind === 'derived').map(({ id }) => id)
    expect(new Set(derived).size).toBe(derived.length)
    expect(all.filter(({ kind, parts: below }) => kind !== 'derived' && below.length > 0)).toEqual([])
  })

  test('counts what is computed from a figure: by hand for the total’s parts', () => {
    const { dependants } = explain(ledger, 'services.catering.turnover', 0)
    const direct = [...ledger.figures.values()].filter(({ from }) => from.includes('services.catering.turnover'))
    expect(dependants.direct).toBe(direct.length)
    expect(dependants.all).toBeGreaterThan(dependants.direct)
    expect(explain(ledger, 'services.catering.industryJobs2016', 0).dependants.all).toBe(
      explain(ledger, 'services.catering.industryJobs2018', 0).dependants.all + 1,
    )
  })

  test('stops at the depth that was asked for, and says what is below', () => {
    const tree = explain(ledger, 'total.jobs', 1)
    expect(Math.max(...tree.parts.map(({ parts: below }) => below.length))).toBe(0)
    expect(tree.parts.map(({ id, unexplained }) => [id, unexplained])).toContainEqual(['retail.jobs', 2])
    const text = explanationText(explain(ledger, 'total.jobs', 0), 'en', 100)
    expect(text).toContain('… 4 parts below')
    expect(text).not.toContain('├─')
  })

  test('puts values in the place of whole names alone', () => {
    const { substituted } = explain(ledger, 'services.film.industryJobs2018', 0)
    expect(substituted?.en).not.toMatch(/[a-z]+Jobs|boxOffice/)
    expect(substituted?.zh).toContain('万')
  })

  test('lists the figures that a number or words may mean', () => {
    const found = (words: string) => candidates(ledger, words).map(({ id }) => id)
    for (const words of ['6901', '69.01', '6901万']) expect(found(words), words).toContain('total.jobs')
    expect(found('690')).not.toContain('total.jobs')
    expect(found('外卖餐饮直接带动')).toEqual(['services.asPrinted.cateringDirectJobs', 'services.catering.directJobs'])
    expect(found('42,716')).toContain('services.catering.industryTurnover')
    // A number below nought is that number, and not the same one above.
    for (const words of ['-6.5', '−6.5']) expect(found(words), words).toContain('employment.change.primaryShare')
    expect(found('-6901')).not.toContain('total.jobs')
    expect(found(' ')).toEqual([])
  })
})
