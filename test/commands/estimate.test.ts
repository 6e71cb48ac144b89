/** The command as a person or another tool runs it. */
import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, describe, expect, it } from 'vitest'
import { projectRoot } from '../../scripts/ledger/index.ts'
import { columnNames, shopColumns } from '../../scripts/toolbox/scale-regression/columns.ts'
import { estimateShops } from '../../scripts/toolbox/scale-regression/estimate.ts'
import { askedOf } from '../../src/commands/estimate/asked.ts'
import { openShops } from '../../src/commands/estimate/open.ts'
import { estimateTables } from '../../src/commands/estimate/tables.ts'
import { run, runIn } from './support.ts'

const folder = mkdtempSync(`${tmpdir()}/estimate-test-`)
afterAll(() => rmSync(folder, { recursive: true }))

const file = (name: string, text: string): string => {
  writeFileSync(`${folder}/${name}`, text)
  return `${folder}/${name}`
}

const shops = file(
  'shops.csv',
  [
    'category,turnover,employees',
    '服饰,100,2',
    '服饰,200,3',
    '服饰,400,7',
    '食品,"1,234",3',
    '食品,7,3',
    'tea,5,1',
    'tea,5,2',
    'tea,9,2',
  ].join('\n'),
)

describe('npm run estimate', () => {
  it('prints an object for each category for other tools, with null for what cannot be told', () => {
    const { status, stdout, stderr } = run('estimate', shops, '--json')
    expect(status).toBe(0)
    const [tea, clothes, food] = JSON.parse(stdout)
    expect([tea.category, clothes.category, food.category]).toEqual(['tea', '服饰', '食品'])
    expect(food).toMatchObject({ n: 0, dropped: 2, dropped_by: { turnover_not_a_number: 1, one_shop: 1 }, p1: null, smearing: null })
    expect(clothes).toMatchObject({ n: 3, dropped: 0, employees: 12 })
    expect(Object.keys(clothes)).toEqual(
      expect.arrayContaining(['p1', 'p0', 'se_p1', 'se_p0', 'r2', 'sigma', 'smearing', 'employment', 'employment_smeared']),
    )
    // The line must go through the one shop with another turnover, in line 9.
    expect(tea).toMatchObject({ se_p1: null, se_p1_hc2: null, leverage: { is_one: true, turnover: 9, line: 9 } })
    expect(stderr).toContain(`${shops}:5:1  turnover: 1 row is dropped as no number, such as “1,234”; --thousands reads commas`)
  })
  it('prints tables in the language of the terminal', () => {
    expect(runIn(projectRoot, { LANG: 'zh_CN.UTF-8' }, 'estimate', shops).stdout).toContain('直线必经营业额为9的店铺（文件第9行）')
  })
  it('says what is wrong with a file, prints no number, and ends with 1', () => {
    const { status, stdout, stderr } = run('estimate', file('heading.csv', 'category,turnover,employees\n'), '--json')
    expect(stderr).toMatch(/heading\.csv:1:1 {2}there are no shops\n {4}expected: a row for each shop\n\nNothing was written/)
    expect(stderr).not.toContain('    at ')
    expect(stdout).toBe('')
    expect(status).toBe(1)
  })
  it('says what is wrong with its own words, with 2', () => {
    const { status, stdout, stderr } = run('estimate', shops, '--memory', 'much')
    expect(stderr).toBe('“much” is no size\n    expected: --memory 2GiB\n')
    expect(stdout).toBe('')
    expect(status).toBe(2)
  })
  it('ends with 130, without a word on standard output and with nothing left behind, when it is interrupted', async () => {
    const many = file('many.csv', `category,turnover,employees\n${'a,100,2\na,300.5,4\nb,70,1\nb,99,3\n'.repeat(700_000)}`)
    const temporary = mkdtempSync(`${folder}/temporary-`)
    const child = spawn(process.execPath, ['src/commands/estimate.ts', many, '--json', '--threads', '1'], {
      cwd: projectRoot,
      env: { PATH: process.env.PATH, TMPDIR: temporary },
    })
    let out = ''
    child.stdout.on('data', (text) => {
      out += text
    })
    const ended = new Promise((resolve) => child.on('close', (status, signal) => resolve(signal ?? status)))
    const spilled = () => readdirSync(temporary).filter((name) => name.startsWith('estimate-'))
    while (spilled().length === 0 && child.exitCode === null) await wait(20)
    child.kill('SIGINT')
    expect(await ended).toBe(130)
    expect(out).toBe('')
    expect(spilled()).toEqual([])
  })
})

describe('the tables', () => {
  it('name the shop that a line must go through, and why rows are dropped, in English', async () => {
    const engine = await openShops(shops, {})
    const estimates = await estimateShops(engine, {
      dialect: engine.dialect,
      table: engine.table,
      thousands: false,
      ...shopColumns(engine, {}),
    })
    await engine.close()
    const tables = estimateTables(estimates, 'en', Number.POSITIVE_INFINITY, new Map([['tea', { counts: 'line', number: 9 }]]))
    expect(tables).toContain('tea: the line goes through the shop with turnover 9 (line 9) whatever it says')
    expect(tables).toMatch(/食品 +1 +turnover is not a number/)
  })
})

describe('what is asked for', () => {
  it('is refused where it is no size, and no number of replicates', () => {
    expect(() => askedOf({ memory: '2' })).toThrow('“2” is no size')
    expect(() => askedOf({ bootstrap: '1' })).toThrow('--bootstrap 1 is too few\n    expected: --bootstrap 200')
    expect(() => columnNames('turnovr=a')).toThrow('--columns does not understand “turnovr=a”\n    expected: turnover')
  })
  it('is one thread at least, and the first seed where none is said', () => {
    expect(askedOf({ threads: '0', memory: '2 GiB' })).toEqual({
      database: { threads: 1, memory: '2 GiB' },
      replicates: undefined,
      seed: 1,
    })
    expect(askedOf({ bootstrap: '200', seed: '7' })).toEqual({ database: {}, replicates: 200, seed: 7 })
  })
  it('may be a file that is none, or of Parquet that is broken', async () => {
    await expect(openShops('nowhere.csv', {})).rejects.toThrow(
      /^nowhere\.csv {2}there is no such file\n {4}expected: a file of CSV or Parquet/,
    )
    await expect(openShops(file('broken.parquet', 'PAR1 and nothing more'), {})).rejects.toThrow(
      /broken\.parquet .+\n {4}expected: a whole file of Parquet/,
    )
  })
})
