/** A laid-out table as numbers, and what is known of it before it is held against itself. */
import type { Bilingual } from '../../../scripts/ledger/types.ts'
import type { FindingKind } from './finding.ts'
import type { LaidOutTable } from './laid-out.ts'
import type { ExactSum, PrintedNumber } from './printed-number.ts'
import type { SheetCell } from './sheet.ts'

/** Squares have a row for each seller and a column for each buyer; places count all sectors that a file names. */
export interface PrintedTable {
  readonly laidOut: LaidOutTable
  readonly sectors: LaidOutTable['sectors']
  readonly number: (cell: SheetCell) => PrintedNumber
  readonly domestic: readonly (readonly PrintedNumber[])[]
  /** Undefined where the table has no rows of imported products. */
  readonly imported: readonly (readonly PrintedNumber[])[] | undefined
  /** Domestic rows, and behind them imported ones. */
  readonly everyInput: readonly (readonly PrintedNumber[])[]
  readonly uses: readonly (LaidOutTable['finalUses'][number] & {
    readonly amounts: readonly PrintedNumber[]
    readonly abroad: readonly PrintedNumber[] | undefined
  })[]
  /** What each row sums to over all uses. */
  readonly useSums: readonly ExactSum[]
  readonly outputNumbers: readonly (PrintedNumber | ExactSum)[]
  readonly outputs: readonly number[]
  readonly outputFrom: 'accounts' | 'table' | 'rows'
  /** Whether imports stand in a column of their own, within the uses of the rows. */
  readonly isCompetitive: boolean
  readonly importSums: readonly ExactSum[]
  /** Sectors that make and buy nothing at all, and the places of the others. */
  readonly isIdle: readonly boolean[]
  readonly active: readonly number[]
  readonly nameOf: (place: number) => string
  readonly rowCell: (place: number) => SheetCell
  readonly outputCell: (place: number) => SheetCell
}

/** Says at a cell why nothing is computed. */
export type Refuse = (kind: FindingKind, cell: SheetCell, sector: string | null, message: Bilingual, expected: string) => void

export const cellsOf = (block: readonly (readonly SheetCell[])[] | undefined): readonly SheetCell[] => block?.flat() ?? []

export const flowCells = ({ domestic, imported }: LaidOutTable): readonly SheetCell[] => [...cellsOf(domestic), ...cellsOf(imported)]

export const useCells = ({ finalUses }: LaidOutTable): readonly SheetCell[] =>
  finalUses.flatMap(({ domestic, imported }) => [...domestic, ...(imported ?? [])])
