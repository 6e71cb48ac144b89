import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { parse as parseCsv } from 'csv-parse/sync'
import { isMap, isScalar, LineCounter, type Node, parseDocument, type YAMLMap } from 'yaml'
import type { Bilingual, Qualifier } from './record.ts'

/** What a line of the data says of one printed value. */
export interface Transcription {
  readonly digits: string
  readonly unit: string
  readonly as: string | undefined
  readonly qualifier: Qualifier | null
  readonly assumed: boolean
}

/** A claim as `claims.yaml` has it. */
export interface Claim extends Transcription {
  readonly id: string
  readonly figure: string
  readonly source: string
  readonly withheld: boolean
  readonly cause: string | null
  readonly reason: Bilingual | null
}

/** The data that a ledger was made of, read by place. */
export interface Data {
  /** The value that stands under a figure's id at path:line. Throws where another, or none, stands there. */
  readonly at: (place: string, id: string) => Transcription
  /** Every input and every claim that the data hold. */
  readonly inputs: ReadonlySet<string>
  readonly claims: readonly Claim[]
  /** What a cell of a source's table prints. Throws where there is none. */
  readonly cell: (source: string, cell: Cell) => Transcription
}

/** A cell of a table by its printed labels. */
export interface Cell {
  readonly table: string
  readonly row?: string
  readonly column?: string
}

type Fields = Readonly<Record<string, unknown>>
const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)
const fieldsOf = (value: unknown): Fields => (typeof value === 'object' && value !== null ? (value as Fields) : {})
const listOf = (value: unknown): readonly Fields[] => (Array.isArray(value) ? value.map(fieldsOf) : [])

interface Table {
  readonly name: string
  readonly yaml: Fields
  readonly rows: readonly (readonly string[])[]
}

