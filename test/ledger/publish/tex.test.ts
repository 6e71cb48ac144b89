import katex from 'katex'
import { describe, expect, test } from 'vitest'
import { formulasIn } from '../../../scripts/ledger/figures/formula.ts'
import { type Symbols, texLines, texOf, texText, texWords } from '../../../scripts/ledger/publish/tex.ts'

const letters: Symbols = {
  a: 'a',
  b: 'b',
  c: 'c',
  d: 'd',
  pair: ['x', 'y'],
  four: ['p', 'q', 'r', 's'],
  five: ['p', 'q', 'r', 's', 't'],
  list: 't_i',
}
const parsed = (expression: string) => {
  const [formula] = formulasIn(`export const example = ({ a }) => ${expression}`, 'example.ts')
  if (!formula?.expression) throw new Error(`${expression} is no expression`)
  return formula.expression
}
const tex = (expression: string, symbols: Symbols = letters): string => texOf(parsed(expression), symbols)

describe('an equation', () => {
  test.each([
    ['a + b', 'a + b'],
    ['a - b', 'a - b'],
    ['a * b', 'a \\times b'],
    ['a / b', '\\frac{a}{b}'],
    ['2 ** a', '{2}^{a}'],
    ['0.5 * a', '0.5 \\times a'],
    ['a / b * c', '\\frac{a}{b} \\times c'],
    ['a * (b / c)', 'a \\times \\frac{b}{c}'],
    ['(a + b) / (c - d)', '\\frac{a + b}{c - d}'],
    ['a / b - 1', '\\frac{a}{b} - 1'],
    ['a / (b / c)', '\\frac{a}{\\frac{b}{c}}'],
    ['pair.length', '\\#\\left\\{x,\\; y\\right\\}'],
    ['list.length', '\\#\\left\\{t_i\\right\\}'],
    ['pair.size', '\\ldots'],
    ['pair.map(a)', '\\ldots'],
  ])('of %s reads %s', (expression, printed) => expect(tex(expression)).toBe(printed))

  test.each([
    ['a * (1 + b)', 'a \\times \\left(1 + b\\right)'],
    ['(a + b) * c', '\\left(a + b\\right) \\times c'],
    ['(a - b) * (c + d)', '\\left(a - b\\right) \\times \\left(c + d\\right)'],
    ['a - (b - c)', 'a - \\left(b - c\\right)'],
    ['a - (b + c)', 'a - \\left(b + c\\right)'],
    ['(a + b) ** 2', '{\\left(a + b\\right)}^{2}'],
    ['(a * b) ** 2', '{\\left(a \\times b\\right)}^{2}'],
    ['(a / b) ** 2', '{\\left(\\frac{a}{b}\\right)}^{2}'],
    ['(a ** b) ** c', '{\\left({a}^{b}\\right)}^{c}'],
    ['-(a + b)', '-\\left(a + b\\right)'],
    ['a - pair.reduce((total, term) => total + term, 0)', 'a - \\left(x + y\\right)'],
    ['a * pair.reduce((total, term) => total + term, 0)', 'a \\times \\left(x + y\\right)'],
    ['Math.log(a + b)', '\\ln \\left(a + b\\right)'],
  ])('of %s keeps the brackets that matter: %s', (expression, printed) => expect(tex(expression)).toBe(printed))

  test.each([
    ['a + (b + c)', 'a + b + c'],
    ['(a * b) * c', 'a \\times b \\times c'],
    ['a * b + c', 'a \\times b + c'],
    ['a + (b * c)', 'a + b \\times c'],
    ['(a) / (b)', '\\frac{a}{b}'],
    ['2 ** (1 - a)', '{2}^{1 - a}'],
    ['a * 2 ** b', 'a \\times {2}^{b}'],
    ['-a * b', '-a \\times b'],
    ['Math.log(a)', '\\ln a'],
    ['Math.log(a / b)', '\\ln \\frac{a}{b}'],
    ['Math.exp(a * Math.log(b) + c)', '\\mathrm{e}^{a \\times \\ln b + c}'],
    ['a / Math.exp(b)', '\\frac{a}{\\mathrm{e}^{b}}'],
  ])('of %s has none that do not: %s', (expression, printed) => expect(tex(expression)).toBe(printed))

  const added = (name: string) => tex(`${name}.reduce((total, term) => total + term, 0)`)
  test('adds up a short list in full', () => {
    expect(added('pair')).toBe('x + y')
    expect(added('four')).toBe('p + q + r + s')
  })
  test('adds up a long list by its first two and its last', () => expect(added('five')).toBe('p + q + \\cdots + t'))
  test('adds up a list of one symbol with a sum sign', () => expect(added('list')).toBe('\\sum t_i'))
  test('adds up a list without a symbol by its name', () => expect(added('unknownTerms')).toBe('\\sum \\text{unknown terms}'))
  test('of long words holds all of them, and is one equation', () => {
    const long = ['one', 'two', 'three'].map((word) => `\\text{${word} of twenty-five letters}`)
    const printed = tex('pair.reduce((total, term) => total + term, 0)', { pair: long })
    for (const word of long) expect(printed).toContain(word)
    expect(() => katex.renderToString(printed, { output: 'mathml', throwOnError: true })).not.toThrow()
  })

  test('names what has no symbol by its words', () => expect(tex('a / platformTurnover')).toBe('\\frac{a}{\\text{platform turnover}}'))
  test('says where it cannot be printed', () => {
    expect(tex('a.filter((one) => one > b).length')).toBe('\\ldots')
    expect(tex('Math.max(a, b)')).toBe('\\ldots')
    expect(tex('a < b ? a : b')).toBe('\\ldots')
  })

  test('is what a typesetter takes', () => {
    for (const expression of [
      'a / (b / c) ** 2 - Math.exp(-a)',
      'a - (b - Math.log(c + d))',
      'five.reduce((total, term) => total + term, 0) / a',
    ]) {
      expect(() => katex.renderToString(tex(expression), { output: 'mathml', throwOnError: true })).not.toThrow()
    }
  })
})

