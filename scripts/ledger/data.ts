import { existsSync, readdirSync } from 'node:fs'
import { z } from 'zod'
import { type Locator, locatorSchema, locatorText } from './locator.ts'
import { isNumeral } from './printed.ts'
import { Complaints, expectedNames, Problem } from './problem.ts'
import { type CsvFile, readCsv } from './read-csv.ts'
import { readYaml } from './read-yaml.ts'
import type { Bilingual, Cause, Place, Qualifier, Scope, SourceRecord } from './types.ts'
import { printedUnits } from './units.ts'

const bilingual = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) })
const qualifier = z.enum(['about', 'over', 'nearly'])
const period = z.string().regex(/^\d{4}(-\d{2})?(\/\d{4}(-\d{2})?)?$/, 'a period is written 2019, 2019-01 or 2004/2020')
const measure = z.enum(['opportunities', 'head-count', 'person-times', 'posts', 'accounts', 'mixed'])
const scope = z.strictObject({
  period,
  entity: z.string().min(1),
  reach: z.enum(['direct', 'indirect', 'total']).optional(),
  measure: measure.optional(),
})
const partialScope = scope.partial()
/** A scope as the schemas parse it, before keys without a value are dropped. */
type LooseScope = z.infer<typeof partialScope>
const printed = z.string().refine(isNumeral, 'printed is a plain numeral, digits as the page has them; other words go to “as”')
const unit = z.enum(Object.keys(printedUnits) as [string, ...string[]])

const sourcesSchema = z.record(
  z.string(),
  z.strictObject({
    title: bilingual,
    authors: bilingual,
    year: z.string().regex(/^\d{4}$/, 'a year has four digits'),
    publisher: bilingual,
    language: z.string().min(1),
  }),
)

const inputSchema = z.strictObject({
  kind: z.enum(['cited', 'assumed']).optional(),
  printed,
  as: z.string().optional(),
  qualifier: qualifier.optional(),
  unit,
  scope,
  at: locatorSchema.optional(),
  label: bilingual,
  note: bilingual.optional(),
  source: z.string().optional(),
})

/** Groups of inputs nest; a leaf is what has `printed`. */
type InputTree = { readonly [name: string]: InputTree | z.infer<typeof inputSchema> }
const isInputLike = (node: unknown): boolean =>
  typeof node === 'object' && node !== null && ['printed', 'unit', 'label', 'scope'].some((key) => key in node)
const inputTree: z.ZodType<InputTree> = z.lazy(() =>
  z.record(
    z.string().regex(/^[a-z][A-Za-z0-9]*$/, 'a name is one word in camelCase'),
    z.unknown().transform((node, context) => {
      const result = (isInputLike(node) ? inputSchema : inputTree).safeParse(node, { reportInput: true })
      if (result.success) return result.data
      for (const issue of result.error.issues) context.issues.push({ ...issue, input: issue.input } as z.core.$ZodRawIssue)
      return z.NEVER
    }),
  ),
) as z.ZodType<InputTree>

const tableSchema = z.strictObject({
  table: z.string(),
  at: locatorSchema.optional(),
  source: z.string().optional(),
  unit: unit.optional(),
  scope: scope.optional(),
  marks: z.array(z.string()).optional(),
  prefix: z.string().optional(),
  /** Columns that together name a row; the first column if none are given. */
  keys: z.array(z.string()).optional(),
  rows: z.array(z.strictObject({ row: z.string(), id: z.string(), label: bilingual.optional() })).optional(),
  columns: z
    .array(
      z.strictObject({
        column: z.string(),
        suffix: z.string(),
        unit: unit.optional(),
        /** Another source than the table's, where a column was joined to it. */
        source: z.string().optional(),
        scope: partialScope.optional(),
        label: bilingual,
      }),
    )
    .optional(),
  cells: z.array(z.strictObject({ row: z.string(), column: z.string(), id: z.string(), label: bilingual })).optional(),
  words: z.record(z.string(), bilingual).optional(),
})

