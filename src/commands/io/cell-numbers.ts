/** The cells that a table consists of, as numbers; what is none is refused at its cell. */
import type { Complaints } from '../../../scripts/ledger/problem.ts'
import type { Finding } from './finding.ts'
import { remark } from './finding.ts'
import { halfUnit, hasThousands, notANumber, type PrintedNumber, printedNumber, withDecimals } from './printed-number.ts'
import { problemAt, type SheetCell } from './sheet.ts'

export interface CellNumbers {
  readonly of: (cell: SheetCell) => PrintedNumber
  readonly findings: readonly Finding[]
}

export interface ReadingRules {
  /** Takes blank cells for noughts, where a source leaves them blank. */
  readonly blankIsNought: boolean
}

/** So many cells of one mistake are told one by one. */
const mostTold = 12

const nought: PrintedNumber = { units: 0n, decimals: 0, value: 0, half: 0 }

/** Numbers of cells by their places; `blocks` are groups whose digits were printed alike, such as all flows. */
export const cellNumbers = (blocks: readonly (readonly SheetCell[])[], rules: ReadingRules, complaints: Complaints): CellNumbers => {
  const cells = [...new Set(blocks.flat())]
  const findings: Finding[] = []
  const grouped = cells.filter(({ text }) => hasThousands(text))
  // A comma in one number may be a slip; in every number that is large enough it is how the file writes.
  const ungrouped = cells.find(({ text, isNumber }) => !isNumber && /^[-−]?\d{4,}/.test(text))
  const readsGrouped = grouped.length > 0 && ungrouped === undefined
  if (readsGrouped)
    findings.push(
      remark('thousands', 'note', {
        zh: `数字带千分位逗号（${grouped.length}格），全表如此，已按千分位读取`,
        en: `numbers are written with commas between thousands (${grouped.length} cells) throughout, and were read so`,
      }),
    )
  const blanks: SheetCell[] = []
  const values = new Map<SheetCell, PrintedNumber>()
  let refused = 0
  const refuse = (cell: SheetCell, what: string, expected: string): void => {
    refused += 1
    if (refused > mostTold) return
    const problem = problemAt(cell, what, expected)
    complaints.add(problem.what, problem.place, problem.expected)
  }
  for (const cell of cells) {
    const { text } = cell
    if (text === '') {
      if (rules.blankIsNought) {
        blanks.push(cell)
        values.set(cell, nought)
      } else
        refuse(
          cell,
          'a blank cell where a number belongs',
          '0 where nothing flows; or --blank-as-zero, where the source leaves noughts blank',
        )
      continue
    }
    if (hasThousands(text) && !readsGrouped) {
      refuse(
        cell,
        `“${text}” has a comma between thousands, and other numbers have none`,
        `${text.replaceAll(',', '')}, as the number at ${ungrouped?.name ?? ''} is written; or commas between the thousands of all numbers`,
      )
      continue
    }
    const number = printedNumber(readsGrouped ? text.replaceAll(',', '') : text)
    if (!number) {
      const { what, expected } = notANumber(text)
      refuse(cell, what, expected)
      continue
    }
    values.set(cell, number)
  }
  if (refused > mostTold) {
    const [cell] = cells
    if (cell) complaints.add(`${refused - mostTold} more cells hold no number`, cell.place, 'numbers throughout')
  }
  if (blanks.length > 0)
    findings.push(
      remark(
        'blank',
        'note',
        {
          zh: `${blanks.length}格空白，按要求作零处理，第一格在${blanks[0]?.name}`,
          en: `${blanks.length} blank cells were taken for noughts as asked, the first at ${blanks[0]?.name}`,
        },
        { cell: blanks[0]?.name ?? null },
      ),
    )
  for (const block of blocks) alike(block, values)
  return {
    of: (cell) => {
      const number = values.get(cell)
      if (!number) throw new Error(`the cell at ${cell.name} was not read`)
      return number
    },
    findings,
  }
}

/** A workbook keeps no noughts at the end of a number: all of a block have as many digits behind the point as the one with most. */
const alike = (block: readonly SheetCell[], values: Map<SheetCell, PrintedNumber>): void => {
  const kept = block.filter(({ isNumber }) => isNumber)
  const most = kept.reduce((deepest, cell) => Math.max(deepest, values.get(cell)?.decimals ?? 0), 0)
  for (const cell of kept) {
    const number = values.get(cell)
    if (number) values.set(cell, withDecimals(number, most))
  }
}

/** Up to this part of a block may have lost a nought at its end: one number in ten ends with one. */
const mayHaveLost = 0.25

/**
 * Half a unit of the last digit of a block of numbers. Where a few have fewer digits than the others, a spreadsheet program has
 * dropped noughts at their ends; where many have, the widest holds for all, so that no range is too narrow.
 */
export const halfUnitOf = (numbers: readonly PrintedNumber[]): { readonly half: number; readonly isMixed: boolean } => {
  const told = numbers.filter(({ units, half }) => units !== 0n && half > 0)
  if (told.length === 0) return { half: numbers.length > 0 ? Math.min(...numbers.map(({ half }) => half)) : 0, isMixed: false }
  const most = Math.max(...told.map(({ decimals }) => decimals))
  const least = Math.min(...told.map(({ decimals }) => decimals))
  const fewer = told.filter(({ decimals }) => decimals < most).length
  const isMixed = fewer > mayHaveLost * told.length
  return { half: halfUnit(isMixed ? least : most), isMixed }
}
