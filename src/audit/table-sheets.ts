import { site } from '#site'
import type { Table } from '../../scripts/ledger/data/data-types.ts'
import type { Figure } from '../../scripts/ledger/figures/compute.ts'
import { signedOperands } from '../../scripts/ledger/figures/meaning.ts'
import type { Ledger } from '../../scripts/ledger/ledger.ts'
import type { CheckRecord } from '../../scripts/ledger/publish/record.ts'
import { type Bilingual, type Language, verdicts } from '../../scripts/ledger/types.ts'
import { byGravity } from './checks.ts'

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

/** The checks of one cell that end alike. */
export interface Mark {
  readonly verdict: CheckRecord['verdict']
  readonly claims: readonly string[]
}

/** The signs of verdicts beside a printed number; their words stand in the legend and for those who do not see them. */
export const signs = {
  exact: '✓',
  'within-rounding': '≈',
  discrepant: '✗',
  conflicting: '≠',
  'not-recomputable': '○',
} as const satisfies Record<CheckRecord['verdict'], string>

/** One mark for each verdict among the checks, the gravest first. */
export const marksOf = (checks: readonly CheckRecord[]): readonly Mark[] =>
  byGravity.flatMap((verdict) => {
    const claims = checks.filter((check) => check.verdict === verdict).map(({ claim }) => claim)
    return claims.length > 0 ? [{ verdict, claims }] : []
  })

/** How many signs the fullest cell of each column has. */
export const roomOf = (
  rows: readonly (readonly { readonly checks: readonly CheckRecord[]; readonly unfollowed?: boolean }[])[],
): readonly number[] =>
  (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => Math.max(marksOf(row[column]?.checks ?? []).length, row[column]?.unfollowed ? 1 : 0))),
  )

/** The verdicts that a legend has to explain. */
export const verdictsIn = (checks: readonly CheckRecord[]): readonly CheckRecord['verdict'][] =>
  verdicts.filter((verdict) => checks.some((check) => check.verdict === verdict))

/** A cell as it is printed, and what is known of it. */
export interface SheetCell {
  readonly id?: string
  readonly text: string
  /** What a label means in the reader's language, where that is not how it is printed. */
  readonly gloss?: string
  readonly heading: boolean
  readonly number: boolean
  readonly figure?: Figure
  readonly checks: readonly CheckRecord[]
  /** Looks computed and cannot be recomputed. */
  readonly unfollowed: boolean
}

export interface Sheet {
  readonly head: readonly SheetCell[]
  readonly rows: readonly (readonly SheetCell[])[]
  /** Columns that head each row. */
  readonly keys: number
}

const plain = { heading: false, number: false, checks: [], unfollowed: false } as const

/** A label without what does not tell it from another: spaces, capitals, and the word for a year after its number. */
const plainly = (text: string): string => text.replace(/\s|(?<=\d)年$/g, '').toLowerCase()

const keyOf = (row: string | undefined, column: string | undefined): string => `${row ?? ''}\n${column ?? ''}`

const printedSheet = (table: Table, ledger: Ledger, language: Language): Sheet => {
  const { csv, keys, words, rows, columns } = table
  const inputs = new Map(
    [...ledger.figures.values()].flatMap((figure) => {
      const { cell } = figure.input ?? {}
      return cell?.table === table.id ? [[keyOf(cell.row, cell.column), figure] as const] : []
    }),
  )
  const checks = Map.groupBy(
    ledger.checks.filter(({ cell }) => cell?.table === table.id),
    ({ cell }) => keyOf(cell?.row, cell?.column),
  )
  const unfollowed = new Set(table.unfollowed.map(({ cell }) => keyOf(cell.row, cell.column)))
  const glossed = (text: string, known: Bilingual | undefined): { gloss?: string } => {
    const gloss = known?.[language]
    return gloss && plainly(gloss) !== plainly(text) ? { gloss } : {}
  }
  const bare = (text: string) => table.marks.reduce((rest, mark) => rest.replaceAll(mark, ''), text).trim()
  const isNumber = csv.header.map(
    (name, position) => !keys.includes(name) && csv.rows.some((row) => /^[-−]?\d+(\.\d+)?$/.test(bare(row[position]?.text ?? ''))),
  )
  return {
    keys: keys.length,
    head: csv.header.map((text, index) => ({
      ...plain,
      ...glossed(text, columns[text] ?? words[text]),
      text,
      heading: true,
      number: isNumber[index] ?? false,
      checks: checks.get(keyOf('', text)) ?? [],
    })),
    rows: csv.rows.map((row, index) => {
      const name = csv.rowNames(keys)[index] ?? ''
      return row.map(({ text }, position): SheetCell => {
        const column = csv.header[position] ?? ''
        const heading = keys.includes(column)
        const key = keyOf(name, column)
        const figure = inputs.get(key)
        return {
          ...plain,
          ...(figure ? { figure, id: figure.id } : {}),
          ...(heading || !figure ? glossed(text, (heading ? rows[text] : undefined) ?? words[text]) : {}),
          text,
          heading,
          number: isNumber[position] ?? false,
          checks: heading ? (position === 0 ? (checks.get(keyOf(name, '')) ?? []) : []) : (checks.get(key) ?? []),
          unfollowed: unfollowed.has(key),
        }
      })
    }),
  }
}

/** A grid that no source prints: ids say which row a cell is of, and a cell’s label names row and column, parted by a colon. */
const gridSheet = (id: string, ledger: Ledger, language: Language): Sheet => {
  const colon = language === 'zh' ? '：' : ': '
  const parts = (figure: Figure): readonly [string, string] => {
    const label = figure.label[language]
    const at = label.indexOf(colon)
    return [label.slice(0, at), label.slice(at + colon.length)]
  }
  const cells = [...ledger.figures.values()].filter(({ input }) => input?.grid === id)
  const rows = Map.groupBy(cells, (figure) => figure.id.split('.')[1] ?? '')
  const [first = []] = rows.values()
  return {
    keys: 1,
    head: ['', ...first.map((figure) => parts(figure)[1])].map((text, index) => ({ ...plain, text, heading: true, number: index > 0 })),
    rows: [...rows.values()].map((row) => [
      { ...plain, text: row[0] ? parts(row[0])[0] : '', heading: true },
      ...row.map((figure) => ({ ...plain, text: figure.input?.digits ?? '', number: true, figure, id: figure.id })),
    ]),
  }
}

/** A table as it is printed, cell by cell, with the figure that each is and the checks on it. */
export const sheetOf = ({ id, table }: AuditedTable, ledger: Ledger, language: Language): Sheet =>
  table ? printedSheet(table, ledger, language) : gridSheet(id, ledger, language)

/** What a result was recomputed from: the printed digits, and the signs between them; commas where it is no plain sum or quotient. */
export interface Recomputation {
  readonly operands: readonly Figure[]
  readonly signs: readonly string[]
  /** How many there are, where only the first and the last are told. */
  readonly all: number
}

const longest = 8

export const recomputationOf = ({ figures }: Pick<Ledger, 'figures'>, id: string, comma: string): Recomputation => {
  const figure = figures.get(id)
  const terms =
    (figure && signedOperands(figure)) ?? (figure?.from ?? []).map((each, index) => ({ id: each, sign: index === 0 ? '' : comma }))
  const shown = terms.length > longest ? [...terms.slice(0, 2), ...terms.slice(-1)] : terms
  return {
    operands: shown.flatMap((term) => figures.get(term.id) ?? []),
    signs: shown.map(({ sign }, index) => (terms.length > longest && index === shown.length - 1 ? `${sign}…${sign}` : sign)),
    all: terms.length,
  }
}
