import { describe, expect, test } from 'vitest'
import { looksComputed } from '../../../scripts/ledger/data/check-tables.ts'
import type { Claim } from '../../../scripts/ledger/data/data-types.ts'
import { computeFigures } from '../../../scripts/ledger/figures/compute.ts'
import { Problems } from '../../../scripts/ledger/problem.ts'
import type { CellReference } from '../../../scripts/ledger/types.ts'
import { withMistakes } from '../../ledger/data/mistakes.ts'
import { checkClaims } from '../../ledger/support.ts'
import { ledger } from '../estimates/support.ts'

const { data } = ledger
const name = ({ table, row = '', column = '' }: CellReference): string => `${table}: ${row} × ${column}`
const verdictOf = (id: string) => ledger.checks.find(({ claim }) => claim === id)?.verdict
/** Claims on cells of tables, each to be judged alone: what an entry says of rounding goes with the cells that need it. */
const onCells = data.claims
  .filter(({ cell }) => cell !== undefined)
  .map(({ follows, ...claim }): Claim => ({ ...claim, ...(follows && verdictOf(claim.id) === 'within-rounding' ? { follows } : {}) }))
/** All that goes into their figures. */
const definitions = new Map([...ledger.figures.values()].flatMap(({ id, derived }) => (derived ? [[id, derived] as const] : [])))
const need = (id: string, known: Set<string>): Set<string> => {
  if (known.has(id)) return known
  known.add(id)
  for (const part of Object.values(definitions.get(id)?.of ?? {}).flat(2)) need(part, known)
  return known
}
const needed = new Set<string>()
for (const { figure } of onCells) need(figure, needed)
/** What is recomputed: the rest is withheld, and nothing can tell whether its digits are right. */
const judged = new Set<string>()
for (const { figure, withheld } of onCells) if (!withheld) need(figure, judged)
const derivations = [...definitions.values()].filter(({ id }) => needed.has(id))

/** What the checks of cells end in when one cell prints other digits: their verdicts, or that they are refused. */
const verdictsWith = (planted: CellReference | undefined, digits: (text: string) => string): readonly string[] => {
  const isPlanted = (cell: CellReference | undefined) => planted !== undefined && cell !== undefined && name(cell) === name(planted)
  const inputs = data.inputs
    .filter(({ id }) => needed.has(id))
    .map((input) => (isPlanted(input.cell) ? { ...input, digits: digits(input.digits) } : input))
  const figures = computeFigures(inputs, derivations, ledger.formulas, data.units)
  return onCells.map((claim) => {
    try {
      const [check] = checkClaims([isPlanted(claim.cell) ? { ...claim, digits: digits(claim.digits) } : claim], figures)
      return check?.verdict ?? ''
    } catch (error) {
      if (error instanceof Problems) return error.list.map(({ what }) => / is ([a-z-]+)/.exec(what)?.[1] ?? what).join()
      throw error
    }
  })
}
/** The first digit moved on by one: 823216 becomes 923216. */
const misread = (digits: string): string => digits.replace(/[1-9]/, (digit) => String((Number(digit) % 9) + 1))

describe('every table of the sources', () => {
  const held = onCells.filter(({ withheld, figure }) => !withheld || judged.has(figure))
  const cells = [...new Map(held.flatMap(({ cell }) => (cell ? [[name(cell), cell] as const] : []))).values()]
  const untouched = verdictsWith(undefined, (digits) => digits)

  test('has cells that are held against something', () => {
    expect(new Set(cells.map(({ table }) => table))).toEqual(
      new Set([
        'input-output',
        'projection',
        'retail-categories',
        'sectors',
        'direct-jobs',
        'stable-jobs',
        'services-employment',
        'platform-claims',
      ]),
    )
    expect(cells.length).toBeGreaterThan(50)
    expect(untouched).toEqual(onCells.map(({ id }) => verdictOf(id)))
  })

  test.each(cells.map((cell) => [name(cell), cell] as const))('notices a misread digit in %s', (_, cell) => {
    expect(verdictsWith(cell, misread)).not.toEqual(untouched)
  })

  test('says of every number that looks computed what it follows from, or why it cannot be followed', () => {
    const said = new Set(
      [
        ...onCells.flatMap(({ cell }) => cell ?? []),
        ...[...data.tables.values()].flatMap(({ unfollowed }) => unfollowed.map(({ cell }) => cell)),
      ].map(name),
    )
    for (const table of data.tables.values()) {
      for (const [index, row] of table.csv.rowNames(table.keys).entries()) {
        for (const column of table.csv.header.filter((each) => !table.keys.includes(each))) {
          const text = table.csv.rows[index]?.[table.csv.header.indexOf(column)]?.text ?? ''
          if ((looksComputed(row) || looksComputed(column)) && /^-?\d/.test(text))
            expect(said, name({ table: table.id, row, column })).toContain(name({ table: table.id, row, column }))
        }
      }
    }
  })
})

test('a misread digit in the file of a table is told at its cell, with the entry where a reason would stand', () => {
  const { complaints, at } = withMistakes({ file: 'data/alibaba-2020/projection.csv', find: '最终使用,972484', put: '最终使用,973484' })
  expect(complaints).toContain(
    `${at('data/alibaba-2020/projection.csv', '973484')}  projection.finalUse.y2017.sum@table is discrepant: the source prints 973484 亿元, we get 972484 (972483 to 972485)\n    expected: digits that agree (hold inputs and claim against the source first), or “reasons:” at data/alibaba-2020/projection.yaml:${at('data/alibaba-2020/projection.yaml', '{ row: 最终使用, total').split(':')[1]} with { column: 2017 年, cause: …, reason: { zh: …, en: … } }`,
  )
})

test('an entry taken out of the description of a table lets its numbers stand open, and is missed', () => {
  const { complaints } = withMistakes({
    file: 'data/alibaba-2020/input-output.yaml',
    find: '  - { row: 合计（中间投入）, total: [{ table: flows, row: "*", column: export }], in: [出口] }\n',
    put: '',
  })
  expect(complaints).toEqual([
    expect.stringContaining('the row “合计（中间投入）” looks computed, and “163846.8” (出口) is held against nothing'),
  ])
})
