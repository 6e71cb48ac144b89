/** From files to a table that can be computed with, and the report of how it balances. Nothing is computed of what does not fit. */
import { parsedCells } from '../../../scripts/ledger/data/csv-cells.ts'
import { plainNumber } from '../../../scripts/ledger/numbers/format.ts'
import { Complaints, Problem } from '../../../scripts/ledger/problem.ts'
import type { Bilingual } from '../../../scripts/ledger/types.ts'
import type { InputOutputTable } from '../../../scripts/toolbox/input-output/table.ts'
import { type AccountRow, type Accounts, matchAccounts, readAccounts } from './accounts.ts'
import { assembled, type TableTotals } from './assembled.ts'
import { balanceFinding, type HeldBalance, held, plus } from './balance.ts'
import { bureauLayout, isBureauLayout } from './bureau-layout.ts'
import { cellNumbers } from './cell-numbers.ts'
import { columnBalances } from './column-balances.ts'
import { employmentFindings } from './employment.ts'
import { type Finding, remark } from './finding.ts'
import { flowsLayout, isFlowsLayout } from './flows-layout.ts'
import { refuseFullColumns } from './full-columns.ts'
import { at } from './items.ts'
import type { LaidOutTable } from './laid-out.ts'
import { negativeFlows } from './negative-flows.ts'
import { type ExactSum, exactSum, type PrintedNumber, printedNumber } from './printed-number.ts'
import { flowCells, type PrintedTable, type Refuse, useCells } from './printed-table.ts'
import { RefusedTable } from './refused-table.ts'
import { problemAt, readSheets, type Sheet, type SheetCell } from './sheet.ts'
import { refuseUnits } from './unit-slips.ts'
import { median } from './units.ts'

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

  const besideCells = [...laidOut.imports.flat(), ...laidOut.errors.flat()]
  const belowCells = [
    ...laidOut.valueAdded.flatMap(({ cells }) => cells),
    ...(laidOut.valueAddedTotal ?? []),
    ...(laidOut.importedInputs ?? []),
  ]
  const tableOutputs = [...(laidOut.output ?? []), ...(laidOut.inputs ?? [])]
  // A total that is left blank is no mistake; one that holds a number is held against its parts.
  const totalCells = laidOut.totals.map(({ cell }) => cell).filter(({ text }) => printedNumber(text.replaceAll(',', '')))
  const money = [...flowCells(laidOut), ...useCells(laidOut), ...besideCells, ...belowCells, ...tableOutputs, ...totalCells]
  const inTable = cellNumbers([money], { blankIsNought }, complaints)
  const inAccounts = cellNumbers(
    [accountOutputs ?? [], accounts?.employment ? (employmentCells ?? []) : []],
    { blankIsNought: false },
    complaints,
  )
  const inEmployment = accounts?.employment ? inAccounts : cellNumbers([employmentCells ?? []], { blankIsNought: false }, complaints)
  complaints.stopIfAny()

  const findings: Finding[] = [
    ...[...laidOut.notes, ...(accounts?.notes ?? [])].map((note) => remark('reading', 'note', note)),
    ...inTable.findings,
    ...inAccounts.findings,
  ]
  const refuse: Refuse = (kind, cell, sector, message, expected) => {
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
  if (outputFrom === 'rows' && accounts?.withoutOutput) findings.push(remark('output', 'warning', accounts.withoutOutput))
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

  const printed: PrintedTable = {
    laidOut,
    sectors,
    number,
    domestic,
    imported,
    everyInput: imported ? [...domestic, ...imported] : domestic,
    uses,
    useSums,
    outputNumbers,
    outputs,
    outputFrom,
    isCompetitive,
    importSums,
    isIdle,
    active,
    nameOf,
    rowCell,
    outputCell,
  }

  // Coefficients, and units that do not fit.
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

  const hints = areRowsWhole ? refuseUnits(printed, rows, refuse) : new Map<number, Bilingual>()
  stopIfRefused()

  refuseFullColumns(printed, refuse, stopIfRefused)

  const { valueAddedNumbers, columnFindings, totalFindings, twoOutputs } = columnBalances(printed, totalCells)

  findings.push(...negativeFlows(printed))
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

  const {
    table,
    totals,
    findings: ofDigits,
  } = assembled(printed, {
    employment: employmentNumbers,
    persons,
    valueAdded: valueAddedNumbers,
    findings,
  })
  findings.push(...ofDigits)
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
