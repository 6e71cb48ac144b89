/** Everything wrong in the table files: their shape, what they name, and numbers typed into their words. */
import type { Ledger } from '../../scripts/ledger/ledger.ts'
import { Complaints, type Problem } from '../../scripts/ledger/problem.ts'
import { refuseForeignWords, refuseTypedNumbers } from '../lib/check-words.ts'
import { layOut } from './lay-out.ts'
import { readTables } from './read-tables.ts'
import type { TableSources } from './table-source.ts'

export const tableProblems = (root: string, ledger: Ledger, sources: TableSources): readonly Problem[] => {
  const { tables, problems } = readTables(root)
  const complaints = new Complaints()
  for (const file of tables.values()) {
    layOut(file, ledger, sources, complaints)
    const words = { written: file.written, placeOf: file.placeOf, inside: 'the table', alike }
    refuseTypedNumbers(words, ledger, complaints)
    refuseForeignWords(words, complaints)
  }
  return [...problems, ...complaints.list]
}

/** Keys whose plain words both languages write alike. */
const alike: ReadonlySet<PropertyKey> = new Set(['heading', 'label', 'group', 'note'])
