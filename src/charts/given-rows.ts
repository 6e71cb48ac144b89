/** From a chart's file to its rows: figures are found, patterns followed, sources asked. What is wrong is told at its place. */
import type { Figure } from '../../scripts/ledger/figures/compute.ts'
import type { Ledger } from '../../scripts/ledger/ledger.ts'
import { expectedNames, Problem } from '../../scripts/ledger/problem.ts'
import type { Bilingual } from '../../scripts/ledger/types.ts'
import type { ChartFile } from './read-charts.ts'
import type { GivenRow, RowSources, SourceRows, Titles } from './row-source.ts'

/** Where rows may come from. */
const origins = ['rows', 'figures', 'table', 'source', 'simulation'] as const

/** A row with the place to blame if something is wrong with it. */
export interface PlacedRow {
  readonly row: GivenRow
  readonly path: readonly PropertyKey[]
}

export interface GivenRows extends Omit<SourceRows, 'rows'> {
  readonly rows: readonly PlacedRow[]
}

export const givenRows = (chart: ChartFile, ledger: Ledger, sources: RowSources, titles: Titles): GivenRows => {
  const { description, placeOf } = chart
  const named = origins.filter((origin) => description[origin] !== undefined)
  if (named.length !== 1)
    throw new Problem(
      named.length === 0 ? `the chart ${chart.id} has no rows` : `the chart ${chart.id} has both ${named.join(' and ')}`,
      placeOf(named.slice(1)),
      description.kind === 'tornado' ? 'rows, or simulation' : 'one of rows, figures, table or source',
    )
  const given = fromOrigin(chart, ledger, sources, titles)
  const count = given.rows.length
  if (description.leading !== undefined && Number(description.leading) > count)
    throw new Problem(
      `${description.leading} rows are to lead, and there ${count === 1 ? 'is one' : `are ${count}`}`,
      placeOf(['leading']),
      `at most ${count}`,
    )
  return { ...given, rows: leading(sorted(given.rows, chart, ledger), description.leading) }
}

const fromOrigin = (chart: ChartFile, ledger: Ledger, sources: RowSources, titles: Titles): GivenRows => {
  const { description, placeOf } = chart
  const alike = (path: readonly PropertyKey[], rows: readonly GivenRow[]) => rows.map((row): PlacedRow => ({ row, path }))
  if (description.figures !== undefined) return { rows: alike(['figures'], matching(description.figures, chart, ledger)) }
  if (description.table !== undefined) return { rows: alike(['table'], ofTable(description.table, chart, ledger)) }
  if (description.source !== undefined) {
    const source = sources[description.source]
    if (!source)
      throw new Problem(
        `no extension of the report offers the rows “${description.source}”`,
        placeOf(['source']),
        expectedNames(description.source, Object.keys(sources)),
      )
    const found = source(ledger, titles)
    return { ...found, rows: alike(['source'], found.rows) }
  }
  if (description.simulation !== undefined) return { rows: alike(['simulation'], ofSimulation(chart, ledger)) }
  return {
    rows: (description.rows ?? []).map(({ quantiles, ...row }, index) => ({ row: { ...row, ...spelt(quantiles) }, path: ['rows', index] })),
  }
}

/** The quantiles of a row one by one, where its file says what their ids begin with. */
const spelt = (quantiles: NonNullable<ChartFile['description']['rows']>[number]['quantiles']): Pick<GivenRow, 'quantiles' | 'figure'> =>
  typeof quantiles === 'string'
    ? {
        figure: `${quantiles}.median`,
        quantiles: { p05: `${quantiles}.p05`, p25: `${quantiles}.p25`, p75: `${quantiles}.p75`, p95: `${quantiles}.p95` },
      }
    : quantiles
      ? { quantiles }
      : {}

/** A bar for each doubt of a simulation: what the result is at both of its ends. */
const ofSimulation = ({ description: { at, simulation }, placeOf }: ChartFile, ledger: Ledger): readonly GivenRow[] => {
  const found = ledger.simulations.find(({ output, kind }) => output.figure === at && kind === simulation)
  if (!found)
    throw new Problem(
      `nothing simulates ${at ?? 'a result'} by doubts of the kind ${simulation}`,
      placeOf(['simulation']),
      ledger.simulations.map(({ output, kind }) => `at: ${output.figure} with simulation: ${kind}`).join(', or ') ||
        'data that state doubts',
    )
  const ends = [...ledger.figures.values()].filter(
    ({ simulated }) => simulated?.output === found.output.figure && simulated.kind === found.kind,
  )
  const endOf = (id: string, end: 'low' | 'high') => ends.find(({ simulated }) => simulated?.of === id && simulated.statistic === end)?.id
  const labelOf = (id: string): Bilingual | undefined => {
    const figure = ledger.figures.get(id)
    return figure && capitalized(figure.short ?? figure.label)
  }
  return found.tornado.bars.map(({ id }) => ({ figure: id, label: labelOf(id), from: endOf(id, 'low'), to: endOf(id, 'high') }))
}

