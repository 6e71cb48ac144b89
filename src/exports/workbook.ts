/** ledger.xlsx: every figure in a cell, computed there again from the printed digits. */

import { type CellStyle, type WriteSheet, writeXlsx, type Cell as XlsxCell } from 'hucre/xlsx'
import { site } from '#site'
import type { Claim } from '../../scripts/ledger/data/data-types.ts'
import type { Figure } from '../../scripts/ledger/figures/compute.ts'
import type { Ledger } from '../../scripts/ledger/ledger.ts'
import { factorOf, type Units } from '../../scripts/ledger/numbers/units.ts'
import type { FigureRecord, LedgerRecord } from '../../scripts/ledger/publish/record.ts'
import { figureAddress } from '../lib/addresses.ts'
import { type Content, type Live, layOut, stepsSheet } from './methods.ts'
import { addressOf, type Cell, columnLetters, NoCell, spreadsheetFormula } from './spreadsheet-formula.ts'

/** No day of its own: two builds of one commit are the same bytes. */
const always = new Date(0)

const bold: CellStyle = {
  font: { bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E7ECEF' } },
  alignment: { wrapText: true, vertical: 'top' },
}
/** What is typed is blue, what is computed is black: the custom of those who build models. */
const typed: CellStyle = { font: { color: { rgb: '1F4E9E' } } }

interface Column {
  readonly head: string
  readonly width: number
}

interface Row {
  readonly cells: readonly Content[]
  /** Number formats by column, from 0. */
  readonly formats?: Readonly<Record<number, string>>
  readonly typed?: readonly number[]
}

const isLive = (content: Content): content is Live => typeof content === 'object' && content !== null

const sheetOf = (name: string, columns: readonly Column[], rows: readonly Row[], heads = true): WriteSheet => {
  const body = heads ? [{ cells: columns.map(({ head }) => head) }, ...rows] : rows
  const cells = new Map<string, Partial<XlsxCell>>()
  for (const [row, { cells: contents, formats = {}, typed: blue = [] }] of body.entries() as IterableIterator<[number, Row]>) {
    for (const [column, content] of contents.entries()) {
      const style: CellStyle | undefined =
        heads && row === 0
          ? bold
          : formats[column] || blue.includes(column)
            ? { ...(blue.includes(column) ? typed : {}), ...(formats[column] ? { numFmt: formats[column] } : {}) }
            : undefined
      const live = isLive(content)
        ? {
            value: null,
            formula: content.formula,
            formulaResult: content.value,
            ...(content.fills ? { formulaType: 'array' as const, formulaRef: content.fills } : {}),
          }
        : {}
      if (isLive(content) || style)
        cells.set(`${row},${column}`, { ...(isLive(content) ? {} : { value: content }), ...live, ...(style ? { style } : {}) })
    }
  }
  return {
    name,
    columns: columns.map(({ width }) => ({ width })),
    rows: body.map(({ cells: contents }) => contents.map((content) => (isLive(content) ? null : content))),
    cells,
    ...(heads
      ? {
          freezePane: { rows: 1, columns: 1 },
          autoFilter: { range: `A1:${columnLetters(columns.length)}${body.length}` },
        }
      : {}),
  }
}

const valueFormat = (value: number): string => (Math.abs(value) < 1000 ? 'General' : Number.isInteger(value) ? '#,##0' : '#,##0.00')

const inputColumns: readonly Column[] = [
  { head: 'id · 编号', width: 38 },
  { head: 'label', width: 46 },
  { head: '名称', width: 40 },
  { head: 'printed · 原文', width: 18 },
  { head: 'digits · 数字', width: 14 },
  { head: 'unit as printed · 原文单位', width: 12 },
  { head: 'base units in one · 合基本单位', width: 14 },
  { head: 'value in base units · 基本单位值', width: 22 },
  { head: 'unit · 单位', width: 12 },
  { head: 'low · 下界', width: 20 },
  { head: 'high · 上界', width: 20 },
  { head: 'kind · 种类', width: 10 },
  { head: 'source · 来源', width: 26 },
  { head: 'where', width: 34 },
  { head: '出处', width: 30 },
  { head: 'transcribed in · 转录于', width: 40 },
  { head: 'page · 页面', width: 44 },
]
const inputValueColumn = 8

const inputRow = (record: FigureRecord, { input, units }: Figure, row: number): Row => {
  const factor = factorOf(units, input?.unit ?? '')
  const digits = input?.digits ?? ''
  const [numerator = 1, denominator] = factor.split('/').map(Number)
  const decimals = digits.split('.')[1]?.length ?? 0
  return {
    cells: [
      record.id,
      record.label.en,
      record.label.zh,
      record.printed ?? '',
      Number(digits.replace('−', '-')),
      input?.unit ?? '',
      denominator ? { formula: factor, value: numerator / denominator } : numerator,
      { formula: `E${row}*G${row}`, value: record.value },
      record.unit,
      ...record.interval,
      record.kind,
      record.source,
      record.locator?.en ?? '',
      record.locator?.zh ?? '',
      record.dataScript ?? '',
      figureAddress('en', record),
    ],
    formats: { 4: decimals > 0 ? `0.${'0'.repeat(decimals)}` : '0', 7: valueFormat(record.value) },
    typed: [4, ...(denominator ? [] : [6])],
  }
}

const figureColumns: readonly Column[] = [
  { head: 'id · 编号', width: 38 },
  { head: 'label', width: 46 },
  { head: '名称', width: 40 },
  { head: 'computed here · 在此算出', width: 24 },
  { head: 'unit · 单位', width: 12 },
  { head: 'computed by the build · 构建时算出', width: 24 },
  { head: 'relative difference · 相对差', width: 14 },
  { head: 'low · 下界', width: 20 },
  { head: 'high · 上界', width: 20 },
  { head: 'formula of the script · 脚本中的算式', width: 50 },
  { head: 'script · 脚本', width: 46 },
  { head: 'formula stands in · 算式所在', width: 40 },
  { head: 'note · 说明', width: 30 },
  { head: 'page · 页面', width: 44 },
]
const figureValueColumn = 4

const figureRow = (record: FigureRecord, formula: string | undefined, row: number): Row => ({
  cells: [
    record.id,
    record.label.en,
    record.label.zh,
    formula === undefined ? record.value : { formula, value: record.value },
    record.unit,
    record.value,
    { formula: `IF(F${row}=0,D${row}-F${row},D${row}/F${row}-1)`, value: 0 },
    ...record.interval,
    record.formula ?? '',
    record.script ?? '',
    record.formulaScript ?? '',
    formula === undefined ? 'a value without a formula: the method fits no cell · 无法写入单元格的方法，只给数值' : '',
    figureAddress('en', record),
  ],
  formats: { 3: valueFormat(record.value), 5: valueFormat(record.value), 6: '0.0E+00' },
})

const checkColumns: readonly Column[] = [
  { head: 'claim · 所印结果', width: 38 },
  { head: 'figure · 数字', width: 38 },
  { head: 'label', width: 46 },
  { head: '名称', width: 40 },
  { head: 'printed · 原文', width: 18 },
  { head: 'claimed · 原文数字', width: 14 },
  { head: 'base units in one · 合基本单位', width: 14 },
  { head: 'recomputed here · 在此复算', width: 20 },
  { head: 'low · 下界', width: 18 },
  { head: 'high · 上界', width: 18 },
  { head: 'verdict here · 在此作出的结论', width: 16 },
  { head: 'verdict of the build · 构建时的结论', width: 16 },
  { head: 'cause · 原因', width: 20 },
  { head: 'reason', width: 60 },
  { head: '理由', width: 60 },
  { head: 'source · 来源', width: 20 },
  { head: 'where', width: 34 },
  { head: '出处', width: 30 },
]

/**
 * The rule of verdicts over cells. "over" and "nearly" claim a bound and "about" a value without rounding. Two printed
 * places that disagree are "conflicting", where a computation would be "discrepant".
 */
const verdictFormula = (row: number, decimals: number, qualifier: string | null, printed: boolean): string => {
  const [claimed, ours, low, high] = ['F', 'H', 'I', 'J'].map((column) => `${column}${row}`)
  const slack = `ABS(${ours})*1E-12`
  const apart = `"${printed ? 'conflicting' : 'discrepant'}"`
  const over = `IF(ISNUMBER(${high}),${high}+${slack}>=${claimed},TRUE)`
  const under = `IF(ISNUMBER(${low}),${low}-${slack}<=${claimed},TRUE)`
  if (qualifier === 'over') return `IF(${ours}+${slack}>=${claimed},"exact",IF(${over},"within-rounding",${apart}))`
  if (qualifier === 'nearly') return `IF(${ours}-${slack}<=${claimed},"exact",IF(${under},"within-rounding",${apart}))`
  const half = qualifier === 'about' ? '0' : `0.5*10^(-${decimals})`
  const reaches = `AND(IF(ISNUMBER(${low}),${low}-${slack}<=${claimed}+${half},TRUE),IF(ISNUMBER(${high}),${high}+${slack}>=${claimed}-${half},TRUE))`
  const prints = `OR(${['', `-${slack}`, `+${slack}`].map((hair) => `ABS(ROUND(${ours}${hair},${decimals})-${claimed})<0.1*10^(-${decimals})`).join(',')})`
  return `IF(${prints},"exact",IF(${reaches},"within-rounding",${apart}))`
}

const checkRow = (
  check: LedgerRecord['checks'][number],
  claim: Claim | undefined,
  figure: FigureRecord | undefined,
  row: number,
  units: Units,
): Row => {
  const digits = claim?.digits
  const factor = claim && factorOf(units, claim.unit)
  const [numerator = 1, denominator] = factor?.split('/').map(Number) ?? []
  const decimals = digits?.split('.')[1]?.length ?? 0
  const open = check.recomputed === null
  const live = digits !== undefined && !open
  // "Over a thousand" here and "nearly a thousand" there are two bounds, which the plain rule does not hold together.
  const plain = live && !(check.qualifier && figure?.qualifier && check.qualifier !== figure.qualifier)
  return {
    cells: [
      check.claim,
      check.figure,
      figure?.label.en ?? '',
      figure?.label.zh ?? '',
      [check.qualifier, check.printed].filter((part) => part !== null).join(' '),
      digits === undefined ? null : Number(digits.replace('−', '-')),
      factor === undefined ? null : denominator ? { formula: factor, value: numerator / denominator } : numerator,
      live ? { formula: `${check.figure}/G${row}`, value: check.recomputed } : check.recomputed,
      ...(check.interval ?? [null, null]),
      plain ? { formula: verdictFormula(row, decimals, check.qualifier, figure?.kind !== 'derived'), value: check.verdict } : null,
      check.verdict,
      check.cause ?? '',
      check.reason?.en ?? '',
      check.reason?.zh ?? '',
      check.source,
      check.locator.en,
      check.locator.zh,
    ],
    formats: { 5: decimals > 0 ? `0.${'0'.repeat(decimals)}` : '0' },
    typed: [5, 6],
  }
}

const readme = (
  title: { readonly zh: string; readonly en: string },
  counts: { readonly figures: number; readonly last: number },
): readonly Row[] => {
  const lines: readonly (readonly [en: string, zh: string])[] = [
    [title.en, title.zh],
    [
      'Every number of the report, computed in these cells again. Change a blue cell on the sheet “inputs” and everything that rests on it moves.',
      '报告的每个数字都在单元格里重新算出。改动“inputs”表中的蓝色数字，由它算出的一切随之变动。',
    ],
    [
      `Cells are named by the ids of the report: =${site.examples.cellFormula} reads as it stands, and the id leads to the figure’s page.`,
      '单元格以报告中的编号命名，算式按编号读出；每个编号都有自己的页面。',
    ],
    [
      'inputs: what sources print, or this report assumes, and its value in base units.',
      'inputs：来源印出或本报告假设的数，以及换算成基本单位的值。',
    ],
    [
      'figures: what is computed, beside the value of the build and the relative difference between the two.',
      'figures：算出的数，旁边是构建时算出的值与二者的相对差。',
    ],
    ['steps: methods that are no single expression.', 'steps：不是单个算式的方法，逐步展开。'],
    [
      'checks: what sources print as results. The verdict is found again in the cell; ranges are those of the build and do not move.',
      'checks：来源印出的结果。检验结论在单元格里重新作出；上下界取自构建，不会变动。',
    ],
    ['sources: the cited works.', 'sources：引用的文献。'],
    ['Text and labels: CC BY 4.0. The figures that sources print are theirs.', '文字与名称：CC BY 4.0。来源印出的数字归来源所有。'],
  ]
  return [
    ...lines.map(([en, zh]) => ({ cells: [en, zh] })),
    { cells: [] },
    {
      cells: ['Derived figures · 算出的数字', { formula: `COUNT(figures!$D$2:$D$${counts.last})`, value: counts.figures }],
    },
    {
      cells: [
        'Largest relative difference between a cell and the build · 单元格与构建结果的最大相对差',
        { formula: `MAX(MAX(figures!$G$2:$G$${counts.last}),-MIN(figures!$G$2:$G$${counts.last}))`, value: 0 },
      ],
      formats: { 1: '0.0E+00' },
    },
  ]
}

const sourceColumns: readonly Column[] = [
  { head: 'id · 编号', width: 26 },
  { head: 'authors', width: 40 },
  { head: '作者', width: 30 },
  { head: 'year · 年份', width: 8 },
  { head: 'title', width: 60 },
  { head: '题名', width: 50 },
  { head: 'publisher', width: 40 },
  { head: '出版者', width: 30 },
  { head: 'DOI', width: 26 },
]

/** The workbook, and how many of its figures are computed in it. */
export interface Workbook {
  readonly bytes: Uint8Array
  readonly live: number
  readonly values: number
}

export const workbook = async (ledger: Ledger, record: LedgerRecord): Promise<Workbook> => {
  const inputs = record.figures.filter(({ kind }) => kind !== 'derived')
  const derived = record.figures.filter(({ kind }) => kind === 'derived')
  const places = new Map<string, Cell>([
    ...inputs.map(({ id }, index) => [id, { sheet: 'inputs', row: index + 2, column: inputValueColumn }] as const),
    ...derived.map(({ id }, index) => [id, { sheet: 'figures', row: index + 2, column: figureValueColumn }] as const),
  ])
  const cellOf = (id: string): Cell => {
    const cell = places.get(id)
    if (!cell) throw new Error(`the figure ${id} has no cell`)
    return cell
  }
  const steps = layOut(ledger, cellOf)
  const formulaOf = (id: string): string | undefined => {
    const figure = ledger.figures.get(id)
    if (!figure?.derived || !figure.formula?.expression) return steps.formulas.get(id)
    try {
      return spreadsheetFormula(figure.formula.expression, figure.derived.of, cellOf)
    } catch (error) {
      if (error instanceof NoCell) return undefined
      throw error
    }
  }
  const formulas = new Map(derived.map(({ id }) => [id, formulaOf(id)]))
  const byId = new Map(record.figures.map((figure) => [figure.id, figure]))
  const claims = new Map(ledger.data.claims.map((claim) => [claim.id, claim]))
  const own = record.sources.find(({ group }) => group === 'own')
  const title = own?.title ?? { zh: '', en: '' }
  const sheets: WriteSheet[] = [
    sheetOf(
      'readme',
      [
        { head: '', width: 90 },
        { head: '', width: 90 },
      ],
      readme(title, { figures: derived.length, last: derived.length + 1 }),
      false,
    ),
    sheetOf(
      'inputs',
      inputColumns,
      inputs.flatMap((figure, index) => {
        const known = ledger.figures.get(figure.id)
        return known ? [inputRow(figure, known, index + 2)] : []
      }),
    ),
    sheetOf(
      'figures',
      figureColumns,
      derived.map((figure, index) => figureRow(figure, formulas.get(figure.id), index + 2)),
    ),
    sheetOf(
      stepsSheet,
      Array.from({ length: 20 }, () => ({ head: '', width: 18 })),
      steps.rows.map((cells) => ({ cells })),
      false,
    ),
    sheetOf(
      'checks',
      checkColumns,
      record.checks.map((check, index) => checkRow(check, claims.get(check.claim), byId.get(check.figure), index + 2, ledger.data.units)),
    ),
    sheetOf(
      'sources',
      sourceColumns,
      record.sources.map(({ id, authors, year, title: name, publisher, doi }) => ({
        cells: [id, authors.en, authors.zh, year, name.en, name.zh, publisher.en, publisher.zh, doi ?? ''],
      })),
    ),
  ]
  const bytes = await writeXlsx({
    sheets,
    namedRanges: [...places].map(([name, cell]) => ({ name, range: addressOf(cell, cell.sheet) })),
    properties: { title: `${title.en} · ${title.zh}`, created: always, modified: always },
  })
  const live = derived.filter(({ id }) => formulas.get(id) !== undefined).length
  return { bytes, live, values: derived.length - live }
}
