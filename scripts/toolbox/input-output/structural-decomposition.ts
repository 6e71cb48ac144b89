import { dot, entry, total } from './algebra.ts'
import { finalDemand } from './embodied-employment.ts'
import { labourCoefficients } from './employment-multipliers.ts'
import { leontiefInverse } from './leontief-inverse.ts'
import { InputOutputRefusal } from './refusal.ts'
import type { InputOutputTable, Square } from './table.ts'

/** What moved employment between two tables; persons, for each sector where they work and in all. */
export interface Decomposition {
  readonly sectors: readonly string[]
  /** Change of persons per unit of output. */
  readonly labour: readonly number[]
  /** Change of the inverse: of what sectors take of each other's domestic products. */
  readonly technology: readonly number[]
  /** Change of what final demand is made up of. */
  readonly mix: readonly number[]
  /** Change of the amount of final demand. */
  readonly level: readonly number[]
  /** The four added up: l₁ L₁ f₁ − l₀ L₀ f₀, exactly. */
  readonly change: readonly number[]
  readonly totals: {
    readonly labour: number
    readonly technology: number
    readonly mix: number
    readonly level: number
    readonly change: number
  }
  /** Change of employment as the tables print it, less the change above: how far their rows do not balance. */
  readonly unexplained: number
  /** What each polar form says of the totals: labour moves first and the level last, or the other way round. */
  readonly polar: readonly [PolarForm, PolarForm]
}

export interface PolarForm {
  readonly labour: number
  readonly technology: number
  readonly mix: number
  readonly level: number
}

/** Puts a table's sectors into another order of the same names. Throws (kind `names`) where a name is missing. */
export const inOrder = (table: InputOutputTable, sectors: readonly string[]): InputOutputTable => {
  const missing = [...sectors.filter((name) => !table.sectors.includes(name)), ...table.sectors.filter((name) => !sectors.includes(name))]
  if (missing.length > 0)
    throw new InputOutputRefusal(
      'names',
      `The two tables do not have the same sectors: ${missing.map((name) => `“${name}”`).join(', ')} stand${missing.length === 1 ? 's' : ''} in one of them alone. Aggregate both to common sectors first.`,
      missing,
    )
  const places = sectors.map((name) => table.sectors.indexOf(name))
  const list = (items: readonly number[]): number[] => places.map((place) => entry(items, place))
  const square = (matrix: Square): number[][] => places.map((place) => list(entry(matrix, place)))
  return {
    ...table,
    sectors,
    domestic: square(table.domestic),
    imported: square(table.imported),
    finalUses: table.finalUses.map((use) => ({ ...use, domestic: list(use.domestic), imported: list(use.imported) })),
    output: list(table.output),
    employment: table.employment && list(table.employment),
    compensation: table.compensation && list(table.compensation),
    valueAdded: table.valueAdded && list(table.valueAdded),
    imports: table.imports && list(table.imports),
  }
}

interface Parts {
  readonly labour: readonly number[]
  readonly inverse: Square
  readonly mix: readonly number[]
  readonly level: number
}

const partsOf = (table: InputOutputTable): Parts => {
  const demand = finalDemand(table)
  const level = total(demand)
  if (!(level > 0)) throw new InputOutputRefusal('value', `Final demand adds up to ${level}; its mix needs a total above 0.`)
  return {
    labour: labourCoefficients(table),
    inverse: leontiefInverse(table).inverse,
    mix: demand.map((amount) => amount / level),
    level,
  }
}

/**
 * The change of employment l̂ L b y between two tables of the same sectors (in any order) taken apart into the changes of labour per unit
 * of output l, of technology L, of the mix b of final demand and of its level y: the mean of the two polar forms, one of which
 * weighs each change with what the factors before it are after, and those behind it before, the other the reverse. The four add up
 * exactly. Both tables must be in the prices of one year, or the level holds inflation and labour its reverse. Dietzenbacher
 * and Los (1998), Economic Systems Research 10(4); Miller and Blair (2009), chapter 13.
 */
export const structuralDecomposition = (before: InputOutputTable, later: InputOutputTable): Decomposition => {
  const after = inOrder(later, before.sectors)
  const [first, last] = [partsOf(before), partsOf(after)]
  const works = (labour: Parts, inverse: Parts, mix: Parts, level: Parts): number[] =>
    inverse.inverse.map((row, sector) => entry(labour.labour, sector) * dot(row, mix.mix) * level.level)
  const less = (upper: readonly number[], lower: readonly number[]): number[] => upper.map((item, index) => item - entry(lower, index))
  // From the first table to the last one, factor by factor, from either end.
  const steps = (forward: boolean): readonly number[][] => {
    const stages = [0, 1, 2, 3, 4].map((moved) => {
      const at = (factor: number): Parts => ((forward ? factor < moved : factor >= 4 - moved) ? last : first)
      return works(at(0), at(1), at(2), at(3))
    })
    const changes = stages.slice(1).map((stage, index) => less(stage, entry(stages, index)))
    return forward ? changes : changes.reverse()
  }
  const polar = [steps(true), steps(false)] as const
  const mean = (factor: number): number[] =>
    entry(polar[0], factor).map((change, sector) => (change + entry(entry(polar[1], factor), sector)) / 2)
  const [labour, technology, mix, level] = [mean(0), mean(1), mean(2), mean(3)]
  const change = less(works(last, last, last, last), works(first, first, first, first))
  const form = (changes: readonly number[][]): PolarForm => ({
    labour: total(entry(changes, 0)),
    technology: total(entry(changes, 1)),
    mix: total(entry(changes, 2)),
    level: total(entry(changes, 3)),
  })
  return {
    sectors: before.sectors,
    labour,
    technology,
    mix,
    level,
    change,
    totals: { labour: total(labour), technology: total(technology), mix: total(mix), level: total(level), change: total(change) },
    unexplained: total(after.employment ?? []) - total(before.employment ?? []) - total(change),
    polar: [form(polar[0]), form(polar[1])],
  }
}
