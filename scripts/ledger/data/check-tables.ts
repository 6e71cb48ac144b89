import { isPrintedNumber } from '../numbers/printed.ts'
import type { Complaints } from '../problem.ts'
import type { CellReference } from '../types.ts'
import type { Claim } from './data-types.ts'
import type { LoadedTable } from './read-table.ts'
import { linesOf, printedIn } from './table-lines.ts'

/** What a label says of a number that was computed from others: a total, a share, growth. */
const computed =
  /[合小总共]计|总和|总数|总额|总量|^总|之和|占.*比|占比|比重|比例$|份额|比率|增长|增速|增幅|增减|变化|变动情况|同比|环比|[%％]|\b(?:sub)?totals?\b|\bsums?\b|\bshares?\b|\bgrowth\b|\bchange\b|\bper ?cent(?:age)?\b/iu

/** Whether a row or column with this label looks as if its numbers followed from others. */
export const looksComputed = (label: string): boolean => computed.test(label)

const keyOf = ({ row, column }: CellReference): string => JSON.stringify([row, column])

/**
 * No table escapes: a number in a row or column that looks computed must be held against something (an entry under
 * `follows:`, or a claim on the cell), or `notFollowing:` must say why it cannot be.
 */
export const refuseUnfollowed = (tables: Iterable<LoadedTable>, claims: readonly Claim[], complaints: Complaints): void => {
  const held = Map.groupBy(
    claims.flatMap(({ cell }) => cell ?? []),
    ({ table }) => table,
  )
  for (const table of tables) {
    const rows = linesOf(table, 'row')
    const columns = linesOf(table, 'column')
    const covered = new Set(
      (held.get(table.id) ?? []).flatMap(({ row, column }) =>
        (row === undefined ? rows : [row]).flatMap((each) =>
          (column === undefined ? columns : [column]).map((other) => keyOf({ table: table.id, row: each, column: other })),
        ),
      ),
    )
    const excused = new Set(table.unfollowed.map(({ cell }) => keyOf(cell)))
    const open = rows.flatMap((row, index) =>
      columns.flatMap((column) => {
        const cell = table.csv.rows[index]?.[table.csv.header.indexOf(column)]
        if (!cell) return []
        const direction = looksComputed(row) ? ('row' as const) : looksComputed(column) ? ('column' as const) : undefined
        const reference = { table: table.id, row, column }
        if (!direction || !isPrintedNumber(printedIn(table, reference, cell.place).text) || covered.has(keyOf(reference))) return []
        return [
          {
            direction,
            line: direction === 'row' ? row : column,
            position: direction === 'row' ? column : row,
            cell,
            key: keyOf(reference),
          },
        ]
      }),
    )
    const unsaid = open.filter(({ key }) => !excused.has(key))
    for (const group of Map.groupBy(unsaid, ({ direction, line }) => `${direction} “${line}”`)) {
      const [name, cells] = group
      const [first] = cells
      if (!first) continue
      const numbers = cells.map(({ cell, position }) => `“${cell.text}” (${position})`).join(', ')
      complaints.add(
        `the ${name} looks computed, and ${numbers} ${cells.length === 1 ? 'is' : 'are'} held against nothing`,
        first.cell.place,
        `an entry under “follows:” in ${table.place.file}; or one under “notFollowing:”, with the reason`,
      )
    }
    for (const [index, entry] of (table.spec.notFollowing ?? []).entries()) {
      const own = table.unfollowed.filter(({ reason }) => reason === entry.reason).map(({ cell }) => keyOf(cell))
      const needed = new Set(open.map(({ key }) => key))
      const line = entry.row === undefined ? `column “${entry.column}”` : `row “${entry.row}”`
      if (own.length > 0 && !own.some((key) => needed.has(key)))
        complaints.add(
          `“notFollowing:” excuses no number of the ${line}: each is held against something, or does not look computed`,
          table.placeOf(['notFollowing', index]),
          'no such entry',
        )
    }
  }
}
