import type { Expression, PrivateIdentifier, SpreadElement, Super } from 'acorn'
import { NotExact } from './exact.ts'

/**
 * A formula's text as a function of floating-point numbers. Scripts in a browser may not make code of text, so the syntax
 * tree is turned into closures once, and these are as quick as the formula's own function is; they take the same steps in
 * the same order, and so give the same numbers to the last bit.
 */

type Evaluable = Expression | PrivateIdentifier | Super | SpreadElement

/** Names with their values; those of a function within are laid over those around it. */
type Names = Record<string, unknown>
type Step = (names: Names) => unknown

const operators: Readonly<Record<string, (a: number, b: number) => unknown>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '**': (a, b) => a ** b,
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
  '===': (a, b) => a === b,
}
const functions: Readonly<Record<string, (a: number) => number>> = { exp: Math.exp, log: Math.log }

const made = new WeakMap<object, Step>()

/** What a formula's text gives for these arguments in floating point. */
export const evaluateInFloats = (expression: Expression, names: Readonly<Record<string, unknown>>): number => {
  const step = made.get(expression) ?? compile(expression)
  made.set(expression, step)
  return Number(step(names))
}

const compile = (node: Evaluable): Step => {
  switch (node.type) {
    case 'Literal': {
      const { value } = node
      if (typeof value !== 'number') throw new NotExact('Literal')
      return () => value
    }
    case 'Identifier':
      return (names) => names[node.name]
    case 'UnaryExpression': {
      const argument = compile(node.argument)
      if (node.operator === '-') return (names) => -Number(argument(names))
      if (node.operator === '!') return (names) => argument(names) !== true
      throw new NotExact(node.operator)
    }
    case 'LogicalExpression': {
      const [left, right] = [compile(node.left), compile(node.right)]
      if (node.operator === '&&') return (names) => left(names) === true && right(names) === true
      if (node.operator === '||') return (names) => left(names) === true || right(names) === true
      throw new NotExact(node.operator)
    }
    case 'BinaryExpression': {
      const operate = operators[node.operator]
      if (!operate) throw new NotExact(node.operator)
      const [left, right] = [compile(node.left), compile(node.right)]
      return (names) => operate(Number(left(names)), Number(right(names)))
    }
    case 'MemberExpression': {
      const list = compile(node.object)
      if (node.computed || node.property.type !== 'Identifier' || node.property.name !== 'length') throw new NotExact('member')
      return (names) => (list(names) as readonly unknown[]).length
    }
    case 'CallExpression':
      return compileCall(node)
    case 'ArrowFunctionExpression': {
      const { params, body } = node
      if (body.type === 'BlockStatement') throw new NotExact('block')
      const parameters = params.map((parameter) => {
        if (parameter.type !== 'Identifier') throw new NotExact(parameter.type)
        return parameter.name
      })
      const inner = compile(body)
      return (names) => {
        // Nothing outlives a step of reduce, so one set of names serves them all.
        const own = Object.create(names) as Names
        return (...values: readonly unknown[]) => {
          for (const [index, name] of parameters.entries()) own[name] = values[index]
          return inner(own)
        }
      }
    }
    default:
      throw new NotExact(node.type)
  }
}

const compileCall = ({ callee, arguments: given }: Extract<Evaluable, { type: 'CallExpression' }>): Step => {
  if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') throw new NotExact('call')
  const [first, second] = given
  if (callee.object.type === 'Identifier' && callee.object.name === 'Math') {
    const apply = functions[callee.property.name]
    if (!apply || !first || second) throw new NotExact('call')
    const argument = compile(first)
    return (names) => apply(Number(argument(names)))
  }
  if (callee.property.name !== 'reduce' || !first || !second) throw new NotExact('call')
  const [list, step, start] = [compile(callee.object), compile(first), compile(second)]
  return (names) => {
    const add = step(names) as (...values: readonly unknown[]) => unknown
    let total = start(names)
    for (const item of list(names) as readonly unknown[]) total = add(total, item)
    return total
  }
}
