import { type BinaryExpression, type Expression, type PrivateIdentifier, parse } from 'acorn'
import type Fraction from 'fraction.js'
import { evaluateExactly } from '../../scripts/ledger/numbers/exact.ts'

/** A mistake in a predicate, at an index of its text. */
export class PredicateMistake extends Error {
  readonly index: number
  readonly expected: string | undefined

  constructor(what: string, index: number, expected?: string) {
    super(what)
    this.index = index
    this.expected = expected
  }
}

/** What <Holds that="..."> says: a statement over figures that is true or false. */
export interface Predicate {
  readonly text: string
  /** Plain arithmetic and comparisons; figures are identifiers whose names carry the dots of their ids. */
  readonly statement: Expression
  readonly names: readonly { readonly id: string; readonly index: number }[]
}

const grammar = 'figures and numbers with + - * /, compared by < <= > >= ===, joined by && || !'
const comparisons: ReadonlySet<string> = new Set(['<', '<=', '>', '>=', '==='])
const arithmetic: ReadonlySet<string> = new Set(['+', '-', '*', '/'])

type Kind = 'number' | 'statement'

/** Nobody reads more; and what stands in brackets in brackets is read one inside the other. */
const longest = 1000

/** Parses a predicate and refuses whatever is not arithmetic, comparison or logic, so that evaluating it can fail only by dividing by zero. */
export const readPredicate = (text: string): Predicate => {
  if (text.length > longest) throw new PredicateMistake('the predicate is too long', 0, `at most ${longest} characters`)
  const names: { id: string; index: number }[] = []

  const read = (node: Expression | PrivateIdentifier, wanted: Kind): Expression => {
    const is = (kind: Kind): void => {
      if (kind === wanted) return
      const written = text.slice(node.start, node.end)
      if (wanted === 'statement')
        throw new PredicateMistake(`“${written}” is a number, neither true nor false`, node.start, `a comparison, such as ${written} > 0`)
      throw new PredicateMistake(`“${written}” is true or false, not a number`, node.start, 'two comparisons: a < b && b < c')
    }
    const id = idOf(node)
    if (id) {
      is('number')
      names.push({ id, index: node.start })
      return { type: 'Identifier', name: id, start: node.start, end: node.end }
    }
    switch (node.type) {
      case 'Literal':
        if (typeof node.value !== 'number') break
        is('number')
        // 5e7 and 0x10 are told to the fractions as plain decimals.
        return { ...node, raw: /^\d+(\.\d+)?$/.test(node.raw ?? '') ? (node.raw ?? '') : String(node.value) }
      case 'UnaryExpression':
        if (node.operator !== '-' && node.operator !== '!') break
        is(node.operator === '!' ? 'statement' : 'number')
        return { ...node, argument: read(node.argument, wanted) }
      case 'LogicalExpression':
        if (node.operator === '??') break
        is('statement')
        return { ...node, left: read(node.left, 'statement'), right: read(node.right, 'statement') }
      case 'BinaryExpression': {
        const operator = node.operator === '==' ? '===' : node.operator
        if (!comparisons.has(operator) && !arithmetic.has(operator)) break
        is(comparisons.has(operator) ? 'statement' : 'number')
        return { ...node, operator, left: read(node.left, 'number'), right: read(node.right, 'number') }
      }
    }
    const equals = node.type === 'AssignmentExpression'
    throw new PredicateMistake(`“${text.slice(node.start, node.end)}” means nothing here`, node.start, equals ? '=== to compare' : grammar)
  }

  const [first, second] = parseStatements(text)
  if (!first) throw new PredicateMistake('the predicate is empty', 0, grammar)
  if (second) throw new PredicateMistake(`“${text.slice(second.start).trim()}” means nothing here`, second.start, grammar)
  if (first.type !== 'ExpressionStatement') throw new PredicateMistake(`“${text}” means nothing here`, 0, grammar)
  const statement = read(first.expression, 'statement')
  if (names.length === 0) throw new PredicateMistake('the predicate names no figure', 0, 'a comparison with a figure in it')
  return { text, statement, names }
}

const parseStatements = (text: string) => {
  try {
    return parse(text, { ecmaVersion: 'latest' }).body
  } catch (error) {
    if (error instanceof RangeError) throw new PredicateMistake('too many brackets stand inside each other', 0, grammar)
    if (!(error instanceof SyntaxError) || !('pos' in error)) throw error
    const percent = /(\d+(?:\.\d+)?)\s*[%％]/.exec(text)
    if (percent) throw new PredicateMistake(`“${percent[0]}” is no number here`, percent.index, `${Number(percent[1]) / 100}`)
    const rest = text.slice(Number(error.pos))
    const what = rest.trim() ? `the predicate cannot be read from “${rest.trim()}” on` : 'the predicate breaks off'
    throw new PredicateMistake(what, Math.min(Number(error.pos), text.length - 1), grammar)
  }
}

/** `lamp.oil.slope` is parsed as member expressions; put together again it is a figure's id. */
const idOf = (node: Expression | PrivateIdentifier | { readonly type: 'Super' }): string | undefined => {
  if (node.type === 'Identifier') return node.name
  if (node.type !== 'MemberExpression' || node.computed || node.property.type !== 'Identifier') return undefined
  const owner = idOf(node.object)
  return owner && `${owner}.${node.property.name}`
}

/** Why a predicate is false, one clause per comparison that fails; empty if it holds. What it names must be known. */
export const failuresOf = ({ text, statement }: Predicate, quantities: ReadonlyMap<string, Fraction>): string[] => {
  const holds = (node: Expression): boolean => evaluateExactly(node, quantities) === true
  const written = (node: Expression | PrivateIdentifier): string => text.slice(node.start, node.end)

  const comparison = ({ left, right, operator }: BinaryExpression): string => {
    const [a, b] = [left, right].map((side) => (evaluateExactly(side, quantities) as Fraction).valueOf()) as [number, number]
    const [shownA, shownB] = decimals(a) === decimals(b) ? [String(a), String(b)] : [decimals(a), decimals(b)]
    const other = right.type === 'Literal' ? written(right) : `${written(right)}, which is ${shownB}`
    return `${written(left)} is ${shownA}, not ${operator} ${other}`
  }
  const explain = (node: Expression): string[] => {
    if (holds(node)) return []
    if (node.type === 'LogicalExpression') return [...explain(node.left), ...explain(node.right)]
    if (node.type === 'BinaryExpression') return [comparison(node)]
    return [`${written(node)} is false`]
  }
  try {
    return explain(statement)
  } catch (error) {
    // All else that evaluation may refuse, reading has refused already.
    if (error instanceof Error && error.message === 'division by zero') throw new PredicateMistake('the predicate divides by zero', 0)
    throw error
  }
}

/** Four significant digits of a small number, all of a large one. */
const decimals = (value: number): string => (Math.abs(value) < 1000 ? value.toPrecision(4) : String(Number(value.toPrecision(10))))
