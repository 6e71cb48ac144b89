/** The tables that authors write, content/tables/<id>.yaml. */
import { existsSync, readdirSync } from 'node:fs'
import { readText } from '../../scripts/ledger/data/read-text.ts'
import { readYaml } from '../../scripts/ledger/data/read-yaml.ts'
import { Complaints, type Problem } from '../../scripts/ledger/problem.ts'
import { type TableFile, tableFileKeys, tableFileSchema } from './table-file.ts'

const folder = 'content/tables'

/** Where a table is written, from the project's folder. */
export const tableFilePath = (id: string): string => `${folder}/${id}.yaml`

const filesIn = (root: string): readonly string[] =>
  existsSync(`${root}/${folder}`)
    ? readdirSync(`${root}/${folder}`)
        .filter((name) => !/^\.|~$/.test(name))
        .sort()
    : []

const idOf = (name: string): string => name.replace(/\.ya?ml$/, '')

/** The ids that chapters may name: there is a file, be it sound or not. */
export const tableIds = (root: string): readonly string[] => filesIn(root).map(idOf)

export interface TablesRead {
  /** The tables whose files could be read, by id. */
  readonly tables: ReadonlyMap<string, TableFile>
  readonly problems: readonly Problem[]
}

/** A file is read again when it has changed; while the report is written, each table of a page asks for all. */
const known = new Map<string, { readonly text: string; readonly table: TableFile }>()

const readTable = (root: string, id: string): TableFile => {
  const file = tableFilePath(id)
  const text = readText(root, file)
  const before = known.get(`${root}/${file}`)
  if (before?.text === text) return before.table
  const { value: written, placeOf } = readYaml(root, file, tableFileSchema, tableFileKeys)
  const table = { id, written, placeOf }
  known.set(`${root}/${file}`, { text, table })
  return table
}

/** Reads every table file and holds it against its schema; what is wrong is told file by file. */
export const readTables = (root: string): TablesRead => {
  const complaints = new Complaints()
  const tables = new Map<string, TableFile>()
  for (const name of filesIn(root)) {
    const id = idOf(name)
    if (name !== `${id}.yaml` || !/^[a-z][a-z0-9-]*$/.test(id)) {
      const wanted = id
        .replace(/([A-Z])/g, '-$1')
        .replace(/[^A-Za-z0-9]+/g, '-')
        .toLowerCase()
        .replace(/^-|-$/g, '')
      complaints.add(
        `a table’s file is called by its id, in small letters, digits and hyphens, and ends in .yaml: not ${name}`,
        { file: `${folder}/${name}`, line: 1, column: 1 },
        tableFilePath(/^[a-z]/.test(wanted) ? wanted : 'my-table'),
      )
      continue
    }
    const table = complaints.attempt(() => readTable(root, id))
    if (table) tables.set(id, table)
  }
  return { tables, problems: complaints.list }
}
