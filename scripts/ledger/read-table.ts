import { existsSync } from 'node:fs'
import type { z } from 'zod'
import { knownKeys, type LooseScope, scope, tableSchema } from './data-schemas.ts'
import { defined, type Input, type Table } from './data-types.ts'
import { isNumeral } from './printed.ts'
import { type Complaints, expectedNames, Problem } from './problem.ts'
import { readCsv } from './read-csv.ts'
import { readYaml } from './read-yaml.ts'
import type { Place } from './types.ts'

/** A table with its description, and the inputs that its cells are. */
export interface LoadedTable extends Table {
  readonly spec: z.infer<typeof tableSchema>
  readonly inputs: readonly Input[]
}

/** Reads a transcribed table and the description beside it. */
export const readTable = (
  root: string,
  folder: string,
  file: string,
  folderSource: string,
  known: ReadonlySet<string>,
  complaints: Complaints,
): LoadedTable => {
  const id = file.replace(/\.yaml$/, '')
  const path = `${folder}/${file}`
  const { value: spec, placeOf } = readYaml(root, path, tableSchema, knownKeys)
  const csvPath = `${folder}/${id}.csv`
  const place: Place = { file: path, line: 1, column: 1 }
  if (!existsSync(`${root}/${csvPath}`)) throw new Problem(`${csvPath} is missing`, place, 'the transcribed table beside its description')
  const csv = readCsv(root, csvPath)
  const at = spec.at ?? { table: spec.table }
  const inputs: Input[] = []

  const take = (
    row: string,
    column: string,
    more: Omit<Input, 'kind' | 'digits' | 'locator' | 'place' | 'unit' | 'scope'> & {
      unit: string | undefined
      scope: LooseScope | undefined
    },
    asker: Place,
  ) => {
    const cell = csv.cell(row, column, asker, spec.keys)
    const digits = withoutMarks(cell.text, spec.marks)
    if (!isNumeral(digits)) {
      complaints.add(`“${cell.text}” is not a number`, cell.place, 'a plain numeral, as printed')
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
        digits,
        scope: defined(fullScope.data),
        locator: defined({ ...at, row: spec.keys ? row.replaceAll('.', ' / ') : row, column }),
        place: cell.place,
      })
    }
  }

  const source = spec.source ?? folderSource
  for (const [index, cell] of (spec.cells ?? []).entries()) {
    const asker = placeOf(['cells', index])
    complaints.attempt(() =>
      take(cell.row, cell.column, { id: cell.id, label: cell.label, source, unit: spec.unit, scope: spec.scope }, asker),
    )
  }
  const { keys } = spec
  const rows = spec.rows
    ? spec.rows.map((row, index) => ({ ...row, place: placeOf(['rows', index]) }))
    : keys
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
    for (const column of spec.columns ?? []) {
      const label = row.label ?? { zh: row.row, en: row.row }
      complaints.attempt(() =>
        take(
          row.row,
          column.column,
          {
            id: [spec.prefix ?? id, row.id, column.suffix].join('.'),
            label: { zh: `${label.zh}：${column.label.zh}`, en: `${label.en}: ${column.label.en}` },
            source: column.source ?? source,
            unit: column.unit ?? spec.unit,
            scope: { ...spec.scope, ...defined(column.scope ?? {}) },
            row: label,
            ...(spec.note ? { note: spec.note } : {}),
            ...(keys ? { grid: id } : {}),
          },
          row.place,
        ),
      )
    }
  }
  return { id, source, number: spec.table, locator: at, csv, words: spec.words ?? {}, spec, inputs, place }
}

/** A cell's digits without the marks that the source sets beside them. */
export const withoutMarks = (text: string, marks: readonly string[] = []): string =>
  marks.reduce((rest, mark) => rest.replaceAll(mark, ''), text).trim()
