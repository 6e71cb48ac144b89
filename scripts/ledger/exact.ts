import type { Expression, Pattern, PrivateIdentifier, SpreadElement, Super } from 'acorn'
import Fraction from 'fraction.js'
import { exactly, isNumeral } from './printed.ts'

/** A value that a formula's expression works on: numbers are exact fractions. */
export type Value = Fraction | boolean | readonly Value[] | ((...values: Value[]) => Value)

/** Thrown where an expression leaves plain arithmetic; the caller then works in floating point. */
export class NotExact extends Error {}

type Names = ReadonlyMap<string, Value>

/** Evaluates a formula's syntax tree over exact fractions: + - * / **, comparisons, and, or, not, and reduce. */
export const evaluateExactly = (expression: Expression | PrivateIdentifier | Super | SpreadElement, names: Names): Value => {
  const number = (node: Expression | PrivateIdentifier | SpreadElement): Fraction => {
    const value = evaluateExactly(node, names)
    if (value instanceof Fraction) return value
    throw new NotExact(node.type)
  }
  switch (expression.type) {
    case 'Literal': {
      const digits = expression.raw?.replaceAll('_', '') ?? ''
      if (typeof expression.value !== 'number' || !isNumeral(digits)) throw new NotExact('Literal')
      return exactly(digits)
    }
    case 'Identifier': {
      const value = names.get(expression.name)
      if (value === undefined) throw new NotExact(expression.name)
      return value
    }
    case 'ParenthesizedExpression':
      return evaluateExactly(expression.expression, names)
    case 'UnaryExpression':
      if (expression.operator === '-') return number(expression.argument).neg()
      if (expression.operator === '!') return evaluateExactly(expression.argument, names) !== true
      throw new NotExact(expression.operator)
    case 'LogicalExpression': {
      const left = evaluateExactly(expression.left, names)
      if (expression.operator === '&&') return left === true && evaluateExactly(expression.right, names) === true
      if (expression.operator === '||') return left === true || evaluateExactly(expression.right, names) === true
      throw new NotExact(expression.operator)
    }
    case 'BinaryExpression': {
      const left = number(expression.left)
      const right = number(expression.right)
      switch (expression.operator) {
        case '+':
          return left.add(right)
        case '-':
          return left.sub(right)
        case '*':
          return left.mul(right)
        case '/': {
          if (right.equals(0)) throw new NotExact('division by zero')
          return left.div(right)
        }
        case '**': {
          if (left.equals(0) && right.compare(0) < 0) throw new NotExact('division by zero')
          const power = left.pow(right)
          if (power === null) throw new NotExact('**')
          return power
        }
        case '<':
          return left.compare(right) < 0
        case '<=':
          return left.compare(right) <= 0
        case '>':
          return left.compare(right) > 0
        case '>=':
          return left.compare(right) >= 0
        case '===':
          return left.equals(right)
        default:
          throw new NotExact(expression.operator)
      }
    }
    case 'CallExpression': {
      const { callee } = expression
      if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier' || callee.property.name !== 'reduce') {
        throw new NotExact('call')
      }
      const list = evaluateExactly(callee.object, names)
      const [step, start] = expression.arguments.map((argument) => evaluateExactly(argument, names))
      if (!Array.isArray(list) || typeof step !== 'function' || start === undefined) throw new NotExact('reduce')
      return (list as readonly Value[]).reduce((total, item) => step(total, item), start)
    }
    case 'ArrowFunctionExpression': {
      const { params, body } = expression
      if (body.type === 'BlockStatement') throw new NotExact('block')
      return (...values) =>
        evaluateExactly(
          body,
          new Map([...names, ...params.map((parameter, index) => [nameOf(parameter), values[index] ?? new Fraction(0)] as const)]),
        )
    }
    default:
      throw new NotExact(expression.type)
  }
}

const nameOf = (pattern: Pattern): string => {
  if (pattern.type !== 'Identifier') throw new NotExact(pattern.type)
  return pattern.name
}
