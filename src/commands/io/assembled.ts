/** The table that estimators compute with, out of printed numbers: without sectors that are all nought, imports parted where need be. */
import { InputOutputRefusal } from '../../../scripts/toolbox/input-output/refusal.ts'
import { separateImports } from '../../../scripts/toolbox/input-output/separate-imports.ts'
import type { InputOutputTable } from '../../../scripts/toolbox/input-output/table.ts'
import { plus } from './balance.ts'
import { halfUnitOf } from './cell-numbers.ts'
import { type Finding, remark } from './finding.ts'
import { at } from './items.ts'
import { type ExactSum, exactSum, type PrintedNumber } from './printed-number.ts'
import { cellsOf, flowCells, type PrintedTable, useCells } from './printed-table.ts'
import { RefusedTable } from './refused-table.ts'
import { problemAt, type SheetCell } from './sheet.ts'

/** Sums over all sectors as printed, exactly. */
export interface TableTotals {
  readonly intermediateUse: ExactSum
  readonly domesticIntermediateUse: ExactSum
  readonly finalUse: ExactSum
  readonly domesticFinalUse: ExactSum
  readonly imports: ExactSum
  readonly grossOutput: ExactSum
}

export interface Assembled {
  readonly table: InputOutputTable
  readonly totals: TableTotals
  readonly findings: readonly Finding[]
}

interface Beside {
  /** By sector, in the unit of the file, which is so many persons. */
  readonly employment: readonly PrintedNumber[] | undefined
  readonly persons: number
  /** Rows of value added, none where none is printed. */
  readonly valueAdded: readonly (readonly PrintedNumber[])[]
  /** What the balance report has said until now. */
  readonly findings: readonly Finding[]
}

/** Throws a RefusedTable where imports cannot be parted from what is used at home. */
export const assembled = (
  {
    laidOut,
    number,
    domestic,
    imported,
    uses,
    sectors,
    active,
    outputNumbers,
    outputFrom,
    isCompetitive,
    importSums,
    rowCell,
  }: PrintedTable,
  { employment, persons, valueAdded: valueAddedNumbers, findings }: Beside,
): Assembled => {
  const { finalUses } = laidOut
  const found: Finding[] = []
  const flowHalf = halfUnitOf([...domestic, ...(imported ?? [])].flat())
  const outputHalf =
    outputFrom === 'rows' ? { half: Math.max(0, ...outputNumbers.map(({ half }) => half)), isMixed: false } : halfUnitOf(outputNumbers)
  const useHalf = halfUnitOf([
    ...uses.flatMap(({ amounts, abroad }) => [...amounts, ...(abroad ?? [])]),
    ...laidOut.imports.flat().map(number),
  ])
  if (flowHalf.isMixed || useHalf.isMixed || outputHalf.isMixed)
    found.push(
      remark('digits', 'note', {
        zh: '各数的小数位数不一：区间按最粗的位数计算',
        en: 'numbers have different digits behind the point: ranges take the coarsest for all',
      }),
    )

  const kept = <Item>(items: readonly Item[]): readonly Item[] => active.map((index) => at(items, index))
  const values = (items: readonly (PrintedNumber | ExactSum)[]): readonly number[] => kept(items).map(({ value }) => value)
  const keptSquare = (block: readonly (readonly PrintedNumber[])[]) => kept(block).map(values)
  const noughts = active.map(() => 0)
  const compensation = laidOut.valueAdded.filter(({ kind }) => kind === 'compensation').map(({ cells }) => cells.map(number))
  const summed = (lines: readonly (readonly PrintedNumber[])[]): readonly number[] | undefined =>
    lines.length === 0 ? undefined : active.map((index) => exactSum(plus(lines.map((line) => at(line, index)))).value)
  const importAmounts = active.map((index) => Math.abs(at(importSums, index).value))
  const common = {
    sectors: kept(sectors).map(({ name }) => name),
    output: values(outputNumbers),
    employment: employment && kept(employment).map(({ value }) => value * persons),
    compensation: summed(compensation),
    valueAdded: summed(valueAddedNumbers),
    halfUnits: {
      flows: flowHalf.half,
      output: outputHalf.half,
      employment: employment ? halfUnitOf(employment).half * persons : 0,
      finalUses: useHalf.half,
      valueAdded: valueAddedNumbers.length > 0 ? halfUnitOf(valueAddedNumbers.flat()).half : 0,
    },
  }
  const separate = (): InputOutputTable => ({
    ...common,
    domestic: keptSquare(domestic),
    imported: imported ? keptSquare(imported) : active.map(() => noughts),
    finalUses: uses.map(({ name, kind, amounts, abroad }) => ({
      name,
      kind,
      domestic: values(amounts),
      imported: abroad ? values(abroad) : noughts,
    })),
    importsAre: 'separate',
  })
  const parted = (): InputOutputTable => {
    try {
      return separateImports({
        ...common,
        flows: keptSquare(domestic),
        finalUses: uses.map(({ name, kind, amounts }) => ({ name, kind, amounts: values(amounts) })),
        imports: importAmounts,
      })
    } catch (error) {
      if (!(error instanceof InputOutputRefusal)) throw error
      const index = sectors.findIndex(({ name }) => name === error.sectors[0])
      const cell = laidOut.imports[0]?.[Math.max(0, index)] ?? rowCell(0)
      throw new RefusedTable([problemAt(cell, error.message, 'imports below what is used at home')], [...findings, ...found])
    }
  }
  const table = isCompetitive ? parted() : separate()

  const every = (cells: readonly SheetCell[]): ExactSum => exactSum(plus(cells.map(number)))
  const ownUses = finalUses.flatMap(({ domestic: own }) => own)
  const abroadUses = finalUses.flatMap(({ imported: abroad }) => abroad ?? [])
  const sumOf = (amounts: readonly number[]): number => amounts.reduce((sum, amount) => sum + amount, 0)
  const parting = (amount: number): ExactSum => ({ units: 0n, decimals: 0, value: amount, half: 0 })
  const totals: TableTotals = {
    intermediateUse: every(flowCells(laidOut)),
    finalUse: every(useCells(laidOut)),
    domesticIntermediateUse: isCompetitive ? parting(sumOf(table.domestic.flat())) : every(cellsOf(laidOut.domestic)),
    domesticFinalUse: isCompetitive ? parting(sumOf(table.finalUses.flatMap(({ domestic: own }) => own))) : every(ownUses),
    imports: isCompetitive ? parting(sumOf(importAmounts)) : every([...cellsOf(laidOut.imported), ...abroadUses]),
    grossOutput: exactSum(outputNumbers.map((one) => ({ number: one, sign: 1 }))),
  }
  return { table, totals, findings: found }
}
