/** From the syntax tree of a formula to what a cell holds. */
import { parseExpressionAt } from 'acorn'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { columnLetters, NoCell, rangesOf, spreadsheetFormula } from '../../src/exports/workbook/formula.ts'
import { Spreadsheet } from './spreadsheet.ts'

const cellOf = (id: string) => ({ sheet: 'inputs', row: Number(id.slice(1)), column: 8 })
const written = (expression: string, terms: Parameters<typeof spreadsheetFormula>[1]): string =>
  spreadsheetFormula(parseExpressionAt(expression, 0, { ecmaVersion: 'latest' }), terms, cellOf)
const abc = { a: 'x.a', b: 'x.b', c: 'x.c' }

test.each([
  ['a + b * c', 'x.a+x.b*x.c'],
  ['(a + b) * c', '(x.a+x.b)*x.c'],
  ['a - (b - c)', 'x.a-(x.b-x.c)'],
  ['a / (b * c)', 'x.a/(x.b*x.c)'],
  ['(a / b) * c', 'x.a/x.b*x.c'],
  ['1 - a / b', '1-x.a/x.b'],
  ['2 ** (1 - a)', '2^(1-x.a)'],
  ['a ** b ** c', 'x.a^(x.b^x.c)'],
  ['(a ** b) ** c', '(x.a^x.b)^x.c'],
  ['(-a) ** 2', '(-x.a)^2'],
  ['-(a ** 2)', '(-(x.a^2))'],
  ['Math.log(a / b)', 'LN(x.a/x.b)'],
  ['a / Math.exp(b * Math.log(a) + c)', 'x.a/EXP(x.b*LN(x.a)+x.c)'],
  ['a > b ? a : b', 'IF(x.a>x.b,x.a,x.b)'],
  ['1_000 * a', '1000*x.a'],
])('%s is =%s', (expression, formula) => {
  expect(written(expression, abc)).toBe(formula)
})

test('adding up is a SUM: of names while they are few, of ranges when they are many', () => {
  const few = ['r2', 'r3', 'r5']
  const many = Array.from({ length: 20 }, (_, index) => `r${index < 15 ? index + 2 : index + 10}`)
  expect(written('terms.reduce((total, term) => total + term, 0)', { terms: few })).toBe('SUM(r2,r3,r5)')
  expect(written('terms.reduce((total, term) => total + term, 0)', { terms: many })).toBe('SUM(inputs!$H$2:$H$16,inputs!$H$25:$H$29)')
  expect(written('terms.reduce((total, term) => total + term * 2, 0)', { terms: few })).toBe('SUM(r2*2,r3*2,r5*2)')
  expect(written('terms.length', { terms: few })).toBe('COUNT(r2,r3,r5)')
  expect(written('terms.reduce((product, term) => product * term, 1)', { terms: few })).toBe('1*r2*r3*r5')
  expect(written('rows.reduce((total, row) => total + row.reduce((sum, term) => sum + term, 0), 0)', { rows: [few, ['r7']] })).toBe(
    'SUM(SUM(r2,r3,r5),SUM(r7))',
  )
})

test.each(['terms.map((term) => term)', 'Math.random()', 'a.b', '`a`', 'unknown + 1', 'a % b', 'terms'])(
  '%s fits no cell',
  (expression) => {
    expect(() => written(expression, { ...abc, terms: ['r2'] })).toThrow(NoCell)
  },
)

test.each([
  [1, 'A'],
  [26, 'Z'],
  [27, 'AA'],
  [52, 'AZ'],
  [702, 'ZZ'],
  [703, 'AAA'],
])('column %i is %s', (column, letters) => {
  expect(columnLetters(column)).toBe(letters)
})

test('cells below one another are one range, in the order in which they are given', () => {
  expect(
    rangesOf([
      { sheet: 's', row: 3, column: 1 },
      { sheet: 's', row: 4, column: 1 },
      { sheet: 't', row: 5, column: 1 },
    ]),
  ).toEqual(['s!$A$3:$A$4', 't!$A$5'])
})

test('whatever is written means to a spreadsheet what it means to JavaScript', () => {
  const leaf = fc.constantFrom('2', '3', '5', '0.5')
  const { tree } = fc.letrec<{ tree: string }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 5 },
      leaf,
      fc.tuple(tie('tree'), fc.constantFrom('+', '-', '*', '/'), tie('tree')).map(([left, sign, right]) => `(${left} ${sign} ${right})`),
      fc.tuple(tie('tree'), leaf).map(([base, power]) => `(${base}) ** ${power}`),
      tie('tree').map((inner) => `(-(${inner}))`),
    ),
  }))
  const empty = new Spreadsheet()
  fc.assert(
    fc.property(tree, (expression) => {
      const expected = new Function(`return ${expression}`)() as number
      fc.pre(Number.isFinite(expected) && Math.abs(expected) < 1e100)
      let found: unknown
      try {
        found = empty.evaluate(written(expression, {}), 'none')
      } catch (error) {
        // A zero that is divided by is no number to a spreadsheet, though a JavaScript infinity may vanish again.
        fc.pre(!(error instanceof Error && error.message === '#DIV/0!'))
        throw error
      }
      expect(Math.abs(Number(found) - expected)).toBeLessThanOrEqual(1e-12 * Math.max(1, Math.abs(expected)))
    }),
  )
})
