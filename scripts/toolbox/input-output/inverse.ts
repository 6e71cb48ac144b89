import { LuDecomposition, Matrix } from 'ml-matrix'
import { columnNorm, columnSums, entry, rowTimes, times, timesColumn } from './algebra.ts'
import { InputOutputRefusal } from './refusal.ts'
import type { Square } from './table.ts'

/** A solved system, and how well it was solved. */
export interface SolvedInverse {
  /** (I − coefficients)⁻¹, n × n. */
  readonly inverse: Square
  /**
   * Greatest |I − (I − A) L|, entry by entry, over the greatest entry of |L|: rounding alone leaves some 10⁻¹⁶. Every other
   * number that is computed from L is as good as this and no better than this times the condition.
   */
  readonly residual: number
  /** ‖I − A‖₁ ‖L‖₁: by how much a relative error of a coefficient may grow; 1 at best. */
  readonly condition: number
}

/** Beyond this condition fewer than four of a double's sixteen digits mean something, and no multiplier is told. */
const greatestCondition = 1e12

/** The matrix's own inverse by the library's decomposition with pivots; undefined where it has none. */
export const inverseOf = (matrix: Square): number[][] | undefined => {
  const size = matrix.length
  const decomposition = new LuDecomposition(new Matrix(matrix.map((row) => [...row])))
  if (decomposition.isSingular()) return undefined
  const solved = decomposition.solve(Matrix.eye(size, size)).to2DArray()
  return solved.every((row) => row.every(Number.isFinite)) ? solved : undefined
}

export const identityLess = (coefficients: Square): number[][] =>
  coefficients.map((row, index) => row.map((item, column) => (index === column ? 1 : 0) - item))

/**
 * The sectors that feed on each other most: those with the greatest parts in the direction in which rounds of suppliers grow
 * fastest (the Perron vector, by repeated rounds), as many as have a tenth of the greatest part, at most five.
 */
const heaviest = (coefficients: Square, sectors: readonly string[]): readonly string[] => {
  const size = coefficients.map((row) => row.map(Math.abs))
  let parts = sectors.map(() => 1)
  for (let round = 0; round < 200; round += 1) {
    // Half of the last round is kept, so that two sectors that only sell to each other do not swing for ever.
    const next = timesColumn(size, parts).map((part, index) => (part + entry(parts, index)) / 2)
    const greatest = Math.max(...next)
    if (!(greatest > 0)) return []
    parts = next.map((part) => part / greatest)
  }
  return sectors
    .map((name, index) => ({ name, part: entry(parts, index) }))
    .filter(({ part }) => part >= 0.1)
    .sort((a, b) => b.part - a.part)
    .slice(0, 5)
    .map(({ name }) => name)
}

const listed = (names: readonly string[]): string => (names.length > 0 ? names.map((name) => `“${name}”`).join(', ') : 'no single sector')

/**
 * (I − A)⁻¹ of a productive system, n × n. A is productive where every unit of final demand can be met out of outputs that are
 * not negative: of a matrix A without negative entries that is when (I − A)⁻¹ has none either (the condition of Hawkins and
 * Simon, 1949; Miller and Blair, chapter 2). Throws an InputOutputRefusal, with the sectors to blame, of kind `singular`, `near-singular`
 * (condition above 10¹²) or `not-productive`. Negative coefficients, of by-products, are let through, and with them an
 * inverse that is negative in places.
 */
export const solveInverse = (coefficients: Square, sectors: readonly string[]): SolvedInverse => {
  const system = identityLess(coefficients)
  const sums = columnSums(coefficients)
  const whole = sectors
    .map((name, index) => ({ name, sum: entry(sums, index) }))
    .filter(({ sum }) => sum >= 1)
    .sort((a, b) => b.sum - a.sum)
  const blamed = (): readonly string[] => (whole.length > 0 ? whole.map(({ name }) => name) : heaviest(coefficients, sectors))
  const because = (): string =>
    whole[0]
      ? `${whole.map(({ name, sum }) => `“${name}” buys ${Number(sum.toPrecision(6))} per unit of its output`).join('; ')}; an industry that adds value buys less than 1.`
      : `The sectors that feed on each other most are ${listed(heaviest(coefficients, sectors))}; look at their flows and outputs.`
  const inverse = inverseOf(system)
  if (inverse === undefined)
    throw new InputOutputRefusal('singular', `The table is singular: I − A has no inverse, so no multiplier exists. ${because()}`, blamed())
  const condition = columnNorm(system) * columnNorm(inverse)
  if (!(condition <= greatestCondition))
    throw new InputOutputRefusal(
      'near-singular',
      `The table is all but singular: errors of its coefficients grow ${condition.toExponential(1)} times, so that no digit of a multiplier means anything. ${because()}`,
      blamed(),
    )
  const noneNegative = coefficients.every((row) => row.every((item) => item >= 0))
  // Rounding may leave a nought of the inverse a hair below nought.
  const hair = 1e-12 * columnNorm(inverse)
  if (noneNegative && inverse.some((row) => row.some((item) => item < -hair)))
    throw new InputOutputRefusal(
      'not-productive',
      `The table is not productive: to meet some final demand an output would have to be negative (the condition of Hawkins and Simon fails). ${because()}`,
      blamed(),
    )
  const product = times(system, inverse)
  const furthest = Math.max(
    ...product.map((row, index) => Math.max(...row.map((item, column) => Math.abs((index === column ? 1 : 0) - item)))),
  )
  const greatest = Math.max(...inverse.map((row) => Math.max(...row.map(Math.abs))))
  return { inverse, residual: furthest / greatest, condition }
}

/** Weights × (I − A)⁻¹: what a unit of each sector's final demand holds of the weight, along its whole chain. */
export const contentOf = (weights: readonly number[], { inverse }: SolvedInverse): number[] => rowTimes(weights, inverse)
