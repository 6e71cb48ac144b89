/** What formulas mean is declared in their files, in names of their arguments. */
import { describe, expect, test } from 'vitest'
import { formulasIn } from '../../../scripts/ledger/figures/formula.ts'
import { addedIn, addendsOf, signedOperands, wholeOf } from '../../../scripts/ledger/figures/meaning.ts'
import { balance } from '../../../scripts/ledger/formulas/balance.ts'
import { rate } from '../../../scripts/ledger/formulas/rate.ts'
import { share } from '../../../scripts/ledger/formulas/share.ts'
import { sum } from '../../../scripts/ledger/formulas/sum.ts'
import { complaintOf, compute, figure, get, input } from '../support.ts'

const figures = compute(
  [input('a', '1'), input('b', '2'), input('c', '3')],
  [
    figure('all', sum, { terms: ['a', 'b', 'c'] }),
    figure('left', balance, { terms: ['b', 'c'], less: ['a'] }),
    figure('part', share, { part: 'a', whole: 'all' }),
    figure('each', rate, { amount: 'c', base: 'b' }),
  ],
)
const told = (id: string) => (signedOperands(get(figures, id)) ?? []).map((operand) => `${operand.sign}${operand.id}`).join('')

describe('of a figure is known', () => {
  test('what it adds up', () => expect(addendsOf(get(figures, 'all'))).toEqual(['a', 'b', 'c']))
  test('what it takes away, and that it is then no sum', () => {
    expect(addedIn(get(figures, 'left'))).toEqual({ added: ['b', 'c'], taken: ['a'] })
    expect(addendsOf(get(figures, 'left'))).toEqual([])
  })
  test('what it is a share of', () => {
    expect(wholeOf(get(figures, 'part'))).toBe('all')
    // One on another is no part of it.
    expect(wholeOf(get(figures, 'each'))).toBeUndefined()
  })
  test('which sign stands before each figure that it is made of', () => {
    expect(['all', 'left', 'part', 'each'].map(told)).toEqual(['a + b + c', 'b + c − a', 'a ÷ all', 'c ÷ b'])
    expect(
      signedOperands({ formula: { meaning: { multiplies: ['amount', 'times'] } }, derived: { of: { amount: 'c', times: 'b' } } }),
    ).toEqual([
      { id: 'c', sign: '' },
      { id: 'b', sign: ' × ' },
    ])
    expect(signedOperands(get(figures, 'a'))).toBeUndefined()
  })
})

describe('a declared meaning', () => {
  const read = (meaning: string) =>
    formulasIn(
      `export const gain = ({ after, before }: Terms): number => after - before\nexport const meaning = ${meaning} as const\n`,
      'scripts/formulas/gain.ts',
    )

  test('is read with the formula', () => {
    expect(read("{ adds: ['after'], takesAway: ['before'] }")[0]?.meaning).toEqual({ adds: ['after'], takesAway: ['before'] })
  })
  test('that names no argument is refused', () => {
    expect(complaintOf(() => read("{ adds: ['later'] }"))).toBe(
      'scripts/formulas/gain.ts:2:1  the meaning of gain names “later”, which is no argument of it\n    expected: after',
    )
  })
  test('that is none is refused', () => {
    expect(complaintOf(() => read("{ sums: ['after'] }"))).toContain(
      'scripts/formulas/gain.ts:2:1  this says nothing that a formula may mean',
    )
    expect(complaintOf(() => read("{ divides: 'after' }"))).toContain('this says nothing that a formula may mean')
  })
})
