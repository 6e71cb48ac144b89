/** Tables as authors write them: what a file shows, and what is said of each slip. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import Fraction from 'fraction.js'
import { afterAll, describe, expect, test } from 'vitest'
import type { Table } from '../../scripts/ledger/data/data-types.ts'
import type { Figure } from '../../scripts/ledger/figures/compute.ts'
import type { Ledger } from '../../scripts/ledger/ledger.ts'
import type { Bilingual, Unit } from '../../scripts/ledger/types.ts'
import { tableProblems } from '../../src/tables/check-tables.ts'
import { makeTable } from '../../src/tables/make-table.ts'
import { readTables, tableIds } from '../../src/tables/read-tables.ts'
import type { TableSources } from '../../src/tables/table-source.ts'
import { units } from '../ledger/support.ts'

const place = { file: 'data/town/inputs.yaml', line: 1, column: 1 }
const figure = (id: string, value: string, unit: Unit, label: Bilingual, row?: Bilingual): Figure =>
  ({
    id,
    unit,
    units,
    value: new Fraction(value),
    label,
    place,
    from: [],
    ...(row
      ? { input: { digits: value, unit: '1', row, cell: { table: 'harvest', row: row.zh, column: '收成' } } }
      : { derived: { digits: 3, percent: unit === 'ratio' } }),
  }) as unknown as Figure

const both = (zh: string, en: string): Bilingual => ({ zh, en })
const cell = (text: string) => ({ text, place })
const header = ['作物', '收成']
const rows = [
  ['小麦', '30'],
  ['水稻', '70'],
].map((row) => row.map(cell))
/** A table of two crops as a source prints it. */
const harvest = {
  id: 'harvest',
  csv: {
    header,
    rows,
    rowNames: () => ['小麦', '水稻'],
    has: (name: string) => ['小麦', '水稻'].includes(name),
    cell: (name: string, column: string) => rows.find(([first]) => first?.text === name)?.[header.indexOf(column)],
  },
  words: { 作物: both('作物', 'Crop'), 收成: both('收成', 'Harvest'), 小麦: both('小麦', 'Wheat'), 水稻: both('水稻', 'Rice') },
  rows: {},
  columns: {},
  keys: ['作物'],
  place,
} as unknown as Table

const ledger = {
  figures: new Map(
    [
      figure('town.people', '1250000', 'person', both('全城', 'Town')),
      figure('north.people', '500000', 'person', both('北区', 'North')),
      figure('north.peopleShare', '0.4', 'ratio', both('北区占比', 'North’s share')),
      figure('south.people', '750000', 'person', both('南区', 'South')),
      figure('south.peopleShare', '0.6', 'ratio', both('南区占比', 'South’s share')),
      figure('town.income', '96400000000', 'yuan', both('收入', 'Income')),
      figure('harvest.wheat.yield', '30', 'ratio', both('小麦：收成', 'Wheat: harvest'), both('小麦', 'Wheat')),
      figure('harvest.rice.yield', '70', 'ratio', both('水稻：收成', 'Rice: harvest'), both('水稻', 'Rice')),
    ].map((each) => [each.id, each] as const),
  ),
  data: { tables: new Map([['harvest', harvest]]), units },
} as unknown as Ledger

const sources: TableSources = {
  rivers: {
    columns: () => ({ name: { heading: both('河', 'River') }, length: { heading: both('长', 'Length') } }),
    rows: (_, language, titleOf) => [{ name: { text: titleOf(language === 'zh' ? '江' : 'Stream') }, length: { text: 'long' } }],
    note: (_, language) => (language === 'zh' ? '自测。' : 'Measured by us.'),
  },
}

const folder = mkdtempSync(`${tmpdir()}/tables-`)
afterAll(() => rmSync(folder, { recursive: true, force: true }))
let made = 0

/** A project with one table file. */
const projectWith = (text: string, name = 'town.yaml'): string => {
  const root = `${folder}/${++made}`
  mkdirSync(`${root}/content/tables`, { recursive: true })
  writeFileSync(`${root}/content/tables/${name}`, text)
  return root
}

const shownBy = (text: string, language: 'zh' | 'en' = 'en') => {
  const file = readTables(projectWith(text)).tables.get('town')
  if (!file) throw new Error('the file could not be read')
  return makeTable(file, ledger, sources, language, (slug) => `the ${slug}`)
}
const textsOf = (text: string, language: 'zh' | 'en' = 'en') => {
  const { head, rows: lines } = shownBy(text, language)
  return [head, ...lines.map(({ cells }) => cells)].map((line) => line.map((each) => each.text).join(' | '))
}
const toldOf = (text: string, name?: string) =>
  tableProblems(projectWith(text, name), ledger, sources).map(({ message }) => message.replace('\n    expected: ', ' -> '))

