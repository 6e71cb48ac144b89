/**
 * A table file held against the ledger: its columns and rows, with the figure or the words of each cell, before a language
 * writes them. Whatever it names that is not there is a complaint at its place.
 */
import type { Table } from '../../scripts/ledger/data/data-types.ts'
import type { Figure } from '../../scripts/ledger/figures/compute.ts'
import type { Ledger } from '../../scripts/ledger/ledger.ts'
import { columnOf } from '../../scripts/ledger/numbers/units.ts'
import { type Complaints, expectedNames } from '../../scripts/ledger/problem.ts'
import type { Bilingual } from '../../scripts/ledger/types.ts'
import { languages } from '../i18n/words.ts'
import { misfitOf } from '../lib/unit-misfit.ts'
import type { TableFile, WrittenCell, WrittenColumn, WrittenRow, WrittenWords } from './table-file.ts'
import type { TableSource, TableSources } from './table-source.ts'

/** What a cell holds: a figure in the unit of its column, or words. */
export type LaidCell =
  | { readonly figure: Figure; readonly unit?: string | undefined; readonly decimals?: number | undefined }
  | { readonly words: Bilingual }

export interface LaidRow {
  /** A cell for every column; of a group, one for all. */
  readonly cells: readonly LaidCell[]
  readonly strong: boolean
  readonly group: boolean
}

/** Rows that an extension offers, and the columns that are shown of them. */
export interface OfferedRows {
  readonly source: TableSource
  readonly shows: readonly string[]
}

export interface LaidTable {
  readonly head: readonly { readonly heading: Bilingual; readonly unit?: string | undefined }[]
  readonly rows: readonly LaidRow[]
  readonly offered?: OfferedRows
  readonly note?: Bilingual
  readonly of?: string
}

type Path = readonly PropertyKey[]

/** A column with what it is called, the unit that its heading says, and the one that its figures are written in. */
interface LaidColumn extends Omit<WrittenColumn, 'heading'> {
  readonly heading: Bilingual
  readonly headingUnit: string | undefined
  readonly inUnit: string | undefined
  /** Where that unit is written. */
  readonly unitPath: Path
}

const alike = (text: string): Bilingual => ({ zh: text, en: text })
const inBoth = (words: WrittenWords): Bilingual => (typeof words === 'string' ? alike(words) : words)
const wordsCell = (words: WrittenWords): LaidCell => ({ words: inBoth(words) })
const empty: LaidCell = { words: alike('') }

const counted = (number: number, what: string): string => `${number} ${what}${number === 1 ? '' : 's'}`

/** The end of a heading that is the name of a unit, in brackets or bare; within a word it is none. */
const typedUnit = (heading: string, name: string): string | undefined => {
  if (!name) return undefined
  const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return new RegExp(`(?:[（(]\\s*${escaped}\\s*[）)]|(?<![\\p{L}\\p{N}])${escaped})$`, 'iu').exec(heading.trim())?.[0]
}

/** What stands where nothing is shown. */
const blanks: ReadonlySet<string> = new Set(['', '—'])

