import { existsSync, readdirSync } from 'node:fs'
import { Complaints, expectedNames, Problems } from '../problem.ts'
import type { SourceRecord } from '../publish/record.ts'
import { type Extended, type Report, reportFile } from '../report.ts'
import type { Place } from '../types.ts'
import { refuseFarPeriods, refuseLaterYears, refuseTwinLabels } from './check-inputs.ts'
import { refuseUnknownChapters } from './check-places.ts'
import { refuseUnfollowed } from './check-tables.ts'
import type { Conflict } from './conflict-types.ts'
import type { SourcePart } from './contents-types.ts'
import { refuseOtherDigits, refuseOtherUnit } from './copied-digits.ts'
import { glossarySchema, inputGroups, isInput, knownKeys } from './data-schemas.ts'
import { type Claim, type Data, defined, type Input, type Term } from './data-types.ts'
import { entriesOf } from './nested.ts'
import { formOf } from './printed-form.ts'
import { readClaims } from './read-claims.ts'
import { betweenSourcesFile, readConflicts } from './read-conflicts.ts'
import { readContents } from './read-contents.ts'
import { type Declaration, derivedFile, readDerived } from './read-derived.ts'
import { type DeclaredDoubts, doubtsFile, readDoubts } from './read-doubts.ts'
import { readFollows } from './read-follows.ts'
import { readScopes } from './read-scopes.ts'
import { readSources } from './read-sources.ts'
import { type LoadedTable, readTable } from './read-table.ts'
import { readUnits } from './read-units.ts'
import { readYaml } from './read-yaml.ts'
import { refuseUnread, refuseUnreadAbove } from './unread.ts'
import { refuseUnknownNames, type Vocabulary } from './vocabulary.ts'

export * from './data-types.ts'

/** Files of a source's folder that describe no table. */
const noTables: ReadonlySet<string> = new Set(['inputs.yaml', derivedFile, 'claims.yaml', 'conflicts.yaml', 'contents.yaml', doubtsFile])
/** The term base, if the report has one. */
const glossaryFile = 'data/glossary.yaml'