/** Short names begin small, as they stand inside equations; bars that carry whole labels as well begin all alike. */
const capitalized = ({ zh, en }: Bilingual): Bilingual => ({ zh, en: en.replace(/^[a-z](?=[a-z])/, (letter) => letter.toUpperCase()) })

/** A pattern over ids as an expression: * is one word between dots, ** any number of them. */
const expression = (pattern: string): RegExp =>
  new RegExp(`^${pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace(/\*\*|\*/g, (star) => (star === '**' ? '.+' : '[^.]+'))}$`)

/** What a figure is called among others of its kind: as its row in the source's table is, where it is a cell of one. */
const rowLabel = (figure: Figure): Bilingual | undefined => figure.input?.row

const matching = (pattern: string, { placeOf }: ChartFile, ledger: Ledger): readonly GivenRow[] => {
  const fits = expression(pattern)
  const found = [...ledger.figures.values()].filter(({ id }) => fits.test(id))
  if (found.length === 0)
    throw new Problem(
      `no figure’s id fits “${pattern}”`,
      placeOf(['figures']),
      expectedNames(pattern.replaceAll('*', ''), ledger.figures.keys()),
    )
  return found.map((figure) => ({ figure: figure.id, label: rowLabel(figure) }))
}

const ofTable = (id: string, { description, placeOf }: ChartFile, ledger: Ledger): readonly GivenRow[] => {
  const table = ledger.data.tables.get(id)
  if (!table) throw new Problem(`no table of data/ is called “${id}”`, placeOf(['table']), expectedNames(id, ledger.data.tables.keys()))
  const cells = [...ledger.figures.values()].filter(({ input }) => input?.cell?.table === id)
  const columns = [...new Set(cells.flatMap(({ input }) => input?.cell?.column ?? []))]
  const column = description.column ?? (columns.length === 1 ? columns[0] : undefined)
  if (column === undefined || !columns.includes(column))
    throw new Problem(
      column === undefined ? `the table ${id} has several columns of numbers` : `the table ${id} has no numbers under “${column}”`,
      placeOf(description.column === undefined ? ['table'] : ['column']),
      column === undefined ? `column: one of ${columns.join(', ')}` : expectedNames(column, columns),
    )
  return cells
    .filter(({ input }) => input?.cell?.column === column)
    .map((figure) => ({ figure: figure.id, label: rowLabel(figure) ?? table.rows[figure.input?.cell?.row ?? ''] }))
}

/** How far the result goes where the input of a tornado’s row does. */
const widthOf = ({ row }: PlacedRow, { figures }: Ledger): number => {
  const [from, to] = [row.from, row.to].map((id) => figures.get(id ?? '')?.value.valueOf())
  return from === undefined || to === undefined ? 0 : Math.abs(to - from)
}

const sorted = (rows: readonly PlacedRow[], { description }: ChartFile, ledger: Ledger): readonly PlacedRow[] => {
  if (description.kind === 'tornado') return rows.toSorted((one, other) => widthOf(other, ledger) - widthOf(one, ledger))
  if (!description.sort) return rows
  const sign = description.sort === 'falling' ? -1 : 1
  const numberOf = ({ row }: PlacedRow) => row.value ?? ledger.figures.get(row.figure ?? '')?.value.valueOf()
  // What has no value stays behind all that have one.
  const [known, unknown] = [rows.filter((row) => numberOf(row) !== undefined), rows.filter((row) => numberOf(row) === undefined)]
  return [...known.toSorted((a, b) => sign * ((numberOf(a) ?? 0) - (numberOf(b) ?? 0))), ...unknown]
}

const leading = (rows: readonly PlacedRow[], count: string | undefined): readonly PlacedRow[] =>
  count === undefined
    ? rows
    : rows.map(({ row, path }, index) => ({ path, row: { ...row, series: row.series ?? (index < Number(count) ? 'direct' : 'muted') } }))
