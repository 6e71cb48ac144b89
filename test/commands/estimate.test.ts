/** The command as a person or another tool runs it. */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { afterAll, describe, expect, it } from 'vitest'
import { projectRoot } from '../../scripts/ledger/index.ts'
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
  it('prints tables in both languages', () => {
    const english = run('estimate', shops).stdout
    expect(english).toContain('tea: the line goes through the shop with turnover 9 (line 9) whatever it says')
    expect(english).toMatch(/食品 +1 +turnover is not a number/)
    const chinese = runIn(projectRoot, { LANG: 'zh_CN.UTF-8' }, 'estimate', shops).stdout
    expect(chinese).toContain('直线必经营业额为9的店铺（文件第9行）')
  })
  it.each([
    ['there is no file', ['nowhere.csv'], /^nowhere\.csv {2}there is no such file\n {4}expected: a file of CSV or Parquet/],
    ['there are no shops', [file('heading.csv', 'category,turnover,employees\n')], /there are no shops\n {4}expected: a row for each shop/],
    ['a column is misspelt', [shops, '--columns', 'turnover=turnovr'], /no column “turnovr” for turnover\n {4}expected: turnover/],
    ['Parquet is broken', [file('broken.parquet', 'PAR1 and nothing more')], /broken\.parquet .+\n {4}expected: a whole file of Parquet/],
  ])('says what is wrong where %s, prints no number, and ends with 1', (_, words, message) => {
    const { status, stdout, stderr } = run('estimate', ...words, '--json')
    expect(stderr).toMatch(message)
    expect(stderr).not.toContain('    at ')
    expect(stdout).toBe('')
    expect(status).toBe(1)
  })
  it('refuses columns that it does not know, and sizes that are none, with 2', () => {
    expect(run('estimate', shops, '--columns', 'turnovr=a')).toMatchObject({ status: 2, stdout: '' })
    expect(run('estimate', shops, '--memory', 'much')).toMatchObject({ status: 2, stdout: '' })
    expect(run('estimate', shops, '--bootstrap', '1')).toMatchObject({ status: 2, stdout: '' })
  })
  it('ends with 130, and without a word on standard output, when it is interrupted', async () => {
    const many = file('many.csv', `category,turnover,employees\n${'a,100,2\na,300.5,4\nb,70,1\nb,99,3\n'.repeat(700_000)}`)
    const child = spawn(process.execPath, ['src/commands/estimate.ts', many, '--json', '--threads', '1'], {
      cwd: projectRoot,
      env: { PATH: process.env.PATH },
    })
    let out = ''
    child.stdout.on('data', (text) => {
      out += text
    })
    const poll = setInterval(() => child.kill('SIGINT'), 700)
    const code = await new Promise((resolve) => child.on('close', (status, signal) => resolve(signal ?? status)))
    clearInterval(poll)
    expect([130, 'SIGINT']).toContain(code)
    expect(out).toBe('')
  })
})
