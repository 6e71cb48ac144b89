/** Rows, columns and cells in another unit than the rest of the table, by what would balance it. */
import { plainNumber } from '../../../scripts/ledger/numbers/format.ts'
import type { Bilingual } from '../../../scripts/ledger/types.ts'
import type { HeldBalance } from './balance.ts'
import { at } from './items.ts'
import type { PrintedTable, Refuse } from './printed-table.ts'
import { commonPower, powerNear, slippedColumn, slippedPart, timesInWords } from './units.ts'

/** Refuses them, and returns by sector what is too small to be refused and is told beside its row. */
export const refuseUnits = (
  { laidOut, sectors, active, isIdle, domestic, uses, outputs, useSums, nameOf, rowCell, outputCell }: PrintedTable,
  rows: readonly HeldBalance[],
  refuse: Refuse,
): ReadonlyMap<number, Bilingual> => {
  const rowGaps = rows.map(({ left }) => left.value)
  const rowAllowed = rows.map(({ left }) => left.half)
  const hints = new Map<number, Bilingual>()
  const ratios = sectors.map((_, index) => (isIdle[index] ? Number.NaN : at(outputs, index) / at(useSums, index).value))
  const power = commonPower(active.map((index) => at(ratios, index)))
  if (power !== 0) {
    const times = timesInWords(power)
    const [index = 0] = active
    refuse(
      'unit',
      outputCell(index),
      null,
      {
        zh: `总产出是各行使用合计的${times.zh}：两者单位不同`,
        en: `gross outputs are ${times.en} the sums of their rows: they are in another unit than the flows`,
      },
      'outputs and flows in one unit',
    )
  } else {
    const block = sectors.map((_, index) => [
      ...at(domestic, index).map(({ value }) => value),
      ...uses.map(({ amounts }) => at(amounts, index).value),
    ])
    const column = slippedColumn(block, rowGaps, rowAllowed)
    for (const index of active) {
      const slip = powerNear(at(ratios, index))
      if (slip === 0 || column) continue
      const times = timesInWords(-slip)
      refuse(
        'unit',
        rowCell(index),
        nameOf(index),
        {
          zh: `行“${nameOf(index)}”的使用合计是其总产出的${times.zh}：该行流量或其产出用了另一单位`,
          en: `the uses of row “${nameOf(index)}” are ${times.en} its gross output: the row, or its output, is in another unit`,
        },
        `flows and output in one unit; the output stands at ${outputCell(index).name}`,
      )
    }
    if (column) {
      const head = sectors[column.column]?.column ?? at(at(uses, column.column - sectors.length).domestic, 0)
      const name = sectors[column.column]?.name ?? at(uses, column.column - sectors.length).name
      const times = timesInWords(column.power)
      refuse(
        'unit',
        head,
        sectors[column.column]?.name ?? null,
        {
          zh: `“${name}”一列若缩为${timesInWords(-column.power).zh}，各行才平衡：该列用了另一单位（${times.zh}）`,
          en: `the column “${name}” is ${times.en} what balances the rows: it is in another unit`,
        },
        'flows in one unit',
      )
    }
    for (const index of active) {
      const row = rows[index]
      if (!row || row.within || column || powerNear(at(ratios, index)) !== 0) continue
      const slip = slippedPart(at(block, index), row.left.value, row.left.half)
      if (!slip) continue
      const cell = at([...at(laidOut.domestic, index), ...uses.map((use) => at(use.domestic, index))], slip.part)
      const times = timesInWords(slip.power)
      const message = {
        zh: `行“${nameOf(index)}”中“${cell.text}”恰为使该行平衡之数的${times.zh}`,
        en: `in row “${nameOf(index)}”, “${cell.text}” is ${times.en} what balances the row`,
      }
      // A hundredth of output is more than a slip of rounding or a discrepancy that a source prints.
      if (Math.abs(row.left.value) > Math.abs(at(outputs, index)) / 100)
        refuse(
          'unit',
          cell,
          nameOf(index),
          message,
          `${plainNumber(Number(cell.text.replaceAll(',', '')) / 10 ** slip.power)}, in the unit of the other cells`,
        )
      else hints.set(index, { zh: `${message.zh}（${cell.name}）`, en: `${message.en} (${cell.name})` })
    }
  }
  return hints
}
