import type { Expression, PrivateIdentifier, SpreadElement, Super } from 'acorn'

/** What to write for an argument: one symbol, or several for an argument that is a list. */
export type Symbols = Readonly<Record<string, string | readonly string[]>>

type Printable = Expression | PrivateIdentifier | Super | SpreadElement

const precedence: Readonly<Record<string, number>> = { '+': 1, '-': 1, '*': 2, '/': 4, '**': 3 }
const operators: Readonly<Record<string, string>> = { '+': '+', '-': '-', '*': '\\times', '<': '<', '>': '>' }
/** A list longer than this is printed as a sum sign over its first and last member. */
const longestList = 4

/** TeX of a formula's expression, with `symbols` for its arguments. */
export const texOf = (expression: Printable, symbols: Symbols): string => print(expression, symbols).tex

const print = (node: Printable, symbols: Symbols): { tex: string; level: number } => {
  const within = (child: Printable, level: number): string => {
    const printed = print(child, symbols)
    return printed.level < level ? `\\left(${printed.tex}\\right)` : printed.tex
  }
  switch (node.type) {
    case 'Literal':
      return { tex: String(node.raw), level: 9 }
    case 'Identifier': {
      const symbol = symbols[node.name]
      return { tex: typeof symbol === 'string' ? symbol : texWords(node.name), level: 9 }
    }
    case 'ParenthesizedExpression':
      return print(node.expression, symbols)
    case 'UnaryExpression':
      return { tex: `-${within(node.argument, 3)}`, level: 2 }
    case 'BinaryExpression': {
      const level = precedence[node.operator] ?? 0
      if (node.operator === '/') return { tex: `\\frac{${print(node.left, symbols).tex}}{${print(node.right, symbols).tex}}`, level }
      if (node.operator === '**') return { tex: `{${within(node.left, 5)}}^{${print(node.right, symbols).tex}}`, level }
      const right = within(node.right, node.operator === '-' ? level + 1 : level)
      return { tex: `${within(node.left, level)} ${operators[node.operator] ?? node.operator} ${right}`, level }
    }
    case 'MemberExpression': {
      if (node.object.type !== 'Identifier' || node.property.type !== 'Identifier' || node.property.name !== 'length')
        return { tex: '\\ldots', level: 9 }
      const list = symbols[node.object.name] ?? texWords(node.object.name)
      return { tex: `\\#\\left\\{${typeof list === 'string' ? list : shortened(list).join(',\\; ')}\\right\\}`, level: 9 }
    }
    case 'CallExpression': {
      const { callee } = node
      if (callee.type === 'MemberExpression' && callee.property.type === 'Identifier') {
        const { name } = callee.property
        if (name === 'reduce' && callee.object.type === 'Identifier')
          return printSum(symbols[callee.object.name] ?? texWords(callee.object.name))
        const [argument] = node.arguments
        if (argument && name === 'exp') return { tex: `\\mathrm{e}^{${print(argument, symbols).tex}}`, level: 3 }
        if (argument && name === 'log') return { tex: `\\ln ${within(argument, 4)}`, level: 3 }
      }
      return { tex: '\\ldots', level: 9 }
    }
    default:
      return { tex: '\\ldots', level: 9 }
  }
}

const printSum = (terms: string | readonly string[]): { tex: string; level: number } => ({
  tex: typeof terms === 'string' ? `\\sum ${terms}` : shortened(terms).join(' + '),
  level: 1,
})

const shortened = (terms: readonly string[]): readonly string[] =>
  terms.length > longestList ? [...terms.slice(0, 2), '\\cdots', ...terms.slice(-1)] : terms

/** TeX in lines of the page: a sum too long for a phone goes down the page. */
export const texLines = (expression: Printable, symbols: Symbols): readonly string[] => {
  const terms = addends(expression, symbols)
  const width = terms.reduce((total, { tex }) => total + 2 + widthOf(tex), 0)
  return terms.length > 1 && width > widestLine
    ? terms.map(({ sign, tex }, index) => (index === 0 ? tex : `{} ${sign} ${tex}`))
    : [texOf(expression, symbols)]
}

interface Addend {
  readonly sign: '+' | '-'
  readonly tex: string
}

/** Columns that a phone's line holds; a Chinese character takes two. */
const widestLine = 34

const widthOf = (tex: string): number =>
  [...tex.replace(/\\[a-z]+|[{}]/g, '')].reduce((width, sign) => width + (/[\u2e80-\uffff]/.test(sign) ? 2 : 1), 0)

/** What an expression adds and subtracts at its top, in order. */
const addends = (node: Printable, symbols: Symbols): readonly Addend[] => {
  if (node.type === 'BinaryExpression' && (node.operator === '+' || node.operator === '-')) {
    const right = print(node.right, symbols)
    // Only the left side chains without brackets.
    const tex = right.level <= 1 && node.operator === '-' ? `\\left(${right.tex}\\right)` : right.tex
    return [...addends(node.left, symbols), { sign: node.operator, tex }]
  }
  if (node.type === 'CallExpression' && node.callee.type === 'MemberExpression' && node.callee.object.type === 'Identifier') {
    const list = symbols[node.callee.object.name]
    if (Array.isArray(list)) return shortened(list as readonly string[]).map((tex) => ({ sign: '+', tex }))
  }
  return [{ sign: '+', tex: print(node, symbols).tex }]
}

/** platformTurnover -> \text{platform turnover} */
export const texWords = (name: string): string => `\\text{${name.replace(/([A-Z]|\d+)/g, (part) => ` ${part.toLowerCase()}`).trim()}}`

/** Text from data inside TeX: what TeX would read as a command is made plain. */
export const texText = (text: string): string => `\\text{${text.replace(/[\\{}$&#^_~%]/g, (sign) => plainSigns[sign] ?? `\\${sign}`)}}`

const plainSigns: Readonly<Record<string, string>> = { '\\': '', '^': '\\textasciicircum{}', '~': '\\textasciitilde{}' }
