import { type Complaints, expectedNames, Problem } from '../problem.ts'
import type { Place } from '../types.ts'
import { refuseOtherDigits, refuseOtherUnit } from './copied-digits.ts'
import { claimsSchema, knownKeys } from './data-schemas.ts'
import { type Claim, defined, type Input } from './data-types.ts'
import { formOf } from './printed-form.ts'
import { type LoadedTable, withoutMarks } from './read-table.ts'
import { readYaml } from './read-yaml.ts'
import { refuseUnknownNames, type Vocabulary } from './vocabulary.ts'

/** Reads the results that a source prints. A claim on a table or an input that could not be read is passed over: it is on the list already. */
export const readClaims = (
  root: string,
  file: string,
  source: string,
  tables: ReadonlyMap<string, LoadedTable>,
  broken: ReadonlySet<string>,
  /** The source's single values; none if they could not be read, which is on the list too. */
  inputs: ReadonlyMap<string, Input> | undefined,
  vocabulary: Vocabulary,
  complaints: Complaints,
): Claim[] => {
  const { value: groups, placeOf } = readYaml(root, file, claimsSchema, knownKeys)
  refuseUnknownNames(groups, placeOf, vocabulary)
  const found: Claim[] = []
  const tableNamed = (name: string, asker: Place): LoadedTable => {
    const table = tables.get(name)
    if (!table) throw new Problem(`there is no table “${name}” beside this file`, asker, expectedNames(name, tables.keys()))
    return table
  }
  const inputNamed = (name: string, asker: Place): Input => {
    const input = inputs?.get(name)
    if (!input) throw new Problem(`there is no input “${name}” beside this file`, asker, expectedNames(name, inputs?.keys() ?? []))
    return input
  }
  const eachNamed = (names: readonly string[], index: number): Input[] =>
    inputs
      ? names.flatMap((name, position) => complaints.attempt(() => inputNamed(name, placeOf([index, 'each', 'inputs', position]))) ?? [])
      : []
  const eachCell = ({ table: name, column }: { table: string; column: string | string[] }, asker: Place, index: number): Input[] => {
    const table = broken.has(name) ? undefined : complaints.attempt(() => tableNamed(name, asker))
    return [column].flat().flatMap((header) => {
      if (table && !table.csv.header.includes(header))
        complaints.add(`${name}.csv has no column “${header}”`, placeOf([index, 'each', 'column']), expectedNames(header, table.csv.header))
      return table?.inputs.filter(({ locator }) => locator?.column === header) ?? []
    })
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
      const claimed = 'inputs' in group.each ? eachNamed(group.each.inputs, index) : eachCell(group.each, groupPlace, index)
      for (const input of claimed) {
        found.push({
          ...(input.cell ? { cell: input.cell } : {}),
          id: `${input.id}@${input.cell ? `table-${tables.get(input.cell.table)?.number}` : 'printed'}`,
          figure: input.id,
          source,
          digits: input.digits,
          unit: input.unit,
          locator: input.locator ?? {},
          withheld,
          place: groupPlace,
          group: groupPlace,
          ...defined({
            as: input.as,
            qualifier: input.qualifier,
            rounding: group.rounding ?? input.rounding,
            cause: group.cause,
            reason: group.reason,
            needs: group.needs,
          }),
        })
      }
      continue
    }
    const { figure } = group
    if (!figure) {
      complaints.add(
        'a group of claims names no figure',
        groupPlace,
        '“figure:” with an id, or “each:” with a table and column or with inputs',
      )
      continue
    }
    for (const [position, claim] of (group.claims ?? []).entries()) {
      const place = placeOf([index, 'claims', position])
      if ((claim.cell && broken.has(claim.cell.table)) || (claim.input && !inputs)) continue
      complaints.attempt(() => {
        const table = claim.cell ? tableNamed(claim.cell.table, place) : undefined
        const input = claim.input ? inputNamed(claim.input, place) : undefined
        const printed =
          table && claim.cell
            ? withoutMarks(table.csv.cell(claim.cell.row, claim.cell.column, place, table.keys).text, table.marks)
            : (input?.digits ?? claim.printed)
        if (!printed) throw new Problem(`the claim ${claim.id} prints nothing`, place, '“printed:”, “cell:” or “input:”')
        const columnSpec = table?.spec.columns?.find(({ column }) => column === claim.cell?.column)
        const claimUnit = claim.unit ?? input?.unit ?? group.unit ?? columnSpec?.unit ?? table?.spec.unit
        if (!claimUnit) throw new Problem(`the claim ${claim.id} has no unit`, place, expectedNames('', vocabulary.units.printed.keys()))
        const locator =
          table && claim.cell ? { ...table.locator, row: claim.cell.row, column: claim.cell.column } : (input?.locator ?? claim.at)
        if (!locator) throw new Problem(`the claim ${claim.id} has no locator`, place, '“at:” with chapter, section, paragraph, ...')
        const { digits, ...form } = formOf(printed, { as: claim.as, qualifier: claim.qualifier, unit: claimUnit }, place, complaints)
        refuseOtherDigits(digits, claim.as, place)
        refuseOtherUnit({ printed: digits, as: claim.as, unit: claimUnit }, vocabulary.units, place)
        found.push({
          id: `${figure}@${claim.id}`,
          figure,
          source,
          digits,
          unit: claimUnit,
          locator: input?.locator ?? defined(locator),
          withheld,
          place,
          group: groupPlace,
          ...defined({
            cell: claim.cell,
            as: form.as ?? input?.as,
            qualifier: form.qualifier ?? input?.qualifier,
            rounding: claim.rounding ?? group.rounding ?? input?.rounding ?? table?.spec.rounding,
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
