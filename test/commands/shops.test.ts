import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { DuckDBInstance } from '@duckdb/node-api'
import { afterAll, describe, expect, it } from 'vitest'
import { projectRoot } from '../../scripts/ledger/index.ts'
import { namedColumns, readCoefficients } from '../../src/commands/shops/coefficients.ts'
import { labelledFile } from '../../src/commands/shops/labelled.ts'
import { run } from './support.ts'

const folder = mkdtempSync(`${tmpdir()}/shops-`)
afterAll(() => rmSync(folder, { recursive: true }))

const table = (name: string, text: string): string => {
  writeFileSync(`${folder}/${name}`, text)
  return `${folder}/${name}`
}
const coefficients = table('coefficients.csv', 'category,p1,p0\nfood,0.85,-0.11\n"clothes, hats",0.9,-0.7\ntotal,,\n')

/** What a statement finds in DuckDB, which is another reader than the one that wrote CSV. */
const asked = async (statement: string): Promise<readonly (readonly unknown[])[]> => {
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  try {
    return (await connection.runAndReadAll(statement)).getRows()
  } finally {
    connection.closeSync()
    instance.closeSync()
  }
}

describe('npm run shops', () => {
  it('writes CSV whose heading, column and name say that the shops are synthetic', () => {
    const { status, stdout } = run('shops', coefficients, `${folder}/small.csv`, '--shops', '4', '--seed', '7')
    expect(status).toBe(0)
    expect(stdout).toContain('small-synthetic.csv')
    expect(stdout).toContain('4 shops')
    expect(stdout).toContain('without total')
    const [heading, first, second, , , end] = readFileSync(`${folder}/small-synthetic.csv`, 'utf8').split('\n')
    expect(heading).toBe('synthetic,category,turnover,employees')
    expect(first).toMatch(/^true,food,[\d.]+,[\d.]+$/)
    expect(second).toMatch(/^true,"clothes, hats",[\d.]+,[\d.]+$/)
    expect(end).toBe('')
  })

  it('writes the same shops as Parquet, whose own words say so too', async () => {
    expect(run('shops', coefficients, `${folder}/synthetic-both.csv`, '--shops', '5000').status).toBe(0)
    expect(run('shops', coefficients, `${folder}/synthetic-both.parquet`, '--shops', '5000').status).toBe(0)
    const [csv, parquet] = ['csv', 'parquet'].map((ending) => `'${folder}/synthetic-both.${ending}'`)
    expect(await asked(`SELECT count(*) FROM ((TABLE ${csv}) EXCEPT ALL (TABLE ${parquet}))`)).toEqual([[0n]])
    expect(await asked(`SELECT count(*), count(DISTINCT category), bool_and(synthetic) FROM ${parquet}`)).toEqual([[5000n, 2n, true]])
    const words = await asked(`SELECT decode(key), decode(value) FROM parquet_kv_metadata(${parquet})`)
    expect(words).toContainEqual(['synthetic', 'true'])
    expect(words).toContainEqual(['note', 'Synthetic: made from published coefficients with seeded noise. No shop was observed.'])
    // The order of rows is that of their numbers: the file of a thousand is the head of the file of five thousand.
    expect(run('shops', coefficients, `${folder}/synthetic-head.csv`, '--shops', '1000').status).toBe(0)
    const [head, all] = ['head', 'both'].map((name) => readFileSync(`${folder}/synthetic-${name}.csv`, 'utf8'))
    expect(all?.startsWith(head ?? '?')).toBe(true)
  })

  it('tells other tools what was made, with the sum of persons that the file has', async () => {
    const { stdout } = run('shops', coefficients, `${folder}/synthetic-told.csv`, '--shops', '3000', '--whole', '--json')
    const told = JSON.parse(stdout)
    expect(told).toMatchObject({ file: `${folder}/synthetic-told.csv`, synthetic: true, shops: 3000, sigma: 0.5, seed: 1, whole: true })
    expect(told.categories).toEqual([
      { name: 'food', p1: 0.85, p0: -0.11 },
      { name: 'clothes, hats', p1: 0.9, p0: -0.7 },
    ])
    expect(await asked(`SELECT sum(employees)::DOUBLE, min(employees)::DOUBLE FROM '${told.file}'`)).toEqual([[told.employees, 1]])
  })

  it('refuses wrong coefficients at their place, and leaves nothing behind', () => {
    const before = readdirSync(folder)
    const { status, stderr } = run('shops', table('word.csv', 'category,p1,p0\nhats,much,0\n'), `${folder}/synthetic-refused.csv`)
    expect(stderr).toContain('word.csv:2:6  p1 is “much”, which is no number')
    expect(stderr).toContain('Nothing was written.')
    expect(status).toBe(1)
    expect(readdirSync(folder).filter((file) => !before.includes(file))).toEqual(['word.csv'])
  })
  it('refuses a wrong use in words', () => {
    const { status, stderr } = run('shops', coefficients, `${folder}/synthetic-wrong.csv`, '--turnover-deviation', '0')
    expect(stderr).toBe('--turnover-deviation is “0”\n    expected: a number above 0\n')
    expect(status).toBe(2)
  })
  it('refuses to write what no number can tell, in either format', () => {
    for (const ending of ['csv', 'parquet']) {
      const { status, stderr } = run('shops', coefficients, `${folder}/synthetic-huge.${ending}`, '--turnover-mean', '2000')
      expect(stderr).toContain('the shop in row 1 has more turnover or persons than a number can tell')
      expect(status).toBe(2)
    }
    expect(readdirSync(folder).filter((file) => file.includes('huge'))).toEqual([])
  })
})

