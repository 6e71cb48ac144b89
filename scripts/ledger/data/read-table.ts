import { existsSync } from 'node:fs'
import type { z } from 'zod'
import { isMistakenNumeral, numeralFault } from '../numbers/numeral-faults.ts'
import { isPrintedNumber } from '../numbers/printed.ts'
import { type Complaints, expectedNames, Problem } from '../problem.ts'
import type { Bilingual, CellReference, Place } from '../types.ts'
import { cellHint } from './cell-hints.ts'
import { knownKeys, type LooseScope, scope, tableSchema } from './data-schemas.ts'
import { defined, type Input, type Table } from './data-types.ts'
import { formOf } from './printed-form.ts'
import { type CsvFile, readCsv, refuseTwinRows } from './read-csv.ts'
import { readYaml } from './read-yaml.ts'
import { refuseUnknownNames, type Vocabulary } from './vocabulary.ts'

/** A table with its description, and the inputs that its cells are. */
export interface LoadedTable extends Table {
  readonly spec: z.infer<typeof tableSchema>
  readonly inputs: readonly Input[]
  readonly placeOf: (path: readonly PropertyKey[]) => Place
}

/** Reads a transcribed table and the description beside it. */
export const readTable = (
  root: string,
  folder: string,
  file: string,
  folderSource: string,
  known: ReadonlySet<string>,
  vocabulary: Vocabulary,
  complaints: Complaints,
): LoadedTable => {
  const id = file.replace(/\.yaml$/, '')
  const path = `${folder}/${file}`
  const { value: spec, placeOf } = readYaml(root, path, tableSchema, knownKeys)
  refuseUnknownNames(spec, placeOf, vocabulary)
  const csvPath = `${folder}/${id}.csv`
  const place: Place = { file: path, line: 1, column: 1 }
  if (!existsSync(`${root}/${csvPath}`)) throw new Problem(`${csvPath} is missing`, place, 'the transcribed table beside its description')
  const csv = readCsv(root, csvPath)
  const at = spec.at ?? { table: spec.table }
  const keys = spec.keys ?? csv.header.slice(0, 1)
  const inputs: Input[] = []

  const take = (
    row: string,
    column: string,
    more: Omit<Input, 'kind' | 'digits' | 'locator' | 'place' | 'unit' | 'scope' | 'cell' | 'grid'> & {
      unit: string | undefined
      scope: LooseScope | undefined
    },
    asker: Place,
  ) => {
    const cell = csv.cell(row, column, asker, keys)
    const printed = withoutMarks(cell.text, spec.marks)
    if (!isPrintedNumber(printed)) {
      // Of a look-alike is told once, with those of the whole table.
      if (!isMistakenNumeral(printed))
        complaints.add(
          printed === '' ? `the cell in row “${row}”, column “${column}” is empty` : `“${cell.text}” is not a number`,
          cell.place,
          cellHint(printed) ??
            'a plain numeral, as printed; where the page prints none, “columns:” at its row without this one; a sign beside a number goes to “marks:”',
        )
      return
    }
    const fullScope = scope.safeParse({ ...spec.scope, ...more.scope })
    if (!more.unit) complaints.add(`${more.id} has no unit`, asker, 'a “unit:” here or for the whole table')
    else if (!fullScope.success) complaints.add(`${more.id} has no scope`, asker, 'a “scope:” here or for the whole table')
    else if (!known.has(more.source))
      complaints.add(`the source “${more.source}” is not in data/sources.yaml`, asker, expectedNames(more.source, known))
    else {
      inputs.push({
        ...more,
        unit: more.unit,
        kind: 'cited',
        ...formOf(printed, { unit: more.unit }, cell.place, complaints),
        scope: defined(fullScope.data),
        locator: defined({ ...at, row: spec.keys ? row.replaceAll('.', ' / ') : row, column }),
        place: cell.place,
        cell: { table: id, row, column },
        ...(spec.rounding ? { rounding: spec.rounding } : {}),
        ...(spec.grid ? { grid: id } : {}),
      })
    }
  }

  refuseTwinNames(spec, placeOf, complaints)
  if (namesCells(spec)) {
    refuseTwinRows(csv, keys)
    refuseMistakenNumerals(csv, spec, complaints)
  }
  const source = spec.source ?? folderSource
  for (const [index, cell] of (spec.cells ?? []).entries()) {
    const asker = placeOf(['cells', index])
    complaints.attempt(() =>
      take(
        cell.row,
        cell.column,
        {
          id: cell.id,
          label: cell.label,
          source,
          unit: cell.unit ?? spec.unit,
          scope: { ...spec.scope, ...defined(cell.scope ?? {}) },
        },
        asker,
      ),
    )
  }
  const columns = (spec.columns ?? []).filter(({ column }, index) => {
    if (csv.header.includes(column)) return true
    complaints.add(`${csvPath} has no column “${column}”`, placeOf(['columns', index, 'column']), expectedNames(column, csv.header))
    return false
  })
  const rows: readonly Row[] = spec.rows
    ? spec.rows.map((row, index) => ({ ...row, place: placeOf(['rows', index]) }))
    : spec.keys
      ? csv.rows.map((row) => {
          const names = keys.map((key) => row[csv.header.indexOf(key)]?.text ?? '')
          const key = names.join('.')
          const words = names.map((name) => spec.words?.[name] ?? { zh: name, en: name })
          return { row: key, id: key, label: { zh: words.map(({ zh }) => zh).join(''), en: words.map(({ en }) => en).join(', ') }, place }
        })
      : []
  for (const row of rows) {
    if (!csv.has(row.row, keys)) {
      complaints.add(`${csvPath} has no row “${row.row}”`, row.place, expectedNames(row.row, csv.rowNames(keys)))
      continue
    }
    const only = row.columns
    for (const [index, column] of (only ?? []).entries()) {
      const known = (spec.columns ?? []).map((each) => each.column)
      if (!known.includes(column))
        complaints.add(
          `no column “${column}” is described`,
          placeOf(['rows', rows.indexOf(row), 'columns', index]),
          expectedNames(column, known),
        )
    }
    for (const column of columns) {
      if (only && !only.includes(column.column)) {
        const left = complaints.attempt(() => csv.cell(row.row, column.column, row.place, keys))
        if (left && isPrintedNumber(withoutMarks(left.text, spec.marks)))
          complaints.add(`the row “${row.row}” prints “${left.text}” here too`, left.place, `“${column.column}” among its “columns:”`)
        continue
      }
      const label = row.label ?? { zh: row.row, en: row.row }
      complaints.attempt(() =>
        take(
          row.row,
          column.column,
          {
            id: [spec.prefix ?? id, row.id, column.suffix].join('.'),
            label: { zh: `${label.zh}：${column.label.zh}`, en: `${label.en}: ${column.label.en}` },
            source: column.source ?? source,
            unit: row.unit ?? column.unit ?? spec.unit,
            scope: { ...spec.scope, ...defined(column.scope ?? {}), ...defined(row.scope ?? {}) },
            row: label,
            column: column.label,
            ...(spec.note ? { note: spec.note } : {}),
          },
          row.place,
        ),
      )
    }
  }
  const labels = (named: readonly (readonly [string, Bilingual | undefined])[]) =>
    Object.fromEntries(named.flatMap(([name, label]) => (label ? [[name, label]] : [])))
  return {
    id,
    source,
    number: spec.table,
    locator: at,
    csv,
    words: spec.words ?? {},
    rows: labels((spec.rows ?? []).map(({ row, label }) => [row, label])),
    columns: labels((spec.columns ?? []).map(({ column, label }) => [column, label])),
    keys,
    marks: spec.marks ?? [],
    ...defined({ title: spec.title, note: spec.note, restored: spec.restored }),
    unfollowed: (spec.notFollowing ?? []).flatMap((entry, index) =>
      cellsOf(csv, keys, id, entry, complaints, placeOf(['notFollowing', index])).map((cell) => ({ cell, reason: entry.reason })),
    ),
    spec,
    inputs,
    placeOf,
    place,
  }
}

