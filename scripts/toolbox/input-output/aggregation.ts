import { dot, entry, total } from './algebra.ts'
import { finalDemand } from './embodied-employment.ts'
import { employmentMultipliers } from './employment-multipliers.ts'
import { leontiefInverse } from './leontief-inverse.ts'
import { outputMultipliers } from './output-multipliers.ts'
import { InputOutputRefusal } from './refusal.ts'
import type { InputOutputTable, Square } from './table.ts'

/** Groups in the order in which the sectors first name them, each with the places of its sectors. */
export interface Groups {
  readonly names: readonly string[]
  readonly members: readonly (readonly number[])[]
}

/** Reads a key, sector to group, against a table. Throws (kind `names`) where a sector has no group, or the key names one that is not there. */
export const groupsOf = (sectors: readonly string[], key: ReadonlyMap<string, string>): Groups => {
  const lost = sectors.filter((name) => !key.has(name))
  if (lost.length > 0)
    throw new InputOutputRefusal(
      'names',
      `The key has no group for ${lost.map((name) => `“${name}”`).join(', ')}; every sector goes into one.`,
      lost,
    )
  const strange = [...key.keys()].filter((name) => !sectors.includes(name))
  if (strange.length > 0)
    throw new InputOutputRefusal(
      'names',
      `The key has a group for ${strange.map((name) => `“${name}”`).join(', ')}, and the table has no such sector.`,
      strange,
    )
  const names = [...new Set(sectors.map((name) => key.get(name) ?? ''))]
  return { names, members: names.map((group) => sectors.flatMap((name, index) => (key.get(name) === group ? [index] : []))) }
}

/**
 * The table with sectors added up into groups. Half units grow with the number of cells in the largest sum, so that ranges of
 * the aggregated table are wide enough for every cell, and too wide for those that add up fewer. Miller and Blair (2009), chapter 4.
 */
export const aggregate = (table: InputOutputTable, { names, members }: Groups): InputOutputTable => {
  const list = (items: readonly number[]): number[] => members.map((group) => total(group.map((place) => entry(items, place))))
  const square = (matrix: Square): number[][] =>
    members.map((sellers) =>
      members.map((buyers) => total(sellers.flatMap((seller) => buyers.map((buyer) => entry(entry(matrix, seller), buyer))))),
    )
  const largest = Math.max(...members.map(({ length }) => length))
  const { halfUnits } = table
  return {
    ...table,
    sectors: names,
    domestic: square(table.domestic),
    imported: square(table.imported),
    finalUses: table.finalUses.map((use) => ({ ...use, domestic: list(use.domestic), imported: list(use.imported) })),
    output: list(table.output),
    employment: table.employment && list(table.employment),
    compensation: table.compensation && list(table.compensation),
    valueAdded: table.valueAdded && list(table.valueAdded),
    halfUnits: {
      flows: halfUnits.flows * largest * largest,
      output: halfUnits.output * largest,
      employment: halfUnits.employment * largest,
      finalUses: halfUnits.finalUses * largest,
      valueAdded: halfUnits.valueAdded * largest,
    },
    // Shares of imports that were parted by sector are not those of the groups.
    importsAre: 'separate',
    imports: undefined,
  }
}

/** A group's multipliers, computed after adding up and added up after computing. */
export interface Moved {
  readonly group: string
  readonly sectors: readonly string[]
  /** Of the aggregated table. */
  readonly aggregated: { readonly outputMultiplier: number; readonly indirectPerDirect: number | undefined }
  /** Of the group's own bundle of final demand on the table before: a mean of its sectors' multipliers, between their least and greatest. */
  readonly detailed: { readonly outputMultiplier: number; readonly indirectPerDirect: number | undefined }
}

export interface AggregationResult {
  readonly table: InputOutputTable
  readonly groups: readonly Moved[]
  /** Of all domestic final demand: indirect per direct jobs on either table. */
  readonly all: { readonly aggregated: number | undefined; readonly detailed: number | undefined }
}

/**
 * What adding sectors up moves. A group's sectors are weighed by domestic final demand for them; where that is nowhere above nought or
 * somewhere below, by output. The jobs in all of final demand stay what they are (both models give the outputs of a balanced
 * table back); which of them are direct does not.
 */
export const aggregation = (table: InputOutputTable, key: ReadonlyMap<string, string>): AggregationResult => {
  const groups = groupsOf(table.sectors, key)
  const coarse = aggregate(table, groups)
  const read = (of: InputOutputTable) => {
    const leontief = leontiefInverse(of)
    const jobs = of.employment ? employmentMultipliers(of, leontief) : undefined
    const perDirect = (bundle: readonly number[]): number | undefined => {
      if (!jobs) return undefined
      const direct = dot(jobs.direct, bundle)
      return direct === 0 ? undefined : dot(jobs.simple, bundle) / direct - 1
    }
    return { output: outputMultipliers(leontief), perDirect }
  }
  const [fine, rough] = [read(table), read(coarse)]
  const demand = finalDemand(table)
  const only = (members: readonly number[], amounts: readonly number[]): number[] =>
    amounts.map((amount, place) => (members.includes(place) ? amount : 0))
  return {
    table: coarse,
    groups: groups.members.map((members, group) => {
      const bought = members.map((place) => entry(demand, place))
      const weights = only(members, Math.min(...bought) >= 0 && Math.max(...bought) > 0 ? demand : table.output)
      const alone = groups.names.map((_, other) => (other === group ? 1 : 0))
      return {
        group: entry(groups.names, group),
        sectors: members.map((place) => entry(table.sectors, place)),
        aggregated: { outputMultiplier: entry(rough.output, group), indirectPerDirect: rough.perDirect(alone) },
        detailed: { outputMultiplier: dot(fine.output, weights) / total(weights), indirectPerDirect: fine.perDirect(weights) },
      }
    }),
    all: { aggregated: rough.perDirect(finalDemand(coarse)), detailed: fine.perDirect(demand) },
  }
}
