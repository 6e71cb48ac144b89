import { describe, expect, test } from 'vitest'
import { isMistakenNumeral, numeralFault } from '../../../scripts/ledger/numbers/numeral-faults.ts'

const plain = 'digits as the page has them, with “-” before and “.” in them at most, or “<0.001”, or “2.5×10³”; other words go to “as”'

describe('what keeps a text from being a plain numeral', () => {
  test.each(['5', '-5', '0.50', '1234567', '<0.001', '2.5×10³'])('is nothing: %s', (text) => expect(numeralFault(text)).toBeUndefined())

  test.each(['', '  ', '\t'])('is that there is nothing: %j', (text) =>
    expect(numeralFault(text)).toEqual({
      what: 'is empty',
      expected: 'digits as the page has them; “0” only where it prints a nought',
    }),
  )

  test.each([
    ['1,234', '“,”, a comma (U+002C) between its digits', '“1234”; or “1.234” where the comma is the decimal sign'],
    ['12,5', '“,”, a comma (U+002C)', '“12.5”'],
    ['-1,234,567', '“,”, a comma (U+002C) between its digits', '“-1234567”'],
    ['1 234', 'a space (U+0020) between its digits', '“1234”'],
    ['１２', '“１”, a full-width digit (U+FF11)', '“12”'],
    ['—5', '“—”, an em dash (U+2014) for a minus', '“-5”'],
    ['- 5', 'a space (U+0020)', '“-5”'],
    ['+5', '“+”, a plus (U+002B)', '“5”'],
    ['1O', '“O”, the letter O (U+004F)', '“10”'],
    ['"5"', '“"” (U+0022)', '“5”'],
  ])('is a sign that looks like one of its own: %s', (text, sign, digits) => {
    expect(numeralFault(text)).toEqual({ what: `“${text}” has ${sign}`, expected: digits })
    expect(isMistakenNumeral(text)).toBe(true)
  })

  test('is that it begins with its point', () =>
    expect(numeralFault('.5')).toEqual({ what: '“.5” begins with its point', expected: '“0.5”' }))

  test.each([
    ['12人', '12', '人'],
    ['-12.5 %', '-12.5', '%'],
    ['1😀', '1', '😀'],
    ['12³', '12', '³'],
  ])('is a word beside its digits: %s', (text, number, word) =>
    expect(numeralFault(text)).toEqual({
      what: `“${text}” has “${word}” beside its digits`,
      expected: `“${number}”; what it counts in goes to “unit:”, other words to “as”`,
    }),
  )

  test.each([
    ['-', ''],
    ['−', ''],
    ['.', ''],
    ['1..2', ''],
    ['3.', ''],
    ['1-2', ': “-”, a hyphen (U+002D) is no part of one'],
    ['-x1', ': “x” (U+0078) is no part of one'],
    ['~12', ': “~” (U+007E) is no part of one'],
    ['😀1', ': “😀” (U+1F600) is no part of one'],
    ['十二', ': “十” (U+5341) is no part of one'],
    ['1e3x', ': “e” (U+0065) is no part of one'],
  ])('is whatever no numeral has: %s', (text, sign) => {
    expect(numeralFault(text)).toEqual({ what: `“${text}” is no plain numeral${sign}`, expected: plain })
    expect(isMistakenNumeral(text)).toBe(false)
  })

  test('is that no page prints so many digits', () => {
    expect(numeralFault('9'.repeat(60))).toBeUndefined()
    expect(numeralFault('9'.repeat(61))).toEqual({
      what: '“999999999999…” has more than 60 digits in a row',
      expected: 'one number, with the digits that the page has',
    })
  })
})
