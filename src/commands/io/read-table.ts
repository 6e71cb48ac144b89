/** From files to a table that can be computed with, and the report of how it balances. Nothing is computed of what does not fit. */
import { parsedCells } from '../../../scripts/ledger/data/csv-cells.ts'
import { plainNumber } from '../../../scripts/ledger/numbers/format.ts'
import { Complaints, Problem, Problems } from '../../../scripts/ledger/problem.ts'
import type { Bilingual } from '../../../scripts/ledger/types.ts'
import { InputOutputRefusal } from '../../../scripts/toolbox/input-output/refusal.ts'
import { separateImports } from '../../../scripts/toolbox/input-output/separate-imports.ts'
import type { InputOutputTable } from '../../../scripts/toolbox/input-output/table.ts'
import { type AccountRow, type Accounts, matchAccounts, readAccounts } from './accounts.ts'
import { balanceFinding, type HeldBalance, held, minus, plus } from './balance.ts'
import { bureauLayout, isBureauLayout } from './bureau-layout.ts'
import { cellNumbers, halfUnitOf } from './cell-numbers.ts'
import { type Finding, remark } from './finding.ts'
import { flowsLayout, isFlowsLayout } from './flows-layout.ts'
import type { LaidOutTable } from './laid-out.ts'
import { type ExactSum, exactSum, type PrintedNumber, printedNumber } from './printed-number.ts'
import { problemAt, readSheets, type Sheet, type SheetCell } from './sheet.ts'
import { commonPower, median, powerNear, slippedColumn, slippedPart, timesInWords } from './units.ts'

export interface TableFile {
  /** As the user called it, and where it is. */
  readonly name: string
  readonly path: string
}

export interface TableRequest {
  readonly table: TableFile
  readonly accounts?: TableFile | undefined
  /** A sheet of the workbook. */
  readonly sheet?: string | undefined
  readonly blankIsNought?: boolean
}

/** Every sector that a file names, whether it can be computed with or not. */
export interface NamedSector {
  readonly name: string
  readonly code: string
  /** Its place among the sectors that are computed with; null for one that makes and buys nothing. */
  readonly at: number | null
  readonly output: number
  /** Persons; null where no file says. */
  readonly employment: number | null
  /** In both languages, where the accounts say so. */
  readonly label: Bilingual | undefined
}

/** Sums over all sectors as printed, exactly. */
export interface TableTotals {
  readonly intermediateUse: ExactSum
  readonly domesticIntermediateUse: ExactSum
  readonly finalUse: ExactSum
  readonly domesticFinalUse: ExactSum
  readonly imports: ExactSum
  readonly grossOutput: ExactSum
}

export interface ReadTable {
  readonly table: InputOutputTable
  readonly laidOut: LaidOutTable
  readonly sectors: readonly NamedSector[]
  readonly balance: readonly Finding[]
  /** What one unit of employment is in the file, and its heading. */
  readonly employment: { readonly persons: number; readonly heading: string } | undefined
  /** Where gross output comes from. */
  readonly outputFrom: 'accounts' | 'table' | 'rows'
  readonly totals: TableTotals
}

/** A table that is refused, with what the balance report has found until then. */
export class RefusedTable extends Problems {
  readonly balance: readonly Finding[]

  constructor(list: readonly Problem[], balance: readonly Finding[]) {
    super(list)
    this.balance = balance
  }
}

const layoutOf = (sheet: Sheet): 'flows' | 'bureau' | undefined =>
  isFlowsLayout(sheet) ? 'flows' : isBureauLayout(sheet) ? 'bureau' : undefined

/** The sheet that holds a table, of a workbook the first. */
const tableSheet = (sheets: readonly Sheet[], file: string): Sheet => {
  const found = sheets.find((sheet) => layoutOf(sheet))
  if (found) return found
  const [first] = sheets
  const [cell] = first?.rows[0] ?? []
  // Cells that are parted by another sign than a comma are told first.
  if (first?.text !== undefined) parsedCells(first.text, file)
  throw new Problem(
    'no table was found whose sectors head rows and columns alike',
    cell?.place ?? { file, line: 1, column: 1 },
    'a heading “origin,sector”, the sectors, then final uses; or the layout of the statistics office, a row and a column for each sector',
  )
}

/** So many columns of coefficients at or above one are told one by one. */
const mostFull = 12