export const layOut = ({ written, placeOf }: TableFile, ledger: Ledger, sources: TableSources, complaints: Complaints): LaidTable => {
  const complain = (what: string, path: Path, expected?: string): void => complaints.add(what, placeOf(path), expected)

  const { units } = ledger.data
  const unitAt = (name: string | undefined, path: Path): string | undefined => {
    if (name === undefined) return undefined
    if (units.columns.has(name)) return name
    complain(`no unit of a column is called “${name}”`, path, expectedNames(name, [...units.columns.keys()]))
    return undefined
  }
  const tableUnit = unitAt(written.unit, ['unit'])

  /** The source's table, if the file names one that there is. */
  const shown = written.table === undefined ? undefined : ledger.data.tables.get(written.table)
  if (written.table !== undefined && !shown)
    complain(`there is no table “${written.table}” under data/`, ['table'], expectedNames(written.table, ledger.data.tables.keys()))

  const source = written.source === undefined || !Object.hasOwn(sources, written.source) ? undefined : sources[written.source]
  if (written.source !== undefined && !source)
    complain(`no rows are offered by the name “${written.source}”`, ['source'], expectedNames(written.source, Object.keys(sources)))
  const offers = source?.columns(ledger) ?? {}

  /** With a source's table or an extension, columns that are not named are all that it has. */
  const columns: readonly WrittenColumn[] =
    written.columns ??
    (shown ? shown.csv.header.map((column) => ({ column })) : source ? Object.keys(offers).map((show) => ({ show })) : [])
  if (!written.columns && written.table === undefined && written.source === undefined)
    complain('the table has no columns', [], 'columns: [{ heading: { zh: …, en: … } }, …], the first for what rows are called')

  /** A heading is given the unit of its column, and percentages have their signs: what is typed besides would be said twice. */
  const refuseTypedUnit = (heading: Bilingual, name: Bilingual, unit: string, path: Path): void => {
    for (const language of languages) {
      const typed = typedUnit(heading[language], name[language])
      if (typed === undefined) continue
      const words = written.columns?.[Number(path.at(-1))]?.heading
      complain(
        `the heading “${heading[language]}” ends in “${typed}”, which “unit: ${unit}” says already`,
        typeof words === 'object' ? [...path, 'heading', language] : [...path, ...(words === undefined ? [] : ['heading'])],
        heading[language].slice(0, -typed.length).trimEnd() || 'what is counted, without its unit',
      )
      return
    }
  }

  const laidColumns = columns.map((column, index): LaidColumn => {
    const path = ['columns', index]
    for (const [key, needs, known] of [
      ['column', 'table', shown?.csv.header],
      ['show', 'source', source && Object.keys(offers)],
    ] as const) {
      const name = column[key]
      if (name === undefined) continue
      if (written[needs] === undefined)
        complain(`“${key}:” names a column of what “${needs}:” names, which is missing`, [...path, key], `${needs}: …`)
      else if (known && !known.includes(name))
        complain(`there is no column “${name}” in ${written[needs]}`, [...path, key], expectedNames(name, known))
    }
    if (written.source !== undefined && column.show === undefined)
      complain('the column does not say what it shows', path, 'show: and the name of a column')
    const unit = unitAt(column.unit, [...path, 'unit'])
    if (column.decimals !== undefined && column.unit === undefined && written.unit === undefined)
      complain(
        'decimals are those of a unit, and the column has none',
        [...path, 'decimals'],
        `unit: one of ${[...units.columns.keys()].join(', ')}`,
      )
    const heading = column.heading ? inBoth(column.heading) : headingOf(column, shown, offers)
    if (!heading) complain('the column has no heading', path, 'heading: { zh: …, en: … }')
    if (heading && unit) refuseTypedUnit(heading, columnOf(units, unit).name, unit, path)
    return {
      ...column,
      heading: heading ?? alike(''),
      headingUnit: unit,
      inUnit: unit ?? tableUnit,
      unitPath: unit ? [...path, 'unit'] : ['unit'],
    }
  })

  const figureAt = (name: string, path: Path): Figure | undefined => {
    const figure = ledger.figures.get(name)
    if (!figure) complain(`there is no figure “${name}”`, path, expectedNames(name, ledger.figures.keys()))
    return figure
  }

  /** A unit that does not fit is told where it is written, once for all its figures. */
  const misfits = new Set<string>()

  const figureCell = (column: LaidColumn, name: string, path: Path, decimals = column.decimals): LaidCell => {
    const figure = figureAt(name, path)
    if (!figure) return empty
    const unit = column.inUnit
    const misfit = unit && misfitOf(figure, unit)
    if (misfit && !misfits.has(column.unitPath.join())) {
      misfits.add(column.unitPath.join())
      complain(`${name} counts ${misfit}, and its column is in ${unit}`, column.unitPath, 'a unit that fits, or a column without one')
    }
    return { figure, unit, decimals: decimals === undefined ? undefined : Number(decimals) }
  }

  const cellAt = (column: LaidColumn, cell: WrittenCell, path: Path): LaidCell => {
    if (typeof cell !== 'string')
      return 'figure' in cell ? figureCell(column, cell.figure, path, cell.decimals ?? column.decimals) : { words: cell }
    return blanks.has(cell) ? { words: alike(cell) } : figureCell(column, cell, path)
  }

  /** The columns that a row fills: all but the first, and but those of the source's table. */
  const filled = laidColumns.filter((column, index) => index > 0 && column.column === undefined)

  /** The cells of a row in the columns that it fills: as written, or by the columns' forms of ids. */
  const cellsOf = (
    row: WrittenRow,
    path: Path,
    about?: { readonly figure: string; readonly name: string },
  ): ReadonlyMap<object, LaidCell> => {
    if (row.cells && row.cells.length !== filled.length) {
      const names = filled.map(({ heading }) => heading.en).join(', ')
      complain(
        `the row has ${counted(row.cells.length, 'cell')} for ${counted(filled.length, 'column')}`,
        [...path, 'cells'],
        `a cell each for ${names}`,
      )
    }
    if (!row.cells && !about && filled.length > 0)
      complain('the row does not say what stands in its columns', path, 'cells: [id of a figure, …]')
    return new Map(
      filled.map((column, index) => {
        const cell = row.cells?.[index]
        if (cell !== undefined) return [column, cellAt(column, cell, [...path, 'cells', index])]
        if (row.cells || !about) return [column, empty]
        const form = column.figure
        return [column, figureCell(column, form === undefined ? about.figure : form.replaceAll('{row}', about.name), path)]
      }),
    )
  }

  const whole = (
    row: WrittenRow,
    first: LaidCell,
    cells: ReadonlyMap<object, LaidCell>,
    ofSource?: (column: LaidColumn, header: string) => LaidCell,
  ): LaidRow => ({
    cells: laidColumns.map((column, index) => {
      if (column.column !== undefined) return ofSource?.(column, column.column) ?? (index === 0 ? first : empty)
      return index === 0 ? first : (cells.get(column) ?? empty)
    }),
    strong: row.strong === 'yes',
    group: false,
  })

  const aboutFigure = (row: WrittenRow, figure: Figure, name: string, path: Path, called?: Bilingual): LaidRow =>
    whole(row, wordsCell(row.label ?? called ?? shortLabel(figure)), cellsOf(row, path, { figure: figure.id, name }))

  const rowOfSource = (row: WrittenRow, name: string, path: Path): readonly LaidRow[] => {
    if (!shown) {
      if (written.table === undefined)
        complain('“row:” names a row of the source’s table, and there is none', [...path, 'row'], 'table: one of data/')
      return []
    }
    if (!shown.csv.has(name, shown.keys)) {
      complain(`the table ${shown.id} has no row “${name}”`, [...path, 'row'], expectedNames(name, shown.csv.rowNames(shown.keys)))
      return []
    }
    const called = row.label ?? shown.rows[name] ?? shown.words[name] ?? alike(name)
    const cells = cellsOf(row, path)
    return [
      whole(row, wordsCell(called), cells, (column, header) => {
        const cell = sourceCell(ledger, shown, name, header)
        return 'figure' in cell ? figureCell(column, cell.figure.id, path) : cell
      }),
    ]
  }

  /** What a form of ids stands for, figure by figure in the order of the ledger. */
  const each = (row: WrittenRow, form: string, path: Path): readonly LaidRow[] => {
    const [before, after, more] = form.split('*')
    if (before === undefined || after === undefined || more !== undefined) {
      complain(`“${form}” is no form of ids`, [...path, 'figures'], 'an id with one * for the part that differs: retail.*.jobs')
      return []
    }
    const found = [...ledger.figures.values()].flatMap((figure) => {
      const { id: name } = figure
      const part = name.startsWith(before) && name.endsWith(after) ? name.slice(before.length, name.length - after.length) : ''
      return part && !part.includes('.') && name.length >= form.length ? [{ figure, part }] : []
    })
    if (found.length === 0)
      complain(`no figure’s id has the form “${form}”`, [...path, 'figures'], expectedNames(form, ledger.figures.keys()))
    const called = found.map(({ figure }) => figure.input?.row)
    // Cells of one column of a source's table differ in their rows, and are called by them.
    const byRow = new Set(called.map((label) => label?.en)).size === found.length && called.every((label) => label)
    return found.map(({ figure, part }, index) => aboutFigure(row, figure, part, path, byRow ? called[index] : undefined))
  }

  const rowsAt = (given: WrittenRow | string, index: number): readonly LaidRow[] => {
    const row: WrittenRow = typeof given === 'string' ? { figure: given } : given
    const path = ['rows', index]
    const kinds = (['figure', 'figures', 'row', 'group'] as const).filter((kind) => row[kind] !== undefined)
    if (kinds.length > 1 || (kinds.length === 0 && row.label === undefined)) {
      const said = kinds.length > 1 ? `the row says ${kinds.join(' and ')}` : 'the row does not say what it is about'
      complain(said, path, 'one of figure:, figures:, row:, group:, or label: with cells:')
      return []
    }
    if (row.group !== undefined) {
      if (row.cells || row.label) complain('a group is a heading alone', path, 'group: { zh: …, en: … }')
      return [{ cells: [wordsCell(row.group)], strong: false, group: true }]
    }
    if (row.row !== undefined) return rowOfSource(row, row.row, path)
    if (row.figures !== undefined) return each(row, row.figures, path)
    if (row.figure === undefined) return [whole(row, wordsCell(row.label ?? ''), cellsOf(row, path))]
    const figure = figureAt(row.figure, typeof given === 'string' ? path : [...path, 'figure'])
    return figure ? [aboutFigure(row, figure, figure.id, path)] : []
  }

  if (written.source !== undefined && written.rows) complain('the rows are those that “source:” names', ['rows'], 'either source: or rows:')
  if (!written.rows && written.table === undefined && written.source === undefined)
    complain('the table has no rows', [], 'rows: [id of a figure, …]')
  const rows = written.rows
    ? written.rows.flatMap(rowsAt)
    : (shown?.csv.rowNames(shown.keys) ?? []).flatMap((name) => rowOfSource({}, name, []))

  const withUnit = (words: Bilingual, path: Path): Bilingual => {
    if (!/\{unit\}/.test(words.zh + words.en)) return words
    if (written.unit === undefined)
      complain('{unit} stands for the unit of the table, which has none', path, 'unit: below the first column of the file')
    const name = tableUnit ? columnOf(units, tableUnit).name : alike('')
    return { zh: words.zh.replaceAll('{unit}', name.zh), en: words.en.replaceAll('{unit}', name.en) }
  }
  return {
    head: laidColumns.map(({ heading, headingUnit }, index) => ({ heading: withUnit(heading, ['columns', index]), unit: headingUnit })),
    rows,
    ...(source ? { offered: { source, shows: columns.map(({ show = '' }) => show) } } : {}),
    ...(written.note ? { note: withUnit(inBoth(written.note), ['note']) } : {}),
    ...(written.table === undefined ? {} : { of: written.table }),
  }
}

