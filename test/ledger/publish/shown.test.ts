import { describe, expect, test } from 'vitest'
import { formulasIn } from '../../../scripts/ledger/figures/formula.ts'
import { share } from '../../../scripts/ledger/formulas/share.ts'
import { sum } from '../../../scripts/ledger/formulas/sum.ts'
import type { Ledger } from '../../../scripts/ledger/ledger.ts'
import { factorOf } from '../../../scripts/ledger/numbers/units.ts'
import { equationOf, formulaTex } from '../../../scripts/ledger/publish/equation.ts'
import { columnFor, shown, shownInColumn, styleOf } from '../../../scripts/ledger/publish/shown.ts'
import { longestOf } from '../examples.ts'
import { base, compute, figure, get, input, units } from '../support.ts'

describe('how a figure is written', () => {
  const figures = compute(
    [input('printed', '98.0', '万个'), input('part', '4.80', '%'), input('people', '1300', '人')],
    [
      figure('half', share, { part: 'printed', whole: 'printed' }, 'ratio', { digits: 2, percent: true }),
      figure('same', share, { part: 'printed', whole: 'printed' }),
    ],
  )

  test('a printed one keeps the digits of its source', () => {
    expect(styleOf(get(figures, 'printed'))).toEqual({ unit: base('person'), digits: 3, percent: false })
    expect(shown(get(figures, 'printed'), 'zh')).toBe('98.0万')
    expect(shown(get(figures, 'part'), 'en')).toBe('4.80%')
  })
  test('a derived one has the digits that its script asks for, or four', () => {
    expect(shown(get(figures, 'half'), 'en')).toBe('100%')
    expect(shown(get(figures, 'same'), 'en')).toBe('1.000')
  })
  test('in a column both languages end at the same place', () => {
    expect([
      shownInColumn(get(figures, 'printed'), 'tenThousand', 'zh'),
      shownInColumn(get(figures, 'printed'), 'tenThousand', 'en'),
    ]).toEqual(['98.0', '0.980'])
    expect([
      shownInColumn(get(figures, 'printed'), 'tenThousand', 'zh', 2),
      shownInColumn(get(figures, 'printed'), 'tenThousand', 'en', 2),
    ]).toEqual(['98.00', '0.9800'])
    expect(shownInColumn(get(figures, 'part'), 'percent', 'zh')).toBe('4.80')
    expect(Number(shownInColumn(get(figures, 'same'), 'plain', 'zh'))).toBe(1)
  })
  test('a derived one keeps its own digits in a column of whatever unit', () => {
    const pay = get(compute([input('a', '1234567', '元'), input('b', '1', '元')], [figure('c', sum, { terms: ['a', 'b'] }, 'yuan')]), 'c')
    expect([shownInColumn(pay, 'plain', 'en'), shownInColumn(pay, 'hundredMillionYuan', 'zh')]).toEqual(['1,234,568', '0.01235'])
  })
  test('zeros that nobody can tell were counted are not: 1300 has two digits, 1030 three, 98.0 three', () => {
    expect(['1300', '1030', '98.0', '0'].map((digits) => styleOf(get(compute([input('a', digits, '人')]), 'a')).digits)).toEqual([
      2, 3, 3, 1,
    ])
  })
  test('in a column of a larger unit a printed one is not rounded away', () => {
    expect(Number(shownInColumn(get(figures, 'people'), 'tenThousand', 'zh'))).toBe(0.13)
    expect(Number(shownInColumn(get(figures, 'people'), 'tenThousand', 'en'))).toBe(0.0013)
  })
  test('a printed unit is so many base units', () => {
    expect([factorOf(units, '万个'), factorOf(units, '亿元'), factorOf(units, '%'), factorOf(units, 'unknown')]).toEqual([
      '10000',
      '100000000',
      '0.01',
      '1',
    ])
  })
})

test('the column that a figure is shown in is that of percentages for a share, else that of its unit', () => {
  const figures = compute(
    [input('people', '3', '人'), input('part', '4', '%'), input('pay', '5', '元')],
    [figure('ratio', share, { part: 'people', whole: 'people' })],
  )
  expect(['people', 'part', 'pay', 'ratio'].map((id) => columnFor(get(figures, id)))).toEqual([
    'tenThousand',
    'percent',
    'hundredMillionYuan',
    'plain',
  ])
})

describe('an equation', () => {
  const short = { zh: '短', en: 'lost & found' }
  const figures = compute(
    [
      input('lost', '-5', '人', { label: { zh: '流失', en: 'Lost' }, short }),
      input('gained', '7', '人', { label: { zh: '新增', en: 'Gained' } }),
    ],
    [
      figure('left', sum, { terms: ['gained', 'lost'] }, 'person'),
      figure('part', share, { part: 'lost', whole: 'left' }),
      figure('longest', longestOf, { terms: ['gained', 'lost'] }, 'person', { tex: '\\max t' }),
    ],
  )
  const terms = new Map([['whole', { zh: '全体', en: 'whole' }]])
  const ledger = { figures, data: { terms } } as unknown as Ledger

  test('of a list names its members, by their short names where they have them, and a negative value stands in brackets', () => {
    expect(equationOf(ledger, 'left', 'en')).toEqual({
      symbolic: ['= \\text{Gained} + \\text{lost \\& found}'],
      substituted: ['= \\text{7} + \\left(\\text{−5}\\right)'],
    })
    expect(equationOf(ledger, 'left', 'zh')?.symbolic).toEqual(['= \\text{新增} + \\text{短}'])
  })
  test('calls an argument by the short name of its case, by the term for it, or by its own name', () => {
    expect(equationOf(ledger, 'part', 'zh')?.symbolic).toEqual(['= \\frac{\\text{短}}{\\text{全体}}'])
    expect(equationOf({ ...ledger, data: { terms: new Map() } } as unknown as Ledger, 'part', 'zh')?.symbolic).toEqual([
      '= \\frac{\\text{短}}{\\text{whole}}',
    ])
  })
  test('of a method is the one written by hand, with no values put in', () => {
    expect(equationOf(ledger, 'longest', 'en')).toEqual({ symbolic: ['= \\max t'], substituted: [] })
  })
  test('of an input, and of what there is not, there is none', () => {
    expect([equationOf(ledger, 'lost', 'en'), equationOf(ledger, 'nothing', 'en')]).toEqual([undefined, undefined])
  })
  test('of a formula by itself is told in the terms for its arguments, or in their names taken apart', () => {
    const [formula] = formulasIn('export const example = ({ whole, platformTurnover, rate2 }) => whole * platformTurnover * rate2', 'a.ts')
    expect(formula && formulaTex(ledger, formula, 'en')).toEqual(['\\text{whole} \\times \\text{platform turnover} \\times \\text{rate 2}'])
  })
})
