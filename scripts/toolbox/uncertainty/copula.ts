/**
 * What ties doubts together. A Gaussian copula: each keeps its own distribution, and the normal numbers behind their ranks are
 * correlated as stated. A fixed total: the drawn values are scaled so that they add up to it, as shares of a whole must.
 *
 * Reference: Nelsen (2006), An introduction to copulas, 2nd edition, Springer, section 2.3; Cario and Nelson (1997), Modeling and
 * generating random vectors with arbitrary marginal distributions and correlation matrix, Northwestern University (NORTA).
 */
import { standardNormalProbability } from './normal-probability.ts'
import { standardNormalQuantile } from './standard-normal.ts'

/** A square matrix, row by row. */
export type Matrix = readonly (readonly number[])[]

/**
 * The lower triangle L of a symmetric matrix with L times its transpose the matrix: Cholesky's decomposition, undefined where the
 * matrix is not positive definite. Twelve lines of our own, as a reader's browser draws too and need not fetch a library for them.
 */
export const cholesky = (matrix: Matrix): Matrix | undefined => {
  const lower: number[][] = []
  for (const [row, entries] of matrix.entries()) {
    const line: number[] = []
    lower.push(line)
    for (let column = 0; column <= row; column += 1) {
      const other = lower[column] ?? []
      let rest = entries[column] ?? 0
      for (let each = 0; each < column; each += 1) rest -= (line[each] ?? 0) * (other[each] ?? 0)
      if (column < row) line.push(rest / (other[column] ?? 1))
      // What cancels to less than this is nought, and the matrix singular.
      else if (rest > 1e-12) line.push(Math.sqrt(rest))
      else return undefined
    }
  }
  return lower
}

/** The correlation matrix of `size` quantities of which every two are correlated alike. */
export const alikeCorrelation = (size: number, coefficient: number): Matrix =>
  Array.from({ length: size }, (_, row) => Array.from({ length: size }, (_, column) => (row === column ? 1 : coefficient)))

/** Where correlation brings a rank to the end of what a double can tell from 0 and 1. */
const leastProbability = 2 ** -53

/**
 * Correlates uniform numbers: those at `places` of `uniforms` are replaced by others, uniform each, whose normal numbers have the
 * correlation matrix whose Cholesky factor is `lower`.
 */
export const correlate = (uniforms: Float64Array, places: readonly number[], lower: Matrix): void => {
  const normals = places.map((place) => standardNormalQuantile(uniforms[place] ?? 0.5))
  for (const [row, place] of places.entries()) {
    let sum = 0
    for (const [column, weight] of (lower[row] ?? []).entries()) sum += weight * (normals[column] ?? 0)
    uniforms[place] = Math.min(1 - leastProbability, Math.max(leastProbability, standardNormalProbability(sum)))
  }
}

/** Scales the values at `places` so that they add up to `total`. */
export const scaleToTotal = (values: Float64Array, places: readonly number[], total: number): void => {
  let sum = 0
  for (const place of places) sum += values[place] ?? 0
  for (const place of places) values[place] = ((values[place] ?? 0) * total) / sum
}
