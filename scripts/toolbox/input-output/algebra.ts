/** Sums and products of plain rows and matrices. Shapes are those of the table, checked once by `checkTable`. */
import type { Square } from './table.ts'

/** An entry that the shape guarantees; a shape that does not is a mistake of ours, not of the file. */
export const entry = <T>(items: readonly T[], index: number): T => {
  const item = items[index]
  if (item === undefined) throw new RangeError(`there is no entry ${index} among ${items.length}`)
  return item
}

/** Sum by Neumaier's compensation, so that long columns of flows lose no digits. */
export const total = (items: readonly number[]): number => {
  let sum = 0
  let lost = 0
  for (const item of items) {
    const next = sum + item
    lost += Math.abs(sum) >= Math.abs(item) ? sum - next + item : item - next + sum
    sum = next
  }
  return sum + lost
}

export const dot = (left: readonly number[], right: readonly number[]): number => {
  let sum = 0
  for (let index = 0; index < left.length; index += 1) sum += entry(left, index) * entry(right, index)
  return sum
}

/** row × matrix: for each column, the sum over rows of weight times entry. */
export const rowTimes = (weights: readonly number[], matrix: Square): number[] => {
  const size = matrix[0]?.length ?? 0
  // A typed array: this is the innermost loop of all that is done, and it is done hundreds of times.
  const sums = new Float64Array(size)
  for (const [index, row] of matrix.entries()) {
    const weight = entry(weights, index)
    if (weight === 0) continue
    for (let column = 0; column < size; column += 1) sums[column] = (sums[column] ?? 0) + weight * (row[column] ?? Number.NaN)
  }
  return Array.from(sums)
}

/** matrix × column. */
export const timesColumn = (matrix: Square, weights: readonly number[]): number[] => matrix.map((row) => dot(row, weights))

/** matrix × matrix. */
export const times = (left: Square, right: Square): number[][] => left.map((row) => rowTimes(row, right))

export const columnSums = (matrix: Square): number[] => (matrix[0] ?? []).map((_, column) => total(matrix.map((row) => entry(row, column))))

export const rowSums = (matrix: Square): number[] => matrix.map(total)

export const plus = (left: Square, right: Square): number[][] =>
  left.map((row, seller) => row.map((item, buyer) => item + entry(entry(right, seller), buyer)))

export const transpose = (matrix: Square): number[][] => (matrix[0] ?? []).map((_, column) => matrix.map((row) => entry(row, column)))

/** Greatest sum of absolute entries of a column, the matrix norm ‖·‖₁. */
export const columnNorm = (matrix: Square): number => Math.max(0, ...columnSums(matrix.map((row) => row.map(Math.abs))))
