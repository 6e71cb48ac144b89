import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { afterAll, describe, expect, test } from 'vitest'
import { readCsv } from '../../../scripts/ledger/data/read-csv.ts'
import { complaintOf } from '../support.ts'

const folder = mkdtempSync(`${tmpdir()}/tables-`)
afterAll(() => rmSync(folder, { recursive: true }))
const read = (text: string) => {
  writeFileSync(`${folder}/table.csv`, text)
  return readCsv(folder, 'table.csv')
}
const asker = { file: 'table.yaml', line: 5, column: 3 }

describe('a transcribed table', () => {
  const table = read('投入,农产品,合计\n农产品,5965.3,50827.5\n"合计, 全部",20633.3,1434517.8\n')

  test('keeps every cell as the text that is printed', () => {
    expect(table.header).toEqual(['投入', '农产品', '合计'])
    expect(table.rows.map((row) => row.map(({ text }) => text))).toEqual([
      ['农产品', '5965.3', '50827.5'],
      ['合计, 全部', '20633.3', '1434517.8'],
    ])
    expect(read('a,b\nx,098.0\n').cell('x', 'b', asker).text).toBe('098.0')
  })

  test('gives each cell its line and column', () => {
    expect(table.rows.map((row) => row.map(({ place: { line, column } }) => [line, column]))).toEqual([
      [
        [2, 1],
        [2, 5],
        [2, 12],
      ],
      [
        [3, 2],
        [3, 10],
        [3, 18],
      ],
    ])
    expect(table.rows[0]?.[0]?.place.file).toBe('table.csv')
  })

  test('finds the column of a cell whose text stands earlier in the line too', () => {
    expect(read('a,b,c\n12,2,2\n').rows[0]?.map(({ place: { column } }) => column)).toEqual([1, 4, 6])
    expect(read('a,b,c\n,,5\n').rows[0]?.map(({ place: { column } }) => column)).toEqual([1, 2, 3])
  })

  test('is looked up by its first column and the heading', () => {
    expect(table.cell('农产品', '合计', asker)).toEqual({ text: '50827.5', place: { file: 'table.csv', line: 2, column: 12 } })
  })

  test('is looked up by several columns where several name a row', () => {
    const keyed = read('origin,sector,use\ndomestic,food,1\nimported,food,2\n')
    expect(keyed.cell('imported.food', 'use', asker, ['origin', 'sector']).text).toBe('2')
    expect(complaintOf(() => keyed.cell('imported.fod', 'use', asker, ['origin', 'sector']))).toBe(
      'table.yaml:5:3  table.csv has no row “imported.fod”\n    expected: imported.food',
    )
  })

  test('may end its lines as Windows does, begin with a byte order mark, and leave lines empty', () => {
    const odd = read('\uFEFFa,b\r\n\r\nx,1\r\n\r\ny,2\r\n')
    expect(odd.header).toEqual(['a', 'b'])
    expect(odd.cell('y', 'b', asker)).toEqual({ text: '2', place: { file: 'table.csv', line: 5, column: 3 } })
  })

  test('refuses a row and a column that it has not, at whoever asks, with the nearest', () => {
    expect(complaintOf(() => table.cell('农产', '合计', asker))).toBe('table.yaml:5:3  table.csv has no row “农产”\n    expected: 农产品')
    expect(complaintOf(() => table.cell('农产品', '合', asker))).toMatch(
      /^table\.yaml:5:3 {2}table\.csv has no column “合”\n {4}expected: 合计/,
    )
  })

  test('refuses to be empty, or to be a heading alone', () => {
    expect(complaintOf(() => read(''))).toBe('table.csv:1:1  the table is empty\n    expected: a heading row and at least one row')
    expect(complaintOf(() => read('  \n'))).toMatch(/^table\.csv:1:1 {2}the table is empty/)
    expect(complaintOf(() => read('a,b\n'))).toBe('table.csv:1:1  the table has a heading and no rows\n    expected: at least one row')
  })

  test('refuses a row with too few or too many cells, at its line', () => {
    expect(complaintOf(() => read('a,b\nx,1\ny\n'))).toMatch(/^table\.csv:3:1 {2}.*\n {4}expected: as many cells as the heading has$/)
    expect(complaintOf(() => read('a,b\nx,1,2\n'))).toMatch(/^table\.csv:2:1 {2}/)
  })

  test('refuses a quote that never closes, where it opens', () => {
    expect(complaintOf(() => read('a,b\nx,1\ny,"2\nz,3\n'))).toBe(
      'table.csv:3:3  a quote is opened here and never closed\n    expected: a closing quote in the same cell',
    )
    expect(complaintOf(() => read('a,b\n"x, 1",2\ny,"2\n'))).toMatch(/^table\.csv:3:3 /)
    expect(complaintOf(() => read('a,b,c\n"x",1,"2\n'))).toMatch(/^table\.csv:2:7 /)
  })

  test.each([
    ['\t', 'a tab (U+0009)'],
    [';', '“;”, a semicolon (U+003B)'],
    ['，', '“，”, a full-width comma (U+FF0C)'],
  ])('refuses cells parted by %j, once, and names the sign', (sign, told) => {
    const text = ['地区,人数,占比', '北,460,62.8', '南,240,32.8'].join('\n').replaceAll(',', sign)
    expect(complaintOf(() => read(text))).toBe(
      `table.csv:1:3  the cells of this table are parted by ${told}\n    expected: a comma between cells; a cell with a comma in it stands in quotes`,
    )
  })

  test('says what has likely made a row too long or too short', () => {
    expect(complaintOf(() => read('a,b\nx,1,434\n'))).toContain('a comma between thousands parts cells too: 1434 for 1,434')
    expect(complaintOf(() => read('a,b\nx,1,,\n'))).toContain('expected: no commas after the last cell')
    expect(complaintOf(() => read('a,b\nx，1\n'))).toContain('a comma between cells, where “，”, a full-width comma (U+FF0C) stands')
  })

  test('refuses a quote inside a cell without quotes, where it stands', () => {
    expect(complaintOf(() => read('a,b\nx,the "old" town\n'))).toMatch(/^table\.csv:2:\d+ {2}a quote stands inside a cell without quotes/)
  })

  test.each([
    ['a,b,b\nx,1,2\n', 'table.csv:1:5  a second column is called “b”, like the one at table.csv:1:3'],
    [
      'a,b, b\nx,1,2\n',
      'table.csv:1:5  the column “ b” looks like the one at table.csv:1:3 and is written otherwise, with a space (U+0020) before “b”',
    ],
    [
      'a,b1,b１\nx,1,2\n',
      'table.csv:1:6  the column “b１” looks like the one at table.csv:1:3 and is written otherwise, with “１”, a full-width digit (U+FF11) for “1” (U+0031)',
    ],
    ['a,,\nx,1,2\n', 'table.csv:1:4  a second column has no name, like the one at table.csv:1:3'],
  ])('refuses two columns that nobody can tell apart: %j', (text, told) => {
    expect(complaintOf(() => read(text))).toBe(`${told}\n    expected: a name of its own for each column, as the page tells them apart`)
  })

  test('refuses a sign that only looks like the one of another column, before columns are compared', () => {
    expect(complaintOf(() => read('a,用工,⽤工\nx,1,2\n'))).toBe(
      'table.csv:1:6  “⽤” is a radical that only looks like “用”, U+2F64\n    expected: 用, U+7528',
    )
  })

  test('passes over lines of commas alone, which a spreadsheet leaves behind', () => {
    expect(read('a,b\nx,1\n,\n , \n').rowNames()).toEqual(['x'])
  })

  test('refuses two rows of one name, for it could only ever find the first', () => {
    expect(complaintOf(() => read('a,b\nx,1\nx,2\n').cell('x', 'b', asker))).toMatch(/^table\.csv:3:1 {2}.*“x”/)
  })
})
