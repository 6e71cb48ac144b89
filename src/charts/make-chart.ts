/** From a chart's file to the chart: its rows in a language, its specification, its data table, its words. */
import type { TopLevelSpec } from 'vega-lite'
import type { Figure } from '../../scripts/ledger/figures/compute.ts'
import type { Ledger } from '../../scripts/ledger/ledger.ts'
import { format, formatIn } from '../../scripts/ledger/numbers/format.ts'
import { withoutNoise } from '../../scripts/ledger/numbers/printed.ts'
import { expectedNames, Problem } from '../../scripts/ledger/problem.ts'
import { shown, shownInColumn, styleOf } from '../../scripts/ledger/publish/shown.ts'
import type { Bilingual, Language, Place } from '../../scripts/ledger/types.ts'
import { wordsOf } from '../i18n/words.ts'
import { misfitOf } from '../lib/unit-misfit.ts'
import { type GivenRows, givenRows, type PlacedRow } from './given-rows.ts'
import { kinds } from './kinds/index.ts'
import type { QuantileName, Reference, Row, Setting } from './kinds/row.ts'
import { lackOf } from './kinds/uses.ts'
import type { ChartFile } from './read-charts.ts'
import { type DataRow, inWords, isMixed, MIXED, type ReportChart } from './report-chart.ts'
import type { GivenRow, RowSources, Titles } from './row-source.ts'
import { customSpec } from './spec/custom-spec.ts'
import { inputEndsOf, middleOf, sayingFlips, toldFlips, tornadoData } from './tornado-rows.ts'

/** What a figure is called in a chart: briefly, where it has a brief name. */
const nameOf = (figure: Figure): Bilingual => figure.short ?? figure.label

export const makeChart = (chart: ChartFile, ledger: Ledger, language: Language, sources: RowSources, titles: Titles): ReportChart => {
  const { description, placeOf, spec } = chart
  if ((description.kind === undefined) === (spec === undefined))
    throw new Problem(
      `the chart ${chart.id} needs a kind or a spec, and not both`,
      placeOf(spec ? ['spec'] : []),
      `kind: ${Object.keys(kinds).join(', ')}`,
    )
  const { columns } = ledger.data.units
  if (description.unit !== undefined && !columns.has(description.unit))
    throw new Problem(`“${description.unit}” is no unit of a column`, placeOf(['unit']), expectedNames(description.unit, columns.keys()))
  const given = givenRows(chart, ledger, sources, titles)
  const words = wordsOf(language).charts
  const plain = rowsIn(chart, given, ledger, language)
  const both = (words: Readonly<Record<string, Bilingual>> | undefined) =>
    Object.fromEntries(Object.entries(words ?? {}).map(([name, text]) => [name, text[language]]))
  const result = ledger.figures.get(description.at ?? '')
  const unit = result ?? ledger.figures.get(plain.find(({ figure }) => figure)?.figure ?? '')
  const { axis = {} } = description
  const writeValue = (value: number): string => writeOnAxis(value, unit, description.unit, language)
  // A value at which something turns is no place on a scale: it has a digit more than the result, and no more.
  const writeTurn = (value: number): string => writeOnAxis(value, unit, description.unit, language, unit && styleOf(unit).digits + 1)
  const flips = result ? toldFlips(chart, given.rows, result, ledger, language, writeTurn) : []
  const rows = plain.map((row) => sayingFlips(row, flips, language))
  const middle = middleOf(given.rows, ledger)
  // Where bars meet may be another value than the report’s, and then the drawing says so.
  const [own, met] = [result?.value.valueOf(), middle].map((value) =>
    value === undefined ? undefined : writeOnAxis(value, unit, description.unit, language, unit && styleOf(unit).digits),
  )
  const meeting = met === undefined || met === own ? [] : [words.tornado.middle(met)]
  const reference: Reference | undefined = result && {
    label: nameOf(result)[language],
    value: result.value.valueOf(),
    shown: writerOf(chart, ledger, language)(result),
    ...(middle === undefined ? {} : { middle }),
  }
  const setting = (narrow: boolean): Setting => ({
    language,
    narrow,
    key: { ...ownKeys(description.kind, words), ...both(given.key), ...both(description.key) },
    words: { ...both(given.words), ...both(description.words) },
    columns: both(description.columns),
    axis: {
      ...(axis.title ? { title: axis.title[language] } : {}),
      ...(axis.scale ? { scale: axis.scale } : {}),
      ...(axis.ticks ? { ticks: axis.ticks.split(/[ ,]+/).map(Number) } : {}),
    },
    ...(description.bins ? { bins: Number(description.bins) } : {}),
    ...(reference ? { reference } : {}),
    ...(flips.length > 0 ? { flips } : {}),
    notes: [...meeting, ...(description.notes ?? []).map((note) => note[language])],
    write: (value) => `${axis.before ?? ''}${writeValue(value)}`,
  })
  const draw = (narrow: boolean): TopLevelSpec =>
    description.kind ? kinds[description.kind](rows, setting(narrow)) : customSpec(spec ?? {}, rows, setting(narrow))
  const data = given.data
    ? given.data.map(
        ({ label, figure, text, besides }): DataRow => ({
          label: label[language],
          ...(figure === undefined ? {} : { figure }),
          ...(text ? { text: text[language] } : {}),
          ...(besides ? { besides: besides.map((each) => each[language]) } : {}),
        }),
      )
    : result && reference
      ? tornadoData(
          given.rows.flatMap((placed, index) => {
            const drawn = plain[index]
            return drawn ? [{ given: placed, drawn }] : []
          }),
          { label: reference.label, figure: result.id },
          flips,
          ledger,
          language,
        )
      : given.rows.flatMap((placed, index) => dataRows(placed, rows[index], language))
  const said = given.alternative
    ? given.alternative.map(({ label, shown: text }) => ({ label: label[language], shown: text[language] }))
    : [...(reference ? [reference] : []), ...rows.map(({ label, said: text }) => ({ label, shown: text }))]
  const parts = given.rows.flatMap(({ row }) => (row.parts ?? []).flatMap(({ figure }) => figure ?? []))
  const figures = given.figures ?? (parts.length > 0 ? [...parts, ...data.flatMap(({ figure }) => figure ?? [])] : undefined)
  return {
    rows: data,
    ...(given.besides
      ? { besides: given.besides.map((head) => head[language]) }
      : flips.length > 0
        ? { besides: [words.tornado.flips] }
        : {}),
    ...(figures ? { figures } : {}),
    draw,
    alternative: description.alternative?.[language] ?? inWords(said, language),
  }
}

