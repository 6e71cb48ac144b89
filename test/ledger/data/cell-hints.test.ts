import { expect, test } from 'vitest'
import { cellHint } from '../../../scripts/ledger/data/cell-hints.ts'

test.each([
  ['15.0%', '“15.0”, and “unit: "%"” at its column or row'],
  ['-15 ％', '“-15”, and “unit: "%"” at its column or row'],
  ['−4.5%', '“−4.5”, and “unit: "%"” at its column or row'],
  ['(4.0)', '“-4.0” where the brackets stand for a minus; else “4.0”, and the brackets among “marks:”'],
  ['（ 12 ）', '“-12” where the brackets stand for a minus; else “12”, and the brackets among “marks:”'],
])('a cell “%s” is answered with its number, and with where its sign goes', (cell, hint) => expect(cellHint(cell)).toBe(hint))

test.each(['=SUM(B2:B4)', '=1'])('a formula of a spreadsheet is called one: %s', (cell) =>
  expect(cellHint(cell)).toBe('the number that the page prints; this is a formula of a spreadsheet'),
)

test.each(['#REF!', '#N/A', '#VALUE!', '#DIV/0!', '#NAME?', '#NUM!', '#NULL!', '##', '#####'])(
  'an error of a spreadsheet is called one: %s',
  (cell) => expect(cellHint(cell)).toBe('the number that the page prints; this is what a spreadsheet shows for an error'),
)

test.each(['2019-03-04', '04/03/2019', '4.3.19', '4-Mar', 'Mar-04', '12/dec', 'SEP/1', '3月4日', '12月31日'])(
  'a day that a spreadsheet may have made of a number is called one: %s',
  (cell) => expect(cellHint(cell)).toBe('the number that the page prints; a spreadsheet may have made a day of it'),
)

test.each([
  '15.0',
  'x15%',
  '15%x',
  '1.5.2%',
  '(4',
  '4)',
  'x(4)',
  '(4)x',
  'a=b',
  'see #REF!',
  '#',
  '#x',
  '2019-03',
  '1-2',
  '4-Mars',
  '3月',
  '第3月4日',
  '3月4日起',
  '12019-03-04',
  '2019-03-04a',
])('a cell “%s” has no such form, and no such answer', (cell) => expect(cellHint(cell)).toBeUndefined())
