import stringWidth from 'string-width'
import { describe, expect, test } from 'vitest'
import { projectRoot } from '../../../scripts/ledger/index.ts'
import { bundlesAsked, finalUseBundles } from '../../../src/commands/io/bundles.ts'
import { readKey } from '../../../src/commands/io/key.ts'
import { computeIo } from '../../../src/commands/io/results.ts'
import { balanceText, resultText } from '../../../src/commands/io/text.ts'
import { type Ended, run, runIn } from '../support.ts'
import { asCsv, bureau, bureauAccounts, reading, twoAccounts, twoSectors, withFiles } from './small-tables.ts'

/** Runs the command on files of one folder, each named by its own name. */
const io = (
  files: Readonly<Record<string, string>>,
  words: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Ended> =>
  withFiles(files, (folder) => runIn(projectRoot, env, 'io', ...words.map((word) => (word in files ? `${folder}/${word}` : word))))

const two = { 'flows.csv': twoSectors, 'sectors.csv': twoAccounts }
const everything = {
  ...two,
  'bundles.csv': 'sector,meals,tools\nfarm,100,\nmill,,50\n',
  'key.csv': 'sector,group\nfarm,all\nmill,all\n',
  'flows2.csv': twoSectors.replace('350', '450'),
  'sectors2.csv': 'sector,gross_output,employment\nmill,2000,450\nfarm,1100,300\n',
}

// Each test starts a program of its own beside other tests.
describe('npm run io', { timeout: 120_000 }, () => {
  test('prints one object for other tools, with all that was asked for, and nothing else', async () => {
    const asked = ['sectors2.csv', '--bundle', 'bundles.csv', '--aggregate', 'key.csv', '--compare', 'flows2.csv', '--influence', '1']
    const { status, stdout, stderr } = await io(everything, ['flows.csv', 'sectors.csv', ...asked, '--json'])
    expect(stderr).toBe('')
    expect(status).toBe(0)
    const { sectors, totals, balance, bundles, aggregation, decomposition, influence } = JSON.parse(stdout)
    expect(Object.keys(sectors[0])).toEqual(
      expect.arrayContaining(['sector', 'output_multiplier', 'type1', 'type2', 'indirect_per_direct', 'backward', 'forward']),
    )
    expect(sectors[0].sector).toBe('farm')
    expect(sectors[0].type1).toBeCloseTo(1.47415, 5)
    expect(totals).toMatchObject({ gross_output: 3000, intermediate_use: 950, final_use: 2050, employment: 800 })
    expect(balance).toContainEqual(
      expect.objectContaining({
        kind: 'row',
        sector: 'farm',
        gap: 0,
        allowed: 2,
        within: true,
        severity: 'ok',
        message: expect.any(String),
      }),
    )
    // A bundle of one product has that sector’s multiplier.
    expect(bundles.map((one: { bundle: string }) => one.bundle)).toEqual(['meals', 'tools'])
    expect(bundles.map((one: { indirect_per_direct: number }) => one.indirect_per_direct)).toEqual(
      sectors.map((one: { indirect_per_direct: number }) => expect.closeTo(one.indirect_per_direct, 12)),
    )
    // One sector: 800 persons make 3000, of which 950 are used up.
    expect(aggregation.groups[0].aggregated.output_multiplier).toBeCloseTo(3000 / 2050, 12)
    expect(aggregation.all.aggregated).toBeCloseTo(3000 / 2050 - 1, 12)
    expect(aggregation.all.detailed).toBeCloseTo(800 / 530 - 1, 12)
    const { labour, technology, mix, level, change } = decomposition.totals
    expect(change).toBeCloseTo(750 - 800, 9)
    expect(labour + technology + mix + level).toBeCloseTo(change, 9)
    expect(influence).toHaveLength(1)
  })

  test('refuses with 1 and prints the problems as JSON where that is asked for', async () => {
    const broken = { ...two, 'flows.csv': twoSectors.replace('150', '') }
    const { status, stdout } = await io(broken, ['flows.csv', 'sectors.csv', '--json'])
    expect(status).toBe(1)
    const { problems, sectors } = JSON.parse(stdout)
    expect(sectors).toBeUndefined()
    expect(problems).toEqual([
      expect.objectContaining({ line: 2, column: 15, what: 'a blank cell where a number belongs', expected: expect.stringContaining('0') }),
    ])
  })

  test('refuses at the place of the mistake, before any multiplier, and keeps it off the output', async () => {
    const broken = { ...two, 'sectors.csv': twoAccounts.replace('1000', '-1000') }
    const { status, stdout, stderr } = await io(broken, ['flows.csv', 'sectors.csv'])
    expect(status).toBe(1)
    expect(stderr).toMatch(/sectors\.csv:2:6 {2}the gross output of “farm” is negative: -1000\n {4}expected: gross output above 0/)
    expect(stderr).toContain('Nothing was computed')
    expect(stdout).not.toContain('Type I')
    expect(stderr).not.toMatch(/^\s+at /m)
  })

  test('tells people the balance first and then the tables, in their language', async () => {
    const files = { 'table.csv': asCsv(bureau), 'jobs.csv': bureauAccounts }
    const zh = await io(files, ['table.csv', 'jobs.csv', '--final', '出口', '--influence', '2'], { LANG: 'zh_CN.UTF-8', COLUMNS: '120' })
    expect(zh.status).toBe(0)
    expect(zh.stdout.indexOf('平衡检验')).toBe(0)
    expect(zh.stdout).toContain('3行中3行在印出数位所允许的范围内平衡')
    expect(zh.stdout).toMatch(/部门 +产出乘数/)
  })

  test('tells its tables in English within the width of a narrow terminal', async () => {
    const read = await reading({ table: asCsv(bureau), accounts: bureauAccounts })
    const told = `${balanceText(read.balance, 'en', 80)}\n${resultText(computeIo(read, { bundles: [] }), 'en', 80)}`
    expect(told).toContain('3 of 3 rows balance within printed digits')
    expect(told).toMatch(/sector +output +jobs +Type I/)
    expect(told.replace(/\s+/g, ' ')).toContain('the compensation of employees that the table prints')
    for (const line of told.split('\n')) expect(stringWidth(line), line).toBeLessThanOrEqual(80)
  })

  test('says what is wrong with its own words, with 2', async () => {
    expect(await io(two, ['flows.cvs'])).toMatchObject({ status: 2, stderr: expect.stringContaining('there is no file flows.cvs') })
    expect(await io(two, ['flows.csv', '--language', 'fr'])).toMatchObject({ status: 2 })
    expect(run('io', '--help').stdout).toContain('npm run -s io -- TABLE [ACCOUNTS]')
  })
})

describe('what is asked for beside a table', () => {
  test('bundles are spelled out as in a file', async () => {
    const read = await reading({ table: twoSectors, accounts: twoAccounts })
    const fromFile = await withFiles(everything, (folder) => bundlesAsked('bundles.csv', `${folder}/bundles.csv`, read))
    expect(await bundlesAsked('meals=farm:100;tools=mill:50', '', read)).toEqual(fromFile)
  })

  test('names that the table has not are refused with the nearest', async () => {
    const read = await reading({ table: twoSectors, accounts: twoAccounts })
    await expect(bundlesAsked('meals=fram:100', '', read)).rejects.toThrow('there is no sector “fram”\n    expected: farm')
    expect(() => finalUseBundles('consumtion', read)).toThrow('there is no final use “consumtion”\n    expected: consumption')
  })

  test('a key that leaves a sector out is refused', async () => {
    const read = await reading({ table: twoSectors, accounts: twoAccounts })
    await withFiles({ 'key.csv': 'sector,group\nfarm,all\n' }, (folder) =>
      expect(readKey(`${folder}/key.csv`, 'key.csv', read.sectors)).rejects.toThrow('the key has no group for the sector “mill”'),
    )
  })
})