/** The words of keys that a kind has whatever it draws. */
const ownKeys = (kind: ChartFile['description']['kind'], { tornado, fan }: ReturnType<typeof wordsOf>['charts']) =>
  kind === 'tornado' ? tornado.key : kind === 'fan' ? fan.key : {}

/** Writes a figure as a chart does: in its unit, if it has one, with the mark of unlike measures. */
const writerOf =
  ({ description: { unit, decimals } }: ChartFile, ledger: Ledger, language: Language) =>
  (figure: Figure): string => {
    const text = unit
      ? shownInColumn(figure, unit, language, decimals === undefined ? undefined : Number(decimals))
      : shown(figure, language)
    return `${text}${isMixed(ledger, figure) ? MIXED : ''}`
  }

/** A value on an axis with no more digits than it has, written as the report writes such figures. */
const writeOnAxis = (value: number, like: Figure | undefined, column: string | undefined, language: Language, most = 12): string => {
  const exact = withoutNoise(value)
  const digits = Math.min(
    most,
    Math.max(
      1,
      Math.abs(value)
        .toPrecision(12)
        .replace(/0+$/, '')
        .replace(/^0\.0*|\./g, '').length,
    ),
  )
  const text = !like
    ? formatIn(exact, '1', 12, language)
    : column
      ? shownInColumn({ ...like, value: exact }, column, language)
      : format(exact, { ...styleOf(like), digits }, language)
  // Zeros after the point say how sure a printed number is; a place on a scale is what it is.
  return text.replace(/(\.\d*?)0+(?!\d)/, '$1').replace(/\.(?!\d)/, '')
}

const dataRows = ({ row }: PlacedRow, drawn: Row | undefined, language: Language): readonly DataRow[] => {
  if (!drawn) return []
  const { label } = drawn
  if (row.figure !== undefined && row.quantiles) return fanData(label, row.figure, row.quantiles, row.mark, language)
  if (row.from !== undefined && row.to !== undefined)
    return [row.figure, row.from, row.to].flatMap((figure) => (figure === undefined ? [] : [{ label, figure }]))
  if (row.figure !== undefined) return [{ label, figure: row.figure }]
  if (row.parts) return row.parts.flatMap(({ figure }) => (figure === undefined ? [] : [{ label, figure }]))
  return [{ label, text: drawn.said }]
}

