import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { parse as parseCsv } from 'csv-parse/sync'
import { type Document, LineCounter, type Node, parseDocument } from 'yaml'
import { type Fields, fieldsOf } from './fields.ts'

export interface YamlFile {
  readonly document: Document
  readonly lineOf: (node: Node) => number
  readonly fields: Fields
}

/** A transcribed table: its description, and its cells as printed. */
export interface Table {
  /** The name of its file, without the ending. */
  readonly name: string
  readonly about: Fields
  readonly rows: readonly (readonly string[])[]
}

/** The files below a folder, each read once. */
export interface DataFiles {
  readonly yaml: (file: string) => YamlFile
  /** A table by either of its two files. */
  readonly table: (file: string) => Table
  /** The files of this name in the folders of the sources. */
  readonly named: (name: string) => readonly string[]
}

export const openFiles = (tree: string): DataFiles => {
  const textOf = (file: string): string => readFileSync(`${tree}/${file}`, 'utf8')
  const yaml = once((file) => readYaml(textOf(file)))
  const table = once((file): Table => {
    const path = file.replace(/\.(csv|yaml)$/, '')
    return {
      name: basename(path),
      about: yaml(`${path}.yaml`).fields,
      rows: parseCsv(textOf(`${path}.csv`), { relax_column_count: true }) as string[][],
    }
  })
  const named = (name: string): readonly string[] => {
    if (!existsSync(`${tree}/data`)) return []
    return readdirSync(`${tree}/data`, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith(`/${name}`))
      .map((file) => `data/${file}`)
      .sort()
  }
  return { yaml, table, named }
}

const readYaml = (source: string): YamlFile => {
  const lines = new LineCounter()
  const document = parseDocument(source, { lineCounter: lines, schema: 'failsafe' })
  return { document, lineOf: (node) => lines.linePos(node.range?.[0] ?? 0).line, fields: fieldsOf(document.toJS()) }
}

/** The same function, which remembers what it made of each file. */
export const once = <T>(make: (file: string) => T): ((file: string) => T) => {
  const made = new Map<string, T>()
  return (file) => {
    if (!made.has(file)) made.set(file, make(file))
    return made.get(file) as T
  }
}