/** Reads all of `data/`. Everything wrong in it is reported together. */
export const readData = (root: string, report: Report): Data => {
  const complaints = new Complaints()
  const sourcesFile = complaints.attempt(() => readSources(root))
  const units = complaints.attempt(() => readUnits(root, complaints))
  const scopes = complaints.attempt(() => readScopes(root))
  complaints.stopIfAny()
  if (!units || !scopes) throw new Problems(complaints.list)
  const vocabulary = { units, scopes }
  const sources = sourcesFile?.sources ?? []
  const known = new Set(sources.map(({ id }) => id))
  if (sources.find(({ id }) => id === report.source)?.group !== 'own') {
    const own = sources.flatMap(({ id, group }) => (group === 'own' ? [id] : []))
    complaints.add(
      `the report’s own source is called “${report.source}”, and data/sources.yaml has no such entry of “group: own”`,
      reportFile,
      expectedNames(report.source, own),
    )
  }

  if (sourcesFile) refuseLaterYears(sources, report.source, sourcesFile.placeOf, complaints)

  const plugged = report.extensions ?? []
  const folders = new Set(plugged.map(({ folder }) => folder))
  const inputs: Input[] = []
  const declarations: Declaration[] = []
  const claims: Claim[] = []
  const tables = new Map<string, LoadedTable>()
  const conflicts: Conflict[] = []
  const contents: SourcePart[] = []
  const doubts: DeclaredDoubts[] = []
  for (const entry of readdirSync(`${root}/data`, { withFileTypes: true })) {
    if (!entry.isDirectory() || known.has(entry.name) || folders.has(entry.name)) continue
    complaints.add(
      `no source is called “${entry.name}”, and the folder data/${entry.name} would not be read`,
      sourcesFile?.placeOf([]) ?? { file: 'data/sources.yaml', line: 1, column: 1 },
      expectedNames(entry.name, known),
    )
  }
  refuseUnreadAbove(root, complaints)
  for (const source of known) {
    const folder = `data/${source}`
    if (!existsSync(`${root}/${folder}`)) continue
    const loaded = new Map<string, LoadedTable>()
    // What is wrong with a table is told once, not again by each claim on it.
    const broken = new Set<string>()
    const files = readdirSync(`${root}/${folder}`).sort()
    refuseUnread(root, folder, complaints)
    for (const file of files.filter((name) => name.endsWith('.csv') && !files.includes(name.replace(/csv$/, 'yaml')))) {
      complaints.add(
        'the table has no description',
        { file: `${folder}/${file}`, line: 1, column: 1 },
        `${file.replace(/csv$/, 'yaml')} beside it`,
      )
    }
    for (const file of files.filter((name) => name.endsWith('.yaml') && !noTables.has(name))) {
      const table = complaints.attempt(() => readTable(root, folder, file, source, known, vocabulary, complaints))
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
    let single: Input[] | undefined = []
    if (files.includes('inputs.yaml')) {
      single = complaints.attempt(() => readInputs(root, `${folder}/inputs.yaml`, source, known, vocabulary, complaints))
      inputs.push(...(single ?? []))
    }
    if (files.includes(derivedFile))
      complaints.attempt(() => declarations.push(...readDerived(root, `${folder}/${derivedFile}`, vocabulary)))
    if (files.includes('claims.yaml')) {
      const named = single && new Map(single.map((input) => [input.id, input]))
      complaints.attempt(() =>
        claims.push(...readClaims(root, `${folder}/claims.yaml`, source, loaded, broken, named, vocabulary, complaints)),
      )
    }
    if (files.includes('conflicts.yaml')) {
      complaints.attempt(() => conflicts.push(...readConflicts(root, `${folder}/conflicts.yaml`, source, known, complaints)))
    }
    if (files.includes(doubtsFile)) complaints.attempt(() => doubts.push(readDoubts(root, `${folder}/${doubtsFile}`, known, vocabulary)))
    if (files.includes('contents.yaml')) {
      complaints.attempt(() => contents.push(...readContents(root, `${folder}/contents.yaml`, source, complaints)))
    }
  }
  if (existsSync(`${root}/${betweenSourcesFile}`)) {
    complaints.attempt(() => conflicts.push(...readConflicts(root, betweenSourcesFile, undefined, known, complaints)))
  }
  const extensions = new Map<string, Extended<unknown>>()
  for (const { folder, read } of plugged) {
    const extended = complaints.attempt(() => read({ root, sources, own: report.source, complaints }))
    if (!extended) continue
    extensions.set(folder, extended)
    inputs.push(...extended.inputs)
  }
  const terms = new Map<string, Term>()
  if (existsSync(`${root}/${glossaryFile}`)) {
    complaints.attempt(() => {
      for (const [id, term] of Object.entries(readYaml(root, glossaryFile, glossarySchema).value)) terms.set(id, { id, ...defined(term) })
    })
  }
  // Tables are followed once all of them, and the claims on their cells, could be read.
  const { followings, claims: followed } =
    complaints.list.length === 0 ? readFollows(tables, units, complaints) : { followings: [], claims: [] }
  claims.push(...followed)
  if (complaints.list.length === 0) refuseUnfollowed(tables.values(), claims, complaints)
  const twice = refuseDuplicates(inputs, 'figure', complaints)
  // Claims on a figure that is there twice are there twice with it.
  refuseDuplicates(
    claims.filter(({ figure }) => !twice.has(figure)),
    'claim',
    complaints,
  )
  refuseTwinLabels(inputs, complaints)
  refuseFarPeriods(inputs, sources, complaints)
  refuseDuplicates(conflicts, 'conflict', complaints)
  refuseDuplicates(contents, 'part', complaints)
  const passages = conflicts.flatMap(({ place, passages: all }) => all.map(({ source, locator }) => ({ source, place, locator })))
  // The cells of a table stand where it does.
  const single = inputs.filter(({ grid }) => grid === undefined)
  // And a claim that is an input itself stands where that does.
  const places = new Set(single.map(({ locator }) => locator))
  const standing = claims.filter(({ locator }) => !places.has(locator))
  refuseUnknownChapters([...single, ...standing, ...tables.values(), ...passages], contents, complaints)
  complaints.stopIfAny()
  return {
    sources,
    ...vocabulary,
    inputs: roundedBy(sources, inputs),
    claims: roundedBy(sources, claims),
    tables,
    followings,
    declarations,
    terms,
    extensions,
    conflicts,
    contents,
    ...(doubts.length > 0 ? { doubts: together(doubts) } : {}),
  }
}

/** What several sources’ folders declare of doubts, in one. */
const together = (declared: readonly DeclaredDoubts[]): DeclaredDoubts => ({
  doubts: declared.flatMap(({ doubts }) => doubts),
  groups: declared.flatMap(({ groups }) => groups),
  outputs: declared.flatMap(({ outputs }) => outputs),
})

/** What a source prints, each rounded as is said of it; what says nothing, as is said of the whole source. What it leaves unprinted it did not round. */
const roundedBy = <T extends Pick<Input | Claim, 'source' | 'rounding'> & Pick<Partial<Claim>, 'follows'>>(
  sources: readonly SourceRecord[],
  printed: readonly T[],
): readonly T[] => {
  const rules = new Map(sources.flatMap(({ id, rounding }) => (rounding ? [[id, rounding] as const] : [])))
  return printed.map((each) => {
    const rounding = each.follows?.implied ? undefined : (each.rounding ?? rules.get(each.source))
    return rounding ? { ...each, rounding } : each
  })
}

/** Complains of ids that are given twice, and says which. */
const refuseDuplicates = (items: readonly { id: string; place: Place }[], what: string, complaints: Complaints): ReadonlySet<string> => {
  const seen = new Map<string, Place>()
  const twice = new Set<string>()
  for (const { id, place } of items) {
    const first = seen.get(id)
    if (first) {
      complaints.add(`the ${what} id ${id} is already taken at ${first.file}:${first.line}`, place, 'an id of its own')
      twice.add(id)
    } else seen.set(id, place)
  }
  return twice
}

const readInputs = (
  root: string,
  file: string,
  folderSource: string,
  known: ReadonlySet<string>,
  vocabulary: Vocabulary,
  complaints: Complaints,
): Input[] => {
  const { value, placeOf } = readYaml(root, file, inputGroups, knownKeys)
  refuseUnknownNames(value, placeOf, vocabulary)
  return entriesOf(value, isInput).map(([path, entry]): Input => {
    const { printed, at, source: own, kind = 'cited', ...rest } = entry
    const { digits, ...form } = formOf(printed, entry, placeOf([...path, 'printed']), complaints)
    const id = path.join('.')
    const place = placeOf(path)
    if (own && !known.has(own))
      complaints.add(`the source “${own}” is not in data/sources.yaml`, placeOf([...path, 'source']), expectedNames(own, known))
    if (kind === 'cited' && !at) complaints.add(`${id} has no locator`, place, '“at:” with chapter, section, table, row, ...')
    if (kind === 'assumed' && !entry.note) complaints.add(`${id} is assumed and does not say why`, place, '“note:” in zh and en')
    complaints.attempt(() => refuseOtherDigits(digits, entry.as, place))
    complaints.attempt(() => refuseOtherUnit(entry, vocabulary.units, place))
    return {
      ...defined({ ...rest, ...form, locator: at }),
      scope: defined(entry.scope),
      id,
      kind,
      source: own ?? folderSource,
      digits,
      place,
    }
  })
}
