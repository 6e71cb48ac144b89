/**
 * Least squares with any number of columns, in exact arithmetic: the normal equations are formed and solved in whole numbers, so that
 * no digit is lost however nearly the columns depend on each other, and each result is rounded once. It answers for what is computed
 * in doubles elsewhere, and for data of tens or hundreds of rows; of a million rows a category, `line.ts` has the one slope.
 *
 * The equations are solved by elimination without fractions, in which every division comes out even.
 * Reference: Bareiss (1968), Sylvester's identity and multistep integer-preserving Gaussian elimination, Mathematics of Computation
 * 22(103), 565-578, doi:10.1090/S0025-5718-1968-0226829-0.
 */
import Fraction from 'fraction.js'
import { quotient } from './exact-sums.ts'

/** A number as it is printed, "0.1", which is one tenth; or a fraction. A double would be near it. */
export type Exact = string | Fraction

export interface LeastSquares {
  /** In the order of the columns. */
  readonly coefficients: readonly number[]
  /** Classical standard errors, with one variance for all rows. */
  readonly standardErrors: readonly number[]
  /** The root of the squares left over rows less columns; the sum of those squares. */
  readonly residualDeviation: number
  readonly squaresLeft: number
  /** The share of the squares that the columns explain: about the mean where `about` says so, else about nought. */
  readonly rSquared: number
}

/** 1, x, x^2 and so on to a power, exactly. */
export const powers = (x: Exact, degree: number): readonly Fraction[] => {
  const base = new Fraction(x)
  const list = [new Fraction(1)]
  for (let power = 1; power <= degree; power += 1) list.push((list[power - 1] as Fraction).mul(base))
  return list
}

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcd(b, a % b))

/** A column over its least common denominator. */
interface Whole {
  readonly values: readonly bigint[]
  readonly denominator: bigint
}

const wholeOf = (column: readonly Exact[]): Whole => {
  const fractions = column.map((each) => new Fraction(each))
  const denominator = fractions.reduce((common, { d }) => (common / gcd(common, d)) * d, 1n)
  return { values: fractions.map(({ s, n, d }) => s * n * (denominator / d)), denominator }
}

const product = (a: readonly bigint[], b: readonly bigint[]): bigint =>
  a.reduce((sum, each, index) => sum + each * (b[index] as bigint), 0n)

/**
 * The determinant of a symmetric matrix that is not negative, and beside it the other columns turned into solutions times the
 * determinant; undefined where the determinant is nought.
 */
const eliminated = (rows: readonly (readonly bigint[])[]): { readonly determinant: bigint; readonly solved: bigint[][] } | undefined => {
  const size = rows.length
  const work = rows.map((row) => [...row])
  const at = (row: number, column: number): bigint => (work[row] as bigint[])[column] as bigint
  let before = 1n
  for (let pivot = 0; pivot < size; pivot += 1) {
    // The leading minors of X'X are above nought where the columns are independent: no row needs to be exchanged.
    const head = at(pivot, pivot)
    if (head === 0n) return undefined
    for (let row = 0; row < size; row += 1) {
      if (row === pivot) continue
      const factor = at(row, pivot)
      work[row] = (work[row] as bigint[]).map((each, column) => (each * head - factor * at(pivot, column)) / before)
    }
    before = head
  }
  return { determinant: before, solved: work.map((row) => row.slice(size)) }
}

/**
 * The regression of `responses` on columns, given row by row. A constant is a column of ones. `about` says whether R squared is
 * taken about the mean (there is a constant) or about nought.
 *
 * Throws a RangeError where rows are fewer than columns and one, or of unequal length, and where a column is a combination of others.
 */
export const leastSquares = (
  rows: readonly (readonly Exact[])[],
  responses: readonly Exact[],
  about: 'mean' | 'nought' = 'mean',
): LeastSquares => {
  const [count, width] = [rows.length, rows[0]?.length ?? 0]
  if (responses.length !== count) throw new RangeError(`there are ${count} rows and ${responses.length} responses`)
  if (count <= width) throw new RangeError(`${count} rows do not tell ${width} coefficients and a variance: it takes ${width + 1} or more`)
  const ragged = rows.findIndex((row) => row.length !== width)
  if (ragged >= 0) throw new RangeError(`row ${ragged + 1} has ${rows[ragged]?.length} values, where the first has ${width}`)

  const columns = Array.from({ length: width }, (_, column) => wholeOf(rows.map((row) => row[column] as Exact)))
  const y = wholeOf(responses)
  const moments = columns.map((one) => columns.map((other) => product(one.values, other.values)))
  const withResponse = columns.map(({ values }) => product(values, y.values))
  const unit = (row: number) => columns.map((_, column) => (row === column ? 1n : 0n))
  const result = eliminated(moments.map((row, index) => [...row, withResponse[index] as bigint, ...unit(index)]))
  if (!result) throw new RangeError('a column is a combination of others, so that no coefficients are told: leave one out')

  const { determinant, solved } = result
  const scaled = solved.map(([first]) => first as bigint)
  // y'y - b'X'y, times the determinant and the square of y's denominator.
  const left = product(y.values, y.values) * determinant - product(scaled, withResponse)
  const leftUnit = determinant * y.denominator ** 2n
  const freedom = BigInt(count - width)
  const total =
    about === 'mean'
      ? product(y.values, y.values) * BigInt(count) - y.values.reduce((sum, each) => sum + each, 0n) ** 2n
      : product(y.values, y.values) * BigInt(count)
  return {
    coefficients: columns.map(({ denominator }, column) => quotient((scaled[column] as bigint) * denominator, determinant * y.denominator)),
    standardErrors: columns.map(({ denominator }, column) =>
      rootOf(left * ((solved[column] as bigint[])[column + 1] as bigint) * denominator ** 2n, leftUnit * freedom * determinant),
    ),
    residualDeviation: rootOf(left, leftUnit * freedom),
    squaresLeft: quotient(left, leftUnit),
    rSquared: total === 0n ? Number.NaN : quotient(total * determinant - left * BigInt(count), total * determinant),
  }
}

/** The root of a quotient that is not below nought: of so many digits that the double nearest to it comes out. */
const rootOf = (numerator: bigint, denominator: bigint): number => Math.sqrt(quotient(numerator, denominator))
