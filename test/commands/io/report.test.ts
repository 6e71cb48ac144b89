/** A table of one's own in a house of its own, which finds nothing to mend in it. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { projectRoot } from '../../../scripts/ledger/index.ts'
import { buildHouse } from '../../../src/commands/new/house.ts'
import { runIn } from '../support.ts'
import { asWorkbook, bureau, bureauAccounts, twoSectors } from './small-tables.ts'

const room = mkdtempSync(`${tmpdir()}/io-report-`)
const house = `${room}/house`
const io = (...words: string[]) => runIn(projectRoot, {}, 'io', ...words)

describe('a chapter about a table', { timeout: 240_000 }, () => {
  beforeAll(async () => {
    buildHouse(projectRoot, house, { name: 'tables', title: { zh: '几张表', en: 'Some tables' } })
    symlinkSync(`${projectRoot}/node_modules`, `${house}/node_modules`)
    writeFileSync(`${room}/table.xlsx`, await asWorkbook(bureau))
    writeFileSync(`${room}/flows.csv`, twoSectors)
    writeFileSync(`${room}/jobs.csv`, bureauAccounts)
  })
  afterAll(() => rmSync(room, { recursive: true, force: true }))

  test('wants employment, a year and a house', () => {
    expect(io(`${room}/flows.csv`, '--report', house).stderr).toContain(
      'no file has any\n    expected: accounts with a column of employment',
    )
    expect(io(`${room}/table.xlsx`, `${room}/jobs.csv`, '--report', room).stderr).toContain('is no house of a report')
    expect(existsSync(`${house}/data/io-table`)).toBe(false)
  })

  test('has its data, figures, chart and table, and passes the check', () => {
    const { status, stderr } = io(`${room}/table.xlsx`, `${room}/jobs.csv`, '--report', house, '--year', '2020')
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

  test('computes the multipliers that the command prints', () => {
    const { sectors } = JSON.parse(io(`${room}/table.xlsx`, `${room}/jobs.csv`, '--json').stdout) as {
      sectors: readonly { indirect_per_direct: number }[]
    }
    const told = spawnSync(process.execPath, ['src/commands/explain.ts', 'io.perDirectOf.s02', '--depth', '0', '--json'], {
      cwd: house,
      encoding: 'utf8',
      env: { PATH: process.env.PATH },
    })
    // The house has imports parted to two digits more than the table prints.
    expect(JSON.parse(told.stdout).value).toBeCloseTo(sectors[1]?.indirect_per_direct ?? Number.NaN, 3)
  })

  test('is written once', () => {
    expect(io(`${room}/table.xlsx`, `${room}/jobs.csv`, '--report', house, '--year', '2020').stderr).toContain(
      'has a table in data/io-table already',
    )
  })
})
