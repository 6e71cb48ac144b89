/** What a reader of one layout finds in a sheet: which cell is what. No cell is taken for a number yet. */
import type { Bilingual } from '../../../scripts/ledger/types.ts'
import type { FinalUseKind } from '../../../scripts/toolbox/input-output/table.ts'
import type { SheetCell } from './sheet.ts'

export interface LaidOutSector {
  readonly name: string
  /** As text, such as "01" or "01001"; equal to the name where the table has no codes. */
  readonly code: string
  /** Where its row and its column are headed. */
  readonly row: SheetCell
  readonly column: SheetCell
}

export interface LaidOutUse {
  readonly name: string
  readonly kind: FinalUseKind
  readonly domestic: readonly SheetCell[]
  readonly imported: readonly SheetCell[] | undefined
}

/** A total that the table prints, and the cells that it is the total of; one entry a cell. */
export interface PrintedTotal {
  /** What the total is called, and of which row or column. */
  readonly name: string
  readonly sector: string
  readonly cell: SheetCell
  readonly parts: readonly SheetCell[]
}

export interface LaidOutTable {
  readonly layout: 'flows' | 'bureau'
  readonly file: string
  /** What stands above the headings; nothing where nothing does. */
  readonly title: string | undefined
  /** The unit of money that the table says. */
  readonly unit: string | undefined
  readonly sectors: readonly LaidOutSector[]
  /** [seller][buyer]; of a competitive table both origins together. */
  readonly domestic: readonly (readonly SheetCell[])[]
  readonly imported: readonly (readonly SheetCell[])[] | undefined
  readonly finalUses: readonly LaidOutUse[]
  /** A competitive table's columns of imports (and inflows), by seller. */
  readonly imports: readonly (readonly SheetCell[])[]
  readonly errors: readonly (readonly SheetCell[])[]
  /** Gross output as a column prints it, and total inputs as a row does. */
  readonly output: readonly SheetCell[] | undefined
  readonly inputs: readonly SheetCell[] | undefined
  /** Inputs that a row prints as imported altogether, by buyer. */
  readonly importedInputs: readonly SheetCell[] | undefined
  readonly valueAdded: readonly { readonly name: string; readonly kind: string; readonly cells: readonly SheetCell[] }[]
  readonly valueAddedTotal: readonly SheetCell[] | undefined
  readonly employment: { readonly persons: number; readonly heading: string; readonly cells: readonly SheetCell[] } | undefined
  readonly totals: readonly PrintedTotal[]
  readonly notes: readonly Bilingual[]
}