describe('Ctrl-C', () => {
  it.each(['csv', 'parquet'])('ends the writing of %s with 130, and leaves nothing behind', async (ending) => {
    const file = `${folder}/synthetic-stopped.${ending}`
    const words = ['src/commands/shops.ts', coefficients, file, '--shops', '1000000000']
    const child = spawn(process.execPath, words, { cwd: projectRoot, stdio: ['ignore', 'ignore', 'pipe'] })
    let told = ''
    child.stderr.on('data', (text) => (told += text))
    const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
    while (!existsSync(`${file}.part`) && child.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 50))
    child.kill('SIGINT')
    expect(await ended).toBe(130)
    expect(told).toBe('Stopped. Nothing was written.\n')
    expect(readdirSync(folder).filter((name) => name.includes('stopped'))).toEqual([])
  })
})

describe('coefficients', () => {
  const read = (text: string, columns?: string) => readCoefficients(table('read.csv', text), namedColumns(columns))
  it('are read from a printed table as it stands: letters with hats, a heading of its own for categories, a total', () => {
    expect(read('类别,p̂1,p̂0\n服装,0.85,−0.07\n合计,,\n')).toEqual({
      categories: [{ name: '服装', p1: 0.85, p0: -0.07 }],
      leftOut: ['合计'],
    })
  })
  it('are read from any columns that are named', () => {
    expect(read('b0,b1,trade\n-0.11,0.85,food\n', 'category=trade,p1=b1,p0=b0').categories).toEqual([{ name: 'food', p1: 0.85, p0: -0.11 }])
  })
  it.each([
    ['a word among numbers', 'category,p1,p0\nfood,0.85,-0.11\nhats,much,0\n', 'read.csv:3:6  p1 is “much”, which is no number'],
    ['a blank beside a number', 'category,p1,p0\nfood,0.85,\n', 'read.csv:2:11  p0 is “”, which is no number'],
    ['a category twice', 'category,p1,p0\nfood,0.85,0\nfood,0.9,0\n', 'read.csv:3:1  a second category is called “food”'],
    ['no column of slopes', 'category,elasticity,p0\nfood,0.85,0\n', 'read.csv:1:1  no column is headed p1'],
    ['rows without numbers', 'category,p1,p0\ntotal,,\n', 'read.csv:1:1  no row has coefficients'],
  ])('%s is refused at its place', (_, text, message) => {
    expect(() => read(text)).toThrow(message)
  })
  it('a column that is not there, and a part that is none, are refused with the nearest name', () => {
    expect(() => read('category,b1,p0\nfood,0.85,0\n', 'p1=bi')).toThrow('there is no column “bi” for p1')
    expect(() => namedColumns('p2=b')).toThrow('--columns knows no “p2”')
    expect(() => namedColumns('p1')).toThrow('--columns p1 names no column')
  })
})

describe('the file that is written', () => {
  it.each([
    ['shops.csv', 'shops-synthetic.csv', 'csv'],
    ['a/synthetic-shops.parquet', 'a/synthetic-shops.parquet', 'parquet'],
    ['Synthetic.CSV', 'Synthetic.CSV', 'csv'],
  ])('asked for %s it is %s', (asked, file, format) => {
    expect(labelledFile(asked)).toEqual({ file, format })
  })
  it('has an ending that is known', () => {
    expect(() => labelledFile('shops.xlsx')).toThrow('“shops.xlsx” ends in no format that shops are written in')
  })
})