type Spec = z.infer<typeof tableSchema>

/** Whether cells of a table are numbers that are named, and not words alone. */
const namesCells = ({ rows, columns, cells, keys }: Spec): boolean =>
  [rows, columns, cells, keys].some((list) => list !== undefined && list.length > 0)

/** Complains of lines that are described twice, and of two that go by one name in ids. */
const refuseTwinNames = (spec: Spec, placeOf: LoadedTable['placeOf'], complaints: Complaints): void => {
  const lists = [
    ['rows', 'row', spec.rows?.map(({ row }) => row)],
    ['rows', 'id', spec.rows?.map(({ id }) => id)],
    ['columns', 'column', spec.columns?.map(({ column }) => column)],
    ['columns', 'suffix', spec.columns?.map(({ suffix }) => suffix)],
    ['cells', 'id', spec.cells?.map(({ id }) => id)],
  ] as const
  for (const [list, key, names = []] of lists)
    for (const [index, name] of names.entries()) {
      const first = names.indexOf(name)
      if (first === index) continue
      const at = placeOf([list, first])
      complaints.add(
        `“${key}: ${name}” stands twice among the ${list}, first in line ${at.line}`,
        placeOf([list, index, key]),
        key === 'row' || key === 'column' ? `one entry for each ${key}` : 'a name of its own',
      )
    }
}

