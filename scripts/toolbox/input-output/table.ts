/**
 * An input-output table as the estimators take it: numbers alone, without files, cells or digits. Whoever reads a file says
 * here what it says, in one unit of money throughout.
 */

/** A row for each seller, a column for each buyer, both in the order of the table's sectors. */
export type Square = readonly (readonly number[])[]

/** What a final use is for the estimators: who is closed into the model (`household`), and what leaves the country (`export`). */
export type FinalUseKind = 'household' | 'government' | 'consumption' | 'capital' | 'inventory' | 'export' | 'other'

export interface FinalUse {
  /** As the table calls it. */
  readonly name: string
  /**
   * `household` is the consumption of households alone, of which there may be several (rural, urban); `consumption` is that of
   * households and government together, where a table does not part them.
   */
  readonly kind: FinalUseKind
  /** By seller, of domestic origin, in money. */
  readonly domestic: readonly number[]
  /** By seller, imported, in money; nought throughout where there is none. */
  readonly imported: readonly number[]
}

/** Half a unit of the last printed digit, in the unit that the numbers have here; nought for what was not rounded. */
export interface HalfUnits {
  /** Of intermediate flows; of a competitive table, of the flows as printed, both origins together. */
  readonly flows: number
  readonly output: number
  /** In persons, as employment is. */
  readonly employment: number
  /** Of final uses and of a competitive table's column of imports. */
  readonly finalUses: number
  /** Of compensation of employees and of value added. */
  readonly valueAdded: number
}

export interface InputOutputTable {
  /** Names, each once. */
  readonly sectors: readonly string[]
  /** [seller][buyer]: intermediate flows of domestic origin, in money. */
  readonly domestic: Square
  /** [seller][buyer]: imported intermediate flows, in money; a matrix of noughts where there are none or the file is silent. */
  readonly imported: Square
  readonly finalUses: readonly FinalUse[]
  /** Gross output by sector, in money, above zero. */
  readonly output: readonly number[]
  /** Persons employed by sector; absent where the file has none. */
  readonly employment?: readonly number[] | undefined
  /** Compensation of employees by sector, in money, where the table prints it. */
  readonly compensation?: readonly number[] | undefined
  /** Value added by sector, in money, where the table prints it; else it is output less all that is bought. */
  readonly valueAdded?: readonly number[] | undefined
  readonly halfUnits: HalfUnits
  /**
   * `separate`: the table prints flows of either origin, or the domestic ones alone. `proportional`: it prints both together
   * and imports in a column, and `separateImports` parted them, so that each domestic cell is a share of the printed one.
   */
  readonly importsAre: 'separate' | 'proportional'
  /** The printed column of imports by sector, above or at zero; needed where imports are proportional. */
  readonly imports?: readonly number[] | undefined
}
