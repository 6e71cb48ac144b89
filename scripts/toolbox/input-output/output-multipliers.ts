import { columnSums } from './algebra.ts'
import type { SolvedInverse } from './inverse.ts'

/**
 * Output of all sectors per unit of final demand for each sector's product: column sums of L, n numbers, at least 1 where no
 * flow is negative. Miller and Blair, chapter 6.
 */
export const outputMultipliers = ({ inverse }: SolvedInverse): number[] => columnSums(inverse)
