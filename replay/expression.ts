import type { Arithmetic } from './arithmetic.ts'

/** A formula's text read as a tree: what the ledger's formulas use, and nothing else. */
export type Expression =
  | { readonly is: 'number'; readonly digits: string }
  | { readonly is: 'name'; readonly name: string }
  | { readonly is: 'operation'; readonly sign: '+' | '-' | '*' | '/' | '**'; readonly left: Expression; readonly right: Expression }
  | { readonly is: 'negative'; readonly of: Expression }
  | { readonly is: 'function'; readonly name: 'exp' | 'log'; readonly of: Expression }
  | { readonly is: 'length'; readonly list: string }
  | {
      readonly is: 'reduce'
      readonly list: string
      readonly total: string
      readonly term: string
      readonly step: Expression
      readonly start: Expression
    }

/** An argument: a number, a list or a matrix of numbers. */
export type Argument<N> = N | readonly N[] | readonly (readonly N[])[]

interface Token {
  readonly text: string
  readonly column: number
}

const tokens = (text: string): readonly Token[] =>
  [...text.matchAll(/\s+|\*\*|=>|\d+(?:\.\d+)?|[A-Za-z_$][\w$]*|./gsu)]
    .map((match) => ({ text: match[0], column: match.index + 1 }))
    .filter((token) => token.text.trim() !== '')

const strengths: Readonly<Record<string, number>> = { '+': 1, '-': 1, '*': 2, '/': 2, '**': 4 }
const strengthOfSign = 3

/** Reads a formula's text by precedence (Pratt 1973). Throws a SyntaxError that names what it does not know and where. */
export const parse = (text: string): Expression => {
  const list = tokens(text)
  let at = 0
  const peek = (): string => list[at]?.text ?? ''
  const refuse = (expected: string): never => {
    const token = list[at]
    throw new SyntaxError(
      token ? `column ${token.column}: “${token.text}” where ${expected} should stand` : `it ends where ${expected} should stand`,
    )
  }
  const take = (wanted: string): void => {
    if (peek() !== wanted) refuse(`“${wanted}”`)
    at += 1
  }
  const takeName = (): string => {
    const name = peek()
    if (!/^[A-Za-z_$]/.test(name)) refuse('a name')
    at += 1
    return name
  }

  const afterName = (name: string): Expression => {
    if (peek() !== '.') return { is: 'name', name }
    at += 1
    const member = peek()
    if (name === 'Math') {
      if (member !== 'exp' && member !== 'log') return refuse('exp or log')
      at += 1
      take('(')
      const of = expression(0)
      take(')')
      return { is: 'function', name: member, of }
    }
    if (member === 'length') {
      at += 1
      return { is: 'length', list: name }
    }
    if (member !== 'reduce') return refuse('length or reduce')
    at += 1
    take('(')
    take('(')
    const total = takeName()
    take(',')
    const term = takeName()
    take(')')
    take('=>')
    const step = expression(0)
    take(',')
    const start = expression(0)
    take(')')
    return { is: 'reduce', list: name, total, term, step, start }
  }

  const operand = (): Expression => {
    const token = peek()
    if (token === '-') {
      at += 1
      return { is: 'negative', of: expression(strengthOfSign) }
    }
    if (token === '(') {
      at += 1
      const inner = expression(0)
      take(')')
      return inner
    }
    if (/^\d/.test(token)) {
      at += 1
      return { is: 'number', digits: token }
    }
    return afterName(takeName())
  }

  const expression = (atLeast: number): Expression => {
    let left = operand()
    for (;;) {
      const sign = peek()
      const strength = strengths[sign]
      if (strength === undefined || strength <= atLeast) return left
      at += 1
      // Powers bind to the right: a ** b ** c is a ** (b ** c).
      const right = expression(sign === '**' ? strength - 1 : strength)
      left = { is: 'operation', sign: sign as '+', left, right }
    }
  }

  const whole = expression(0)
  if (at < list.length) refuse('an operator or the end')
  return whole
}

const operations = { '+': 'add', '-': 'subtract', '*': 'multiply', '/': 'divide', '**': 'power' } as const

/** The value of a formula for given arguments. Throws where a name is not among them or is no number. */
export const evaluate = <N>(formula: Expression, given: ReadonlyMap<string, Argument<N>>, arithmetic: Arithmetic<N>): N => {
  const listOf = (name: string): readonly N[] => {
    const list = given.get(name)
    if (!Array.isArray(list)) throw new TypeError(`“${name}” is no list among the arguments`)
    return list as readonly N[]
  }
  const valueAt = (part: Expression, local: ReadonlyMap<string, Argument<N>>): N => {
    switch (part.is) {
      case 'number':
        return arithmetic.of(part.digits)
      case 'name': {
        const value = local.get(part.name)
        if (value === undefined || Array.isArray(value)) throw new TypeError(`“${part.name}” is no number among the arguments`)
        return value as N
      }
      case 'operation':
        return arithmetic[operations[part.sign]](valueAt(part.left, local), valueAt(part.right, local))
      case 'negative':
        return arithmetic.subtract(arithmetic.of('0'), valueAt(part.of, local))
      case 'function':
        return arithmetic[part.name](valueAt(part.of, local))
      case 'length':
        return arithmetic.of(String(listOf(part.list).length))
      case 'reduce': {
        const inner = new Map(local)
        let total = valueAt(part.start, local)
        for (const term of listOf(part.list)) total = valueAt(part.step, inner.set(part.total, total).set(part.term, term))
        return total
      }
    }
  }
  return valueAt(formula, given)
}