const parts = `columns:
  - { heading: { zh: 区, en: District } }
  - { heading: { zh: 人口, en: People }, unit: tenThousand, decimals: 1 }
  - { heading: { zh: 占比, en: Share }, unit: percent, decimals: 0, figure: "{row}Share" }
rows:
  - north.people
  - { figure: south.people, label: { zh: 南, en: The south } }
  - { figure: town.people, strong: yes, cells: [town.people, ""] }
`

describe('a table file', () => {
  test('shows its figures in the units of its columns, called by their labels', () => {
    expect(textsOf(parts)).toEqual([
      'District | People (million) | Share',
      'North | 0.500 | 40%',
      'The south | 0.750 | 60%',
      'Town | 1.250 | ',
    ])
    expect(textsOf(parts, 'zh')).toEqual(['区 | 人口（万） | 占比', '北区 | 50.0 | 40%', '南 | 75.0 | 60%', '全城 | 125.0 | '])
  })

  test('names the figure behind each number, and sets totals strong', () => {
    const { rows: lines, head } = shownBy(parts)
    expect(lines[0]?.cells.map(({ figure: id }) => id)).toEqual([undefined, 'north.people', 'north.peopleShare'])
    expect(lines.map(({ strong }) => strong)).toEqual([undefined, undefined, true])
    expect(head.map(({ number }) => number)).toEqual([undefined, true, true])
  })

  test('writes figures as prose does where no unit is given', () => {
    expect(textsOf('columns: [{ heading: A }, { heading: B }]\nrows: [town.people, north.peopleShare]')).toEqual([
      'A | B',
      'Town | 1.25 million',
      'North’s share | 40.0%',
    ])
  })

  test('has a row for each figure of a form of ids, called as its row in the source’s table', () => {
    expect(textsOf('columns: [{ heading: A }, { heading: B, unit: plain, decimals: 0 }]\nrows: [{ figures: harvest.*.yield }]')).toEqual([
      'A | B',
      'Wheat | 30',
      'Rice | 70',
    ])
  })

  test('names its rows by what the star stands for', () => {
    const columns = 'columns: [{ heading: A }, { heading: B, figure: "{row}.peopleShare" }]'
    expect(textsOf(`${columns}\nrows: [{ figures: "*.people", label: X }]`.replace('"*.people"', '"*.peopleShare"'))).toEqual([
      'A | B',
      'X | 40.0%',
      'X | 60.0%',
    ])
  })

  test('shows a table of the data in the page’s language, with its figures as figures', () => {
    expect(textsOf('table: harvest')).toEqual(['Crop | Harvest', 'Wheat | 30', 'Rice | 70'])
    expect(shownBy('table: harvest').rows[1]?.cells[1]?.figure).toBe('harvest.rice.yield')
    expect(textsOf('table: harvest\nrows: [{ row: 水稻 }]', 'zh')).toEqual(['作物 | 收成', '水稻 | 70'])
  })

  test('adds a column to a table of the data', () => {
    const columns = 'columns: [{ column: 作物 }, { heading: { zh: 人, en: People } }]'
    expect(textsOf(`table: harvest\n${columns}\nrows: [{ row: 小麦, cells: [north.people] }, { row: 水稻, cells: [—] }]`)).toEqual([
      'Crop | People',
      'Wheat | 500,000',
      'Rice | —',
    ])
  })

  test('says the unit of the whole table where it is asked to, and no heading says it again', () => {
    const text = `unit: hundredMillionYuan
columns: [{ heading: A }, { heading: B, decimals: 0 }]
rows: [town.income]
note: { zh: "单位：{unit}。", en: "In {unit}." }`
    expect(textsOf(text)).toEqual(['A | B', 'Income | 96.4'])
    expect([shownBy(text).note, shownBy(text, 'zh').note]).toEqual(['In RMB billion.', '单位：亿元。'])
  })

  test('has groups, and rows of words', () => {
    const { rows: lines } = shownBy(
      'columns: [{ heading: A }, { heading: B }]\nrows: [{ group: G }, { label: L, cells: [{ zh: 无, en: none }] }]',
    )
    expect(lines).toEqual([{ cells: [{ text: 'G' }], group: true }, { cells: [{ text: 'L' }, { text: 'none' }] }])
  })

  test('takes rows that an extension offers, all its columns or those named', () => {
    expect(textsOf('source: rivers')).toEqual(['River | Length', 'the Stream | long'])
    expect(textsOf('source: rivers\ncolumns: [{ show: length, heading: How long }]')).toEqual(['How long', 'long'])
    expect(shownBy('source: rivers', 'zh').note).toBe('自测。')
  })
})

