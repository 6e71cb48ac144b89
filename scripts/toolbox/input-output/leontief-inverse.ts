import { allocationCoefficients, domesticCoefficients, totalCoefficients } from './coefficients.ts'
import { type SolvedInverse, solveInverse } from './inverse.ts'
import type { InputOutputTable } from './table.ts'

/**
 * L = (I − A_d)⁻¹: [seller][buyer], what each seller makes, in all rounds, for a unit of final demand for the buyer's product.
 * Domestic flows alone, so that what is imported stimulates nobody here. Throws as solveInverse does. Miller and Blair, chapter 2.
 */
export const leontiefInverse = (table: InputOutputTable): SolvedInverse => solveInverse(domesticCoefficients(table), table.sectors)

/** The same over flows of both origins: requirements of the technology, as if all of it were made at home. */
export const technologyInverse = (table: InputOutputTable): SolvedInverse => solveInverse(totalCoefficients(table), table.sectors)

/**
 * G = (I − B)⁻¹: [seller][buyer], what each buyer's output holds, in all rounds, of a unit of the seller's primary inputs.
 * Solved by itself; L = x̂ G x̂⁻¹ holds between the two. Ghosh (1958), Economica 25(97); Miller and Blair, chapter 12.
 */
export const ghoshInverse = (table: InputOutputTable): SolvedInverse => solveInverse(allocationCoefficients(table), table.sectors)
