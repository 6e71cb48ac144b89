/** Columns, printed totals and a second printing of outputs, held against what they should come to. */
import { plainNumber } from '../../../scripts/ledger/numbers/format.ts'
import { balanceFinding, held, minus, plus } from './balance.ts'
import { type Finding, remark } from './finding.ts'
import { at } from './items.ts'
import { exactSum, type PrintedNumber } from './printed-number.ts'
import type { PrintedTable } from './printed-table.ts'
import type { SheetCell } from './sheet.ts'

export interface ColumnBalances {
  /** Rows of value added: its parts where these are printed, else their total, else none. */
  readonly valueAddedNumbers: readonly (readonly PrintedNumber[])[]
  readonly columnFindings: readonly Finding[]
  /** Of printed totals those alone that do not add up. */
  readonly totalFindings: readonly Finding[]
  /** Of outputs that are printed twice those alone that part. */
  readonly twoOutputs: readonly Finding[]
}

/** `totalCells` are the totals that hold a number. */
export const columnBalances = (
  { laidOut, number, sectors, active, imported, everyInput, outputNumbers, outputFrom, isCompetitive, nameOf }: PrintedTable,
  totalCells: readonly SheetCell[],
): ColumnBalances => {
  // Columns, where value added is printed; else what is left for it is told.
  const valueAddedNumbers =
    laidOut.valueAdded.length > 0
      ? laidOut.valueAdded.map(({ cells }) => cells.map(number))
      : laidOut.valueAddedTotal
        ? [laidOut.valueAddedTotal.map(number)]
        : []
  const columnFindings = active.map((buyer): Finding => {
    const sector = at(sectors, buyer)
    const purchases = [
      ...everyInput.map((row) => at(row, buyer)),
      ...(laidOut.importedInputs && !imported && !isCompetitive ? [number(at(laidOut.importedInputs, buyer))] : []),
    ]
    if (valueAddedNumbers.length === 0) {
      const left = exactSum([{ number: at(outputNumbers, buyer), sign: 1 }, ...minus(purchases)])
      const isNegative = left.value < -left.half
      return {
        ...remark(
          'column',
          isNegative ? 'warning' : 'ok',
          {
            zh: `列“${sector.name}”：未印增加值；产出减投入余${plainNumber(left.value)}`,
            en: `column “${sector.name}”: no value added is printed; output less inputs leaves ${plainNumber(left.value)}`,
          },
          { sector: sector.name, cell: sector.column.name },
        ),
      }
    }
    return balanceFinding(
      held({
        kind: 'column',
        sector: sector.name,
        cell: sector.column,
        terms: [
          ...plus([...purchases, ...valueAddedNumbers.map((line) => at(line, buyer))]),
          { number: at(outputNumbers, buyer), sign: -1 },
        ],
        sum: { zh: `列“${sector.name}”的投入与增加值合计`, en: `the inputs and value added of column “${sector.name}”` },
        against: { zh: '总产出', en: 'gross output' },
      }),
    )
  })
  const totalFindings = laidOut.totals.flatMap(({ name, sector, cell, parts }): Finding[] => {
    if (!totalCells.includes(cell)) return []
    const balance = held({
      kind: 'total',
      sector,
      cell,
      terms: [...plus(parts.map(number)), ...minus([number(cell)])],
      sum: { zh: `“${sector}”各项之和`, en: `the parts of “${sector}”` },
      against: { zh: `印出的${name}`, en: `the printed ${name}` },
    })
    return balance.within ? [] : [balanceFinding(balance)]
  })
  const twoOutputs = (outputFrom === 'accounts' ? [laidOut.output, laidOut.inputs] : laidOut.output ? [laidOut.inputs] : []).flatMap(
    (cells) =>
      (cells ?? []).flatMap((cell, index): Finding[] => {
        const balance = held({
          kind: 'output',
          sector: nameOf(index),
          cell,
          terms: [...plus([number(cell)]), { number: at(outputNumbers, index), sign: -1 }],
          sum: { zh: `“${nameOf(index)}”在表中的总产出（总投入）`, en: `the output (or total inputs) of “${nameOf(index)}” in the table` },
          against: { zh: '所用的总产出', en: 'the gross output that was taken' },
        })
        return balance.within ? [] : [balanceFinding(balance)]
      }),
  )
  return { valueAddedNumbers, columnFindings, totalFindings, twoOutputs }
}
