import type { TopLevelSpec } from 'vega-lite'
import { GAP, LINE, SOFT } from '../house.ts'
import { longestWord, TEXT, widest, wrap } from '../text.ts'
import type { Row, Setting } from './row.ts'
import { keyFor, layer, middleOfLines, sheet, sheetWidth, softening, told } from './sheet.ts'
import { stateEncoding } from './states.ts'

const PITCH = { wide: 64, narrow: 25 }
const SIZE = 15
/** Between the heads of two columns, and between two marks, in px. */
const APART = { heads: 4, marks: 6 }

/** Rows, under headings if they are in groups, against columns, with a mark at each crossing. */
export function matrix(rows: readonly Row[], setting: Setting): TopLevelSpec {
  const { narrow, language } = setting
  const heads = [...new Set(rows.flatMap(({ cells }) => (cells ?? []).map(({ column }) => column)))]
  const full = sheetWidth(setting)
  const count = Math.max(1, heads.length)
  // As narrow as heads can stand beside each other, each with its longest word on a line; in little room, each on one line.
  const words = heads.map((head) => (narrow ? widest([head]) : longestWord(head, language)))
  const abreast = Math.max(words.at(-1) ?? 0, ...words.slice(1).map((word, index) => (word + (words[index] ?? 0)) / 2 + APART.heads))
  const beside = (full - Math.ceil(widest(rows.map(({ label }) => label))) - 2 * GAP) / count
  const usual = narrow ? PITCH.narrow : PITCH.wide
  const share = (full * (narrow ? 0.6 : 0.75)) / count
  const tight = abreast > Math.max(beside, narrow ? usual : share)
  // Columns give way to labels as far as their heads, or their marks, can bear it.
  const least = tight ? SIZE + APART.marks : abreast
  const pitch = Math.min(Math.max(least, Math.min(usual, beside)), Math.max(beside, share))
  const width = Math.max(1, heads.length) * pitch
  const left = full - width

  // A heading takes a row of its own, before the first of its group.
  const entries = rows.flatMap((row, index) => {
    const own = { id: row.id, lines: wrap(row.label, left - GAP, language), head: false }
    return row.group !== undefined && row.group !== rows[index - 1]?.group
      ? [{ id: `group ${row.group}`, lines: wrap(row.group, full, language, true), head: true }, own]
      : [own]
  })
  const most = Math.max(1, ...entries.map(({ lines }) => lines.length))
  const step = most * TEXT.line + (most > 1 ? 3 : 7)
  const y = { field: 'id', type: 'nominal', scale: { type: 'band', domain: entries.map(({ id }) => id), padding: 0 }, axis: null }

  // Where there is little room Chinese heads are stacked sign by sign and digits in pairs, Latin heads are turned.
  const upright = tight && language === 'en'
  const headLines = heads.map((head, index) => {
    if (tight) return upright ? [head] : (head.match(/\d{1,2}|./gu) ?? [])
    // A long word of a neighbour reaches into this column.
    const free = pitch - APART.heads
    const between = 2 * free - Math.max(words[index - 1] ?? 0, words[index + 1] ?? 0)
    return wrap(head, Math.max(words[index] ?? 0, Math.min(free, between)), language)
  })
  const tall = upright ? Math.ceil(widest(heads)) : Math.max(1, ...headLines.map(({ length }) => length)) * TEXT.line
  const key = keyFor(setting.key, left, 0, setting)
  const top = key.height + tall + 8
  const legend = key.legend && { ...key.legend, legendY: -top }
  const x = { field: 'column', type: 'nominal', scale: { type: 'band', domain: heads, padding: 0 }, axis: null }
  const data = rows.flatMap((row) =>
    (row.cells ?? []).map(({ column, state, text }) => ({
      id: `${row.id} ${column}`,
      row: row.id,
      column,
      state,
      label: row.label,
      said: text,
    })),
  )
  const columns = heads.map((column, index) => ({ column, lines: headLines[index] ?? [] }))
  const marks = layer({
    mark: { type: 'point', size: SIZE ** 2, strokeWidth: 0 },
    encoding: { x, y: { ...y, field: 'row' }, ...stateEncoding(legend), opacity: softening, tooltip: told(language) },
  })
  const rules = layer({
    data: { name: 'labels' },
    transform: [{ filter: 'datum.head' }],
    mark: { type: 'rule', stroke: LINE },
    encoding: { x: { value: -left }, x2: { value: width }, y: { ...y, bandPosition: 0 } },
  })
  const labels = layer({
    data: { name: 'labels' },
    mark: { type: 'text', align: 'left', baseline: 'middle', fontWeight: { expr: 'datum.head ? 600 : null' }, dy: middleOfLines },
    encoding: { x: { value: -left }, y, text: { field: 'lines', type: 'nominal' } },
  })
  const names = layer({
    data: { values: columns },
    mark: upright
      ? { type: 'text', align: 'left', baseline: 'middle', angle: 270, fill: SOFT }
      : { type: 'text', align: 'center', baseline: 'alphabetic', fill: SOFT, dy: { expr: `-${TEXT.line} * (length(datum.lines) - 1)` } },
    encoding: { x, y: { value: upright ? -4 : -8 }, text: { field: 'lines', type: 'nominal' } },
  })
  const grouped = entries.some(({ head }) => head)
  return sheet(
    data,
    [...(data.length > 0 ? [marks, names] : []), ...(grouped ? [rules] : []), labels],
    { width, height: Math.max(step * entries.length, step), left, right: 0, top, bottom: 0 },
    setting,
    { labels: entries },
  )
}