/** The data under a row of a fan, from its lowest quantile to its highest, and what is marked on it. */
const fanData = (
  label: string,
  median: string,
  { p05, p25, p75, p95 }: NonNullable<GivenRow['quantiles']>,
  mark: string | undefined,
  language: Language,
): readonly DataRow[] => {
  const { of, fan } = wordsOf(language).charts
  return [
    ...Object.entries({ p05, p25, median, p75, p95 }).map(([name, figure]) => ({
      label: of(label, fan.quantiles[name as keyof typeof fan.quantiles]),
      figure,
    })),
    ...(mark === undefined ? [] : [{ label: of(label, fan.key.mark), figure: mark }]),
  ]
}

/** What is to be told apart on one scale: units, and of pure numbers those in per cent and multiples. */
const scaleOf = (figure: Figure, inOneUnit: boolean): string => {
  const percent = figure.unit === 'ratio' && !inOneUnit && styleOf(figure).percent
  return `${percent ? 'per cent' : figure.unit}${figure.derived?.per ?? ''}`
}

export const rowsIn = (chart: ChartFile, { rows }: GivenRows, ledger: Ledger, language: Language): readonly Row[] => {
  const { id, description, placeOf } = chart
  const isTornado = description.kind === 'tornado'
  const words = wordsOf(language).charts
  const write = writerOf(chart, ledger, language)
  const taken = new Map<string, number>()
  const drawnUnits = new Map<string, string>()
  const known = (key: string, named: string, path: readonly PropertyKey[]): Figure => {
    const figure = ledger.figures.get(named)
    if (!figure)
      throw new Problem(`the figure id “${named}” is not known`, placeOf([...path, key]), expectedNames(named, ledger.figures.keys()))
    return figure
  }
  /** A figure that has its place on the one scale of the chart. */
  const placed = (key: string, named: string, path: readonly PropertyKey[]): Figure => {
    const figure = known(key, named, path)
    if (description.unit !== undefined && misfitOf(figure, description.unit) !== undefined)
      throw new Problem(
        `${figure.id} counts ${misfitOf(figure, description.unit)}, and the chart is in ${description.unit}`,
        placeOf(['unit']),
        'a unit that fits, or no unit',
      )
    drawnUnits.set(scaleOf(figure, description.unit !== undefined), figure.id)
    // One scale cannot hold persons and yuan.
    if (drawnUnits.size > 1)
      throw new Problem(
        `${id} sets ${[...drawnUnits.values()].join(' beside ')}, of other units`,
        placeOf([...path, key]),
        `a figure in ${[...drawnUnits.keys()][0]}, or a chart of its own`,
      )
    return figure
  }
  if (description.at !== undefined) placed('at', description.at, [])
  return rows.map(({ row, path }, index): Row => {
    const figureAt = (key: string, named: string | undefined, inside: readonly PropertyKey[] = path): Figure | undefined =>
      named === undefined ? undefined : placed(key, named, inside)
    const lack = description.kind && lackOf(description.kind, row)
    if (lack) throw new Problem(lack.what, placeOf(path), lack.expected)
    // The input of a tornado’s bar has another unit than the result, and no place on its scale.
    const figure = isTornado && row.figure !== undefined ? known('figure', row.figure, path) : figureAt('figure', row.figure)
    const [from, to] = [figureAt('from', row.from), figureAt('to', row.to)]
    const parts = row.parts?.map(({ figure: named, count, state, letter }, position) => {
      const counted = figureAt('figure', named, [...path, 'parts', position])
      return { count: count ?? counted?.value.valueOf() ?? 0, state, ...(letter === undefined ? {} : { letter }) }
    })
    const say = (each: Figure): string => `${shown(each, language)}${isMixed(ledger, each) ? MIXED : ''}`
    const named = row.label ?? (figure && nameOf(figure)) ?? (to && nameOf(to))
    if (!named) throw new Problem('a row without a figure has no label', placeOf(path), 'label: { zh: …, en: … }')
    if (!figure && !from && !parts && !row.cells && !row.note && row.value === undefined)
      throw new Problem('a row has no figure and does not say why', placeOf(path), 'figure: an id, or note: { zh: …, en: … }')
    const quantiles = row.quantiles && quantilesOf(row.quantiles, (name, named) => placed(name, named, [...path, 'quantiles']))
    const mark = figureAt('mark', row.mark)
    if (quantiles && figure) refuseFalling([quantiles.p05, quantiles.p25, figure, quantiles.p75, quantiles.p95], placeOf(path))
    const sum = parts?.filter(({ state }) => state !== 'none').reduce((total, { count }) => total + count, 0)
    const ends = from && to ? ([from, to] as const) : undefined
    const ranged = ends?.map((each) => each.value.valueOf())
    const bounds =
      figure && (description.kind === 'range' || description.kind === undefined) && row.low === undefined
        ? boundsOf(figure)
        : { low: null, high: null }
    const dash = language === 'zh' ? '～' : ' – '
    const text =
      row.shown?.[language] ??
      (figure ? write(figure) : ends ? ends.map(write).join(dash) : sum === undefined ? (row.note?.[language] ?? '') : String(sum))
    const fromTo = ends?.map(say).join(dash)
    const bracketed = fromTo === undefined ? '' : language === 'zh' ? `（${fromTo}）` : ` (${fromTo})`
    const spoken =
      row.said?.[language] ??
      (isTornado && ends
        ? words.tornado.said(say(ends[0]), say(ends[1]), ...inputEndsOf(row, ledger, language))
        : figure && quantiles
          ? words.fan.said(
              say(figure),
              [say(quantiles.p25), say(quantiles.p75)],
              [say(quantiles.p05), say(quantiles.p95)],
              mark && say(mark),
            )
          : figure
            ? `${say(figure)}${bracketed}`
            : (fromTo ?? row.shown?.[language] ?? text))
    const wanted = row.id ?? row.figure ?? row.to ?? `row ${index + 1}`
    const twins = taken.get(wanted) ?? 0
    taken.set(wanted, twins + 1)
    return {
      id: twins > 0 ? `${wanted} ${twins + 1}` : wanted,
      label: named[language],
      value: isTornado ? null : row.value !== undefined ? row.value : figure ? figure.value.valueOf() : (sum ?? null),
      low: row.low ?? (ranged ? Math.min(...ranged) : bounds.low),
      high: row.high ?? (ranged ? Math.max(...ranged) : bounds.high),
      shown: text,
      said: spoken,
      series: row.series ?? (figure || from ? 'direct' : 'muted'),
      ...(row.figure === undefined ? {} : { figure: row.figure }),
      ...(row.group ? { group: row.group[language] } : {}),
      ...(description.kind === 'line' || description.kind === undefined ? { at: row.at ?? periodOf(figure) } : {}),
      ...(ends ? { ends: [endOf(ends[0], write), endOf(ends[1], write)] as const } : {}),
      ...(quantiles ? { quantiles: quantilesOf(quantiles, (_, each) => endOf(each, write)) } : {}),
      ...(mark ? { mark: endOf(mark, write) } : {}),
      ...(row.state ? { state: row.state } : {}),
      ...(row.block ? { block: row.block } : {}),
      ...(parts ? { parts } : {}),
      ...(row.cells
        ? { cells: row.cells.map(({ column, state, text: words }) => ({ column: column[language], state, text: words[language] })) }
        : {}),
      ...(row.signs ? { signs: row.signs } : {}),
    }
  })
}

