/** What each kind asks of a chart's file and what it makes no use of: a key that does nothing is a slip. */
import { type Complaints, expectedNames } from '../../../scripts/ledger/problem.ts'
import type { ChartDescription, RowKey } from '../chart-file.ts'
import { seriesNames } from '../house.ts'
import type { ChartFile } from '../read-charts.ts'
import type { GivenRow } from '../row-source.ts'
import { fanNames } from './fan.ts'
import type { KindName } from './index.ts'
import { blocks } from './row.ts'
import { signNames } from './signs.ts'
import { stateNames } from './states.ts'
import { stripNames } from './strip.ts'
import { tornadoNames } from './tornado.ts'

/** Keys of a file that not every kind uses. */
type FileKey = 'axis' | 'bins' | 'columns' | 'key' | 'words' | 'notes' | 'at' | 'flips' | 'simulation'
type AxisKey = keyof NonNullable<ChartDescription['axis']>

interface Uses {
  readonly file: readonly FileKey[]
  /** Keys that any other kind makes use of. */
  readonly idle?: readonly ('sort' | 'leading')[]
  readonly axis?: readonly AxisKey[]
  /** Beside the figure, label, series and note that any row may have. */
  readonly rows?: readonly RowKey[]
  /** What it cannot draw a row without: one of these sets of keys. */
  readonly needs?: readonly (readonly (keyof GivenRow)[])[]
  /** Names that its key and its words may have. */
  readonly key?: readonly string[]
  readonly words?: readonly string[]
}

const series = { file: ['key', 'notes'], key: seriesNames } as const satisfies Uses
const onAxis = ['title', 'scale', 'ticks', 'before'] as const

const uses: Readonly<Record<KindName, Uses>> = {
  bars: series,
  dots: { file: ['axis', 'columns', 'key', 'words', 'notes'], axis: onAxis, key: [...seriesNames, ...signNames], words: ['unchanged'] },
  range: {
    file: ['axis', 'columns', 'key', 'words', 'notes'],
    axis: onAxis,
    rows: ['from', 'to'],
    key: [...seriesNames, ...signNames],
    words: ['unchanged'],
  },
  walk: series,
  line: { file: ['axis', 'notes'], axis: onAxis, rows: ['at', 'group'], needs: [['figure'], ['value']] },
  slope: { file: ['words', 'notes'], rows: ['from', 'to'], needs: [['from', 'to']], words: ['from', 'to'] },
  histogram: { file: ['axis', 'bins', 'notes'], axis: ['title', 'before'], needs: [['figure'], ['value']] },
  tiles: { file: ['key', 'notes'], rows: ['parts'], key: stateNames },
  matrix: { file: ['key', 'notes'], rows: ['group', 'cells'], needs: [['cells']], key: stateNames },
  areas: { file: ['words', 'notes'], rows: ['block'], needs: [['block']], words: blocks },
  strip: { file: ['key', 'words', 'notes'], needs: [['state']], key: stripNames, words: ['scale', 'band', 'unknown'] },
  tornado: {
    file: ['key', 'notes', 'at', 'flips', 'simulation'],
    // The widest bar is always the first, and all are alike.
    idle: ['sort', 'leading'],
    rows: ['from', 'to'],
    needs: [['figure', 'from', 'to']],
    key: tornadoNames,
  },
  fan: { file: ['key', 'notes'], idle: ['leading'], rows: ['quantiles', 'mark'], needs: [['figure', 'quantiles']], key: fanNames },
}

/** A specification of the author's own takes what stands in its data, and a key for the colours of series. */
const ofSpec: Uses = { file: ['key'], rows: ['from', 'to', 'at', 'group', 'parts'], key: seriesNames }

const fileKeys: readonly FileKey[] = ['axis', 'bins', 'columns', 'key', 'words', 'notes', 'at', 'flips', 'simulation']
const everyRow: readonly RowKey[] = ['figure', 'label', 'series', 'note']

const usesOf = ({ kind, spec }: ChartDescription): Uses | undefined => (kind ? uses[kind] : spec === undefined ? undefined : ofSpec)