/** What a column is called that has no heading of its own: as the source's table or the extension has it. */
const headingOf = (
  { column, show }: WrittenColumn,
  shown: Table | undefined,
  offers: ReturnType<TableSource['columns']>,
): Bilingual | undefined => {
  if (column !== undefined) return shown?.words[column] ?? shown?.columns[column] ?? alike(column)
  return show === undefined ? undefined : (offers[show]?.heading ?? alike(show))
}

/** A cell of a source's table: the figure that it is, or its words in both languages. */
const sourceCell = (ledger: Ledger, { id, csv, keys, words, place }: Table, row: string, column: string): LaidCell => {
  if (!csv.header.includes(column)) return empty
  const figure = cellsAsFigures(ledger).get(cellKey(id, row, column))
  if (figure) return { figure }
  const { text } = csv.cell(row, column, place, keys)
  return { words: words[text] ?? alike(text) }
}

const cellKey = (table: string, row: string, column: string): string => JSON.stringify([table, row, column])
const known = new WeakMap<Ledger['figures'], ReadonlyMap<string, Figure>>()

/** The figures that are cells of transcribed tables, by those cells. */
const cellsAsFigures = ({ figures }: Ledger): ReadonlyMap<string, Figure> => {
  const found =
    known.get(figures) ??
    new Map(
      [...figures.values()].flatMap((figure) => {
        const { table, row, column } = figure.input?.cell ?? {}
        return table === undefined || row === undefined || column === undefined ? [] : [[cellKey(table, row, column), figure] as const]
      }),
    )
  known.set(figures, found)
  return found
}

const shortLabel = ({ short, label }: Figure): Bilingual => short ?? label
