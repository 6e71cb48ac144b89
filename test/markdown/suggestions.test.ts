import Fraction from 'fraction.js'
import { describe, expect, it } from 'vitest'
import type { Ledger } from '../../scripts/ledger/ledger.ts'
import type { Unit } from '../../scripts/ledger/types.ts'
import { figuresLike } from '../../src/markdown/suggestions.ts'
import { units } from '../ledger/support.ts'

const ledgerOf = (...figures: readonly (readonly [id: string, value: string, unit: Unit, digits: number, grid?: string])[]): Ledger =>
  ({
    data: { units },
    figures: new Map(
      figures.map(([id, value, unit, digits, grid]) => [
        id,
        {
          id,
          unit,
          units,
          value: new Fraction(value),
          ...(grid ? { input: { digits: '9'.repeat(digits), unit: '1', grid } } : { derived: { digits } }),
        },
      ]),
    ),
  }) as unknown as Ledger

describe('a typed number is taken for the figure', () => {
  it('whose text shows it, before those that only round to it', () => {
    const ledger = ledgerOf(['finer', '12340', 'count', 4], ['shown', '12000', 'person', 2])
    expect(figuresLike({ words: '', index: 0, digits: '1.2', scale: '万' }, ledger)).toEqual(['shown'])
  })
  it('that is an estimate, before the cell of a table, and a cell for four digits or more', () => {
    const ledger = ledgerOf(['cell', '1234', 'count', 4, 'flows'], ['estimate', '1234', 'count', 4])
    expect(figuresLike({ words: '', index: 0, digits: '1234' }, ledger)).toEqual(['estimate'])
    expect(figuresLike({ words: '', index: 0, digits: '1234' }, ledgerOf(['cell', '1234', 'count', 4, 'flows']))).toEqual(['cell'])
    expect(figuresLike({ words: '', index: 0, digits: '123' }, ledgerOf(['cell', '123', 'count', 3, 'flows']))).toEqual([])
  })
  it('or for the first three of many', () => {
    const ledger = ledgerOf(...['a', 'b', 'c', 'd'].map((id) => [id, '77', 'count', 2] as const))
    expect(figuresLike({ words: '', index: 0, digits: '77' }, ledger)).toEqual(['a', 'b', 'c'])
  })
  it.each([
    ['%', '0.1249'],
    ['thousand', '12490'],
    ['万', '124900'],
    ['million', '12490000'],
    ['亿', '1249000000'],
    ['billion', '12490000000'],
    ['trillion', '12490000000000'],
    ['万亿', '12490000000000'],
  ])('in the scale %s, rounded further', (scale, value) => {
    const ledger = ledgerOf(['fits', value, scale === '%' ? 'ratio' : 'count', 4], ['other', String(Number(value) * 10), 'count', 4])
    expect(figuresLike({ words: '', index: 0, digits: '12.5', scale }, ledger)).toEqual(['fits'])
    expect(figuresLike({ words: '', index: 0, digits: '12.4', scale }, ledger)).toEqual([])
  })
  it.each(['0.1249', '124900', '12490000', '1249000000'])('and in no scale that is not typed: %s', (value) => {
    expect(
      figuresLike({ words: '', index: 0, digits: '12.5' }, ledgerOf(['other', value, 'count', 4], ['fits', '12.49', 'count', 4])),
    ).toEqual(['fits'])
    expect(figuresLike({ words: '', index: 0, digits: '12.5' }, ledgerOf(['other', value, 'count', 4]))).toEqual([])
  })
  it.each([
    ['', ' hours', ['hours']],
    ['', '小时', ['hours']],
    ['', '分钟', ['hours']],
    ['RMB ', ' a day', ['money']],
    ['', '元', ['money']],
    ['', '个', ['people']],
    ['', ' things', ['hours', 'money', 'people']],
  ])('only where the unit that is named beside it is its own: %s…%s', (before, after, ids) => {
    const ledger = ledgerOf(['hours', '2700', 'hour', 4], ['money', '2700', 'yuan', 4], ['people', '2700', 'person', 4])
    expect(figuresLike({ words: '', index: 0, digits: '2700', before, after }, ledger)).toEqual(ids)
  })
  it('unless its one digit would fit too many', () => {
    expect(figuresLike({ words: '', index: 0, digits: '0.01' }, ledgerOf(['a', '0.0101', 'ratio', 4]))).toEqual([])
    expect(figuresLike({ words: '', index: 0, digits: '5' }, ledgerOf(['a', '5', 'count', 1]))).toEqual(['a'])
  })
})
