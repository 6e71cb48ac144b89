import type { Ledger } from '../../scripts/ledger/ledger.ts'
import type { Bilingual, Language } from '../../scripts/ledger/types.ts'
import type { ShownCell, ShownTable, TitleOf } from './shown-table.ts'

/** What a row source can show in a column. */
export interface OfferedColumn {
  readonly heading: Bilingual
}

/**
 * Rows that an extension of the report makes from data of its own, such as coded cases, and offers by name: a table file
 * asks for them with `source: name`, and for their columns with `show: name`.
 */
export interface TableSource {
  /** Its columns by their names, in the order in which a table shows them that names none. */
  readonly columns: (ledger: Ledger) => Readonly<Record<string, OfferedColumn>>
  /** Every row, a cell by the name of each column. */
  readonly rows: (ledger: Ledger, language: Language, titleOf: TitleOf) => readonly Readonly<Record<string, ShownCell>>[]
  /** What stands below a table that has no note of its own. */
  readonly note?: (ledger: Ledger, language: Language) => string
  readonly kind?: ShownTable['kind']
}

export type TableSources = Readonly<Record<string, TableSource>>