describe('is told, at the place of the slip', () => {
  const start = 'columns: [{ heading: A }, { heading: B }]\nrows:\n'

  test.each([
    [
      'a figure that is not there',
      `${start}  - nort.people`,
      'content/tables/town.yaml:3:5  there is no figure “nort.people” -> north.people',
    ],
    [
      'a figure that a column’s form of ids makes',
      'columns: [{ heading: A }, { heading: B, figure: "{row}Shares" }]\nrows:\n  - north.people',
      'content/tables/town.yaml:3:5  there is no figure “north.peopleShares” -> north.peopleShare, or ',
    ],
    [
      'a language that is missing',
      'columns: [{ heading: { zh: 区 } }, { heading: B }]\nrows: [north.people]',
      'content/tables/town.yaml:1:13  columns, item 1: heading has no English words -> { zh: …, en: … }',
    ],
    [
      'a key that means nothing',
      `${start}  - { figre: north.people }`,
      'content/tables/town.yaml:3:7  rows, item 1: the key “figre” means nothing here -> figure',
    ],
    [
      'a unit that is not there',
      'columns: [{ heading: A }, { heading: B, unit: percents }]\nrows: [north.peopleShare]',
      'content/tables/town.yaml:1:41  no unit of a column is called “percents” -> percent',
    ],
    [
      'a unit that does not fit',
      'columns: [{ heading: A }, { heading: B, unit: percent }]\nrows: [north.people]',
      'content/tables/town.yaml:1:41  north.people counts person, and its column is in percent -> ',
    ],
    [
      'a unit that is typed into a heading',
      'columns: [{ heading: A }, { heading: { zh: 人口, en: People (million) }, unit: tenThousand }]\nrows: [north.people]',
      'content/tables/town.yaml:1:48  the heading “People (million)” ends in “(million)”, which “unit: tenThousand” says already -> People',
    ],
    [
      'a unit that both languages have typed into a heading',
      'columns: [{ heading: A }, { heading: { zh: 人口（万）, en: People (million) }, unit: tenThousand }]\nrows: [north.people]',
      'content/tables/town.yaml:1:40  the heading “人口（万）” ends in “（万）”, which “unit: tenThousand” says already -> 人口',
    ],
    [
      'a unit that is all a heading says',
      'columns: [{ heading: A }, { heading: RMB billion, unit: hundredMillionYuan }]\nrows: [town.income]',
      'content/tables/town.yaml:1:29  the heading “RMB billion” ends in “RMB billion”, which “unit: hundredMillionYuan” says already -> what is counted',
    ],
    ['a table that is not there', 'table: harvests', 'content/tables/town.yaml:1:1  there is no table “harvests” under data/ -> harvest'],
    [
      'a row that is not there',
      'table: harvest\nrows: [{ row: 大麦 }]',
      'content/tables/town.yaml:2:10  the table harvest has no row “大麦” -> 小麦',
    ],
    [
      'a column that is not there',
      'table: harvest\ncolumns: [{ column: 收 }]',
      'content/tables/town.yaml:2:13  there is no column “收” in harvest -> 收成',
    ],
    ['rows that nobody offers', 'source: river', 'content/tables/town.yaml:1:1  no rows are offered by the name “river” -> rivers'],
    [
      'a cell too few',
      `columns: [{ heading: A }, { heading: B }, { heading: C }]\nrows:\n  - { label: X, cells: [north.people] }`,
      'content/tables/town.yaml:3:17  the row has 1 cell for 2 columns -> a cell each for B, C',
    ],
    [
      'a form that fits no figure',
      `${start}  - { figures: east.*.people }`,
      'content/tables/town.yaml:3:7  no figure’s id has the form “east.*.people” -> ',
    ],
    [
      'a typed number',
      `${start}  - { label: 500 thousand, cells: [north.people] }`,
      'content/tables/town.yaml:3:7  “500 thousand” is typed into the table -> the figure in a cell: north.people',
    ],
    [
      'words that have changed places',
      `${start}  - { label: { zh: Together, en: 合计 }, cells: [north.people] }`,
      'content/tables/town.yaml:3:16  no Chinese stands under zh: “Together” -> zh: the Chinese words',
    ],
    [
      'a row that says nothing',
      `${start}  - { strong: yes }`,
      'content/tables/town.yaml:3:5  the row does not say what it is about -> one of figure:, figures:, row:, group:, or label: with cells:',
    ],
    ['no columns', 'rows: [north.people]', 'content/tables/town.yaml:1:1  the table has no columns -> '],
  ])('%s', (_, text, answer) => {
    const [first = ''] = toldOf(text)
    expect(first).toContain(answer)
  })

  test('a file whose name is no id', () => {
    expect(toldOf(parts, 'MyTown.yml')).toEqual([
      'content/tables/MyTown.yml:1:1  a table’s file is called by its id, in small letters, digits and hyphens, and ends in .yaml: not MyTown.yml -> content/tables/my-town.yaml',
    ])
  })

  test('and a file with a mistake in it is still a table that chapters may name', () => {
    expect(tableIds(projectWith('rows: ['))).toEqual(['town'])
  })
})