const quantilesOf = <From, To>(
  { p05, p25, p75, p95 }: Readonly<Record<QuantileName, From>>,
  take: (name: QuantileName, each: From) => To,
): Readonly<Record<QuantileName, To>> => ({
  p05: take('p05', p05),
  p25: take('p25', p25),
  p75: take('p75', p75),
  p95: take('p95', p95),
})

/** Quantiles rise, or one stands in another’s place. */
const refuseFalling = (rising: readonly Figure[], place: Place): void => {
  rising.forEach((figure, index) => {
    const before = rising[index - 1]
    if (before && before.value.compare(figure.value) > 0)
      throw new Problem(
        `${figure.id} is less than ${before.id}, and quantiles rise`,
        place,
        'p05, p25, the median, p75 and p95 in this order',
      )
  })
}

const endOf = (figure: Figure, write: (figure: Figure) => string) => ({ value: figure.value.valueOf(), shown: write(figure) })

/** The ends of what a figure may be, as numbers; an open one has none. */
const boundsOf = ({ bounds: { low, high } }: Figure) => ({ low: low?.valueOf() ?? null, high: high?.valueOf() ?? null })

const periodOf = (figure: Figure | undefined): string => (figure?.input?.scope ?? figure?.derived?.scope)?.period ?? ''
