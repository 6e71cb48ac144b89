/** The tables of the present report, as their files stand now. */
import type { Ledger } from '../../scripts/ledger/ledger.ts'
import type { Language } from '../../scripts/ledger/types.ts'
import { makeTable } from '../tables/make-table.ts'
import { readTables } from '../tables/read-tables.ts'
import type { ShownTable } from '../tables/shown-table.ts'
import type { TableFile } from '../tables/table-file.ts'
import { tableSources } from '../tables/table-sources.ts'
import { titlesIn } from './chapters.ts'
import { currentLedger } from './ledger.ts'

const read = new WeakMap<Ledger, ReadonlyMap<string, TableFile>>()

/** Read once in a build; while the report is written, anew for each page. */
const files = (): ReadonlyMap<string, TableFile> => {
  const ledger = currentLedger()
  const tables = (import.meta.env.PROD && read.get(ledger)) || readTables(ledger.root).tables
  read.set(ledger, tables)
  return tables
}

export const currentTable = (id: string, language: Language): ShownTable => {
  const file = files().get(id)
  if (!file) throw new Error(`unknown table ${id}`)
  return makeTable(file, currentLedger(), tableSources, language, titlesIn(language))
}
