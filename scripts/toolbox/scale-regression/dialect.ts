/**
 * All that differs between the dialects of SQL in which the statements are written. A statement uses nothing else but SELECT,
 * subqueries in FROM, GROUP BY, CASE, AND, OR, NOT, IS NULL, comparisons, + - * /, count, sum, min and max.
 */

import type { ColumnKind } from './engine.ts'
import { type ExactSum, quickestSum, sumOfDoubles, sumOfIntegers } from './exact-sums.ts'

/** A number for each category, to be used within a statement without a table on the server. */
export interface Constants {
  /** The categories, in the order of the values. */
  readonly categories: readonly string[]
  /** By name, a value for each category. */
  readonly values: Readonly<Record<string, readonly number[]>>
}

export interface Dialect {
  readonly name: 'duckdb' | 'postgresql' | 'clickhouse'
  /** A name of a column or table. */
  readonly identifier: (name: string) => string
  readonly text: (value: string) => string
  /** A literal that is a 64-bit float, read back to the last bit. */
  readonly double: (value: number) => string
  /** The natural logarithm and the exponential of 64-bit floats. */
  readonly ln: (expression: string) => string
  readonly exp: (expression: string) => string
  readonly asText: (expression: string) => string
  /** A column of numbers, or of text, as 64-bit floats; NULL where text is no number. Never an error. */
  readonly asDouble: (expression: string, kind: ColumnKind, thousands: boolean) => string
  /** Whether text is blank or writes NULL. */
  readonly isBlank: (expression: string) => string
  /**
   * The rows of a table beside the constants of their category; rows of other categories are left out. Within `select` a constant
   * goes by its name.
   */
  readonly withConstants: (select: string, table: string, key: string, constants: Constants) => string
  /** How doubles are added so that no order of them matters. */
  readonly exactSum: ExactSum
  /** Put behind a subquery whose columns shall be computed once a row, and not again wherever they are used. */
  readonly once: string
}

/** Digits with a point and an exponent: what every dialect reads as the same double. */
const scientific = (value: number): string => {
  if (!Number.isFinite(value)) throw new RangeError(`${value} is no number that a statement may hold`)
  return Object.is(value, -0) ? '0e0' : value.toExponential()
}

const quoted = (mark: string) => (text: string) => `${mark}${text.replaceAll(mark, mark + mark)}${mark}`
const escaped = (mark: string) => (text: string) => `${mark}${text.replaceAll('\\', '\\\\').replaceAll(mark, `\\${mark}`)}${mark}`

/** A number in text: sign, digits, point, exponent of at most three digits, blanks around. */
const numberPattern = '^\\s*[-+]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][-+]?[0-9]{1,2})?\\s*$'

/** Thousands in threes with commas between, as "1,234,567.8"; a comma anywhere else is not taken away. */
const thousandsPattern = '^\\s*[-+]?[0-9]{1,3}(,[0-9]{3})+([.][0-9]*)?\\s*$'

const names = ({ values }: Constants): readonly string[] => Object.keys(values)

const duckText = quoted("'")
const duckDouble = (value: number): string => `CAST(${scientific(value)} AS DOUBLE)`
const duckName = quoted('"')

export const duckdb: Dialect = {
  name: 'duckdb',
  identifier: duckName,
  text: duckText,
  double: duckDouble,
  ln: (expression) => `ln(${expression})`,
  exp: (expression) => `exp(${expression})`,
  asText: (expression) => `CAST(${expression} AS VARCHAR)`,
  asDouble: (expression, kind, thousands) => {
    if (kind !== 'text') return `CAST(${expression} AS DOUBLE)`
    // TRY_CAST reads 1_000 as a thousand, as no other engine does.
    const plain = `CASE WHEN contains(${expression}, '_') THEN NULL ELSE TRY_CAST(${expression} AS DOUBLE) END`
    if (!thousands) return plain
    return `CASE WHEN regexp_matches(${expression}, ${duckText(thousandsPattern)}) THEN TRY_CAST(replace(${expression}, ',', '') AS DOUBLE) ELSE ${plain} END`
  },
  isBlank: (expression) => `(trim(${expression}) = '' OR upper(trim(${expression})) IN ('NULL', '\\N'))`,
  withConstants: (select, table, key, constants) => {
    const columns = names(constants)
    const rows = constants.categories.map(
      (category, index) =>
        `(${[duckText(category), ...columns.map((name) => scientific(constants.values[name]?.[index] ?? 0))].join(', ')})`,
    )
    const casts = columns.map((name) => `CAST(${name} AS DOUBLE) AS ${name}`)
    return `SELECT ${select} FROM (${table}) AS shop JOIN (SELECT constant_key, ${casts.join(', ')} FROM (VALUES ${rows.join(', ')}) AS given(constant_key, ${columns.join(', ')})) AS constants ON shop.${key} = constants.constant_key`
  },
  // The sum of 64-bit integers is a HUGEINT; a value that is too large for one is an error, and never wrong.
  exactSum: quickestSum(
    sumOfDoubles(duckDouble),
    sumOfIntegers(
      duckDouble,
      (expression) => `CAST(${expression} AS BIGINT)`,
      (expression) => `CAST(${expression} AS VARCHAR)`,
    ),
  ),
  once: '',
}

