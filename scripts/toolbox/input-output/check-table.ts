import { InputOutputRefusal } from './refusal.ts'
import type { InputOutputTable } from './table.ts'

/**
 * Holds a table to its shape: n names, each once; n × n flows; n entries in every list; numbers that are finite; outputs above
 * nought; employment not below. Throws an InputOutputRefusal of kind `shape`, `names` or `value`. Whether rows and columns
 * balance is for the reader of the file, who knows its digits and its cells.
 */
export const checkTable = (table: InputOutputTable): void => {
  const { sectors } = table
  const size = sectors.length
  if (size === 0) throw new InputOutputRefusal('shape', 'The table has no sector.')
  const twice = sectors.filter((name, index) => sectors.indexOf(name) !== index)
  if (twice.length > 0) throw new InputOutputRefusal('names', `The name “${twice[0]}” stands for more than one sector.`, twice)
  const list = (what: string, items: readonly number[] | undefined): void => {
    if (items === undefined) return
    if (items.length !== size) throw new InputOutputRefusal('shape', `There are ${items.length} numbers of ${what}, and ${size} sectors.`)
    for (const [index, item] of items.entries())
      if (!Number.isFinite(item))
        throw new InputOutputRefusal('value', `The ${what} of ${sectors[index]} is no number.`, sectors.slice(index, index + 1))
  }
  for (const [what, matrix] of [
    ['domestic flows', table.domestic],
    ['imported flows', table.imported],
  ] as const) {
    if (matrix.length !== size) throw new InputOutputRefusal('shape', `There are ${matrix.length} rows of ${what}, and ${size} sectors.`)
    for (const [index, row] of matrix.entries()) list(`${what} from ${sectors[index]}`, row)
  }
  for (const use of table.finalUses) {
    list(`domestic ${use.name}`, use.domestic)
    list(`imported ${use.name}`, use.imported)
  }
  list('output', table.output)
  list('employment', table.employment)
  list('compensation', table.compensation)
  list('value added', table.valueAdded)
  list('imports', table.imports)
  for (const [index, made] of table.output.entries())
    if (made <= 0)
      throw new InputOutputRefusal(
        'value',
        `The output of ${sectors[index]} is ${made}; shares of output need one above 0.`,
        sectors.slice(index, index + 1),
      )
  for (const [index, employed] of (table.employment ?? []).entries())
    if (employed < 0)
      throw new InputOutputRefusal('value', `The employment of ${sectors[index]} is ${employed}, below 0.`, sectors.slice(index, index + 1))
  if (table.importsAre === 'proportional' && table.imports === undefined)
    throw new InputOutputRefusal('missing', 'Imports are said to be parted in proportion, and the column of imports is not given.')
}