const isSquareOf = (block: readonly (readonly SheetCell[])[] | undefined): readonly SheetCell[] => block?.flat() ?? []

/** Reads a table and its accounts, and holds them against each other; throws a RefusedTable, Problems or a Problem. */
export const readTable = async (request: TableRequest): Promise<ReadTable> => {
  const sheets = await readSheets(request.table.path, request.table.name, request.sheet)
  const accountSheets = request.accounts ? await readSheets(request.accounts.path, request.accounts.name) : []
  const accounts = readAccountsAmong(accountSheets)
  const sheet = tableSheet(sheets, request.table.name)
  const laidOut = layoutOf(sheet) === 'flows' ? flowsLayout(sheet, accounts?.rows.map(({ name }) => name.text) ?? []) : bureauLayout(sheet)
  const matched = accounts && matchAccounts(accounts, laidOut.sectors, laidOut.file)
  return balanced(laidOut, accounts, matched, request.blankIsNought ?? false)
}

const readAccountsAmong = (sheets: readonly Sheet[]): Accounts | undefined => {
  const [first, ...rest] = sheets
  if (!first) return undefined
  try {
    return readAccounts(first)
  } catch (error) {
    // The accounts may stand on a later sheet; if they do on none, the first says what is wrong.
    for (const sheet of rest)
      try {
        return readAccounts(sheet)
      } catch {}
    throw error
  }
}

