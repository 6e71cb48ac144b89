import { dot, entry, total } from './algebra.ts'
import type { EmploymentMultipliers } from './employment-multipliers.ts'
import { contentOf, type SolvedInverse } from './inverse.ts'
import { InputOutputRefusal } from './refusal.ts'
import type { InputOutputTable } from './table.ts'

/** What a bundle of final demand holds. Money is that of the table, employment in persons. */
export interface Embodied {
  /** Domestic products in the bundle, in money. */
  readonly demand: number
  /** l f: persons in the sectors whose products are bought. */
  readonly direct: number
  /** l L f: persons in the whole chain. */
  readonly employment: number
  /** Indirect persons per direct one; undefined where nobody is direct. */
  readonly indirectPerDirect: number | undefined
  /** By sector, where they work: l_i (L f)_i, n numbers, persons. */
  readonly byWorkplace: readonly number[]
}

/** Refuses a bundle that has not one finite number for each sector. */
export const checkBundle = (bundle: readonly number[], sectors: readonly string[]): void => {
  if (bundle.length !== sectors.length)
    throw new InputOutputRefusal('shape', `The bundle has ${bundle.length} amounts, and there are ${sectors.length} sectors.`)
  const bad = sectors.filter((_, sector) => !Number.isFinite(entry(bundle, sector)))
  if (bad.length > 0) throw new InputOutputRefusal('value', `The bundle’s amount of “${bad[0]}” is no number.`, bad)
}

/** Employment in a bundle of domestic final demand, by seller, in money (n numbers). Miller and Blair (2009), chapter 2. */
export const embodiedEmployment = (
  table: InputOutputTable,
  leontief: SolvedInverse,
  { direct, simple }: EmploymentMultipliers,
  bundle: readonly number[],
): Embodied => {
  checkBundle(bundle, table.sectors)
  const [own, all] = [dot(direct, bundle), dot(simple, bundle)]
  const made = leontief.inverse.map((row) => dot(row, bundle))
  return {
    demand: total(bundle),
    direct: own,
    employment: all,
    indirectPerDirect: own === 0 ? undefined : all / own - 1,
    byWorkplace: made.map((amount, sector) => amount * entry(direct, sector)),
  }
}

/** Any weight per unit of output (energy, emissions, income), summed along the chain of a bundle. */
export const embodied = (weights: readonly number[], leontief: SolvedInverse, bundle: readonly number[]): number =>
  dot(contentOf(weights, leontief), bundle)

/** The domestic products of the final uses named, added up by seller; of all of them if none is named. Refuses a name that is not there. */
export const finalDemand = (table: InputOutputTable, names?: readonly string[]): number[] => {
  const missing = names?.find((name) => table.finalUses.every((use) => use.name !== name))
  if (missing !== undefined)
    throw new InputOutputRefusal(
      'names',
      `No final use is called “${missing}”; there are ${table.finalUses.map(({ name }) => `“${name}”`).join(', ') || 'none'}.`,
      [missing],
    )
  const uses = table.finalUses.filter(({ name }) => names === undefined || names.includes(name))
  return table.sectors.map((_, sector) => total(uses.map(({ domestic }) => entry(domestic, sector))))
}
