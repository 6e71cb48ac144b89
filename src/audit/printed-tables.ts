/** The tables that sources print, as the audit lists them: with their checks, and how many of their cells cannot be followed. */
import { site } from '#site'
import type { Table } from '../../scripts/ledger/data/data-types.ts'
import type { Ledger } from '../../scripts/ledger/ledger.ts'
import type { CheckRecord } from '../../scripts/ledger/publish/record.ts'
import type { Bilingual } from '../../scripts/ledger/types.ts'

/** A transcribed table as the audit knows it. */
export interface AuditedTable {
  readonly id: string
  readonly title: Bilingual
  /** Absent for a grid of inputs that no source prints as a table. */
  readonly table?: Table
  /** The source's id and its number in the source. */
  readonly source: string
  readonly number?: string
  /** Results that its cells print, in its own order. */
  readonly checks: readonly CheckRecord[]
  /** Cells that look computed and cannot be recomputed. */
  readonly unfollowed: number
}

const orderIn = (ledger: Pick<Ledger, 'data'>, { table, row, column }: NonNullable<CheckRecord['cell']>): number => {
  const found = ledger.data.tables.get(table)
  if (!found) return 0
  return found.csv.rowNames(found.keys).indexOf(row ?? '') * 1000 + found.csv.header.indexOf(column ?? '')
}

type Tabled = Pick<Ledger, 'data' | 'figures' | 'checks'>

/** Every transcribed table, and the grids that no source prints, in the order of the sources. Each chapter’s links are held against them. */
export const tablesOf = (ledger: Tabled): readonly AuditedTable[] => {
  const known = found.get(ledger) ?? findTables(ledger)
  found.set(ledger, known)
  return known
}
const found = new WeakMap<Tabled, readonly AuditedTable[]>()

const findTables = (ledger: Tabled): readonly AuditedTable[] => {
  const { data, figures, checks } = ledger
  const made = [...data.tables.values()].map(
    (table): AuditedTable => ({
      id: table.id,
      title: table.title ?? { zh: `表${table.number}`, en: `Table ${table.number}` },
      table,
      source: table.source,
      number: table.number,
      checks: checks
        .flatMap((check) => (check.cell?.table === table.id ? [{ check, order: orderIn(ledger, check.cell) }] : []))
        .sort((a, b) => a.order - b.order)
        .map(({ check }) => check),
      unfollowed: table.unfollowed.length,
    }),
  )
  const known = new Set(made.map(({ id }) => id))
  const others = new Map([...figures.values()].flatMap(({ input }) => (input?.grid && !known.has(input.grid) ? [[input.grid, input]] : [])))
  return [
    ...made.sort((a, b) => a.source.localeCompare(b.source) || (a.number ?? '').localeCompare(b.number ?? '', 'en', { numeric: true })),
    ...[...others].map(([id, { source }]): AuditedTable => ({ id, title: topicTitle(id), source, checks: [], unfollowed: 0 })),
  ]
}

/** What the report calls a grid that has no title of its own. */
const topicTitle = (id: string): Bilingual => ({ zh: site.words.zh.topics[id] ?? id, en: site.words.en.topics[id] ?? id })
