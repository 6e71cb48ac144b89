/** What `check` says of data beyond their schemas, on entries small enough to know by heart. */
import { describe, expect, test } from 'vitest'
import type { Conflict } from '../../scripts/ledger/data/conflict-types.ts'
import type { Claim } from '../../scripts/ledger/data/data-types.ts'
import type { Figure } from '../../scripts/ledger/figures/compute.ts'
import type { Ledger } from '../../scripts/ledger/ledger.ts'
import { argumentFindings, conflictFindings, labelFindings, needFindings, untoldFindings } from '../../src/markdown/lint/data.ts'
import type { Finding } from '../../src/markdown/lint/finding.ts'

const place = { file: 'data/parish/inputs.yaml', line: 3, column: 5 }
const told = (findings: readonly Finding[]): string[] => findings.map(({ problem }) => problem.message.replace('\n    expected: ', ' → '))

describe('a label', () => {
  const labelled = (zh: string, en: string) => told(labelFindings([{ id: 'ships', label: { zh, en }, place } as unknown as Figure]))

  test('is in its language', () => expect(labelled('船', 'Ships')).toEqual([]))
  test('that has no Chinese is told, with its place', () => {
    expect(labelled('ships', 'Ships')).toEqual([
      'data/parish/inputs.yaml:3:5  the label of ships has no Chinese under zh: “ships” → zh: the Chinese words',
    ])
  })
  test('that has Chinese in English is told', () => {
    expect(labelled('船', 'Ships 船')).toEqual([
      'data/parish/inputs.yaml:3:5  the label of ships has Chinese under en: “Ships 船” → en: the English words',
    ])
  })
})

describe('an argument of a formula', () => {
  const figure = (id: string, names: readonly string[]) =>
    ({
      id,
      formula: { name: 'oilBurned', file: 'scripts/formulas/oil-burned.ts', line: 9, arguments: names, expression: {} },
    }) as unknown as Figure
  const toldOf = (names: readonly string[], ...terms: readonly string[]) =>
    told(
      argumentFindings({
        figures: new Map(['year', 'winter'].map((id) => [id, figure(id, names)])),
        data: { terms: new Map(terms.map((term) => [term, {}])) },
      } as unknown as Ledger),
    )

  test('is printed with the words of the term base', () => expect(toldOf(['nights', 'litres'], 'nights', 'litres')).toEqual([]))
  test('that has none is told once, at the formula', () => {
    expect(toldOf(['nights', 'litres'], 'nights')).toEqual([
      'scripts/formulas/oil-burned.ts:9:1  the argument litres of oilBurned has no words to be printed with → in data/glossary.yaml, “litres: { zh: …, en: … }”',
    ])
  })
})

describe('a conflict', () => {
  const conflict = (change: Partial<Conflict>, printed = '2018年', gloss = 'the year 2018', table?: string): Conflict =>
    ({
      id: 'two-years',
      title: { zh: '两个年份', en: 'Two years' },
      why: { zh: '不能都对', en: 'Both cannot be right' },
      passages: [{ printed, gloss, locator: { table }, source: 'parish' }],
      checks: [],
      place,
      ...change,
    }) as unknown as Conflict

  test('quotes letter by letter', () => expect(told(conflictFindings([conflict({})]))).toEqual([]))
  test('with a space beside Chinese is told what to write, but not in a table, whose cells stay apart', () => {
    expect(told(conflictFindings([conflict({}, '共 32 人')]))).toEqual([
      'data/parish/inputs.yaml:3:5  two-years quotes “共 32 人” with spaces beside Chinese → 共32人',
    ])
    expect(conflictFindings([conflict({}, '共 32 人', '32 in all', '1')])).toEqual([])
  })
  test('is glossed in English', () => {
    expect(told(conflictFindings([conflict({}, '共32人', '一共三十二')]))[0]).toContain('the gloss of two-years is Chinese')
  })
  test('says why in both languages, with the marks of each', () => {
    expect(told(conflictFindings([conflict({ why: { zh: 'no', en: 'Both，no' } })]))).toEqual([
      'data/parish/inputs.yaml:3:5  two-years has no Chinese under zh: “no” → zh: the Chinese words',
      'data/parish/inputs.yaml:3:5  two-years has Chinese marks under en: “Both，no” → en: English words with English marks',
    ])
  })
})

describe('a check that ends in a slip of wording or a conflict', () => {
  const toldOf = (verdict: string, cause: string | null, ...checks: readonly string[]) =>
    told(
      untoldFindings({
        checks: [{ claim: 'people@text', source: 'parish', verdict, cause }],
        data: { claims: [{ id: 'people@text', place }], conflicts: [{ checks }] },
      } as unknown as Ledger),
    )

  test('is told among the conflicts', () => {
    expect(toldOf('conflicting', null, 'people@text')).toEqual([])
    expect(toldOf('exact', 'scope-clash')).toEqual([])
  })
  test('is missed there at its claim', () => {
    expect(toldOf('conflicting', 'scope-clash')).toEqual([
      'data/parish/inputs.yaml:3:5  people@text is conflicting, and no conflict tells it → in data/parish/conflicts.yaml, an entry with “checks: [people@text]”',
    ])
    expect(toldOf('exact', 'slip-of-wording')[0]).toContain('people@text is a slip of wording, and no conflict tells it')
  })
})

test('what a withheld result needs is as many things in each language', () => {
  const needing = (zh: string, en: string) => told(needFindings([{ id: 'ships@text', needs: { zh, en }, place } as unknown as Claim]))
  expect(needing('日志\n船名', 'The log\nThe names of ships')).toEqual([])
  expect(needing('日志', 'The log\nThe names of ships')).toEqual([
    'data/parish/inputs.yaml:3:5  ships@text needs 1 things in Chinese and 2 in English → as many lines under zh as under en',
  ])
})