const postgresText = (value: string): string => (value.includes('\\') ? `E${escaped("'")(value)}` : quoted("'")(value))

const postgresDouble = (value: number): string => `'${scientific(value)}'::float8`

/** Text as a double. What a cast of text does, written as functions: casts through text are not sent to other servers. */
const postgresRead = (expression: string): string => `float8in(textout(${expression}))`

/** PostgreSQL, its subqueries ended as said. */
const postgresqlWith = (once: string): Dialect => ({
  name: 'postgresql',
  identifier: quoted('"'),
  text: postgresText,
  double: postgresDouble,
  // Of a numeric, ln would be computed in decimals.
  ln: (expression) => `ln((${expression})::float8)`,
  exp: (expression) => `exp((${expression})::float8)`,
  asText: (expression) => `(${expression})::text`,
  asDouble: (expression, kind, thousands) => {
    if (kind !== 'text') return `(${expression})::float8`
    // There is no cast that tries before PostgreSQL 16; the exponent is kept short because one that overflows is an error.
    const plain = `CASE WHEN ${expression} ~ ${postgresText(numberPattern)} THEN ${postgresRead(expression)} END`
    if (!thousands) return plain
    return `CASE WHEN ${expression} ~ ${postgresText(thousandsPattern)} THEN ${postgresRead(`replace(${expression}, ',', '')`)} ELSE ${plain} END`
  },
  isBlank: (expression) => `(btrim(${expression}) = '' OR upper(btrim(${expression})) IN ('NULL', ${postgresText('\\N')}))`,
  // A join with VALUES would fetch the rows of a foreign table; an array's element goes along to the server that has them.
  withConstants: (select, table, key, constants) => {
    const keys = `ARRAY[${constants.categories.map(postgresText).join(', ')}]::text[]`
    const values = Object.entries(constants.values).map(
      ([name, list]) => `('{${list.map(scientific).join(',')}}'::float8[])[constant_row] AS ${name}`,
    )
    const found = `SELECT shop.*, array_position(${keys}, ${key}) AS constant_row FROM (${table}) AS shop WHERE ${key} = ANY (${keys})${once}`
    return `SELECT ${select} FROM (SELECT found.*, ${values.join(', ')} FROM (${found}) AS found${once}) AS constants`
  },
  // The sum of 64-bit integers is a numeric. They hold the expression once, and what is sent to other servers is computed as often
  // as it is written; a value that is too large for one is an error, and never wrong.
  exactSum: sumOfIntegers(
    postgresDouble,
    (expression) => `(${expression})::int8`,
    (expression) => `(${expression})::text`,
  ),
  once,
})

/** Where all rows are on this server: a subquery behind OFFSET 0 is computed once a row, and not wherever it is used. */
export const postgresql = postgresqlWith(' OFFSET 0')

/** Where rows are on other servers: behind OFFSET 0 nothing could be sent to them, and rows would come here to be added. */
export const postgresqlElsewhere = postgresqlWith('')

const clickhouseText = escaped("'")

/** Old servers know no function that trims. */
const clickhouseWithout = (expression: string, pattern: string): string => `replaceRegexpAll(${expression}, ${clickhouseText(pattern)}, '')`

/** A number's text without what old servers do not read: blanks around, and a plus before. */
const clickhouseDigits = (expression: string): string => clickhouseWithout(`ifNull(${expression}, '')`, '^\\s*[+]|^\\s+|\\s+$')

/** Text without spaces around. */
const clickhouseTrimmed = (expression: string): string => clickhouseWithout(expression, '^ +| +$')

const clickhouseDouble = (value: number): string => `toFloat64(${scientific(value)})`

export const clickhouse: Dialect = {
  name: 'clickhouse',
  identifier: escaped('`'),
  text: clickhouseText,
  double: clickhouseDouble,
  ln: (expression) => `log(${expression})`,
  exp: (expression) => `exp(${expression})`,
  asText: (expression) => `toString(${expression})`,
  asDouble: (expression, kind, thousands) => {
    if (kind !== 'text') return `toFloat64(${expression})`
    const plain = `CASE WHEN match(ifNull(${expression}, ''), ${clickhouseText(numberPattern)}) THEN toFloat64OrNull(${clickhouseDigits(expression)}) ELSE NULL END`
    if (!thousands) return plain
    return `CASE WHEN match(ifNull(${expression}, ''), ${clickhouseText(thousandsPattern)}) THEN toFloat64OrNull(replaceAll(${clickhouseDigits(expression)}, ',', '')) ELSE ${plain} END`
  },
  isBlank: (expression) =>
    `(${clickhouseTrimmed(expression)} = '' OR upper(${clickhouseTrimmed(expression)}) IN ('NULL', ${clickhouseText('\\N')}))`,
  withConstants: (select, table, key, constants) => {
    const keys = `[${constants.categories.map(clickhouseText).join(', ')}]`
    const columns = names(constants).map(
      (name) =>
        `transform(assumeNotNull(${key}), ${keys}, [${(constants.values[name] ?? []).map(scientific).join(', ')}], toFloat64(0)) AS ${name}`,
    )
    return `SELECT ${select} FROM (SELECT *, ${columns.join(', ')} FROM (${table}) WHERE has(${keys}, assumeNotNull(${key})))`
  },
  exactSum: sumOfDoubles(clickhouseDouble),
  once: '',
}
