/**
 * A spreadsheet's own way of computing: reads formulas as a spreadsheet program does, over the cells of a workbook, and
 * knows nothing of how they were written. Cached values are not looked at where a formula stands.
 */
import { type Cell, readXlsx } from 'hucre/xlsx'
import { inverse, Matrix } from 'ml-matrix'

type Scalar = number | string | boolean | null
type Result = Scalar | Scalar[][]

export class Spreadsheet {
  readonly #sheets = new Map<string, ReadonlyMap<string, Cell>>()
  readonly #names = new Map<string, string>()
  readonly #known = new Map<string, Result>()
  readonly #rows = new Map<string, number>()
  readonly #filled = new Map<string, readonly Filled[]>()

  static async open(bytes: Uint8Array): Promise<Spreadsheet> {
    const book = await readXlsx(bytes)
    const spreadsheet = new Spreadsheet()
    for (const { name, range } of book.namedRanges ?? []) spreadsheet.#names.set(name.toLowerCase(), range)
    for (const { name, cells, rows } of book.sheets) {
      const known = new Map(cells)
      for (const [row, values] of rows.entries()) {
        for (const [column, value] of values.entries()) {
          const key = `${row},${column}`
          if (!known.has(key)) known.set(key, { value, type: 'empty' })
        }
      }
      spreadsheet.#sheets.set(name, known)
      spreadsheet.#rows.set(name, rows.length)
    }
    return spreadsheet
  }

  rowsOf(sheet: string): number {
    return this.#rows.get(sheet) ?? 0
  }

  /** What stands in a cell, rows and columns from 1. */
  cell(sheet: string, row: number, column: number): Cell | undefined {
    return this.#sheets.get(sheet)?.get(`${row - 1},${column - 1}`)
  }

  value(sheet: string, row: number, column: number): Scalar {
    const array = this.#arrays(sheet).find(({ rows, columns }) => rows.includes(row) && columns.includes(column))
    if (array) return array.values()[row - (array.rows[0] ?? 0)]?.[column - (array.columns[0] ?? 0)] ?? null
    const cell = this.cell(sheet, row, column)
    if (!cell) return null
    if (cell.formula === undefined) return cell.value instanceof Date ? null : cell.value
    return single(this.#once(`${sheet}!${row},${column}`, () => this.evaluate(cell.formula ?? '', sheet)))
  }

  /** The value of a formula that stands on a sheet. */
  evaluate(formula: string, sheet: string): Result {
    return new Reader(formula, sheet, this).read()
  }

  /** The cells that a name stands for. */
  named(name: string): string | undefined {
    return this.#names.get(name.toLowerCase())
  }

  #once(key: string, make: () => Result): Result {
    const known = this.#known.get(key)
    if (known !== undefined) return known
    const made = make()
    this.#known.set(key, made)
    return made
  }

  /** Formulas that fill several cells, with the cells that they fill. */
  #arrays(sheet: string): readonly Filled[] {
    const known = this.#filled.get(sheet)
    if (known) return known
    const found = [...(this.#sheets.get(sheet) ?? [])].flatMap(([key, { formula, formulaType, formulaRef }]): Filled[] => {
      if (formulaType !== 'array' || !formulaRef || !formula) return []
      return [{ ...areaOf(formulaRef), values: () => table(this.#once(`${sheet}!${key} array`, () => this.evaluate(formula, sheet))) }]
    })
    this.#filled.set(sheet, found)
    return found
  }
}

interface Filled {
  readonly rows: number[]
  readonly columns: number[]
  readonly values: () => Scalar[][]
}

const columnNumber = (letters: string): number => [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0)
const upTo = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, index) => from + index)

const areaOf = (range: string): { rows: number[]; columns: number[] } => {
  const [, left = '', top = '', right = left, bottom = top] = /^\$?([A-Z]+)\$?(\d+)(?::\$?([A-Z]+)\$?(\d+))?$/.exec(range) ?? []
  return { rows: upTo(Number(top), Number(bottom)), columns: upTo(columnNumber(left), columnNumber(right)) }
}

const table = (result: Result): Scalar[][] => (Array.isArray(result) ? result : [[result]])
const single = (result: Result): Scalar => (Array.isArray(result) ? (result[0]?.[0] ?? null) : result)
const numbers = (results: readonly Result[]): number[] =>
  results.flatMap((result) => table(result).flat()).filter((value) => typeof value === 'number')
const number = (value: Scalar): number => {
  if (typeof value === 'string') throw new Error(`#VALUE! “${value}”`)
  return Number(value)
}

/** Each item of two results with its fellow; a single value goes with all. */
const paired = (one: Result, other: Result, join: (a: Scalar, b: Scalar) => Scalar): Result => {
  if (!Array.isArray(one) && !Array.isArray(other)) return join(one, other)
  const shape = table(Array.isArray(one) ? one : other)
  const at = (result: Result, row: number, column: number): Scalar => (Array.isArray(result) ? (result[row]?.[column] ?? null) : result)
  return shape.map((row, index) => row.map((_, column) => join(at(one, index, column), at(other, index, column))))
}

const binary: Readonly<Record<string, (a: Scalar, b: Scalar) => Scalar>> = {
  '+': (a, b) => number(a) + number(b),
  '-': (a, b) => number(a) - number(b),
  '*': (a, b) => number(a) * number(b),
  '/': (a, b) => {
    if (number(b) === 0) throw new Error('#DIV/0!')
    return number(a) / number(b)
  },
  '^': (a, b) => number(a) ** number(b),
  '=': (a, b) => a === b,
  '<': (a, b) => number(a) < number(b),
  '>': (a, b) => number(a) > number(b),
  '<=': (a, b) => number(a) <= number(b),
  '>=': (a, b) => number(a) >= number(b),
}
/** From loose to tight; what stands on one level is read from the left. */
const levels = [['=', '<=', '>=', '<', '>'], ['+', '-'], ['*', '/'], ['^']] as const