const balanced = (
  laidOut: LaidOutTable,
  accounts: Accounts | undefined,
  matched: readonly AccountRow[] | undefined,
  blankIsNought: boolean,
): ReadTable => {
  const { sectors, finalUses } = laidOut
  const complaints = new Complaints()
  const isCompetitive = laidOut.imported === undefined && laidOut.imports.length > 0
  const accountOutputs = matched?.every(({ output }) => output) ? matched.flatMap(({ output }) => output ?? []) : undefined
  const printedOutput = laidOut.output ?? laidOut.inputs
  const employmentCells = accounts?.employment ? matched?.flatMap(({ employment }) => employment ?? []) : laidOut.employment?.cells
  const employmentUnit =
    accounts?.employment ?? (laidOut.employment && { persons: laidOut.employment.persons, heading: laidOut.employment.heading })

  const flowCells = [...isSquareOf(laidOut.domestic), ...isSquareOf(laidOut.imported)]
  const useCells = finalUses.flatMap(({ domestic, imported }) => [...domestic, ...(imported ?? [])])
  const besideCells = [...laidOut.imports.flat(), ...laidOut.errors.flat()]
  const belowCells = [
    ...laidOut.valueAdded.flatMap(({ cells }) => cells),
    ...(laidOut.valueAddedTotal ?? []),
    ...(laidOut.importedInputs ?? []),
  ]
  const tableOutputs = [...(laidOut.output ?? []), ...(laidOut.inputs ?? [])]
  // A total that is left blank is no mistake; one that holds a number is held against its parts.
  const totalCells = laidOut.totals.map(({ cell }) => cell).filter(({ text }) => printedNumber(text.replaceAll(',', '')))
  const money = [...flowCells, ...useCells, ...besideCells, ...belowCells, ...tableOutputs, ...totalCells]
  const inTable = cellNumbers([money], { blankIsNought }, complaints)
  const inAccounts = cellNumbers(
    [accountOutputs ?? [], accounts?.employment ? (employmentCells ?? []) : []],
    { blankIsNought: false },
    complaints,
  )
  const inEmployment = accounts?.employment ? inAccounts : cellNumbers([employmentCells ?? []], { blankIsNought: false }, complaints)
  complaints.stopIfAny()

  const findings: Finding[] = [
    ...[...laidOut.notes, ...(accounts?.notes ?? [])].map((note) => remark('reading', 'note', { zh: note, en: note })),
    ...inTable.findings,
    ...inAccounts.findings,
  ]
  const refuse = (kind: Finding['kind'], cell: SheetCell, sector: string | null, message: Bilingual, expected: string): void => {
    findings.push(remark(kind, 'error', message, { sector, cell: cell.name, problem: problemAt(cell, message.en, expected) }))
  }
  const stopIfRefused = (): void => {
    const problems = findings.flatMap(({ problem }) => problem ?? [])
    if (problems.length > 0) throw new RefusedTable(problems, [...findings, ...rows.map((row) => balanceFinding(row))])
  }
  const number = inTable.of
  const square = (block: readonly (readonly SheetCell[])[]): readonly (readonly PrintedNumber[])[] => block.map((row) => row.map(number))
  const domestic = square(laidOut.domestic)
  const imported = laidOut.imported && square(laidOut.imported)
  const uses = finalUses.map((use) => ({ ...use, amounts: use.domestic.map(number), abroad: use.imported?.map(number) }))
  const nameOf = (index: number): string => sectors[index]?.name ?? ''
  const rowCell = (index: number): SheetCell => at(at(laidOut.domestic, index), 0)

  // Imports are printed as what comes in, or as what is taken off.
  const importSums = sectors.map((_, index) => exactSum(plus(laidOut.imports.map((column) => number(at(column, index))))))
  const isTakenOff = importSums.some(({ value }) => value < 0) && importSums.every(({ value }) => value <= 0)
  if (isCompetitive && isTakenOff)
    findings.push(
      remark('imports', 'note', {
        zh: '进口以负数列出，已按进口额读取',
        en: 'imports are printed below nought, and were read as what comes in',
      }),
    )
  const importSign = isTakenOff ? 1 : -1

  const rows: HeldBalance[] = []
  const usesOf = (index: number) => {
    const flows = at(domestic, index)
    return [...plus([...flows, ...uses.map(({ amounts }) => at(amounts, index))]), ...beside(index)]
  }
  const beside = (index: number) => [
    ...(isCompetitive ? laidOut.imports.map((column) => ({ number: number(at(column, index)), sign: importSign as 1 | -1 })) : []),
    ...plus(laidOut.errors.map((column) => number(at(column, index)))),
  ]
  const useSums = sectors.map((_, index) => exactSum(usesOf(index)))

  const outputCells = accountOutputs ?? printedOutput
  const outputFrom = accountOutputs ? 'accounts' : printedOutput ? 'table' : 'rows'
  const outputNumbers: readonly (PrintedNumber | ExactSum)[] = outputCells
    ? outputCells.map(accountOutputs ? inAccounts.of : number)
    : useSums
  const outputs = outputNumbers.map(({ value }) => value)
  const outputCell = (index: number): SheetCell => outputCells?.[index] ?? rowCell(index)
  if (outputFrom === 'rows' && accounts?.withoutOutput)
    findings.push(remark('output', 'warning', { zh: accounts.withoutOutput, en: accounts.withoutOutput }))
  if (outputFrom === 'rows')
    findings.push(
      remark('output', 'note', {
        zh: '没有总产出一栏：以各行使用合计为总产出，行平衡因而无从检验',
        en: 'no gross output is given: the sum of each row’s uses was taken for it, so that rows cannot be held against it',
      }),
    )
  if (outputFrom === 'rows' && finalUses.length === 0)
    refuse(
      'output',
      rowCell(0),
      null,
      {
        zh: '既没有总产出，也没有最终使用：产出无从得知',
        en: 'there is neither gross output nor final use, so that outputs are not known',
      },
      'accounts with gross_output, or final uses behind the sectors',
    )
  // Without final uses a row is no more than a part of its output.
  const areRowsWhole = outputFrom !== 'rows' && finalUses.length > 0
  for (const index of areRowsWhole ? sectors.keys() : [])
    rows.push(
      held({
        kind: 'row',
        sector: nameOf(index),
        cell: rowCell(index),
        terms: [...usesOf(index), { number: at(outputNumbers, index), sign: -1 }],
        sum: { zh: `行“${nameOf(index)}”的使用合计`, en: `the uses of row “${nameOf(index)}”` },
        against: { zh: '总产出', en: 'gross output' },
      }),
    )

  // What makes or buys nothing at all.
  const isIdle = sectors.map(
    (_, index) =>
      at(outputs, index) === 0 &&
      at(useSums, index).value === 0 &&
      at(domestic, index).every(({ units }) => units === 0n) &&
      [...domestic, ...(imported ?? [])].every((row) => at(row, index).units === 0n),
  )
  for (const [index, sector] of sectors.entries()) {
    const output = at(outputs, index)
    if (isIdle[index])
      findings.push(
        remark(
          'idle-sector',
          'warning',
          {
            zh: `部门“${sector.name}”全为零：不参与计算，没有乘数`,
            en: `the sector “${sector.name}” is all nought: it is kept out, and has no multipliers`,
          },
          { sector: sector.name, cell: sector.row.name },
        ),
      )
    else if (output <= 0)
      refuse(
        output < 0 ? 'negative-output' : 'output',
        outputCell(index),
        sector.name,
        output < 0
          ? {
              zh: `部门“${sector.name}”的总产出为负：${plainNumber(output)}`,
              en: `the gross output of “${sector.name}” is negative: ${plainNumber(output)}`,
            }
          : {
              zh: `部门“${sector.name}”的总产出为零，而其流量不为零`,
              en: `the gross output of “${sector.name}” is nought, and its flows are not`,
            },
        'gross output above 0',
      )
  }
  stopIfRefused()
  const active = [...sectors.keys()].filter((index) => !isIdle[index])
  if (active.length === 0) throw new Problem('every sector is all nought', rowCell(0).place, 'a table with flows and outputs')

  // Coefficients, and units that do not fit.
  const inputsOf = (block: readonly (readonly PrintedNumber[])[], buyer: number): ExactSum =>
    exactSum(plus(block.map((row) => at(row, buyer))))
  const largestFinal = Math.max(0, ...uses.flatMap(({ amounts }) => amounts.map(({ value }) => Math.abs(value))))
  const areOnes = outputFrom !== 'rows' && active.length > 1 && active.every((index) => at(outputs, index) === 1)
  if (areOnes && rows.some(({ within }) => !within))
    refuse(
      'coefficients',
      outputCell(active[0] ?? 0),
      null,
      {
        zh: '各部门的总产出都是1：这是消耗系数表的合计，流量被当成了系数，或系数被当成了流量',
        en: 'the gross output of every sector is 1, as columns of coefficients sum to: flows were taken for coefficients, or coefficients for flows',
      },
      'flows and gross outputs in money',
    )
  stopIfRefused()
  const areCoefficients =
    active.every((buyer) => domestic.reduce((sum, row) => sum + Math.abs(at(row, buyer).value), 0) < 1) &&
    (!areRowsWhole
      ? largestFinal >= 10 || median(active.map((index) => at(outputs, index))) >= 10
      : 2 * rows.filter(({ within }, index) => !isIdle[index] && !within).length > active.length)
  if (areCoefficients)
    refuse(
      'coefficients',
      at(at(laidOut.domestic, active[0] ?? 0), active[0] ?? 0),
      null,
      {
        zh: '中间流量各列之和都小于一，各行也不平衡：这是消耗系数，不是流量',
        en: 'each column of the intermediate block sums below one, and rows do not balance: these are coefficients, and no flows',
      },
      'flows in money: each coefficient times the gross output of its column',
    )
  stopIfRefused()

  const rowGaps = rows.map(({ left }) => left.value)
  const rowAllowed = rows.map(({ left }) => left.half)
  const hints = new Map<number, Bilingual>()
  if (areRowsWhole) {
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
  }
  stopIfRefused()

  // A column that buys all that it makes, or more, leaves nothing to multiply by.
  const everyInput = imported ? [...domestic, ...imported] : domestic
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
  const twoOutputs = (accountOutputs ? [laidOut.output, laidOut.inputs] : laidOut.output ? [laidOut.inputs] : []).flatMap((cells) =>
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

  // Flows below nought.
  const negatives = [
    ...[...laidOut.domestic, ...(laidOut.imported ?? [])].flatMap((row, line) =>
      row.map((cell, buyer) => ({ cell, sector: nameOf(line % sectors.length), use: nameOf(buyer), isUsual: false })),
    ),
    ...finalUses.flatMap(({ name, kind, domestic: own, imported: abroad }) =>
      [...own, ...(abroad ?? [])].map((cell, line) => ({
        cell,
        sector: nameOf(line % sectors.length),
        use: name,
        isUsual: kind === 'inventory',
      })),
    ),
  ].filter(({ cell }) => number(cell).units < 0n)
  for (const { cell, sector, use, isUsual } of negatives)
    findings.push(
      remark(
        'negative-flow',
        isUsual ? 'note' : 'warning',
        isUsual
          ? {
              zh: `“${sector}”的${use}为负（${cell.text}）：存货可以减少`,
              en: `${use} of “${sector}” is negative (${cell.text}): inventories may fall`,
            }
          : {
              zh: `“${sector}”用于“${use}”的流量为负（${cell.text}）`,
              en: `the flow from “${sector}” to “${use}” is negative (${cell.text})`,
            },
        { sector, cell: cell.name },
      ),
    )
  if (isCompetitive)
    for (const [index, { value }] of importSums.entries())
      if (value * -importSign < 0)
        refuse(
          'negative-imports',
          at(at(laidOut.imports, 0), index),
          nameOf(index),
          {
            zh: `“${nameOf(index)}”的进口与其他部门的符号相反`,
            en: `the imports of “${nameOf(index)}” have another sign than those of others`,
          },
          'imports of one sign: all above nought, or all below where they are taken off',
        )

  // Employment.
  const persons = employmentUnit?.persons ?? 1
  const employmentNumbers = employmentCells?.map(inEmployment.of)
  findings.push(
    ...employmentFindings(
      employmentNumbers,
      employmentCells ?? [],
      active,
      outputs,
      sectors.map(({ name }) => name),
      persons,
    ),
  )
  stopIfRefused()

  const broughtIn = imported ? exactSum(plus([...imported.flat(), ...uses.flatMap(({ abroad }) => abroad ?? [])])).value : 0
  const usedAtAll = exactSum(plus([...domestic.flat(), ...uses.flatMap(({ amounts }) => amounts)])).value
  if (broughtIn > 0 && broughtIn < usedAtAll / 2000)
    findings.push(
      remark(
        'unit',
        'warning',
        {
          zh: `进口品只占全部使用的${plainNumber(Number((broughtIn / usedAtAll).toPrecision(2)))}：请核对进口品各行的单位`,
          en: `imported products are ${plainNumber(Number((broughtIn / usedAtAll).toPrecision(2)))} of all that is used: are their rows in the unit of the others?`,
        },
        { cell: laidOut.imported?.[0]?.[0]?.name ?? null },
      ),
    )

  // Imports of a file that prints domestic rows alone are not known; of a competitive table they are parted in proportion.
  if (isCompetitive)
    findings.push(
      remark('imports', 'note', {
        zh: '竞争型表：进口品按比例分摊到各项国内使用，出口不含进口品',
        en: 'a competitive table: each use at home was taken to hold imports in the same proportion, and exports to hold none',
      }),
    )
  else if (!imported)
    findings.push(
      remark('imports', 'note', {
        zh: '表中没有进口品：进口漏出无从计算，按零处理',
        en: 'the table has no imported rows: leakage to imports is not known, and stands at nought',
      }),
    )

  const flowHalf = halfUnitOf([...domestic, ...(imported ?? [])].flat())
  const outputHalf =
    outputFrom === 'rows' ? { half: Math.max(0, ...outputNumbers.map(({ half }) => half)), isMixed: false } : halfUnitOf(outputNumbers)
  const useHalf = halfUnitOf([
    ...uses.flatMap(({ amounts, abroad }) => [...amounts, ...(abroad ?? [])]),
    ...laidOut.imports.flat().map(number),
  ])
  if (flowHalf.isMixed || useHalf.isMixed || outputHalf.isMixed)
    findings.push(
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
    employment: employmentNumbers && kept(employmentNumbers).map(({ value }) => value * persons),
    compensation: summed(compensation),
    valueAdded: summed(valueAddedNumbers),
    halfUnits: {
      flows: flowHalf.half,
      output: outputHalf.half,
      employment: employmentNumbers ? halfUnitOf(employmentNumbers).half * persons : 0,
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
      throw new RefusedTable([problemAt(cell, error.message, 'imports below what is used at home')], findings)
    }
  }
  const table = isCompetitive ? parted() : separate()

  const every = (cells: readonly SheetCell[]): ExactSum => exactSum(plus(cells.map(number)))
  const ownUses = finalUses.flatMap(({ domestic: own }) => own)
  const abroadUses = finalUses.flatMap(({ imported: abroad }) => abroad ?? [])
  const sumOf = (amounts: readonly number[]): number => amounts.reduce((sum, amount) => sum + amount, 0)
  const parting = (amount: number): ExactSum => ({ units: 0n, decimals: 0, value: amount, half: 0 })
  const totals: TableTotals = {
    intermediateUse: every(flowCells),
    finalUse: every(useCells),
    domesticIntermediateUse: isCompetitive ? parting(sumOf(table.domestic.flat())) : every(isSquareOf(laidOut.domestic)),
    domesticFinalUse: isCompetitive ? parting(sumOf(table.finalUses.flatMap(({ domestic: own }) => own))) : every(ownUses),
    imports: isCompetitive ? parting(sumOf(importAmounts)) : every([...isSquareOf(laidOut.imported), ...abroadUses]),
    grossOutput: exactSum(outputNumbers.map((one) => ({ number: one, sign: 1 }))),
  }
  const severest = ['error', 'warning', 'note', 'ok']
  const balance = [
    ...findings,
    ...rows.map((row, index) => balanceFinding(row, hints.get(index))),
    ...columnFindings,
    ...totalFindings,
    ...twoOutputs,
  ]
  return {
    table,
    laidOut,
    sectors: sectors.map(({ name, code }, index) => ({
      name,
      code,
      at: isIdle[index] ? null : active.indexOf(index),
      output: at(outputs, index),
      employment: employmentNumbers ? at(employmentNumbers, index).value * persons : null,
      label: matched?.[index]?.label,
    })),
    balance: balance.sort((one, other) => severest.indexOf(one.severity) - severest.indexOf(other.severity)),
    employment: employmentNumbers && employmentUnit ? employmentUnit : undefined,
    outputFrom,
    totals,
  }
}

/** More than any country has at work. */
const mostPersons = 2e9
/** Labour per output of one sector beside that of the middle one: beyond this it is in another unit. */
const farthest = 1000

const employmentFindings = (
  numbers: readonly PrintedNumber[] | undefined,
  cells: readonly SheetCell[],
  active: readonly number[],
  outputs: readonly number[],
  names: readonly string[],
  persons: number,
): readonly Finding[] => {
  if (!numbers)
    return [
      remark('employment', 'note', {
        zh: '没有就业数据：只计算产出乘数与关联系数',
        en: 'no employment is given: output multipliers and linkages alone are computed',
      }),
    ]
  const found: Finding[] = []
  const say = (severity: 'error' | 'warning', index: number, message: Bilingual, expected: string): void => {
    const cell = at(cells, index)
    found.push(
      remark('employment', severity, message, {
        sector: at(names, index),
        cell: cell.name,
        ...(severity === 'error' ? { problem: problemAt(cell, message.en, expected) } : {}),
      }),
    )
  }
  const intensity = (index: number): number => at(numbers, index).value / at(outputs, index)
  const middle = median(active.map(intensity).filter((each) => each > 0))
  for (const index of active) {
    const { value } = at(numbers, index)
    const name = at(names, index)
    if (value < 0)
      say(
        'error',
        index,
        { zh: `部门“${name}”的就业为负：${plainNumber(value)}`, en: `the employment of “${name}” is negative: ${plainNumber(value)}` },
        '0 or more',
      )
    else if (value === 0)
      say(
        'warning',
        index,
        { zh: `部门“${name}”没有就业：没有就业乘数`, en: `the sector “${name}” employs nobody: it has no employment multiplier` },
        '',
      )
    else if (intensity(index) > farthest * middle)
      say(
        'error',
        index,
        {
          zh: `部门“${name}”单位产出的就业是居中部门的${plainNumber(Math.round(intensity(index) / middle))}倍：单位有误`,
          en: `“${name}” has ${plainNumber(Math.round(intensity(index) / middle))} times the labour per output of the middle sector: its employment or output is in another unit`,
        },
        'employment of all sectors in one unit',
      )
    else if (intensity(index) < middle / farthest)
      say(
        'warning',
        index,
        {
          zh: `部门“${name}”单位产出的就业不到居中部门的千分之一：请核对单位`,
          en: `“${name}” has less than a thousandth of the labour per output of the middle sector: is its unit right?`,
        },
        '',
      )
  }
  const all = numbers.reduce((sum, { value }) => sum + value, 0) * persons
  // One sector in another unit says more than all of them together.
  if (all > mostPersons && !found.some(({ severity }) => severity === 'error')) {
    const message = {
      zh: `就业合计为${plainNumber(all)}人，多于任何国家的从业人员：单位有误`,
      en: `employment comes to ${plainNumber(all)} persons, more than any country has at work: its unit is another`,
    }
    const [cell] = cells
    if (cell)
      found.push(
        remark('unit', 'error', message, {
          cell: cell.name,
          problem: problemAt(cell, message.en, 'employment_10k in 10,000 persons, or employment in persons'),
        }),
      )
  }
  return found
}

const at = <Item>(items: readonly Item[], index: number): Item => {
  const item = items[index]
  if (item === undefined) throw new RangeError(`there is no item ${index} of ${items.length}`)
  return item
}
