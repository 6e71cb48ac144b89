import type { Figure } from '../../scripts/ledger/figures/compute.ts'
import { columnOf } from '../../scripts/ledger/numbers/units.ts'

/** What a figure counts, if it cannot be written in a column's unit: a unit with columns of its own stands in no other. */
export const misfitOf = ({ unit: base, units }: Figure, column: string): string | undefined => {
  if (column === 'plain') return undefined
  if (column === 'percent') return base === 'ratio' ? undefined : base
  const { of } = columnOf(units, column)
  const hasOwn = [...units.columns.values()].some((each) => each.of === base)
  return of === base || (of === undefined && !hasOwn && base !== 'ratio') ? undefined : base
}
