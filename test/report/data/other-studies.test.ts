/** The tables of the studies read beside the source: what they print, and what follows from it. */
import { describe, expect, test } from 'vitest'
import { ledger } from '../estimates/support.ts'

const raw = (id: string): number | undefined => ledger.figures.get(id)?.value.valueOf()
const checkOf = (claim: string) => ledger.checks.find((check) => check.claim === claim)
const printedIn = (table: string, row: string, column: string): string | undefined => {
  const found = ledger.data.tables.get(table)
  return found?.csv.cell(row, column, found.place, found.keys).text
}

describe('what Ant’s ecosystem directly leads to (table 2.2)', () => {
  test('adds up to the printed total without the hours of flexible work: 2.23 + 6.02 + 2.1 + 52.8 + 84.5 = 147.65', () => {
    expect(printedIn('direct-jobs', '合计', '测算结果')).toBe('147.7万人')
    expect(checkOf('antDirect.all.jobs.sum@table')).toMatchObject({ recomputed: 147.65, verdict: 'exact' })
    expect(ledger.figures.get('antDirect.all.jobs.sum')?.from).not.toContain('antDirect.flexible.jobs')
  })

  test('has one row in hours, which are no persons', () => {
    expect(ledger.figures.get('antDirect.flexible.jobs')).toMatchObject({ unit: 'hour' })
    expect(raw('antDirect.flexible.jobs')).toBe(5466000)
  })
})

describe('what MYbank keeps (table 3.1)', () => {
  test.each([
    ['anyShortage', 284.4, 240.3, 524.7],
    ['sixMonths', 230.3, 196.3, 426.6],
    ['threeMonths', 149.6, 132.2, 281.8],
  ])('adds up in column %s: %f + %f = %f', (column, firms, selfEmployed, all) => {
    const [first, second, total] = ['smallFirms', 'selfEmployed', 'all'].map((row) => raw(`antStable.${row}.${column}`))
    expect([first, second, total]).toEqual([firms, selfEmployed, all].map((value) => Math.round(value * 10000)))
    expect(checkOf(`antStable.all.${column}.sum@table`)?.verdict).toBe('exact')
  })

  test('prints shares of the first column: 230.3 of 284.4 are 81.0 per cent', () => {
    expect(checkOf('antStable.smallFirmsShare.sixMonths.share@table')).toMatchObject({ printed: '81.0%', verdict: 'exact' })
    expect(checkOf('antStable.smallFirmsShare.sixMonths.share@table')?.recomputed).toBeCloseTo((230.3 / 284.4) * 100, 9)
  })

  test('says why the numbers kept cannot be recomputed: the loans are not printed', () => {
    const open = ledger.checks.filter(({ claim }) => /^antStable\.(smallFirms|selfEmployed)\.\w+@table-3-1$/.test(claim))
    expect(open).toHaveLength(6)
    for (const { verdict, reason } of open)
      expect([verdict, reason?.en]).toEqual([
        'not-recomputable',
        expect.stringContaining('outstanding loans of MYbank, which are not printed'),
      ])
  })
})

describe('employment by sector (table 1-1 of the CASS study)', () => {
  const years = Array.from({ length: 10 }, (_, index) => 2014 + index)

  test('adds up by persons in every year, and the last row is 2023 less 2014', () => {
    for (const year of years) expect(checkOf(`employment.y${year}.all.sum@table`)?.verdict).toBe('exact')
    expect(raw('employment.change.all')).toBe((74041 - 76349) * 10000)
    expect(checkOf('employment.change.all.change@table')?.verdict).toBe('exact')
    expect(checkOf('employment.change.tertiary.change@table')).toMatchObject({ printed: '4719 万人', recomputed: 4719 })
  })

  test('has shares that make 100 in every year, in four of them because one was moved by a digit', () => {
    for (const year of years) expect(checkOf(`employment.y${year}.shares@table`)?.verdict).toBe('exact')
    const moved = ledger.checks.filter(({ source, verdict }) => source === 'cass-2024' && verdict === 'discrepant')
    expect(moved.map(({ claim, cause }) => [claim, cause])).toEqual(
      ['y2015.primaryShare', 'y2018.primaryShare', 'y2016.secondaryShare', 'y2019.secondaryShare'].map((cell) => [
        `employment.${cell}.share@table`,
        'forced-additivity',
      ]),
    )
    for (const { printed, recomputed } of moved)
      expect(Math.abs(Math.round(Number(recomputed) * 10) - Number.parseFloat(printed) * 10)).toBe(1)
  })

  test('leaves the shares of services as they are', () => {
    for (const year of years) expect(checkOf(`employment.y${year}.tertiaryShare.share@table`)?.verdict).toBe('exact')
  })
})

test('the white paper’s table of platform types is words alone', () => {
  expect(printedIn('platform-types', '互联网企业直接就业型', '劳动者是否有雇佣身份保障')).toBe('是')
  expect(ledger.data.inputs.filter(({ source }) => source === 'ccid-2020')).toEqual([])
})
