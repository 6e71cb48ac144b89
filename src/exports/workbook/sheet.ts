/** A sheet of the workbook from columns and rows: its head, its number formats, and which cells are typed or computed. */
import type { CellStyle, WriteSheet, Cell as XlsxCell } from 'hucre/xlsx'
import type { Content, Live } from './content.ts'
import { columnLetters } from './formula.ts'

const bold: CellStyle = {
  font: { bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E7ECEF' } },
  alignment: { wrapText: true, vertical: 'top' },
}
/** What is typed is blue, what is computed is black: the custom of those who build models. */
const typed: CellStyle = { font: { color: { rgb: '1F4E9E' } } }

export interface Column {
  readonly head: string
  readonly width: number
}

export interface Row {
  readonly cells: readonly Content[]
  /** Number formats by column, from 0. */
  readonly formats?: Readonly<Record<number, string>>
  readonly typed?: readonly number[]
}

const isLive = (content: Content): content is Live => typeof content === 'object' && content !== null

export const sheetOf = (name: string, columns: readonly Column[], rows: readonly Row[], heads = true): WriteSheet => {
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

export const valueFormat = (value: number): string => (Math.abs(value) < 1000 ? 'General' : Number.isInteger(value) ? '#,##0' : '#,##0.00')