/** Complains of cells in columns of numbers that read as one to the eye and are none: a dash for a minus, a comma between thousands. */
const refuseMistakenNumerals = (csv: CsvFile, { columns = [], cells = [], marks }: Spec, complaints: Complaints): void => {
  const numbers = new Set([...columns, ...cells].map(({ column }) => column))
  for (const row of csv.rows)
    for (const [index, cell] of row.entries()) {
      const printed = withoutMarks(cell.text, marks)
      const fault = numbers.has(csv.header[index] ?? '') && isMistakenNumeral(printed) ? numeralFault(printed) : undefined
      if (fault) complaints.add(fault.what, cell.place, fault.expected)
    }
}

/** A row that is read: its name, its id and what it is called. */
type Row = NonNullable<z.infer<typeof tableSchema>['rows']>[number] & { readonly place: Place }

/** The cells of a row or a column, or those of them that “in:” names. */
const cellsOf = (
  csv: CsvFile,
  keys: readonly string[],
  table: string,
  {
    row,
    column,
    in: only,
  }: { readonly row?: string | undefined; readonly column?: string | undefined; readonly in?: readonly string[] | undefined },
  complaints: Complaints,
  asker: Place,
): CellReference[] => {
  const rows = csv.rowNames(keys)
  const columns = csv.header.filter((name) => !keys.includes(name))
  const unknown = (what: string, name: string, known: readonly string[]) => {
    if (!known.includes(name)) complaints.add(`${table}.csv has no ${what} “${name}”`, asker, expectedNames(name, known))
  }
  if (row !== undefined) unknown('row', row, rows)
  else if (column !== undefined) unknown('column', column, columns)
  for (const name of only ?? []) unknown(row === undefined ? 'row' : 'column', name, row === undefined ? rows : columns)
  if (row !== undefined) return (only ?? columns).map((each) => ({ table, row, column: each }))
  return column === undefined ? [] : (only ?? rows).map((each) => ({ table, row: each, column }))
}

/** A cell's digits without the marks that the source sets beside them. */
export const withoutMarks = (text: string, marks: readonly string[] = []): string =>
  marks.reduce((rest, mark) => rest.replaceAll(mark, ''), text).trim()
