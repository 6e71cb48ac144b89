import { columnSums, entry, rowSums, timesColumn, total } from './algebra.ts'
import type { SolvedInverse } from './inverse.ts'
import type { InputOutputTable, Square } from './table.ts'

/**
 * The first-order field of influence of the coefficient a_ij: [k][l], the change of the inverse's entry (k, l) for each unit by which
 * a_ij grows, at its beginning: column i of L times row j of L. A change that is not small follows exactly, by Sherman and Morrison:
 * ΔL = δ F / (1 − δ L_ji). Sonis and Hewings (1992), Economic Systems Research 4(2); Miller and Blair (2009), chapter 12.
 */
export const fieldOfInfluence = ({ inverse }: SolvedInverse, seller: number, buyer: number): number[][] => {
  const row = entry(inverse, buyer)
  return inverse.map((of) => row.map((item) => entry(of, seller) * item))
}

/** [seller][buyer]: the sum of all entries of each coefficient's field, which is the column sum of L at the seller times the row sum at the buyer. */
export const totalInfluence = ({ inverse }: SolvedInverse): number[][] => {
  const [columns, rows] = [columnSums(inverse), rowSums(inverse)]
  return columns.map((column) => rows.map((row) => column * row))
}

/** A coefficient, and what the whole economy feels when it moves. */
export interface Influence {
  readonly seller: string
  readonly buyer: string
  readonly coefficient: number
  /** Sum of all entries of its field. */
  readonly influence: number
  /** That over the mean of all n² coefficients. */
  readonly relative: number
  /** Per cent by which output of all sectors grows if the coefficient grows by one per cent and final demand stays, at its beginning. */
  readonly outputElasticity: number
}

/** By `influence`, which does not ask how large a coefficient is, or by the elasticity, which does. */
export type InfluenceOrder = 'influence' | 'outputElasticity'

/** The coefficients with the greatest influence, as many as are asked for; equals stay in the order of the table. */
export const mostInfluential = (
  table: InputOutputTable,
  leontief: SolvedInverse,
  count: number,
  by: InfluenceOrder = 'influence',
): Influence[] => {
  const influence: Square = totalInfluence(leontief)
  const columns = columnSums(leontief.inverse)
  const made = total(table.output)
  const mean = total(influence.map(total)) / (table.sectors.length * table.sectors.length)
  const all = table.domestic.flatMap((row, seller) =>
    row.map((flow, buyer) => ({
      seller: entry(table.sectors, seller),
      buyer: entry(table.sectors, buyer),
      coefficient: flow / entry(table.output, buyer),
      influence: entry(entry(influence, seller), buyer),
      relative: entry(entry(influence, seller), buyer) / mean,
      outputElasticity: (flow * entry(columns, seller)) / made,
    })),
  )
  return all.sort((a, b) => b[by] - a[by]).slice(0, Math.max(0, count))
}

/** L after the coefficient has grown by δ, exactly; undefined where δ makes the table singular. n × n. */
export const inverseAfter = (leontief: SolvedInverse, seller: number, buyer: number, growth: number): number[][] | undefined => {
  const { inverse } = leontief
  const left = 1 - growth * entry(entry(inverse, buyer), seller)
  if (left === 0) return undefined
  const unit = inverse.map((_, index) => (index === seller ? growth / left : 0))
  const column = timesColumn(inverse, unit)
  return inverse.map((row, index) => row.map((item, other) => item + entry(column, index) * entry(entry(inverse, buyer), other)))
}