const kindsWith = (fits: (each: Uses) => boolean): string => {
  const found = Object.entries(uses).flatMap(([name, each]) => (fits(each) ? [name] : []))
  return found.length === 1 ? `kind: ${found[0]}` : `kind: one of ${found.join(', ')}`
}

/** Complains of keys that the chart's kind makes no use of, and of names that its key and words do not know. */
export const refuseMisusedKeys = ({ description, placeOf }: ChartFile, complaints: Complaints): void => {
  const own = usesOf(description)
  if (!own) return
  const name = description.kind ?? 'a specification of one’s own'
  const idle = (key: string, path: readonly PropertyKey[], fits: (each: Uses) => boolean): void =>
    complaints.add(`“${key}” does nothing in ${name}`, placeOf(path), `${kindsWith(fits)}, or no such key`)
  for (const key of fileKeys)
    if (description[key] !== undefined && !own.file.includes(key)) idle(key, [key], ({ file }) => file.includes(key))
  for (const key of own.idle ?? []) if (description[key] !== undefined) idle(key, [key], ({ idle: unused = [] }) => !unused.includes(key))
  if (description.kind === 'tornado' && description.at === undefined)
    complaints.add('a tornado has no result for its bars to set out from', placeOf([]), 'at: the id of a figure')
  if (own.axis)
    for (const key of Object.keys(description.axis ?? {}) as AxisKey[])
      if (!own.axis.includes(key)) idle(`axis.${key}`, ['axis', key], ({ axis = [] }) => axis.includes(key))
  for (const [index, row] of (description.rows ?? []).entries())
    for (const key of Object.keys(row) as RowKey[])
      if (!everyRow.includes(key) && !(own.rows ?? []).includes(key)) idle(key, ['rows', index, key], ({ rows = [] }) => rows.includes(key))
  for (const group of ['key', 'words'] as const) {
    const known = own[group]
    for (const each of known ? Object.keys(description[group] ?? {}) : [])
      if (known && !known.includes(each))
        complaints.add(`${group}: ${name} has no “${each}” to put into words`, placeOf([group, each]), expectedNames(each, known))
  }
  if (description.decimals !== undefined && description.unit === undefined)
    complaints.add('decimals are those of a unit, and the chart has none', placeOf(['decimals']), 'unit: … beside them, or no decimals')
  if (description.column !== undefined && description.table === undefined)
    complaints.add('“column:” names a column of what “table:” names, which is missing', placeOf(['column']), 'table: …')
  const ticks = description.axis?.ticks?.split(/[ ,]+/).map(Number) ?? []
  if (description.axis?.scale === 'log' && ticks.some((tick) => !(tick > 0)))
    complaints.add('a logarithmic scale has no place for zero and below', placeOf(['axis', 'ticks']), 'ticks above zero')
}

/** What stands in for what is missing, as an author writes it. */
const remedies: Readonly<Partial<Record<KindName, string>>> = {
  slope: 'from: and to:, each the id of a figure',
  matrix: 'cells: [{ column: { zh: …, en: … }, state: …, text: { zh: …, en: … } }, …]',
  areas: `block: one of ${blocks.join(', ')}`,
  strip: 'source: rows that have a verdict, such as checks',
  tornado: 'figure: the input, from: and to: the result at its low and at its high end, each the id of a figure',
  fan: 'figure: the median, quantiles: { p05: …, p25: …, p75: …, p95: … }, each the id of a figure; or quantiles: what all begin with',
}

/** What a row of this kind lacks, and what to write: a slope needs “from” and “to”. */
export const lackOf = (kind: KindName, row: GivenRow): { readonly what: string; readonly expected: string } | undefined => {
  const sets = uses[kind].needs
  // A row that says why nothing is drawn lacks nothing, where a figure alone is drawn.
  const excused = row.note !== undefined && sets?.some((set) => set.includes('figure'))
  if (!sets || excused || sets.some((set) => set.every((key) => row[key] !== undefined))) return undefined
  const keys = (sets[0] ?? []).map((key) => `“${key}”`).join(' and ')
  return { what: `kind: ${kind} needs ${keys} in each row`, expected: remedies[kind] ?? 'figure: an id' }
}