const cellReference = z.strictObject({ table: z.string(), row: z.string(), column: z.string() })
const cause = z.enum([
  'forced-additivity',
  'premature-rounding',
  'false-precision',
  'scope-clash',
  'unit-slip',
  'rounded-inputs',
  'slip-of-wording',
  'withheld-data',
])
const judgement = {
  cause: cause.optional(),
  reason: bilingual.optional(),
}
const claimSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/, 'a claim id is written in small letters, digits and hyphens'),
  printed: printed.optional(),
  as: z.string().optional(),
  cell: cellReference.optional(),
  qualifier: qualifier.optional(),
  unit: unit.optional(),
  scope: partialScope.optional(),
  at: locatorSchema.optional(),
  ...judgement,
})
const claimGroup = z.strictObject({
  figure: z.string().optional(),
  /** A whole column of a table, each cell a claim on the input that the same cell is. */
  each: z.strictObject({ table: z.string(), column: z.string() }).optional(),
  unit: unit.optional(),
  /** The source keeps back what it computed this from. */
  withheld: z.enum(['yes']).optional(),
  ...judgement,
  claims: z.array(claimSchema).optional(),
})
const claimsSchema = z.array(claimGroup)

/** The keys of all these files, to offer where one is misspelt. */
const knownKeys = [
  ...new Set([inputSchema, scope, locatorSchema, tableSchema, claimSchema, claimGroup].flatMap(({ shape }) => Object.keys(shape))),
]

const glossarySchema = z.record(
  z.string(),
  z.strictObject({ zh: z.string().min(1), en: z.string().min(1), definition: bilingual.optional(), code: z.string().optional() }),
)

/** A value as a source prints it, or an assumption of ours. */
export interface Input {
  readonly id: string
  readonly kind: 'cited' | 'assumed'
  readonly source: string
  /** Digits as printed. */
  readonly digits: string
  readonly as?: string
  readonly qualifier?: Qualifier
  readonly unit: string
  readonly scope: Scope
  readonly label: Bilingual
  readonly note?: Bilingual
  readonly locator?: Locator
  readonly place: Place
  /** The grid of cells it belongs to, where it is one of hundreds and not told one by one. */
  readonly grid?: string
}

/** What a source prints as its result for a figure. */
export interface Claim {
  readonly id: string
  readonly figure: string
  readonly source: string
  readonly digits: string
  readonly as?: string
  readonly qualifier?: Qualifier
  readonly unit: string
  readonly scope?: Partial<Scope>
  readonly locator: Locator
  readonly withheld: boolean
  readonly cause?: Cause
  readonly reason?: Bilingual
  readonly place: Place
  /** Where the group of claims on the same figure begins. */
  readonly group: Place
}

/** A transcribed table: its cells as printed and, for tables of words, what they say in both languages. */
export interface Table {
  readonly id: string
  readonly source: string
  readonly number: string
  readonly locator: Locator
  readonly csv: CsvFile
  readonly words: Readonly<Record<string, Bilingual>>
  readonly place: Place
}

export interface Term {
  readonly id: string
  readonly zh: string
  readonly en: string
  readonly definition?: Bilingual
}

export interface Data {
  readonly sources: readonly SourceRecord[]
  readonly inputs: readonly Input[]
  readonly claims: readonly Claim[]
  readonly tables: ReadonlyMap<string, Table>
  readonly terms: ReadonlyMap<string, Term>
}

