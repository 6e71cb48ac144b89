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
    case 'CallExpression': {
      const { callee } = node
      if (callee.type === 'MemberExpression' && callee.property.type === 'Identifier') {
        const { name } = callee.property
        if (name === 'reduce' && callee.object.type === 'Identifier') return printSum(symbols[callee.object.name] ?? texWords(callee.object.name))
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

const printSum = (terms: string | readonly string[]): { tex: string; level: number } =>
  ({ tex: typeof terms === 'string' ? `\\sum ${terms}` : shortened(terms).join(' + '), level: 1 })

const shortened = (terms: readonly string[]): readonly string[] =>
  terms.length > longestList ? [...terms.slice(0, 2), '\\cdots', ...terms.slice(-1)] : terms

/** TeX in lines of the page: words are long and a phone is narrow, so a sum of more than two goes down the page. */
export const texLines = (expression: Printable, symbols: Symbols): readonly string[] => {
  const [only, ...others] = Object.values(symbols)
  const terms = Array.isArray(only) && others.length === 0 && expression.type === 'CallExpression' ? shortened(only as readonly string[]) : []
  return terms.length > 2 ? terms.map((term, index) => (index === 0 ? term : `{} + ${term}`)) : [texOf(expression, symbols)]
}

/** platformTurnover -> \text{platform turnover} */
export const texWords = (name: string): string =>
  `\\text{${name.replace(/([A-Z]|\d+)/g, (part) => ` ${part.toLowerCase()}`).trim()}}`

/** Text from data inside TeX: what TeX would read as a command is made plain. */
export const texText = (text: string): string => `\\text{${text.replace(/[\\{}$&#^_~%]/g, (sign) => (sign === '\\' ? '' : `\\${sign}`))}}`
