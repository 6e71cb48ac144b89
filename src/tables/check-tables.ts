/** Everything wrong in the table files: their shape, what they name, and numbers typed into their words. */
import type { Ledger } from '../../scripts/ledger/ledger.ts'
import { Complaints, type Problem } from '../../scripts/ledger/problem.ts'
import { figuresLike } from '../markdown/suggestions.ts'
import { typedNumbersIn } from '../markdown/typed-numbers.ts'
import { layOut } from './lay-out.ts'
import { readTables } from './read-tables.ts'
import type { TableFile } from './table-file.ts'
import type { TableSources } from './table-source.ts'

export const tableProblems = (root: string, ledger: Ledger, sources: TableSources): readonly Problem[] => {
  const { tables, problems } = readTables(root)
  const complaints = new Complaints()
  for (const file of tables.values()) {
    layOut(file, ledger, sources, complaints)
    refuseTypedNumbers(file, ledger, complaints)
  }
  return [...problems, ...complaints.list]
}

/** Keys whose words a reader meets. */
const read: ReadonlySet<PropertyKey> = new Set(['heading', 'label', 'group', 'note', 'zh', 'en'])

/** Words of a table carry no numbers, as prose carries none: a figure stands in a cell of its own. */
const refuseTypedNumbers = ({ written, placeOf }: TableFile, ledger: Ledger, complaints: Complaints): void => {
  const look = (node: unknown, path: readonly PropertyKey[]): void => {
    if (Array.isArray(node)) for (const [index, item] of node.entries()) look(item, [...path, index])
    else if (typeof node === 'object' && node !== null) for (const [key, value] of Object.entries(node)) look(value, [...path, key])
    else if (typeof node === 'string' && read.has(path.at(-1) ?? '')) {
      for (const number of typedNumbersIn(node)) {
        const ids = figuresLike(number, ledger).join(', or ')
        complaints.add(
          `“${number.words}” is typed into the table`,
          placeOf(path),
          ids ? `the figure in a cell: ${ids}` : 'a figure in a cell, or words without a number',
        )
      }
    }
  }
  look(written, [])
}
