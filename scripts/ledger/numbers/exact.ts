import type { Expression, Pattern, PrivateIdentifier, SpreadElement, Super } from 'acorn'
import type Fraction from 'fraction.js'
import { exactly, isNumeral } from './printed.ts'

/** A value that a formula's expression works on; numbers are what the arithmetic has for them. */
export type Value<Numeric extends object = Fraction> =
  | Numeric
  | boolean
  | readonly Value<Numeric>[]
  | ((...values: Value<Numeric>[]) => Value<Numeric>)

/** Thrown where an expression leaves an arithmetic; the caller then works in floating point. */
export class NotExact extends Error {}

/** What a formula's text may be read over: exact fractions here, slopes over ranges in slopes.ts. */
export interface Arithmetic<Numeric extends object> {
  readonly read: (digits: string) => Numeric
  readonly negate: (a: Numeric) => Numeric
  readonly binary: Readonly<Record<string, (a: Numeric, b: Numeric) => Numeric>>
  readonly comparisons: Readonly<Record<string, (a: Numeric, b: Numeric) => boolean>>
  /** Functions of `Math` that it has. */
  readonly functions: Readonly<Record<string, (a: Numeric) => Numeric>>
}

const nonZero = (a: Fraction): Fraction => {
  if (a.equals(0)) throw new NotExact('division by zero')
  return a
}

const fractions: Arithmetic<Fraction> = {
  read: exactly,
  negate: (a) => a.neg(),
  binary: {
    '+': (a, b) => a.add(b),
    '-': (a, b) => a.sub(b),
    '*': (a, b) => a.mul(b),
    '/': (a, b) => a.div(nonZero(b)),
    '**': (a, b) => {
      const power = (b.compare(0) < 0 ? nonZero(a) : a).pow(b)
      if (power === null) throw new NotExact('**')
      return power
    },
  },
  comparisons: {
    '<': (a, b) => a.compare(b) < 0,
    '<=': (a, b) => a.compare(b) <= 0,
    '>': (a, b) => a.compare(b) > 0,
    '>=': (a, b) => a.compare(b) >= 0,
    '===': (a, b) => a.equals(b),
  },
  functions: {},
}

type Evaluable = Expression | PrivateIdentifier | Super | SpreadElement

/** Evaluates a formula's syntax tree over exact fractions: + - * / **, comparisons, and, or, not, length and reduce. */
export const evaluateExactly = (expression: Evaluable, names: ReadonlyMap<string, Value>): Value =>
  evaluateOver(fractions, expression, names)

/** Evaluates a formula's syntax tree over any arithmetic. */
export const evaluateOver = <Numeric extends object>(
  arithmetic: Arithmetic<Numeric>,
  expression: Evaluable,
  names: ReadonlyMap<string, Value<Numeric>>,
): Value<Numeric> => {
  const evaluate = (node: Evaluable): Value<Numeric> => evaluateOver(arithmetic, node, names)
  const number = (node: Evaluable): Numeric => {
    const value = evaluate(node)
    if (typeof value === 'object' && !Array.isArray(value)) return value as Numeric
    throw new NotExact(node.type)
  }
  switch (expression.type) {
    case 'Literal': {
      const digits = expression.raw?.replaceAll('_', '') ?? ''
      if (typeof expression.value !== 'number' || !isNumeral(digits)) throw new NotExact('Literal')
      return arithmetic.read(digits)
    }
    case 'Identifier': {
      const value = names.get(expression.name)
      if (value === undefined) throw new NotExact(expression.name)
      return value
    }
    case 'UnaryExpression':
      if (expression.operator === '-') return arithmetic.negate(number(expression.argument))
      if (expression.operator === '!') return evaluate(expression.argument) !== true
      throw new NotExact(expression.operator)
    case 'LogicalExpression': {
      const left = evaluate(expression.left)
      if (expression.operator === '&&') return left === true && evaluate(expression.right) === true
      if (expression.operator === '||') return left === true || evaluate(expression.right) === true
      throw new NotExact(expression.operator)
    }
    case 'BinaryExpression': {
      const operate = arithmetic.binary[expression.operator] ?? arithmetic.comparisons[expression.operator]
      if (!operate) throw new NotExact(expression.operator)
      return operate(number(expression.left), number(expression.right))
    }
    case 'MemberExpression': {
      const list = evaluate(expression.object)
      const isLength = expression.property.type === 'Identifier' && expression.property.name === 'length' && !expression.computed
      if (!isLength || !Array.isArray(list)) throw new NotExact('member')
      return arithmetic.read(String(list.length))
    }
    case 'CallExpression': {
      const { callee } = expression
      if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') throw new NotExact('call')
      const [first, ...others] = expression.arguments
      if (callee.object.type === 'Identifier' && callee.object.name === 'Math') {
        const apply = arithmetic.functions[callee.property.name]
        if (!apply || !first || others.length > 0) throw new NotExact('call')
        return apply(number(first))
      }
      if (callee.property.name !== 'reduce') throw new NotExact('call')
      const list = evaluate(callee.object)
      const [step, start] = expression.arguments.map(evaluate)
      if (!Array.isArray(list) || typeof step !== 'function' || start === undefined) throw new NotExact('reduce')
      return (list as readonly Value<Numeric>[]).reduce((total, item) => step(total, item), start)
    }
    case 'ArrowFunctionExpression': {
      const { params, body } = expression
      if (body.type === 'BlockStatement') throw new NotExact('block')
      return (...values) => {
        const own = params.map((parameter, index) => [nameOf(parameter), values[index] ?? arithmetic.read('0')] as const)
        return evaluateOver(arithmetic, body, new Map([...names, ...own]))
      }
    }
    default:
      throw new NotExact(expression.type)
  }
}

const nameOf = (pattern: Pattern): string => {
  if (pattern.type !== 'Identifier') throw new NotExact(pattern.type)
  return pattern.name
}
