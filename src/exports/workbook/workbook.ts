/** ledger.xlsx: every figure in a cell, computed there again from the printed digits. */

import { type WriteSheet, writeXlsx } from 'hucre/xlsx'
import type { Ledger } from '../../../scripts/ledger/ledger.ts'
import type { LedgerRecord } from '../../../scripts/ledger/publish/record.ts'
import { checkColumns, checkRow } from './checks.ts'
import { figureColumns, figureRow, figureValueColumn } from './figures.ts'
import { addressOf, type Cell, NoCell, spreadsheetFormula } from './formula.ts'
import { inputColumns, inputRow, inputValueColumn } from './inputs.ts'
import { layOut, stepsSheet } from './methods.ts'
import { readme } from './readme.ts'
import { type Column, sheetOf } from './sheet.ts'

/** No day of its own: two builds of one commit are the same bytes. */
const always = new Date(0)

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