const functions: Readonly<Record<string, (parts: readonly Result[]) => Result>> = {
  SUM: (parts) => numbers(parts).reduce((total, part) => total + part, 0),
  COUNT: (parts) => numbers(parts).length,
  MAX: (parts) => Math.max(...numbers(parts)),
  MIN: (parts) => Math.min(...numbers(parts)),
  LN: ([part = null]) => Math.log(number(single(part))),
  EXP: ([part = null]) => Math.exp(number(single(part))),
  SQRT: ([part = null]) => Math.sqrt(number(single(part))),
  ABS: ([part = null]) => Math.abs(number(single(part))),
  ROUND: ([part = null, digits = 0]) => {
    const value = number(single(part))
    const factor = 10 ** number(single(digits))
    // A spreadsheet rounds the fifteen digits that it shows, half away from zero.
    return (Math.sign(value) * Math.round(Number((Math.abs(value) * factor).toPrecision(15)))) / factor
  },
  ISNUMBER: ([part = null]) => typeof single(part) === 'number',
  AND: (parts) => parts.every((part) => single(part) === true),
  OR: (parts) => parts.some((part) => single(part) === true),
  SUMPRODUCT: ([first = [], ...rest]) =>
    numbers([rest.reduce((product, part) => paired(product, part, (a, b) => number(a) * number(b)), first)]).reduce(
      (total, part) => total + part,
      0,
    ),
  MMULT: ([one = null, other = null]) => new Matrix(table(one) as number[][]).mmul(new Matrix(table(other) as number[][])).to2DArray(),
  MINVERSE: ([part = null]) => inverse(new Matrix(table(part) as number[][])).to2DArray(),
}

const token =
  /\s*(<=|>=|[-+*/^=<>(),]|"(?:[^"]|"")*"|(?:\w+!)?\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?(?![\w.])|\d+(?:\.\d+)?(?:[eE][-+]?\d+)?|[A-Za-z_][\w.]*)/y

class Reader {
  readonly #tokens: string[] = []
  readonly #sheet: string
  readonly #book: Spreadsheet
  #at = 0

  constructor(formula: string, sheet: string, book: Spreadsheet) {
    this.#sheet = sheet
    this.#book = book
    for (let end = 0; end < formula.length; end = token.lastIndex) {
      token.lastIndex = end
      const found = token.exec(formula)
      if (!found?.[1]) throw new Error(`#NAME? at ${end} of ${formula}`)
      this.#tokens.push(found[1])
    }
  }

  read(): Result {
    const result = this.#level(0)
    if (this.#at < this.#tokens.length) throw new Error(`${this.#tokens[this.#at]} is left over`)
    return result
  }

  #next(): string {
    return this.#tokens[this.#at++] ?? ''
  }

  #expect(wanted: string): void {
    const found = this.#next()
    if (found !== wanted) throw new Error(`${wanted} is missing before “${found}”`)
  }

  #level(level: number): Result {
    const signs: readonly string[] | undefined = levels[level]
    if (!signs) return this.#signed()
    let left = this.#level(level + 1)
    while (signs.includes(this.#tokens[this.#at] ?? '')) {
      const sign = this.#next()
      const join = binary[sign]
      if (join) left = paired(left, this.#level(level + 1), join)
    }
    return left
  }

  #signed(): Result {
    if (this.#tokens[this.#at] !== '-') return this.#part()
    this.#next()
    return paired(0, this.#signed(), (_, value) => -number(value))
  }

  #part(): Result {
    const word = this.#next()
    if (word === '(') {
      const inner = this.#level(0)
      this.#expect(')')
      return inner
    }
    if (word.startsWith('"')) return word.slice(1, -1).replaceAll('""', '"')
    if (/^\d/.test(word)) return Number(word)
    if (word === 'TRUE' || word === 'FALSE') return word === 'TRUE'
    if (this.#tokens[this.#at] === '(') return this.#call(word)
    const range = this.#book.named(word) ?? word
    const [sheet, area] = range.includes('!') ? (range.split('!') as [string, string]) : [this.#sheet, range]
    const { rows, columns } = areaOf(area)
    if (rows.length === 0 || Number.isNaN(rows[0])) throw new Error(`#NAME? ${word}`)
    const values = rows.map((row) => columns.map((column) => this.#book.value(sheet, row, column)))
    return area.includes(':') ? values : (values[0]?.[0] ?? null)
  }

  #call(name: string): Result {
    this.#expect('(')
    if (name === 'IF') return this.#choice()
    const parts: Result[] = []
    do parts.push(this.#level(0))
    while (this.#tokens[this.#at] === ',' && this.#next())
    this.#expect(')')
    const call = functions[name]
    if (!call) throw new Error(`#NAME? ${name}`)
    return call(parts)
  }

  /** Of two ways only the one that is chosen is computed. */
  #choice(): Result {
    const chosen = single(this.#level(0)) === true
    this.#expect(',')
    const yes = chosen ? this.#level(0) : this.#pass()
    this.#expect(',')
    const no = chosen ? this.#pass() : this.#level(0)
    this.#expect(')')
    return chosen ? yes : no
  }

  /** Goes past one argument without computing it. */
  #pass(): null {
    for (let depth = 0; ; this.#at++) {
      const word = this.#tokens[this.#at]
      if (word === undefined || (depth === 0 && (word === ',' || word === ')'))) return null
      depth += word === '(' ? 1 : word === ')' ? -1 : 0
    }
  }
}
