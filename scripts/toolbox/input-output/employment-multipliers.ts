import { entry } from './algebra.ts'
import { contentOf, type SolvedInverse } from './inverse.ts'
import { InputOutputRefusal } from './refusal.ts'
import type { InputOutputTable } from './table.ts'

export interface EmploymentMultipliers {
  /** l: persons employed per unit of output, by sector. */
  readonly direct: readonly number[]
  /** l L: persons in all sectors per unit of final demand for each sector's product. The “simple” multiplier. */
  readonly simple: readonly number[]
  /** simple / direct, at least 1 where no flow is negative; undefined where a sector employs nobody. */
  readonly typeI: readonly (number | undefined)[]
  /** Indirect persons per direct one: Type I less 1. */
  readonly indirectPerDirect: readonly (number | undefined)[]
}

/** l: persons employed per unit of output. Throws (kind `missing`) where the table has no employment. */
export const labourCoefficients = ({ employment, output }: InputOutputTable): number[] => {
  if (employment === undefined)
    throw new InputOutputRefusal('missing', 'The table has no employment, and multipliers of employment need it.')
  return employment.map((employed, sector) => employed / entry(output, sector))
}

/** One number over another, sector by sector; undefined where the lower one is nought. */
export const over = (upper: readonly number[], lower: readonly number[]): (number | undefined)[] =>
  upper.map((item, index) => (entry(lower, index) === 0 ? undefined : item / entry(lower, index)))

/** Employment multipliers with households outside the model. Miller and Blair, chapter 6. */
export const employmentMultipliers = (table: InputOutputTable, leontief: SolvedInverse): EmploymentMultipliers => {
  const direct = labourCoefficients(table)
  const simple = contentOf(direct, leontief)
  const typeI = over(simple, direct)
  return { direct, simple, typeI, indirectPerDirect: typeI.map((multiplier) => (multiplier === undefined ? undefined : multiplier - 1)) }
}
