/** The workbook computes the report again, in cells. */
import { beforeAll, describe, expect, test } from 'vitest'
import { workbook } from '../../../src/exports/workbook/workbook.ts'
import { Spreadsheet } from '../../exports/spreadsheet.ts'
import { file, ledger, record } from './files.ts'

let book: Spreadsheet
beforeAll(async () => {
  book = await Spreadsheet.open(await file('ledger.xlsx'))
})

const derived = record.figures.filter(({ kind }) => kind === 'derived')
/** What is no single expression goes to cells where its steps can stand there: over a table of a whole economy, or counting codes. */
const laidOut = /^scripts\/methods\/(?:count-|leontief)/
/** Of the methods over an economy, those that close households in or look at imports solve a system of their own. */
const notLaidOut: ReadonlySet<string> = new Set(['secondTypeMultiplier', 'importLeakage'])
const isUnfollowed = ({ id }: { readonly id: string }): boolean => {
  const formula = ledger.figures.get(id)?.formula
  // Others draw samples, solve, try percentages or refuse what cannot be: no cells follow them.
  return formula?.expression === undefined && (!laidOut.test(formula?.file ?? '') || notLaidOut.has(formula?.name ?? ''))
}
const printed = record.figures.filter(({ kind }) => kind !== 'derived')
const near = (value: unknown, expected: number): boolean =>
  typeof value === 'number' && Math.abs(value - expected) <= 1e-9 * Math.max(Math.abs(expected), 1e-300)

describe('the sheet of figures', () => {
  test('has a live formula for every figure, also for methods over a table, and the value alone where no cells can follow a method', async () => {
    const live = derived.filter((_, index) => book.cell('figures', index + 2, 4)?.formula !== undefined)
    const followed = derived.filter((figure) => !isUnfollowed(figure))
    expect(live.map(({ id }) => id)).toEqual(followed.map(({ id }) => id))
    expect(await workbook(ledger, record)).toMatchObject({ live: followed.length, values: derived.length - followed.length })
    for (const [index, { id, value }] of derived.entries())
      if (isUnfollowed({ id })) expect(book.cell('figures', index + 2, 4)?.value, id).toBe(value)
  })

  test('comes to the values of the ledger when it is computed again', () => {
    const apart = derived.flatMap(({ id, value }, index) => {
      const found = book.value('figures', index + 2, 4)
      return near(found, value) ? [] : [{ id, value, found }]
    })
    expect(apart).toEqual([])
  })

  test('has the value of the build beside, and the formula’s cached value is the same', () => {
    for (const [index, { value }] of derived.entries()) {
      const cell = book.cell('figures', index + 2, 4)
      expect(book.cell('figures', index + 2, 6)?.value).toBe(value)
      expect(cell?.formula === undefined ? cell?.value : cell.formulaResult).toBe(value)
    }
  })

  test('names what it computes with, so that a formula reads as it stands', () => {
    const at = derived.findIndex(({ id }) => id === 'services.catering.directJobs')
    expect(book.cell('figures', at + 2, 4)?.formula).toBe(
      'services.catering.turnover/services.catering.industryTurnover*services.catering.industryJobs2018',
    )
  })

  test('stays within what a cell may hold', () => {
    for (const [index] of derived.entries()) expect(book.cell('figures', index + 2, 4)?.formula?.length ?? 0).toBeLessThan(8192)
  })
})

test('an input is its printed digits times what its unit is worth', () => {
  for (const [index, { id, value }] of printed.entries()) {
    const row = index + 2
    expect(book.cell('inputs', row, 1)?.value).toBe(id)
    expect(book.cell('inputs', row, 8)?.formula).toBe(`E${row}*G${row}`)
    expect(near(book.value('inputs', row, 8), value), id).toBe(true)
  }
})

test('a digit changed in one cell moves all that rests on it', async () => {
  const at = printed.findIndex(({ id }) => id === 'services.catering.turnover')
  const changed = await Spreadsheet.open(await file('ledger.xlsx'))
  const cell = changed.cell('inputs', at + 2, 5)
  if (cell) cell.value = Number(cell.value) * 2
  const of = (id: string) => derived.findIndex((figure) => figure.id === id) + 2
  const before = Number(book.value('figures', of('services.catering.directJobs'), 4))
  expect(changed.value('figures', of('services.catering.directJobs'), 4)).toBeCloseTo(before * 2, 3)
  expect(Number(changed.value('figures', of('total.jobs'), 4))).toBeGreaterThan(Number(book.value('figures', of('total.jobs'), 4)))
  expect(changed.value('figures', of('retail.jobs'), 4)).toBe(book.value('figures', of('retail.jobs'), 4))
})

test('every verdict that a cell comes to is the verdict of the build, and nearly all checks have one', () => {
  const judged = record.checks.flatMap(({ claim, verdict }, index) => {
    if (book.cell('checks', index + 2, 11)?.formula === undefined) return []
    return [{ claim, verdict, found: book.value('checks', index + 2, 11) }]
  })
  expect(judged.filter(({ verdict, found }) => verdict !== found)).toEqual([])
  const open = record.checks.filter(({ verdict }) => verdict === 'not-recomputable').length
  expect(judged.length).toBeGreaterThanOrEqual(record.checks.length - open - 2)
})

test('the first sheet says how far cells and build are apart', () => {
  const last = book.rowsOf('readme')
  expect(book.value('readme', last - 1, 2)).toBe(derived.length)
  expect(Number(book.value('readme', last, 2))).toBeLessThan(1e-9)
})

test('two workbooks of one ledger are the same bytes, at whatever hour', async () => {
  const [one, other] = [await workbook(ledger, record), await workbook(ledger, record)]
  expect(Buffer.from(one.bytes).equals(Buffer.from(other.bytes))).toBe(true)
  expect(Buffer.from(one.bytes).equals(Buffer.from(await file('ledger.xlsx')))).toBe(true)
})

test('the steps of a method are headed in the units of its figures and in the words of its arguments', () => {
  const heads = Array.from({ length: 600 }, (_, index) => book.cell('steps', index + 1, 1)?.value).map(String)
  const { units, terms } = ledger.data
  const [money, people] = ['yuan', 'person'].map((unit) => units.bases.get(unit)?.name.en)
  expect(heads).toContainEqual(
    expect.stringContaining(`x = ${terms.get('output')?.en}, ${money}; n = ${terms.get('jobs')?.en}, ${people} · `),
  )
})