/** Drops keys without a value, as exact optional properties ask. */
const defined = <T extends object>(value: T) =>
  Object.fromEntries(Object.entries(value).filter(([, v]) => v !== undefined)) as {
    [K in keyof T as undefined extends T[K] ? never : K]: T[K]
  } & { [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined> }

interface LoadedTable extends Table {
  readonly spec: z.infer<typeof tableSchema>
  readonly inputs: readonly Input[]
}

/** Reads all of `data/`. Everything wrong in it is reported together. */
export const readData = (root: string): Data => {
  const complaints = new Complaints()
  const sourcesFile = complaints.attempt(() => readYaml(root, 'data/sources.yaml', sourcesSchema))
  complaints.stopIfAny()
  const sources = Object.entries(sourcesFile?.value ?? {}).map(([id, { year, ...rest }]) => ({ id, ...rest, year: Number(year) }))
  const known = new Set(sources.map(({ id }) => id))

  const inputs: Input[] = []
  const claims: Claim[] = []
  const tables = new Map<string, Table>()
  for (const entry of readdirSync(`${root}/data`, { withFileTypes: true })) {
    if (!entry.isDirectory() || known.has(entry.name)) continue
    complaints.add(
      `no source is called “${entry.name}”, and the folder data/${entry.name} would not be read`,
      sourcesFile?.placeOf([]) ?? { file: 'data/sources.yaml', line: 1, column: 1 },
      expectedNames(entry.name, known),
    )
  }
  for (const source of known) {
    const folder = `data/${source}`
    if (!existsSync(`${root}/${folder}`)) continue
    const loaded = new Map<string, LoadedTable>()
    // What is wrong with a table is told once, not again by each claim on it.
    const broken = new Set<string>()
    const files = readdirSync(`${root}/${folder}`).sort()
    for (const file of files.filter((name) => name.endsWith('.csv') && !files.includes(name.replace(/csv$/, 'yaml')))) {
      complaints.add(
        'the table has no description',
        { file: `${folder}/${file}`, line: 1, column: 1 },
        `${file.replace(/csv$/, 'yaml')} beside it`,
      )
    }
    for (const file of files.filter((name) => name.endsWith('.yaml') && name !== 'inputs.yaml' && name !== 'claims.yaml')) {
      const table = complaints.attempt(() => readTable(root, folder, file, source, known, complaints))
      if (!table) {
        broken.add(file.replace(/\.yaml$/, ''))
        continue
      }
      const taken = tables.get(table.id)
      if (taken) complaints.add(`the table ${table.id} is already taken at ${taken.place.file}`, table.place, 'a name of its own')
      loaded.set(table.id, table)
      tables.set(table.id, table)
      inputs.push(...table.inputs)
    }
    if (files.includes('inputs.yaml')) {
      complaints.attempt(() => inputs.push(...readInputs(root, `${folder}/inputs.yaml`, source, known, complaints)))
    }
    if (files.includes('claims.yaml')) {
      complaints.attempt(() => claims.push(...readClaims(root, `${folder}/claims.yaml`, source, loaded, broken, complaints)))
    }
  }
  const terms = new Map<string, Term>()
  complaints.attempt(() => {
    for (const [id, term] of Object.entries(readYaml(root, 'data/glossary.yaml', glossarySchema).value)) {
      terms.set(id, { id, ...defined(term) })
    }
  })
  refuseDuplicates(inputs, 'figure', complaints)
  refuseDuplicates(claims, 'claim', complaints)
  complaints.stopIfAny()
  return { sources, inputs, claims, tables, terms }
}

const refuseDuplicates = (items: readonly { id: string; place: Place }[], what: string, complaints: Complaints): void => {
  const seen = new Map<string, Place>()
  for (const { id, place } of items) {
    const first = seen.get(id)
    if (first) complaints.add(`the ${what} id ${id} is already taken at ${first.file}:${first.line}`, place, 'an id of its own')
    else seen.set(id, place)
  }
}

const readInputs = (root: string, file: string, folderSource: string, known: ReadonlySet<string>, complaints: Complaints): Input[] => {
  const { value, placeOf } = readYaml(root, file, inputTree, knownKeys)
  const found: Input[] = []
  const walk = (tree: InputTree, path: readonly string[]): void => {
    for (const [name, node] of Object.entries(tree)) {
      const here = [...path, name]
      if (!('printed' in node)) {
        walk(node as InputTree, here)
        continue
      }
      const leaf = node as z.infer<typeof inputSchema>
      const kind = leaf.kind ?? 'cited'
      const place = placeOf(here)
      if (leaf.source && !known.has(leaf.source)) {
        complaints.add(
          `the source “${leaf.source}” is not in data/sources.yaml`,
          placeOf([...here, 'source']),
          expectedNames(leaf.source, known),
        )
      }
      if (kind === 'cited' && !leaf.at)
        complaints.add(`${here.join('.')} has no locator`, place, '“at:” with chapter, section, table, row, ...')
      if (kind === 'assumed' && !leaf.note)
        complaints.add(`${here.join('.')} is assumed and does not say why`, place, '“note:” in zh and en')
      const { printed: digits, at, source: own, ...rest } = leaf
      found.push({
        ...defined({ ...rest, locator: at }),
        scope: defined(leaf.scope),
        id: here.join('.'),
        kind,
        source: own ?? folderSource,
        digits,
        place,
      })
    }
  }
  walk(value, [])
  return found
}

const readTable = (
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
            ...(keys ? { grid: id } : {}),
          },
          row.place,
        ),
      )
    }
  }
  return { id, source, number: spec.table, locator: at, csv, words: spec.words ?? {}, spec, inputs, place }
}

