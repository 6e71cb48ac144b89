/** A formula of the report as a spreadsheet writes it: from the syntax tree that ran, over names of cells. */
import type { ArrowFunctionExpression, Expression, Pattern, PrivateIdentifier, SpreadElement, Super } from 'acorn'

/** Where a figure's value stands; rows and columns count from 1. */
export interface Cell {
  readonly sheet: string
  readonly row: number
  readonly column: number
}

/** Text of a formula with the binding power of its outermost operator, and the figure that it names, if it is only that. */
interface Written {
  readonly text: string
  readonly level: number
  readonly figure?: string
}
type Term = Written | readonly Term[]
type Names = ReadonlyMap<string, Term>
type Node = Expression | PrivateIdentifier | Super | SpreadElement

/** Thrown where a formula leaves what a cell can hold; its figure then keeps its value without a formula. */
export class NoCell extends Error {}

const operators: Readonly<Record<string, readonly [sign: string, level: number]>> = {
  '<': ['<', 1],
  '<=': ['<=', 1],
  '>': ['>', 1],
  '>=': ['>=', 1],
  '===': ['=', 1],
  '+': ['+', 3],
  '-': ['-', 3],
  '*': ['*', 4],
  '/': ['/', 4],
  '**': ['^', 5],
}
/** Binds as tightly as can be. A spreadsheet's minus sign does so too, but -2^2 is 4 there: it always gets brackets. */
const tight = 9
const functions: Readonly<Record<string, string>> = { log: 'LN', exp: 'EXP', sqrt: 'SQRT', abs: 'ABS', min: 'MIN', max: 'MAX' }

export const columnLetters = (column: number): string =>
  column <= 26 ? String.fromCharCode(64 + column) : columnLetters(Math.floor((column - 1) / 26)) + columnLetters(((column - 1) % 26) + 1)

/** "inputs!$H$5", or "$H$5" without a sheet. */
export const addressOf = ({ row, column }: Cell, sheet?: string): string => `${sheet ? `${sheet}!` : ''}$${columnLetters(column)}$${row}`

/** Cells as a spreadsheet lists them: those below one another as a range. */
export const rangesOf = (cells: readonly Cell[]): readonly string[] => {
  const runs: { readonly first: Cell; last: Cell }[] = []
  for (const cell of cells) {
    const run = runs.at(-1)
    if (run && run.last.sheet === cell.sheet && run.last.column === cell.column && run.last.row + 1 === cell.row) run.last = cell
    else runs.push({ first: cell, last: cell })
  }
  return runs.map(({ first, last }) =>
    first === last ? addressOf(first, first.sheet) : `${addressOf(first, first.sheet)}:${addressOf(last)}`,
  )
}

/** A short list is read by its names; a long one would pass what a cell may hold, and is read by its places. */
const longest = 12

/** The arguments of SUM and its like. */
export const listed = (figures: readonly string[], cellOf: (figure: string) => Cell): string =>
  figures.length <= longest ? figures.join(',') : rangesOf(figures.map(cellOf)).join(',')

/** The formula's text, without the equals sign; names of cells are the ids of figures. Throws NoCell where it cannot be one. */
export const spreadsheetFormula = (
  expression: Expression,
  terms: Readonly<Record<string, string | readonly string[] | readonly (readonly string[])[]>>,
  cellOf: (figure: string) => Cell,
): string => {
  const figure = (id: string): Written => ({ text: id, level: tight, figure: id })
  const names: Names = new Map(
    Object.entries(terms).map(([name, of]) => [
      name,
      typeof of === 'string' ? figure(of) : of.map((item) => (typeof item === 'string' ? figure(item) : item.map(figure))),
    ]),
  )
  const one = (term: Term): Written => {
    if ('text' in term) return term
    throw new NoCell('a list stands where a number should')
  }
  const many = (term: Term): readonly Term[] => {
    if ('text' in term) throw new NoCell('a number stands where a list should')
    return term
  }
  const called = (name: string, parts: readonly Written[]): Written => {
    const figures = parts.map((part) => part.figure)
    const inside = figures.every((id) => id !== undefined) ? listed(figures, cellOf) : parts.map(({ text }) => text).join(',')
    return { text: `${name}(${inside})`, level: tight }
  }
  const bracketed = ({ text, level }: Written, atLeast: number) => (level < atLeast ? `(${text})` : text)

  /** Adding up is a SUM; any other step is written out, item by item. */
  const reduced = (list: readonly Term[], step: ArrowFunctionExpression, start: Node, scope: Names): Written => {
    const [total = '', item = ''] = step.params.map(parameter)
    const { body } = step
    if (body.type === 'BlockStatement') throw new NoCell('statements')
    const adds = body.type === 'BinaryExpression' && body.operator === '+' && body.left.type === 'Identifier' && body.left.name === total
    const fromNothing = start.type === 'Literal' && start.value === 0
    if (adds && fromNothing)
      return called(
        'SUM',
        list.map((each) => one(write(body.right, new Map([...scope, [item, each]])))),
      )
    return list.reduce<Written>(
      (sofar, each) => one(write(body, new Map<string, Term>([...scope, [total, sofar], [item, each]]))),
      one(write(start, scope)),
    )
  }

  const write = (node: Node, scope: Names): Term => {
    switch (node.type) {
      case 'Literal':
        if (typeof node.value !== 'number') break
        return { text: String(node.value), level: tight }
      case 'Identifier': {
        const found = scope.get(node.name)
        if (found) return found
        break
      }
      case 'ParenthesizedExpression':
        return write(node.expression, scope)
      case 'UnaryExpression':
        if (node.operator !== '-') break
        return { text: `(-${bracketed(one(write(node.argument, scope)), tight)})`, level: tight }
      case 'ConditionalExpression':
        return {
          text: `IF(${[node.test, node.consequent, node.alternate].map((part) => one(write(part, scope)).text).join(',')})`,
          level: tight,
        }
      case 'BinaryExpression': {
        const [sign, level] = operators[node.operator] ?? []
        if (!sign || !level) break
        const left = one(write(node.left, scope))
        const right = one(write(node.right, scope))
        // What follows a minus or a division sign is bracketed on its own level too, and so is what stands under a power.
        return { text: `${bracketed(left, sign === '^' ? level + 1 : level)}${sign}${bracketed(right, level + 1)}`, level }
      }
      case 'MemberExpression':
        if (node.property.type !== 'Identifier' || node.property.name !== 'length') break
        return called('COUNT', many(write(node.object, scope)).map(one))
      case 'CallExpression': {
        const { callee } = node
        if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') break
        const { name } = callee.property
        const mathematics = functions[name]
        if (callee.object.type === 'Identifier' && callee.object.name === 'Math' && mathematics)
          return called(
            mathematics,
            node.arguments.map((argument) => one(write(argument, scope))),
          )
        const [step, start] = node.arguments
        if (name === 'reduce' && step?.type === 'ArrowFunctionExpression' && start)
          return reduced(many(write(callee.object, scope)), step, start, scope)
        break
      }
      default:
    }
    throw new NoCell(node.type)
  }
  return one(write(expression, names)).text
}

const parameter = (pattern: Pattern): string => {
  if (pattern.type !== 'Identifier') throw new NoCell(pattern.type)
  return pattern.name
}
