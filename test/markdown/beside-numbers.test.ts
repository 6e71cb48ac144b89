/** What stands beside a number, and what is set against what: units are said once, and only like is compared with like. */
import { describe, expect, it } from 'vitest'
import type { Ledger } from '../../scripts/ledger/ledger.ts'
import { derived, problemsIn, tinyContext, tinyLedger, told } from './chapters.ts'

const ledger = {
  ...tinyLedger,
  figures: new Map([
    ...tinyLedger.figures,
    ...[
      derived('lamp.hours', 3280, { unit: 'hour' }),
      derived('lamp.cost', 169000000000, { unit: 'yuan' }),
      derived('lamp.ships', 12, { unit: 'count' }),
    ].map((figure) => [figure.id, figure] as const),
  ]),
} as unknown as Ledger

const toldIn = (language: 'zh' | 'en', text: string): string[] =>
  told(problemsIn(text, { ...tinyContext, ledger: () => ledger }, `content/${language}/retail.mdx`))

describe('a number is printed with its scale and unit, and they are not written again', () => {
  it.each([
    [
      'zh',
      '共<Num id="total.oils" />万个',
      '1:25  “万” stands beside total.oils, which is printed as “6901万”, expected: the number alone',
    ],
    [
      'zh',
      '共<strong><Num id="lamp.hours" /></strong>小时',
      '1:42  “小时” stands beside lamp.hours, which is printed as “3280小时”, expected: the number alone',
    ],
    [
      'zh',
      '占百分之<Num id="retail.goodsShare" />',
      '1:2  “百分之” stands beside retail.goodsShare, which is printed as “72.1%”, expected: the number alone',
    ],
    [
      'en',
      '<Num id="total.oils" /> million',
      '1:25  “million” stands beside total.oils, which is printed as “69.01 million”, expected: the number alone',
    ],
    [
      'en',
      '<Num id="lamp.hours" /> hours',
      '1:25  “hours” stands beside lamp.hours, which is printed as “3,280 hours”, expected: the number alone',
    ],
    [
      'en',
      '<Num id="retail.goodsShare" /> per cent',
      '1:32  “per cent” stands beside retail.goodsShare, which is printed as “72.1%”, expected: the number alone',
    ],
    [
      'en',
      'some RMB <Num id="lamp.cost" />',
      '1:6  “RMB” stands beside lamp.cost, which is printed as “RMB 169 billion”, expected: the number alone',
    ],
  ] as const)('%s: %s', (language, text, problem) => expect(toldIn(language, text)[0]?.replace('169.0 ', '169 ')).toBe(problem))

  it.each([
    ['zh', '共<Num id="total.oils" />个，<Num id="lamp.ships" />艘，<Num id="lamp.hours" />；百分之几'],
    ['en', '<Num id="total.oils" /> people, a <Num id="lamp.hours" /> hourly wage, <Num id="lamp.cost" /> in RMB'],
  ] as const)('and what is counted may follow, in %s', (language, text) => expect(toldIn(language, text)).toEqual([]))
})

describe('a predicate', () => {
  const toldOf = (that: string): string[] => toldIn('en', `<Holds that="${that}">so</Holds>`)
  it.each([
    ['total.oils > lamp.hours', 'persons against hours'],
    ['total.oils - lamp.hours > 0', 'persons against hours'],
    ['total.oils / lamp.hours > retail.oils', 'persons per hours against persons'],
    ['retail.oilsShare < lamp.cost', 'a plain number against yuan'],
    ['lamp.cost / total.oils > lamp.hours.low', 'yuan per persons against hours'],
    ['lamp.cost / lamp.hours * lamp.hours > total.oils', 'yuan against persons'],
    ['total.oils / retail.oils > lamp.hours', 'a plain number against hours'],
    ['lamp.hours * total.oils > lamp.cost', 'hours times persons against yuan'],
    ['retail.oilsShare / lamp.hours > retail.oilsShare', 'a number per hours against a plain number'],
    ['-total.oils > lamp.hours', 'persons against hours'],
    ['retail.oilsShare > 0.4 && total.oils > lamp.hours', 'persons against hours'],
    ['total.oils > lamp.hours || retail.oilsShare > 0.4', 'persons against hours'],
  ])('sets only like against like: %s', (that, units) => {
    expect(toldOf(that)).toEqual([expect.stringContaining(`sets ${units}, expected: figures of one unit, or a rate of each`)])
  })
  it.each([
    'total.oils > retail.oils',
    'retail.oils / total.oils > 0.5 && total.oils > 5e7',
    'lamp.hours * 2 > lamp.hours.low',
    'lamp.cost / lamp.hours > 1',
    'lamp.hours / total.oils < 1',
    'lamp.ships < total.oils',
    'checks.exact > 1',
    '-retail.turnover < total.oils',
    'lamp.cost / lamp.hours * lamp.hours >= lamp.cost',
    'lamp.ships / lamp.ships < total.oils',
  ])('may take what is like, typed numbers and counts: %s', (that) => expect(toldOf(that)).toEqual([]))

  it.each([
    ['retail.goodsShare < 60', 'retail.goodsShare < 60', 60],
    ['60 > retail.goodsShare', '60 > retail.goodsShare', 60],
    ['retail.goodsShare > -60', 'retail.goodsShare > -60', -60],
    ['retail.goodsShare.low < 2', 'retail.goodsShare.low < 2', 2],
    ['!(retail.goodsShare === 72)', 'retail.goodsShare === 72', 72],
    ['total.oils > 1 && (lamp.ships > 3 || retail.goodsShare <= 60)', 'retail.goodsShare <= 60', 60],
  ])('holds no part of one against its number of per cent: %s', (that, clause, number) => {
    expect(toldOf(that)).toEqual([
      expect.stringContaining(
        `“${clause}” holds a part of one against ${number}: retail.goodsShare is 0.721, expected: ${number / 100} for ${number} per cent`,
      ),
    ])
  })
  it.each(['retail.goodsShare < 1.9', 'retail.goodsShare > -1', 'retail.oilsShare < 60', 'retail.goodsShare * 100 < 80'])(
    'may hold it against a number that it may be, or work with it: %s',
    (that) => expect(toldOf(that)).toEqual([]),
  )
})
