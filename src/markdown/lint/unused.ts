/** What the report knows and never uses: figures, tables, charts, terms and works that no page, claim or formula asks for. */
import { existsSync, readFileSync } from 'node:fs'
import { site } from '#site'
import type { Table } from '../../../scripts/ledger/data/data-types.ts'
import type { Ledger } from '../../../scripts/ledger/ledger.ts'
import { Complaints, Problem } from '../../../scripts/ledger/problem.ts'
import type { Place } from '../../../scripts/ledger/types.ts'
import { chartFolder, chartIds } from '../../charts/read-charts.ts'
import { auditChart, type MakeChart } from '../../charts/report-charts.ts'
import { layOut } from '../../tables/lay-out.ts'
import { readTables, tableFilePath, tableIds } from '../../tables/read-tables.ts'
import { tableSources } from '../../tables/table-sources.ts'
import type { Finding } from './finding.ts'
import type { Chapter } from './passages.ts'

/** Chapters that list everything use nothing by it. */
const lists: ReadonlySet<string> = new Set(['Glossary', 'References'])

/** A map that remembers what it was asked for. */
const remembering = <T>(map: ReadonlyMap<string, T>, asked: Set<string>): ReadonlyMap<string, T> =>
  new Proxy(map, {
    get: (target, key) => {
      if (key === 'get' || key === 'has')
        return (id: string) => {
          asked.add(id)
          return target[key](id)
        }
      const value: unknown = Reflect.get(target, key)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })

/** What components of these chapters are given in an attribute; of one component, or of all. */
const namedIn = (chapters: readonly Chapter[], attribute: string, component?: string): Set<string> =>
  new Set(
    chapters.flatMap(({ uses }) =>
      uses.flatMap(({ name, attributes }) => (component === undefined || name === component ? (attributes[attribute] ?? []) : [])),
    ),
  )

/** Where a file writes a key or a name at the head of a line. */
const placeOf = (root: string, file: string, name: string): Place => {
  const lines = existsSync(`${root}/${file}`) ? readFileSync(`${root}/${file}`, 'utf8').split('\n') : []
  const line = lines.findIndex((text) => /^\s*['"]?(.+?)['"]?(?:\s*[:(,]|$)/.exec(text)?.[1] === name)
  return { file, line: Math.max(0, line) + 1, column: (lines[line]?.search(/\S/) ?? 0) + 1 }
}

export const unusedFindings = (
  root: string,
  chapters: readonly Chapter[],
  ledger: Ledger,
  charts: ReadonlyMap<string, MakeChart>,
): Finding[] => {
  const findings: Finding[] = []
  const unused = (what: string, place: Place, expected: string): void => {
    findings.push({ problem: new Problem(`unused: ${what}`, place, expected) })
  }
  const telling = chapters.filter(({ uses }) => !uses.some(({ name }) => lists.has(name)))

  const shownCharts = namedIn(chapters, 'id', 'Chart')
  const shownTables = namedIn(chapters, 'id', 'Table')
  for (const id of chartIds(root).filter((name) => name !== auditChart && !shownCharts.has(name)))
    unused(
      `no chapter shows the chart ${id}`,
      { file: `${chartFolder}/${id}.yaml`, line: 1, column: 1 },
      `<Chart id="${id}"> in a chapter, or no such chart`,
    )
  for (const id of tableIds(root).filter((name) => !shownTables.has(name)))
    unused(
      `no chapter shows the table ${id}`,
      { file: tableFilePath(id), line: 1, column: 1 },
      `<Table id="${id}"> in a chapter, or no such table`,
    )

  // What charts and tables ask the ledger for, they show.
  const figures = new Set<string>()
  const grids = new Set<string>()
  const watched = (asked: Set<string>, tables: Set<string>): Ledger => ({
    ...ledger,
    figures: remembering(ledger.figures, asked),
    data: { ...ledger.data, tables: remembering(ledger.data.tables, tables) },
  })
  /** What a chart or a table that no chapter shows draws, by it. */
  const hidden = new Map<string, string>()
  const usesOf = (asked: ReadonlySet<string>, drawn: Iterable<string>, holder: string | undefined): void => {
    for (const figure of [...asked, ...drawn])
      if (holder === undefined) figures.add(figure)
      else if (!hidden.has(figure)) hidden.set(figure, holder)
  }
  for (const id of chartIds(root).filter((name) => name !== auditChart)) {
    const asked = new Set<string>()
    const isShown = shownCharts.has(id)
    // What is wrong in a chart is told elsewhere.
    const chart = new Complaints().attempt(() => charts.get(id)?.(watched(asked, isShown ? grids : new Set()), 'en'))
    usesOf(
      asked,
      [...(chart?.rows ?? []).flatMap((row) => row.figure ?? []), ...(chart?.figures ?? [])],
      isShown ? undefined : `the chart ${id}`,
    )
  }
  const { tables } = readTables(root)
  for (const [id, file] of tables) {
    const asked = new Set<string>()
    const isShown = shownTables.has(id)
    const own = watched(asked, isShown ? grids : new Set())
    // What is wrong in a table is told elsewhere.
    const laid = layOut(file, own, tableSources, new Complaints())
    const drawn = [
      ...laid.rows.flatMap(({ cells }) => cells.flatMap((cell) => ('figure' in cell ? cell.figure.id : []))),
      ...(laid.offered?.source.rows(own, 'en', (slug) => slug) ?? []).flatMap((row) =>
        Object.values(row).flatMap(({ figure }) => figure ?? []),
      ),
    ]
    usesOf(asked, drawn, isShown ? undefined : `the table ${id}`)
  }
  for (const attribute of ['id', 'of']) for (const id of namedIn(chapters, attribute)) figures.add(id)
  for (const predicate of namedIn(chapters, 'that'))
    for (const [name] of predicate.matchAll(/[A-Za-z][\w.]*/g)) figures.add(name.replace(/\.(?:low|high)$/, ''))
  for (const { figure } of ledger.checks) figures.add(figure)
  // The scenario explorer shows these.
  for (const id of site.scenarios?.results.flatMap((group) => group.figures) ?? []) figures.add(id)
  for (const { from } of ledger.figures.values()) for (const id of from) figures.add(id)

  // One statement may derive a family of figures; it is of use if one of them is.
  const statement = ({ file, line, column }: Place): string => `${file}:${line}:${column}`
  const usedStatements = new Set([...figures].flatMap((id) => ledger.figures.get(id)?.place ?? []).map(statement))
  for (const { id, input, place, simulated } of ledger.figures.values()) {
    // A simulation is published whole, whatever of it chapters tell.
    if (simulated) continue
    if (input?.grid) {
      if (figures.has(id)) grids.add(input.grid)
    } else if (input ? !figures.has(id) : !usedStatements.has(statement(place))) {
      const holder = hidden.get(id)
      if (holder === undefined)
        unused(
          `no chapter, chart, table, claim or formula uses ${id}`,
          place,
          `<Num id="${id}" /> where it is told, or no such ${input ? 'input' : 'figure'}`,
        )
      else
        unused(
          `only ${holder} uses ${id}, and no chapter shows it`,
          place,
          `${holder} in a chapter, or <Num id="${id}" /> where it is told`,
        )
      usedStatements.add(statement(place))
    }
  }
  const usedPlaces = new Set([...figures].flatMap((id) => ledger.figures.get(id)?.place.file ?? []))
  const claimed = ({ source, number }: Table): boolean =>
    ledger.data.claims.some((claim) => claim.source === source && claim.locator.table === number)
  /** A table of words holds no figures, and a conflict may quote it. */
  const quoted = ({ source, number, locator: { part } }: Table) =>
    ledger.data.conflicts.some(({ passages }) =>
      passages.some((passage) => passage.source === source && passage.locator.table === number && passage.locator.part === part),
    )
  for (const table of ledger.data.tables.values()) {
    const { id, place } = table
    const held = usedPlaces.has(place.file.replace(/yaml$/, 'csv')) || usedPlaces.has(place.file) || claimed(table) || quoted(table)
    if (!grids.has(id) && !held)
      unused(`nothing uses the table ${id}`, place, 'a figure, chart or table that shows it, a conflict that quotes it, or no such table')
  }

  const sources = namedIn(telling, 'source')
  for (const { input } of ledger.figures.values()) if (input) sources.add(input.source)
  for (const { source } of ledger.checks) sources.add(source)
  // What a report computes stands under its own entry.
  sources.add(ledger.report.source)
  for (const { id } of ledger.data.sources)
    if (!sources.has(id))
      unused(
        `no chapter cites ${id}, and nothing is taken from it`,
        placeOf(root, 'data/sources.yaml', id),
        `<Cite source="${id}" />, or no such source`,
      )

  const named = new Set([...ledger.figures.values()].flatMap(({ derived }) => Object.keys(derived?.of ?? {})))
  const texts = { zh: '', en: '' }
  for (const { language, passages } of telling) texts[language] += passages.map(({ text }) => text.toLowerCase()).join('\n')
  for (const { id, zh, en, variants } of ledger.data.terms.values()) {
    const met =
      [zh, ...(variants?.zh ?? [])].some((words) => texts.zh.includes(words)) ||
      [en, ...(variants?.en ?? [])].some((words) => texts.en.includes(words.toLowerCase()))
    if (!named.has(id) && !met)
      unused(
        `no chapter uses the term ${id}, “${zh}” or “${en}”`,
        placeOf(root, 'data/glossary.yaml', id),
        'its words in a chapter, or no such term',
      )
  }
  return findings
}