/** Opens the data below a folder. */
export const openData = (tree: string): Data => {
  const fileText = (file: string): string => readFileSync(`${tree}/${file}`, 'utf8')
  const kept = <T>(make: (file: string) => T): ((file: string) => T) => {
    const known = new Map<string, T>()
    return (file) => {
      if (!known.has(file)) known.set(file, make(file))
      return known.get(file) as T
    }
  }
  const yaml = kept((file) => {
    const lines = new LineCounter()
    const document = parseDocument(fileText(file), { lineCounter: lines, schema: 'failsafe' })
    return { document, lineOf: (node: Node) => lines.linePos(node.range?.[0] ?? 0).line, fields: fieldsOf(document.toJS()) }
  })
  const table = kept((file): Table => {
    const name = file.replace(/\.(csv|yaml)$/, '')
    return {
      name: basename(name),
      yaml: yaml(`${name}.yaml`).fields,
      rows: parseCsv(fileText(`${name}.csv`), { relax_column_count: true }) as string[][],
    }
  })

  /** Values of an inputs file by id, with the line of their keys. */
  const inputsIn = kept((file) => {
    const found = new Map<string, { readonly line: number; readonly value: Transcription }>()
    const walk = (map: YAMLMap, path: readonly string[]): void => {
      for (const { key, value } of map.items) {
        if (!isScalar(key) || !isMap(value)) continue
        const id = [...path, String(key.value)]
        if (!value.has('printed')) {
          walk(value, id)
          continue
        }
        const fields = value.toJSON() as Fields
        found.set(id.join('.'), {
          line: yaml(file).lineOf(key),
          value: {
            digits: text(fields.printed) ?? '',
            unit: text(fields.unit) ?? '',
            as: text(fields.as),
            qualifier: (text(fields.qualifier) ?? null) as Qualifier | null,
            assumed: fields.kind === 'assumed',
          },
        })
      }
    }
    const { contents } = yaml(file).document
    if (isMap(contents)) walk(contents, [])
    return found
  })

  /** The cell of a table for a row and column by their printed labels, without the marks that a table puts beside digits. */
  const cell = ({ yaml: about, rows }: Table, isRow: (cells: readonly string[]) => boolean, column: string) => {
    const [header = [], ...body] = rows
    const at = header.indexOf(column)
    const line = body.findIndex(isRow)
    const printed = body[line]?.[at]
    if (at < 0 || printed === undefined) throw new Error(`no such cell in column “${column}”`)
    const marks = Array.isArray(about.marks) ? about.marks.filter((mark) => typeof mark === 'string') : []
    return { digits: marks.reduce((rest, mark) => rest.replace(mark, ''), printed).trim(), line: line + 2 }
  }
  const columnUnit = (about: Fields, column: string): string =>
    text(listOf(about.columns).find((one) => one.column === column)?.unit) ?? text(about.unit) ?? '1'
  /** A row may have a unit of its own. */
  const unitIn = (about: Fields, row: string, column: string): string =>
    text(listOf(about.rows).find((one) => one.row === row)?.unit) ?? columnUnit(about, column)

  const prefixOf = ({ name, yaml: about }: Table): string => text(about.prefix) ?? name
  /** A row is named by its first cell, or by its keys: "domestic.agriculture". */
  const isRow = ({ yaml: about, rows }: Table, label: string) => {
    const [header = []] = rows
    const keys = Array.isArray(about.keys) ? about.keys.map((key) => header.indexOf(String(key))) : [0]
    return (cells: readonly string[]): boolean => keys.map((key) => cells[key]).join('.') === label
  }

  /** Where a table keeps the figure of an id. */
  const cellOf = (held: Table, id: string) => {
    const about = held.yaml
    const single = listOf(about.cells).find((one) => one.id === id)
    if (single) {
      const column = text(single.column) ?? ''
      return { ...cell(held, isRow(held, String(single.row)), column), unit: text(single.unit) ?? columnUnit(about, column) }
    }
    const column = listOf(about.columns).find(({ suffix }) => id.endsWith(`.${String(suffix)}`))
    if (!column) throw new Error(`no column of the table ends ${id}`)
    const row = id.slice(prefixOf(held).length + 1, -String(column.suffix).length - 1)
    const label = listOf(about.rows).find((one) => one.id === row)?.row ?? row
    return {
      ...cell(held, isRow(held, String(label)), text(column.column) ?? ''),
      unit: unitIn(about, String(label), text(column.column) ?? ''),
    }
  }

  /** A cell of the coding: nought or one, by what its case says. */
  const codingOf = (file: string, id: string) => {
    const [, name = '', aspect = '', what = ''] = id.split('.')
    const slug = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
    const one = fieldsOf(yaml(file).fields[slug])
    const evidence = fieldsOf(one.evidence)
    const dimensions = fieldsOf(one.dimensions)
    const holds: Readonly<Record<string, boolean>> = {
      mechanism: Array.isArray(one.mechanisms) && one.mechanisms.includes(what),
      grade: evidence.grade === what,
      measuredBy: evidence.measuredBy === what,
      said: what in dimensions,
      measured: dimensions[what] === 'measured',
    }
    const fields: Readonly<Record<string, string>> = {
      mechanism: 'mechanisms',
      grade: 'evidence',
      measuredBy: 'evidence',
      said: 'dimensions',
      measured: 'dimensions',
    }
    const known = holds[aspect]
    const node = yaml(file).document.get(slug)
    if (known === undefined || !isMap(node)) throw new Error(`${file} codes nothing as “${id}”`)
    const key = node.items.map((pair) => pair.key).find((key) => isScalar(key) && key.value === fields[aspect])
    return { digits: known ? '1' : '0', line: isScalar(key) ? yaml(file).lineOf(key) : yaml(file).lineOf(node) }
  }

  const at = (place: string, id: string): Transcription => {
    const [, file = '', line = ''] = /^(.*):(\d+)$/.exec(place) ?? []
    const found = ((): { readonly line: number; readonly value: Transcription } | undefined => {
      if (file.endsWith('.csv')) {
        const { digits, unit, line } = cellOf(table(file), id)
        return { line, value: { digits, unit, as: undefined, qualifier: null, assumed: false } }
      }
      if (file.startsWith('data/model/')) {
        const { digits, line } = codingOf(file, id)
        return { line, value: { digits, unit: '例', as: undefined, qualifier: null, assumed: true } }
      }
      return inputsIn(file).get(id)
    })()
    if (!found) throw new Error(`${file} holds no “${id}”`)
    if (found.line !== Number(line)) throw new Error(`${file} holds it in line ${found.line}, not in line ${line}`)
    return found.value
  }

  const files = (ending: string): readonly string[] =>
    readdirSync(`${tree}/data`, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith(`/${ending}`))
      .map((file) => `data/${file}`)
      .sort()

  const claimsIn = (file: string): readonly Claim[] => {
    const folder = dirname(file)
    const source = folder.split('/').at(-1) ?? ''
    const groups = listOf(yaml(file).document.toJS())
    const claim = (id: string, figure: string, digits: string, unit: string, one: Fields, group: Fields): Claim => ({
      id: `${figure}@${id}`,
      figure,
      source,
      digits,
      unit,
      as: text(one.as),
      qualifier: (text(one.qualifier) ?? text(group.qualifier) ?? null) as Qualifier | null,
      assumed: false,
      withheld: (one.withheld ?? group.withheld) === 'yes',
      cause: text(one.cause) ?? text(group.cause) ?? null,
      reason: (one.reason ?? group.reason ?? null) as Bilingual | null,
    })
    const input = (id: string): Transcription => {
      const found = inputsIn(`${folder}/inputs.yaml`).get(id)
      if (!found) throw new Error(`${folder}/inputs.yaml holds no “${id}”`)
      return found.value
    }
    return groups.flatMap((group) => {
      if (group.each !== undefined) {
        const each = fieldsOf(group.each)
        if (Array.isArray(each.inputs)) {
          return each.inputs.map(String).map((id) => {
            const { digits, unit, as, qualifier } = input(id)
            return claim('printed', id, digits, unit, { as, qualifier: qualifier ?? undefined }, group)
          })
        }
        const held = table(`${folder}/${text(each.table) ?? ''}.yaml`)
        return [each.column].flat().flatMap((label) => {
          const column = text(label) ?? ''
          const suffix = text(listOf(held.yaml.columns).find((one) => one.column === column)?.suffix) ?? ''
          return listOf(held.yaml.rows).map(({ row, id }) =>
            claim(
              `table-${text(held.yaml.table) ?? ''}`,
              `${prefixOf(held)}.${text(id) ?? ''}.${suffix}`,
              cell(held, isRow(held, String(row)), column).digits,
              unitIn(held.yaml, String(row), column),
              {},
              group,
            ),
          )
        })
      }
      return listOf(group.claims).map((one) => {
        const place = fieldsOf(one.cell)
        const own = text(one.unit) ?? text(group.unit)
        const [id, figure] = [text(one.id) ?? '', text(group.figure) ?? '']
        if (one.input !== undefined) {
          const { digits, unit, as, qualifier } = input(String(one.input))
          const words = { as: one.as ?? as, qualifier: one.qualifier ?? qualifier ?? undefined }
          return claim(id, figure, digits, text(one.unit) ?? unit, { ...one, ...words }, group)
        }
        if (one.cell === undefined) return claim(id, figure, text(one.printed) ?? '', own ?? '1', one, group)
        const held = table(`${folder}/${text(place.table) ?? ''}.yaml`)
        const column = text(place.column) ?? ''
        return claim(
          id,
          figure,
          cell(held, isRow(held, String(place.row)), column).digits,
          own ?? unitIn(held.yaml, String(place.row), column),
          one,
          group,
        )
      })
    })
  }

  return {
    at,
    cell: (source, { table: name, row = '', column = '' }) => {
      const held = table(`data/${source}/${name}.yaml`)
      const { digits } = cell(held, isRow(held, row), column)
      return { digits, unit: unitIn(held.yaml, row, column), as: undefined, qualifier: null, assumed: false }
    },
    inputs: new Set(files('inputs.yaml').flatMap((file) => [...inputsIn(file).keys()])),
    claims: existsSync(`${tree}/data`) ? files('claims.yaml').flatMap(claimsIn) : [],
  }
}
