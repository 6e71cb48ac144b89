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
    const moved = ledger.checks.filter(({ claim, verdict }) => /^employment\..*\.share@table$/.test(claim) && verdict === 'discrepant')
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

describe('what the CASS study prints in prose', () => {
  test('makes “over 100 % of new employment” a share of a fall: 4719 of −2308, and right for 2023 alone: 1056 of 690', () => {
    expect(raw('cass.sectors.ofChange.tertiary')).toBeCloseTo(4719 / -2308, 12)
    expect(checkOf('cass.sectors.ofChange.tertiary@text')).toMatchObject({ verdict: 'discrepant', cause: 'scope-clash' })
    expect(raw('cass.sectors.tertiaryOf2023')).toBeCloseTo(1056 / 690, 12)
    expect(checkOf('cass.sectors.tertiaryOf2023@text')?.verdict).toBe('exact')
  })

  test('implies bases: 30 million over 48 % are 62.5 million, 16.8 million over 32 % are 52.5 million', () => {
    expect(raw('cass.manufacturing.needed')).toBe(62_500_000)
    expect(raw('cass.manufacturing.employed2013')).toBe(52_500_000)
  })

  test('lets 69.37 million “1.6 times more” be read twice', () => {
    expect(raw('cass.commerce.base2014Literal')).toBeCloseTo(69_370_000 / 2.6, 6)
    expect(raw('cass.commerce.base2014Loose')).toBeCloseTo(69_370_000 / 1.6, 6)
  })

  test('has the gig economy grow by 8.1 % a year for nine years: 5.4 × 1.081⁹ = 10.89', () => {
    expect(5.4 * (1 + Number(raw('cass.gig.yearly'))) ** 9).toBeCloseTo(10.89, 9)
  })

  test('has its re-employed find work with a chance of 26 % a month: 0.737⁶ of them are left after half a year, 16 %', () => {
    expect((1 - Number(raw('cass.reemployment.monthly'))) ** 6).toBeCloseTo(0.16, 9)
  })

  test('names beside its four qualities values that it prints, and no value twice', () => {
    const rows = ledger.data.tables.get('four-qualities')?.csv.rows ?? []
    expect(rows).toHaveLength(raw('cass.listed.qualities') ?? Number.NaN)
    const named = rows.flatMap((row) => (row.at(-1)?.text ?? '').split(' '))
    const printed = new Set(ledger.data.inputs.filter(({ source }) => source === 'cass-2024').map(({ id }) => id))
    expect(named.filter((id) => !printed.has(id))).toEqual([])
    expect(new Set(named).size).toBe(named.length)
  })

  test('defines as many types of platforms as it lists', () => {
    const types = (ledger.data.tables.get('employment-forms')?.csv.rows ?? []).filter(([group]) => group?.text === '平台的类型')
    expect(types).toHaveLength(raw('cass.listed.platforms') ?? Number.NaN)
  })

  test('adds Ant’s parts as the study of Ant does', () => {
    expect(checkOf('platformClaims.ant.number.sum@table')?.verdict).toBe('exact')
    expect(checkOf('antDirect.all.jobs.sum@cass')?.verdict).toBe('exact')
  })
})

describe('the white paper on new forms', () => {
  const own = (source: string) => ledger.data.inputs.filter((input) => input.source === source)

  test('has a table of platform types that is words alone', () => {
    expect(printedIn('platform-types', '互联网企业直接就业型', '劳动者是否有雇佣身份保障')).toBe('是')
  })

  test('has fifteen forms in four classes, by its own table and by its topics, as it says', () => {
    const forms = ledger.data.tables.get('new-forms')?.csv.rows ?? []
    const topics = ledger.data.tables.get('form-problems')?.csv.rows ?? []
    expect([forms.length, topics.length]).toEqual([raw('ccid.document.forms'), raw('ccid.document.forms')])
    const classes = Map.groupBy(forms, ([name]) => name?.text)
    expect([...classes.values()].map((rows) => rows.length)).toEqual([4, 4, 3, 4])
    expect(classes.size).toBe(raw('ccid.document.classes'))
    expect(topics.map((row) => row[1]?.text).sort()).toEqual(forms.map((row) => row[1]?.text).sort())
  })

  test('names beside each form all values that its topic prints, and no other', () => {
    for (const row of ledger.data.tables.get('form-problems')?.csv.rows ?? []) {
      const printed = own('ccid-2020').filter(({ locator }) => locator?.topic === row[0]?.text)
      expect((row.at(-1)?.text ?? '').split(' ')).toEqual(printed.length ? printed.map(({ id }) => id) : ['——'])
    }
  })

  test('has a place for each form in every mechanism and type, and speaks of pay, hours or security where its topic does', () => {
    const rows = ledger.data.tables.get('form-places')?.csv.rows.map((row) => row.map(({ text }) => text)) ?? []
    const byForm = Map.groupBy(rows, ([form]) => form)
    expect(byForm.size).toBe(raw('ccid.document.forms'))
    for (const cells of byForm.values()) {
      expect(cells.map(([, place]) => place)).toEqual([
        'A',
        'B',
        'C',
        'D',
        'E',
        'F',
        'goods',
        'labour',
        'services',
        'display',
        'direct',
        'quality',
      ])
      for (const [, , fit, reason] of cells) expect([fit, reason]).toEqual([expect.stringMatching(/^[012]$/), expect.stringMatching(/./)])
    }
    const places = ledger.data.tables.get('form-places')
    const topics = ledger.data.tables.get('form-problems')?.csv.rows.map((row) => row.map(({ text }) => text)) ?? []
    for (const [, form, , , , spoken] of topics) {
      const own = rows.find(([id, place]) => places?.words[id ?? '']?.zh === form && place === 'quality')
      expect(own?.[2] === '0').toBe(spoken === '未提及')
      expect(spoken).toContain(own?.[3])
    }
    expect(raw('forms.D.whole')).toBe(rows.filter(([, place, fit]) => place === 'D' && fit === '2').length)
    expect(raw('forms.quality.some')).toBe(topics.filter((row) => row[5] !== '未提及').length)
  })

  test('is nowhere proved wrong in its sums: what it prints twice agrees, and the rest withholds what it was made from', () => {
    const verdicts = ledger.checks.filter(({ source }) => source === 'ccid-2020').map(({ verdict }) => verdict)
    expect(new Set(verdicts)).toEqual(new Set(['exact', 'not-recomputable']))
    expect(checkOf('ccid.openData.sum@text')).toMatchObject({ recomputed: 82, verdict: 'exact' })
  })
})

describe('the account of the county study', () => {
  test('gives shares alone, none of which can be recomputed', () => {
    const verdicts = ledger.checks.filter(({ source }) => source === 'county-2022').map(({ verdict }) => verdict)
    expect(new Set(verdicts)).toEqual(new Set(['not-recomputable']))
  })
})