const withoutMarks = (text: string, marks: readonly string[] = []): string =>
  marks.reduce((rest, mark) => rest.replaceAll(mark, ''), text).trim()

const readClaims = (
  root: string,
  file: string,
  source: string,
  tables: ReadonlyMap<string, LoadedTable>,
  broken: ReadonlySet<string>,
  complaints: Complaints,
): Claim[] => {
  const { value: groups, placeOf } = readYaml(root, file, claimsSchema, knownKeys)
  const found: Claim[] = []
  const tableNamed = (name: string, asker: Place): LoadedTable => {
    const table = tables.get(name)
    if (!table) throw new Problem(`there is no table “${name}” beside this file`, asker, expectedNames(name, tables.keys()))
    return table
  }
  for (const [index, group] of groups.entries()) {
    const groupPlace = placeOf([index])
    const withheld = group.withheld === 'yes'
    if (group.each) {
      const { table: name, column } = group.each
      if (broken.has(name)) continue
      const table = complaints.attempt(() => tableNamed(name, groupPlace))
      if (table && !table.csv.header.includes(column)) {
        complaints.add(`${name}.csv has no column “${column}”`, placeOf([index, 'each', 'column']), expectedNames(column, table.csv.header))
      }
      for (const input of table?.inputs.filter(({ locator }) => locator?.column === column) ?? []) {
        found.push({
          id: `${input.id}@table-${table?.number}`,
          figure: input.id,
          source,
          digits: input.digits,
          unit: input.unit,
          locator: input.locator ?? {},
          withheld,
          place: groupPlace,
          group: groupPlace,
          ...defined({ qualifier: input.qualifier, cause: group.cause, reason: group.reason }),
        })
      }
      continue
    }
    const { figure } = group
    if (!figure) {
      complaints.add('a group of claims names no figure', groupPlace, '“figure:” with an id, or “each:” with a table and column')
      continue
    }
    for (const [position, claim] of (group.claims ?? []).entries()) {
      const place = placeOf([index, 'claims', position])
      if (claim.cell && broken.has(claim.cell.table)) continue
      complaints.attempt(() => {
        const table = claim.cell ? tableNamed(claim.cell.table, place) : undefined
        const digits =
          table && claim.cell
            ? withoutMarks(table.csv.cell(claim.cell.row, claim.cell.column, place, table.spec.keys).text, table.spec.marks)
            : claim.printed
        if (!digits) throw new Problem(`the claim ${claim.id} prints nothing`, place, '“printed:” or “cell:”')
        const columnSpec = table?.spec.columns?.find(({ column }) => column === claim.cell?.column)
        const claimUnit = claim.unit ?? group.unit ?? columnSpec?.unit ?? table?.spec.unit
        if (!claimUnit) throw new Problem(`the claim ${claim.id} has no unit`, place, expectedNames('', Object.keys(printedUnits)))
        const locator = table && claim.cell ? { ...table.locator, row: claim.cell.row, column: claim.cell.column } : claim.at
        if (!locator) throw new Problem(`the claim ${claim.id} has no locator`, place, '“at:” with chapter, section, paragraph, ...')
        found.push({
          id: `${figure}@${claim.id}`,
          figure,
          source,
          digits,
          unit: claimUnit,
          locator: defined(locator),
          withheld,
          place,
          group: groupPlace,
          ...defined({
            as: claim.as,
            qualifier: claim.qualifier,
            cause: claim.cause ?? group.cause,
            reason: claim.reason ?? group.reason,
            scope: claim.scope && defined(claim.scope),
          }),
        })
      })
    }
  }
  return found
}

/** A printed value with its unit, as the source prints it: "2010.6 万个", "近百万个". */
export const printedText = ({ digits, as, unit }: Pick<Input | Claim, 'digits' | 'as' | 'unit'>): string =>
  as ?? (unit === '1' ? digits : unit === '%' ? `${digits}%` : `${digits} ${unit}`)

export { locatorText }
