/** Tables of data: what is read from a CSV file is what was written, and nothing in it runs. */
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chartIds } from '../../../src/charts/read-charts.ts'
import { auditChart } from '../../../src/charts/report-charts.ts'
import { csv } from '../../../src/exports/csv.ts'
import { languages } from '../../../src/i18n/words.ts'
import { tableIds } from '../../../src/tables/read-tables.ts'
import { file, files, ledger, record, text } from './files.ts'

const read = (bytes: Uint8Array): string[][] => parse(new TextDecoder().decode(bytes))
const rowsOf = async (path: string): Promise<Record<string, string>[]> => parse(await text(path), { columns: true })

test('commas, quotes and lines of a text come back as they were', () => {
  const words = fc.string({ unit: fc.constantFrom('a', '饿', ',', '"', '\n', '\r\n', ' ', '；') }).filter((word) => !/^\s/.test(word))
  fc.assert(
    fc.property(fc.array(fc.tuple(words, words), { minLength: 1 }), (rows) => {
      expect(read(csv(['one', 'two'], rows)).slice(1)).toEqual(rows)
    }),
  )
})

test('numbers come back to the last bit, negative ones too', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
      expect(Number(read(csv(['value'], [[value]]))[1]?.[0])).toBe(value === 0 ? 0 : value)
    }),
  )
})

test.each([
  ['=1+1', "'=1+1"],
  ['+cmd', "'+cmd"],
  ['-饿了么', "'-饿了么"],
  ['@name', "'@name"],
  ['-0.11', '-0.11'],
  ['−0.11', '−0.11'],
  ['98.0', '98.0'],
  ['a=b', 'a=b'],
])('the text %s is written %s', (given, written) => {
  expect(read(csv(['text'], [[given]]))[1]?.[0]).toBe(written)
})

const plain = [0xe7, 0x94, 0xb2, 0x0d, 0x0a, 0x31, 0x0d, 0x0a]
test('lines end as RFC 4180 has it, and the file is plain UTF-8', () => {
  expect([...csv(['甲'], [[1]])]).toEqual(plain)
})

test('what people open in a spreadsheet begins with the sign of UTF-8; what programs read does not', async () => {
  expect([...csv(['甲'], [[1]], true)]).toEqual([0xef, 0xbb, 0xbf, ...plain])
  for (const { path } of await files) {
    if (!path.endsWith('.csv')) continue
    const isSigned = (await file(path))[0] === 0xef
    expect(isSigned, path).toBe(/^data\/(?:printed|tables|charts)\//.test(path))
  }
})

test('figures.csv has every figure with its unrounded value, its range and its source', async () => {
  const rows = await rowsOf('data/figures.csv')
  expect(rows).toHaveLength(record.figures.length)
  for (const [index, figure] of record.figures.entries()) {
    const row = rows[index]
    expect(row?.id).toBe(figure.id)
    expect(Number(row?.value)).toBe(figure.value)
    expect([row?.low, row?.high].map((end) => (end === '' ? null : Number(end)))).toEqual(figure.interval)
    expect(row?.source).toBe(figure.source)
    expect(row?.inputs).toBe((figure.inputs ?? []).join(','))
    // A cell of a large table is a line of the table’s page.
    expect(row?.page_en).toBe(figure.grid ? `/en/audit/table/${figure.grid}/#${figure.id}` : `/en/audit/${figure.id}/`)
  }
})

test('terms.csv has the arguments of every formula, a place each', async () => {
  const rows = await rowsOf('data/terms.csv')
  expect(
    rows.filter(({ figure }) => figure === 'services.catering.directJobs').map(({ argument, row, input }) => [argument, row, input]),
  ).toEqual(
    Object.entries(ledger.figures.get('services.catering.directJobs')?.derived?.of ?? {}).map(([argument, input]) => [argument, '', input]),
  )
  const modules = rows.filter(({ figure }) => figure === 'total.jobs')
  expect(modules.map(({ row }) => row)).toEqual(modules.map((_, index) => String(index + 1)))
  const flows = rows.filter(({ figure, argument }) => figure === 'multiplier.sectorLabour' && argument === 'flows')
  expect(flows).toHaveLength(15 * 15)
  expect(flows.at(-1)).toMatchObject({ row: '15', column: '15' })
})

test('checks.csv and conflicts.csv have every check and conflict', async () => {
  expect((await rowsOf('data/checks.csv')).map(({ claim, verdict }) => [claim, verdict])).toEqual(
    record.checks.map(({ claim, verdict }) => [claim, verdict]),
  )
  expect((await rowsOf('data/conflicts.csv')).map(({ id }) => id)).toEqual(record.conflicts.map(({ id }) => id))
})

test('a printed table keeps every digit and label of the source', async () => {
  for (const { id, source, csv: printed } of ledger.data.tables.values()) {
    const rows = read(await file(`data/printed/${source}/${id}.csv`)).slice(1)
    expect(rows).toEqual(printed.rows.map((row) => row.map((cell) => cell.text)))
  }
})

test('every table and chart of the report is there in both languages, with the value of each figure it shows', async () => {
  const hyphenated = (id: string) => id.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
  for (const language of languages) {
    for (const id of tableIds(ledger.root)) expect(await text(`data/tables/${language}/${id}.csv`)).toBeTruthy()
    for (const id of chartIds(ledger.root).filter((each) => each !== auditChart))
      expect(await text(`data/charts/${language}/${hyphenated(id)}.csv`)).toBeTruthy()
  }
  const [head, first] = read(await file('data/tables/en/modules.csv'))
  expect(head?.slice(0, 4)).toEqual([
    'Module',
    'Opportunities (million)',
    'Opportunities (million) – value in base units',
    'Opportunities (million) – figure',
  ])
  expect(first?.[3]).toBe('retail.jobs')
  expect(Number(first?.[2])).toBe(ledger.figures.get('retail.jobs')?.value.valueOf())
})

test('no cell of any file begins like a formula', async () => {
  for (const { path, bytes } of await files) {
    if (!path.endsWith('.csv')) continue
    for (const cell of read(bytes).flat()) expect(cell, path).not.toMatch(/^[=+@\t\r]|^-(?!\d+(\.\d+)?(e[-+]?\d+)?$)/)
  }
})
