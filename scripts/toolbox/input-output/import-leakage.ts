import { columnSums, dot, total } from './algebra.ts'
import { importCoefficients } from './coefficients.ts'
import { checkBundle } from './embodied-employment.ts'
import { contentOf, type SolvedInverse } from './inverse.ts'
import type { InputOutputTable } from './table.ts'

/**
 * Imports that a unit of final demand for each sector's domestic product brings about, in all rounds: the column sums of A_m,
 * times L; n plain ratios, of 0 to 1 where value added is not negative. What is left of the unit becomes value added at home.
 * Miller and Blair (2009), chapter 4, on imports that are told apart.
 */
export const importLeakage = (table: InputOutputTable, leontief: SolvedInverse): number[] =>
  contentOf(columnSums(importCoefficients(table)), leontief)

export interface BundleLeakage {
  /** Imports in the chain of the bundle's domestic products, in money. */
  readonly induced: number
  /** Imported products in the bundle itself, in money. */
  readonly direct: number
  /** Both, over the whole bundle of either origin; undefined where it adds up to nought. */
  readonly share: number | undefined
}

/** Import leakage of a bundle: domestic and imported products by seller, in money, n numbers each. */
export const bundleLeakage = (
  leakage: readonly number[],
  sectors: readonly string[],
  domestic: readonly number[],
  imported: readonly number[] = sectors.map(() => 0),
): BundleLeakage => {
  checkBundle(domestic, sectors)
  checkBundle(imported, sectors)
  const [induced, direct] = [dot(leakage, domestic), total(imported)]
  const all = total(domestic) + direct
  return { induced, direct, share: all === 0 ? undefined : (induced + direct) / all }
}
