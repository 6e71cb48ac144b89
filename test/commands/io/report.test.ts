/** A table of one's own in a house of its own, which finds nothing to mend in it. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { projectRoot } from '../../../scripts/ledger/index.ts'
import { type ReportRequest, writeReport } from '../../../src/commands/io/report-files.ts'
import { computeIo } from '../../../src/commands/io/results.ts'
import { buildHouse } from '../../../src/commands/new/house.ts'
import { run } from '../support.ts'
import { asWorkbook, bureau, bureauAccounts, type Files, reading, twoAccounts, twoSectors } from './small-tables.ts'

const room = mkdtempSync(`${tmpdir()}/io-report-`)
const house = `${room}/house`

describe('a chapter about a table', { timeout: 240_000 }, () => {
  beforeAll(async () => {
    buildHouse(projectRoot, house, { name: 'tables', title: { zh: '几张表', en: 'Some tables' } })
    symlinkSync(`${projectRoot}/node_modules`, `${house}/node_modules`)
    writeFileSync(`${room}/table.xlsx`, await asWorkbook(bureau))
    writeFileSync(`${room}/jobs.csv`, bureauAccounts)
  })
  afterAll(() => rmSync(room, { recursive: true, force: true }))

  const write = async (files: Files, request: Partial<ReportRequest> = {}): Promise<unknown> => {
    const read = await reading(files)
    try {
      return writeReport(read, { folder: house, said: 'the house', year: '2020', key: undefined, ...request })
    } catch (error) {
      return error
    }
  }

  test('wants employment, a year and a house', async () => {
    const table = await asWorkbook(bureau)
    expect(await write({ table: twoSectors })).toMatchObject({
      message: expect.stringContaining('no file has any\n    expected: accounts with a column of employment'),
    })
    const untitled = { table: twoSectors, accounts: twoAccounts }
    expect(await write(untitled, { year: undefined })).toMatchObject({
      message: expect.stringContaining('says its year\n    expected: --year 2017'),
    })
    expect(await write({ table, accounts: bureauAccounts }, { year: '20 20' })).toMatchObject({
      message: expect.stringContaining('“20 20” is no year\n    expected: --year 2017'),
    })
    expect(await write({ table, accounts: bureauAccounts }, { folder: room })).toMatchObject({
      message: expect.stringContaining('is no house of a report'),
    })
    expect(existsSync(`${house}/data/io-table`)).toBe(false)
  })

  test('has its data, figures, chart and table, and passes the check', () => {
    const { status, stderr } = run('io', `${room}/table.xlsx`, `${room}/jobs.csv`, '--report', house, '--year', '2020')
    expect(status, stderr).toBe(0)
    expect(readFileSync(`${house}/data/io-table/sectors.csv`, 'utf8')).toBe(
      'sector,gross_output,employment\ns01,100,50\ns02,300,30\ns03,200,40\n',
    )
    const checked = spawnSync(process.execPath, ['src/commands/check.ts'], {
      cwd: house,
      encoding: 'utf8',
      env: { PATH: process.env.PATH },
    })
    expect(checked.stdout + checked.stderr).toBe('Nothing is wrong.\n')
    expect(checked.status).toBe(0)
    for (const language of ['zh', 'en']) expect(readFileSync(`${house}/content/${language}/input-output.mdx`, 'utf8')).not.toContain('TODO')
  })

  test('computes the multipliers that the command prints', async () => {
    const { sectors } = computeIo(await reading({ table: await asWorkbook(bureau), accounts: bureauAccounts }), { bundles: [] })
    const told = spawnSync(process.execPath, ['src/commands/explain.ts', 'io.perDirectOf.s02', '--depth', '0', '--json'], {
      cwd: house,
      encoding: 'utf8',
      env: { PATH: process.env.PATH },
    })
    // The house has imports parted to two digits more than the table prints.
    expect(JSON.parse(told.stdout).value).toBeCloseTo(sectors[1]?.indirect_per_direct ?? Number.NaN, 3)
  })

  test('is written once', async () => {
    expect(await write({ table: await asWorkbook(bureau), accounts: bureauAccounts })).toMatchObject({
      message: expect.stringContaining('has a table in data/io-table already'),
    })
  })
})
