/** Columns that buy as much as they make, or more: nothing is left to multiply by. */
import { plainNumber } from '../../../scripts/ledger/numbers/format.ts'
import { plus } from './balance.ts'
import { at } from './items.ts'
import { type ExactSum, exactSum, type PrintedNumber } from './printed-number.ts'
import type { PrintedTable, Refuse } from './printed-table.ts'

/** So many columns of coefficients at or above one are told one by one. */
const mostFull = 12

/** Refuses them one by one, unless another unit of a row, or of all imports, says why there are so many. */
export const refuseFullColumns = (
  { laidOut, sectors, active, domestic, imported, everyInput, outputs, nameOf }: PrintedTable,
  refuse: Refuse,
  stopIfRefused: () => void,
): void => {
  const inputsOf = (block: readonly (readonly PrintedNumber[])[], buyer: number): ExactSum =>
    exactSum(plus(block.map((row) => at(row, buyer))))
  // A column that buys all that it makes, or more, leaves nothing to multiply by.
  const full = active.flatMap((buyer) => {
    const atHome = inputsOf(domestic, buyer)
    const all = inputsOf(everyInput, buyer)
    const made = at(outputs, buyer)
    return all.value >= made ? [{ buyer, sum: all.value / made, isDomestic: atHome.value >= made }] : []
  })
  // One row, or all imported ones, that are more than their buyers make are in another unit; that says more than each of the columns.
  const oversized = [...everyInput.keys()].filter(
    (line) => 2 * active.filter((buyer) => at(at(everyInput, line), buyer).value >= at(outputs, buyer)).length > active.length,
  )
  const areImports = full.length === active.length && active.length > 1 && full.every(({ isDomestic }) => !isDomestic)
  if (areImports && laidOut.imported)
    refuse(
      'unit',
      at(at(laidOut.imported, 0), 0),
      null,
      {
        zh: '加上进口品，各列的投入都不少于产出，而国产品单独则不然：进口品各行用了另一单位',
        en: 'with imported products every column buys what it makes or more, and without them none does: the imported rows are in another unit',
      },
      'domestic and imported flows in one unit',
    )
  else if (full.length > 1 && oversized.length === 1)
    for (const line of oversized) {
      const cells = [...laidOut.domestic, ...(laidOut.imported ?? [])]
      refuse(
        'unit',
        at(at(cells, line), 0),
        nameOf(line % sectors.length),
        {
          zh: `单是“${nameOf(line % sectors.length)}”一行就不少于多数使用部门的产出：该行（连同其产出）用了另一单位`,
          en: `the row “${nameOf(line % sectors.length)}” alone is more than most of its buyers make: it is in another unit, and so is its output if that fits it`,
        },
        'flows in one unit',
      )
    }
  stopIfRefused()
  for (const { buyer, sum, isDomestic } of full.slice(0, mostFull)) {
    const sector = at(sectors, buyer)
    const largest = everyInput.reduce(
      (best, row, index) => (at(row, buyer).value > at(at(everyInput, best), buyer).value ? index : best),
      0,
    )
    const seller = nameOf(largest % sectors.length)
    const all = full.length === active.length && active.length > 1
    refuse(
      'column-sum',
      sector.column,
      sector.name,
      {
        zh: `“${sector.name}”一列的${isDomestic || !imported ? '' : '国产与进口'}投入系数之和为${plainNumber(sum)}，不小于一；其中最大的来自“${seller}”${all ? '。各列皆然：流量与产出单位不同，或把流量当作了系数' : ''}`,
        en: `the input coefficients of column “${sector.name}”${isDomestic || !imported ? '' : ', both origins,'} sum to ${plainNumber(sum)}, at or above one; the largest is bought from “${seller}”${all ? '. So are those of all columns: flows and outputs are in different units, or flows were taken for coefficients' : ''}`,
      },
      'inputs below the gross output of the column',
    )
  }
  stopIfRefused()
}
