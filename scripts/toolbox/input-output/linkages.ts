import { columnSums, entry, rowSums, total } from './algebra.ts'
import type { SolvedInverse } from './inverse.ts'

/** How strongly a sector pulls on its suppliers and pushes its customers. n numbers each. */
export interface Linkages {
  /** Column sums of L: output of all sectors per unit of final demand for this one. */
  readonly backwardTotal: readonly number[]
  /** Row sums of G: output of all sectors that a unit of this one's primary inputs goes into. */
  readonly forwardTotal: readonly number[]
  /** The column's mean over the mean of the whole inverse: 1 is the average sector. Rasmussen's power of dispersion. */
  readonly backward: readonly number[]
  /** The row's mean over the mean of the whole inverse of Ghosh. */
  readonly forward: readonly number[]
}

const overMean = (sums: readonly number[]): number[] => {
  const mean = total(sums) / sums.length
  return sums.map((sum) => sum / mean)
}

/**
 * Total backward linkages of Leontief's inverse and total forward linkages of Ghosh's, raw and over their mean. Rasmussen
 * (1956), Studies in Inter-Sectoral Relations; the supply side for the forward ones, as row sums of L would give every buyer's
 * final demand the same weight: Miller and Blair (2009), chapter 12.
 */
export const linkages = (leontief: SolvedInverse, ghosh: SolvedInverse): Linkages => {
  const backwardTotal = columnSums(leontief.inverse)
  const forwardTotal = rowSums(ghosh.inverse)
  return { backwardTotal, forwardTotal, backward: overMean(backwardTotal), forward: overMean(forwardTotal) }
}

/** A key sector pulls and pushes more than the average one. */
export const isKeySector = ({ backward, forward }: Linkages, sector: number): boolean =>
  entry(backward, sector) > 1 && entry(forward, sector) > 1