describe('an equation in lines', () => {
  const long = (letter: string) => `\\text{${letter.repeat(20)}}`
  const words: Symbols = {
    a: long('a'),
    b: long('b'),
    c: long('c'),
    pair: [long('x'), long('y')],
    five: ['p', 'q', 'r', 's', 't'].map(long),
  }
  const lines = (expression: string, symbols: Symbols = words) =>
    texLines(parsed(expression), symbols).map((line) => line.replace(/\\text\{(\w)\w*\}/g, '$1'))

  test('that is short is one line', () => {
    expect(texLines(parsed('a + b - c'), letters)).toEqual(['a + b - c'])
    expect(lines('a / b')).toEqual(['\\frac{a}{b}'])
    expect(lines('a * b')).toEqual(['a \\times b'])
  })
  test('that is long goes down the page, a term a line, each with its sign', () => {
    expect(lines('a + b - c')).toEqual(['a', '{} + b', '{} - c'])
    expect(lines('a * b - c')).toEqual(['a \\times b', '{} - c'])
    expect(lines('pair.reduce((total, term) => total + term, 0)')).toEqual(['x', '{} + y'])
    expect(lines('five.reduce((total, term) => total + term, 0)')).toEqual(['p', '{} + q', '{} + \\cdots', '{} + t'])
  })
  test('keeps the brackets that matter', () => {
    expect(lines('a - (b + c)')).toEqual(['a', '{} - \\left(b + c\\right)'])
    expect(lines('a - (b - c)')).toEqual(['a', '{} - \\left(b - c\\right)'])
    expect(lines('a - pair.reduce((total, term) => total + term, 0)')).toEqual(['a', '{} - \\left(x + y\\right)'])
    expect(lines('a + (b - c)').join(' ').replaceAll('{} ', '')).toBe('a + b - c')
  })
  test('a Chinese character is as wide as two letters', () => {
    const chinese = (length: number) => ({ a: `\\text{${'数'.repeat(length)}}`, b: `\\text{${'数'.repeat(length)}}` })
    expect(texLines(parsed('a + b'), chinese(7))).toHaveLength(1)
    expect(texLines(parsed('a + b'), chinese(8))).toHaveLength(2)
    expect(texLines(parsed('a + b'), { a: 'a'.repeat(15), b: 'b'.repeat(15) })).toHaveLength(1)
    expect(texLines(parsed('a + b'), { a: 'a'.repeat(15), b: 'b'.repeat(16) })).toHaveLength(2)
  })
})

describe('words in an equation', () => {
  test.each([
    ['platformTurnover', 'platform turnover'],
    ['jobs', 'jobs'],
    ['gdp2019', 'gdp 2019'],
    ['grossDomesticProduct', 'gross domestic product'],
  ])('%s is read “%s”', (name, words) => {
    expect(texWords(name)).toBe(`\\text{${words}}`)
  })

  test('hold no sign that a typesetter would take for a command', () => {
    expect(texText('15.3%')).toBe('\\text{15.3\\%}')
    expect(texText('A & B_1 #2 $3 {x}')).toBe('\\text{A \\& B\\_1 \\#2 \\$3 \\{x\\}}')
    expect(texText('a\\b')).toBe('\\text{ab}')
  })

  test.each(['15.3%', 'A & B_1', '$5 #1', '{x}', 'a^b', 'a~b', 'a\\b', '“老板”（2019年）', 'The companies’ own'])(
    '“%s” is typeset as it stands',
    (words) => {
      const typeset = katex.renderToString(texText(words), { output: 'mathml', throwOnError: true, strict: false })
      const text = [...typeset.matchAll(/<mtext>(.*?)<\/mtext>/g)]
        .map(([, part = '']) => part)
        .join('')
        .replaceAll('&amp;', '&')
        .replaceAll('\u00a0', ' ')
      expect(text).toBe(words.replace('\\', ''))
    },
  )
})
