import stringWidth from 'string-width'
import { type Colour, coloured } from './terminal.ts'

/** Text, with a colour if it has one. */
export type Cell = string | { readonly text: string; readonly colour: Colour }

export interface Layout {
  /** Columns of the terminal; lines may be any length if left out. */
  readonly width?: number
  /** A column of sentences: where it would become too narrow, it stands under its row. */
  readonly note?: number
}

const gap = 2
/** No column is made narrower than this, and no column of sentences than `narrowestNote`. */
const narrowest = 12
const narrowestNote = 32
const noteIndent = 4

const textOf = (cell: Cell): string => (typeof cell === 'string' ? cell : cell.text)
const painted = (cell: Cell, text: string): string => (typeof cell === 'string' || !text ? text : coloured(cell.colour, text))

/** Where a line may end: after spaces, beside Chinese characters with the marks that belong to them, after a dot within an id. */
const pieces =
  /\s+|[\p{Ps}\p{Pi}]*[\p{Script=Han}\u3000-\u303f\uff00-\uffef][\p{Pe}\p{Pf}\p{Po}]*|[^\s\p{Script=Han}]+?(?:[.@/-](?=\p{L})|(?=[\s\p{Script=Han}])|$)/gu
const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' })

/** Breaks text into lines of at most `width` columns, a Chinese character taking two. */
export const wrapped = (text: string, width: number): string[] => {
  if (stringWidth(text) <= width) return [text]
  const lines: string[] = []
  let line = ''
  const add = (piece: string): void => {
    if (stringWidth(line + piece.trimEnd()) > width && line.trim()) {
      lines.push(line.trimEnd())
      line = ''
    }
    line += line === '' ? piece.trimStart() : piece
  }
  for (const piece of text.match(pieces) ?? []) {
    if (stringWidth(piece.trim()) <= width) add(piece)
    else for (const { segment } of graphemes.segment(piece)) add(segment)
  }
  return line.trim() || lines.length === 0 ? [...lines, line.trimEnd()] : lines
}

/** Rows of text as aligned columns within a width; Chinese characters count double, as terminals draw them. */
export const textTable = (rows: readonly (readonly Cell[])[], { width = Number.POSITIVE_INFINITY, note = -1 }: Layout = {}): string => {
  const natural: number[] = []
  for (const row of rows)
    for (const [column, cell] of row.entries()) natural[column] = Math.max(natural[column] ?? 0, stringWidth(textOf(cell)))
  const together = (widths: readonly number[]) => widths.reduce((sum, each) => sum + each, 0) + gap * (widths.length - 1)
  const fits = (widths: readonly number[]) => together(widths) <= width

  const beside = natural.map((own, column) => (column === note ? Math.min(own, narrowestNote) : own))
  if (fits(beside)) {
    const room = note < 0 ? 0 : Math.min(natural[note] ?? 0, width - together(beside.with(note, 0)))
    return drawn(rows, note < 0 ? natural : natural.with(note, room))
  }
  const columns = natural.flatMap((_, column) => (column === note ? [] : [column]))
  const widths = columns.map((column) => natural[column] ?? 0)
  while (!fits(widths)) {
    const widest = widths.indexOf(Math.max(...widths))
    if ((widths[widest] ?? 0) <= narrowest) return stacked(rows, width)
    widths[widest] = (widths[widest] ?? 0) - 1
  }
  return rows
    .map((row) => {
      const [line = ''] = [drawn([columns.map((column) => row[column] ?? '')], widths)]
      const under = textOf(row[note] ?? '')
      if (!under || row === rows[0]) return line
      return [line, ...wrapped(under, width - noteIndent).map((text) => ' '.repeat(noteIndent) + text)].join('\n')
    })
    .join('\n')
}

const drawn = (rows: readonly (readonly Cell[])[], widths: readonly number[]): string =>
  rows
    .flatMap((row) => {
      const cells = row.map((cell, column) => wrapped(textOf(cell), widths[column] ?? 0))
      const height = Math.max(...cells.map(({ length }) => length))
      return Array.from({ length: height }, (_, index) => {
        const last = cells.findLastIndex((lines) => lines[index])
        return row
          .slice(0, last + 1)
          .map((cell, column) => {
            const text = cells[column]?.[index] ?? ''
            return painted(cell, text) + (column === last ? '' : ' '.repeat((widths[column] ?? 0) - stringWidth(text)))
          })
          .join(' '.repeat(gap))
      })
    })
    .join('\n')

/** A terminal too narrow for columns: each row as lines, the first cell as its head. */
const stacked = ([head = [], ...rows]: readonly (readonly Cell[])[], width: number): string =>
  rows
    .map((row) =>
      row
        .flatMap((cell, column) => {
          const text = textOf(cell)
          if (!text) return []
          const name = column === 0 ? '' : `  ${textOf(head[column] ?? '')}: `
          return wrapped(`${name.trimStart()}${text}`, width - 2).map((line) => (column === 0 ? line : `  ${line}`))
        })
        .join('\n'),
    )
    .join('\n')
