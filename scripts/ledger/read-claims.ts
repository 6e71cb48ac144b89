import { claimsSchema, knownKeys } from './data-schemas.ts'
import { type Claim, defined } from './data-types.ts'
import { type Complaints, expectedNames, Problem } from './problem.ts'
import { type LoadedTable, withoutMarks } from './read-table.ts'
import { readYaml } from './read-yaml.ts'
import type { Place } from './types.ts'
import { printedUnits } from './units.ts'

/** Reads the results that a source prints. A claim on a table that could not be read is passed over: the table is on the list already. */
export const readClaims = (
  root: string,
  file: string,
  source: string,
  tables: ReadonlyMap<string, LoadedTable>,
  broken: ReadonlySet<string>,
  complaints: Complaints,
): Claim[] => {
  const { value: groups, placeOf } = readYaml(root, file, claimsSchema, knownKeys)
  const found: Claim[] = []
  const tableNamed = (name: string, asker: Place): LoadedTable => {
    const table = tables.get(name)
    if (!table) throw new Problem(`there is no table “${name}” beside this file`, asker, expectedNames(name, tables.keys()))
    return table
  }
  for (const [index, group] of groups.entries()) {
    const groupPlace = placeOf([index])
    const withheld = group.withheld === 'yes'
    if (withheld && !group.needs) {
      complaints.add('what would be needed to recompute withheld results is not said', groupPlace, '“needs:” in zh and en')
    }
    if (!withheld && group.needs) {
      complaints.add(
        '“needs:” tells what a withheld result would take, and nothing is withheld here',
        placeOf([index, 'needs']),
        '“withheld: yes”, or no “needs:”',
      )
    }
    if (group.each) {
      const { table: name, column } = group.each
      if (broken.has(name)) continue
      const table = complaints.attempt(() => tableNamed(name, groupPlace))
      if (table && !table.csv.header.includes(column)) {
        complaints.add(`${name}.csv has no column “${column}”`, placeOf([index, 'each', 'column']), expectedNames(column, table.csv.header))
      }
      for (const input of table?.inputs.filter(({ locator }) => locator?.column === column) ?? []) {
        found.push({
          ...(input.cell ? { cell: input.cell } : {}),
          id: `${input.id}@table-${table?.number}`,
          figure: input.id,
          source,
          digits: input.digits,
          unit: input.unit,
          locator: input.locator ?? {},
          withheld,
          place: groupPlace,
          group: groupPlace,
          ...defined({ qualifier: input.qualifier, cause: group.cause, reason: group.reason, needs: group.needs }),
        })
      }
      continue
    }
    const { figure } = group
    if (!figure) {
      complaints.add('a group of claims names no figure', groupPlace, '“figure:” with an id, or “each:” with a table and column')
      continue
    }
    for (const [position, claim] of (group.claims ?? []).entries()) {
      const place = placeOf([index, 'claims', position])
      if (claim.cell && broken.has(claim.cell.table)) continue
      complaints.attempt(() => {
        const table = claim.cell ? tableNamed(claim.cell.table, place) : undefined
        const digits =
          table && claim.cell
            ? withoutMarks(table.csv.cell(claim.cell.row, claim.cell.column, place, table.keys).text, table.marks)
            : claim.printed
        if (!digits) throw new Problem(`the claim ${claim.id} prints nothing`, place, '“printed:” or “cell:”')
        const columnSpec = table?.spec.columns?.find(({ column }) => column === claim.cell?.column)
        const claimUnit = claim.unit ?? group.unit ?? columnSpec?.unit ?? table?.spec.unit
        if (!claimUnit) throw new Problem(`the claim ${claim.id} has no unit`, place, expectedNames('', Object.keys(printedUnits)))
        const locator = table && claim.cell ? { ...table.locator, row: claim.cell.row, column: claim.cell.column } : claim.at
        if (!locator) throw new Problem(`the claim ${claim.id} has no locator`, place, '“at:” with chapter, section, paragraph, ...')
        found.push({
          id: `${figure}@${claim.id}`,
          figure,
          source,
          digits,
          unit: claimUnit,
          locator: defined(locator),
          withheld,
          place,
          group: groupPlace,
          ...defined({
            cell: claim.cell,
            as: claim.as,
            qualifier: claim.qualifier,
            cause: claim.cause ?? group.cause,
            reason: claim.reason ?? group.reason,
            needs: group.needs,
            scope: claim.scope && defined(claim.scope),
          }),
        })
      })
    }
  }
  return found
}
