/** Small tables whose results can be checked by hand, in both layouts, as text and as workbooks. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { writeXlsx } from 'hucre/xlsx'
import { Problem, Problems } from '../../../scripts/ledger/problem.ts'
import type { Finding } from '../../../src/commands/io/finding.ts'
import { type ReadTable, readTable } from '../../../src/commands/io/read-table.ts'
import { RefusedTable } from '../../../src/commands/io/refused-table.ts'

/** Miller and Blair’s example of two sectors: outputs 1000 and 2000, A = [[.15, .25], [.20, .05]]. */
export const twoSectors = `origin,sector,farm,mill,consumption
domestic,farm,150,500,350
domestic,mill,200,100,1700
`
/** With labour .3 and .25 a unit of output. */
export const twoAccounts = `sector,gross_output,employment
farm,1000,300
mill,2000,500
`

/** A row of cells as a sheet has them; null is a blank one. */
export type Row = readonly (string | number | null)[]

/**
 * Three sectors as the statistics office lays them out, with titles, codes as text, subtotals, imports and value added.
 * Agriculture makes 100, industry 300, services 200; 30 is imported of industry’s products, of 300 + 30 − 40 used at home.
 */
export const bureau: readonly Row[] = [
  ['2030年投入产出表', null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null],
  ['单位：万元', null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null],
  [null, null, '中间使用', null, null, null, '最终使用', null, null, null, null, null, null, null, null, null, '进口', '其他', '总产出'],
  [
    '投入',
    '代码',
    '农林牧渔',
    '工 业',
    '服务业',
    '中间使用合计',
    '农村居民消费支出',
    '城镇居民消费支出',
    '小计',
    '政府消费支出',
    '合计',
    '固定资本形成总额',
    '存货变动',
    '合计',
    '出口',
    '最终使用合计',
    '进口',
    '其他',
    '总产出',
  ],
  [null, null, '01', '02', '03', 'TIU', 'FU101', 'FU102', 'THC', 'FU103', 'TC', 'FU201', 'FU202', 'GCF', 'EX', 'TFU', 'IM', 'ERR', 'GO'],
  ['农林牧渔', '01', 10, 40, 5, 55, 15, 20, 35, 0, 35, 5, -1, 4, 6, 45, 0, 0, 100],
  ['工业', '02', 20, 100, 30, 150, 20, 40, 60, 0, 60, 75, 5, 80, 40, 180, 30, 0, 300],
  ['服务业', '03', 10, 40, 40, 90, 20, 30, 50, 30, 80, 20, 0, 20, 10, 110, 0, 0, 200],
  ['中间投入合计', 'TII', 40, 180, 75, 295],
  ['劳动者报酬', 'VA001', 50, 60, 80, 190],
  ['生产税净额', 'VA002', 0, 20, 10, 30],
  ['固定资产折旧', 'VA003', 5, 20, 20, 45],
  ['营业盈余', 'VA004', 5, 20, 15, 40],
  ['增加值合计', 'TVA', 60, 120, 125, 305],
  ['总投入', 'TI', 100, 300, 200, 600],
]

/** The same in English and with headings in one row. */
export const bureauInEnglish: readonly Row[] = [
  [
    'Input',
    'Agriculture',
    'Industry',
    'Services',
    'Total intermediate use',
    'Rural household consumption',
    'Urban household consumption',
    'Subtotal',
    'Government consumption',
    'Total',
    'Fixed capital formation',
    'Changes in inventories',
    'Total',
    'Exports',
    'Total final use',
    'Imports',
    'Error',
    'Gross output',
  ],
  ...bureau.slice(5).map(([name, , ...numbers], index): Row => {
    const english = [
      'Agriculture',
      'Industry',
      'Services',
      'Total intermediate inputs',
      'Compensation of employees',
      'Net taxes on production',
      'Depreciation',
      'Operating surplus',
      'Total value added',
      'Total inputs',
    ]
    return [english[index] ?? name ?? null, ...numbers]
  }),
]

export const bureauAccounts = `部门,代码,从业人员（万人）
服务业,03,40
工业,02,30
农林牧渔,01,50
`

export const asCsv = (rows: readonly Row[]): string => `${rows.map((row) => row.map((cell) => cell ?? '').join(',')).join('\n')}\n`

export const asWorkbook = async (
  rows: readonly Row[],
  merges: readonly { readonly startRow: number; readonly startCol: number; readonly endRow: number; readonly endCol: number }[] = [],
  name = '投入产出表',
): Promise<Uint8Array> => writeXlsx({ sheets: [{ name, rows: rows.map((row) => [...row]), merges: [...merges] }] })

/** Rows with one cell changed. */
export const changed = (rows: readonly Row[], row: number, column: number, cell: string | number | null): readonly Row[] =>
  rows.map((cells, index) => (index === row ? cells.map((old, at) => (at === column ? cell : old)) : cells))

export interface Files {
  readonly table: string | Uint8Array
  readonly accounts?: string | Uint8Array
}

const ending = (content: string | Uint8Array): string => (typeof content === 'string' || content[0] !== 0x50 ? 'csv' : 'xlsx')

/** Files in a folder of their own while work goes on. */
export const withFiles = async <Result>(
  contents: Readonly<Record<string, string | Uint8Array>>,
  work: (folder: string) => Result | Promise<Result>,
): Promise<Result> => {
  const folder = mkdtempSync(`${tmpdir()}/io-`)
  try {
    for (const [name, content] of Object.entries(contents)) writeFileSync(`${folder}/${name}`, content)
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Reads a table as the command does; its files are called flows and sectors. */
export const reading = async (
  { table, accounts }: Files,
  rules: { readonly blankIsNought?: boolean; readonly sheet?: string } = {},
): Promise<ReadTable> => {
  const name = `flows.${ending(table)}`
  const other = accounts === undefined ? undefined : `sectors.${ending(accounts)}`
  return withFiles({ [name]: table, ...(other && accounts !== undefined ? { [other]: accounts } : {}) }, (folder) =>
    readTable({
      table: { name, path: `${folder}/${name}` },
      accounts: other === undefined ? undefined : { name: other, path: `${folder}/${other}` },
      ...rules,
    }),
  )
}

/** What a table is refused for, a line a problem. */
export const refusal = async (files: Files): Promise<{ readonly lines: readonly string[]; readonly balance: readonly Finding[] }> => {
  try {
    await reading(files)
  } catch (error) {
    if (error instanceof Problems)
      return { lines: error.list.map(({ message }) => message), balance: error instanceof RefusedTable ? error.balance : [] }
    if (error instanceof Problem) return { lines: [error.message], balance: [] }
    throw error
  }
  throw new Error('the table was not refused')
}
